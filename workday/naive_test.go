package workday_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/workday"
)

// naive counts from day to day on the files themselves, with nothing of the package but the words of its types.
type naive struct{ off map[int64]bool }

func newNaive(t testing.TB) naive {
	t.Helper()
	files, err := filepath.Glob("data/*.json")
	require.NoError(t, err)
	n := naive{off: map[int64]bool{}}
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		var year struct {
			Days []struct {
				Date     string
				IsOffDay bool
			}
		}
		require.NoError(t, json.Unmarshal(data, &year))
		for _, d := range year.Days {
			date, err := time.Parse(time.DateOnly, d.Date)
			require.NoError(t, err)
			n.off[date.Unix()] = d.IsOffDay
		}
	}
	return n
}

func (n naive) works(d time.Time) bool {
	if off, listed := n.off[d.Unix()]; listed {
		return !off
	}
	return d.Weekday() != time.Saturday && d.Weekday() != time.Sunday
}

// errNaive stands for every error: the year without calendar, the open suspension.
var errNaive = fmt.Errorf("no answer")

const known = 2019

func (n naive) deadline(t workday.Term) (raw, end time.Time, err error) {
	step, need := 1, t.Span.N
	if need < 0 {
		step, need = -1, -need
	}
	start := t.Start.Time()
	if target, ok := sameDay(start, t.Span); ok {
		need = int(target.Sub(start).Hours()/24) * step
	}
	raw = start
	for need > 0 {
		raw = raw.AddDate(0, 0, step)
		switch paused, forever := isPaused(raw, t.Pauses); {
		case forever && step > 0:
			return raw, end, errNaive
		case paused:
		case t.Span.Unit != workday.WorkingDays:
			need--
		case raw.Year() < known || raw.Year() > 2026:
			return raw, end, errNaive
		case n.works(raw):
			need--
		}
	}
	for end = raw; ; end = end.AddDate(0, 0, 1) {
		paused, forever := isPaused(end, t.Pauses)
		switch {
		case forever && step > 0:
			return raw, end, errNaive
		case paused:
		case end.Year() < known || end.Year() > 2026:
			return raw, end, errNaive
		case n.works(end) || step < 0:
			return raw, end, nil
		}
	}
}

func isPaused(d time.Time, pauses []workday.Pause) (paused, forever bool) {
	for _, p := range pauses {
		if p.Contains(fazhi.DateIn(d)) {
			paused, forever = true, forever || p.To.IsZero()
		}
	}
	return paused, forever
}

// sameDay finds the corresponding day by going back from the first of the month after.
func sameDay(start time.Time, s workday.Span) (time.Time, bool) {
	years, months := 0, 0
	switch s.Unit {
	case workday.Years:
		years = s.N
	case workday.Months:
		months = s.N
	default:
		return start, false
	}
	first := time.Date(start.Year(), start.Month(), 1, 0, 0, 0, 0, time.UTC).AddDate(years, months, 0)
	target := first.AddDate(0, 0, start.Day()-1)
	for target.Month() != first.Month() {
		target = target.AddDate(0, 0, -1)
	}
	return target, true
}

// randomTerm is a term within and a little beyond the years that are known.
func randomTerm(r *rand.Rand) workday.Term {
	start := day("2018-10-01").AddDays(r.IntN(3200))
	longest := [...]int{workday.WorkingDays: 90, workday.CalendarDays: 200, workday.Months: 14, workday.Years: 2}
	unit := workday.Unit(r.IntN(4))
	t := workday.Term{Start: start, Span: workday.Span{N: 1 + r.IntN(longest[unit]), Unit: unit}}
	if r.IntN(2) == 0 {
		t.Span.N = -t.Span.N
	}
	for range r.IntN(5) {
		from := start.AddDays(r.IntN(161) - 80)
		p := workday.Pause{Period: fazhi.Period{From: from, To: from.AddDays(r.IntN(30))}}
		if r.IntN(20) == 0 {
			p.To = fazhi.Date{}
		}
		t.Pauses = append(t.Pauses, p)
	}
	return t
}

// Counting by the index is counting from day to day: forth and back, with suspensions, over all the years.
func TestAgainstDayByDay(t *testing.T) {
	c, n := stateCouncil(t), newNaive(t)
	r := rand.New(rand.NewPCG(2019, 2026))
	answers := 0
	for range 20000 {
		term := randomTerm(r)
		d, err := c.Due(term)
		raw, end, want := n.deadline(term)
		if (err != nil) != (want != nil) {
			require.Failf(t, "one has an answer", "%+v: %v, %v", term, err, want)
		}
		if err != nil {
			continue
		}
		answers++
		if d.Raw != fazhi.DateIn(raw) || d.End != fazhi.DateIn(end) {
			require.Failf(t, "they differ", "%+v: %v %v, %v %v", term, d.Raw, d.End, raw, end)
		}
	}
	require.Greater(t, answers, 10000)
}

// Every start day with every length of up to thirty working days, forth and back, and there and back again.
func TestWorkingDaysAllStarts(t *testing.T) {
	c, n := stateCouncil(t), newNaive(t)
	for start := day("2019-03-01"); start.Before(day("2026-11-01")); start = start.AddDays(1) {
		forth, back := start.Time(), start.Time()
		for length := 1; length <= 30; length++ {
			for forth = forth.AddDate(0, 0, 1); !n.works(forth); forth = forth.AddDate(0, 0, 1) {
			}
			for back = back.AddDate(0, 0, -1); !n.works(back); back = back.AddDate(0, 0, -1) {
			}
			ahead, err := c.Due(workday.Term{Start: start, Span: workday.Span{N: length}})
			behind, err2 := c.Due(workday.Term{Start: start, Span: workday.Span{N: -length}})
			if err != nil || err2 != nil || ahead.End != fazhi.DateIn(forth) || behind.End != fazhi.DateIn(back) {
				require.Failf(t, "they differ", "%v %d: %v %v, %v %v", start, length, ahead.End, behind.End, forth, back)
			}
			if n.works(start.Time()) {
				again, err := c.Due(workday.Term{Start: ahead.End, Span: workday.Span{N: -length}})
				if err != nil || again.End != start {
					require.Failf(t, "not back again", "%v %d: %v", start, length, again.End)
				}
			}
		}
	}
}

// What is explained is what was computed, and explaining works for every term.
func TestReasonsForAll(t *testing.T) {
	c := stateCouncil(t)
	r := rand.New(rand.NewPCG(7, 7))
	for range 3000 {
		term := randomTerm(r)
		term.Rest = workday.Rest(r.IntN(3))
		quick, errQuick := c.Due(term)
		full, errFull := c.Deadline(term)
		require.Equal(t, errQuick, errFull)
		if errFull != nil {
			continue
		}
		for _, line := range full.Why {
			require.NotEmpty(t, line)
		}
		full.Why = nil
		require.Equal(t, quick, full)
	}
}
