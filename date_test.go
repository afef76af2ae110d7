package fazhi_test

import (
	"encoding/json"
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
)

// day reads a date of a test; a test with a wrong date must not pass.
func day(s string) fazhi.Date {
	d, err := fazhi.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func TestParseDate(t *testing.T) {
	want := fazhi.DateOf(2025, time.February, 7)
	for _, text := range []string{
		"2025-02-07", "2025-2-7", "2025年2月7日", "2025年02月07日", "2025/2/7", "2025/02/07", "2025.2.7", "2025.02.07",
	} {
		got, err := fazhi.ParseDate(text)
		require.NoError(t, err, text)
		require.Equal(t, want, got, text)
	}
	require.Equal(t, "2025-02-07", want.String())
	require.Equal(t, "2025年2月7日", want.Chinese())
}

func TestParseDateRefuses(t *testing.T) {
	for _, text := range []string{
		"", "2025", "2025-02", "2025年2月", "2025年2月7", "2025年2月7号", "25-2-7", "02025-2-7", "2025-002-7", "2025-2-007",
		"2025-2/7", "2025/2.7", "2025-2-7 ", " 2025-2-7", "2025-02-07T00:00:00Z", "二〇二五年二月七日", "２０２５-2-7", "-2025-2-7",
		"2025--2-7", "2025-+2-7", "今天", "45695",
	} {
		got, err := fazhi.ParseDate(text)
		require.ErrorIs(t, err, fazhi.ErrDate, text)
		require.Zero(t, got, text)
	}
}

// A day that the calendar does not have is no date; it does not roll over into the next month.
func TestNoSuchDay(t *testing.T) {
	for _, text := range []string{
		"2025-02-29", "1900-02-29", "2100-02-29", "2024-02-30", "2025-04-31", "2025-13-01", "2025-00-10", "2025-01-00",
		"2025-01-32", "0000-01-01",
	} {
		_, err := fazhi.ParseDate(text)
		require.ErrorIs(t, err, fazhi.ErrDate, text)
	}
	for _, d := range []fazhi.Date{
		fazhi.DateOf(2025, 2, 29), fazhi.DateOf(2025, 0, 1), fazhi.DateOf(2025, 13, 1), fazhi.DateOf(0, 1, 1),
		fazhi.DateOf(-1, 1, 1), fazhi.DateOf(10000, 1, 1), fazhi.DateOf(math.MaxInt, math.MaxInt, math.MaxInt),
	} {
		require.True(t, d.IsZero())
	}
}

func TestLeapDays(t *testing.T) {
	for _, text := range []string{"2024-02-29", "2000-02-29", "0004-02-29"} {
		require.Equal(t, text, day(text).String())
	}
	require.Equal(t, day("2024-02-29"), day("2024-02-28").AddDays(1))
	require.Equal(t, day("2025-03-01"), day("2025-02-28").AddDays(1))
	require.Equal(t, 366, day("2025-01-01").DaysSince(day("2024-01-01")))
	require.Equal(t, 365, day("2026-01-01").DaysSince(day("2025-01-01")))
}

func TestAddDays(t *testing.T) {
	first, last := day("0001-01-01"), day("9999-12-31")
	require.Equal(t, last, first.AddDays(last.DaysSince(first)))
	require.Equal(t, first, last.AddDays(first.DaysSince(last)))
	require.Equal(t, day("2024-12-31"), day("2025-01-01").AddDays(-1))
	for name, d := range map[string]fazhi.Date{
		"after the last year":   last.AddDays(1),
		"before the first year": first.AddDays(-1),
		"far away":              day("2025-01-01").AddDays(math.MaxInt),
		"long ago":              day("2025-01-01").AddDays(math.MinInt),
		"no date":               fazhi.Date{}.AddDays(1),
	} {
		require.Zero(t, d, name)
	}
}

func TestDateOrder(t *testing.T) {
	early, late := day("2024-12-31"), day("2025-01-01")
	require.True(t, early.Before(late) && late.After(early))
	require.False(t, early.After(late) || late.Before(early) || early.Before(early) || early.After(early))
	require.Equal(t, []int{-1, 0, 1}, []int{early.Compare(late), early.Compare(early), late.Compare(early)})
	require.True(t, fazhi.Date{}.Before(day("0001-01-01")), "no date is before all others")
}

func TestDateIn(t *testing.T) {
	beijing := time.FixedZone("北京", 8*60*60)
	require.Equal(t, day("2025-01-01"), fazhi.DateIn(time.Date(2024, 12, 31, 20, 0, 0, 0, time.UTC).In(beijing)))
	require.Equal(t, day("2024-12-31"), fazhi.DateIn(time.Date(2025, 1, 1, 4, 0, 0, 0, beijing).UTC()))
	require.Equal(t, time.Date(2025, 2, 7, 0, 0, 0, 0, time.UTC), day("2025-02-07").Time())
}

func TestZeroDate(t *testing.T) {
	var none fazhi.Date
	require.True(t, none.IsZero())
	require.Empty(t, none.String())
	require.Empty(t, none.Chinese())
	require.True(t, none.Time().IsZero())
	y, m, d := none.Date()
	require.Equal(t, []int{0, 0, 0, 0}, []int{y, int(m), d, none.Year()})
}

func TestDateJSON(t *testing.T) {
	type paper struct{ Signed, None fazhi.Date }
	data, err := json.Marshal(paper{Signed: day("2025-02-07")})
	require.NoError(t, err)
	require.JSONEq(t, `{"Signed": "2025-02-07", "None": ""}`, string(data))
	var back paper
	require.NoError(t, json.Unmarshal(data, &back))
	require.Equal(t, paper{Signed: day("2025-02-07")}, back)
	require.NoError(t, json.Unmarshal([]byte(`{"Signed": "2025年2月8日"}`), &back))
	require.Equal(t, day("2025-02-08"), back.Signed)
	require.ErrorIs(t, json.Unmarshal([]byte(`{"Signed": "2025-02-30"}`), &back), fazhi.ErrDate)
	require.Zero(t, back.Signed, "a failed parse leaves the zero value")
	require.Error(t, json.Unmarshal([]byte(`{"Signed": 45695}`), &back))
}

func TestPeriod(t *testing.T) {
	year := fazhi.YearOf(2024)
	spring := fazhi.Period{From: day("2024-03-01"), To: day("2024-05-31")}
	for _, c := range []struct {
		name   string
		period fazhi.Period
		day    string
		in     bool
	}{
		{"第一天", year, "2024-01-01", true},
		{"最后一天", year, "2024-12-31", true},
		{"前一天", year, "2023-12-31", false},
		{"后一天", year, "2025-01-01", false},
		{"季度之内", spring, "2024-05-31", true},
		{"季度之后", spring, "2024-06-01", false},
		{"没有终点", fazhi.Period{From: day("2024-03-01")}, "9999-12-31", true},
		{"没有起点", fazhi.Period{To: day("2024-03-01")}, "0001-01-01", true},
		{"没有起讫", fazhi.Period{}, "2024-03-01", true},
	} {
		t.Run(c.name, func(t *testing.T) { require.Equal(t, c.in, c.period.Contains(day(c.day))) })
	}
	require.False(t, year.Contains(fazhi.Date{}))
	require.False(t, fazhi.Period{}.Contains(fazhi.Date{}))
	require.Equal(t, "2024年", year.String())
	require.Equal(t, "2024-03-01至2024-05-31", spring.String())
	require.Equal(t, "2024-03-01至", fazhi.Period{From: day("2024-03-01")}.String())
	for _, none := range []int{0, -5, 10000, 99999} {
		require.False(t, fazhi.YearOf(none).Contains(day("2024-03-01")), "a year that is none holds no day")
	}
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2025-02-07", "2024年2月29日", "2025/2/7", "9999.12.31", "0001-01-01", "2025年2/7日"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := fazhi.ParseDate(s)
		if err != nil {
			require.Zero(t, d)
			return
		}
		again, err := fazhi.ParseDate(d.String())
		require.NoError(t, err)
		require.Equal(t, d, again)
		if d.Year() >= 1000 { // ParseDate wants a year of four digits, Chinese pads nothing
			again, err = fazhi.ParseDate(d.Chinese())
			require.NoError(t, err)
			require.Equal(t, d, again)
		}
		require.Equal(t, d, fazhi.DateIn(d.Time()))
	})
}
