package main

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/activity"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitable"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/table/xlsx"
)

// A declaration that was changed has a form, which is filled in and counted; so have the built-in areas, details with the
// ledger that they belong to.
func TestNewFrom(t *testing.T) {
	sampled(t)
	clitest.Program(try).Object(t, "new", "人民监督")
	data, err := os.ReadFile("人民监督.yaml")
	require.NoError(t, err)
	changed := strings.Replace(string(data), "  - {列名: 备注,", "  - {列名: 场所, 说明: 场所}\n  - {列名: 备注,", 1)
	require.NoError(t, os.WriteFile("人民监督.yaml", []byte(changed), 0o600))
	code, o := clitest.Program(try).Object(t, "new", "新台账", "-from", "人民监督.yaml")
	require.Equal(t, cli.Well, code)
	require.Equal(t, []any{"新台账.xlsx"}, o["files"])
	src, err := clitable.Open("新台账.xlsx")
	require.NoError(t, err)
	areas, err := activity.Parse("人民监督.yaml", []byte(changed))
	require.NoError(t, err)
	_, issues, err := areas[0].ReadFor(src, activity.Reading{Year: 2024})
	require.NoError(t, err)
	require.Empty(t, issues)

	for from, want := range map[string][]string{"法律援助": {"法律援助"}, "法律援助同行评估": {"法律援助同行评估", "法律援助"}, "样例/开放日.yaml": {"法律顾问开放日", "开放日事项"}} {
		code, _ = clitest.Program(try).Object(t, "new", "空白", "-from", from)
		require.Equal(t, cli.Well, code)
		src, err := clitable.Open("空白.xlsx")
		require.NoError(t, err)
		sheets := slices.DeleteFunc(src.Sheets(), func(name string) bool { return name == xlsx.ListSheet })
		require.Equal(t, want, sheets)
		require.NoError(t, os.Remove("空白.xlsx"))
	}
}

// Every built-in file stands the check by itself: it may be copied and changed.
func TestBuiltInFilesPass(t *testing.T) {
	files, err := filepath.Glob("../../activity/[ap]*/*.yaml")
	require.NoError(t, err)
	require.Len(t, files, 40)
	for _, name := range files {
		code, _, stderr := try("check", name)
		require.Equal(t, cli.Well, code, name+stderr)
	}
}

// book writes a workbook of sheets with their rows.
func book(t *testing.T, name string, sheets map[string]string) {
	t.Helper()
	var list []table.Sheet
	for _, sheet := range slices.Sorted(maps.Keys(sheets)) {
		lines := strings.Split(sheets[sheet], "\n")
		s := table.Sheet{Name: sheet}
		for column := range strings.SplitSeq(lines[0], ",") {
			s.Columns = append(s.Columns, table.Column{Name: column})
		}
		for _, line := range lines[1:] {
			var row []any
			for cell := range strings.SplitSeq(line, ",") {
				row = append(row, cell)
			}
			s.Rows = append(s.Rows, row)
		}
		list = append(list, s)
	}
	var b bytes.Buffer
	require.NoError(t, xlsx.Write(&b, list))
	require.NoError(t, os.WriteFile(name, b.Bytes(), 0o600))
}

const (
	days    = "场次编号,开放日期,主题\nK1,2024-03-01,甲"
	matters = "事项编号,场次编号,咨询日期,报送单位,意见条数,采纳条数\nS1,K1,2024-03-01,甲局,3,2"
)

// A sheet that is not there is an issue, and the others are counted.
func TestMissingSheet(t *testing.T) {
	sampled(t)
	book(t, "台账.xlsx", map[string]string{"开放日事项": matters})
	code, stdout, _ := try("check", "样例/开放日.yaml", "台账.xlsx", "-year", "2024")
	require.Equal(t, cli.Found, code)
	require.Contains(t, stdout, "错误　台账.xlsx!法律顾问开放日：台账里没有这张工作表 [activity/sheet/missing]\n")
	require.Contains(t, stdout, "提示　台账.xlsx!开放日事项：没有上级台账“法律顾问开放日”，没有核对上级的编号 [activity/parent/unread]\n")
	require.Contains(t, stdout, "法律顾问开放日：缺少工作表或者列，没有统计\n")
	require.Contains(t, stdout, "现场解答1件，提出意见3条，已采纳2条。")

	book(t, "台账.xlsx", map[string]string{"法律顾问开放日": days, "开放日事项": matters})
	code, stdout, _ = try("check", "样例/开放日.yaml", "台账.xlsx", "-year", "2024")
	require.Equal(t, cli.Well, code, stdout)
}

// The ledger above may be a built-in one.
func TestBuiltInAbove(t *testing.T) {
	clitest.Folder(t, "核查.yaml", strings.Replace(small, "编号列: 编号", "  - {列名: 案件编号, 必填: 是, 说明: 案件}\n编号列: 编号\n上级: {工作表: 法律援助, 列: 案件编号}", 1))
	book(t, "台账.xlsx", map[string]string{"走访": "编号,日期,案件编号\n1,2024-03-01,援1\n2,2024-03-01,援2", "法律援助": "案件编号,受理日期,案件类型,挽回损失,节约律师费\n援1,2024-01-01,民事,,"})
	code, stdout, _ := try("check", "核查.yaml", "台账.xlsx", "-year", "2024")
	require.Equal(t, cli.Found, code)
	require.Contains(t, stdout, "台账.xlsx!走访!C3：“案件编号”列：“法律援助”台账里没有这个编号")
	require.Equal(t, 1, strings.Count(stdout, "错误　"))
}

// Without a column that is needed nothing is counted, and nothing is said in figures.
func TestNoFalseNoughts(t *testing.T) {
	sampled(t)
	require.NoError(t, os.WriteFile("缺列.csv", []byte("公证书编号,出证日期,公证事项,申请人类别,社区,减免费用\n1,2024-03-01,继承,个人,东湖,\n"), 0o600))
	code, o := clitest.Program(try).Object(t, "check", "样例/公证.yaml", "缺列.csv", "-year", "2024")
	require.Equal(t, cli.Found, code)
	area := o["areas"].([]any)[0].(map[string]any)
	require.Empty(t, area["sentence"])
	for _, f := range area["figures"].([]any) {
		require.Empty(t, f.(map[string]any)["text"])
	}
	_, stdout, _ := try("check", "样例/公证.yaml", "缺列.csv", "-year", "2024")
	require.Contains(t, stdout, "公证服务：缺少工作表或者列，没有统计\n")
	require.NotContains(t, stdout, "例句")
}

// What would stop the report is an issue of the check: a rate of nothing, a sum that is too great.
func TestWhatTheReportWouldSay(t *testing.T) {
	sampled(t)
	header := "公证书编号,受理日期,出证日期,公证事项,申请人,申请人类别,社区,上门服务,减免费用,备注\n"
	require.NoError(t, os.WriteFile("空.csv", []byte(header), 0o600))
	code, stdout, _ := try("check", "样例/公证.yaml", "空.csv", "-year", "2024")
	require.Equal(t, cli.Found, code)
	require.Contains(t, stdout, "错误　空.csv!公证服务：数据项“公证.上门率”没有数值：分母为零 [report/figure/form]\n")

	text := strings.NewReplacer("编号列: 编号", "  - {列名: 人次, 类型: 数量, 说明: 人次}\n编号列: 编号", "算法: 计数", "算法: 求和, 求和列: 人次").Replace(small)
	require.NoError(t, os.WriteFile("大.yaml", []byte(text), 0o600))
	require.NoError(t, os.WriteFile("大.csv", []byte("编号,日期,人次\n1,2024-03-01,9223372036854775807\n2,2024-03-01,9223372036854775807\n"), 0o600))
	code, stdout, _ = try("check", "大.yaml", "大.csv", "-year", "2024")
	require.Equal(t, cli.Found, code)
	require.Contains(t, stdout, "数据项“走访.次数”没有数值：超出范围")
}

// A column that looks like personal data is a warning, and one that is says so in the JSON.
func TestPersonalColumns(t *testing.T) {
	clitest.Folder(t, "名.yaml", strings.Replace(small, "编号列: 编号", "  - {列名: 姓名, 说明: 姓名}\n  - {列名: 病, 个人信息: 敏感, 说明: 病}\n编号列: 编号", 1))
	code, stdout, _ := try("check", "名.yaml")
	require.Equal(t, cli.Found, code)
	require.Contains(t, stdout, "警告　名.yaml!行7列10：“姓名”列看起来是个人信息")
	_, o := clitest.Program(try).Object(t, "check", "名.yaml")
	columns := o["areas"].([]any)[0].(map[string]any)["columns"].([]any)
	require.Equal(t, "敏感", columns[3].(map[string]any)["personal"])
	require.NotContains(t, columns[0], "personal")
}
