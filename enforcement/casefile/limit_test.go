package casefile_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/casefile"
	"github.com/fazhi-go/fazhi/workday"
)

// Each limit is kept on its last day and broken a day later, whatever day of 2024 it begins on, with all holidays and
// make-up workdays. The last day is found by going from day to day, not by package workday's counting.
func TestLimitsOfEveryDay(t *testing.T) {
	x, c := examiner(t), calendar(t)
	for _, l := range casefile.Limits() {
		t.Run(l.Name, func(t *testing.T) {
			var e casefile.Examined
			for start := day("2024-01-01"); start.Year() == 2024; start = start.AddDays(1) {
				last := lastDay(t, c, start, l.Span, l.Rest)
				good, bad := last, last.AddDays(1)
				if l.Wait {
					good, bad = bad, good
				}
				f := subject(l, start)
				f.Dates[l.End] = good
				require.NoError(t, x.Examine(f, &e))
				require.Equal(t, casefile.Kept, x.State(&e, l.Name), "%s from %s, %s", l.Name, start, good)
				f.Dates[l.End] = bad
				require.NoError(t, x.Examine(f, &e))
				require.Equal(t, casefile.Broken, x.State(&e, l.Name), "%s from %s, %s", l.Name, start, bad)
			}
		})
	}
}

// subject is a file that the limit is for, with its first day.
func subject(l casefile.Limit, start fazhi.Date) *casefile.File {
	f := &casefile.File{Serial: "A", Organ: "局", Sort: casefile.Coercion, Added: new(fazhi.Money)}
	*f.Added = 100
	if len(l.Sorts) > 0 {
		f.Sort = l.Sorts[0]
	}
	for i := range f.Facts {
		f.Facts[i] = casefile.Yes
	}
	for _, fact := range []casefile.Fact{casefile.Harmful, casefile.Joint, casefile.HearingWaived, casefile.NotAccepted} {
		f.Facts[fact] = casefile.No
	}
	f.Dates[casefile.FineCollected], f.Dates[casefile.Published], f.Dates[l.Start] = start, start, start
	if l.Asked != "" {
		f.Dates[casefile.Informed] = start // and asked for at once
	}
	return f
}

// lastDay goes from day to day.
func lastDay(t *testing.T, c *workday.Calendar, start fazhi.Date, span workday.Span, rest workday.Rest) fazhi.Date {
	t.Helper()
	works := func(d fazhi.Date) bool {
		yes, err := c.IsWorkday(d)
		require.NoError(t, err)
		return yes
	}
	y, m, n := start.Date()
	d := start
	switch span.Unit {
	case workday.WorkingDays:
		step := 1
		if span.Back() {
			step = -1
		}
		for left := step * span.N; left > 0; {
			if d = d.AddDays(step); works(d) {
				left--
			}
		}
		return d
	case workday.CalendarDays:
		d = d.AddDays(span.N)
	case workday.Months:
		d = fazhi.DateIn(time.Date(y, m+time.Month(span.N)+1, 0, 0, 0, 0, 0, time.UTC)) // the last day of that month
		for _, _, last := d.Date(); last > n; last-- {
			d = d.AddDays(-1)
		}
	case workday.Years:
		if d = fazhi.DateOf(y+span.N, m, n); d.IsZero() {
			d = fazhi.DateOf(y+span.N, m, n-1) // 29 February
		}
	}
	for rest == workday.Statutory && !works(d) {
		d = d.AddDays(1)
	}
	return d
}

// Every norm has what a check, a field and a reader need.
func TestNormsAreComplete(t *testing.T) {
	var norms []casefile.Norm
	for _, l := range casefile.Limits() {
		norms = append(norms, l.Norm)
		require.NotEmpty(t, l.Span.String(), l.Name)
	}
	for _, d := range casefile.Duties() {
		norms = append(norms, d.Norm)
		require.NotEmpty(t, d.Path, d.Name)
	}
	for _, o := range casefile.Orders() {
		norms = append(norms, o.Norm)
		require.NotEqual(t, o.First, o.Then, o.Name)
	}
	for _, w := range casefile.Writs() {
		norms = append(norms, w.Norm)
	}
	for _, n := range norms {
		require.NotEmpty(t, n.Name)
		require.NotEmpty(t, n.Doc, n.Name)
		require.False(t, n.From.IsZero(), n.Name)
		require.Contains(t, n.Basis(), n.Law)
	}
}
