package activity_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/activity"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/report"
)

// grouped returns the clinic with all figures that can be divided divided by something.
func grouped(t *testing.T, by string) *activity.Activity {
	t.Helper()
	text := strings.NewReplacer("算法: 计数,", "算法: 计数, 分组: "+by+", 表格: 是,", "算法: 求和,", "算法: 求和, 分组: "+by+",",
		"算法: 比率,", "算法: 比率, 分组: "+by+", 表格: 是,").Replace(clinic)
	return declare(t, text)
}

// The parts of a figure add up to it, whatever divides it: values and documents.
func TestPartsAddUp(t *testing.T) {
	for _, by := range []string{"季度", "月份", "类别", "社区", "办结"} {
		a := grouped(t, by)
		records, issues := read(t, a, invented(a.Columns(), 200))
		require.Empty(t, issues)
		for _, year := range []int{2023, 2024, 2025} {
			divided := 0
			for id, parts := range wholes(a.Figures(records, year)) {
				sum, count := fazhi.Quantity(nil), int64(0)
				for _, f := range parts[1:] {
					require.True(t, strings.HasPrefix(f.ID, id+"@"), f.ID)
					count += f.From.Count
					if sum == nil {
						sum = f.Value
						continue
					}
					var ok bool
					sum, ok = sum.Plus(f.Value)
					require.True(t, ok)
				}
				if len(parts) > 1 {
					divided++
					require.Equal(t, parts[0].Value, sum, "%s %s %d", by, id, year)
					require.Equal(t, parts[0].From.Count, count)
				}
			}
			require.Equal(t, 4, divided)
		}
	}
}

// wholes returns each figure that is no part, and its parts behind it.
func wholes(figures []fazhi.Figure) map[string][]fazhi.Figure {
	all := make(map[string][]fazhi.Figure)
	for _, f := range figures {
		id, _, _ := strings.Cut(f.ID, "@")
		all[id] = append(all[id], f)
	}
	return all
}

func ids(figures []fazhi.Figure) (list []string) {
	for _, f := range figures {
		list = append(list, f.ID)
	}
	return list
}

// Quarters and months have their own periods, scopes and names.
func TestPartsOfTheYear(t *testing.T) {
	a := grouped(t, "季度")
	records, _ := read(t, a, clinicHeader+"1,2024-03-31,讲座,东湖,30,,\n2,2024-04-01,讲座,东湖,30,,\n3,2024-12-31,讲座,东湖,30,,\n")
	f := a.Figures(records, 2024)
	require.Equal(t, []string{"门诊.讲座", "门诊.讲座@第一季度", "门诊.讲座@第二季度", "门诊.讲座@第三季度", "门诊.讲座@第四季度"}, ids(f[:5]))
	require.Equal(t, []fazhi.Quantity{fazhi.Count{N: 3}, fazhi.Count{N: 1}, fazhi.Count{N: 1}, fazhi.Count{}, fazhi.Count{N: 1}},
		[]fazhi.Quantity{f[0].Value, f[1].Value, f[2].Value, f[3].Value, f[4].Value})
	require.Equal(t, fazhi.Period{From: fazhi.DateOf(2024, 4, 1), To: fazhi.DateOf(2024, 6, 30)}, f[2].Period)
	require.Equal(t, "讲座（第二季度） 本年讲座；季度：第二季度", f[2].Name+" "+f[2].Scope)

	a = grouped(t, "月份")
	f = a.Figures(records, 2024)
	require.Equal(t, "门诊.讲座@1月 门诊.讲座@12月", f[1].ID+" "+f[12].ID)
	require.Equal(t, fazhi.Period{From: fazhi.DateOf(2024, 2, 1), To: fazhi.DateOf(2024, 2, 29)}, f[2].Period)
	require.Equal(t, fazhi.Period{From: fazhi.DateOf(2024, 12, 1), To: fazhi.DateOf(2024, 12, 31)}, f[12].Period)
	for _, year := range []int{-1, 0, 10000} {
		require.Equal(t, fazhi.Count{}, a.Figures(records, year)[1].Value, year)
	}
}

// Choices are parts with or without rows, other values follow as they come; empty cells come last.
func TestPartsByAColumn(t *testing.T) {
	a := grouped(t, "类别")
	require.Equal(t, []string{"门诊.讲座", "门诊.讲座@咨询", "门诊.讲座@讲座"}, ids(a.Figures(nil, 2024)[:3]))

	a = grouped(t, "社区")
	records, issues := read(t, a, clinicHeader+"1,2024-01-01,讲座,西街,,,\n2,2024-01-01,讲座,,,,\n3,2024-01-01,讲座,东湖 {一}|区,,,\n4,2024-01-01,讲座,西街,,,\n")
	require.Empty(t, issues)
	f := a.Figures(records, 2024)
	require.Equal(t, []string{"门诊.讲座@西街", "门诊.讲座@东湖··一··区", "门诊.讲座@未填"}, ids(f[1:4]))
	for _, part := range f[1:4] {
		_, marks, err := report.Prose("{{"+part.ID+"}}", 0)
		require.NoError(t, err)
		require.Equal(t, part.ID, marks[0].ID)
	}

	a = grouped(t, "办结")
	require.Equal(t, []string{"门诊.讲座@是", "门诊.讲座@否", "门诊.讲座@未填"}, ids(a.Figures(records, 2024)[1:4]))
}

// Choices that would be one part are refused where they are divided by: the parts would not add up. Signs that nobody sees make
// no other part.
func TestPartsAreToldApart(t *testing.T) {
	long := strings.Repeat("长", 100)
	for _, choices := range []string{"咨询, 讲座, 讲 座, 讲·座", "讲座, '讲{座', '讲|座'", "讲座, " + long + "甲, " + long + "乙", "讲座, \"讲\\u200b座\"", "讲座, \"\\u200b\""} {
		text := strings.Replace(clinic, "可选值: [咨询, 讲座]", "可选值: [咨询, "+strings.TrimPrefix(choices, "咨询, ")+"]", 1)
		declare(t, text)
		_, err := activity.Parse("领域.yaml", []byte(strings.Replace(text, "单位: 场,", "分组: 类别, 单位: 场,", 1)))
		require.ErrorContains(t, err, "“类别”列有可选值分组以后同名", choices)
		var faults *activity.ParseError
		require.ErrorAs(t, err, &faults)
		require.Equal(t, activity.BadGrouping, faults.Issues[0].Code)
	}
	a := grouped(t, "社区")
	records, _ := read(t, a, clinicHeader+"1,2024-01-01,讲座,东 湖,,,\n2,2024-01-01,讲座,东\u00a0湖,,,\n3,2024-01-01,讲座,东\u2028湖,,,\n4,2024-01-01,讲座,东\u200b 湖,,,\n")
	f := a.Figures(records, 2024)
	require.Equal(t, "门诊.讲座@东·湖", f[1].ID)
	require.Equal(t, fazhi.Count{N: 4}, f[1].Value)
}

// A column of a thousand values makes a bounded number of parts, which add up all the same, also when a value is called 其余.
func TestPartsAreBounded(t *testing.T) {
	a := grouped(t, "社区")
	records, _ := read(t, a, clinicHeader+"甲,2024-01-01,讲座,其余,,,\n"+lines(1000, "%[1]d,2024-01-01,讲座,社区%[1]d,,,\n"))
	parts := wholes(a.Figures(records, 2024))["门诊.讲座"]
	require.Len(t, parts, activity.MaxParts+1)
	require.Equal(t, fazhi.Count{N: 802}, parts[1].Value)

	records = records[1:]
	parts = wholes(a.Figures(records, 2024))["门诊.讲座"]
	require.Equal(t, "门诊.讲座@其余", parts[activity.MaxParts+1].ID)
	require.Equal(t, fazhi.Count{N: 800}, parts[activity.MaxParts+1].Value)
}

// Long values make short names, and what is too much is refused.
func TestPartsAreShortAndFew(t *testing.T) {
	a := grouped(t, "社区")
	records, _ := read(t, a, clinicHeader+"1,2024-01-01,讲座,"+strings.Repeat("长", 101)+",,,\n2,2024-01-01,讲座,"+strings.Repeat("长", 102)+",,,\n")
	require.Equal(t, []string{"门诊.讲座@" + strings.Repeat("长", 100)}, ids(a.Figures(records, 2024)[1:2]))
	require.Equal(t, fazhi.Count{N: 2}, a.Figures(records, 2024)[1].Value)

	var b strings.Builder
	for i := range 21 {
		fmt.Fprintf(&b, "  - {标识: 名册.第%d, 名称: 人数, 算法: 计数, 分组: 编号, 表格: 是, 单位: 名, 口径: 本年在聘的}\n", i)
	}
	_, err := activity.Parse("领域.yaml", []byte(strings.Replace(post, "数据项:\n", "数据项:\n"+b.String(), 1)))
	require.ErrorContains(t, err, "分组太多：各数据项的组合计不能超过 4096 个")
}

// Figures of one grouping share a table below the sentence; the report fills it and misses nothing.
func TestTableOfParts(t *testing.T) {
	a := grouped(t, "季度")
	records, _ := read(t, a, clinicHeader+"1,2024-01-01,讲座,东湖,30,,\n2,2024-12-31,咨询,东湖,5,1234.56,是\n3,2024-06-01,咨询,西街,10,3,否\n")
	section, err := a.Section(records, 2024)
	require.NoError(t, err)
	require.Len(t, section.Items, 2)
	d, issues, err := report.Assemble(report.Template{}, report.Narrative{Items: []report.Item{{Slot: "法律门诊"}}}, []report.Section{section})
	require.NoError(t, err)
	for _, i := range issues {
		require.NotContains(t, i.Message, "门诊.讲座")
		require.NotContains(t, i.Message, "分母")
	}
	require.Equal(t, []string{
		"季度|讲座|办结率", "第一季度|1场|—", "第二季度|0场|0%", "第三季度|0场|—", "第四季度|0场|100%", "合计|1场|50%",
	}, printedTable(d.Body[1].(gongwen.Table)))
}

func printedTable(t gongwen.Table) (rows []string) {
	for _, row := range append([][][]gongwen.Span{t.Header}, t.Rows...) {
		var cells []string
		for _, cell := range row {
			text := ""
			for _, span := range cell {
				switch s := span.(type) {
				case gongwen.Text:
					text += string(s)
				case gongwen.Figure:
					text += s.Text
				}
			}
			cells = append(cells, text)
		}
		rows = append(rows, strings.Join(cells, "|"))
	}
	return rows
}

// A sentence may name parts that there always are, and need not name what stands in a table.
func TestSentenceAndParts(t *testing.T) {
	divided := strings.Replace(clinic, "算法: 计数,", "算法: 计数, 分组: 季度,", 1)
	a := declare(t, strings.Replace(divided, "讲座{{门诊.讲座}}", "讲座{{门诊.讲座}}，下半年{{门诊.讲座@第三季度}}、{{门诊.讲座@第四季度}}", 1))
	section, err := a.Section(nil, 2024)
	require.NoError(t, err)
	require.Len(t, section.Items, 1)

	_, err = activity.Parse("领域.yaml", []byte(strings.Replace(divided, "讲座{{门诊.讲座}}，", "", 1)))
	require.ErrorContains(t, err, "没有用到数据项“门诊.讲座”")
	declare(t, strings.Replace(strings.Replace(divided, "季度,", "季度, 表格: 是,", 1), "讲座{{门诊.讲座}}，", "", 1))
	_, err = activity.Parse("领域.yaml", []byte(strings.Replace(divided, "讲座{{门诊.讲座}}", "讲座{{门诊.讲座}}{{门诊.讲座@五季度}}", 1)))
	require.ErrorContains(t, err, "没有声明的数据项“门诊.讲座@五季度”，是不是“门诊.讲座@")
}

// A row whose span touches several months would stand in several parts.
func TestSpansHaveNoMonths(t *testing.T) {
	_, err := activity.Parse("领域.yaml", []byte(strings.Replace(post, "单位: 名,", "分组: 月份, 单位: 名,", 1)))
	require.ErrorContains(t, err, "有“截止列”的领域不能按月份分组")
	declare(t, strings.NewReplacer("单位: 名,", "分组: 月份, 单位: 名,", "截止列: 届满\n", "").Replace(post))
}
