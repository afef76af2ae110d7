package seal_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register/seal"
)

// sealedPaths returns where a sealer of these paths finds personal data in a document.
func sealedPaths(t testing.TB, doc string, paths ...string) string {
	t.Helper()
	list := make([]seal.Field, len(paths))
	for i, p := range paths {
		list[i].Path = p
	}
	keys := seal.NewKeyring()
	require.NoError(t, keys.Add(organ, key(t, "2025")))
	s := newSealer(t, seal.Options{Keys: keys, Fields: map[fazhi.Kind][]seal.Field{kind: list}})
	_, secrets, err := s.Seal(organ, ref, []byte(doc))
	require.NoError(t, err)
	found := make([]string, len(secrets))
	for i, x := range secrets {
		found[i] = string(x.Path)
	}
	return strings.Join(found, " ")
}

func TestPaths(t *testing.T) {
	for _, x := range []struct{ doc, paths, want string }{
		{`{"a":"1","b":"2"}`, "/a", "/a"},
		{`{"a":"1","b":"2"}`, "/*", "/a /b"},
		{`{"a":"1","aa":"2"}`, "/aa", "/aa"},
		{`["1","2",["3"]]`, "/0 /2/*", "/0 /2/0"},
		{`[["1","2"],["3"]]`, "/*/1", "/0/1"},
		{`{"a":{"b":{"c":"1","d":"2"}}}`, "/a/*/c", "/a/b/c"},
		{`{"a":{"b":{"c":"1","d":"2"}}}`, "/*/*/*", "/a/b/c /a/b/d"},
		{`{"a":{"b":{"c":"1"}},"c":"2"}`, "/**/c", "/a/b/c /c"},
		{`{"a":{"x":{"y":[{"c":"1"}]},"c":"2"},"b":{"c":"3"},"c":"4"}`, "/a/**/c", "/a/c /a/x/y/0/c"},
		{`{"x":[{"a":{"z":{"b":"1"}},"b":"2"}]}`, "/**/**/a/**/**/b", "/x/0/a/z/b"},
		{`{"":{"":"1"},"x":"2"}`, "//", "//"},
		{`{"a/b":"1","c~d":"2","e\"f":"3","g\\h":"4"}`, "/a~1b /c~0d /e\"f /g\\h", "/a~1b /c~0d /e\"f /g\\h"},
		{`{"*":"1","**":"2"}`, "/*", "/* /**"},
		{`{"甲":{"姓名":"1"}}`, "/甲/姓名", "/甲/姓名"},
		{`{"a":"1"}`, "/a/b /a/*", ""},
		{`{"a":"1"}`, "", ""},
	} {
		require.Equal(t, x.want, sealedPaths(t, x.doc, strings.Fields(x.paths)...), "%s %s", x.paths, x.doc)
	}
	require.NotEmpty(t, sealedPaths(t, strings.Repeat(`{"a":`, 63)+`{"b":"1"}`+strings.Repeat("}", 63), "/**/**/**/**/b"))
}

// The first field at a place decides about its class.
func TestFirstFieldCounts(t *testing.T) {
	o := options(ring(t))
	for _, order := range [][]seal.Field{
		{{Path: "/a"}, {Path: "/*", Class: seal.Phone}}, {{Path: "/*", Class: seal.Phone}, {Path: "/a"}},
	} {
		o.Fields = map[fazhi.Kind][]seal.Field{kind: order}
		_, secrets, err := newSealer(t, o).Seal(organ, ref, []byte(`{"a":"13900000000"}`))
		require.NoError(t, err)
		require.Equal(t, order[0].Class != "", len(secrets[0].Digest) > 0)
	}
}

// Fields are data: they can stand in a file.
func TestFieldAsData(t *testing.T) {
	var f seal.Field
	require.NoError(t, json.Unmarshal([]byte(`{"path": "/parties/*/idNumber", "class": "id"}`), &f))
	require.Equal(t, seal.Field{Path: "/parties/*/idNumber", Class: seal.IDNumber}, f)
}
