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

// Flags stand before, between and after the arguments; what follows -- is an argument.
func TestArguments(t *testing.T) {
	var yes bool
	var one string
	var many []string
	flags := []cli.Flag{{Name: "yes", To: &yes}, {Name: "one", To: &one}, {Name: "many", To: &many}, {Name: "other", To: new(bool)}}
	args, err := cli.Arguments([]string{"-yes", "甲", "-many", "1", "乙", "-many=2", "-one", "丙", "--", "-yes"}, flags, []string{"yes", "one", "many"})
	require.NoError(t, err)
	require.Equal(t, []string{"甲", "乙", "-yes"}, args)
	require.True(t, yes)
	require.Equal(t, "丙", one)
	require.Equal(t, []string{"1", "2"}, many)
	for args, want := range map[string]string{"-other": "没有选项 -other", "-one=": "没有写值的选项 -one", "-many=": "没有写值的选项 -many"} {
		_, err := cli.Arguments([]string{args}, flags, []string{"yes", "one", "many"})
		require.EqualError(t, err, want)
	}
}

func TestColumns(t *testing.T) { require.Equal(t, 5, cli.Columns("a甲乙")) }

func TestPrintable(t *testing.T) {
	require.Equal(t, "甲\ufffd\n乙\ufffd", cli.Printable("甲\x1b\n乙\u202e"))
	require.Equal(t, "甲\ufffd乙", cli.Line("甲\n乙"))
}

func TestTally(t *testing.T) {
	require.Empty(t, cli.Tally(nil))
	require.Equal(t, "发现 2 个问题（错误 1，警告 0，提示 1）", cli.Tally(fazhi.Issues{{}, {Severity: fazhi.Notice}}))
	require.Empty(t, cli.Grave(fazhi.Issues{{Severity: fazhi.Notice}}))
	require.Equal(t, "发现 2 个问题（错误 1，警告 0，提示 1）", cli.Grave(fazhi.Issues{{}, {Severity: fazhi.Notice}}))
	require.Equal(t, "错误警告提示", cli.Severity(fazhi.Error)+cli.Severity(fazhi.Warning)+cli.Severity(fazhi.Notice))
}

func TestWriteJSON(t *testing.T) {
	var b strings.Builder
	require.NoError(t, cli.WriteJSON(&b, []string{"<甲>"}))
	require.Equal(t, "[\"<甲>\"]\n", b.String())
}
