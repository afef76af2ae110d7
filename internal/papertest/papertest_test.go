package papertest_test

import (
	"os"
	"runtime"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/internal/papertest"
)

// A recorder is a test that may fail.
type recorder struct {
	dir    string
	failed bool
}

func (r *recorder) Errorf(string, ...any) { r.failed = true }
func (r *recorder) FailNow()              { runtime.Goexit() }
func (r *recorder) Helper()               {}
func (r *recorder) TempDir() string       { return r.dir }

// fails reports whether a check fails.
func fails(t *testing.T, check func(papertest.T)) bool {
	r := recorder{dir: t.TempDir()}
	done := make(chan struct{})
	go func() {
		defer close(done)
		check(&r)
	}()
	<-done
	return r.failed
}

// paper has one paragraph.
func paper(text string) *gongwen.Document {
	return &gongwen.Document{Title: "通知", Body: []gongwen.Block{gongwen.Paragraph{Text: []gongwen.Span{gongwen.Text(text)}}}}
}

func TestGoldenBites(t *testing.T) {
	t.Chdir(t.TempDir())
	require.NoError(t, os.Mkdir("testdata", 0o755))
	require.NoError(t, os.WriteFile("testdata/notice.txt", []byte("标题：通知\n甲。\n"), 0o600))
	for name, x := range map[string]struct {
		papers papertest.Papers
		fails  bool
	}{
		"good":    {papertest.Papers{"notice": paper("甲。")}, false},
		"other":   {papertest.Papers{"notice": paper("乙。")}, true},
		"no file": {papertest.Papers{"notice": paper("甲。"), "letter": paper("甲。")}, true},
	} {
		require.Equal(t, x.fails, fails(t, func(r papertest.T) { x.papers.Golden(r) }), name)
	}
}

func TestNoStrayMarksBites(t *testing.T) {
	for text, bites := range map[string]bool{
		"甲（乙），丙。": false, "甲，。": true, "，甲。": true, "甲。。": true, "甲（）": true, "甲{{乙}}": true, "甲：；": true,
	} {
		require.Equal(t, bites, fails(t, func(r papertest.T) { papertest.Papers{"notice": paper(text)}.NoStrayMarks(r) }), text)
	}
}
