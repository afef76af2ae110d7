package course_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/reconsideration"
	"github.com/fazhi-go/fazhi/reconsideration/course"
	"github.com/fazhi-go/fazhi/reconsideration/law"
	"github.com/fazhi-go/fazhi/workday"
)

func day(t testing.TB, text string) fazhi.Date {
	t.Helper()
	d, err := fazhi.ParseDate(text)
	require.NoError(t, err)
	return d
}

// events reads pairs of a step and its day; whoever must take it does.
func events(t testing.TB, pairs ...string) []course.Event {
	t.Helper()
	var all []course.Event
	for i := 0; i < len(pairs); i += 2 {
		e := course.Event{Step: pairs[i], On: day(t, pairs[i+1])}
		switch e.Step {
		case "决定", "延长审理期限", "转为普通程序":
			e.Role = "复议机关负责人"
		}
		all = append(all, e)
	}
	return all
}

func fileOf(t testing.TB, pairs ...string) *course.File {
	return &course.File{Code: "甲1", Events: events(t, pairs...)}
}

func replay(t testing.TB, f *course.File, on string) course.Standing {
	t.Helper()
	s, err := replayer(t).Replay(f, day(t, on))
	require.NoError(t, err)
	return s
}

// lines writes limits as lines.
func lines(clocks []course.Clock) []string {
	var all []string
	for _, c := range clocks {
		line := c.Name + " " + string(c.Status) + " " + c.Due.String()
		if c.Consequence != nil {
			line += " " + c.Consequence.Effect + " " + c.Consequence.On.String() + " " + c.Consequence.Basis
		}
		all = append(all, line)
	}
	return all
}

// A case is replayed to any of its days.
func TestReplay(t *testing.T) {
	f := fileOf(t, "收到", "2024-02-08", "受理", "2024-02-20", "发送副本", "2024-02-22", "副本送达", "2024-02-26", "答复", "2024-03-14",
		"听取意见", "2024-03-20", "决定", "2024-04-10", "决定书送达", "2024-04-15")
	issues, err := replayer(t).Check(f)
	require.NoError(t, err)
	require.Empty(t, issues)

	require.Empty(t, replay(t, f, "2024-02-07").Case.State)
	s := replay(t, f, "2024-02-26")
	require.Equal(t, law.Of2023, s.Law)
	require.Equal(t, "副本送达", s.Case.State.Step)
	require.Equal(t, []string{"审查期限 按期 2024-02-21", "发送副本期限 按期 2024-02-29", "审理期限 进行 2024-04-22", "答复期限 进行 2024-03-11"}, lines(s.Case.Clocks))
	require.NotEmpty(t, s.Case.Clocks[2].Why)

	require.Equal(t, "答复期限 进行 2024-03-11", lines(replay(t, f, "2024-03-11").Case.Clocks)[3])
	require.Equal(t, "答复期限 逾期 2024-03-11 视为没有证据、依据 2024-03-12 行政复议法第七十条", lines(replay(t, f, "2024-03-12").Case.Clocks)[3])
	s = replay(t, f, "2024-04-15")
	require.Equal(t, "2024-03-14", s.Case.Clocks[3].Ended.String(), "missed, and done later")
	require.Equal(t, []string{"审理期限 按期 2024-04-22", "起诉期限 进行 2024-04-30"}, lines([]course.Clock{s.Case.Clocks[2], s.Case.Clocks[4]}))
	require.Empty(t, f.Events[0].Role)
}

// Consequences come on their day, with their article, and the case does not go on by itself.
func TestConsequences(t *testing.T) {
	for _, x := range []struct {
		pairs       []string
		before, on  string
		consequence string
		step        string
	}{
		{[]string{"收到", "2024-09-27"}, "2024-10-09", "2024-10-10", "视为受理 2024-10-10 行政复议法第三十条第三款", "视为受理"},
		{[]string{"收到", "2023-09-20"}, "2023-09-27", "2023-09-28", "视为受理 2023-09-28 行政复议法（2017年修正）第十七条第二款", "受理"},
		{[]string{"收到", "2026-02-09", "通知补正", "2026-02-11", "补正通知送达", "2026-02-13"}, "2026-03-05", "2026-03-06", "视为放弃 2026-03-06 行政复议法第三十一条第二款", "视为放弃"},
		{[]string{"收到", "2024-02-28", "受理", "2024-03-01", "发送副本", "2024-03-04", "中止（参加人未确定）", "2024-04-01"}, "2024-05-31", "2024-06-01", "终止 2024-06-01 行政复议法第四十一条第五项", "终止"},
		{[]string{"收到", "2024-08-01", "受理", "2024-08-03", "发送副本", "2024-08-05"}, "2024-10-08", "2024-10-09", "可以起诉 2024-10-09 行政诉讼法第四十五条", "期满未决定"},
		{[]string{"收到", "2024-08-01", "受理", "2024-08-03"}, "2024-08-13", "2024-08-14", "违反期限 2024-08-14 行政复议法第四十八条", ""},
		{[]string{"知道行政行为", "2024-08-03"}, "2024-10-08", "2024-10-09", "不予受理 2024-10-09 行政复议法第二十条、第三十条", ""},
		{[]string{"知道行政行为（未告知）", "2024-08-05"}, "2025-08-05", "2025-08-06", "不予受理 2025-08-06 行政复议法第二十条第三款", ""},
		{[]string{"收到履职申请", "2024-08-03"}, "2024-10-07", "2024-10-08", "可以申请复议 2024-10-08 行政复议法实施条例第十六条第一款第二项", "履行职责期限届满"},
		{[]string{"处罚机关收到申请", "2025-09-26"}, "2025-10-10", "2025-10-11", "违反期限 2025-10-11 行政复议法第三十二条", ""},
	} {
		f := fileOf(t, x.pairs...)
		require.Empty(t, reconsideration.Consequences(replay(t, f, x.before).Case.State, day(t, x.before)), x.pairs)
		s := replay(t, f, x.on)
		require.Equal(t, f.Events[len(f.Events)-1].Step, s.Case.State.Step, "nothing happens by itself")
		got := reconsideration.Consequences(s.Case.State, s.On)
		require.Len(t, got, 1, x.pairs)
		require.Equal(t, x.consequence, got[0].Effect+" "+got[0].On.String()+" "+got[0].Basis)
		require.Equal(t, x.step, got[0].Step)
		require.Contains(t, lines(s.Case.Clocks), got[0].Clock+" "+status(got[0], s.On)+" "+got[0].Due.String()+" "+x.consequence)
		if x.step == "期满未决定" { // it bears the last day
			s = replay(t, f, x.before)
		}
		if x.step != "" {
			require.True(t, mayTake(s.Case.Next, x.step), x.step)
		}
	}
}

// 第三十一条第二款：延长补正期限的，原期限停止，其届满没有后果。
func TestExtendedSupplement(t *testing.T) {
	s := replay(t, fileOf(t, "收到", "2026-02-09", "通知补正", "2026-02-11", "补正通知送达", "2026-02-13", "延长补正期限", "2026-03-04"), "2026-03-09")
	for _, c := range s.Case.Clocks {
		if c.Name == "补正期限" {
			require.Equal(t, course.Ended, c.Status)
			require.Nil(t, c.Consequence)
			return
		}
	}
	t.Fatal("没有补正期限")
}

// status of a limit whose consequence has come: on the last day itself it still runs.
func status(c reconsideration.Consequence, on fazhi.Date) string {
	if on.After(c.Due) {
		return string(course.Missed)
	}
	return string(course.Runs)
}

func mayTake(choices []course.Choice, step string) bool {
	for _, c := range choices {
		if c.Step == step {
			return len(c.Against) == 0
		}
	}
	return false
}

// What may come next is said with what stands against it.
func TestNext(t *testing.T) {
	s := replay(t, fileOf(t, "收到", "2024-09-27"), "2024-10-11")
	require.False(t, mayTake(s.Case.Next, "受理"))
	for _, c := range s.Case.Next {
		if c.Step == "受理" {
			require.Equal(t, fazhi.Code("reconsideration/acceptance/in-time"), c.Against[0].Code)
		}
	}
	require.Equal(t, []string{"复议机关负责人", "集体讨论"}, rolesOf(replay(t, fileOf(t, "收到", "2024-09-27", "受理", "2024-09-29"), "2024-10-11").Case.Next, "决定"))
}

func rolesOf(choices []course.Choice, step string) []string {
	for _, c := range choices {
		if c.Step == step {
			return c.Roles
		}
	}
	return nil
}

// Events that contradict each other are reported, each with its place.
func TestContradictions(t *testing.T) {
	begun := []string{"收到", "2024-03-01", "受理", "2024-03-04"}
	ended := append(begun[:4:4], "副本送达", "2024-03-06", "答复", "2024-03-11", "听取意见", "2024-03-12", "决定", "2024-03-20", "决定书送达", "2024-03-22", "归档", "2024-04-30")
	with := func(base []string, pairs ...string) []string { return append(base[:len(base):len(base)], pairs...) }
	for name, x := range map[string]struct {
		pairs []string
		want  []string
	}{
		"a decision before acceptance": {[]string{"收到", "2024-03-01", "决定", "2024-03-04"}, []string{"lifecycle/order /events/1"}},
		"two acceptances":              {with(begun, "受理", "2024-03-05"), []string{"lifecycle/order /events/2"}},
		"after the end":                {with(ended, "听证", "2024-05-06"), []string{"lifecycle/final /events/8"}},
		"days out of order":            {with(begun, "听取意见", "2024-03-02"), []string{"lifecycle/date /events/2/on"}},
		"an unknown step":              {with(begun, "裁决", "2024-03-05"), []string{"lifecycle/step /events/2"}},
		"a reply to nothing":           {with(begun, "答复", "2024-03-05"), []string{"reconsideration/course/needs /events/2"}},
		"no notice of the hearing":     {with(begun, "听证", "2024-03-05"), []string{"reconsideration/course/hearing /events/2"}},
		"twice on one day":             {with(begun, "发送副本", "2024-03-05", "发送副本", "2024-03-05"), []string{"reconsideration/course/double /events/3"}},
		"before there was a law":       {[]string{"收到", "1999-09-01"}, []string{"reconsideration/course/law /events/0/on"}},
		"archived without service":     {[]string{"收到", "2024-03-01", "不予受理", "2024-03-04", "归档", "2024-03-05"}, []string{"reconsideration/course/needs /events/2"}},
		"a decision before the reply":  {with(begun, "副本送达", "2024-03-06", "听取意见", "2024-03-07", "决定", "2024-03-08"), []string{"reconsideration/course/needs /events/4"}},
		"the parties were not heard":   {with(begun, "决定", "2024-03-08"), []string{"reconsideration/course/needs /events/2"}},
	} {
		issues, err := replayer(t).Check(fileOf(t, x.pairs...))
		require.NoError(t, err)
		var got []string
		for _, i := range issues {
			got = append(got, string(i.Code)+" "+string(i.Path))
		}
		require.Equal(t, x.want, got, name)
	}
	f := fileOf(t, begun...)
	f.Events = append(f.Events, course.Event{Step: "听取意见"})
	issues, err := replayer(t).Check(f)
	require.NoError(t, err)
	require.Equal(t, lifecycle.WrongDate, issues[0].Code, "no day")
}

// 第五十一条第一款：举行听证的五个工作日之前通知，向前计算。
func TestNoticeOfHearing(t *testing.T) {
	for notice, want := range map[string]course.Status{"2024-09-30": course.Met, "2024-10-08": course.Missed} {
		f := fileOf(t, "收到", "2024-09-02", "受理", "2024-09-03", "发送副本", "2024-09-04", "听证通知", notice, "听证", "2024-10-12")
		clocks := replay(t, f, "2024-10-12").Case.Clocks
		last := clocks[len(clocks)-1]
		require.Equal(t, "2024-09-30", last.Due.String())
		require.Equal(t, want, last.Status)
		issues, err := replayer(t).Check(f)
		require.NoError(t, err)
		require.Equal(t, want == course.Missed, len(issues) == 1)
	}
}

// The law that the file names is the one of the day of acceptance.
func TestLaw(t *testing.T) {
	f := fileOf(t, "收到", "2023-12-11", "受理", "2023-12-15", "发送副本", "2023-12-18", "副本送达", "2024-01-02", "意见书送达（审理中）", "2024-01-03")
	s := replay(t, f, "2024-01-05")
	require.Equal(t, law.Of2017, s.Law)
	require.Equal(t, "2024-01-12", s.Case.Of(course.Runs)[1].Due.String(), "ten days of the calendar")
	for name, n := range map[string]int{law.Of2017: 0, law.Of2023: 1, "2008年修正": 1} {
		f.Law = name
		issues, err := replayer(t).Check(f)
		require.NoError(t, err)
		require.Len(t, issues, n, name)
		if n > 0 {
			require.Equal(t, course.CodeLaw, issues[0].Code)
			require.Equal(t, fazhi.Path("/law"), issues[0].Path)
		}
	}
	byStep, err := course.New(stateCouncil(t), reconsideration.Profile{LawOfStep: true})
	require.NoError(t, err)
	s, err = byStep.Replay(f, day(t, "2024-01-05"))
	require.NoError(t, err)
	require.Equal(t, law.Of2023, s.Law)
	require.Equal(t, "2024-01-16", s.Case.Of(course.Runs)[1].Due.String(), "ten working days")
}

// Nothing is guessed where days off are not known.
func TestYearWithoutCalendar(t *testing.T) {
	f := fileOf(t, "收到", "2026-12-29")
	var missing *workday.NoCalendarError
	_, err := replayer(t).Check(f)
	require.ErrorAs(t, err, &missing)
	require.Equal(t, 2027, missing.Year)
	require.ErrorContains(t, err, "/events/0")
	_, err = replayer(t).Replay(f, day(t, "2026-12-30"))
	require.ErrorAs(t, err, &missing)
	s := replay(t, fileOf(t, "收到", "2026-12-01", "受理", "2026-12-03"), "2026-12-04")
	require.True(t, s.Case.Of(course.Runs)[1].Provisional, "sixty days end in 2027")
	_, err = replayer(t).Replay(f, fazhi.Date{})
	require.ErrorIs(t, err, course.ErrDay)
}

// Suits stand in the same file, instance by instance.
func TestSuits(t *testing.T) {
	f := fileOf(t, "收到", "2024-02-08", "受理", "2024-02-20", "副本送达", "2024-02-26", "答复", "2024-03-08", "听取意见", "2024-03-20", "决定", "2024-04-10", "决定书送达", "2024-04-15")
	f.Suits = []course.Suit{
		{Serial: "（2024）某行初1号", Instance: "一审", Result: "驳回诉讼请求", Events: events(t, "收到复议决定", "2024-04-15", "起诉", "2024-05-06",
			"收到应诉通知", "2024-05-08", "判决送达", "2024-09-02", "上诉", "2024-09-10")},
		{Serial: "（2024）某行终1号", Instance: "二审", Events: events(t, "收到应诉通知", "2024-10-08", "判决送达", "2024-12-02", "裁判生效", "2024-12-02")},
	}
	issues, err := replayer(t).Check(f)
	require.NoError(t, err)
	require.Empty(t, issues)
	require.Empty(t, replay(t, f, "2024-04-14").Suits)
	s := replay(t, f, "2024-12-31")
	require.Len(t, s.Suits, 2)
	require.Equal(t, []string{"起诉期限 逾期 2024-04-30 不能再起诉 2024-05-01 行政诉讼法第四十五条",
		"答辩举证期限 逾期 2024-05-23 视为没有证据 2024-05-24 行政诉讼法第三十四条第二款、第六十七条第二款", "上诉期限 按期 2024-09-18"}, lines(s.Suits[0].Clocks))
	require.Equal(t, "申请再审期限 进行 2025-06-03", lines(s.Suits[1].Clocks)[1], "2025-06-02 is a holiday")
	f.Suits[0].Events[0].On = day(t, "2024-04-12")
	f.Suits[1].Instance = "终审"
	issues, err = replayer(t).Check(f)
	require.NoError(t, err)
	require.Equal(t, fazhi.Path("/suits/0/events/0"), issues[0].Path)
	require.Equal(t, fazhi.Path("/suits/1/instance"), issues[1].Path)
}

// The time to sue that runs in the case (起诉期限) ends with a suit of the same file, on the day of the suit.
func TestSuedInTime(t *testing.T) {
	closed := []string{"收到", "2024-02-08", "受理", "2024-02-20", "副本送达", "2024-02-26", "答复", "2024-03-08", "听取意见", "2024-03-20", "决定", "2024-04-10", "决定书送达", "2024-04-15"}
	for name, x := range map[string]struct {
		suits []course.Suit
		on    string
		want  string
	}{
		"not sued":                   {nil, "2024-05-02", "起诉期限 逾期 2024-04-30 不能再起诉 2024-05-01 行政诉讼法第四十五条"},
		"not sued yet":               {[]course.Suit{{Instance: "一审", Events: events(t, "起诉", "2024-04-30")}}, "2024-04-29", "起诉期限 进行 2024-04-30"},
		"on the last day":            {[]course.Suit{{Instance: "一审", Events: events(t, "起诉", "2024-04-30")}}, "2024-04-30", "起诉期限 按期 2024-04-30"},
		"looked at later":            {[]course.Suit{{Instance: "一审", Events: events(t, "收到复议决定", "2024-04-15", "起诉", "2024-04-30")}}, "2024-12-31", "起诉期限 按期 2024-04-30"},
		"a day late":                 {[]course.Suit{{Instance: "一审", Events: events(t, "起诉", "2024-05-01")}}, "2024-12-31", "起诉期限 逾期 2024-04-30 不能再起诉 2024-05-01 行政诉讼法第四十五条"},
		"the second suit is in time": {[]course.Suit{{Instance: "一审", Events: events(t, "起诉", "2024-05-01")}, {Instance: "一审", Events: events(t, "起诉", "2024-04-29")}}, "2024-12-31", "起诉期限 按期 2024-04-30"},
		"sued before the decision":   {[]course.Suit{{Instance: "一审", Events: events(t, "起诉", "2024-04-14")}}, "2024-05-02", "起诉期限 逾期 2024-04-30 不能再起诉 2024-05-01 行政诉讼法第四十五条"},
		"an event that cannot be":    {[]course.Suit{{Instance: "一审", Events: events(t, "收到应诉通知", "2024-04-20", "起诉", "2024-04-22")}}, "2024-05-02", "起诉期限 停止 2024-04-30"},
		"a notice of the court":      {[]course.Suit{{Instance: "一审", Events: events(t, "收到应诉通知", "2024-06-20")}}, "2024-06-20", "起诉期限 停止 2024-04-30"},
		"no notice yet":              {[]course.Suit{{Instance: "一审", Events: events(t, "收到应诉通知", "2024-06-20")}}, "2024-06-19", "起诉期限 逾期 2024-04-30 不能再起诉 2024-05-01 行政诉讼法第四十五条"},
		"a notice of an old suit":    {[]course.Suit{{Instance: "一审", Events: events(t, "收到应诉通知", "2024-04-14")}}, "2024-05-02", "起诉期限 逾期 2024-04-30 不能再起诉 2024-05-01 行政诉讼法第四十五条"},
		"a notice of an appeal":      {[]course.Suit{{Instance: "二审", Events: events(t, "收到应诉通知", "2024-06-20")}}, "2024-12-31", "起诉期限 逾期 2024-04-30 不能再起诉 2024-05-01 行政诉讼法第四十五条"},
	} {
		f := fileOf(t, closed...)
		f.Suits = x.suits
		s := replay(t, f, x.on)
		require.Equal(t, x.want, lines(s.Case.Clocks)[4], name)
		_, runs := s.Case.State.Clock("起诉期限")
		require.Equal(t, s.Case.Clocks[4].Ended.IsZero() && s.Case.Clocks[4].Status != course.Ended, runs, name)
	}
}

// A suit ends the time to sue that ran on its day, not one that a later step ended or began.
func TestSuedBeforeAnotherLimit(t *testing.T) {
	f := fileOf(t, "收到", "2024-03-01", "不予受理", "2024-03-05", "不予受理决定书送达", "2024-03-06", "责令受理", "2024-04-01", "受理", "2024-04-02",
		"听取意见", "2024-04-10", "决定", "2024-04-20", "决定书送达", "2024-04-22")
	f.Suits = []course.Suit{{Instance: "一审", Events: events(t, "起诉", "2024-03-20")}}
	s := replay(t, f, "2024-04-30")
	var sued []string
	for _, c := range s.Case.Clocks {
		if c.Name == "起诉期限" {
			sued = append(sued, string(c.Status)+" "+c.Ended.String())
		}
	}
	require.Equal(t, []string{"按期 2024-03-20", "进行 "}, sued)
}

// What is written of a standing can be read again.
func TestStandingJSON(t *testing.T) {
	calendar := stateCouncil(t)
	for seed := range uint64(len(courses())) {
		_, f := courseOf(t, calendar, seed)
		want, err := replayer(t).Replay(f, f.Events[len(f.Events)/2].On)
		require.NoError(t, err)
		data, err := json.Marshal(want)
		require.NoError(t, err)
		var got course.Standing
		require.NoError(t, json.Unmarshal(data, &got))
		again, err := json.Marshal(got)
		require.NoError(t, err)
		require.Equal(t, string(data), string(again))
	}
}

func TestRead(t *testing.T) {
	calendar := stateCouncil(t)
	for seed := range uint64(len(courses())) {
		_, want := courseOf(t, calendar, seed)
		data, err := json.Marshal(want)
		require.NoError(t, err)
		got, err := course.Read(data)
		require.NoError(t, err)
		require.Equal(t, want, got)
	}
	for name, text := range map[string]string{
		"not JSON": `{`, "null": `null`, "a list": `[]`, "an unknown member": `{"code":"甲1","events":[],"name":"某人"}`,
		"other letters": `{"Code":"甲1","events":[]}`, "a member twice": `{"code":"甲1","code":"甲2","events":[]}`,
		"no day": `{"code":"甲1","events":[{"step":"收到","on":"2024-02-30"}]}`, "a number": `{"code":1,"events":[]}`,
	} {
		f, err := course.Read([]byte(text))
		require.ErrorIs(t, err, course.ErrJSON, name)
		require.NotContains(t, err.Error(), "某人")
		require.Nil(t, f)
	}
	many, err := json.Marshal(course.File{Events: make([]course.Event, course.MaxEvents+1)})
	require.NoError(t, err)
	_, err = course.Read(many)
	require.ErrorIs(t, err, course.ErrJSON)
	_, err = course.Read(make([]byte, course.MaxSize+1))
	require.ErrorIs(t, err, course.ErrJSON)
}

// Whatever is read can be checked and replayed, and is written as it was read.
func FuzzRead(f *testing.F) {
	calendar := stateCouncil(f)
	r := replayer(f)
	for seed := range uint64(len(courses())) {
		_, file := courseOf(f, calendar, seed)
		data, err := json.Marshal(file)
		require.NoError(f, err)
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := course.Read(data)
		if err != nil {
			require.ErrorIs(t, err, course.ErrJSON)
			return
		}
		written, err := json.Marshal(file)
		require.NoError(t, err)
		again, err := course.Read(written)
		require.NoError(t, err)
		rewritten, err := json.Marshal(again)
		require.NoError(t, err)
		require.Equal(t, string(written), string(rewritten))
		first, err := r.Check(file)
		second, errToo := r.Check(file)
		require.Equal(t, first, second)
		require.Equal(t, err == nil, errToo == nil)
		_, err = r.Replay(file, end())
		if err != nil {
			require.NotEmpty(t, err.Error())
		}
	})
}

// A flow that does not hold together is refused at the start.
func TestOf(t *testing.T) {
	_, err := course.Of(stateCouncil(t), lifecycle.Flow{}, lifecycle.Flow{}, false)
	require.ErrorIs(t, err, lifecycle.ErrFlow)
}
