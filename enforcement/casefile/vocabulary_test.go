package casefile_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/casefile"
	"github.com/fazhi-go/fazhi/enforcement/casefile/casefiletest"
	"github.com/fazhi-go/fazhi/rules"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

func vocabulary(t testing.TB) *rules.Vocabulary[*casefile.Examined] {
	t.Helper()
	v, err := casefile.Vocabulary()
	require.NoError(t, err)
	return v
}

// Every demand is a field whose value is what the Examiner says.
func TestVocabularySaysTheStates(t *testing.T) {
	x, v := examiner(t), vocabulary(t)
	files := []*casefile.File{casefiletest.Summary()}
	for _, s := range []casefile.Sort{casefile.Penalty, casefile.NoPenalty, casefile.Permit, casefile.Coercion, casefile.Inspection} {
		files = append(files, casefiletest.Correct(s))
		for _, m := range casefiletest.Mutants(s) {
			files = append(files, m.File)
		}
	}
	var names []string
	for _, e := range v.Entries() {
		if slices.Contains(e.Choices, "无法计算") {
			names = append(names, e.Name)
		}
	}
	writs := make(map[string]bool)
	for _, w := range casefile.Writs() {
		writs[w.Name] = true
	}
	require.Len(t, names, len(casefile.Limits())+len(casefile.Duties())+len(casefile.Orders())+len(writs))
	for _, f := range files {
		var e casefile.Examined
		require.NoError(t, x.Examine(f, &e))
		for _, name := range names {
			is, issues := rules.Compile(v, []rules.Condition{{Field: name, Relation: "等于", Value: x.State(&e, name).String()}})
			require.Empty(t, issues)
			require.True(t, is(&e), name)
		}
	}
}

func holds(t testing.TB, e *casefile.Examined, field, relation, value string) bool {
	t.Helper()
	is, issues := rules.Compile(vocabulary(t), []rules.Condition{{Field: field, Relation: relation, Value: value}})
	require.Empty(t, issues)
	return is(e)
}

func TestVocabularyFields(t *testing.T) {
	x := examiner(t)
	f := casefiletest.Correct(casefile.Penalty)
	var e casefile.Examined
	require.NoError(t, x.Examine(f, &e))
	for _, c := range [][3]string{
		{"案卷编号", "等于", "AJ-CF-1"}, {"决定书文号", "包含", "〔2024〕1号"}, {"执法机关", "等于", "第01部门"}, {"案卷类型", "等于", "行政处罚"},
		{"程序", "等于", "普通程序"}, {"案由", "等于", "虚构事项一"}, {"当事人类型", "等于", "法人"}, {"处罚种类", "包含", "罚款"},
		{"罚款金额", "等于", "5万元"}, {"加处罚款金额", "为空", ""}, {"执法人员人数", "不小于", "2"}, {"有执法资格人数", "等于", "2"},
		{"立案日期", "等于", "2024-03-07"}, {"归档日期", "等于", "2024-07-19"}, {"涉企", "是", ""}, {"连续或者继续", "否", ""}, {"经过复议诉讼", "为空", ""},
		{"卷内文书", "包含", "听证笔录"}, {"缺少文书", "为空", ""}, {"文书齐全", "是", ""}, {"文书不重复", "是", ""}, {"文书有日期", "是", ""},
		{"文书有页数", "是", ""}, {"文书份数", "等于", "16"}, {"立案至决定天数", "等于", "90"}, {"告知至决定天数", "等于", "55"},
	} {
		require.True(t, holds(t, &e, c[0], c[1], c[2]), c[0])
	}
	f.Documents = append(f.Documents[1:], f.Documents[4], casefile.Document{Name: "听证会笔录"})
	require.NoError(t, x.Examine(f, &e))
	require.True(t, holds(t, &e, "缺少文书", "包含", "立案审批表"))
	require.True(t, holds(t, &e, "文书齐全", "否", ""))
	require.True(t, holds(t, &e, "文书不重复", "否", ""))
	require.True(t, holds(t, &e, "文书有日期", "否", ""))
	require.True(t, holds(t, &e, "文书有页数", "否", ""))
	require.Equal(t, "听证笔录", e.Documents()[len(e.Documents())-1], "by its one name")
}

// A document stands twice in a file when its bytes do, whatever it is called, or, where they are not known, its one name
// and its day.
func TestRepeatedDocuments(t *testing.T) {
	x, digest := examiner(t), "sha256:"+strings.Repeat("0", 64)
	for name, c := range map[string]struct {
		documents []casefile.Document
		once      bool
	}{
		"the same bytes": {[]casefile.Document{{Name: "立案审批表", Digest: digest}, {Name: "调查询问笔录", Digest: digest}}, false},
		"another name":   {[]casefile.Document{{Name: "立案审批表", Date: day("2024-03-07")}, {Name: "立案呈批表", Date: day("2024-03-07")}}, false},
		"another day":    {[]casefile.Document{{Name: "调查询问笔录", Date: day("2024-03-07")}, {Name: "调查询问笔录", Date: day("2024-03-08")}}, true},
		"other bytes":    {[]casefile.Document{{Name: "照片", Digest: digest}, {Name: "照片", Digest: "sha256:" + strings.Repeat("1", 64)}}, true},
	} {
		var e casefile.Examined
		require.NoError(t, x.Examine(&casefile.File{Documents: c.documents}, &e))
		require.Equal(t, c.once, holds(t, &e, "文书不重复", "是", ""), name)
	}
}

// Of a file that nobody has looked at everything is empty, and personal data is no field.
func TestVocabularyOfNothing(t *testing.T) {
	v := vocabulary(t)
	var none casefile.Examined
	for _, e := range v.Entries() {
		require.True(t, holds(t, &none, e.Name, "为空", ""), e.Name)
		require.True(t, holds(t, nil, e.Name, "为空", ""), e.Name)
		require.NotContains(t, []string{"当事人", "当事人代码"}, e.Name)
	}
}

// A mark points to the place of what decided.
func TestVocabularyPlaces(t *testing.T) {
	v := vocabulary(t)
	r := rubric.Rubric{ID: "t", Name: "t", Version: "1", Basis: "t"}
	for i, e := range v.Entries() {
		r.Items = append(r.Items, rubric.Item{ID: string(rune('一' + i)), Name: e.Name, Points: 1,
			Meets: []rubric.Condition{{Field: e.Name, Relation: "不为空"}}})
	}
	s, issues := rules.CompileRubric(v, r)
	require.NoError(t, issues.Err())
	var e casefile.Examined
	require.NoError(t, examiner(t).Examine(casefiletest.Correct(casefile.Penalty), &e))
	for i, m := range s.Score(&e).Marks {
		require.Len(t, m.Paths, 1, v.Entries()[i].Name)
		require.NotEqual(t, fazhi.Path(""), m.Paths[0])
	}
}

// Documents have the names of the national rubric of 2024 (环执法发〔2024〕4号), and no name is also another's.
func TestDocumentNames(t *testing.T) {
	x := examiner(t)
	also := map[string]string{}
	for _, w := range casefile.Writs() {
		for _, other := range w.Also {
			if name, taken := also[other]; taken {
				require.Equal(t, name, w.Name, other)
			}
			also[other] = w.Name
		}
	}
	f := &casefile.File{}
	var want []string
	for _, name := range []string{"立案审批表", "现场检查(勘察)笔录", "调查询问笔录", "监测/检测/鉴定报告", "收集的其他证据", "案件调查报告",
		"责令改正违法行为决定书", "行政处罚事先(听证)告知书", "行政处罚听证通知书", "听证笔录", "行政处罚决定书", "督促履行义务催告书", "强制执行申请书",
		"结案审批表", "不予行政处罚决定书", "查封/扣押审批表", "查封/扣押决定书(含清单)", "查封/扣押现场笔录(含清单)", "查封/扣押延期决定书", "解除查封/扣押决定书"} {
		require.NotContains(t, also, name)
		want = append(want, name)
		f.Documents = append(f.Documents, casefile.Document{Name: name})
	}
	f.Documents = append(f.Documents, casefile.Document{Name: "检验报告"}, casefile.Document{Name: "别的文书"})
	want = append(want, "监测/检测/鉴定报告", "别的文书")
	var e casefile.Examined
	require.NoError(t, x.Examine(f, &e))
	require.Equal(t, want, e.Documents())
	_, issues := rules.Compile(vocabulary(t), []rules.Condition{{Field: "缺少文书", Relation: "包含", Value: "听证比录"}})
	require.Equal(t, rules.BadValue, issues[0].Code)
}
