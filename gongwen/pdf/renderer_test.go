package pdf_test

import (
	"bytes"
	"io"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/gongwentest"
	"github.com/fazhi-go/fazhi/gongwen/layout"
	"github.com/fazhi-go/fazhi/gongwen/pdf"
)

func TestContract(t *testing.T) {
	gongwentest.Run(t, gongwentest.Config{
		New:  func() (gongwen.Renderer, error) { return pdf.New(gongwen.GB9704(), embedded(t)) },
		Text: func(file []byte) (string, error) { return read(t, file).text(), nil },
	})
}

func TestSameBytes(t *testing.T) {
	r := renderer(t)
	var first, again, other bytes.Buffer
	for _, w := range []io.Writer{&first, io.Discard, &again} {
		doc := report()
		if w == io.Discard {
			doc = upward()
		}
		_, err := r.Render(w, doc)
		require.NoError(t, err)
	}
	_, err := renderer(t).Render(&other, report())
	require.NoError(t, err)
	require.True(t, bytes.Equal(first.Bytes(), again.Bytes()))
	require.True(t, bytes.Equal(first.Bytes(), other.Bytes()))
}

func TestConcurrent(t *testing.T) {
	r := renderer(t)
	want := [][]byte{render(t, report()), render(t, upward())}
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			for n := range 4 {
				doc := report()
				if (i+n)%2 == 1 {
					doc = upward()
				}
				var b bytes.Buffer
				if _, err := r.Render(&b, doc); err != nil || !bytes.Equal(b.Bytes(), want[(i+n)%2]) {
					t.Error("another file")
				}
			}
		})
	}
	wg.Wait()
}

// Names with characters beyond the Basic Multilingual Plane, and characters that no font has, can be read back.
func TestEveryCharacterCanBeReadBack(t *testing.T) {
	const all = "𬺈𫖯𬳽甲\U0010FFFD乙\U00020BB7①★“”·ⅣA1%é"
	var b bytes.Buffer
	issues, err := renderer(t).Render(&b, &gongwen.Document{Title: "𬺈的报告", Body: []gongwen.Block{paragraph(all)}})
	require.NoError(t, err)
	require.Len(t, issues, 2)
	got := read(t, b.Bytes()).text()
	require.True(t, strings.HasPrefix(got, "𬺈的报告"+all), "%+q", got)
}

func TestProperties(t *testing.T) {
	file := render(t, report())
	for _, want := range []string{"%PDF-1.4\n%", "/Lang(zh-CN)", "/DisplayDocTitle true", "/CreationDate (D:20250217000000+08'00')", "/Outlines ", "/ID[<", "/Marked true"} {
		require.True(t, bytes.Contains(file, []byte(want)), want)
	}
	for _, trace := range []string{"FPDF", "/home", "/root", "/tmp", "EmbeddedFiles", "Helvetica"} {
		require.False(t, bytes.Contains(file, []byte(trace)), trace)
	}
	undated := render(t, &gongwen.Document{Title: "𬺈"})
	require.False(t, bytes.Contains(undated, []byte("Date")))
	require.True(t, bytes.Contains(undated, []byte("/Title <feffd873de88>")), "title beyond the BMP")
}

func TestErrors(t *testing.T) {
	_, err := pdf.New(gongwen.GB9704(), nil)
	require.Error(t, err)
	_, err = pdf.New(gongwen.Profile{}, embedded(t))
	require.Error(t, err)
	pages, _, err := layout.Lay(report(), gongwen.GB9704(), embedded(t))
	require.NoError(t, err)
	require.Error(t, renderer(t).RenderPages(io.Discard, pages), "pages in other fonts")
	require.Error(t, renderer(t).RenderPages(io.Discard, nil))
}

func BenchmarkRender(b *testing.B) {
	r, doc := renderer(b), report()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := r.Render(io.Discard, doc); err != nil {
			b.Fatal(err)
		}
	}
}
