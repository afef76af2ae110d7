package course_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/reconsideration"
	"github.com/fazhi-go/fazhi/reconsideration/course"
	"github.com/fazhi-go/fazhi/workday"
)

// stateCouncil is the calendar of the State Council's notices.
func stateCouncil(t testing.TB) *workday.Calendar {
	t.Helper()
	calendar, err := workday.StateCouncil()
	require.NoError(t, err)
	return calendar
}

func replayer(t testing.TB) *course.Replayer {
	t.Helper()
	r, err := course.New(stateCouncil(t), reconsideration.Profile{})
	require.NoError(t, err)
	return r
}

// end is the day on which courses are looked at: long after all of them.
func end() fazhi.Date { return fazhi.DateOf(2026, 11, 30) }

// A finding is what the library says of a file: issues, and limits missed.
type finding struct{ issues, missed []string }

func (f finding) equal(g finding) bool {
	return slices.Equal(f.issues, g.issues) && slices.Equal(f.missed, g.missed)
}

// found returns what the library says. That nobody sued or appealed in time is no fault.
func found(t *testing.T, r *course.Replayer, f *course.File) finding {
	t.Helper()
	var all finding
	issues, err := r.Check(f)
	require.NoError(t, err)
	for _, i := range issues {
		require.NotEmpty(t, i.Path)
		require.NotEmpty(t, i.Message)
		all.issues = append(all.issues, string(i.Code)+" "+string(i.Path))
	}
	s, err := r.Replay(f, end())
	require.NoError(t, err)
	for _, track := range append([]course.Track{s.Case}, s.Suits...) {
		for _, c := range track.Of(course.Missed) {
			right := track.Serial == "" && c.Name == "起诉期限" || c.Name == "上诉期限" || c.Name == "申请再审期限"
			if !right {
				all.missed = append(all.missed, fmt.Sprint(c.Name, c.Ended.IsZero()))
			}
		}
	}
	return all
}

// A mutation changes one thing of one list of events; it says what.
type mutation func(r *rand.Rand, events []course.Event) (string, []course.Event)

func mutations() []mutation {
	return []mutation{dropped, doubled, movedInList, movedInTime, swapped, contradictory}
}

func dropped(r *rand.Rand, events []course.Event) (string, []course.Event) {
	i := r.IntN(len(events))
	name := "dropped " + events[i].Step
	return name, slices.Delete(events, i, i+1)
}

func doubled(r *rand.Rand, events []course.Event) (string, []course.Event) {
	i := r.IntN(len(events))
	return "doubled " + events[i].Step, slices.Insert(events, i, events[i])
}

func movedInList(r *rand.Rand, events []course.Event) (string, []course.Event) {
	i := r.IntN(len(events))
	e := events[i]
	rest := slices.Delete(events, i, i+1)
	return "moved in the list " + e.Step, slices.Insert(rest, r.IntN(len(rest)+1), e)
}

func movedInTime(r *rand.Rand, events []course.Event) (string, []course.Event) {
	i := r.IntN(len(events))
	events[i].On = events[i].On.AddDays(r.IntN(181) - 90)
	return "moved in time " + events[i].Step, events
}

// swapped exchanges two neighbours, which keep the days of their places.
func swapped(r *rand.Rand, events []course.Event) (string, []course.Event) {
	i := r.IntN(len(events) - 1)
	a, b := events[i], events[i+1]
	a.On, b.On = b.On, a.On
	events[i], events[i+1] = b, a
	return "swapped " + a.Step, events
}

// contradictory adds an event that cannot be.
func contradictory(r *rand.Rand, events []course.Event) (string, []course.Event) {
	first, last := events[0], events[len(events)-1]
	all := []struct {
		at int
		course.Event
	}{
		{0, course.Event{Step: "决定", On: first.On, Role: "复议机关负责人"}},
		{len(events), course.Event{Step: "受理", On: last.On.AddDays(1)}},
		{len(events), course.Event{Step: "收到", On: last.On}},
		{len(events), course.Event{Step: last.Step, On: fazhi.Date{}}},
		{1, course.Event{Step: "裁决", On: first.On}},
		{len(events), course.Event{Step: "听证", On: last.On.AddDays(2)}},
	}
	x := all[r.IntN(len(all))]
	return "added " + x.Step, slices.Insert(events, x.at, x.Event)
}

func clone(f *course.File) *course.File {
	c := *f
	c.Events, c.Suits = slices.Clone(f.Events), slices.Clone(f.Suits)
	for i := range c.Suits {
		c.Suits[i].Events = slices.Clone(f.Suits[i].Events)
	}
	return &c
}

// mutantOf changes one thing of a file.
func mutantOf(r *rand.Rand, f *course.File) (string, *course.File) {
	m := clone(f)
	events := &m.Events
	if len(m.Suits) > 0 && r.IntN(2) == 0 {
		events = &m.Suits[0].Events
	}
	mutate := mutations()[r.IntN(len(mutations()))]
	name, changed := mutate(r, *events)
	*events = changed
	return name, m
}

func isSame(a, b *course.File) bool {
	return slices.Equal(a.Events, b.Events) &&
		slices.EqualFunc(a.Suits, b.Suits, func(x, y course.Suit) bool { return slices.Equal(x.Events, y.Events) })
}

// Every correct course is found correct, by the library and by the rule of the tests.
func TestCorrectCourses(t *testing.T) {
	r, calendar := replayer(t), stateCouncil(t)
	for seed := range uint64(10 * len(courses())) {
		name, f := courseOf(t, calendar, seed)
		require.Empty(t, found(t, r, f).issues, name)
		faults := judgeFile(require.New(t), calendar, f, end())
		if name == "ended after sixty days" {
			require.Equal(t, []string{"late q"}, faults)
			require.Equal(t, []string{"中止满六十日false"}, found(t, r, f).missed)
			continue
		}
		require.Empty(t, faults, name)
		switch missed := found(t, r, f).missed; name {
		case "abandoned":
			require.Equal(t, []string{"补正期限false"}, missed)
		case "deemed":
			require.Equal(t, []string{"审查期限false"}, missed)
		default:
			require.Empty(t, missed, name)
		}
	}
}

// A thousand mutants are reported; those that are not are lawful courses by a rule of its own. Both say the same of every one.
func TestMutants(t *testing.T) {
	const mutants = 1000
	r, calendar, random := replayer(t), stateCouncil(t), rand.New(rand.NewPCG(8, 2024))
	reported, lawful, kinds := 0, map[string]int{}, map[string]bool{}
	for seed := uint64(0); reported < mutants; seed++ {
		kind, f := courseOf(t, calendar, seed)
		change, m := mutantOf(random, f)
		if isSame(f, m) {
			continue
		}
		kinds[kind] = true
		said := !found(t, r, m).equal(found(t, r, f))
		faults := judgeFile(require.New(t), calendar, m, end())
		ruled := !slices.Equal(faults, judgeFile(require.New(t), calendar, f, end()))
		require.Equal(t, ruled, said, "%s: %s\n%v\nfound %v\nfaults %v", kind, change, m, found(t, r, m), faults)
		if said {
			reported++
		} else {
			lawful[change[:strings.LastIndexByte(change, ' ')]]++
		}
	}
	require.Len(t, kinds, len(courses()))
	require.Zero(t, lawful["doubled"]+lawful["added"], "an event that stands twice, or that cannot be, is never lawful")
	t.Logf("%d mutants reported, %d still lawful: %v", reported, sum(lawful), lawful)
}

func sum(counts map[string]int) (n int) {
	for _, c := range counts {
		n += c
	}
	return n
}
