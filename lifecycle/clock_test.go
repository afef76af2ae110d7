package lifecycle_test

import (
	"encoding/json"
	"errors"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/workday"
)

type dues = map[string]string

// Clocks begin with a step and stop with another; one that a local rule has not set never begins.
func TestClocks(t *testing.T) {
	w := walkLetters(t).take("收到", "2024-03-01")
	require.Equal(t, dues{"回复期限": "2024-03-15", "办理期限": "2024-04-30"}, w.due())
	require.Equal(t, day("2024-03-15"), w.state.Due())
	w.take("办理", "2024-03-20")
	require.Equal(t, dues{"办理期限": "2024-04-30"}, w.due(), "a step that comes too late stops the clock all the same")
	require.Equal(t, day("2024-04-30"), w.state.Due())
	require.True(t, lifecycle.State{}.Due().IsZero())
}

// The law of the day of the step decides, and of clocks with conditions the first that holds.
func TestWhichClock(t *testing.T) {
	w := walkLetters(t).take("收到", "2023-12-29")
	require.Equal(t, dues{"回复期限": "2024-01-22", "办理期限": "2024-02-27"}, w.due())
	w = walkLetters(t)
	w.doc = &letter{Urgent: true}
	w.take("收到", "2024-03-01")
	require.Equal(t, dues{"回复期限": "2024-03-15", "办理期限": "2024-04-01"}, w.due(), "第30日为3月31日星期日")
}

func TestExtension(t *testing.T) {
	w := walkLetters(t).take("收到", "2024-03-01").take("延长", "2024-04-30")
	require.Equal(t, dues{"回复期限": "2024-03-15", "办理期限": "2024-05-30"}, w.due())
	r, _ := w.state.Clock("办理期限")
	require.Equal(t, [2]string{"90d", "某规定第六条"}, [2]string{r.Span.String(), r.Basis})
	require.Equal(t, day("2024-03-01"), r.Start)

	w.state.Running = slices.DeleteFunc(w.state.Running, func(r lifecycle.Running) bool { return r.Clock == "办理期限" })
	require.Equal(t, []string{"lifecycle/extend"}, codes(t, w.try("延长", "2024-05-06")))
	w.state.Running = []lifecycle.Running{{Clock: "办理期限", Start: day("2024-03-01"), Span: span("2m")}}
	require.Equal(t, []string{"lifecycle/extend"}, codes(t, w.try("延长", "2024-05-06")), "another unit")
}

// The days of a pause do not count; the day of the resuming step does. What begins with the pause runs.
func TestPause(t *testing.T) {
	w := walkLetters(t).take("收到", "2024-03-01").take("中止", "2024-03-06")
	require.Equal(t, dues{"回复期限": "", "办理期限": "", "中止期限": "2024-09-06"}, w.due())
	require.Equal(t, day("2024-09-06"), w.state.Due())
	r, _ := w.state.Clock("办理期限")
	require.True(t, r.Paused())

	w.take("恢复", "2024-03-16")
	require.Equal(t, dues{"回复期限": "2024-03-27", "办理期限": "2024-05-10"}, w.due())
	r, _ = w.state.Clock("办理期限")
	require.False(t, r.Paused())
	require.Equal(t, []workday.Pause{{Period: fazhi.Period{From: day("2024-03-06"), To: day("2024-03-15")}, Reason: "中止"}}, r.Pauses)

	w.take("中止", "2024-03-20").take("恢复", "2024-03-22")
	require.Equal(t, dues{"回复期限": "2024-03-29", "办理期限": "2024-05-13"}, w.due(), "5月12日为星期日")
	w.take("延长", "2024-03-25")
	require.Equal(t, "2024-06-11", w.due()["办理期限"])
}

// A pause that ends on its first day was none.
func TestPauseOfNoDay(t *testing.T) {
	w := walkLetters(t).take("收到", "2024-03-01").take("中止", "2024-03-06").take("恢复", "2024-03-06")
	require.Equal(t, dues{"回复期限": "2024-03-15", "办理期限": "2024-04-30"}, w.due())
	for _, r := range w.state.Running {
		require.Empty(t, r.Pauses)
	}
}

// What had run out before the pause stays as it was.
func TestPauseAfterTheEnd(t *testing.T) {
	w := walkLetters(t).take("收到", "2024-03-01").take("中止", "2024-03-18")
	require.Equal(t, "2024-03-15", w.due()["回复期限"])
	require.Equal(t, day("2024-03-15"), w.state.Due())
}

// Only the clocks that are named are paused.
func TestPauseOfSome(t *testing.T) {
	flow := letters()
	for _, step := range []string{"中止", "恢复"} {
		flow.Steps[flow.Index(step)].Only = []string{"办理期限"}
	}
	w := walkLetters(t)
	w.machine = compile(t, flow)
	w.take("收到", "2024-03-01").take("中止", "2024-03-06")
	require.Equal(t, dues{"回复期限": "2024-03-15", "办理期限": "", "中止期限": "2024-09-06"}, w.due())
}

// A pause during another takes its place; one resumption ends it.
func TestPauseDuringAnother(t *testing.T) {
	flow := letters()
	flow.Steps[flow.Index("中止")].After = append(flow.Steps[flow.Index("中止")].After, "中止")
	w := walkLetters(t)
	w.machine = compile(t, flow)
	w.take("收到", "2024-03-01").take("中止", "2024-03-06").take("中止", "2024-03-11").take("恢复", "2024-03-16")
	require.Equal(t, dues{"回复期限": "2024-03-27", "办理期限": "2024-05-10"}, w.due())
	r, _ := w.state.Clock("办理期限")
	require.Len(t, r.Pauses, 2)
	require.Equal(t, fazhi.Period{From: day("2024-03-06"), To: day("2024-03-10")}, r.Pauses[0].Period)
}

// A step that may be noted late begins its clocks on its own day; the day of the state stays the later one.
func TestLate(t *testing.T) {
	flow := letters()
	office := &flow.Steps[flow.Index("办理")]
	office.Late = true
	office.Starts = []lifecycle.Clock{{Name: "答复期限", Span: span("10d"), Basis: "某规定"}}
	w := walkLetters(t)
	w.machine = compile(t, flow)
	w.take("收到", "2024-03-01").take("延长", "2024-03-12").take("办理", "2024-03-06")
	require.Equal(t, "2024-03-18", w.due()["答复期限"], "3月16日为星期六")
	require.Equal(t, day("2024-03-12"), w.state.On)
	require.Equal(t, []string{"lifecycle/date"}, codes(t, w.try("延长", "2024-03-11")))
}

// A clock that begins again replaces the one that runs.
func TestRestart(t *testing.T) {
	flow := letters()
	flow.Steps[0].After = []string{"办理"}
	w := walkLetters(t)
	w.machine = compile(t, flow)
	w.take("收到", "2024-03-01").take("办理", "2024-03-04").take("收到", "2024-03-05")
	require.Equal(t, dues{"回复期限": "2024-03-19", "办理期限": "2024-05-06"}, w.due(), "5月4日为星期六，5日为星期日")
	require.Len(t, w.state.Running, 2)
}

// Where the notice of a year is missing, a limit of days stays where it is; a limit of working days is an error.
func TestYearWithoutNotice(t *testing.T) {
	w := walkLetters(t)
	err := w.try("收到", "2026-12-25")
	var missing *workday.NoCalendarError
	require.ErrorAs(t, err, &missing)
	require.Equal(t, 2027, missing.Year)
	require.Equal(t, lifecycle.State{}, w.state)

	w.take("收到", "2026-11-23").take("办理", "2026-11-24")
	require.Equal(t, dues{"办理期限": "2027-01-22?"}, w.due())
	w.take("延长", "2026-11-25")
	require.Equal(t, dues{"办理期限": "2027-02-21?"}, w.due(), "2027年2月21日为星期日，放假安排不明，不动")

	known, err := w.calendar.With(notice2027())
	require.NoError(t, err)
	w.calendar = known
	w.take("办理", "2026-11-26")
	require.Equal(t, dues{"办理期限": "2027-02-22"}, w.due(), "the notice is there now")
}

// A last day that would move to an earlier one may not stay: it would be too late.
func TestEarlierMayNotStay(t *testing.T) {
	flow := letters()
	flow.Steps[0].Starts = []lifecycle.Clock{{Name: "办理期限", Span: span("90d"), Basis: "某规定第五条", Rest: workday.Earlier}}
	flow.Steps[flow.Index("办理")].Stops = nil
	w := walkLetters(t)
	w.machine = compile(t, flow)
	require.ErrorIs(t, w.try("收到", "2026-11-23"), workday.ErrNoCalendar)
	w.take("收到", "2024-03-01")
	r, _ := w.state.Clock("办理期限")
	require.Equal(t, workday.Earlier, r.Term().Rest)
}

// Other errors of the calendar come through; without a calendar no limit can be computed.
func TestErrorsOfTheCalendar(t *testing.T) {
	w := walkLetters(t)
	w.calendar = nil
	require.ErrorIs(t, w.try("收到", "2024-03-01"), workday.ErrNoCalendar)
	w = walkLetters(t)
	require.Error(t, w.try("收到", "9999-12-30"))
	w.state = lifecycle.State{Step: "收到", Running: []lifecycle.Running{{Clock: "办理期限", Provisional: true}}}
	require.ErrorIs(t, w.try("办理", "2024-03-01"), workday.ErrSpan)
	w.state.Running[0] = lifecycle.Running{Clock: "办理期限", Start: day("2024-03-01"), Span: span("99999d")}
	require.ErrorIs(t, w.try("延长", "2024-03-01"), workday.ErrSpan)
	require.False(t, errors.Is(w.try("延长", "2024-03-01"), lifecycle.ErrRefused))
}

// Take changes nothing that it was given: two ways from one state do not meet.
func TestTakeLeavesTheStateAlone(t *testing.T) {
	w := walkLetters(t).take("收到", "2024-03-01").take("中止", "2024-03-06").take("恢复", "2024-03-08")
	before, kept := w.state, clone(t, w.state)
	w.take("中止", "2024-03-11").take("恢复", "2024-03-13")
	one, keptOne := w.state, clone(t, w.state)
	w.state = before
	w.take("中止", "2024-03-12").take("恢复", "2024-03-18").take("延长", "2024-03-19")
	require.Equal(t, kept, before)
	require.Equal(t, keptOne, one)
}

func clone(t *testing.T, s lifecycle.State) lifecycle.State {
	t.Helper()
	text, err := json.Marshal(s)
	require.NoError(t, err)
	var c lifecycle.State
	require.NoError(t, json.Unmarshal(text, &c))
	return c
}

func notice2027() workday.Notice {
	n := workday.Notice{Year: 2027}
	for name, text := range map[string]string{
		"元旦": "2027-01-01", "春节": "2027-02-06", "清明节": "2027-04-05", "劳动节": "2027-05-01", "端午节": "2027-06-09",
		"中秋节": "2027-09-15", "国庆节": "2027-10-01",
	} {
		n.Days = append(n.Days, workday.Day{Name: name, Date: day(text), Off: true})
	}
	return n
}
