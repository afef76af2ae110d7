package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
)

// The guide shows the sample and what the program prints as they are.
func TestGuide(t *testing.T) {
	guide, err := filepath.Abs("../../docs/enforcement.md")
	require.NoError(t, err)
	data, err := os.ReadFile(guide)
	require.NoError(t, err)
	clitest.Folder(t)
	does(t, cli.Well, "sample 样例")
	does(t, cli.Well, "sample 空白 -blank")
	shown := 0
	region := regexp.MustCompile(`(?s)<!-- (file|run) ([^|\n]*?)(?: \|? ?(\d+))? -->\n.*?<!-- end -->`)
	text := region.ReplaceAllStringFunc(strings.ReplaceAll(string(data), "\r\n", "\n"), func(old string) string {
		m := region.FindStringSubmatch(old)
		head, _, _ := strings.Cut(old, "\n")
		shown++
		return head + "\n" + block(t, m[1], m[2], m[3]) + "<!-- end -->"
	})
	require.Equal(t, strings.Count(text, "<!-- end -->"), shown)
	clitest.Golden(t, guide, text)
}

// block is what stands in the guide between two marks: a file of the sample or a command with what it prints, perhaps cut.
func block(t *testing.T, what, name, most string) string {
	t.Helper()
	form, text := "console", ""
	if what == "file" {
		data, err := os.ReadFile("样例/" + name)
		require.NoError(t, err)
		form, text = strings.TrimPrefix(filepath.Ext(name), "."), string(data)
	} else {
		text = "$ enforcement " + name + "\n" + clitest.Program(try).Said(true, strings.Fields(name)...)
	}
	if n, err := strconv.Atoi(most); err == nil {
		lines := strings.SplitAfter(text, "\n")
		require.Greater(t, len(lines), n)
		text = strings.Join(lines[:n], "") + "…\n"
	}
	return "```" + form + "\n" + text + "```\n"
}

// The guide names every command and every flag.
func TestGuideNamesEverything(t *testing.T) {
	data, err := os.ReadFile("../../docs/enforcement.md")
	require.NoError(t, err)
	for _, c := range new(session).commands() {
		require.Regexp(t, "[`/ ]"+c.Name+"[ `]", string(data))
		for _, f := range append(c.Flags, "json") {
			require.Contains(t, string(data), "-"+f)
		}
	}
	for _, name := range []string{batchFile, policyName, filesName, panelName, refusalName, objectionName, frameFile, drawnFile, sheetFolder, "评查记录.json"} {
		require.Contains(t, string(data), "`"+name)
	}
}
