package rubrics_test

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/enforcement/casefile"
	"github.com/fazhi-go/fazhi/enforcement/rubrics"
	"github.com/fazhi-go/fazhi/rules"
	"github.com/fazhi-go/fazhi/rules/rubric"
	"github.com/fazhi-go/fazhi/rules/ruleyaml"
	"github.com/fazhi-go/fazhi/table/xlsx"
)

var update = flag.Bool("update", false, "write golden files")

func Example() {
	for _, i := range rubrics.List() {
		r, err := rubrics.Load(i.Name)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(r.ID, i.Status, r.Name, len(r.Items))
	}
	fmt.Println(rubrics.For("行政处罚", "简易程序"))
	// Output:
	// house/penalty 自拟，非官方 行政处罚案卷评分标准（普通程序，自拟，非官方） 100
	// house/summary 自拟，非官方 行政处罚案卷评分标准（简易程序，自拟，非官方） 34
	// house/no-penalty 自拟，非官方 不予行政处罚案卷评分标准（自拟，非官方） 45
	// house/permit 自拟，非官方 行政许可案卷评分标准（自拟，非官方） 39
	// house/coercion 自拟，非官方 行政强制案卷评分标准（自拟，非官方） 48
	// house/inspection 自拟，非官方 行政检查案卷评分标准（自拟，非官方） 23
	// mee-2024/penalty 官方模型改写 生态环境案卷评查标准（一般行政处罚） 117
	// mee-2024/no-penalty 官方模型改写 生态环境案卷评查标准（不予行政处罚） 107
	// mee-2024/daily-penalty 官方模型改写 生态环境案卷评查标准（按日连续处罚） 140
	// mee-2024/seizure 官方模型改写 生态环境案卷评查标准（查封/扣押） 90
	// mee-2024/detention 官方模型改写 生态环境案卷评查标准（移送拘留） 106
	// mee-2024/crime 官方模型改写 生态环境案卷评查标准（移送涉嫌环境污染犯罪） 85
	// [house/summary]
}

func load(t testing.TB, name rubrics.Name) rubric.Rubric {
	t.Helper()
	r, err := rubrics.Load(name)
	require.NoError(t, err)
	return r
}

func vocabulary(t testing.TB) *rules.Vocabulary[*casefile.Examined] {
	t.Helper()
	v, err := casefile.Vocabulary()
	require.NoError(t, err)
	return v
}

// Every built-in rubric is without fault and comes back from both forms as it was; its content is pinned.
func TestBuiltIn(t *testing.T) {
	v := vocabulary(t)
	var digests strings.Builder
	for _, i := range rubrics.List() {
		r := load(t, i.Name)
		require.Equal(t, string(i.Name), r.ID)
		require.Empty(t, rubric.Vet(r), i.Name)
		_, issues := rules.CompileRubric(v, r)
		require.Empty(t, issues, i.Name)
		require.Equal(t, r.Digest(), throughYAML(t, r).Digest(), i.Name)
		require.Equal(t, r.Digest(), throughWorkbook(t, r, v.Entries()).Digest(), i.Name)
		fmt.Fprintf(&digests, "%s %s %s\n", r.Digest(), r.Version, r.ID)
	}
	golden(t, "testdata/digests.txt", digests.String())
}

func throughYAML(t *testing.T, r rubric.Rubric) rubric.Rubric {
	t.Helper()
	text, err := ruleyaml.Write(r)
	require.NoError(t, err)
	again, issues := ruleyaml.Read("标准.yaml", text)
	require.Empty(t, issues)
	return again
}

func throughWorkbook(t *testing.T, r rubric.Rubric, entries []rules.Entry) rubric.Rubric {
	t.Helper()
	sheets, err := rules.RubricSheets(r, entries)
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, xlsx.Write(&b, sheets))
	book, err := xlsx.Open("标准.xlsx", bytes.NewReader(b.Bytes()), int64(b.Len()), xlsx.Options{})
	require.NoError(t, err)
	defer book.Close()
	again, issues, err := rules.ReadRubric(book)
	require.NoError(t, err)
	require.Empty(t, issues)
	return again
}

func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Equal(t, string(want), got)
}

// A file that no rubric reads would be trusted by nobody and maintained by nobody.
func TestEveryFileIsListed(t *testing.T) {
	known := map[string]bool{"mee-2024/common.yaml": true}
	for _, i := range rubrics.List() {
		known[string(i.Name)+".yaml"] = true
	}
	require.NoError(t, fs.WalkDir(os.DirFS("data"), ".", func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			require.Contains(t, known, path)
			delete(known, path)
		}
		return err
	}))
	require.Empty(t, known)
}

func TestLoadIsTheCallersOwn(t *testing.T) {
	for _, i := range rubrics.List() {
		r := load(t, i.Name)
		r.Items[0].Name, r.Groups[0].Name, r.Veto.Effect, r.Grades[0].Name = "", "", rubric.VetoFail, ""
		for n := range r.Items {
			clear(r.Items[n].Applies)
			clear(r.Items[n].Meets)
		}
		require.NotEqual(t, load(t, i.Name).Digest(), r.Digest())
		require.Empty(t, rubric.Vet(load(t, i.Name)))
	}
}

func TestUnknownName(t *testing.T) {
	for name, want := range map[rubrics.Name]string{
		"house/penalti":   "rubrics: 没有这个内置标准：是不是“house/penalty”？",
		"mee-2024/common": "rubrics: 没有这个内置标准",
		"../rubrics":      "rubrics: 没有这个内置标准",
		"":                "rubrics: 没有这个内置标准",
	} {
		r, err := rubrics.Load(name)
		require.ErrorIs(t, err, rubrics.ErrUnknown, name)
		require.ErrorContains(t, err, want)
		require.Zero(t, r)
	}
}

func TestFor(t *testing.T) {
	for _, c := range []struct {
		sort      casefile.Sort
		procedure casefile.Procedure
		want      []rubrics.Name
	}{
		{casefile.Penalty, "", []rubrics.Name{rubrics.Penalty, rubrics.MEEPenalty, rubrics.MEEDaily, rubrics.MEEDetention, rubrics.MEECrime}},
		{casefile.Penalty, casefile.Ordinary, []rubrics.Name{rubrics.Penalty, rubrics.MEEPenalty, rubrics.MEEDaily, rubrics.MEEDetention, rubrics.MEECrime}},
		{casefile.Penalty, casefile.Summary, []rubrics.Name{rubrics.SummaryPenalty}},
		{casefile.NoPenalty, casefile.Ordinary, []rubrics.Name{rubrics.NoPenalty, rubrics.MEENoPenalty}},
		{casefile.Permit, "", []rubrics.Name{rubrics.Permit}},
		{casefile.Coercion, "", []rubrics.Name{rubrics.Coercion, rubrics.MEESeizure}},
		{casefile.Inspection, "", []rubrics.Name{rubrics.Inspection}},
		{"其他", "", []rubrics.Name{}},
	} {
		require.Equal(t, c.want, rubrics.For(string(c.sort), string(c.procedure)))
	}
}

// Each rubric says what it is where people see it: in its name and its basis.
func TestStatusIsSaid(t *testing.T) {
	for _, i := range rubrics.List() {
		r := load(t, i.Name)
		require.NotEmpty(t, i.Source)
		require.NotEmpty(t, i.Confidence)
		require.Equal(t, string(casefile.Kind), string(r.Kind))
		if i.Status == rubrics.House {
			require.Contains(t, r.Name, "自拟，非官方")
			require.Contains(t, r.Basis, "自拟，非官方")
			require.NotNil(t, r.Floor)
			for n := range r.Items {
				require.NotEmpty(t, r.Items[n].Basis, r.Items[n].ID)
			}
			continue
		}
		require.Contains(t, r.Basis, "环执法发〔2024〕4号")
		require.Contains(t, r.Basis, "等次为本项目自定")
		require.Nil(t, r.Floor)
		require.Nil(t, r.Ceiling)
	}
}
