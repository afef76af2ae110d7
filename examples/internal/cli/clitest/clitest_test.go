package clitest_test

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
)

// A recorder is a test that may fail.
type recorder struct{ failed bool }

func (r *recorder) Errorf(string, ...any) { r.failed = true }
func (r *recorder) FailNow()              { runtime.Goexit() }
func (r *recorder) Helper()               {}

// fails reports whether a check fails.
func fails(check func(clitest.T)) bool {
	var r recorder
	done := make(chan struct{})
	go func() {
		defer close(done)
		check(&r)
	}()
	<-done
	return r.failed
}

// says is a program that says the same whatever it is asked, but for -json.
func says(code int, stdout, stderr, object string) clitest.Program {
	return func(args ...string) (int, string, string) {
		if slices.Contains(args, "-json") {
			return code, object, stderr
		}
		return code, stdout, stderr
	}
}

func TestUnusableBites(t *testing.T) {
	const object = `{"error":"甲"}` + "\n"
	for name, x := range map[string]struct {
		program clitest.Program
		fails   bool
	}{
		"good":            {says(cli.Unusable, "", "甲\n", object), false},
		"exit code":       {says(cli.Found, "", "甲\n", object), true},
		"prints":          {says(cli.Unusable, "乙", "甲\n", object), true},
		"two lines":       {says(cli.Unusable, "", "甲\n乙\n", object), true},
		"something else":  {says(cli.Unusable, "", "乙\n", object), true},
		"other in JSON":   {says(cli.Unusable, "", "甲\n", `{"error":"乙"}`+"\n"), true},
		"no JSON":         {says(cli.Unusable, "", "甲\n", "甲\n"), true},
		"two objects":     {says(cli.Unusable, "", "甲\n", object+object), true},
		"no error in it":  {says(cli.Unusable, "", "甲\n", "{}\n"), true},
		"object unfolded": {says(cli.Unusable, "", "甲\n", "{\n"+object[1:]), true},
	} {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, x.fails, fails(func(r clitest.T) { x.program.Unusable(r, []string{"a"}, "甲") }))
		})
	}
}

func TestDoesBites(t *testing.T) {
	program := says(cli.Found, "甲\n", "乙\n", "")
	require.Equal(t, "甲\n乙\n", program.Does(t, cli.Found, "a"))
	require.True(t, fails(func(r clitest.T) { program.Does(r, cli.Well, "a") }))
}

// The clock of a program shows its day, and Sampled leaves it beside its samples.
func TestOnADay(t *testing.T) {
	run := func(_ context.Context, args []string, w cli.World) int {
		if args[0] == "sample" {
			require.NoError(t, os.Mkdir(args[1], 0o755))
		}
		fmt.Fprint(w.Stdout, w.Now().Format(time.DateTime))
		return cli.Well
	}
	program := clitest.On(run, fazhi.DateOf(2025, 3, 1))
	program.Sampled(t)
	require.DirExists(t, "样例")
	require.Equal(t, "2025-03-01 09:00:00", program.Does(t, cli.Well, "day"))
}

func TestHelpBites(t *testing.T) {
	usage := "\n  a 甲\n  words a\n  -json  乙\n  -x  丙\n"
	table := &cli.Program{Name: "words", Commands: []cli.Command{{Name: "a", Flags: []string{"x"}}}, Flags: []cli.Flag{{Name: "x"}}}
	unused := &cli.Program{Name: "words", Commands: table.Commands, Flags: append(table.Flags, cli.Flag{Name: "y"})}
	for name, x := range map[string]struct {
		program clitest.Program
		table   *cli.Program
		fails   bool
	}{
		"good":           {says(cli.Well, "", usage, ""), table, false},
		"exit code":      {says(cli.Unusable, "", usage, ""), table, true},
		"to the output":  {says(cli.Well, usage, usage, ""), table, true},
		"without a flag": {says(cli.Well, "", usage[:len(usage)-9], ""), table, true},
		"an idle flag":   {says(cli.Well, "", usage, ""), unused, true},
	} {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, x.fails, fails(func(r clitest.T) { x.program.Help(r, x.table) }))
		})
	}
}

func TestGoldenBites(t *testing.T) {
	clitest.Folder(t, "a/甲", "甲")
	require.False(t, fails(func(r clitest.T) { clitest.Golden(r, "a/甲", "甲") }))
	require.True(t, fails(func(r clitest.T) { clitest.Golden(r, "a/甲", "乙") }))
	require.True(t, fails(func(r clitest.T) { clitest.Golden(r, "a/乙", "乙") }))
	text, err := os.ReadFile("a/甲")
	require.NoError(t, err)
	require.Equal(t, "甲", string(text))
}

func TestGuideBites(t *testing.T) {
	const filled = "<!-- run a 1 | 1 -->\n```console\n$ words a 1\n…\n```\n<!-- end -->"
	program := says(cli.Well, "甲\n", "", `{"list":[{"n":1}],"error":""}`+"\n")
	clitest.Folder(t, "样例/一.csv", "甲,乙\n")
	guides := map[string]struct {
		text  string
		fails bool
	}{
		"good":          {filled + "\n完。\n", false},
		"something old": {strings.Replace(filled, "$ words a 1", "$ words a 2", 1), true},
		"no end":        {"<!-- run a -->\n", false}, // is no region
		"not a region":  {"<!-- walk a -->\n<!-- end -->", true},
		"cut too far":   {strings.Replace(filled, "| 1", "| 9", 1), true},
		"a file":        {"<!-- file 一.csv -->\n```csv\n甲,乙\n```\n<!-- end -->", false},
		"no file":       {"<!-- file 二.csv -->\n```csv\n甲,乙\n```\n<!-- end -->", true},
		"an object":     {"<!-- json a | 1 -->\n```json\n{\n…\n```\n<!-- end -->", false},
		"of a list":     {"<!-- first list a -->\n```json\n{\n  \"n\": 1\n}\n```\n<!-- end -->", false},
		"no such list":  {"<!-- first lists a -->\n```json\n{\n  \"n\": 1\n}\n```\n<!-- end -->", true},
	}
	for name, x := range guides {
		require.NoError(t, os.WriteFile("guide.md", []byte(x.text), 0o600))
		require.Equal(t, x.fails, fails(func(r clitest.T) { program.Guide(r, "words", "guide.md", func() {}) }), name)
	}
}

func TestGuideNamesBites(t *testing.T) {
	table := &cli.Program{Name: "words", Commands: []cli.Command{{Name: "a", Flags: []string{"x"}}}}
	clitest.Folder(t, "good.md", "`a` -x -json", "command.md", "`b` -x -json", "flag.md", "`a` -json")
	for name, bites := range map[string]bool{"good.md": false, "command.md": true, "flag.md": true, "none.md": true} {
		require.Equal(t, bites, fails(func(r clitest.T) { clitest.GuideNames(r, name, table) }), name)
	}
}
