package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/plugin/protocol"
	"github.com/fazhi-go/fazhi/plugin/remote"
)

const root = "../.."

func text(t *testing.T, file string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(root, file))
	require.NoError(t, err)
	return strings.ReplaceAll(string(data), "\r\n", "\n")
}

func guide(t *testing.T) string { return text(t, "docs/plugins.md") }

// A block is one piece of code of the guide. Name is that of the file that it is, if it is one.
type block struct{ section, name, language, code string }

// blocks returns all code of the guide in its order.
func blocks(t *testing.T) []block {
	t.Helper()
	parts := regexp.MustCompile("(?m)^## (.*)\n|(?:^`([^`\n]+)`:\n\n)?^```([a-z]+)\n((?s:.*?))^```\n").FindAllStringSubmatch(guide(t), -1)
	var all []block
	section := ""
	for _, p := range parts {
		if p[1] != "" {
			section = p[1]
			continue
		}
		all = append(all, block{section, p[2], p[3], p[4]})
	}
	return all
}

const (
	goPath   = "Go, from an empty folder"
	javaPath = "Java, from an empty folder"
)

// The files of the Go path are those of the example, so they compile and their test passes; the piece of Go in the Java
// path stands in this program.
func TestGuideFilesAreTheExamples(t *testing.T) {
	files := 0
	for _, b := range blocks(t) {
		switch {
		case b.section == goPath && b.name != "":
			files++
			require.Equal(t, text(t, "examples/plugin-minimal/"+b.name), b.code, b.name)
		case b.section == javaPath && b.language == "go":
			files++
			require.Contains(t, text(t, "examples/plugin-remote-java/main.go"), b.code)
		}
	}
	require.Equal(t, 5, files)
}

// Messages of the guide are those that the library's own tests hold.
func TestGuideMessagesAreReal(t *testing.T) {
	conversation := text(t, "plugin/protocol/testdata/conversation.jsonl")
	shown := make(map[protocol.Method]bool)
	for _, b := range blocks(t) {
		if b.language != "jsonl" {
			continue
		}
		require.Contains(t, conversation, b.code)
		var q protocol.Request
		question, _, _ := strings.Cut(b.code, "\n")
		require.NoError(t, json.Unmarshal([]byte(question), &q))
		shown[q.Method] = true
	}
	for _, m := range []protocol.Method{
		protocol.Initialize, protocol.Check, protocol.Guard, protocol.Number, protocol.Section, protocol.Score, protocol.Observe, protocol.Shutdown,
	} {
		require.True(t, shown[m], m)
		require.Contains(t, guide(t), "| `"+string(m)+"` |")
	}
}

// Numbers and sentences of the guide are those of the library.
func TestGuideIsTrue(t *testing.T) {
	words := guide(t)
	for _, code := range []int{
		protocol.CodeParse, protocol.CodeInvalidRequest, protocol.CodeNoMethod, protocol.CodeInvalidParams, protocol.CodeInternal,
		protocol.CodeCancelled,
	} {
		require.Contains(t, words, fmt.Sprintf("−%d", -code))
	}
	require.Contains(t, words, fmt.Sprintf("at most %d MiB and %d levels", protocol.MaxMessage>>20, protocol.MaxDepth))
	require.Contains(t, words, fmt.Sprintf("`api` of the plug-in, now %d", plugin.API))
	require.Contains(t, words, "`"+protocol.Version+"`, the protocol")
	for _, err := range []error{protocol.ErrProbe, plugin.ErrAnswer, remote.ErrEnded, remote.ErrChanged, remote.ErrChecksum, plugin.ErrOverrun} {
		require.Contains(t, words, firstPart(err.Error()))
	}
}

// firstPart is what of an error stands in the table.
func firstPart(s string) string {
	first, _, _ := strings.Cut(s, "，")
	return first
}

// Links lead to sections and files, and what is named is there.
func TestGuideLinks(t *testing.T) {
	words := guide(t)
	for _, link := range regexp.MustCompile(`\]\(([^)]+)\)`).FindAllStringSubmatch(words, -1) {
		if anchor, ok := strings.CutPrefix(link[1], "#"); ok {
			heading := strings.ReplaceAll(anchor, "-", "[ ,]+")
			require.Regexp(t, "(?mi)^## "+heading+"$", words, link[1])
			continue
		}
		require.FileExists(t, filepath.Join(root, "docs", link[1]))
	}
	named := regexp.MustCompile("`((?:examples|plugin|rules|register)/[a-z/.-]+)`").FindAllStringSubmatch(words, -1)
	require.NotEmpty(t, named)
	for _, path := range named {
		_, err := os.Stat(filepath.Join(root, path[1]))
		require.NoError(t, err)
	}
}

func TestUsage(t *testing.T) {
	require.ErrorIs(t, run(t.Context(), nil, io.Discard, io.Discard), errUsage)
}

// A program that others copy is short.
func TestExamplesAreShort(t *testing.T) {
	lines := func(file string) int { return strings.Count(text(t, file), "\n") }
	for _, file := range []string{
		"examples/plugin-remote-go/main.go", "examples/plugin-remote-go/plugin.go", "examples/plugin-remote-go/provide.go",
		"examples/plugin-remote-java/LargeContracts.java", "examples/plugin-remote-python/large_contracts.py",
		"examples/plugin-remote-javascript/large-contracts.mjs",
	} {
		require.Less(t, lines(file), 60, file)
	}
	code := regexp.MustCompile(`(?m)^\s*[^\s/].*$`) // neither blank nor a comment
	require.LessOrEqual(t, len(code.FindAllString(text(t, "examples/plugin-minimal/main.go"), -1)), 30)
}
