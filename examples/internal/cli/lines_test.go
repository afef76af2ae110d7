package cli_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
)

func TestLines(t *testing.T) {
	issues := fazhi.Issues{
		{Code: "a/b", Severity: fazhi.Warning, Path: "/x", Message: "甲\n乙", Basis: "丙"},
		{Code: "a/c", Path: "/y", Message: "甲", Origin: fazhi.Origin{File: "丁.json"}},
	}
	require.Equal(t, "警告　/x：甲\ufffd乙（丙） [a/b]\n错误　丁.json!/y：甲 [a/c]\n", cli.IssueLines(issues))
	require.Empty(t, issues[1].Origin.Cell, "what was given stays")
	require.Equal(t, "已写入 甲\ufffd\n", cli.WrittenLines([]string{"甲\a"}))

	var list []string
	cli.Listed(&list)
	data, err := json.Marshal(list)
	require.NoError(t, err)
	require.Equal(t, "[]", string(data))
}

func TestPut(t *testing.T) {
	clitest.Folder(t, "甲", "")
	require.NoError(t, cli.Put("乙/丙.txt", []byte("丁")))
	data, err := cli.Load("乙/丙.txt", 10)
	require.NoError(t, err)
	require.Equal(t, "丁", string(data))
	require.EqualError(t, cli.Put("甲/丙.txt", nil), "不能写入 甲/丙.txt：上一级不是目录")
	require.EqualError(t, cli.Misused("多余的参数"), "命令行有误：多余的参数")
}
