package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
	"github.com/fazhi-go/fazhi/reconsideration/documents"
)

const guideFile = "../../docs/reconsideration.md"

// The guide shows the samples and what the program prints as they are.
func TestGuide(t *testing.T) {
	guide, err := filepath.Abs(guideFile)
	require.NoError(t, err)
	data, err := os.ReadFile(guide)
	require.NoError(t, err)
	sampled(t)
	shown := 0
	region := regexp.MustCompile(`(?s)<!-- (file|run|json|first) ([^|\n]*?)(?: \| (\d+))? -->\n.*?<!-- end -->`)
	text := region.ReplaceAllStringFunc(strings.ReplaceAll(string(data), "\r\n", "\n"), func(old string) string {
		m := region.FindStringSubmatch(old)
		head, _, _ := strings.Cut(old, "\n")
		shown++
		return head + "\n" + block(t, m[1], m[2], m[3]) + "<!-- end -->"
	})
	require.Equal(t, strings.Count(text, "<!-- end -->"), shown)
	clitest.Golden(t, guide, text)
}

// block is what stands in the guide between two marks: a file of the sample, or a command with what it prints as text or as
// JSON, which is indented here; perhaps cut.
func block(t *testing.T, what, name, most string) string {
	t.Helper()
	form, text := "console", ""
	switch what {
	case "file":
		data, err := os.ReadFile("样例/" + name)
		require.NoError(t, err)
		form, text = strings.TrimPrefix(filepath.Ext(name), "."), string(data)
	case "json":
		_, stdout, _ := try(strings.Fields(name + " -json")...)
		form, text = "json", indented(t, []byte(stdout))
	case "first": // of a list in the object
		member, line, _ := strings.Cut(name, " ")
		_, stdout, _ := try(strings.Fields(line + " -json")...)
		var o map[string]json.RawMessage
		var list []json.RawMessage
		require.NoError(t, json.Unmarshal([]byte(stdout), &o))
		require.NoError(t, json.Unmarshal(o[member], &list))
		require.NotEmpty(t, list)
		form, text = "json", indented(t, list[0])+"\n"
	default:
		text = "$ reconsideration " + name + "\n" + clitest.Program(try).Said(true, strings.Fields(name)...)
	}
	if n, err := strconv.Atoi(most); err == nil {
		lines := strings.SplitAfter(text, "\n")
		require.Greater(t, len(lines), n)
		text = strings.Join(lines[:n], "") + "…\n"
	}
	return "```" + form + "\n" + text + "```\n"
}

func indented(t *testing.T, data []byte) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, json.Indent(&b, data, "", "  "))
	return b.String()
}

// The guide names every command, every flag, every member of the answers and every document.
func TestGuideNamesEverything(t *testing.T) {
	data, err := os.ReadFile(guideFile)
	require.NoError(t, err)
	guide := string(data)
	for _, c := range new(session).commands() {
		require.Regexp(t, "[`/ ]"+c.Name+"[ `]", guide)
		for _, f := range append(c.Flags, "json") {
			require.Contains(t, guide, "-"+f)
		}
	}
	sampled(t)
	for _, line := range []string{"sample 又", "clock", "code check 甲", "stats 样例/行政复议.csv -period 2024", "mask 样例/决定书.txt", "journey"} {
		_, o := clitest.Program(try).Object(t, strings.Fields(line)...)
		for member := range o {
			require.Contains(t, guide, "`"+member+"`", line)
		}
	}
	for _, d := range documents.All() {
		require.Contains(t, guide, "`"+d.Key+"`")
	}
}
