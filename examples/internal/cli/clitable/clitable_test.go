package clitable_test

import (
	"bytes"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/examples/internal/cli/clitable"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/table/xlsx"
)

// Workbooks and CSV files are opened, whatever the case of the extension.
func TestOpen(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, xlsx.Write(&b, []table.Sheet{{Name: "表", Columns: []table.Column{{Name: "甲"}, {Name: "乙"}}, Rows: [][]any{{"一", "二"}}}}))
	clitest.Folder(t, "表.csv", "甲,乙\n一,二\n", "表.XLSX", b.String())
	for _, name := range []string{"表.csv", "表.XLSX"} {
		src, err := clitable.Open(name)
		require.NoError(t, err)
		require.NotNil(t, src, name)
	}
}

func TestOpenRefuses(t *testing.T) {
	clitest.Folder(t, "断.xlsx", "PK", "文.txt", "甲")
	require.NoError(t, os.Mkdir("目录.csv", 0o755))
	for name, want := range map[string]string{
		"无.csv":       "不能读取 无.csv：没有这个文件",
		"目录.csv":      "不能读取 目录.csv：不是文件",
		"文.txt":       "不能读取 文.txt：应当是 .xlsx 或者 .csv",
		"断.xlsx":      "不能读取 断.xlsx：不是完整的工作簿（.xlsx）",
		"文.txt/甲.csv": "不能读取 文.txt/甲.csv：上一级不是目录",
	} {
		src, err := clitable.Open(name)
		require.EqualError(t, err, want)
		require.Nil(t, src)
	}
}
