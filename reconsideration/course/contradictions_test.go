package course_test

import (
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/reconsideration/course"
)

// until are the events of a case up to the reply, with some more.
func until(more ...string) []string {
	return append([]string{"收到", "2024-03-04", "受理", "2024-03-08", "发送副本", "2024-03-11", "副本送达", "2024-03-12", "答复", "2024-03-20"}, more...)
}

// codesOf are the codes and places of what Check says.
func codesOf(t *testing.T, f *course.File) []string {
	t.Helper()
	issues, err := replayer(t).Check(f)
	require.NoError(t, err)
	var all []string
	for _, i := range issues {
		all = append(all, string(i.Code)+" "+string(i.Path))
	}
	return all
}

// A notice is for one hearing: the library and the rule of the tests say which hearings had none in time.
func TestNoticesOfHearings(t *testing.T) {
	for name, x := range map[string]struct {
		events []string
		late   []int // places of hearings
	}{
		"one each":                     {[]string{"听证通知", "2024-03-21", "听证", "2024-04-01", "听证通知", "2024-04-02", "听证", "2024-04-20"}, nil},
		"both before the first":        {[]string{"听证通知", "2024-03-21", "听证通知", "2024-03-29", "听证", "2024-04-01", "听证", "2024-04-20"}, nil},
		"none for the second":          {[]string{"听证通知", "2024-03-21", "听证", "2024-04-01", "听证", "2024-04-20"}, []int{7}},
		"none at all":                  {[]string{"听证", "2024-04-01", "听证", "2024-04-20"}, []int{5, 6}},
		"late for the second":          {[]string{"听证通知", "2024-03-21", "听证", "2024-04-01", "听证通知", "2024-04-18", "听证", "2024-04-20"}, []int{8}},
		"on the day, after the first":  {[]string{"听证", "2024-04-01", "听证通知", "2024-04-01", "听证", "2024-04-20"}, []int{5}},
		"three hearings, two notices":  {[]string{"听证通知", "2024-03-21", "听证", "2024-04-01", "听证通知", "2024-04-02", "听证", "2024-04-12", "听证", "2024-04-20"}, []int{9}},
		"the second notice was enough": {[]string{"听证通知", "2024-03-21", "听证通知", "2024-03-22", "听证", "2024-04-01"}, nil},
	} {
		f := fileOf(t, until(append(x.events, "决定", "2024-04-26", "决定书送达", "2024-04-28")...)...)
		var want []string
		for _, i := range x.late {
			want = append(want, "reconsideration/course/hearing /events/"+strconv.Itoa(i))
		}
		require.Equal(t, want, codesOf(t, f), name)
		faults := judgeFile(require.New(t), stateCouncil(t), f, end())
		require.Equal(t, len(x.late), len(slices.DeleteFunc(faults, func(s string) bool { return s != "notice of hearing" })), name)
		s := replay(t, f, "2024-05-01")
		missed := slices.DeleteFunc(s.Case.Of(course.Missed), func(c course.Clock) bool { return c.Name != "听证通知期限" })
		require.Len(t, missed, len(x.late), name)
	}
}

// One hearing of one day is noted for several parties; each note is reported once, and no more than MaxIssues are told.
func TestManyIssues(t *testing.T) {
	f := fileOf(t, until()...)
	for range 1500 {
		f.Events = append(f.Events, events(t, "听证", "2024-04-01")...)
	}
	issues, err := replayer(t).Check(f)
	require.NoError(t, err)
	require.Len(t, issues, course.MaxIssues+1)
	require.Equal(t, fazhi.Issue{Code: course.CodeMany, Message: "还有1999个问题没有列出"}, issues[course.MaxIssues], "1500 without notice, 1499 twice on a day")
	f.Events = f.Events[:505]
	require.Len(t, codesOf(t, f), 999)
	f = fileOf(t, until("听证通知", "2024-03-21")...)
	for range 1500 {
		f.Events = append(f.Events, events(t, "听证", "2024-04-01")...)
	}
	issues, err = replayer(t).Check(f)
	require.NoError(t, err)
	require.NoError(t, issues.Err(), "warnings only, and so is their count")
	require.Equal(t, "还有499个问题没有列出", issues[course.MaxIssues].Message)
}

// A suit that cannot follow from its case is reported (行政复议法第二十九条第一款).
func TestSuitsThatDoNotFit(t *testing.T) {
	decided := until("听取意见", "2024-03-21", "决定", "2024-04-26", "决定书送达", "2024-04-29")
	first := func(pairs ...string) course.Suit { return course.Suit{Instance: "一审", Events: events(t, pairs...)} }
	second := func(pairs ...string) course.Suit { return course.Suit{Instance: "二审", Events: events(t, pairs...)} }
	judged := []string{"起诉", "2024-05-06", "收到应诉通知", "2024-05-10", "判决送达", "2024-07-01"}
	appealed := first(append(judged[:6:6], "上诉", "2024-07-08")...)
	const suit = "reconsideration/course/suit "
	for name, x := range map[string]struct {
		events []string
		suits  []course.Suit
		want   []string
	}{
		"after service":               {decided, []course.Suit{first(judged...)}, nil},
		"before the decision":         {decided, []course.Suit{first("起诉", "2024-04-10")}, []string{suit + "/suits/0/events/0"}},
		"before the application":      {decided, []course.Suit{first("起诉", "2024-01-20")}, []string{suit + "/suits/0/events/0"}},
		"not decided in time":         {until("期满未决定", "2024-05-07"), []course.Suit{first("起诉", "2024-05-10")}, nil},
		"not accepted":                {[]string{"收到", "2024-03-04", "不予受理", "2024-03-08"}, []course.Suit{first("起诉", "2024-03-11")}, nil},
		"withdrawn":                   {until("终止", "2024-04-01"), []course.Suit{first("起诉", "2024-04-10")}, nil},
		"withdrawn before acceptance": {[]string{"收到", "2024-03-04", "受理前撤回", "2024-03-07"}, []course.Suit{first("起诉", "2024-03-11")}, nil},
		"nobody applied":              {nil, []course.Suit{first("知道行政行为", "2024-03-01", "起诉", "2024-03-11")}, nil},
		"an appeal":                   {decided, []course.Suit{appealed, second("收到应诉通知", "2024-08-01")}, nil},
		"an appeal not noted":         {decided, []course.Suit{first(judged...), second("收到应诉通知", "2024-08-01")}, []string{suit + "/suits/1/instance"}},
		"no first instance":           {decided, []course.Suit{second("收到应诉通知", "2024-08-01")}, []string{suit + "/suits/0/instance"}},
		"before the appeal":           {decided, []course.Suit{appealed, second("收到应诉通知", "2024-07-07")}, []string{suit + "/suits/1/instance"}},
		"a second without a court":    {decided, []course.Suit{second()}, []string{suit + "/suits/0/instance"}},
	} {
		f := fileOf(t, x.events...)
		f.Suits = x.suits
		require.Equal(t, x.want, codesOf(t, f), name)
	}
	f := fileOf(t, "收到", "2023-03-06", "受理", "2023-03-08")
	f.Suits = []course.Suit{first("起诉", "2023-03-20")}
	issues, err := replayer(t).Check(f)
	require.NoError(t, err)
	require.Equal(t, "行政复议法（2017年修正）第十六条第一款", issues[0].Basis)
}

// An event that Check leaves out is left out of a replay to any day.
func TestReplayAgreesWithCheck(t *testing.T) {
	f := fileOf(t, until("听取意见", "2024-03-21", "决定", "2024-04-26", "中止", "2024-04-01")...)
	require.Equal(t, []string{"lifecycle/date /events/7/on"}, codesOf(t, f))
	require.Equal(t, "听取意见", replay(t, f, "2024-04-10").Case.State.Step)
	require.Equal(t, "决定", replay(t, f, "2024-04-26").Case.State.Step)
}
