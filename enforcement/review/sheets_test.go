package review_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/casefile"
	"github.com/fazhi-go/fazhi/enforcement/review"
	"github.com/fazhi-go/fazhi/rules/rubric"
	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/table/xlsx"
)

// penalty is an invented rubric with every way of taking points.
func penalty() rubric.Rubric {
	return rubric.Rubric{ID: "house/test", Name: "行政处罚案卷评分标准（测试用）", Version: "2024", Basis: "本单位规定", Scale: rubric.Whole(100),
		Veto:   &rubric.Veto{Effect: rubric.VetoZero},
		Grades: []rubric.Grade{{Name: "优秀", Least: 90_00}, {Name: "良好", Least: 80_00}, {Name: "合格", Least: 60_00}, {Name: "不合格"}},
		Groups: []rubric.Group{{Name: "主体"}, {Name: "立案", Stage: "立案环节"}, {Name: "调查"}, {Name: "决定"}, {Name: "归档"}},
		Items: []rubric.Item{
			{ID: "Z1", Group: "主体", Name: "执法主体具有法定职权", Basis: "行政处罚法第十七条", Veto: true},
			{ID: "1", Group: "立案", Name: "符合立案标准的及时立案，立案审批手续齐全", Basis: "行政处罚法第五十四条", Points: rubric.Whole(10)},
			{ID: "2", Group: "调查", Name: "执法人员不少于两人并出示执法证件", Basis: "行政处罚法第五十五条", Points: rubric.Whole(20), Whole: true, Key: true},
			{ID: "3", Group: "调查", Name: "询问笔录、现场笔录的各项内容填写完整", Points: rubric.Whole(10), Each: rubric.Whole(2)},
			{ID: "4", Group: "决定", Name: "在法定期限内作出处罚决定", Basis: "行政处罚法第六十条", Points: rubric.Whole(30), Whole: true},
			{ID: "5", Group: "决定", Name: "裁量说理充分", Points: rubric.Whole(20), Least: rubric.Whole(1), Most: rubric.Whole(5)},
			{ID: "6", Group: "归档", Name: "卷内文书排列有序、编写页码", Points: 50, Role: rubric.Deducts, Least: 50, Most: 50},
			{ID: "7", Group: "归档", Name: "案例入选典型案例", Points: rubric.Whole(2), Role: rubric.Adds},
		}}
}

// auto are the program's marks: the limit of the decision was missed, the officers were two.
func auto() []rubric.Mark {
	return []rubric.Mark{{Item: "Z1"}, {Item: "1"}, {Item: "2", Verdict: rubric.Met, Points: rubric.Whole(20), Paths: []fazhi.Path{"/officers"}},
		{Item: "3"}, {Item: "4", Verdict: rubric.NotMet, Reason: "超过期限1日", Paths: []fazhi.Path{"/dates/decided"}}, {Item: "5"}, {Item: "6"}, {Item: "7"}}
}

func task() review.Task {
	r := penalty()
	one, two := drawn(), drawn()
	two.File = "闽泉执〔2024〕罚字第2号/补充卷:含申请法院强制执行全部材料"
	return review.Task{Round: "2024年第1次", Reviewer: "P03", Role: review.Counsel, Unit: "某律师事务所", Override: true,
		Files: []review.Assigned{{Case: one, Rubric: &r, Auto: auto()}, {Case: two, Rubric: &r}}}
}

const first = "1.AJ-1"

// filled is the workbook of the task with the first file filled in.
func filled(t testing.TB, task review.Task) *book {
	t.Helper()
	sheets, err := review.Sheets(task)
	require.NoError(t, err)
	b := bookOf(t, sheets...)
	for id, cells := range map[string][4]string{"Z1": {"合格"}, "1": {"不合格", "1.5", "", "审批表没有签署日期"}, "3": {"不合格", "", "3", "三处空白未划"},
		"5": {"不合格", "5", "", "没有说明从重的理由"}, "6": {"不合格", "", "", "没有编页码"}, "7": {"不合格"}} {
		for n, text := range cells {
			b.set(first, 7+n, b.find(t, first, id), text)
		}
	}
	return b
}

func TestSheetsComeBack(t *testing.T) {
	b := filled(t, task())
	opinions, issues, err := review.ReadSheets(b, task())
	require.NoError(t, err)
	require.Equal(t, 8, issues.Count(fazhi.Warning), "the second file is not filled in")
	require.Zero(t, issues.Count(fazhi.Error), said(issues))
	o := opinions[0]
	require.Equal(t, []string{"P03", review.Counsel, "某律师事务所"}, []string{o.Reviewer, o.Role, o.Unit})
	got := []string{}
	for _, m := range o.Result.Marks {
		got = append(got, m.Item+m.Verdict.String()+m.Points.String()+m.Reason)
	}
	require.Equal(t, []string{"Z1合格0", "1不合格8.5审批表没有签署日期", "2合格20", "3不合格4三处空白未划", "4不合格0超过期限1日",
		"5不合格15没有说明从重的理由", "6不合格0没有编页码", "7不合格0"}, got)
	require.Equal(t, auto()[4], o.Result.Marks[4], "with the paths of the program")
	require.Equal(t, 3, o.Result.Marks[3].Times)
	require.Equal(t, "52.28", o.Outcome.Score.String()) // 100 × 47.5/90 − 0.5
	require.Equal(t, 8, opinions[1].Outcome.Open)
}

// The sheets of a real workbook come back as they went out, and hold nothing of another reviewer.
func TestSheetsAsWorkbook(t *testing.T) {
	sheets, err := review.Sheets(task())
	require.NoError(t, err)
	var out, again bytes.Buffer
	require.NoError(t, xlsx.Write(&out, sheets))
	require.NoError(t, xlsx.Write(&again, sheets))
	require.Equal(t, out.Bytes(), again.Bytes())
	w, err := xlsx.Open("P03.xlsx", bytes.NewReader(out.Bytes()), int64(out.Len()), xlsx.Options{})
	require.NoError(t, err)
	defer w.Close()
	opinions, issues, err := review.ReadSheets(w, task())
	require.NoError(t, err)
	require.Zero(t, issues.Count(fazhi.Error), said(issues))
	require.Equal(t, 6, opinions[0].Outcome.Open)
	require.Equal(t, auto()[4], opinions[0].Result.Marks[4])
	for _, s := range sheets {
		require.NotContains(t, s.Title, review.Empowering)
		for _, row := range s.Rows {
			require.NotContains(t, texts(t, row), review.Empowering)
		}
	}
	choices := sheets[1].Columns[7].Choices
	require.Equal(t, []string{"合格", "不合格", "不适用"}, choices)
}

// Every slip is named by its cell.
func TestSheetFaults(t *testing.T) {
	row := func(b *book, id string) int {
		return slices.IndexFunc(b.cells[first], func(r []string) bool { return r[0] == id }) + 1
	}
	cell := func(id string, column int, text string) func(*book) {
		return func(b *book) { b.set(first, column, row(b, id), text) }
	}
	for want, spoil := range map[string]func(*book){
		"A4 enforcement/review/sheet/item /files/0 评分标准中没有这一项":                        cell("1", 0, "11"),
		"enforcement/review/sheet/row /files/0/items/1 缺少第2项的行":                       cell("1", 0, "11"),
		"A5 enforcement/review/sheet/double /files/0/items/1 这一项重复":                   cell("2", 0, "1"),
		"C4 enforcement/review/sheet/changed /files/0/items/1/name “评分项目”与发出时不同":      cell("1", 2, "立案"),
		"E4 enforcement/review/sheet/changed /files/0/items/1/points “分值”与发出时不同":      cell("1", 4, "20"),
		"I4 enforcement/review/sheet/points /files/0/items/1/taken 扣分应当在0至10分之间":      cell("1", 8, "10.5"),
		"I4 enforcement/review/sheet/points /files/0/items/1/taken 扣分应当是数字，至多两位小数":    cell("1", 8, "一分"),
		"I4 enforcement/review/sheet/points /files/0/items/1/taken 评定为不合格，没有填扣分":      cell("1", 8, ""),
		"I8 enforcement/review/sheet/points /files/0/items/5/taken 评定为不合格的，扣1至5分":     cell("5", 8, "6"),
		"I6 enforcement/review/sheet/points /files/0/items/3/taken 评定为合格的，不扣分":        cell("3", 7, "合格"),
		"I4 enforcement/review/sheet/points /files/0/items/1/taken 评定为不适用的，不扣分":       cell("1", 7, "不适用"),
		"K4 enforcement/review/sheet/reason /files/0/items/1/reason 评定为不合格，没有写明理由":    cell("1", 10, ""),
		"K4 enforcement/review/sheet/text /files/0/items/1/reason 理由太长":               cell("1", 10, strings.Repeat("长", 700)),
		"J6 enforcement/review/sheet/times /files/0/items/3/times 扣分与处数不符：每处扣2分，扣完为止": cell("3", 8, "4"),
		"J6 enforcement/review/sheet/times /files/0/items/3/times 处数应当是0至10000的整数":    cell("3", 9, "三"),
		"J4 enforcement/review/sheet/times /files/0/items/1/times 本项不按处数扣分":           cell("1", 9, "1"),
		"H4 enforcement/review/sheet/verdict /files/0/items/1/verdict 应当是合格、不合格或者不适用": cell("1", 7, "基本合格"),
		"H4 enforcement/review/sheet/open /files/0/items/1/verdict 填了扣分或者处数，没有评定":     cell("1", 7, ""),
		"H10 enforcement/review/sheet/open /files/0/items/7/verdict 还没有评定":            cell("7", 7, ""),
		"K7 enforcement/review/sheet/automatic /files/0/items/4/reason 更改自动评定，没有写明理由": func(b *book) { b.set(first, 7, row(b, "4"), "合格"); b.set(first, 8, row(b, "4"), "") },
		"A1 enforcement/review/sheet/head /files/0 表头与本案卷、本评查人不符":                     func(b *book) { b.set(first, 0, 1, strings.Replace(b.cells[first][0][0], "P03", "P04", 1)) },
		"A1 enforcement/review/sheet/round /files/0 表头不是本批次的":                         func(b *book) { b.set(first, 0, 1, strings.Replace(b.cells[first][0][0], "第1次", "第2次", 1)) },
		"F3 enforcement/review/sheet/round /files/0/round 不是本批次的评分表":                  func(b *book) { b.set("目录", 5, 3, "2023年第2次") },
		"G3 enforcement/review/sheet/head /files/0/reviewer 评查人被改动":                   func(b *book) { b.set("目录", 6, 3, "P09") },
		"J3 enforcement/review/sheet/rubric /files/0/version 评分标准的版本不符":               func(b *book) { b.set("目录", 9, 3, "2023") },
		"K3 enforcement/review/sheet/rubric /files/0/digest 评分标准的内容与发出时不同":            func(b *book) { b.set("目录", 10, 3, "00") },
		"L4 enforcement/review/sheet/head /files/1/content 案卷内容与发出时不同":                func(b *book) { b.set("目录", 11, 4, "00") },
		"L3 enforcement/review/sheet/head /files/0/content 案卷内容与发出时不同":                func(b *book) { b.set("目录", 11, 3, "00") },
		"A3 enforcement/review/sheet/head  不是本次评查任务的案卷":                               func(b *book) { b.set("目录", 0, 3, "3.AJ-9") },
		"enforcement/review/sheet/missing /files/0 没有这一案卷的评分表":                        func(b *book) { b.names = slices.Delete(b.names, 1, 2) },
		"enforcement/review/sheet/missing /files/0 目录中没有这一案卷":                         func(b *book) { b.cells["目录"] = slices.Delete(b.cells["目录"], 2, 3) },
		"enforcement/review/sheet/unknown  不是本次评查任务的工作表，没有读取":                         func(b *book) { b.names = append(b.names, "草稿") },
	} {
		t.Run(want, func(t *testing.T) {
			b := filled(t, task())
			_, issues, err := review.ReadSheets(b, task())
			require.NoError(t, err)
			require.NotContains(t, said(issues), want)
			spoil(b)
			opinions, issues, err := review.ReadSheets(b, task())
			require.NoError(t, err)
			require.Contains(t, said(issues), want)
			if !strings.Contains(want, "unknown") && !strings.Contains(want, "/files/1") {
				require.True(t, opinions[0].Reviewer == "" || opinions[0].Outcome.Open > 0)
			}
		})
	}
}

// A policy may forbid to change what the program judged; else a reason is needed, and does.
func TestAutomaticMarks(t *testing.T) {
	change := func(override bool, reason string) (review.Opinion, []string) {
		j := task()
		j.Override, j.Files = override, j.Files[:1]
		b := filled(t, j)
		at := b.find(t, first, "4")
		b.set(first, 7, at, "合格")
		b.set(first, 8, at, "")
		b.set(first, 10, at, reason)
		opinions, issues, err := review.ReadSheets(b, j)
		require.NoError(t, err)
		return opinions[0], said(issues)
	}
	o, issues := change(true, "法律另有规定，期限为一百二十日")
	require.Empty(t, issues)
	require.Equal(t, rubric.Met, o.Result.Marks[4].Verdict)
	_, issues = change(true, "超过期限1日")
	require.Equal(t, []string{"K7 enforcement/review/sheet/automatic /files/0/items/4/reason 更改自动评定，没有写明理由"}, issues)
	_, issues = change(false, "法律另有规定")
	require.Equal(t, []string{"H7 enforcement/review/sheet/automatic /files/0/items/4/verdict 自动评定的项目不得更改"}, issues)
}

// So many faults of one item can be counted, and no more.
func TestTimes(t *testing.T) {
	for times, wrong := range map[string]bool{"10000": false, "10001": true, "-1": true, "1.5": true, "0": false} {
		b := filled(t, task())
		b.set(first, 9, b.find(t, first, "3"), times)
		b.set(first, 8, b.find(t, first, "3"), map[bool]string{true: "10", false: ""}[times == "0"])
		opinions, issues, err := review.ReadSheets(b, task())
		require.NoError(t, err)
		require.Equal(t, wrong, issues.Count(fazhi.Error) > 0, times)
		require.Equal(t, wrong, opinions[0].Outcome.Open > 0, times)
	}
}

// A cover that says another content of the file leaves no opinion, not an open one.
func TestChangedContentSpoils(t *testing.T) {
	b := filled(t, task())
	b.set("目录", 11, 3, "00")
	opinions, issues, err := review.ReadSheets(b, task())
	require.NoError(t, err)
	require.Contains(t, said(issues), "L3 enforcement/review/sheet/head /files/0/content 案卷内容与发出时不同")
	require.Zero(t, opinions[0])
}

// Texts that a sheet would not bring back as they were make no workbook; all of them are said.
func TestSheetsRefuseTexts(t *testing.T) {
	for _, c := range []struct {
		text, want string
	}{{" 甲", "前后有空白"}, {"甲 ", "前后有空白"}, {"甲\u200b乙", "含有看不见的字符"}, {"甲\u2028乙", "含有看不见的字符"}, {"\ufeff甲", "含有看不见的字符"}, {"甲\r\n乙", "含有换行或者其他控制字符"},
		{"甲\xff", "不是 UTF-8 文本"}, {"甲\ufffd", "含有换行或者其他控制字符"}} {
		j := task()
		j.Round, j.Reviewer, j.Files[0].Case.File, j.Files[1].Case.Unit, j.Files[1].Case.Sort = c.text, c.text, c.text, c.text, casefile.Sort(c.text)
		_, err := review.Sheets(j)
		require.ErrorIs(t, err, review.ErrTask)
		for _, name := range []string{"评查批次", "评查人", "第1件案卷的编号", "第2件案卷的办案部门", "第2件案卷的类型"} {
			require.ErrorContains(t, err, name+c.want)
		}
	}
	_, err := review.Sheets(review.Task{Files: []review.Assigned{{}}})
	for _, want := range []string{"评查批次为空", "评查人为空", "角色为空", "第1件案卷的编号为空", "第1件案卷没有评分标准"} {
		require.ErrorContains(t, err, want)
	}
}

// However much a workbook holds that is not the task's, a hundred things are named, and the rest is counted.
func TestStraysAreBounded(t *testing.T) {
	b := filled(t, task())
	for i := range 250 {
		b.cells[first] = append(b.cells[first], []string{fmt.Sprintf("多%d", i)})
	}
	_, issues, err := review.ReadSheets(b, task())
	require.NoError(t, err)
	require.Equal(t, 101, issues.Count(fazhi.Error))
	require.Contains(t, said(issues), "enforcement/review/sheet/more  还有150处不属于本表的内容没有列出")
	for i := range 40_000 {
		b.cells[first] = append(b.cells[first], []string{fmt.Sprintf("再多%d", i)})
	}
	_, issues, err = review.ReadSheets(b, task())
	require.NoError(t, err)
	require.Equal(t, 101, issues.Count(fazhi.Error))
	require.Contains(t, said(issues), "enforcement/review/sheet/more  还有40150处不属于本表的内容没有列出")
	b.cells[first] = append(b.cells[first], slices.Clone(b.cells[first][b.find(t, first, "1")-1]))
	b.set(first, 0, b.find(t, first, "1"), "11")
	_, issues, err = review.ReadSheets(b, task())
	require.NoError(t, err)
	require.Contains(t, said(issues), "enforcement/review/sheet/row /files/0/items/1 缺少第2项的行", "so far below nothing is read")
	for i := range 250 {
		b.cells["目录"] = append(b.cells["目录"], []string{fmt.Sprintf("多%d", i)})
		b.names = append(b.names, fmt.Sprintf("草稿%d", i))
	}
	_, issues, err = review.ReadSheets(b, task())
	require.NoError(t, err)
	require.Less(t, len(issues), 200)
}

// Every task of a round has its own name for its workbook, which any file system takes.
func TestWorkbookNames(t *testing.T) {
	about := func(role, file, reviewer string) string {
		j := review.Task{Role: role, Reviewer: reviewer, Files: []review.Assigned{{Case: review.Case{File: file}}}}
		return j.Workbook()
	}
	require.Equal(t, "法律顾问-L1", about(review.Counsel, "AJ-1", "L1"))
	require.Equal(t, "合议-AJ-1-L1、F1", about(review.Agreed, "AJ-1", "L1、F1"))
	require.Equal(t, "第三评查人-L2", (&review.Task{Role: review.Third, Reviewer: "L2"}).Workbook())
	require.Equal(t, "第三评查人-L2", (&review.Task{Role: review.Third, Reviewer: "L2", Files: make([]review.Assigned, 2)}).Workbook())
	names := []string{about(review.Counsel, "", "L/1"), about(review.Counsel, "", "L-1"), about(review.Counsel, "", "L_1"), about(review.Counsel, "", "L\\1"),
		about(review.Third, "A-1", "B"), about(review.Third, "A", "1-B"), about(review.Third, "A", "B."), about(review.Third, "A", "B"), about(review.Third, "A", "B\u200b"),
		about(review.Third, "A\n", "B")}
	require.Equal(t, len(names), len(slices.Compact(slices.Sorted(slices.Values(names)))), names)
	for _, name := range names {
		require.NotContains(t, name, "/")
		require.Regexp(t, `^[\pL\pN_-]+$`, name)
	}
}

func TestSheetsWithoutRubric(t *testing.T) {
	j := task()
	j.Files[1].Rubric = nil
	_, err := review.Sheets(j)
	require.ErrorIs(t, err, review.ErrTask)
	_, _, err = review.ReadSheets(bookOf(t), j)
	require.ErrorIs(t, err, table.ErrNoSheet)
}

// Whatever stands in the cells that a reviewer fills in, reading ends with marks that the rubric allows.
func FuzzReadSheets(f *testing.F) {
	f.Add("3", "不合格", "4", "2", "两处空白")
	f.Add("1", "合格", "0", "", "")
	f.Add("4", "不适用", "", "", "不需要")
	f.Fuzz(func(t *testing.T, id, verdict, taken, times, reason string) {
		b := filled(t, task())
		at := slices.IndexFunc(b.cells[first], func(r []string) bool { return r[0] == id })
		if at < 2 {
			return
		}
		for n, text := range []string{verdict, taken, times, reason} {
			b.set(first, 7+n, at+1, text)
		}
		opinions, _, err := review.ReadSheets(b, task())
		require.NoError(t, err)
		_, issues := rubric.Sum(penalty(), opinions[0].Result.Marks)
		require.Empty(t, issues)
	})
}
