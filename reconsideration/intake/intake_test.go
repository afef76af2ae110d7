package intake_test

import (
	"encoding/json"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/reconsideration/intake"
	"github.com/fazhi-go/fazhi/reconsideration/law"
	"github.com/fazhi-go/fazhi/workday"
)

// A scenario is a sentence, what it changes, and what is to come of it.
type scenario struct{ sentence, change, want string }

func scenarios(t *testing.T, name string) []scenario {
	data, err := os.ReadFile("testdata/" + name)
	require.NoError(t, err)
	var list []scenario
	for part := range strings.SplitSeq(strings.TrimSpace(string(data)), "\n\n") {
		lines := strings.Split(part, "\n")
		require.Len(t, lines, 3, part)
		list = append(list, scenario{lines[0], lines[1], lines[2]})
	}
	return list
}

// merge lays a change over a base, member by member.
func merge(base, change map[string]any) map[string]any {
	result := maps.Clone(base)
	for key, value := range change {
		inner, ok := value.(map[string]any)
		below, both := result[key].(map[string]any)
		if ok && both {
			value = merge(below, inner)
		}
		result[key] = value
	}
	return result
}

func application(t *testing.T, change string) *intake.Application {
	data, err := os.ReadFile("testdata/base.json")
	require.NoError(t, err)
	var base, changed map[string]any
	require.NoError(t, json.Unmarshal(data, &base))
	require.NoError(t, json.Unmarshal([]byte(change), &changed))
	data, err = json.Marshal(merge(base, changed))
	require.NoError(t, err)
	a, err := intake.Read(data)
	require.NoError(t, err)
	return a
}

func examiner(t *testing.T) *intake.Examiner {
	calendar, err := workday.StateCouncil()
	require.NoError(t, err)
	e, err := intake.New(calendar, intake.Profile{Forwarding: workday.Span{N: 2}, ForwardingBasis: "某省通告"})
	require.NoError(t, err)
	return e
}

// said returns what an opinion says, under the names that scenarios use.
func said(o *intake.Opinion) map[string]string {
	m := map[string]string{"下一步": string(o.Next.Action)}
	for _, f := range o.Findings {
		m[f.Name] = string(f.State)
	}
	var organs []string
	for _, organ := range o.Jurisdiction.Organs {
		organs = append(organs, string(organ))
	}
	m["有管辖权"] = strings.Join(organs, "，或者")
	return m
}

func TestApplications(t *testing.T) {
	e, seen := examiner(t), map[string]bool{}
	for _, s := range scenarios(t, "applications.txt") {
		o, err := e.Examine(application(t, s.change))
		require.NoError(t, err, s.sentence)
		got := said(o)
		for pair := range strings.FieldsSeq(s.want) {
			name, want, _ := strings.Cut(pair, "=")
			require.Equal(t, want, got[name], "%s %s", s.sentence, name)
			seen[pair] = true
		}
		for _, f := range o.Findings {
			require.True(t, f.Basis != "" || f.Name == "部门转送", "%s %s", s.sentence, f.Name)
			require.Equal(t, f.State == intake.Broken, f.State == intake.Broken && len(f.Reasons) > 0 && f.Path != "", "%s %s", s.sentence, f.Name)
			if f.State == intake.Open {
				require.NotEmpty(t, append(f.Reasons, named(f.Asks)...), "%s %s", s.sentence, f.Name)
			}
		}
	}
	for _, r := range intake.Rules() {
		good, bad := intake.Kept, intake.Broken
		if r.Group == intake.Question {
			good, bad = intake.Holds, intake.HoldsNot
		}
		require.True(t, seen[r.Name+"="+string(good)], "没有%s的正例", r.Name)
		require.True(t, seen[r.Name+"="+string(bad)], "没有%s的反例", r.Name)
	}
	require.True(t, seen["附带审查=符合"] && seen["附带审查=不符合"])
	for _, want := range []intake.Action{intake.Accept, intake.Supply, intake.Wait, intake.Inquire, intake.Refuse, intake.Dismiss, intake.GivenUp,
		intake.LeaveAside} {
		require.True(t, seen["下一步="+string(want)], want)
	}
}

func named(asks []intake.Ask) []string {
	var names []string
	for _, a := range asks {
		names = append(names, a.Name)
	}
	return names
}

func TestServices(t *testing.T) {
	e, seen := examiner(t), map[string]bool{}
	for _, sc := range scenarios(t, "services.txt") {
		s, err := intake.ReadService([]byte(sc.change))
		require.NoError(t, err, sc.sentence)
		d, err := e.Deliver(s)
		require.NoError(t, err, sc.sentence)
		require.Equal(t, sc.want, strings.TrimSpace(string(d.State)+" "+d.Effective.String()), sc.sentence)
		require.Contains(t, d.Basis, "民事诉讼法第")
		require.Equal(t, d.State == intake.Broken, len(d.Issues()) > 0, sc.sentence)
		seen[string(s.Mode)+string(d.State)] = true
		for f := range s.Facts {
			less := *s
			less.Facts = maps.Clone(s.Facts)
			delete(less.Facts, f)
			got, err := e.Deliver(&less)
			require.NoError(t, err)
			require.Contains(t, []intake.State{d.State, intake.Open}, got.State, "%s 没有%s", sc.sentence, f)
		}
	}
	for _, m := range intake.Modes() {
		require.True(t, seen[string(m.Mode)+"符合"], m.Mode)
		require.Equal(t, m.Mode != intake.Mailed, seen[string(m.Mode)+"不符合"], "%s", m.Mode) // of mail the receipt decides
	}
}

// An empty file asks for everything and decides nothing.
func TestNothingIsKnown(t *testing.T) {
	o, err := examiner(t).Examine(&intake.Application{Received: fazhi.DateOf(2024, 5, 6)})
	require.NoError(t, err)
	require.Equal(t, intake.Supply, o.Next.Action)
	require.NotEmpty(t, o.Next.Supply)
	require.NotEmpty(t, o.Next.Find)
	require.Empty(t, o.Issues())
	for _, f := range o.Findings {
		want := intake.Open
		if f.Name == "部门转送" || f.Name == "负责人参加听证" { // nothing says that there was one
			want = intake.NotApplicable
		}
		require.Equal(t, want, f.State, f.Name)
	}
}

// What is not known never turns an answer around: with one fact, number or day less, a state is the same or unknown.
func TestUnknownIsNoGuess(t *testing.T) {
	e := examiner(t)
	for _, s := range scenarios(t, "applications.txt") {
		full := application(t, s.change)
		want, err := e.Examine(full)
		require.NoError(t, err)
		for name, less := range lessened(t, full) {
			got, err := e.Examine(less)
			require.NoError(t, err)
			for i, f := range got.Findings {
				require.Contains(t, []intake.State{want.Findings[i].State, intake.Open}, f.State, "%s 没有%s：%s", s.sentence, name, f.Name)
			}
		}
	}
}

// lessened returns the application without one thing that it says, by the name of the thing.
func lessened(t *testing.T, full *intake.Application) map[string]*intake.Application {
	result := map[string]*intake.Application{}
	for f := range full.Facts {
		less := *full
		less.Facts = maps.Clone(full.Facts)
		delete(less.Facts, f)
		result[string(f)] = &less
	}
	data, err := json.Marshal(full)
	require.NoError(t, err)
	var all map[string]any
	require.NoError(t, json.Unmarshal(data, &all))
	for _, member := range []string{"submitted", "applicant", "applicants", "delegates", "agents", "organ", "respondent", "vertical", "act", "acted", "knew",
		"knewRights", "dutyAsked", "dutyDue", "longer", "obstacles", "amount"} {
		less := maps.Clone(all)
		delete(less, member)
		data, err := json.Marshal(less)
		require.NoError(t, err)
		result[member], err = intake.Read(data)
		require.NoError(t, err)
	}
	return result
}

func TestTables(t *testing.T) {
	require.Len(t, intake.Acts(), 19)
	excluded := 0
	for _, a := range intake.Acts() {
		if a.Excluded {
			excluded++
		}
	}
	require.Equal(t, 4, excluded)
	for _, list := range [][]intake.FactInfo{intake.Facts(), intake.ServiceFacts()} {
		var names []string
		for _, info := range list {
			require.NotContains(t, names, string(info.Fact))
			require.NotEmpty(t, info.Name)
			names = append(names, string(info.Fact))
		}
	}
	for _, c := range intake.Competences() {
		require.NotEmpty(t, c.Organs, c.Article)
	}
}

func TestCheck(t *testing.T) {
	few, many := -1, 3
	minus := fazhi.Money(-1)
	bad := &intake.Application{
		Received: fazhi.DateOf(2024, 5, 6), Accepted: fazhi.DateOf(2024, 5, 5), Acted: fazhi.DateOf(2024, 5, 7), Act: "行政处法", Applicants: 2,
		Delegates: &many, Agents: &few, Amount: &minus, Hearing: &intake.Hearing{Hosts: -1}, Longer: workday.Span{N: -9},
		Attached: []intake.Attachment{{Maker: "县政府", Relied: 9}}, Obstacles: []fazhi.Period{{To: fazhi.DateOf(2024, 1, 1)}},
		Facts: map[intake.Fact]intake.Answer{"intrest": intake.Yes, intake.Claims: 7},
	}
	var paths []string
	for _, i := range bad.Check() {
		paths = append(paths, string(i.Code)+" "+string(i.Path))
	}
	slices.Sort(paths)
	require.Equal(t, []string{
		"reconsideration/intake/days /accepted", "reconsideration/intake/days /acted",
		"reconsideration/intake/value /act", "reconsideration/intake/value /agents", "reconsideration/intake/value /amount",
		"reconsideration/intake/value /attached/0", "reconsideration/intake/value /attached/0/maker", "reconsideration/intake/value /attached/0/ref",
		"reconsideration/intake/value /delegates", "reconsideration/intake/value /facts", "reconsideration/intake/value /facts/claims",
		"reconsideration/intake/value /hearing", "reconsideration/intake/value /longer", "reconsideration/intake/value /obstacles/0/from",
	}, paths)
	var invalid *fazhi.InvalidError
	_, err := examiner(t).Examine(bad)
	require.ErrorAs(t, err, &invalid)
	_, err = examiner(t).Deliver(&intake.Service{Mode: "口头送达"})
	require.ErrorAs(t, err, &invalid)
}

func TestErrors(t *testing.T) {
	_, err := intake.New(nil, intake.Profile{})
	require.ErrorIs(t, err, intake.ErrCalendar)
	calendar, err := workday.StateCouncil()
	require.NoError(t, err)
	_, err = intake.New(calendar, intake.Profile{Forwarding: workday.Span{N: -2}})
	require.Error(t, err)
	_, err = examiner(t).Examine(&intake.Application{Received: fazhi.DateOf(1998, 1, 1)})
	require.ErrorIs(t, err, law.ErrUnknown)
	for _, text := range []string{"", "[]", "null", `{"x":1}`, `{"received":"昨天"}`, `{"facts":{"claims":"也许"}}`,
		`{"received":"2024-05-06","received":"2024-05-07"}`,
		`{"Received":"2024-05-06"}`, `{"act":"` + strings.Repeat("长", intake.MaxSize) + `"}`,
		`{"attached":[` + strings.Repeat(`{},`, intake.MaxAttached) + `{}]}`} {
		a, err := intake.Read([]byte(text))
		require.ErrorIs(t, err, intake.ErrJSON)
		require.Nil(t, a)
	}
}

// Without a setting the time to forward is not judged, and the day of an announcement may be left where it is.
func TestProfile(t *testing.T) {
	calendar, err := workday.StateCouncil()
	require.NoError(t, err)
	e, err := intake.New(calendar, intake.Profile{AnnouncementRest: workday.Unmoved})
	require.NoError(t, err)
	o, err := e.Examine(application(t, `{"forwarded": {"received": "2024-04-30"}}`))
	require.NoError(t, err)
	require.Equal(t, "不判断", said(o)["部门转送"])
	d, err := e.Deliver(&intake.Service{Mode: intake.Announcement, Announced: fazhi.DateOf(2024, 9, 2),
		Facts: map[intake.Fact]intake.Answer{intake.Untraceable: intake.Yes, intake.CourseNoted: intake.Yes}})
	require.NoError(t, err)
	require.Equal(t, "2024-10-02", d.Effective.String())
}

func TestIssues(t *testing.T) {
	o, err := examiner(t).Examine(application(t, `{"applicants": 7, "delegates": 6, "facts": {"interest": "否"}}`))
	require.NoError(t, err)
	require.Equal(t, fazhi.Issues{
		{Code: "reconsideration/intake/interest", Path: "/facts/interest", Message: "申请人与行政行为没有利害关系", Basis: "行政复议法第三十条第一款第二项"},
		{Code: "reconsideration/intake/delegates", Path: "/delegates", Message: "申请人超过五人的，推选一至五名代表人",
			Basis: "行政复议法实施条例第八条"},
	}, o.Issues())
}

// The article of a bar, a remark that bars nothing, and the text that decides.
func TestBases(t *testing.T) {
	e := examiner(t)
	finding := func(change, name string) intake.Finding {
		o, err := e.Examine(application(t, change))
		require.NoError(t, err)
		i := slices.IndexFunc(o.Findings, func(f intake.Finding) bool { return f.Name == name })
		return o.Findings[i]
	}
	require.Equal(t, "行政复议法实施条例第三十八条第二款", finding(`{"facts": {"withdrawn": "是", "againstWill": "否"}}`, "没有撤回过").Basis)
	require.Equal(t, "行政复议法第七十四条第二款", finding(`{"facts": {"withdrawn": "是", "againstWill": "否", "afterSettlement": "是"}}`, "没有撤回过").Basis)
	none := finding(`{"applicants": 6, "delegates": 0}`, "代表人人数")
	require.Equal(t, "行政复议法第十五条第一款、行政复议法实施条例第八条", none.Basis)
	require.Len(t, none.Reasons, 1)
	o, err := e.Examine(application(t, `{"received": "2023-12-28", "accepted": "2024-01-08", "acted": "2023-12-01", "knew": "2023-12-04"}`))
	require.NoError(t, err)
	require.Equal(t, law.Of2017, o.Law, "received under the text by which receipt is acceptance")
	d, err := e.Deliver(&intake.Service{Mode: intake.Mailed, Signed: fazhi.DateOf(2024, 5, 10), Facts: map[intake.Fact]intake.Answer{intake.DirectHard: intake.No}})
	require.NoError(t, err)
	require.Equal(t, intake.Kept, d.State)
	require.Len(t, d.Reasons, 1)
}

func TestTell(t *testing.T) {
	e := examiner(t)
	o, err := e.Examine(application(t, `{"organ": "上一级主管部门", "facts": {"onSpot": "是"}}`))
	require.NoError(t, err)
	require.Equal(t, []string{"有管辖权的行政复议机关：本级人民政府（第三十条第二款）", "可以自收到决定书之日起十五日内起诉（第三十四条）"}, o.Next.Tell)
	o, err = e.Examine(application(t, "{}"))
	require.NoError(t, err)
	require.Equal(t, []string{"行政复议期间不得向人民法院起诉（第二十九条第一款）"}, o.Next.Tell)
}

func FuzzRead(f *testing.F) {
	base, err := os.ReadFile("testdata/base.json")
	require.NoError(f, err)
	f.Add(base)
	f.Add([]byte(`{"received":"2024-05-06","respondent":"派出机构","obstacles":[{"from":"2024-01-01","to":""}],"facts":{"omission":"是"}}`))
	calendar, err := workday.StateCouncil()
	require.NoError(f, err)
	e, err := intake.New(calendar, intake.Profile{})
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, data []byte) {
		a, err := intake.Read(data)
		if err != nil {
			require.Nil(t, a)
			return
		}
		text, err := json.Marshal(a)
		require.NoError(t, err)
		again, err := intake.Read(text)
		require.NoError(t, err)
		twice, err := json.Marshal(again)
		require.NoError(t, err)
		require.Equal(t, string(text), string(twice))
		if o, err := e.Examine(a); err == nil {
			require.Len(t, o.Findings, len(intake.Rules())+len(a.Attached))
		}
	})
}

func FuzzReadService(f *testing.F) {
	f.Add([]byte(`{"mode":"公告送达","announced":"2024-09-02","facts":{"untraceable":"是","courseNoted":"是"}}`))
	f.Add([]byte(`{"mode":"电子送达","proved":"2024-05-07"}`))
	calendar, err := workday.StateCouncil()
	require.NoError(f, err)
	e, err := intake.New(calendar, intake.Profile{})
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := intake.ReadService(data)
		if err != nil {
			require.Nil(t, s)
			return
		}
		if d, err := e.Deliver(s); err == nil {
			require.Equal(t, d.State == intake.Kept, !d.Effective.IsZero())
		}
	})
}
