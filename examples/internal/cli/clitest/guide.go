package clitest

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

// Guide compares a guide (Markdown) with the samples and with what the program prints, in the folder that ready makes, where
// the samples are in 样例. A region begins with one of these marks and ends with <!-- end -->; a number after | cuts it.
//
//	<!-- file NAME -->            a file of the samples
//	<!-- run COMMAND | 9 -->      a command and what it prints
//	<!-- json COMMAND -->         its object, indented
//	<!-- first MEMBER COMMAND --> the first of a list in its object
func (p Program) Guide(t T, name, file string, ready func()) {
	t.Helper()
	file, err := filepath.Abs(file)
	require.NoError(t, err)
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	ready()
	Golden(t, file, p.guide(t, name, strings.ReplaceAll(string(data), "\r\n", "\n")))
}

// guide returns a guide with its regions made anew.
func (p Program) guide(t T, name, guide string) string {
	t.Helper()
	shown := 0
	region := regexp.MustCompile(`(?s)<!-- (file|run|json|first) ([^|\n]*?)(?: \| (\d+))? -->\n.*?<!-- end -->`)
	text := region.ReplaceAllStringFunc(guide, func(old string) string {
		m := region.FindStringSubmatch(old)
		head, _, _ := strings.Cut(old, "\n")
		shown++
		form, text := p.block(t, name, m[1], m[2])
		return head + "\n```" + form + "\n" + cut(t, text, m[3]) + "```\n<!-- end -->"
	})
	require.Equal(t, strings.Count(text, "<!-- end -->"), shown)
	return text
}

// block is what stands in a region, and what form of text it is.
func (p Program) block(t T, name, what, line string) (form, text string) {
	t.Helper()
	switch what {
	case "file":
		data, err := os.ReadFile("样例/" + line)
		require.NoError(t, err)
		return strings.TrimPrefix(filepath.Ext(line), "."), string(data)
	case "json":
		_, stdout, _ := p(strings.Fields(line + " -json")...)
		return "json", indented(t, []byte(stdout))
	case "first":
		member, command, _ := strings.Cut(line, " ")
		_, stdout, _ := p(strings.Fields(command + " -json")...)
		var o map[string]json.RawMessage
		var list []json.RawMessage
		require.NoError(t, json.Unmarshal([]byte(stdout), &o))
		require.NoError(t, json.Unmarshal(o[member], &list))
		require.NotEmpty(t, list)
		return "json", indented(t, list[0]) + "\n"
	}
	return "console", "$ " + name + " " + line + "\n" + p.Said(true, strings.Fields(line)...)
}

// cut keeps so many lines; all without a number.
func cut(t T, text, most string) string {
	t.Helper()
	n, err := strconv.Atoi(most)
	if err != nil {
		return text
	}
	lines := strings.SplitAfter(text, "\n")
	require.Greater(t, len(lines), n)
	return strings.Join(lines[:n], "") + "…\n"
}

func indented(t T, data []byte) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, json.Indent(&b, data, "", "  "))
	return b.String()
}

// GuideNames reads a guide, which names every command of the table and every flag of theirs, and returns it.
func GuideNames(t T, file string, table *cli.Program) string {
	t.Helper()
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	for _, c := range table.Commands {
		require.Regexp(t, "[`/ ]"+c.Name+"[ `]", string(data))
		for _, f := range append(c.Flags, "json") {
			require.Contains(t, string(data), "-"+f)
		}
	}
	return string(data)
}
