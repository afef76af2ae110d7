package main

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/activity"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/table/xlsx"
)

// try runs the program on the fifteenth of January 2025.
func try(args ...string) (code int, stdout, stderr string) {
	return clitest.Try(run, "", func() time.Time { return time.Date(2025, 1, 15, 9, 0, 0, 0, time.UTC) }, args...)
}

// wrong is a declaration with a mistake in most lines.
const wrong = `领域: quanyuan/notary
工作表: 公证服务
说明: 公证，一件一行。
列:
  - {列名: 公证书编号, 必填: 是, 说明: 编号}
  - {列名: 出证日期, 类型: 日子, 必填: 是, 说明: 出证之日}
  - {列名: 申请人, 个人信息: 一般, 说明: 申请人}
  - {列名: 费用, 类型: 金额, 说明: 费用}
编号列: 公证书编号
日期列: 出证日期
名称列: 申请人
数据项:
  - {标识: 公证.办证, 名称: 办证, 算法: 计数, 条件: [[费用, 早于, 2024-01-01]], 单位: 件, 口径: 本年的公证}
例句: 办证{{公证.办正}}。
`

// small is a declaration whose answer is short.
const small = `领域: quanyuan/visit
工作表: 走访
说明: 走访，一次一行。
列:
  - {列名: 编号, 必填: 是, 说明: 编号}
  - {列名: 日期, 类型: 日期, 必填: 是, 说明: 走访之日}
编号列: 编号
日期列: 日期
数据项:
  - {标识: 走访.次数, 名称: 走访, 算法: 计数, 单位: 次, 口径: 日期在本年的走访}
例句: 走访{{走访.次数}}。
`

// sampled goes to a new folder with the samples and some files more.
func sampled(t *testing.T) {
	t.Helper()
	clitest.Folder(t, "错.yaml", wrong, "小.yaml", small, "小.csv", "编号,日期\n1,2024-03-01\n2,2024-06-01\n1,2024-07-01\n")
	code, _, stderr := try("sample", "样例")
	require.Equal(t, cli.Well, code, stderr)
}

// asked is what is asked, command by command.
const asked = `sample 样例
sample 样例二
new 人民监督 -kind quanyuan/supervision
new 人民监督
new 法治宣讲 -o 新领域
new 法治宣讲台账 -from 新领域/法治宣讲.yaml
check 新领域/法治宣讲.yaml
check 新领域/法治宣讲.yaml 新领域/法治宣讲.xlsx -year 2024
check 样例/公证.yaml
check 样例/公证.yaml 样例/公证服务.csv -year 2024
check 样例/公证.yaml 样例/公证服务.csv -year 2023 -today 2024-01-15
check 样例/公证.yaml 样例/有误的公证服务.csv -year 2024
check 样例/开放日.yaml
check 错.yaml
check 小.yaml 小.csv -year 2024
schema
nothing
-h`

func TestGolden(t *testing.T) {
	lines := append(strings.Split(asked, "\n"), clitest.Helps(new(session).program())...)
	clitest.Program(try).Transcripts(t, "activity", lines, sampled)
}

func TestHelp(t *testing.T) { clitest.Program(try).Help(t, new(session).program()) }

// The workbook that new writes has a drop-down for choices, and what is filled in is counted.
func TestNewIsFilledIn(t *testing.T) {
	sampled(t)
	clitest.Program(try).Object(t, "new", "人民监督")
	require.Contains(t, part(t, "人民监督.xlsx", "xl/worksheets/sheet1.xml"), "dataValidation")

	data, err := os.ReadFile("人民监督.yaml")
	require.NoError(t, err)
	areas, err := activity.Parse("人民监督.yaml", data)
	require.NoError(t, err)
	form := areas[0].Template()
	form.Rows = [][]any{{"1", "2024-02-01", "类别一", "甲", "东湖", 30, "1.5万元", true, ""}, {"2", "2024-05-01", "其他", "乙", "西街", 20, "", false, ""}}
	var b bytes.Buffer
	require.NoError(t, xlsx.Write(&b, []table.Sheet{form}))
	require.NoError(t, os.WriteFile("人民监督.xlsx", b.Bytes(), 0o600))
	code, o := clitest.Program(try).Object(t, "check", "人民监督.yaml", "人民监督.xlsx", "-year", "2024")
	require.Equal(t, cli.Well, code, o)
	require.Equal(t, "全年办理人民监督2件，服务50人次，覆盖2个街道，支出1.5万元，回访满意率为50%。", o["areas"].([]any)[0].(map[string]any)["sentence"])
}

// Every built-in area has a line, and an object with its columns and figures.
func TestList(t *testing.T) {
	areas, err := builtIn()
	require.NoError(t, err)
	code, stdout, _ := try("list")
	require.Equal(t, cli.Well, code)
	lines := strings.Split(strings.TrimSpace(stdout), "\n")
	_, o := clitest.Program(try).Object(t, "list")
	objects := o["areas"].([]any)
	require.Len(t, lines, len(areas))
	require.Len(t, objects, len(areas))
	for i, a := range areas {
		require.Contains(t, lines[i], a.Sheet()+"（"+string(a.Kind())+"）")
		object := objects[i].(map[string]any)
		require.Equal(t, a.Sheet(), object["sheet"])
		require.Len(t, object["columns"], len(a.Columns()))
		require.NotEmpty(t, object["figures"])
	}
}

// part returns a part of a workbook.
func part(t *testing.T, book, name string) string {
	t.Helper()
	r, err := zip.OpenReader(book)
	require.NoError(t, err)
	defer r.Close()
	f, err := r.Open(name)
	require.NoError(t, err)
	data, err := io.ReadAll(f)
	require.NoError(t, err)
	return string(data)
}

// Two ledgers of one workbook: rows that belong to none of the ledger above are named with their cell.
func TestLedgersThatBelongTogether(t *testing.T) {
	sampled(t)
	data, err := os.ReadFile("样例/开放日.yaml")
	require.NoError(t, err)
	areas, err := activity.Parse("开放日.yaml", data)
	require.NoError(t, err)
	days, matters := areas[0].Template(), areas[1].Template()
	days.Rows = [][]any{{"K1", "2024-03-01", "甲"}}
	matters.Rows = [][]any{{"S1", "K1", "2024-03-01", "甲局", 3, 2}, {"S2", "K9", "2024-03-01", "甲局", 1, nil}}
	var b bytes.Buffer
	require.NoError(t, xlsx.Write(&b, []table.Sheet{days, matters}))
	require.NoError(t, os.WriteFile("开放日.xlsx", b.Bytes(), 0o600))
	code, stdout, _ := try("check", "样例/开放日.yaml", "开放日.xlsx", "-year", "2024")
	require.Equal(t, cli.Found, code)
	require.Contains(t, stdout, "开放日.xlsx!开放日事项!B3：“场次编号”列：“法律顾问开放日”台账里没有这个编号")
	require.Contains(t, stdout, "现场解答2件，提出意见4条，已采纳2条。")
}
