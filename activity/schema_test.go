package activity_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"

	"github.com/fazhi-go/fazhi/activity"
	"github.com/fazhi-go/fazhi/table"
)

func compiled(t testing.TB) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(activity.Schema()))
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	require.NoError(t, c.AddResource("activity.json", doc))
	s, err := c.Compile("activity.json")
	require.NoError(t, err)
	return s
}

// documents returns the documents of a YAML file as JSON has them. Blanks around a text mean nothing to Parse.
func documents(t testing.TB, text string) []any {
	t.Helper()
	var list []any
	decoder := yaml.NewDecoder(strings.NewReader(text))
	for {
		var doc yaml.Node
		err := decoder.Decode(&doc)
		if errors.Is(err, io.EOF) {
			return list
		}
		require.NoError(t, err)
		if len(doc.Content) > 0 && doc.Content[0].Tag != "!!null" {
			list = append(list, jsonOf(doc.Content[0]))
		}
	}
}

func jsonOf(n *yaml.Node) any {
	switch {
	case n.Kind == yaml.SequenceNode:
		list := []any{}
		for _, c := range n.Content {
			list = append(list, jsonOf(c))
		}
		return list
	case n.Kind == yaml.MappingNode:
		o := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			o[strings.TrimSpace(n.Content[i].Value)] = jsonOf(n.Content[i+1])
		}
		return o
	case n.Tag == "!!null":
		return nil
	case n.Tag == "!!int" && !strings.Contains(n.Value, "_"):
		if number := json.Number(n.Value); json.Valid([]byte(n.Value)) {
			return number
		}
	}
	return strings.TrimSpace(n.Value)
}

// Every built-in declaration, those of the tests and those of the guide are what the schema describes.
func TestSchemaHoldsForEveryDeclaration(t *testing.T) {
	s := compiled(t)
	texts := append(declarations(t), clinic, post)
	require.NoError(t, filepath.WalkDir(".", func(name string, _ fs.DirEntry, err error) error {
		if filepath.Ext(name) == ".yaml" && name != "testdata/faults.yaml" {
			texts = append(texts, file(t, name))
		}
		return err
	}))
	require.Greater(t, len(texts), 20)
	for _, text := range texts {
		for _, doc := range documents(t, text) {
			require.NoError(t, s.Validate(doc))
		}
	}
}

// What is written wrongly both the schema and Parse refuse.
func TestSchemaAndParserRefuseTheSame(t *testing.T) {
	s := compiled(t)
	full := declarations(t)[1]
	for _, c := range []struct{ text, old, new string }{
		{clinic, "领域: test/clinic", "领域: clinic"},
		{clinic, "领域: test/clinic\n", ""},
		{clinic, "工作表: 法律门诊", "工作薄: 法律门诊"},
		{clinic, "工作表: 法律门诊", "工作表: 甲/乙"},
		{clinic, "工作表: 法律门诊", "工作表: " + strings.Repeat("长", 32)},
		{clinic, "说明: 法律门诊的服务，一次一行。", "说明: [甲]"},
		{clinic, "说明: 法律门诊的服务，一次一行。", "说明:"},
		{clinic, "名称列: 社区", "章节: '{门诊}'"},
		{clinic, "讲座{{", "讲座 {{"},
		{clinic, "类型: 日期", "类型: 日子"},
		{clinic, "必填: 是", "必填: 对"},
		{clinic, "说明: 接受服务的社区", "说明: 社区, 颜色: 红"},
		{clinic, "说明: 接受服务的社区", "说明: 社区, 宽度: 101"},
		{clinic, "说明: 接受服务的社区", "说明: 社区, 个人信息: 很少"},
		{clinic, "说明: 接受服务的社区", "说明: 社区, 别名: 小区"},
		{clinic, "说明: 接受服务的社区", "说明: 社区, 别名: [小区, 小区]"},
		{clinic, "说明: 接受服务的社区", "说明: 社区, 单位: 个"},
		{clinic, "类型: 数量", "类型: 数量, 可选值: [甲]"},
		{clinic, "算法: 计数", "算法: 平均"},
		{clinic, "算法: 计数", "算法: 计数, 求和列: 人次"},
		{clinic, "求和列: 人次, ", ""},
		{clinic, "分子: [[办结, 等于, 是]], ", ""},
		{clinic, "分子: [[办结, 等于, 是]]", "分子: []"},
		{clinic, "单位: \"%\"", "单位: 个"},
		{clinic, "单位: 场,", "单位: 场, 表格: 有,"},
		{clinic, "[类别, 等于, 讲座]", "[类别]"},
		{clinic, "[类别, 等于, 讲座]", "{类别: 讲座}"},
		{clinic, "标识: 门诊.讲座", "标识: 门诊"},
		{full, "列: 场次编号}", "栏: 场次编号}"},
		{full, "步骤: 材料初筛", "步骤:"},
		{full, "依据: 本局法律顾问开放日办法", "首步: 否"},
		{full, "首步: 是", "首步: 好"},
		{full, "首步: 是", "首步: 是, 停止: 材料初筛期限"},
		{full, "代码: quanyuan/open-day-matter/adopted", "代码: adopted"},
		{full, "依据: 本局台账填写要求, ", ""},
		{full, "不超过: [采纳条数, 意见条数]", "不超过: [采纳条数]"},
		{full, "不超过: [采纳条数, 意见条数]", "应当: []"},
		{full, "不超过: [采纳条数, 意见条数]", "不超过: [采纳条数, 意见条数], 应当: [[报送单位, 不为空]]"},
		{full, "不超过: [采纳条数, 意见条数]", "分项: [采纳条数]"},
		{full, "不超过: [采纳条数, 意见条数]", "条件: [[报送单位, 不为空]]"},
		{full, "不超过:", "程度: 严重, 不超过:"},
		{full, "不超过:", "施行日期: [2024], 不超过:"},
	} {
		require.Contains(t, c.text, c.old)
		text := strings.Replace(c.text, c.old, c.new, 1)
		_, err := activity.Parse("领域.yaml", []byte(text))
		require.Error(t, err, c.new)
		valid := true
		for _, doc := range documents(t, text) {
			valid = valid && s.Validate(doc) == nil
		}
		require.False(t, valid, "%s → %s", c.old, c.new)
	}
}

// The schema and Parse know the same keys and the same words.
func TestSchemaKnowsWhatTheParserKnows(t *testing.T) {
	var s struct {
		Properties map[string]json.RawMessage `json:"properties"`
		Defs       map[string]struct {
			Properties map[string]struct {
				Enum []any `json:"enum"`
			} `json:"properties"`
		} `json:"$defs"`
	}
	require.NoError(t, json.Unmarshal(activity.Schema(), &s))
	for what, keys := range activity.KeysOf() {
		var known []string
		if what == "领域" {
			for key := range s.Properties {
				known = append(known, key)
			}
		}
		for key := range s.Defs[what].Properties {
			known = append(known, key)
		}
		slices.Sort(known)
		slices.Sort(keys)
		require.Equal(t, keys, known, what)
	}
	for at, words := range map[[2]string][]any{
		{"列", "类型"}: kinds(t), {"列", "个人信息"}: {"无", "一般", "敏感"},
		{"核对", "程度"}: {"错误", "警告", "提示"}, {"数据项", "算法"}: {"计数", "求和", "不同值", "比率"},
	} {
		known := slices.DeleteFunc(s.Defs[at[0]].Properties[at[1]].Enum, func(word any) bool { return word == nil || word == "" })
		require.Equal(t, words, known)
		require.Subset(t, activity.Words(), slices.DeleteFunc(words, func(w any) bool { return at[1] == "类型" }))
	}
}

// kinds returns the names of the kinds of columns, the Chinese ones first.
func kinds(t *testing.T) (words []any) {
	t.Helper()
	var english []any
	for k := table.Text; k <= table.Number; k++ {
		name, err := k.MarshalText()
		require.NoError(t, err)
		words, english = append(words, k.String()), append(english, string(name))
	}
	return append(words, english...)
}

// What Schema returns is the caller's.
func TestSchemaIsACopy(t *testing.T) {
	activity.Schema()[0] = 'x'
	data, err := os.ReadFile("activity.schema.json")
	require.NoError(t, err)
	require.Equal(t, data, activity.Schema())
}
