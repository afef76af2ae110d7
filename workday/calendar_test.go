package workday_test

import (
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/workday"
)

// notice2027 is invented: it makes a workday of Sunday 27 December 2026 and gives 31 December off.
func notice2027() workday.Notice {
	n := workday.Notice{Year: 2027, Days: []workday.Day{
		{Name: "元旦", Date: day("2026-12-27"), Off: false},
		{Name: "元旦", Date: day("2026-12-31"), Off: true},
		{Name: "元旦", Date: day("2027-01-01"), Off: true},
		{Name: "元旦", Date: day("2027-01-02"), Off: true},
		{Name: "元旦", Date: day("2027-01-03"), Off: true},
	}}
	for name, date := range map[string]string{
		"春节": "2027-02-08", "清明节": "2027-04-05", "劳动节": "2027-05-03", "端午节": "2027-06-09", "中秋节": "2027-09-15", "国庆节": "2027-10-01",
	} {
		n.Days = append(n.Days, workday.Day{Name: name, Date: day(date), Off: true})
	}
	return n
}

// The working days of each year, as counted from the same data by another program.
func TestWorkdaysOfYears(t *testing.T) {
	c := stateCouncil(t)
	require.Equal(t, []int{2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026}, c.Years())
	total := 0
	for year, want := range map[int]int{2019: 250, 2020: 249, 2021: 250, 2022: 249, 2023: 249, 2024: 251, 2025: 248, 2026: 248} {
		got, err := c.Workdays(fazhi.YearOf(year))
		require.NoError(t, err)
		require.Equal(t, want, got, year)
		total += want
	}
	got, err := c.Workdays(period("2019-01-01", "2026-12-31"))
	require.NoError(t, err)
	require.Equal(t, total, got)
}

func TestWorkdaysOfPeriods(t *testing.T) {
	c := stateCouncil(t)
	for _, x := range []struct {
		from, to string
		want     int
	}{
		{"2024-02-10", "2024-02-17", 0}, {"2024-02-18", "2024-02-18", 1}, {"2024-02-09", "2024-02-19", 3}, {"2024-02-19", "2024-02-09", 0},
	} {
		got, err := c.Workdays(period(x.from, x.to))
		require.NoError(t, err)
		require.Equal(t, x.want, got, x.from)
	}
	_, err := c.Workdays(fazhi.Period{})
	require.ErrorIs(t, err, workday.ErrRange)
	_, err = c.Workdays(period("2024-01-01", ""))
	require.ErrorIs(t, err, workday.ErrRange)
	_, err = c.Workdays(period("2026-01-01", "2027-01-01"))
	require.ErrorIs(t, err, workday.ErrNoCalendar)
	require.ErrorContains(t, err, "2027年")
}

func TestDay(t *testing.T) {
	c := stateCouncil(t)
	for _, x := range []struct {
		date, name  string
		off, makeUp bool
	}{
		{"2024-02-09", "", false, false},
		{"2024-02-10", "春节", true, false},
		{"2024-02-18", "春节", false, true},
		{"2024-02-24", "", true, false},
		{"2024-02-26", "", false, false},
		{"2025-10-06", "国庆节、中秋节", true, false},
		{"2022-12-31", "元旦", true, false}, // of the notice for 2023
	} {
		d, err := c.Day(day(x.date))
		require.NoError(t, err)
		require.Equal(t, workday.Day{Name: x.name, Date: day(x.date), Off: x.off}, d)
		require.Equal(t, x.makeUp, d.MakeUp(), x.date)
		work, err := c.IsWorkday(day(x.date))
		require.NoError(t, err)
		require.Equal(t, !x.off, work, x.date)
	}
}

// The notice for 2019 speaks of three days of 2018, and that does not make 2018 known.
func TestYearsWithoutNotice(t *testing.T) {
	c := stateCouncil(t)
	for _, text := range []string{"2018-12-29", "2018-12-31", "2027-01-01", "0001-01-01", "9999-12-31"} {
		_, err := c.IsWorkday(day(text))
		require.ErrorIs(t, err, workday.ErrNoCalendar, text)
		_, err = c.Day(day(text))
		var unknown *workday.NoCalendarError
		require.ErrorAs(t, err, &unknown, text)
		require.Equal(t, day(text).Year(), unknown.Year)
		require.ErrorContains(t, err, text[:4][lead(text):])
	}
	_, err := c.Day(fazhi.Date{})
	require.ErrorIs(t, err, workday.ErrRange)
}

// lead is how many noughts a year of four digits begins with.
func lead(text string) (n int) {
	for text[n] == '0' {
		n++
	}
	return n
}

// A year that is added settles the December before it, in a new calendar only.
func TestWith(t *testing.T) {
	old := stateCouncil(t)
	added, err := old.With(notice2027())
	require.NoError(t, err)
	require.Len(t, old.Years(), 8)
	require.Len(t, added.Years(), 9)

	for _, x := range []struct {
		date          string
		before, after bool
	}{
		{"2026-12-27", false, true}, {"2026-12-31", true, false}, {"2026-12-30", true, true},
	} {
		before, err := old.IsWorkday(day(x.date))
		require.NoError(t, err)
		after, err := added.IsWorkday(day(x.date))
		require.NoError(t, err)
		require.Equal(t, [2]bool{x.before, x.after}, [2]bool{before, after}, x.date)
	}
	december := period("2026-12-25", "2026-12-31")
	require.True(t, old.Provisional(december))
	require.False(t, added.Provisional(december))
	require.False(t, old.Provisional(period("2026-12-01", "2026-12-20")))
	require.True(t, old.Provisional(fazhi.Period{From: day("2026-06-01")}))
	require.True(t, added.Provisional(period("2027-12-21", "2027-12-21")))

	d, err := added.Due(workday.Term{Start: day("2026-12-31"), Span: span("1wd")})
	require.NoError(t, err)
	require.Equal(t, day("2027-01-04"), d.End)

	var none *workday.Calendar
	alone, err := none.With(notice2027())
	require.NoError(t, err)
	require.Equal(t, []int{2027}, alone.Years())
}

// A later notice for the same year replaces the earlier, as in 2020 when the Spring Festival was extended.
func TestWithReplaces(t *testing.T) {
	first := notice2027()
	second := notice2027()
	second.Days = append(second.Days, workday.Day{Name: "春节", Date: day("2027-02-09"), Off: true})
	c, err := workday.New(first, second)
	require.NoError(t, err)
	require.Equal(t, []int{2027}, c.Years())
	work, err := c.IsWorkday(day("2027-02-09"))
	require.NoError(t, err)
	require.False(t, work)
}

// What the caller does with his notice afterwards changes nothing.
func TestNewKeepsCopies(t *testing.T) {
	n := notice2027()
	c, err := workday.New(n)
	require.NoError(t, err)
	n.Days[2] = workday.Day{Name: "元旦", Date: day("2027-01-01"), Off: false}
	again, err := c.With()
	require.NoError(t, err)
	work, err := again.IsWorkday(day("2027-01-01"))
	require.NoError(t, err)
	require.False(t, work)
}

// A notice that names only some of the holidays is taken for unfinished.
func TestUnfinishedNotice(t *testing.T) {
	n := workday.Notice{Year: 2027, Days: []workday.Day{{Name: "元旦", Date: day("2027-01-01"), Off: true}, {Name: "春节", Date: day("2027-02-08"), Off: true}}}
	require.Equal(t, []string{"清明", "劳动节", "端午", "中秋", "国庆"}, n.Missing())
	require.Empty(t, notice2027().Missing())
	require.Equal(t, []string{"元旦", "春节", "劳动节", "国庆"}, workday.Notice{Year: 2007}.Missing(), "before 2008 three of them gave no day off")
	c, err := stateCouncil(t).With(n)
	require.NoError(t, err)
	d, err := c.Deadline(workday.Term{Start: day("2027-03-01"), Span: span("5wd")})
	require.NoError(t, err)
	require.True(t, d.Provisional)
	require.Contains(t, d.Why[len(d.Why)-1], "缺清明、劳动节、端午、中秋、国庆")
	require.True(t, c.Provisional(period("2026-12-30", "2026-12-31")), "it does not settle December either")
}

// Years with a gap between them are known, the gap is not.
func TestGap(t *testing.T) {
	a, b := notice2027(), notice2027()
	b.Year = 2029
	for i, d := range b.Days {
		y, m, dd := d.Date.Date()
		b.Days[i].Date = fazhi.DateOf(y+2, m, dd)
	}
	c, err := workday.New(b, a)
	require.NoError(t, err)
	require.Equal(t, []int{2027, 2029}, c.Years())
	for _, text := range []string{"300wd", "1y"} {
		_, err = c.Due(workday.Term{Start: day("2027-06-01"), Span: span(text)})
		require.ErrorContains(t, err, "2028年")
	}
	_, err = c.Due(workday.Term{Start: day("2029-06-01"), Span: span("-300wd")})
	require.ErrorContains(t, err, "2028年")
	_, err = c.Workdays(period("2027-06-01", "2029-06-01"))
	require.ErrorContains(t, err, "2028年")
	d, err := c.Due(workday.Term{Start: day("2029-06-01"), Span: span("5wd")})
	require.NoError(t, err)
	require.Equal(t, day("2029-06-08"), d.End)
}

// Mistakes of all notices are said together.
func TestNewRefuses(t *testing.T) {
	_, err := workday.New(workday.Notice{Year: 27}, workday.Notice{Year: 2027}, notice2027())
	require.ErrorIs(t, err, workday.ErrNotice)
	require.ErrorContains(t, err, "/year")
	require.ErrorContains(t, err, "/days")
	c, err := stateCouncil(t).With(workday.Notice{Year: 2027})
	require.ErrorIs(t, err, workday.ErrNotice)
	require.Nil(t, c)
}

func TestManyReaders(t *testing.T) {
	c := stateCouncil(t)
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			for d := day("2024-01-01"); d.Year() == 2024; d = d.AddDays(20 + i) {
				_, err := c.Deadline(workday.Term{Start: d, Span: span("5wd")})
				if err != nil {
					t.Error(err)
				}
				if _, err := c.With(notice2027()); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
}

// Every embedded year names all statutory holidays. The one working day that is named without being a make-up workday is
// the first after the Spring Festival of 2020, which a second notice made longer.
func TestEmbeddedData(t *testing.T) {
	c := stateCouncil(t)
	require.False(t, c.Provisional(period("2019-01-01", "2026-12-20")))
	var plain []string
	for d := day("2019-01-01"); d.Year() < 2027; d = d.AddDays(1) {
		got, err := c.Day(d)
		require.NoError(t, err)
		if !got.Off && got.Name != "" && !got.MakeUp() {
			plain = append(plain, d.String())
		}
	}
	require.Equal(t, []string{"2020-02-03"}, plain)
}
