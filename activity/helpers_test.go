package activity_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/activity"
	"github.com/fazhi-go/fazhi/table"
)

// clinic is an area with every method of counting and both ways to belong to a year.
const clinic = `领域: test/clinic
工作表: 法律门诊
说明: 法律门诊的服务，一次一行。
列:
  - {列名: 编号, 必填: 是, 说明: 不重复}
  - {列名: 日期, 类型: 日期, 必填: 是, 说明: 服务之日}
  - {列名: 类别, 可选值: [咨询, 讲座], 说明: 服务的类别}
  - {列名: 社区, 说明: 接受服务的社区}
  - {列名: 人次, 类型: 数量, 说明: 接待的人次}
  - {列名: 费用, 类型: 金额, 说明: 减免的费用}
  - {列名: 办结, 类型: 是否, 说明: 是否办结}
编号列: 编号
日期列: 日期
名称列: 社区
数据项:
  - {标识: 门诊.讲座, 名称: 讲座, 算法: 计数, 条件: [[类别, 等于, 讲座]], 单位: 场, 口径: 本年讲座}
  - {标识: 门诊.人次, 名称: 接待, 算法: 求和, 求和列: 人次, 条件: [[类别, 等于, 咨询], [办结, 不为空]], 单位: 人次, 口径: 本年咨询}
  - {标识: 门诊.费用, 名称: 减免, 算法: 求和, 求和列: 费用, 单位: 万元, 口径: 本年减免}
  - {标识: 门诊.社区, 名称: 社区, 算法: 不同值, 不同值列: 社区, 单位: 个, 后缀: 社区, 口径: 本年社区}
  - {标识: 门诊.办结率, 名称: 办结率, 算法: 比率, 分子: [[办结, 等于, 是]], 条件: [[类别, 等于, 咨询]], 单位: "%", 口径: 本年咨询中办结的}
例句: 讲座{{门诊.讲座}}，接待{{门诊.人次}}，减免{{门诊.费用}}，服务{{门诊.社区}}，办结率{{门诊.办结率|1位小数}}。
`

const clinicHeader = "编号,日期,类别,社区,人次,费用,办结\n"

// post is a register whose rows last for a span.
const post = `领域: test/post
工作表: 名册
说明: 聘任的人员，一人一行。
列:
  - {列名: 编号, 必填: 是, 说明: 不重复}
  - {列名: 聘任, 类型: 日期, 必填: 是, 说明: 聘任之日}
  - {列名: 届满, 类型: 日期, 说明: 届满之日}
编号列: 编号
日期列: 聘任
截止列: 届满
数据项:
  - {标识: 名册.人数, 名称: 人数, 算法: 计数, 单位: 名, 口径: 本年在聘的}
例句: 在聘{{名册.人数}}。
`

func declare(t testing.TB, text string) *activity.Activity {
	t.Helper()
	areas, err := activity.Parse("领域.yaml", []byte(text))
	require.NoError(t, err)
	require.Len(t, areas, 1)
	return areas[0]
}

func standard(t testing.TB) []*activity.Activity {
	t.Helper()
	areas, err := activity.Standard()
	require.NoError(t, err)
	return areas
}

// read reads a ledger from the text of a CSV file.
func read(t testing.TB, a *activity.Activity, csv string) ([]*activity.Record, fazhi.Issues) {
	t.Helper()
	src, err := table.CSV("台账.csv", []byte(csv))
	require.NoError(t, err)
	records, issues, err := a.Read(src)
	require.NoError(t, err)
	return records, issues
}

// printed returns what the figures print, undefined ones as the error does.
func printed(figures []fazhi.Figure) map[string]string {
	out := make(map[string]string, len(figures))
	for _, f := range figures {
		text, err := f.Text(fazhi.Form{})
		if err != nil {
			text = err.Error()
		}
		out[f.ID] = text
	}
	return out
}

// places returns where issues are and what they are, one a line.
func places(issues fazhi.Issues) []string {
	var out []string
	for _, i := range issues {
		out = append(out, strings.TrimSpace(i.Origin.Cell+" "+string(i.Code)))
	}
	return out
}

func file(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	return string(data)
}

// lines returns so many lines of a ledger, each with its number.
func lines(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}
