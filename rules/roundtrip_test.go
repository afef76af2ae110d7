package rules_test

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules"
	"github.com/fazhi-go/fazhi/rules/rubric"
	"github.com/fazhi-go/fazhi/rules/ruleyaml"
	"github.com/fazhi-go/fazhi/table"
)

// throughCSV writes the items of a rubric as CSV and reads them back.
func throughCSV(t testing.TB, r rubric.Rubric) (rubric.Rubric, fazhi.Issues) {
	t.Helper()
	sheets, err := rules.RubricSheets(r, nil)
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, table.WriteCSV(&b, sheets[1]))
	src, err := table.CSV("标准.csv", b.Bytes())
	require.NoError(t, err)
	again, issues, err := rules.ReadItems(r, src, "")
	require.NoError(t, err)
	again.At = nil
	return again, issues
}

func throughYAML(t testing.TB, r rubric.Rubric) (rubric.Rubric, fazhi.Issues) {
	t.Helper()
	data, err := ruleyaml.Write(r)
	require.NoError(t, err)
	again, issues := ruleyaml.Read("标准.yaml", data)
	again.At = nil
	return again, issues
}

// One model, two forms: what one of them writes is what the other one reads.
func TestSheetsAndYAMLAreOneModel(t *testing.T) {
	r, _ := items(t, good)
	r.At, r.Kind, r.From, r.Until, r.Total = nil, "enforcement-file", fazhi.DateOf(2024, 7, 1), fazhi.DateOf(2026, 6, 30), 12_00
	r.Items[0].Meets = append(r.Items[0].Meets, rubric.Condition{Field: "或", Relation: "等于", Value: "null"},
		rubric.Condition{Or: true, Field: "且", Relation: "=", Value: "1.10"})
	sheet, issues := throughCSV(t, r)
	require.Empty(t, issues)
	require.Equal(t, r, sheet)
	text, issues := throughYAML(t, sheet)
	require.Empty(t, issues)
	require.Equal(t, r, text)
	back, issues := throughCSV(t, text)
	require.Empty(t, issues)
	require.Equal(t, r.Digest(), back.Digest())
}

// throughWorkbook writes a rubric as a workbook and reads it back.
func throughWorkbook(t testing.TB, r rubric.Rubric) (rubric.Rubric, fazhi.Issues) {
	t.Helper()
	sheets, err := rules.RubricSheets(r, nil)
	require.NoError(t, err)
	again, issues, err := rules.ReadRubric(workbook(t, sheets))
	require.NoError(t, err)
	again.At = nil
	return again, issues
}

func throughJSON(t testing.TB, r rubric.Rubric) rubric.Rubric {
	t.Helper()
	data, err := json.Marshal(r)
	require.NoError(t, err)
	var again rubric.Rubric
	require.NoError(t, json.Unmarshal(data, &again))
	return again
}

// Random rubrics that use everything come back equal through workbook, YAML and JSON, and all with one digest.
func TestRandomRubricsRoundTrip(t *testing.T) {
	r, kept := rand.New(rand.NewPCG(3, 4)), 0
	for range 60 {
		x := randomRubric(r)
		if rubric.Vet(x).Err() != nil {
			continue
		}
		kept++
		sheet, issues := throughWorkbook(t, x)
		require.Zero(t, issues.Count(fazhi.Error), issues)
		require.Equal(t, x, sheet)
		text, issues := throughYAML(t, x)
		require.Zero(t, issues.Count(fazhi.Error), issues)
		require.Equal(t, x, text)
		require.Equal(t, x, throughJSON(t, x))
		require.Equal(t, []rubric.Digest{x.Digest(), x.Digest()}, []rubric.Digest{sheet.Digest(), text.Digest()})
	}
	require.Greater(t, kept, 30)
}

// randomRubric makes a rubric that may have faults, but mostly has none.
func randomRubric(r *rand.Rand) rubric.Rubric {
	yes := func() bool { return r.IntN(2) == 0 }
	some := func(most int) rubric.Points { return rubric.Points(1 + r.IntN(most*100)) }
	bound := func(p rubric.Points) *rubric.Points {
		if yes() {
			return nil
		}
		return &p
	}
	x := rubric.Rubric{ID: "licheng/random", Name: "标准", Version: "1.10", Basis: "办法", Kind: "enforcement-file", Floor: bound(0), Ceiling: bound(100_00)}
	if yes() {
		x.From, x.Until = fazhi.DateOf(2024, 7, 1), fazhi.DateOf(2026, 6, 30)
	}
	if yes() {
		x.Base, x.Scale = 50_00, 50_00
	}
	if x.Scale > 0 {
		x.Grades = []rubric.Grade{{Name: "优秀", Least: 90_00}, {Name: "1.0", Least: 60_50}, {Name: "否"}}
	}
	for n := range r.IntN(4) {
		g := rubric.Group{Name: "文书" + strconv.Itoa(n), Applies: tinyConditions(r, 0, 3), Needs: tinyConditions(r, 0, 3), Veto: randomVeto(r, x.Grades)}
		if yes() {
			g.Stage, g.Cap = "环节", some(5)
		}
		x.Groups = append(x.Groups, g)
	}
	x.Veto = randomVeto(r, x.Grades)
	for n := range 1 + r.IntN(8) {
		x.Items = append(x.Items, randomItem(r, n, x.Groups))
	}
	for n := range x.Groups {
		x.Items = append(x.Items, rubric.Item{ID: "g" + strconv.Itoa(n), Name: "项", Group: x.Groups[n].Name, Points: 5_00, Veto: yes(), Key: yes()})
	}
	for n := range x.Groups {
		for i := range x.Items {
			if x.Items[i].Role == rubric.Earns && x.Items[i].Group == x.Groups[n].Name {
				x.Groups[n].Points += x.Items[i].Points
			}
		}
	}
	return x
}

func randomVeto(r *rand.Rand, grades []rubric.Grade) *rubric.Veto {
	v := &rubric.Veto{Effect: rubric.Effect(r.IntN(5))}
	switch {
	case r.IntN(3) == 0 || len(grades) == 0 && (v.Effect == rubric.VetoCap || v.Effect == rubric.VetoFail):
		return nil
	case v.Effect == rubric.VetoCap:
		v.Grade = grades[1].Name
	case v.Effect == rubric.VetoDeduct:
		v.Points = rubric.Points(1 + r.IntN(100_00))
	}
	return v
}

func randomItem(r *rand.Rand, n int, groups []rubric.Group) rubric.Item {
	i := rubric.Item{ID: strconv.Itoa(n), Name: "项", Points: rubric.Points(1 + r.IntN(20_00)), Role: rubric.Role(r.IntN(3)), Veto: r.IntN(4) == 0,
		Applies: tinyConditions(r, 0, 3), Meets: tinyConditions(r, 0, 3)}
	if len(groups) > 0 {
		i.Group = groups[r.IntN(len(groups))].Name
	}
	switch r.IntN(5) {
	case 0:
		i.Whole = true
	case 1:
		i.Each = 1 + rubric.Points(r.Int64N(int64(i.Points)))
	case 2:
		i.Most = 1 + rubric.Points(r.Int64N(int64(i.Points)))
		i.Least, i.Meets = rubric.Points(r.Int64N(int64(i.Most)+1)), nil
	}
	return i
}

// Workbooks from before there were groups and grades are read as they were.
func TestOldWorkbook(t *testing.T) {
	cells := func(name string, rows ...[]any) table.Sheet {
		s := table.Sheet{Name: name}
		for _, c := range rows[0] {
			s.Columns = append(s.Columns, table.Column{Name: c.(string)})
		}
		s.Rows = rows[1:]
		return s
	}
	r, issues, err := rules.ReadRubric(workbook(t, []table.Sheet{
		cells(rules.RubricSheet, []any{"标准编号", "标准名称", "版本", "依据", "总分"}, []any{"a/b", "标准", "1", "办法", "5"}),
		cells(rules.ItemSheet, []any{"编号", "分组", "项目", "分值", "一票否决", "依据条文", "条件", "连接", "字段", "关系", "值"},
			[]any{"1", "决定", "期限", "5", "是", "", "合格", "", "办理天数", "不大于", "90"})}))
	require.NoError(t, err)
	require.Empty(t, issues)
	r.At = nil
	require.Equal(t, rubric.Rubric{ID: "a/b", Name: "标准", Version: "1", Basis: "办法", Total: 5_00, Items: []rubric.Item{{ID: "1", Group: "决定", Name: "期限",
		Points: 5_00, Veto: true, Meets: []rubric.Condition{{Field: "办理天数", Relation: "不大于", Value: "90"}}}}}, r)
}

// Faults of the new sheets and columns name the cell.
func TestFaultsOfWorkbooksByCell(t *testing.T) {
	floor := rubric.Points(0)
	for _, c := range []struct {
		want  string
		spoil func(*rubric.Rubric)
	}{
		{"评分标准!I2：基础分不能是负数 [rubric/base]", func(r *rubric.Rubric) { r.Base = -1 }},
		{"评分标准!K2：最低分1分高于最高分0分 [rubric/bounds]", func(r *rubric.Rubric) { r.Floor, r.Ceiling, r.Grades = new(rubric.Whole(1)), &floor, nil }},
		{"评分标准!M2：没有适用这一后果的一票否决项 [rubric/veto/idle]", func(r *rubric.Rubric) { r.Veto = &rubric.Veto{Effect: rubric.VetoZero} }},
		{"评分标准!N2：没有这一等次 [rubric/veto/grade]", func(r *rubric.Rubric) { r.Veto = &rubric.Veto{Effect: rubric.VetoCap, Grade: "差"} }},
		{"评分标准!O2：没有写明扣多少分 [rubric/veto/missing]", func(r *rubric.Rubric) { r.Veto = &rubric.Veto{Effect: rubric.VetoDeduct} }},
		{"等次!B3：起分应当低于上一等次的90分 [rubric/grade/order]", func(r *rubric.Rubric) { r.Grades[1].Least = 90_00 }},
		{"等次!A4：等次的名称重复 [rubric/grade/double]", func(r *rubric.Rubric) { r.Grades[2].Name = "优秀" }},
		{"评分分组!C2：本组各得分项分值合计14分，与分组的分值15分不符 [rubric/group/points]", func(r *rubric.Rubric) { r.Groups[0].Points = 15_00 }},
		{"评分分组!G2：没有写明扣多少分 [rubric/veto/missing]", func(r *rubric.Rubric) {
			r.Groups[0].Veto, r.Items[0].Veto = &rubric.Veto{Effect: rubric.VetoDeduct}, true
		}},
		{"评分分组!F2：没有这一等次 [rubric/veto/grade]", func(r *rubric.Rubric) {
			r.Groups[0].Veto, r.Items[0].Veto = &rubric.Veto{Effect: rubric.VetoCap, Grade: "差"}, true
		}},
		{"评分项目!B6：分组没有列在评分分组中 [rubric/item/group]", func(r *rubric.Rubric) { r.Items[4].Group = "其他" }},
		{"评分项目!H2：扣全分、每处扣和扣分幅度只能用一种 [rubric/item/ways]", func(r *rubric.Rubric) { r.Items[0].Whole = true }},
		{"评分项目!I5：每处扣4分，多于分值3分 [rubric/item/each]", func(r *rubric.Rubric) { r.Items[3].Each = 4_00 }},
		{"评分项目!J3：扣分下限3.01分高于上限3分 [rubric/item/range]", func(r *rubric.Rubric) { r.Items[1].Least = 3_01 }},
		{"评分项目!K3：扣分上限5分高于分值4分 [rubric/item/range]", func(r *rubric.Rubric) { r.Items[1].Most = 5_00 }},
		{"评分项目!L6：关键项应当属于评分分组中的一组 [rubric/item/key]", func(r *rubric.Rubric) { r.Items[4].Key = true }},
		{"评分分组!J4：没有“文号码”这个字段，是不是“文号”？ [rules/field/unknown]", func(r *rubric.Rubric) { r.Groups[0].Needs[1].Field = "文号码" }},
		{"评分分组!A2：第1组的适用条件不可能成立，这一组永远不适用 [rules/group/unreachable]", func(r *rubric.Rubric) {
			r.Groups[0].Applies = append(r.Groups[0].Applies, rubric.Condition{Field: "罚款金额", Relation: "为空"})
		}},
	} {
		r := grouped()
		r.Items[2].Applies = nil // one row an item
		c.spoil(&r)
		sheets, err := rules.RubricSheets(r, nil)
		require.NoError(t, err)
		read, issues, err := rules.ReadRubric(workbook(t, sheets))
		require.NoError(t, err)
		if len(issues) == 0 {
			_, issues = rules.CompileRubric(placedWithNumber(t), read)
		}
		require.NotEmpty(t, issues, c.want)
		require.Equal(t, "标准.xlsx!"+c.want, issues[0].String())
	}
}

// Sheets that cannot be read as what they are have their faults, and conditions do not stray.
func TestDamagedSheets(t *testing.T) {
	for want, spoil := range map[string]func([]table.Sheet){
		"标准.xlsx!评分分组!J2：这一行的条件不属于任何一项，上面应当先有一项 [rules/condition/stray]": func(s []table.Sheet) {
			s[2].Rows[0][0], s[2].Rows[0][1], s[2].Rows[0][3] = nil, nil, nil
		},
		"标准.xlsx!评分分组!H3：没有写明是适用条件还是应有条件 [rules/condition/part]":      func(s []table.Sheet) { s[2].Rows[1][7] = nil },
		"标准.xlsx!评分分组!H3：“条件”列：不是可选的值之一，是不是“应有”？ [table/cell/choice]": func(s []table.Sheet) { s[2].Rows[1][7] = "应当" },
		"标准.xlsx!评分分组!E2：“否决后果”列：不是可选的值之一 [table/cell/choice]":        func(s []table.Sheet) { s[2].Rows[0][4] = "开除" },
		"标准.xlsx!等次!B2：“起分”列：不符合本列的要求 [table/cell/value]":             func(s []table.Sheet) { s[3].Rows[0][1] = "很高" },
		"标准.xlsx!评分项目!G2：“性质”列：不是可选的值之一，是不是“得分”？ [table/cell/choice]": func(s []table.Sheet) { s[1].Rows[0][6] = "记分" },
	} {
		sheets, err := rules.RubricSheets(grouped(), nil)
		require.NoError(t, err)
		for i := range sheets {
			for k := range sheets[i].Columns { // as somebody types, who may paste over drop-downs
				sheets[i].Columns[k].Choices, sheets[i].Columns[k].Kind = nil, table.Text
			}
		}
		for _, row := range sheets[3].Rows {
			row[1] = row[1].(fazhi.Money).String()
		}
		spoil(sheets)
		_, issues, err := rules.ReadRubric(workbook(t, sheets))
		require.NoError(t, err)
		require.NotEmpty(t, issues, want)
		require.Equal(t, want, issues[0].String())
		require.NotZero(t, issues.Count(fazhi.Error))
	}
}

// The table whose printed points come to 109 is refused in a workbook, too, with the cell of the stated total.
func TestWorkbookThatDoesNotAddUp(t *testing.T) {
	data, err := os.ReadFile("ruleyaml/testdata/permit-109.yaml")
	require.NoError(t, err)
	r, _ := ruleyaml.Read("许可.yaml", data)
	require.Len(t, r.Items, 12)
	_, issues := throughWorkbook(t, r)
	require.Len(t, issues, 1)
	require.Equal(t, "标准.xlsx!评分标准!H2：各项分值合计109分，与总分100分不符 [rubric/total]", issues[0].String())
}

// A rubric without faults comes back from both forms as it was, whatever its texts look like.
func FuzzRubricRoundTrip(f *testing.F) {
	f.Add("1", "分组", "项目", "依据", "字段", "等于", "值", int64(150), true, false)
	f.Add("=1", "", "null", "#", "或", "=", "- a: b", int64(0), true, true)
	f.Add("1.10", "合计", "说明：", "'甲", "~", ">=", "2024-01-01", int64(1), false, true)
	f.Fuzz(func(t *testing.T, id, group, name, basis, field, relation, value string, points int64, veto, or bool) {
		c := rubric.Condition{Field: field, Relation: relation, Value: value}
		second := c
		second.Or = or
		r := rubric.Rubric{ID: "a", Name: name, Version: id, Basis: basis, Items: []rubric.Item{
			{ID: id, Group: group, Name: name, Basis: basis, Points: rubric.Points(points), Veto: veto,
				Applies: []rubric.Condition{c}, Meets: []rubric.Condition{second, c, second}},
			{ID: id + "-", Name: name, Points: 1}}}
		if rubric.Vet(r).Err() != nil || field == "" || relation == "" {
			return
		}
		text, issues := throughYAML(t, r)
		require.Zero(t, issues.Count(fazhi.Error), issues)
		require.Equal(t, r, text)
		sheet, issues := throughCSV(t, r)
		if !skipped(issues) {
			require.Zero(t, issues.Count(fazhi.Error), issues)
			require.Equal(t, r, sheet)
		}
	})
}

// skipped reports whether a row was taken for a total or a note: the reader says so.
func skipped(issues fazhi.Issues) bool {
	for _, i := range issues {
		if strings.HasPrefix(string(i.Code), "table/row/") {
			return true
		}
	}
	return false
}

// Whatever a file holds, reading and compiling end without panic, and a scorer scores what marks can be.
func FuzzReadItems(f *testing.F) {
	f.Add([]byte(itemHeader + good))
	f.Add([]byte("编号,项目,分值,字段,关系,值,条件\n1,甲,1,罚款金额,大于,1,合格\n合计,,1,,,,\n,,,是否听证,是,,适用\n"))
	f.Add([]byte(checkHeader + goodChecks))
	v := vocabulary(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		src, err := table.CSV("甲.csv", data)
		if err != nil {
			return
		}
		if list, _, err := rules.ReadRequirements(src, "", table.Options{}); err == nil {
			checks, issues := rules.CheckWith(nil, v, "case", list)
			require.Equal(t, len(issues) > 0, len(checks) < len(list))
			_, err := fazhi.Validate(t.Context(), full, fazhi.Date{}, fazhi.Date{}, checks)
			require.NoError(t, err)
		}
		r, _, err := rules.ReadItems(rubric.Rubric{ID: "a", Name: "甲", Version: "1"}, src, "")
		if err != nil {
			return
		}
		s, issues := rules.CompileRubric(v, r)
		require.Equal(t, s == nil, issues.Count(fazhi.Error) > 0)
		if s != nil {
			_, wrong := rubric.Sum(s.Rubric(), s.Score(full).Marks)
			require.Empty(t, wrong)
		}
	})
}
