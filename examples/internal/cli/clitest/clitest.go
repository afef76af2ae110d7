// Package clitest tests the programs of examples: with golden files of what they print, and with wrong uses. Its flag -update
// writes the golden files anew; read what changed before you keep it.
package clitest

import (
	"context"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

var update = flag.Bool("update", false, "write the golden files")

// A Program runs a program with a command line, and returns its exit code and what it wrote.
type Program func(args ...string) (code int, stdout, stderr string)

// T is what a check needs of a *testing.T.
type T interface {
	require.TestingT
	Helper()
}

// Try runs a program in a world with this standard input and this clock.
func Try(run func(context.Context, []string, cli.World) int, stdin string, now func() time.Time, args ...string) (code int, stdout, stderr string) {
	var out, err strings.Builder
	code = run(context.Background(), args, cli.World{Stdin: strings.NewReader(stdin), Stdout: &out, Stderr: &err, Now: now})
	return code, out.String(), err.String()
}

// On is a program at nine o'clock of a day.
func On(run func(context.Context, []string, cli.World) int, day fazhi.Date) Program {
	year, month, date := day.Date()
	return func(args ...string) (code int, stdout, stderr string) {
		return Try(run, "", func() time.Time { return time.Date(year, month, date, 9, 0, 0, 0, time.UTC) }, args...)
	}
}

// Does runs a command that is to end with an exit code, and returns what it printed and what it complained of.
func (p Program) Does(t T, code int, line string) string {
	t.Helper()
	got, stdout, stderr := p(strings.Fields(line)...)
	require.Equal(t, code, got, stdout+stderr)
	return stdout + stderr
}

// Sampled goes to a new folder with the samples of the program in 样例.
func (p Program) Sampled(t *testing.T) {
	t.Helper()
	Folder(t)
	p.Does(t, cli.Well, "sample 样例")
}

// Folder goes to a new folder with these files: name, content, name, content …
func Folder(t *testing.T, files ...string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for i := 0; i < len(files); i += 2 {
		require.NoError(t, os.MkdirAll(filepath.Dir(files[i]), 0o755))
		require.NoError(t, os.WriteFile(files[i], []byte(files[i+1]), 0o600))
	}
}

// Golden compares with a file, or writes it.
func Golden(t T, file, got string) {
	t.Helper()
	if *update {
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Equal(t, string(want), got)
}

// Transcripts compares what a program prints, command by command, with testdata/json.golden and testdata/text.golden. Each
// begins in the folder that ready makes.
func (p Program) Transcripts(t *testing.T, name string, lines []string, ready func(*testing.T)) {
	t.Helper()
	dir, err := filepath.Abs("testdata")
	require.NoError(t, err)
	for _, form := range []string{"json", "text"} {
		t.Run(form, func(t *testing.T) {
			ready(t)
			var b strings.Builder
			for _, line := range lines {
				args := strings.Fields(line)
				if form == "json" {
					if strings.HasSuffix(line, "-h") {
						continue // that is for people
					}
					args = append(args, "-json")
				}
				b.WriteString("$ " + name + " " + strings.Join(args, " ") + "\n" + p.Said(form == "text", args...) + "\n")
			}
			Golden(t, filepath.Join(dir, form+".golden"), b.String())
		})
	}
}

// Helps asks for the usage of each command, one a line, for Transcripts.
func Helps(table *cli.Program) (lines []string) {
	for _, c := range table.Commands {
		lines = append(lines, c.Name+" -h")
	}
	return lines
}

// Said is what a command prints, perhaps with what it complains of, and its exit code if that is not 0.
func (p Program) Said(complaints bool, args ...string) string {
	code, text, stderr := p(args...)
	if complaints {
		text += stderr
	}
	if code != cli.Well {
		text += "(" + strconv.Itoa(code) + ")\n"
	}
	return text
}

// Object runs a program with -json and returns its exit code and its one object.
func (p Program) Object(t T, args ...string) (int, map[string]any) {
	t.Helper()
	code, stdout, _ := p(append([]string{"-json"}, args...)...)
	require.Equal(t, 1, strings.Count(stdout, "\n"), "one object on one line")
	var o map[string]any
	require.NoError(t, json.Unmarshal([]byte(stdout), &o))
	require.Contains(t, o, "error")
	return code, o
}

// Unusable runs a wrong use, and returns the one line that the program complains in. It prints nothing else; with -json it
// prints the same in "error".
func (p Program) Unusable(t T, args []string, want ...string) string {
	t.Helper()
	code, stdout, stderr := p(args...)
	require.Equal(t, cli.Unusable, code, stdout+stderr)
	require.Empty(t, stdout)
	require.Equal(t, 1, strings.Count(stderr, "\n"), stderr)
	code, o := p.Object(t, args...)
	require.Equal(t, cli.Unusable, code)
	for _, w := range want {
		require.Contains(t, stderr, w)
		require.Contains(t, o["error"], w)
	}
	return stderr
}

// Help compares what -h says with the table: it names every command, and of each its flags; every flag is of a command.
func (p Program) Help(t T, table *cli.Program) {
	t.Helper()
	all := p.help(t, "-h")
	require.Equal(t, all, p.help(t, "help"))
	used := map[string]bool{}
	for _, c := range table.Commands {
		require.Contains(t, all, "\n  "+c.Name+" ")
		one := p.help(t, c.Name, "-h")
		require.Contains(t, one, table.Name+" "+c.Name)
		for _, name := range slices.Concat([]string{"json"}, table.Common, c.Flags) {
			require.Regexp(t, `(?m)^  -`+name+`\b`, one)
			used[name] = true
		}
	}
	for _, f := range table.Flags {
		require.True(t, used[f.Name], f.Name)
	}
}

func (p Program) help(t T, args ...string) string {
	t.Helper()
	code, stdout, stderr := p(args...)
	require.Equal(t, cli.Well, code, stderr)
	require.Empty(t, stdout)
	return stderr
}
