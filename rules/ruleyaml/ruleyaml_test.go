package ruleyaml_test

import (
	"bytes"
	"fmt"
	"os"
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
	f.Add([]byte(whole))
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

// A table whose printed points do not come to what it states is refused: both sums are said, with the line.
func TestTableThatDoesNotAddUp(t *testing.T) {
	data, err := os.ReadFile("testdata/permit-109.yaml")
	require.NoError(t, err)
	_, issues := ruleyaml.Read("许可.yaml", data)
	require.Len(t, issues, 1)
	require.Equal(t, "许可.yaml!第7行：各项分值合计109分，与总分100分不符 [rubric/total]", issues[0].String())
	r, issues := ruleyaml.Read("许可.yaml", bytes.Replace(data, []byte("分值: 19"), []byte("分值: 10"), 1))
	require.Empty(t, issues)
	require.Equal(t, rubric.Whole(100), r.Total)
}

// whole is a rubric that uses every key.
const whole = `标准编号: licheng/penalty
标准名称: 处罚案卷评分标准
版本: "2026"
依据: 本单位评查办法
总分: 20
基础分: 50
折算分: 50
最低分: 0
最高分: 100
否决: {后果: 限制等次, 等次: 合格}
等次:
  优秀: 90
  合格: 60
  不合格: 0
分组:
  - 分组: 决定书
    环节: 决定
    分值: 20
    封顶: 5
    否决: {后果: 扣分, 扣分: 2.5}
    适用:
      - [案卷类型, 等于, 行政处罚]
    应有:
      - [决定日期, 不为空]
项目:
  - 编号: "1"
    分组: 决定书
    项目: 告知权利
    分值: 12
    全扣: 是
    关键项: 是
    一票否决: 是
  - 编号: "2"
    分组: 决定书
    项目: 说理充分
    分值: 8
    扣分幅度: [0.5, 5]
  - 编号: "3"
    分组: 决定书
    项目: 文字错误
    分值: 3
    性质: 扣分
    每处扣: 0.5
  - 编号: "4"
    项目: 主体合法
    分值: 0
    一票否决: 是
`

func TestEveryKey(t *testing.T) {
	r, issues := ruleyaml.Read("处罚.yaml", []byte(whole))
	require.Empty(t, issues)
	none, hundred := rubric.Points(0), rubric.Whole(100)
	require.Equal(t, []*rubric.Points{&none, &hundred}, []*rubric.Points{r.Floor, r.Ceiling})
	require.Equal(t, &rubric.Veto{Effect: rubric.VetoCap, Grade: "合格"}, r.Veto)
	require.Equal(t, []rubric.Grade{{Name: "优秀", Least: 90_00}, {Name: "合格", Least: 60_00}, {Name: "不合格"}}, r.Grades)
	require.Equal(t, []rubric.Group{{Name: "决定书", Stage: "决定", Points: 20_00, Cap: 5_00, Veto: &rubric.Veto{Effect: rubric.VetoDeduct, Points: 2_50},
		Applies: []rubric.Condition{{Field: "案卷类型", Relation: "等于", Value: "行政处罚"}}, Needs: []rubric.Condition{{Field: "决定日期", Relation: "不为空"}}}}, r.Groups)
	require.Equal(t, rubric.Item{ID: "2", Group: "决定书", Name: "说理充分", Points: 8_00, Least: 50, Most: 5_00}, r.Items[1])
	require.Equal(t, rubric.Item{ID: "3", Group: "决定书", Name: "文字错误", Points: 3_00, Role: rubric.Deducts, Each: 50}, r.Items[2])
	require.True(t, r.Items[0].Whole && r.Items[0].Key && r.Items[0].Veto)
	data, err := ruleyaml.Write(r)
	require.NoError(t, err)
	require.Equal(t, whole, string(data))
}

// What is wrong with one of the keys has its line.
func TestFaultsOfEveryKeyByLine(t *testing.T) {
	for _, c := range []struct{ old, with, want string }{
		{"基础分: 50", "基础分: 五十", "第6行：“基础分”应当是数字，至多两位小数 [rules/yaml/value]"},
		{"最低分: 0", "最低分: 低", "第8行：“最低分”应当是数字，至多两位小数 [rules/yaml/value]"},
		{"最低分: 0", "最低分: 101", "第8行：最低分101分高于最高分100分 [rubric/bounds]"},
		{"后果: 限制等次", "后果: 限制", "第10行：“后果”应当是仅提示、记零分、最低等次、限制等次、扣分之一 [rules/yaml/value]"},
		{"后果: 限制等次", "结果: 限制等次", "第10行：否决没有“结果”这一项，是不是“后果”？ [rules/yaml/key]"},
		{"否决: {后果: 限制等次, 等次: 合格}", "否决: 限制等次", "第10行：否决应当写作“键: 值” [rules/yaml/value]"},
		{"等次: 合格}", "等次: 良好}", "第10行：没有这一等次 [rubric/veto/grade]"},
		{"  优秀: 90", "  优秀: 高", "第12行：等次的名称应当是文字，起分应当是数字，至多两位小数 [rules/yaml/value]"},
		{"  优秀: 90", "  优秀: 60", "第13行：起分应当低于上一等次的60分 [rubric/grade/order]"},
		{"  不合格: 0", "  优秀: 0", "第14行：等次的名称重复 [rubric/grade/double]"},
		{"等次:\n  优秀: 90\n  合格: 60\n  不合格: 0", "等次: [优秀, 合格]\n\n\n", "第11行：“等次”应当写作“等次: 起分”，一行一个 [rules/yaml/value]"},
		{"  - 分组: 决定书\n    环节", "  - 组名: 决定书\n    环节", "第16行：分组没有“组名”这一项 [rules/yaml/key]"},
		{"    分值: 20", "    分值: 21", "第18行：本组各得分项分值合计20分，与分组的分值21分不符 [rubric/group/points]"},
		{"扣分: 2.5}", "等次: 合格}", "第20行：没有写明扣多少分 [rubric/veto/missing]"},
		{"[决定日期, 不为空]", "[决定日期]", "第24行：条件应当写作 [字段, 关系, 值]，另起一组的写作 [或, 字段, 关系, 值] [rules/yaml/value]"},
		{"[0.5, 5]", "[0.5]", "第37行：“扣分幅度”应当写作 [最少扣几分, 最多扣几分] [rules/yaml/value]"},
		{"[0.5, 5]", "[0.5, 五]", "第37行：“扣分幅度”应当写作 [最少扣几分, 最多扣几分] [rules/yaml/value]"},
		{"[0.5, 5]", "[0.5, 9]", "第37行：扣分上限9分高于分值8分 [rubric/item/range]"},
		{"性质: 扣分", "性质: 减分", "第42行：“性质”应当是得分、扣分、加分之一 [rules/yaml/value]"},
		{"每处扣: 0.5", "每处扣: 5", "第43行：每处扣5分，多于分值3分 [rubric/item/each]"},
		{"关键项: 是", "关键项: 对", "第31行：“关键项”应当是 是 或 否 [rules/yaml/value]"},
	} {
		require.Contains(t, whole, c.old)
		_, issues := ruleyaml.Read("处罚.yaml", []byte(strings.Replace(whole, c.old, c.with, 1)))
		require.NotEmpty(t, issues, c.with)
		require.Equal(t, "处罚.yaml!"+c.want, issues[0].String())
	}
	_, issues := ruleyaml.Read("", []byte("等次:\n"+strings.Repeat("  优: 1\n", 21)))
	require.Contains(t, issues[0].String(), "不能超过20项")
	r, issues := ruleyaml.Read("处罚.yaml", []byte(strings.Replace(whole, "最低分: 0", "最低分:", 1)))
	require.Empty(t, issues)
	require.Nil(t, r.Floor, "an empty value is none")
}

// The example of the package comment is a rubric without faults.
func TestExampleOfTheComment(t *testing.T) {
	text, err := os.ReadFile("doc.go")
	require.NoError(t, err)
	var example strings.Builder
	for line := range strings.Lines(string(text)) {
		if inside, ok := strings.CutPrefix(line, "//\t"); ok && !strings.Contains(line, ":=") {
			example.WriteString(inside)
		}
	}
	r, issues := ruleyaml.Read("doc.go", []byte(example.String()))
	require.Equal(t, "licheng/permit", r.ID)
	require.Zero(t, issues.Count(fazhi.Error))
	for _, i := range issues {
		require.Equal(t, rubric.NoBasis, i.Code)
	}
}
