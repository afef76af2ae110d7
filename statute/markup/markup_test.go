package markup_test

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/lawcorpus"
	"github.com/fazhi-go/fazhi/statute"
	"github.com/fazhi-go/fazhi/statute/markup"
)

var update = flag.Bool("update", false, "write golden files")

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		require.NoError(t, os.WriteFile(path, []byte(got), 0o666))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, string(want), got)
}

func TestTheFormsOfAText(t *testing.T) {
	text := parse(measures)
	golden(t, "measures.md", written(t, markup.Markdown, text))
	golden(t, "measures.html", written(t, markup.HTML, text))
	golden(t, "measures.json", written(t, markup.JSON, text))
}

func TestTheErrorOfTheWriterComesBack(t *testing.T) {
	for _, write := range []func(io.Writer, *statute.Text) error{markup.Markdown, markup.HTML, markup.JSON} {
		require.ErrorIs(t, write(full{}, parse(measures)), errFull)
	}
}

var errFull = errors.New("full")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

// A record is what a node says.
type record struct {
	Kind              statute.Kind
	Num               statute.Num
	Label, Head, Text string
}

func records(t *statute.Text, clean func(string) string) []record {
	var out []record
	for n := range t.All() {
		if n.Kind != statute.Comment && (n.Kind != statute.Whole) {
			out = append(out, record{n.Kind, n.Num, clean(n.Label), clean(n.Head), clean(n.Text)})
		}
	}
	return out
}

func unescaped(s string) string { return strings.ReplaceAll(s, `\`, "") }

// What Markdown has been written for is read as the same tree.
func TestMarkdownIsReadAsTheSameTree(t *testing.T) {
	for _, name := range []string{"measures", "empty", "no law", "twice", "alone", "clauses"} {
		text := parse(invented()[name])
		require.Equal(t, records(text, unescaped), records(parse(written(t, markup.Markdown, text)), unescaped), name)
	}
}

func TestSignsOfMarkdownAreEscaped(t *testing.T) {
	require.Equal(t, "# 办法\n\n**第一条**　a\\*b\\_c\\`d\\`\\<script>alert(1)\\</script>\\&amp;[丙\\](javascript:1)\\~\\~丁\\~\\~\n\n"+
		"\\> 戊\n\n\\+ 己\n\n\\---\n\n\\\\n庚\n\n\\===\n", written(t, markup.Markdown, parse(invented()["signs"])))
}

func TestMarkdownLosesNothing(t *testing.T) {
	for name, text := range invented() {
		require.Equal(t, bare(text), bare(written(t, markup.Markdown, parse(text))), name)
	}
}

func TestThePageLosesNothing(t *testing.T) {
	for name, text := range invented() {
		if name == "odd" {
			continue
		}
		got, _ := shown(t, written(t, markup.HTML, parse(text)))
		require.Equal(t, bare(text), bare(got), name)
	}
	got, _ := shown(t, written(t, markup.HTML, parse(invented()["odd"])))
	require.Equal(t, "第一条\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd乙。\ufffd丙", bare(got))
}

func TestTheCorpusIsKept(t *testing.T) {
	same, all := 0, lawcorpus.Texts(t)
	for path, raw := range all {
		text := parse(raw)
		page, _ := shown(t, written(t, markup.HTML, text))
		require.Equal(t, bare(raw), bare(page), path)
		md := written(t, markup.Markdown, text)
		require.Equal(t, bare(raw), bare(md), path)
		again, err := markup.ReadJSON(strings.NewReader(written(t, markup.JSON, text)))
		require.NoError(t, err)
		require.Equal(t, text.Format(), again.Format(), path)
		if want, got := records(text, unescaped), records(parse(md), unescaped); len(want) == len(got) && equal(want, got) {
			same++
		} else {
			t.Logf("another tree of the Markdown: %s", filepath.Base(path))
		}
	}
	t.Logf("of %d texts %d have the same tree when their Markdown is read", len(all), same)
}

func equal(a, b []record) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// Every part but the whole, tables' rows and comments can be linked to; links lead; nothing runs; one h1, no level left out.
func TestThePageIsSoundAndHasAnchors(t *testing.T) {
	for name, raw := range invented() {
		text := parse(raw)
		_, elements := shown(t, written(t, markup.HTML, text))
		ids, links, level := map[string]bool{}, []string{}, 0
		for _, n := range elements {
			if id, ok := attr(n, "id"); ok {
				require.False(t, ids[id], "%s: %s", name, id)
				ids[id] = true
			}
			if href, ok := attr(n, "href"); ok {
				links = append(links, href)
			}
			require.NotContains(t, []string{"script", "link", "img", "iframe"}, n.Data)
			if len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6' {
				now := int(n.Data[1] - '0')
				require.LessOrEqual(t, now, max(level+1, 2), name)
				level = now
			}
		}
		for _, href := range links {
			require.True(t, ids[strings.TrimPrefix(href, "#")], "%s: %s", name, href)
		}
		for n := range text.All() {
			if n.Kind != statute.Whole && n.Kind != statute.Row && n.Kind != statute.Comment {
				require.True(t, ids[n.Path()], "%s: %s", name, n.Path())
			}
		}
	}
}

func compiled(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(markup.Schema()))
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	require.NoError(t, c.AddResource("statute.schema.json", doc))
	s, err := c.Compile("statute.schema.json")
	require.NoError(t, err)
	return s
}

func valid(t *testing.T, s *jsonschema.Schema, text string) error {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	require.NoError(t, err)
	return s.Validate(doc)
}

func TestJSONFitsTheSchemaAndComesBack(t *testing.T) {
	schema := compiled(t)
	for name, raw := range invented() {
		text := parse(strings.ToValidUTF8(raw, ""))
		out := written(t, markup.JSON, text)
		require.NotContains(t, out, "null")
		require.NoError(t, valid(t, schema, out), name)
		again, err := markup.ReadJSON(strings.NewReader(out))
		require.NoError(t, err)
		require.Equal(t, text.Format(), again.Format())
		require.Equal(t, out, written(t, markup.JSON, again))
	}
}

// Every kind has a name that the schema knows.
func TestTheSchemaKnowsEveryKind(t *testing.T) {
	schema := compiled(t)
	for k := statute.Whole + 1; k <= statute.Comment; k++ {
		root := &statute.Node{Kind: statute.Whole}
		root.Append(&statute.Node{Kind: k})
		out := written(t, markup.JSON, &statute.Text{Root: root})
		require.NoError(t, valid(t, schema, out), k.String())
		again, err := markup.ReadJSON(strings.NewReader(out))
		require.NoError(t, err)
		require.Equal(t, k, again.Root.First().Kind)
	}
	unknown := &statute.Text{Root: &statute.Node{Kind: statute.Whole}}
	unknown.Root.Append(&statute.Node{Kind: statute.Line})
	unknown.Root.First().Kind = 99
	require.ErrorIs(t, markup.JSON(io.Discard, &statute.Text{Root: unknown.Root.First()}), markup.ErrJSON)
}

func TestWhatIsNoTextIsRefused(t *testing.T) {
	schema := compiled(t)
	const good = `{"version":1,"file":"","root":{"kind":"whole","path":"","number":0,"sub":0,"lead":"","label":"","gap":"","head":"",` +
		`"text":"","line":0,"children":[]},"end":""}`
	_, err := markup.ReadJSON(strings.NewReader(good))
	require.NoError(t, err)
	require.NoError(t, valid(t, schema, good))
	for _, change := range [][2]string{
		{`"version":1`, `"version":2`}, {`"whole"`, `"line"`}, {`"whole"`, `"甲"`}, {`"number":0`, `"number":-1`}, {`[]`, `[null]`},
		{`"line":0`, `"line":-1`}, {`"sub":0`, `"sub":"0"`},
	} {
		bad := strings.Replace(good, change[0], change[1], 1)
		_, err := markup.ReadJSON(strings.NewReader(bad))
		require.ErrorIs(t, err, markup.ErrJSON, bad)
		require.Error(t, valid(t, schema, bad), bad)
	}
	for _, bad := range []string{"", "null", good + "{}", good[:40], strings.Replace(good, `"file"`, `"fil"`, 1),
		strings.Replace(good, "[]", "["+strings.Replace(good[strings.Index(good, `{"kind"`):], `,"end":""}`, "", 1)+"]", 1)} {
		_, err := markup.ReadJSON(strings.NewReader(bad))
		require.ErrorIs(t, err, markup.ErrJSON, bad)
	}
}

func FuzzForms(f *testing.F) {
	for _, text := range invented() {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		text := parse(strings.ToValidUTF8(raw, ""))
		written(t, markup.Markdown, text)
		written(t, markup.HTML, text)
		again, err := markup.ReadJSON(strings.NewReader(written(t, markup.JSON, text)))
		require.NoError(t, err)
		require.Equal(t, text.Format(), again.Format())
	})
}

func FuzzReadJSON(f *testing.F) {
	for _, text := range invented() {
		var b bytes.Buffer
		require.NoError(f, markup.JSON(&b, parse(text)))
		f.Add(b.Bytes())
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		text, err := markup.ReadJSON(bytes.NewReader(data))
		if err != nil {
			require.ErrorIs(t, err, markup.ErrJSON)
			require.Nil(t, text)
			return
		}
		again, err := markup.ReadJSON(strings.NewReader(written(t, markup.JSON, text)))
		require.NoError(t, err)
		require.Equal(t, text.Format(), again.Format())
	})
}
