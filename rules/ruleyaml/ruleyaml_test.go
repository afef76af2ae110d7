package ruleyaml_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules/rubric"
	"github.com/fazhi-go/fazhi/rules/ruleyaml"
)

const permit = `标准编号: licheng/permit
标准名称: 行政许可案卷评分标准
版本: "2024"
依据: 本单位评查办法
施行日期: 2024-07-01
总分: 10
项目:
  - 编号: "1"
    分组: 决定
    项目: 在法定期限内决定
    分值: 8.5
    依据条文: 行政许可法第四十二条
    适用:
      - [案卷类型, 等于, 行政许可]
    合格:
      - [受理至决定工作日, 不大于, "20"]
      - [或, 决定日期, 为空]
  - 编号: "2"
    项目: 主体合法
    分值: 1.5
    一票否决: 是
`

func Example() {
	r, issues := ruleyaml.Read("许可.yaml", []byte(permit))
	fmt.Println(r.Name, len(r.Items), r.Items[0].Points, issues)
	_, issues = ruleyaml.Read("许可.yaml", []byte(strings.Replace(permit, "依据条文", "依据条纹", 1)))
	fmt.Println(issues[0])
	_, issues = ruleyaml.Read("许可.yaml", []byte(strings.Replace(permit, "分值: 8.5", "分值: 9", 1)))
	fmt.Println(issues[0])
	// Output:
	// 行政许可案卷评分标准 2 8.5 []
	// 许可.yaml!第12行：项目没有“依据条纹”这一项，是不是“依据条文”？ [rules/yaml/key]
	// 许可.yaml!第6行：各项分值合计10.5分，与总分10分不符 [rubric/total]
}

func TestWriteIsWhatReadReads(t *testing.T) {
	r, issues := ruleyaml.Read("许可.yaml", []byte(permit))
	require.Empty(t, issues)
	require.Equal(t, []rubric.Condition{{Field: "受理至决定工作日", Relation: "不大于", Value: "20"}, {Or: true, Field: "决定日期", Relation: "为空"}}, r.Items[0].Meets)
	require.True(t, r.Items[1].Veto)
	data, err := ruleyaml.Write(r)
	require.NoError(t, err)
	require.Equal(t, permit, string(data))
	_, err = ruleyaml.Write(rubric.Rubric{})
	var invalid *fazhi.InvalidError
	require.ErrorAs(t, err, &invalid)
}

// 或 is a join only before a field and a relation.
func TestFieldNamedLikeAJoin(t *testing.T) {
	r, issues := ruleyaml.Read("许可.yaml", []byte(strings.Replace(permit, "[或, 决定日期, 为空]", "[或, 为空]", 1)))
	require.Empty(t, issues)
	require.Equal(t, rubric.Condition{Field: "或", Relation: "为空"}, r.Items[0].Meets[1])
	data, err := ruleyaml.Write(r)
	require.NoError(t, err)
	require.Contains(t, string(data), "- [且, 或, 为空]")
	again, _ := ruleyaml.Read("许可.yaml", data)
	require.Equal(t, r.Items, again.Items)
}

func TestPlaces(t *testing.T) {
	r, _ := ruleyaml.Read("许可.yaml", []byte(permit))
	for path, want := range map[fazhi.Path]string{"/total": "第6行", "/items/0/points": "第11行", "/items/0/meets/1/field": "第17行", "/items/1": "第18行", "/items/0/veto": "第8行"} {
		origin, ok := r.At.Origin(path)
		require.True(t, ok)
		require.Equal(t, fazhi.Origin{File: "许可.yaml", Cell: want}, origin, path)
	}
}

func TestFaultsByLine(t *testing.T) {
	for _, c := range []struct{ old, with, want string }{
		{"版本", "版夲", "第3行：标准没有“版夲”这一项，是不是“版本”？ [rules/yaml/key]"},
		{"依据: 本", "版本: 本", "第4行：“版本”写了两次 [rules/yaml/key]"},
		{"2024-07-01", "去年", "第5行：“施行日期”应当写作 2024-07-01 或 2024年7月1日 [rules/yaml/value]"},
		{"总分: 10", "总分: [10]", "第6行：“总分”应当是文字 [rules/yaml/value]"},
		{"分值: 8.5", "分值: 8.505", "第11行：“分值”应当是数字，至多两位小数 [rules/yaml/value]"},
		{"一票否决: 是", "一票否决: yes", "第21行：“一票否决”应当是 是 或 否 [rules/yaml/value]"},
		{"[或, 决定日期, 为空]", "[决定日期]", "第17行：条件应当写作 [字段, 关系, 值]，另起一组的写作 [或, 字段, 关系, 值] [rules/yaml/value]"},
		{"[或, 决定日期, 为空]", "[甲, 决定日期, 为空, 丙]", "第17行：条件应当写作 [字段, 关系, 值]，另起一组的写作 [或, 字段, 关系, 值] [rules/yaml/value]"},
		{"[或, 决定日期, 为空]", "[[或], 决定日期, 为空]", "第17行：条件应当写作 [字段, 关系, 值]，另起一组的写作 [或, 字段, 关系, 值] [rules/yaml/value]"},
		{"[或, 决定日期, 为空]", "决定日期 为空", "第17行：条件应当写作 [字段, 关系, 值]，另起一组的写作 [或, 字段, 关系, 值] [rules/yaml/value]"},
		{"[案卷类型, 等于, 行政许可]", "&a [案卷类型, 等于, 行政许可]", "第14行：不能使用锚点（&）、引用（*）和标签（!） [rules/yaml]"},
		{"\"2024\"", "!!str 2024", "第3行：不能使用锚点（&）、引用（*）和标签（!） [rules/yaml]"},
		{"编号: \"2\"", "编号: \"1\"", "第18行：编号与第1项重复 [rubric/item/double]"},
		{"版本: \"2024\"\n", "", "第1行：没有标准的版本 [rubric/name]"},
		{"  - 编号: \"1\"", "  - 编号: \"1", "不是有效的 YAML，请检查缩进、冒号、引号和括号 [rules/yaml]"},
		{"标准编号", "---\n甲: 乙\n---\n标准编号", "第3行：一个文件只能写一个标准 [rules/yaml]"},
	} {
		require.Contains(t, permit, c.old)
		_, issues := ruleyaml.Read("许可.yaml", []byte(strings.Replace(permit, c.old, c.with, 1)))
		require.Len(t, issues, 1, c.with)
		require.Contains(t, issues[0].String(), c.want)
		require.Contains(t, issues[0].String(), "许可.yaml")
	}
	for text, want := range map[string]string{
		"":      "不是有效的 YAML",
		"\xff":  "不是 UTF-8",
		"- 甲":   "标准应当写作“键: 值”",
		"项目: 甲": "“项目”应当是列表",
		"项目: [" + strings.Repeat("甲, ", rubric.MaxItems) + "甲]": "不能超过1000项",
		strings.Repeat("#", 1<<20+1):                            "文件超过 1 MiB",
	} {
		_, issues := ruleyaml.Read("", []byte(text))
		require.NotEmpty(t, issues)
		require.Contains(t, issues[0].String(), want)
	}
	_, issues := ruleyaml.Read("", []byte(strings.Repeat("甲: 乙\n", 200)))
	require.Len(t, issues, 100)
}

// Whatever is read without errors is written and read back.
func FuzzRead(f *testing.F) {
	f.Add([]byte(permit))
	f.Add([]byte("标准编号: 1\n标准名称: ~\n项目: [{编号: 0x1, 项目: on, 分值: -1}]"))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, issues := ruleyaml.Read("甲.yaml", data)
		if issues.Count(fazhi.Error) > 0 {
			return
		}
		text, err := ruleyaml.Write(r)
		require.NoError(t, err)
		again, issues := ruleyaml.Read("甲.yaml", text)
		require.Zero(t, issues.Count(fazhi.Error), issues)
		require.Equal(t, r.Digest(), again.Digest())
	})
}
