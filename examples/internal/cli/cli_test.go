package cli_test

import (
	"errors"
	"flag"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

// What package flag says, in Chinese and without the value.
func TestInChinese(t *testing.T) {
	for args, want := range map[string]string{
		"-nowhere":   "没有选项 -nowhere",
		"-year":      "没有写值的选项 -year",
		"-=":         "不是选项 -=",
		"-yes=甲":     "不带值的选项 -yes",
		"-year= 甲乙丙": "没有写值的选项 -year",
	} {
		set := flag.NewFlagSet("x", flag.ContinueOnError)
		set.SetOutput(io.Discard)
		set.Bool("yes", false, "")
		set.Func("year", "", func(s string) error { return errors.New("没有写明") })
		require.EqualError(t, cli.InChinese(set.Parse([]string{args})), want)
	}
	require.NoError(t, cli.InChinese(nil))
	require.Equal(t, flag.ErrHelp, cli.InChinese(flag.ErrHelp))
}

func TestPrintable(t *testing.T) {
	require.Equal(t, "甲\ufffd\n乙\ufffd", cli.Printable("甲\x1b\n乙\u202e"))
	require.Equal(t, "甲\ufffd乙", cli.Line("甲\n乙"))
}

func TestTally(t *testing.T) {
	require.Empty(t, cli.Tally(nil))
	require.Equal(t, "发现 2 个问题（错误 1，警告 0，提示 1）", cli.Tally(fazhi.Issues{{}, {Severity: fazhi.Notice}}))
	require.Equal(t, "错误警告提示", cli.Severity(fazhi.Error)+cli.Severity(fazhi.Warning)+cli.Severity(fazhi.Notice))
}

func TestWriteJSON(t *testing.T) {
	var b strings.Builder
	require.NoError(t, cli.WriteJSON(&b, []string{"<甲>"}))
	require.Equal(t, "[\"<甲>\"]\n", b.String())
}
