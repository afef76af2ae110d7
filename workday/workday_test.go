package workday_test

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/workday"
)

// day reads a date of the tests; a test with a wrong date must not pass.
func day(text string) fazhi.Date {
	d, err := fazhi.ParseDate(text)
	if err != nil {
		panic(err)
	}
	return d
}

func span(text string) workday.Span {
	s, err := workday.ParseSpan(text)
	if err != nil {
		panic(err)
	}
	return s
}

func period(from, to string) fazhi.Period {
	p := fazhi.Period{From: day(from)}
	if to != "" {
		p.To = day(to)
	}
	return p
}

func stateCouncil(t testing.TB) *workday.Calendar {
	t.Helper()
	c, err := workday.StateCouncil()
	require.NoError(t, err)
	return c
}

// A row of testdata/deadlines.txt.
type row struct{ start, span, raw, end, note string }

func rows(t testing.TB) []row {
	t.Helper()
	text, err := os.ReadFile("testdata/deadlines.txt")
	require.NoError(t, err)
	var all []row
	for line := range strings.Lines(string(text)) {
		f := strings.Fields(line)
		if len(f) == 0 || f[0] == "#" {
			continue
		}
		require.Len(t, f, 5, line)
		all = append(all, row{f[0], f[1], f[2], f[3], f[4]})
	}
	return all
}

// result writes a deadline as the table does.
func result(d workday.Deadline, err error) (raw, end string) {
	var unknown *workday.NoCalendarError
	switch {
	case errors.As(err, &unknown):
		return "没有" + day(yearText(unknown.Year) + "-01-01").Chinese()[:len("2027年")], "-"
	case err != nil:
		return err.Error(), ""
	case d.Provisional:
		return d.Raw.String(), d.End.String() + "暂定"
	}
	return d.Raw.String(), d.End.String()
}

func yearText(year int) string { return fazhi.DateOf(year, 1, 1).String()[:4] }

func TestDeadlines(t *testing.T) {
	c := stateCouncil(t)
	for _, r := range rows(t) {
		t.Run(r.start+" "+r.span, func(t *testing.T) {
			term := workday.Term{Start: day(r.start), Span: span(r.span)}
			quick, err := c.Due(term)
			raw, end := result(quick, err)
			require.Equal(t, [2]string{r.raw, r.end}, [2]string{raw, end}, r.note)
			require.Equal(t, quick.Raw != quick.End, quick.Moved)
			require.Nil(t, quick.Why)

			full, err := c.Deadline(term)
			raw, end = result(full, err)
			require.Equal(t, [2]string{r.raw, r.end}, [2]string{raw, end}, r.note)
			if err != nil {
				require.ErrorIs(t, err, workday.ErrNoCalendar)
				require.Zero(t, full)
				return
			}
			require.NotEmpty(t, full.Why)
			require.Contains(t, strings.Join(full.Why, "\n"), full.End.Chinese())
		})
	}
}

// The 15 vectors that the table began with are all there.
func TestTableHasItsVectors(t *testing.T) {
	require.GreaterOrEqual(t, len(rows(t)), 15)
	moved := 0
	for _, r := range rows(t)[:15] {
		if r.raw != r.end {
			moved++
		}
	}
	require.Equal(t, 6, moved)
}

func TestWhatIsWrongIsSaidTogether(t *testing.T) {
	for _, c := range []*workday.Calendar{stateCouncil(t), {}, nil} {
		_, err := c.Deadline(workday.Term{
			Rest:   9,
			Pauses: []workday.Pause{{Period: period("2024-03-02", "2024-03-01")}, {Period: fazhi.Period{To: day("2024-03-01")}}},
			Span:   workday.Span{N: 1, Unit: 9},
			Basis:  "某法第一条",
			Rule:   "某法第二条",
		})
		require.ErrorIs(t, err, workday.ErrStart)
		require.ErrorIs(t, err, workday.ErrSpan)
		require.ErrorIs(t, err, workday.ErrPause)
		require.ErrorContains(t, err, "第1段")
		require.ErrorContains(t, err, "第2段")
		require.ErrorContains(t, err, "Term.Rest")
	}
}

func TestSpanOutOfBounds(t *testing.T) {
	c := stateCouncil(t)
	for _, n := range []int{0, 100000, -100000, 1<<63 - 1, -1 << 63} {
		_, err := c.Due(workday.Term{Start: day("2024-02-08"), Span: workday.Span{N: n, Unit: workday.CalendarDays}})
		require.ErrorIs(t, err, workday.ErrSpan)
	}
}

func TestRange(t *testing.T) {
	c := stateCouncil(t)
	for _, x := range []struct{ start, span string }{
		{"9999-12-31", "1d"}, {"9999-12-31", "1wd"}, {"9999-12-31", "1m"}, {"9999-12-31", "99999y"}, {"9000-01-01", "99999m"},
		{"0001-01-01", "-1d"}, {"0001-01-01", "-1wd"}, {"0001-01-01", "-1m"}, {"0001-01-01", "-99999y"},
	} {
		_, err := c.Due(workday.Term{Start: day(x.start), Span: span(x.span)})
		require.ErrorIs(t, err, workday.ErrRange, "%s %s", x.start, x.span)
	}
	d, err := c.Deadline(workday.Term{Start: day("9999-12-30"), Span: span("1d"), Rest: workday.Unmoved})
	require.NoError(t, err)
	require.Equal(t, day("9999-12-31"), d.End)
	d, err = c.Deadline(workday.Term{Start: day("0001-01-02"), Span: span("-1d"), Rest: workday.Unmoved})
	require.NoError(t, err)
	require.Equal(t, day("0001-01-01"), d.End)
}

// The zero Calendar and none at all know no year, and count what needs no calendar.
func TestCalendarsWithoutYears(t *testing.T) {
	for _, c := range []*workday.Calendar{{}, nil} {
		term := workday.Term{Start: day("2024-02-08"), Span: span("60d")}
		_, err := c.Deadline(term)
		require.ErrorIs(t, err, workday.ErrNoCalendar)
		term.Rest = workday.Unmoved
		d, err := c.Deadline(term)
		require.NoError(t, err)
		require.Equal(t, day("2024-04-08"), d.End)
		term.Span = span("5wd")
		_, err = c.Deadline(term)
		require.ErrorIs(t, err, workday.ErrNoCalendar)
		require.Empty(t, c.Years())
		require.False(t, c.Provisional(fazhi.Period{}))
	}
}

func TestRest(t *testing.T) {
	c := stateCouncil(t)
	for _, x := range []struct {
		name, start, span string
		rest              workday.Rest
		end               string
	}{
		{"顺延", "2024-08-03", "60d", workday.Statutory, "2024-10-08"},
		{"不动", "2024-08-03", "60d", workday.Unmoved, "2024-10-02"},
		{"提前", "2024-08-03", "60d", workday.Earlier, "2024-09-30"},
		{"向前计算不动", "2024-10-10", "-7d", workday.Statutory, "2024-10-03"},
		{"向前计算不动", "2024-10-10", "-7d", workday.Unmoved, "2024-10-03"},
		{"向前计算提前", "2024-10-10", "-7d", workday.Earlier, "2024-09-30"},
		{"工作日", "2024-02-08", "5wd", workday.Earlier, "2024-02-21"},
	} {
		d, err := c.Deadline(workday.Term{Start: day(x.start), Span: span(x.span), Rest: x.rest})
		require.NoError(t, err, x.name)
		require.Equal(t, x.end, d.End.String(), x.name)
		require.Equal(t, d.Raw != d.End, d.Moved, x.name)
	}
}
