package rules_test

import (
	"bytes"
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
