package sample_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/sample"
)

// again writes a record and reads it.
func again(t *testing.T, d sample.Drawn) (back sample.Drawn) {
	t.Helper()
	text, err := json.Marshal(d)
	require.NoError(t, err)
	require.NotContains(t, string(text), "null")
	require.NoError(t, json.Unmarshal(text, &back))
	return back
}

// replaced is a draw in which two files were replaced.
func replaced(t *testing.T, frame []sample.Unit) sample.Drawn {
	t.Helper()
	d := draw(t, frame, plan())
	for _, at := range []int{7, 30} {
		next, issues := sample.Replace(d, frame, d.Picks[at].ID, "案卷已调往法院")
		require.Empty(t, issues)
		d = next
	}
	return d
}

func TestVerify(t *testing.T) {
	frame := county()
	require.Empty(t, sample.Verify(again(t, draw(t, frame, plan())), frame))
	d := again(t, replaced(t, frame))
	slices.Reverse(frame)
	require.Empty(t, sample.Verify(d, frame))
}

// Every change of a record is said with its place.
func TestVerifySaysEveryDifference(t *testing.T) {
	frame := county()
	for _, c := range []struct {
		want   string
		change func(*sample.Drawn)
	}{
		{"enforcement/sample/differs /picks/4/id", func(d *sample.Drawn) { d.Picks[4].ID = frame[0].ID }},
		{"enforcement/sample/differs /picks/4/department", func(d *sample.Drawn) { d.Picks[4].Department = "乙局" }},
		{"enforcement/sample/differs /picks/4/strata", func(d *sample.Drawn) { d.Picks[4].Strata = nil }},
		{"enforcement/sample/differs /picks/4/key", func(d *sample.Drawn) { d.Picks[4].Key = "" }},
		{"enforcement/sample/differs /picks/4/for", func(d *sample.Drawn) { d.Picks[4].For = "guess" }},
		{"enforcement/sample/differs /picks/4/reviewers", func(d *sample.Drawn) { slices.Reverse(d.Picks[4].Reviewers) }},
		{"enforcement/sample/differs /picks/4/reserve", func(d *sample.Drawn) { d.Picks[4].Reserve = "" }},
		{"enforcement/sample/differs /picks 应当抽取100份案卷", func(d *sample.Drawn) { d.Picks = d.Picks[:99] }},
		{"enforcement/sample/differs /strata/1/drawn", func(d *sample.Drawn) { d.Strata[1].Drawn++ }},
		{"enforcement/sample/differs /strata/1/keys", func(d *sample.Drawn) { d.Strata[1].Keys = nil }},
		{"enforcement/sample/differs /strata/1/files", func(d *sample.Drawn) { d.Strata[1].Files++ }},
		{"enforcement/sample/differs /strata/1/share", func(d *sample.Drawn) { d.Strata[1].Share = "1" }},
		{"enforcement/sample/differs /strata 应当有3层", func(d *sample.Drawn) { d.Strata = d.Strata[:2] }},
		{"enforcement/sample/differs /replaced/1/in", func(d *sample.Drawn) { d.Replaced[1].In = "" }},
		{"enforcement/sample/differs /replaced/1 ", func(d *sample.Drawn) { d.Replaced[1].Out = "" }},
		{"enforcement/sample/differs /picks/7/id", func(d *sample.Drawn) { d.Replaced = d.Replaced[1:] }},
		{"enforcement/sample/differs /picks/0/id", func(d *sample.Drawn) { d.Plan.Seed = "另一个数" }},
		{"enforcement/sample/size /plan/size", func(d *sample.Drawn) { d.Plan.Size = 0 }},
		{"enforcement/sample/roster /files", func(d *sample.Drawn) { d.Files++ }},
		{"enforcement/sample/roster /roster", func(d *sample.Drawn) { d.Roster = "" }},
	} {
		t.Run(c.want, func(t *testing.T) {
			d := again(t, replaced(t, frame))
			c.change(&d)
			require.Contains(t, text(sample.Verify(d, frame)), c.want)
		})
	}
}

// A roster that changed is noticed, and what became of the files that were drawn.
func TestRosterChanged(t *testing.T) {
	d := draw(t, county(), plan())
	at := func(frame []sample.Unit, pick int) int {
		return slices.IndexFunc(frame, func(u sample.Unit) bool { return u.ID == d.Picks[pick].ID })
	}
	for _, c := range []struct {
		want   string
		change func([]sample.Unit) []sample.Unit
	}{
		{"enforcement/sample/roster /picks/3/id 抽中的案卷不在名单中", func(f []sample.Unit) []sample.Unit { return slices.Delete(f, at(f, 3), at(f, 3)+1) }},
		{"enforcement/sample/roster /picks/3/department", func(f []sample.Unit) []sample.Unit { f[at(f, 3)].Department = "新局"; return f }},
		{"enforcement/sample/roster /picks/3/strata", func(f []sample.Unit) []sample.Unit { f[at(f, 3)].Strata = []string{"许可", "新"}; return f }},
		{"enforcement/sample/roster /roster", func(f []sample.Unit) []sample.Unit { return append(f, files("新局", 1, "许可", "普通")...) }},
		{"enforcement/sample/roster /files", func(f []sample.Unit) []sample.Unit { return append(f, files("新局", 1, "许可", "普通")...) }},
		{"enforcement/sample/file/double", func(f []sample.Unit) []sample.Unit { return append(f, f[0]) }},
	} {
		require.Contains(t, text(sample.Verify(d, c.change(county()))), c.want)
	}
}

// The next file in order of the same stratum comes; a department at its minimum stays there.
func TestReplace(t *testing.T) {
	frame := county()
	d := draw(t, frame, plan())
	short := false
	for at := range d.Picks {
		next, issues := sample.Replace(d, frame, d.Picks[at].ID, "案卷缺失")
		require.Zero(t, issues.Count(fazhi.Error))
		in := next.Picks[at]
		require.Equal(t, sample.Replacement{Out: d.Picks[at].ID, In: in.ID, Reason: "案卷缺失"}, next.Replaced[0])
		require.Equal(t, d.Picks[at].Strata, in.Strata)
		require.NotContains(t, ids(d), in.ID)
		require.Equal(t, sample.ForReplacement, in.For)
		require.Len(t, in.Reviewers, 2)
		require.NotEmpty(t, in.Reserve)
		if d.Picks[at].Department == in.Department {
			require.Equal(t, d.Picks[at].Reviewers, in.Reviewers)
		}
		count := 0
		for _, p := range next.Picks {
			if p.Department == d.Picks[at].Department {
				count++
			}
		}
		require.Equal(t, count < 2, strings.Contains(text(issues), "enforcement/sample/short /replaced/0 "), "fewer than the minimum only with a notice")
		short = short || count < 2
		require.Empty(t, sample.Verify(next, frame))
	}
	require.True(t, short, "a department whose only other files are of another kind")
	require.Empty(t, d.Replaced, "the draw given is not changed")
}

func TestReplaceInOrder(t *testing.T) {
	frame := files("甲局", 6)
	all := ids(draw(t, frame, sample.Plan{Seed: "1", Size: 6}))
	d := draw(t, frame, sample.Plan{Seed: "1", Size: 3})
	require.Equal(t, all[:3], ids(d))
	for i, want := range []string{all[3], all[4], all[5], ""} {
		next, issues := sample.Replace(d, frame, d.Picks[0].ID, "缺失")
		require.Equal(t, want, next.Replaced[i].In)
		require.Equal(t, want == "", issues.Count(fazhi.Warning) == 1, issues)
		d = next
	}
	require.Len(t, d.Picks, 2, "none was left for the last one")
	require.Empty(t, sample.Verify(again(t, d), frame))
	require.Equal(t, []sample.Count{{Files: 6, Drawn: 2}}, d.Counts())
}

func TestReplaceRefuses(t *testing.T) {
	frame := county()
	d := draw(t, frame, plan())
	got, issues := sample.Replace(d, append(frame, files("新局", 1, "许可", "普通")...), "没有", "")
	require.Equal(t, d, got)
	require.Equal(t, `enforcement/sample/replacement /picks 要替换的案卷没有被抽中
enforcement/sample/replacement /replaced 替换的理由为空
enforcement/sample/roster /roster 案卷名单与抽取时的不同
`, text(issues))

	few := slices.Concat(files("甲局", 1), files("乙局", 1))
	p := sample.Plan{Seed: "1", Size: 1, Panel: sample.Panel{Roles: []string{"赋权部门"}, NoReserve: true}}
	first := draw(t, few, p).Picks[0]
	other := "甲局"
	if first.Department == other {
		other = "乙局"
	}
	p.Panel.Reviewers = []sample.Reviewer{{"F1", "赋权部门", other}}
	d = draw(t, few, p)
	got, issues = sample.Replace(d, few, first.ID, "缺失")
	require.Equal(t, d, got)
	require.Contains(t, text(issues), "enforcement/sample/seat /frame/"+map[string]string{"甲局": "0", "乙局": "1"}[other]+" 部门“"+other+"”的案卷")
}

// A reviewer who has his most gets no file more.
func TestReplaceKeepsTheMost(t *testing.T) {
	frame := slices.Concat(files("甲局", 40), files("乙局", 40))
	p := sample.Plan{Seed: "1", Size: 4, Panel: sample.Panel{Roles: []string{"赋权部门"}, NoReserve: true, Most: 3,
		Reviewers: []sample.Reviewer{{"F1", "赋权部门", "甲局"}, {"F2", "赋权部门", "乙局"}}}}
	d, refused := draw(t, frame, p), ""
	for range 60 {
		next, issues := sample.Replace(d, frame, d.Picks[0].ID, "缺失")
		if refused = text(issues); refused != "" {
			break
		}
		d = next
		for _, load := range loads(d, 0) {
			require.LessOrEqual(t, load, 3)
		}
	}
	require.Contains(t, refused, "enforcement/sample/load /plan/panel/most 可以评查案卷")
}

// No frame, however strange, makes a panic; what can be drawn from can be verified.
func FuzzDraw(f *testing.F) {
	text, err := json.Marshal(slices.Concat(files("甲局", 4, "处罚"), files("乙局", 3, "许可")))
	require.NoError(f, err)
	f.Add(text, "1", 3, 1, 1)
	f.Add([]byte(`[{},{"id":"x","strata":["",""]}]`), "", 1, 0, 2)
	f.Fuzz(func(t *testing.T, data []byte, seed string, size, perDepartment, perStratum int) {
		var frame []sample.Unit
		if json.Unmarshal(data, &frame) != nil {
			return
		}
		d, issues := sample.Draw(frame, sample.Plan{Seed: seed, Size: size, PerDepartment: perDepartment, PerStratum: perStratum})
		if issues.Count(fazhi.Error) > 0 {
			require.Zero(t, d)
			return
		}
		require.Len(t, d.Picks, size)
		require.Empty(t, sample.Verify(again(t, d), frame))
	})
}

// No record, however strange, makes a panic.
func FuzzVerify(f *testing.F) {
	frame := slices.Concat(files("甲局", 4, "处罚"), files("乙局", 3, "许可"))
	p := sample.Plan{Seed: "1", Size: 3, PerDepartment: 1, Panel: panel()}
	d, _ := sample.Draw(frame, p)
	d, _ = sample.Replace(d, frame, d.Picks[0].ID, "缺失")
	text, err := json.Marshal(d)
	require.NoError(f, err)
	f.Add(text)
	f.Add([]byte(`{"plan":{"seed":"1","size":9223372036854775807,"perDepartment":9223372036854775807,"perStratum":1}}`))
	f.Add([]byte(`{"plan":{"seed":"1","size":7,"panel":{"reviewers":[{"id":"a","role":"法律顾问","unit":"x"}],"roles":["法律顾问"]}},"picks":[{}],"replaced":[{}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var d sample.Drawn
		if json.Unmarshal(data, &d) != nil || len(d.Plan.Panel.Reviewers) > 50 || len(d.Replaced) > 50 {
			return
		}
		issues := sample.Verify(d, frame)
		if len(issues) == 0 {
			require.Empty(t, sample.Verify(again(t, d), frame))
		}
		fresh, issues := sample.Draw(frame, d.Plan)
		if issues.Count(fazhi.Error) == 0 {
			require.Empty(t, sample.Verify(again(t, fresh), frame))
			require.Len(t, fresh.Picks, d.Plan.Size)
		}
	})
}
