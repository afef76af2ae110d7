package plugintest

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
)

type ring struct {
	next   *ring
	list   []string
	counts map[string]int
	kept   any
}

// What a document hides in fields of its own is seen too.
func TestFingerprint(t *testing.T) {
	make := func() *ring {
		r := &ring{list: []string{"一"}, counts: map[string]int{"二": 2, "一": 1}, kept: 1.5}
		r.next = &ring{next: r}
		return r
	}
	want := fingerprint(make())
	require.Equal(t, want, fingerprint(make()))
	for name, change := range map[string]func(*ring){
		"a text":                 func(r *ring) { r.list[0] = "二" },
		"nil for a list":         func(r *ring) { r.next.list = []string{} },
		"an item":                func(r *ring) { r.list = append(r.list, "二") },
		"a number of a map":      func(r *ring) { r.counts["二"] = 3 },
		"the type of a value":    func(r *ring) { r.kept = "1.5" },
		"a pointer that is lost": func(r *ring) { r.next = nil },
	} {
		r := make()
		change(r)
		require.NotEqual(t, want, fingerprint(r), name)
	}
}

// What is missing is named by its place in what is there.
func TestUnresolved(t *testing.T) {
	tree := map[string]any{"a": []any{map[string]any{"b/c": "x"}}}
	for path, want := range map[string]string{
		"": "", "/a": "", "/a/0": "", "/a/0/b~1c": "", "/none": "", "/a/0/none": "",
		"a": "不是 JSON Pointer", "/a/1": "在文件中没有", "/a/00": "在文件中没有", "/a/-": "在文件中没有", "/none/x": "在文件中没有", "/a/0/b~1c/x": "在文件中没有",
	} {
		require.Equal(t, want, unresolved(fazhi.Path(path), tree), path)
	}
}
