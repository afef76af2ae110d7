package activity_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/activity"
)

// released is a ledger that cannot do without personal data.
const released = `领域: test/released
工作表: 帮教对象
说明: 帮教对象，一人一行。
列:
  - {列名: 档案号, 必填: 是, 说明: 不重复}
  - {列名: 登记日期, 类型: 日期, 必填: 是, 个人信息: 一般, 说明: 登记之日}
  - {列名: 姓名, 必填: 是, 个人信息: 一般, 说明: 姓名}
  - {列名: 病史, 个人信息: 敏感, 可选值: [甲类, 乙类], 说明: 需要照顾的病史}
  - {列名: 救助, 类型: 金额, 说明: 救助金额}
  - {列名: 社区, 说明: 社区}
编号列: 档案号
日期列: 登记日期
核对:
  - {代码: test/released/help, 说明: 有病史的应当记载救助, 依据: 台账填写要求, 条件: [[病史, 不为空]], 应当: [[救助, 不为空]]}
数据项:
  - {标识: 帮教.人数, 名称: 帮教对象, 算法: 不同值, 不同值列: 姓名, 单位: 名, 口径: 本年登记的}
  - {标识: 帮教.照顾, 名称: 需要照顾, 算法: 计数, 条件: [[病史, 等于, 甲类]], 分组: 社区, 单位: 名, 口径: 本年登记、有甲类病史的}
例句: 帮教{{帮教.人数}}，其中需要照顾{{帮教.照顾}}。
`

// What a column of personal data holds leaves the ledger in no way: it is counted, and nothing more.
func TestPersonalDataStays(t *testing.T) {
	a := declare(t, released)
	require.Equal(t, []activity.Class{activity.Impersonal, activity.Personal, activity.Sensitive}, []activity.Class{a.Class("档案号"), a.Class("姓名"), a.Class("病史")})
	require.Equal(t, activity.Impersonal, a.Class("没有这一列"))
	require.Equal(t, "无一般敏感", activity.Impersonal.String()+activity.Personal.String()+activity.Sensitive.String()+activity.Class(9).String())

	records, issues := read(t, a, "档案号,登记日期,姓名,病史,救助,社区\n1,2024-01-01,某甲,甲类,500,东湖\n2,2024-01-02,某乙,甲类,,\n1,2024-01-02,某丙,乙类,,\n4,2024-13-02,某丁,戊类,-,\n")
	found, err := a.Examine(t.Context(), records, fazhi.Date{})
	require.NoError(t, err)
	require.Len(t, found, 1)
	section, err := a.Section(records, 2024)
	require.NoError(t, err)
	out := fmt.Sprint(append(issues, found...), section, records)
	for _, r := range records {
		data, err := json.Marshal(r)
		require.NoError(t, err)
		out += string(data) + r.Title() + r.ID() + r.LogValue().String()
	}
	for _, f := range section.Figures {
		text, err := f.Text(fazhi.Form{})
		require.NoError(t, err)
		out += f.ID + f.Name + f.Scope + text
		for ref := range f.From.Refs {
			out += ref.String()
		}
	}
	for _, value := range []string{"某甲", "某乙", "某丙", "某丁", "甲类", "乙类", "戊类"} {
		require.NotContains(t, strings.ReplaceAll(out, "有甲类病史的", ""), value) // the scope is the declaration's
	}
	require.Contains(t, out, "帮教.人数帮教对象本年登记的2名")
}

// The JSON of a record has its other cells, by column and in order.
func TestRecordJSON(t *testing.T) {
	records, _ := read(t, declare(t, released), "档案号,登记日期,姓名,病史,救助,社区\n1,2024-01-01,某甲,甲类,500.5,\n")
	data, err := json.Marshal(records[0])
	require.NoError(t, err)
	require.Equal(t, `{"档案号":"1","救助":`+string(must(json.Marshal(fazhi.Money(50050))))+`}`, string(data))
	data, err = json.Marshal(&activity.Record{})
	require.NoError(t, err)
	require.Equal(t, "{}", string(data))
}

func must(data []byte, err error) []byte {
	if err != nil {
		panic(err)
	}
	return data
}

// What would carry the values of such a column out of the ledger is refused.
func TestPersonalColumnsNameNothing(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{"分组: 社区", "分组: 病史", "行17列59：“病史”列是个人信息，不能用来分组"},
		{"分组: 社区", "分组: 月份", "“登记日期”列是个人信息，不能按月份分组"},
		{"分组: 社区", "分组: 季度", "“登记日期”列是个人信息，不能按季度分组"},
		{"日期列: 登记日期", "日期列: 登记日期\n名称列: 姓名", "“姓名”列是个人信息，不能作“名称列”"},
		{"日期列: 登记日期", "日期列: 登记日期\n上级: {工作表: 名册, 列: 姓名}", "“姓名”列是个人信息，不能作“列”"},
	} {
		require.Contains(t, released, c.old)
		_, err := activity.Parse("领域.yaml", []byte(strings.Replace(released, c.old, c.new, 1)))
		require.ErrorContains(t, err, c.want)
	}
}

// A column that by its name holds personal data is a warning until the declaration says what it holds.
func TestDoubtfulColumns(t *testing.T) {
	for columns, want := range map[string]int{
		"  - {列名: 姓名, 说明: 姓名}\n  - {列名: 身份证号, 说明: 号}\n": 2,
		"  - {列名: 联系电话, 说明: 电话}\n":                      1,
		"  - {列名: 热线电话, 个人信息: 无, 说明: 公布的电话}\n":          0,
		"  - {列名: 姓名, 个人信息: 一般, 说明: 姓名}\n":              0,
		"  - {列名: 街道, 说明: 街道}\n":                        0,
	} {
		doubts := declare(t, strings.Replace(post, "编号列:", columns+"编号列:", 1)).Doubts()
		require.Len(t, doubts, want, columns)
		for _, i := range doubts {
			require.Equal(t, activity.UnclassedColumn, i.Code)
			require.Equal(t, fazhi.Warning, i.Severity)
			require.Equal(t, "领域.yaml", i.Origin.File)
			require.Regexp(t, "^行[89]列10$", i.Origin.Cell)
		}
	}
	for _, a := range builtIn(t) {
		require.Empty(t, a.Doubts(), a.Sheet())
	}
	areas, err := activity.Parse("领域.yaml", []byte(strings.Replace(post, "编号列:", "  - {列名: 姓名, 说明: 姓名}\n编号列:", 1)+"---\n"+clinic))
	require.NoError(t, err)
	require.Len(t, areas[0].Doubts(), 1)
	require.Empty(t, areas[1].Doubts())
}

// The ledgers of persons have nothing in their JSON but the number of the file, which is the title too.
func TestPackLedgersOfPersons(t *testing.T) {
	for _, a := range builtIn(t) {
		if a.Sheet() != "社区矫正" && a.Sheet() != "安置帮教" {
			continue
		}
		records, _ := sampled(t, a)
		for _, r := range records {
			data, err := json.Marshal(r)
			require.NoError(t, err)
			require.Equal(t, `{"档案编号":"`+r.ID()+`"}`, string(data))
			require.Equal(t, r.ID(), r.Title())
		}
	}
}

// What a requirement of the built-in areas says names no value of a column of personal data: the message would tell what
// stands in the row.
func TestPackMessagesNameNoPersonalValue(t *testing.T) {
	looked := 0
	for _, name := range []string{"areas/09-correction.yaml", "areas/10-resettlement.yaml"} {
		var declared struct {
			Columns []struct {
				Name  string `yaml:"列名"`
				Class string `yaml:"个人信息"`
			} `yaml:"列"`
			Requirements []struct {
				Message string     `yaml:"说明"`
				Applies [][]string `yaml:"条件"`
				Meets   [][]string `yaml:"应当"`
			} `yaml:"核对"`
		}
		require.NoError(t, yaml.Unmarshal([]byte(file(t, name)), &declared))
		class := make(map[string]string)
		for _, c := range declared.Columns {
			class[c.Name] = c.Class
		}
		for _, r := range declared.Requirements {
			for _, c := range append(r.Applies, r.Meets...) {
				if class[c[0]] == "敏感" && len(c) == 3 {
					require.NotContains(t, strings.ReplaceAll(r.Message, c[0], ""), c[2], name)
					require.NotRegexp(t, "填了|没有", r.Message)
					looked++
				}
			}
		}
	}
	require.Equal(t, 9, looked)
}
