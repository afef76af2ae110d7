package lint_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/lint"
	"github.com/fazhi-go/fazhi/gongwen/read"
)

// A section is a part of an archive: a name and a text.
type section struct{ name, text string }

// archive reads a text archive: sections that begin with lines of the form -- name --.
func archive(t testing.TB, file string) []section {
	t.Helper()
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	var out []section
	for line := range strings.Lines(string(data)) {
		if name, ok := strings.CutPrefix(strings.TrimRight(line, "\n"), "-- "); ok {
			out = append(out, section{name: strings.TrimSuffix(name, " --")})
		} else if len(out) > 0 {
			out[len(out)-1].text += line
		}
	}
	return out
}

// document reads a text; lines between bars become a table, a line after # the title.
func document(t testing.TB, text string) *gongwen.Document {
	t.Helper()
	if title, ok := strings.CutPrefix(text, "# "); ok {
		return &gongwen.Document{Title: strings.TrimSpace(title)}
	}
	if !strings.HasPrefix(text, "|") {
		r, err := read.Text("文本.txt", []byte(text))
		require.NoError(t, err)
		return r.Document
	}
	var rows [][][]gongwen.Span
	for line := range strings.Lines(text) {
		var row [][]gongwen.Span
		for _, c := range strings.Split(strings.Trim(line, "|\n"), "|") {
			row = append(row, []gongwen.Span{gongwen.Text(c)})
		}
		rows = append(rows, row)
	}
	return &gongwen.Document{Body: []gongwen.Block{gongwen.Table{Header: rows[0], Rows: rows[1:]}}}
}

func options(t testing.TB, text string) lint.Options {
	t.Helper()
	var o lint.Options
	for line := range strings.Lines(text) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), "=")
		switch key {
		case "dot":
			o.Dot = value
		case "law":
			o.Laws = append(o.Laws, value)
		case "name":
			wrong, right, _ := strings.Cut(value, "→")
			o.Names = append(o.Names, lint.Name{Wrong: wrong, Right: right})
		}
	}
	require.NoError(t, o.Vet())
	return o
}

// of returns the findings of one rule.
func of(code fazhi.Code, findings lint.Findings) (out lint.Findings) {
	for _, f := range findings {
		if f.Code == code {
			out = append(out, f)
		}
	}
	return out
}

// lines writes findings as archives do: place, offset, fix.
func lines(findings lint.Findings) string {
	var b strings.Builder
	for _, f := range findings {
		fmt.Fprintf(&b, "%s %d", f.Path, f.Offset)
		if f.Fix != nil {
			fmt.Fprintf(&b, " %s→%s", f.Fix.Old, f.Fix.New)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// texts returns the texts of the blocks of a body.
func texts(d *gongwen.Document) (out []string) {
	for _, b := range d.Body {
		switch v := b.(type) {
		case gongwen.Heading:
			out = append(out, v.Label+gongwen.PlainText(v.Text))
		case gongwen.Paragraph:
			out = append(out, gongwen.PlainText(v.Text))
		}
	}
	return out
}

// Each rule has an archive with a text that it faults and one that it does not.
func TestRules(t *testing.T) {
	for _, r := range lint.Rules() {
		name := strings.TrimPrefix(string(r.Code), "gongwen/lint/")
		t.Run(name, func(t *testing.T) { testRule(t, r, archive(t, filepath.Join("testdata", "rules", name+".txt"))) })
	}
	files, err := filepath.Glob("testdata/rules/*.txt")
	require.NoError(t, err)
	require.Len(t, files, len(lint.Rules()))
}

func testRule(t *testing.T, r lint.Rule, sections []section) {
	var opts lint.Options
	var d *gongwen.Document
	var found lint.Findings
	bad, good := 0, 0
	for _, s := range sections {
		switch s.name {
		case "options":
			opts = options(t, s.text)
		case "bad":
			d = document(t, s.text)
			found = of(r.Code, lint.Document(d, opts))
			require.NotEmpty(t, found, s.text)
			bad++
			again := lint.Apply(d, found)
			for _, f := range of(r.Code, lint.Document(again, opts)) {
				require.Nil(t, f.Fix, "%s: a fix leaves a finding with a fix", s.text)
			}
		case "want":
			require.Equal(t, s.text, lines(found))
			for _, f := range found {
				require.Equal(t, r.Severity, f.Severity)
				require.NotEmpty(t, f.Basis)
			}
		case "fixed":
			require.Contains(t, texts(lint.Apply(d, found)), strings.TrimSuffix(s.text, "\n"))
		case "good":
			require.Empty(t, lines(of(r.Code, lint.Document(document(t, s.text), opts))), s.text)
			good++
		}
	}
	require.Positive(t, bad)
	require.Positive(t, good)
}
