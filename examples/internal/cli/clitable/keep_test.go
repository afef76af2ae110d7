package clitable_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/examples/internal/cli/clitable"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
	"github.com/fazhi-go/fazhi/table"
)

func TestCheck(t *testing.T) {
	clitest.Folder(t, "甲.xlsx", "")
	require.NoError(t, clitable.Check(""))
	require.NoError(t, clitable.Check("乙.XLSX", "甲.xlsx"))
	require.EqualError(t, clitable.Check("乙.csv"), "命令行有误：-o 应当是 .xlsx")
	require.ErrorContains(t, clitable.Check("甲.xlsx", "丙.xlsx", "甲.xlsx"), "甲.xlsx 是要读的文件")
}

// What is kept is opened again; a folder that is a file is said.
func TestKeep(t *testing.T) {
	clitest.Folder(t, "文件", "")
	sheets := []table.Sheet{{Name: "表", Columns: []table.Column{{Name: "甲"}}, Rows: [][]any{{"一"}}}}
	written, err := clitable.Keep("", sheets)
	require.NoError(t, err)
	require.Empty(t, written)
	written, err = clitable.Keep("目录/甲.xlsx", sheets)
	require.NoError(t, err)
	require.Equal(t, []string{"目录/甲.xlsx"}, written)
	text, err := clitable.Text("目录/甲.xlsx", "表")
	require.NoError(t, err)
	require.Equal(t, "甲\n一\n", text)
	_, err = clitable.Keep("文件/甲.xlsx", sheets)
	require.EqualError(t, err, "不能写入 文件/甲.xlsx：上一级不是目录")
	_, err = clitable.Keep("乙.xlsx", nil)
	require.Error(t, err)
	_, err = clitable.Text("乙.xlsx", "表")
	require.Error(t, err)
}
