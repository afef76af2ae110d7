//go:build tools

package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/plugin/remote"
)

// The guide's ways from an empty folder to a tested plug-in, as a newcomer takes them: its files are written, its commands
// run, and what it says that they print is printed.
func TestGuideGo(t *testing.T)   { walk(t, goPath) }
func TestGuideJava(t *testing.T) { walk(t, javaPath, "The same plug-in in four languages") }

func walk(t *testing.T, sections ...string) {
	t.Helper()
	dir := t.TempDir()
	library, err := filepath.Abs(root)
	require.NoError(t, err)
	require.NoError(t, os.Symlink(library, filepath.Join(dir, "fazhi")))
	script, wanted := commands(t, sections)
	c := exec.Command("bash", "-euo", "pipefail", "-c", script)
	c.Dir = dir
	printed, err := c.CombinedOutput()
	require.NoError(t, err, "%s", printed)
	require.NotEmpty(t, wanted)
	parts := strings.Split(string(printed), mark)
	for i, lines := range wanted {
		for line := range strings.Lines(lines) {
			require.Contains(t, parts[i], strings.TrimSpace(line))
		}
	}
}

// mark stands between what two blocks of commands print.
const mark = "---- the next block ----"

// The program asks the plug-in of this folder, and does not start a jar that is another one than was examined.
func TestHost(t *testing.T) {
	dir := t.TempDir()
	jar := filepath.Join(dir, "large.jar")
	build := exec.Command("bash", "-euc", `javac -encoding UTF-8 -d "$0/classes" *.java
jar --create --file "$0/large.jar" --main-class LargeContracts -C "$0/classes" .`, dir)
	out, err := build.CombinedOutput()
	require.NoError(t, err, "%s", out)
	java, err := exec.LookPath("java")
	require.NoError(t, err)
	data, err := os.ReadFile(jar)
	require.NoError(t, err)
	sum := fmt.Sprintf("%x", sha256.Sum256(data))

	var said bytes.Buffer
	require.NoError(t, run(t.Context(), []string{java, jar, sum}, &said, io.Discard))
	require.Equal(t, "/reviewed：没有合法性审查日期（本区政府合同管理办法第十条） [licheng/contract/large-reviewed]\n", said.String())
	require.ErrorIs(t, run(t.Context(), []string{java, jar, strings.Repeat("0", len(sum))}, &said, io.Discard), remote.ErrChecksum)
}

// commands makes one script of sections, and says what each block of commands, counted from 1, has to print.
func commands(t *testing.T, sections []string) (script string, wanted map[int]string) {
	t.Helper()
	var b strings.Builder
	wanted = make(map[int]string)
	n := 0
	for _, block := range blocks(t) {
		switch {
		case !slices.Contains(sections, block.section):
		case block.name != "":
			fmt.Fprintf(&b, "mkdir -p \"$(dirname %q)\"\ncat > %q <<'END OF FILE'\n%sEND OF FILE\n", block.name, block.name, block.code)
		case block.language == "sh":
			n++
			fmt.Fprintf(&b, "echo %q\n%s", mark, block.code)
		case block.language == "text":
			wanted[n] = block.code
		}
	}
	return b.String(), wanted
}
