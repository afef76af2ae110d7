package workday_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/workday"
)

func pause(from, to string) workday.Pause {
	return workday.Pause{Period: period(from, to), Reason: "鉴定"}
}

func TestPauses(t *testing.T) {
	c := stateCouncil(t)
	for _, x := range []struct {
		name, start, span string
		pauses            []workday.Pause
		raw, end          string
	}{
		{"期间之内，扣除十日", "2024-03-01", "30d", []workday.Pause{pause("2024-03-11", "2024-03-20")}, "2024-04-10", "2024-04-10"},
		{"重叠的日子只扣一次", "2024-03-01", "30d", []workday.Pause{pause("2024-03-11", "2024-03-20"), pause("2024-03-15", "2024-03-18")}, "2024-04-10", "2024-04-10"},
		{"次序不影响结果", "2024-03-01", "30d", []workday.Pause{pause("2024-03-18", "2024-03-20"), pause("2024-03-11", "2024-03-17")}, "2024-04-10", "2024-04-10"},
		{"期间之前，没有影响", "2024-03-01", "30d", []workday.Pause{pause("2024-02-01", "2024-03-01")}, "2024-03-31", "2024-04-01"},
		{"期间之后，没有影响", "2024-03-01", "28d", []workday.Pause{pause("2024-03-30", "2024-04-20")}, "2024-03-29", "2024-03-29"},
		{"届满之后中止，没有影响", "2024-03-01", "28d", []workday.Pause{pause("2024-03-30", "")}, "2024-03-29", "2024-03-29"},
		{"末日当天起扣除", "2024-03-01", "28d", []workday.Pause{pause("2024-03-29", "2024-04-02")}, "2024-04-03", "2024-04-03"},
		{"跨越起算日", "2024-03-01", "5wd", []workday.Pause{pause("2024-02-20", "2024-03-05")}, "2024-03-12", "2024-03-12"},
		{"工作日，扣除的周末不重复扣", "2024-03-01", "5wd", []workday.Pause{pause("2024-03-05", "2024-03-11")}, "2024-03-15", "2024-03-15"},
		{"扣除假日，没有影响", "2024-02-08", "5wd", []workday.Pause{pause("2024-02-10", "2024-02-17")}, "2024-02-21", "2024-02-21"},
		{"月：对应日顺延扣除的日数", "2024-01-31", "1m", []workday.Pause{pause("2024-02-10", "2024-02-14")}, "2024-03-05", "2024-03-05"},
		{"顺延所到之日不计入的，再顺延", "2024-03-01", "30d", []workday.Pause{pause("2024-04-01", "2024-04-02")}, "2024-03-31", "2024-04-03"},
		{"顺延所到之日不计入，又遇清明节", "2024-03-01", "30d", []workday.Pause{pause("2024-04-01", "2024-04-03")}, "2024-03-31", "2024-04-07"},
		{"中止期间没有放假安排，不需要", "2026-12-10", "3d", []workday.Pause{pause("2026-12-11", "2026-12-11"), pause("2018-01-01", "2018-12-31")}, "2026-12-14", "2026-12-14"},
		{"向前计算", "2024-03-21", "-5wd", []workday.Pause{pause("2024-03-18", "2024-03-19")}, "2024-03-12", "2024-03-12"},
		{"向前计算，重叠", "2024-03-21", "-5d", []workday.Pause{pause("2024-03-12", "2024-03-19"), pause("2024-03-18", "2024-03-20")}, "2024-03-07", "2024-03-07"},
		{"向前计算，仍在中止", "2024-03-21", "-5d", []workday.Pause{pause("2024-03-18", ""), pause("2024-03-01", "2024-03-16")}, "2024-02-26", "2024-02-26"},
		{"向前计算，之后的没有影响", "2024-03-21", "-5d", []workday.Pause{pause("2024-03-21", "")}, "2024-03-16", "2024-03-16"},
	} {
		t.Run(x.name, func(t *testing.T) {
			before := slices.Clone(x.pauses)
			d, err := c.Deadline(workday.Term{Start: day(x.start), Span: span(x.span), Pauses: x.pauses})
			require.NoError(t, err)
			require.Equal(t, [2]string{x.raw, x.end}, [2]string{d.Raw.String(), d.End.String()}, d.Why)
			require.Equal(t, before, x.pauses, "what the caller gave stays as it is")
		})
	}
}

// A suspension that is not over lets no period end.
func TestOpenPause(t *testing.T) {
	c := stateCouncil(t)
	for _, text := range []string{"29d", "30d", "1m", "21wd"} {
		for _, from := range []string{"2024-02-01", "2024-03-02", "2024-03-29"} {
			_, err := c.Deadline(workday.Term{Start: day("2024-03-01"), Span: span(text), Pauses: []workday.Pause{pause(from, "")}})
			require.ErrorIs(t, err, workday.ErrSuspended, "%s %s", text, from)
		}
	}
	// The period would have ended on a Sunday, and the suspension begins before the Monday to which it moves.
	_, err := c.Deadline(workday.Term{Start: day("2024-03-01"), Span: span("30d"), Pauses: []workday.Pause{pause("2024-04-01", "")}})
	require.ErrorIs(t, err, workday.ErrSuspended)
}

// Days that do not count need no calendar, and those that do make a result provisional.
func TestPauseOverYearsWithoutCalendar(t *testing.T) {
	late, err := workday.New(notice2027())
	require.NoError(t, err)
	full, err := stateCouncil(t).With(notice2027())
	require.NoError(t, err)
	term := workday.Term{Start: day("2025-12-30"), Span: span("5wd"), Pauses: []workday.Pause{pause("2025-12-31", "2027-01-03")}}
	for _, c := range []*workday.Calendar{late, full} {
		d, err := c.Due(term)
		require.NoError(t, err)
		require.Equal(t, day("2027-01-08"), d.End)
		require.False(t, d.Provisional)
	}
	term = workday.Term{Start: day("2026-12-15"), Span: span("3wd"), Pauses: []workday.Pause{pause("2026-12-17", "2026-12-20")}}
	d, err := stateCouncil(t).Due(term)
	require.NoError(t, err)
	require.Equal(t, day("2026-12-22"), d.End)
	require.True(t, d.Provisional)
}

// More pauses than fit the buffer are as good as few.
func TestManyPauses(t *testing.T) {
	var pauses []workday.Pause
	for d := day("2024-03-02"); d.Before(day("2024-05-01")); d = d.AddDays(2) {
		pauses = append(pauses, workday.Pause{Period: fazhi.Period{From: d, To: d}})
	}
	slices.Reverse(pauses)
	d, err := stateCouncil(t).Due(workday.Term{Start: day("2024-03-01"), Span: span("10d"), Pauses: pauses})
	require.NoError(t, err)
	require.Equal(t, day("2024-03-21"), d.End)
}
