package sample_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/sample"
)

// files makes so many files of a department in a stratum.
func files(department string, n int, strata ...string) []sample.Unit {
	frame := make([]sample.Unit, n)
	for i := range frame {
		frame[i] = sample.Unit{ID: fmt.Sprintf("%s-%s-%d", department, strings.Join(strata, ""), i+1), Department: department, Strata: strata}
	}
	return frame
}

// county is a frame of 17 departments with files of three kinds, 1,440 in all.
func county() []sample.Unit {
	var frame []sample.Unit
	for i := range 17 {
		department := "第" + string([]rune("一二三四五六七八九十甲乙丙丁戊己庚")[i]) + "执法单位"
		frame = append(frame, files(department, 4+i*i, "处罚", "普通")...)
		frame = append(frame, files(department, i%3, "许可", "普通")...)
		frame = append(frame, files(department, i%2, "处罚", "涉企")...)
	}
	return frame
}

func panel() sample.Panel {
	p := sample.Panel{}
	for i := range 6 {
		p.Reviewers = append(p.Reviewers, sample.Reviewer{ID: fmt.Sprintf("L%d", i), Role: "法律顾问", Unit: "某律师事务所"})
	}
	for i, d := range []string{"第一执法单位", "第二执法单位", "第三执法单位", "第庚执法单位", "第己执法单位"} {
		p.Reviewers = append(p.Reviewers, sample.Reviewer{ID: fmt.Sprintf("F%d", i), Role: "赋权部门", Unit: d})
	}
	return p
}

func plan() sample.Plan {
	return sample.Plan{Seed: "20240608期 07 11 19", Size: 100, PerDepartment: 2, PerStratum: 3, Panel: panel()}
}

func draw(t *testing.T, frame []sample.Unit, p sample.Plan) sample.Drawn {
	t.Helper()
	drawn, issues := sample.Draw(frame, p)
	require.Zero(t, issues.Count(fazhi.Error), issues)
	return drawn
}

func ids(d sample.Drawn) (ids []string) {
	for _, p := range d.Picks {
		ids = append(ids, p.ID)
	}
	return ids
}

// A county whose third kind has 7 of 13,020 files: its share of 65 is 0.03, and the minimum gives it one.
func TestSharesOfTheFacts(t *testing.T) {
	frame := slices.Concat(files("某县", 10952, "处罚"), files("某县", 2061, "许可"), files("某县", 7, "强制"))
	for _, c := range []struct {
		least int
		want  []string
	}{
		{0, []string{"处罚 54.6759 55", "强制 0.0349 0", "许可 10.2892 10"}},
		{1, []string{"处罚 54.6759 54", "强制 0.0349 1", "许可 10.2892 10"}},
	} {
		var got []string
		d := draw(t, frame, sample.Plan{Seed: "0608", Size: 65, PerStratum: c.least})
		for _, s := range d.Strata {
			got = append(got, fmt.Sprint(s.Keys[0], " ", s.Share, " ", s.Drawn))
		}
		require.Equal(t, c.want, got)
		require.Len(t, d.Picks, 65)
	}
}

// The same files in another order, and reviewers and refusals in another order, give the same draw.
func TestOrderDoesNotMatter(t *testing.T) {
	frame, p := county(), plan()
	p.Panel.Refusals = []sample.Refusal{{Reviewer: "L1", File: frame[3].ID}, {Reviewer: "F1", File: frame[9].ID}}
	first := draw(t, frame, p)
	r := rand.New(rand.NewPCG(1, 2))
	r.Shuffle(len(frame), func(i, j int) { frame[i], frame[j] = frame[j], frame[i] })
	slices.Reverse(p.Panel.Reviewers)
	slices.Reverse(p.Panel.Refusals)
	second := draw(t, frame, p)
	require.Equal(t, first.Roster, second.Roster)
	require.Equal(t, first.Strata, second.Strata)
	require.Equal(t, first.Picks, second.Picks)
}

func TestMinimums(t *testing.T) {
	d := draw(t, county(), plan())
	departments, strata := map[string]int{}, map[string]int{}
	for _, p := range d.Picks {
		departments[p.Department]++
		strata[strings.Join(p.Strata, "/")]++
	}
	require.Len(t, departments, 17)
	for name, n := range departments {
		require.GreaterOrEqual(t, n, 2, name)
	}
	for _, s := range d.Strata {
		require.Equal(t, s.Drawn, strata[strings.Join(s.Keys, "/")])
		require.GreaterOrEqual(t, s.Drawn, 3)
	}
	require.Len(t, d.Picks, 100)
	require.True(t, slices.IsSortedFunc(d.Picks, func(a, b sample.Pick) int { return strings.Compare(a.Key, b.Key) }))
}

// Without minimums every file has the same chance: over 4,000 numbers each of 20 files is drawn about 1,000 times.
func TestFair(t *testing.T) {
	frame, drawn := files("甲局", 20), map[string]int{}
	for i := range 4000 {
		for _, id := range ids(draw(t, frame, sample.Plan{Seed: fmt.Sprint("第", i, "期"), Size: 5})) {
			drawn[id]++
		}
	}
	for _, u := range frame {
		require.InDelta(t, 1000, drawn[u.ID], 110, u.ID) // four standard deviations
	}
}

func TestRefused(t *testing.T) {
	good := files("甲局", 3, "处罚")
	with := func(change func(*sample.Plan)) sample.Plan {
		p := sample.Plan{Seed: "1", Size: 2}
		change(&p)
		return p
	}
	plain := with(func(*sample.Plan) {})
	reviewers := func(r ...sample.Reviewer) sample.Plan {
		return with(func(p *sample.Plan) { p.Panel.Reviewers = r })
	}
	for _, c := range []struct {
		name  string
		frame []sample.Unit
		plan  sample.Plan
		want  string
	}{
		{"no number", good, with(func(p *sample.Plan) { p.Seed = " " }), "enforcement/sample/seed /plan/seed 公布的随机数为空"},
		{"two lines", good, with(func(p *sample.Plan) { p.Seed = "1\n2" }), "enforcement/sample/seed /plan/seed 公布的随机数含有换行"},
		{"nothing to draw", good, with(func(p *sample.Plan) { p.Size = 0 }), "enforcement/sample/size /plan/size 抽取数量应当大于零"},
		{"too many", good, with(func(p *sample.Plan) { p.Size = 4 }), "enforcement/sample/size /plan/size 抽取数量4多于案卷总数3"},
		{"no frame", nil, plain, "enforcement/sample/size /plan/size 抽取数量2多于案卷总数0"},
		{"negative", good, with(func(p *sample.Plan) { p.PerDepartment = -1 }), "enforcement/sample/minimum /plan/perDepartment"},
		{"negative stratum", good, with(func(p *sample.Plan) { p.PerStratum = -1 }), "enforcement/sample/minimum /plan/perStratum"},
		{"minimums do not fit", slices.Concat(good, files("乙局", 2, "处罚"), files("丙局", 2, "处罚")),
			with(func(p *sample.Plan) { p.PerDepartment = 1 }), "enforcement/sample/minimum /plan/size 满足各部门、各层的最低数要抽3份，多于抽取数量2"},
		{"blank", append(files("甲局", 2, "处罚"), sample.Unit{Department: "甲局", Strata: []string{"处罚"}}), plain, "enforcement/sample/file/number /frame/2/id 第3份案卷的编号为空"},
		{"outer blank", append(files("甲局", 2, "处罚"), sample.Unit{ID: "x ", Department: "甲局", Strata: []string{"处罚"}}), plain, "/frame/2/id 第3份案卷的编号前后有空白"},
		{"not text", append(files("甲局", 2, "处罚"), sample.Unit{ID: "\xff", Department: "甲局", Strata: []string{"处罚"}}), plain, "/frame/2/id 第3份案卷的编号不是 UTF-8 文本"},
		{"double", append(files("甲局", 3, "处罚"), good[1]), plain, "enforcement/sample/file/double /frame/3/id 第4份案卷与第2份编号相同"},
		{"no department", append(files("甲局", 2, "处罚"), sample.Unit{ID: "x", Strata: []string{"处罚"}}), plain, "enforcement/sample/file/department /frame/2/department 第3份案卷的部门为空"},
		{"other keys", append(files("甲局", 2, "处罚"), sample.Unit{ID: "x", Department: "甲局"}), plain, "enforcement/sample/file/strata /frame/2/strata 第3份案卷的分层项数与第1份不同"},
		{"blank key", append(files("甲局", 2, "处罚"), sample.Unit{ID: "x", Department: "甲局", Strata: []string{""}}), plain, "enforcement/sample/file/strata /frame/2/strata/0"},
		{"reviewer", good, reviewers(sample.Reviewer{ID: "A"}), "enforcement/sample/reviewer /plan/panel/reviewers/0/role 第1名评查人的角色为空"},
		{"double reviewer", good, reviewers(sample.Reviewer{"A", "法律顾问", "某所"}, sample.Reviewer{"A", "赋权部门", "乙局"}), "enforcement/sample/reviewer/double /plan/panel/reviewers/1/id"},
		{"roles", good, with(func(p *sample.Plan) {
			p.Panel = panel()
			p.Panel.Roles = []string{"法律顾问", "法律顾问"}
		}), "enforcement/sample/roles /plan/panel/roles/1 评查角色重复"},
		{"most", good, with(func(p *sample.Plan) { p.Panel = panel(); p.Panel.Most = -1 }), "enforcement/sample/load /plan/panel/most"},
		{"refusal without panel", good, with(func(p *sample.Plan) { p.Panel.Refusals = []sample.Refusal{{}} }), "enforcement/sample/refusal /plan/panel/refusals"},
		{"unknown reviewer", good, with(func(p *sample.Plan) {
			p.Panel = panel()
			p.Panel.Refusals = []sample.Refusal{{Reviewer: "?", File: good[0].ID}}
		}), "enforcement/sample/refusal /plan/panel/refusals/0/reviewer"},
		{"unknown file", good, with(func(p *sample.Plan) {
			p.Panel = panel()
			p.Panel.Refusals = []sample.Refusal{{Reviewer: "L1", File: "?"}}
		}), "enforcement/sample/refusal /plan/panel/refusals/0/file"},
	} {
		t.Run(c.name, func(t *testing.T) {
			drawn, issues := sample.Draw(c.frame, c.plan)
			require.Zero(t, drawn)
			require.Contains(t, text(issues), c.want)
		})
	}
}

// text writes issues a line each.
func text(issues fazhi.Issues) string {
	var b strings.Builder
	for _, i := range issues {
		fmt.Fprintln(&b, i.Code, i.Path, i.Message)
	}
	return b.String()
}

// All faults are said at once.
func TestAllFaults(t *testing.T) {
	_, issues := sample.Draw(append(files("甲局", 2), sample.Unit{}, sample.Unit{}), sample.Plan{Size: -1, PerStratum: -1})
	require.Equal(t, 7, issues.Count(fazhi.Error), issues)
}

// What a draw lacks is noticed.
func TestNotices(t *testing.T) {
	frame := slices.Concat(files("甲局", 500, "处罚"), files("乙局", 1, "许可"), files("丙局", 1, "强制"))
	p := sample.Plan{Seed: "1", Size: 5, PerDepartment: 0, Departments: []string{"甲局", "丁局"}, Strata: [][]string{{"处罚"}, {"检查"}}}
	_, issues := sample.Draw(frame, p)
	require.Equal(t, len(issues), issues.Count(fazhi.Notice))
	require.Equal(t, `enforcement/sample/empty /plan/departments/1 部门“丁局”没有案卷
enforcement/sample/empty /plan/strata/1 分层“检查”没有案卷
enforcement/sample/undrawn /plan/perDepartment 部门“丙局”没有抽到案卷
enforcement/sample/undrawn /plan/perDepartment 部门“乙局”没有抽到案卷
enforcement/sample/undrawn /plan/perStratum 分层“强制”没有抽到案卷
enforcement/sample/undrawn /plan/perStratum 分层“许可”没有抽到案卷
`, text(issues))
	p = sample.Plan{Seed: "1", Size: 6, PerDepartment: 2, Panel: sample.Panel{NoReserve: true, Reviewers: []sample.Reviewer{
		{"L1", "法律顾问", "某所"}, {"F1", "赋权部门", "甲局机关"}, {"F2", "赋权部门", "丁局"},
	}}}
	_, issues = sample.Draw(frame, p)
	require.Contains(t, text(issues), "enforcement/sample/reviewer/near /plan/panel/reviewers/1/unit 第2名评查人的单位与部门“甲局”的名称相近而不相同")
	require.Contains(t, text(issues), "enforcement/sample/short /plan/perDepartment 部门“乙局”只有1份案卷，不足最低数，已全部抽取")
}

func TestDrawKeepsNothingOfTheCaller(t *testing.T) {
	frame, p := county(), plan()
	p.Strata = [][]string{{"处罚", "普通"}}
	d := draw(t, frame, p)
	before, err := json.Marshal(d)
	require.NoError(t, err)
	p.Panel.Reviewers[0].ID, p.Strata[0][0] = "改", "改"
	for i := range frame {
		frame[i].Strata[0], frame[i].ID = "改", "改"
	}
	after, err := json.Marshal(d)
	require.NoError(t, err)
	require.Equal(t, string(before), string(after))
}
