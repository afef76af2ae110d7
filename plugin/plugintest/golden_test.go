package plugintest_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/plugin/plugintest"
)

func goldenCases(t testing.TB) []plugintest.Case {
	t.Helper()
	cases, err := plugintest.ReadCases(os.DirFS("testdata/golden"))
	require.NoError(t, err)
	require.Len(t, cases, 2)
	return cases
}

func TestGoldenCases(t *testing.T) {
	c := config(func(*plugin.Plugin) {})
	c.Documents, c.Golden = nil, goldenCases(t)
	require.Empty(t, plugintest.Verify(t.Context(), c))

	c.Golden[0].Want = []plugintest.Want{{Code: codeSigned, Path: "/signed"}}
	c.Golden[1].Want = c.Golden[1].Want[:1]
	found := plugintest.Verify(t.Context(), c)
	var said []string
	for _, f := range found {
		require.Equal(t, "golden", f.Case)
		said = append(said, f.Message)
	}
	require.Equal(t, []string{
		"案例 in-order：没有发现 licheng/lease/signed /signed", "案例 unsigned：多出 licheng/lease/signed /signed",
	}, said)
}

// A case is judged by the law of its day.
func TestGoldenCasesHaveTheirDays(t *testing.T) {
	c := config(func(p *plugin.Plugin) {
		p.Checks[1].Until, p.Checks[2].Until = fazhi.DateOf(2024, 4, 30), fazhi.DateOf(2024, 4, 30)
	})
	c.Golden = goldenCases(t)
	found := plugintest.Verify(t.Context(), c, "golden")
	require.Len(t, found, 2)
	require.Equal(t, "golden：案例 unsigned：没有发现 licheng/lease/role /parties/0/role（作者的案例，发现的就是所写的）", found[0].String())
}

func TestReadCasesSaysEverythingThatIsWrong(t *testing.T) {
	const document = `"document": {"kind": "a/b", "id": "1", "title": "", "content": {}}`
	for name, x := range map[string]struct{ text, want string }{
		"no JSON":            {`{"doc": `, "a.json"},
		"a list":             {`[]`, "a.json"},
		"null for no issues": {`{"doc": "一", ` + document + `, "want": null}`, "/want"},
		"no want":            {`{"doc": "一", ` + document + `}`, "/want"},
		"no doc":             {`{` + document + `, "want": []}`, "/doc"},
		"no document":        {`{"doc": "一", "want": []}`, "/document/kind"},
		"content is a text":  {`{"doc": "一", ` + strings.Replace(document, "{}", `"x"`, 1) + `, "want": []}`, "/document/content"},
		"an unknown member":  {`{"doc": "一", ` + document + `, "wants": []}`, "wants"},
		"a name twice":       {`{"doc": "一", "doc": "二", ` + document + `, "want": []}`, "重复"},
		"no code":            {`{"doc": "一", ` + document + `, "want": [{"path": "/a"}]}`, "/want/code"},
		"no date":            {`{"doc": "一", "today": "昨天", ` + document + `, "want": []}`, "a.json"},
	} {
		t.Run(name, func(t *testing.T) {
			cases, err := plugintest.ReadCases(fstest.MapFS{
				"a.json": {Data: []byte(x.text)}, "b.json": {Data: []byte("{}")}, "c.txt": {Data: []byte("?")},
			})
			require.ErrorContains(t, err, x.want)
			require.ErrorContains(t, err, "b.json")
			require.Empty(t, cases)
		})
	}
	_, err := plugintest.ReadCases(fstest.MapFS{})
	require.ErrorContains(t, err, "没有以 .json 结尾的文件")
	_, err = plugintest.ReadCases(fstest.MapFS{"a.json": {Data: make([]byte, 8<<20+1)}})
	require.ErrorContains(t, err, "超过 8 MiB")
	_, err = plugintest.ReadCases(fstest.MapFS{"a.json/b": {}})
	require.ErrorContains(t, err, "a.json")
}

func FuzzParseCase(f *testing.F) {
	for _, name := range []string{"unsigned", "in-order"} {
		text, err := os.ReadFile("testdata/golden/" + name + ".json")
		require.NoError(f, err)
		f.Add(text)
	}
	f.Add([]byte(`{"doc":"一","document":{"kind":"a/b","id":"1","title":"","content":{"附":[[[]]],"n":1e5}},"want":[]}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		c, err := plugintest.ParseCase(text)
		if err != nil {
			require.Zero(t, c)
			return
		}
		doc, err := plugintest.Decode[lease](c.Document)
		if err == nil {
			require.Equal(t, c.Document.Kind, doc.Kind())
		}
	})
}

// The published corpus is the same every time, has every kind and every edit, and is well formed.
func TestCorpus(t *testing.T) {
	all := plugintest.Corpus()
	require.Equal(t, all, plugintest.Corpus())
	names := make(map[string]bool)
	kinds := make(map[fazhi.Kind]int)
	for _, c := range all {
		require.False(t, names[c.Name], c.Name)
		require.NotContains(t, c.Name, "/")
		names[c.Name] = true
		kinds[c.Document.Kind]++
		require.NotEmpty(t, c.Doc)
		require.True(t, strings.HasPrefix(string(c.Document.Content), "{"), c.Name)
		require.NotContains(t, string(c.Document.Content), "null")
		require.Less(t, len(c.Document.Content), 1<<20)
	}
	require.Len(t, kinds, 8) // seven of the library and the other one
	require.True(t, names["contract-far-dates"])
	require.True(t, names["contract-without-signed"])
	require.True(t, names["contract-late-signed"])
	require.True(t, names["contract-other-kind"])
	require.Equal(t, "licheng-lease-plain", plugintest.Corpus("licheng/lease")[0].Name)
}
