package bench

import (
	"io"
	"os"
	"os/exec"
	"testing"
	"time"

	fpdf "codeberg.org/go-pdf/fpdf"

	"github.com/fazhi-go/fazhi/bench/internal/content"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/docx"
	"github.com/fazhi-go/fazhi/gongwen/fonts"
	"github.com/fazhi-go/fazhi/gongwen/fonts/fangsong"
	"github.com/fazhi-go/fazhi/gongwen/html"
	"github.com/fazhi-go/fazhi/gongwen/layout"
	"github.com/fazhi-go/fazhi/gongwen/ofd"
	"github.com/fazhi-go/fazhi/gongwen/pdf"
)

// document assembles the report of examples/annual with a figure for every placeholder.
func document(tb testing.TB) *gongwen.Document {
	tb.Helper()
	d, err := content.Document("../examples/annual/data/narrative.md")
	if err != nil {
		tb.Fatal(err)
	}
	return d
}

func embedded(tb testing.TB) *layout.Fonts {
	tb.Helper()
	f, err := fonts.Embedded()
	if err != nil {
		tb.Fatal(err)
	}
	return f
}

// benchmark makes documents one after another; the text differs from one to the next, as reports do.
func benchmark(b *testing.B, make func(gongwen.Profile, *layout.Fonts) (gongwen.Renderer, error)) {
	d := document(b)
	r, err := make(gongwen.GB9704(), embedded(b))
	if err != nil {
		b.Fatal(err)
	}
	n := 0
	perCPU(b, func() {
		n++
		copied := *d
		copied.Body = append([]gongwen.Block{gongwen.Paragraph{Text: []gongwen.Span{gongwen.Text(variation(n))}}}, d.Body[1:]...)
		if _, err := r.Render(io.Discard, &copied); err != nil {
			b.Fatal(err)
		}
	})
}

// variation is a first paragraph with characters that change.
func variation(n int) string {
	r := []rune("二〇二四年，泉源区司法局坚持围绕区委、区政府中心任务，把法治政府建设摆在全局工作的重要位置，统筹谋划、一体推进。")
	for i := range 8 {
		r[6+i] = rune(0x4e00 + (n*977+i*131)%2000)
	}
	return string(r)
}

func BenchmarkPDF(b *testing.B) {
	benchmark(b, func(p gongwen.Profile, f *layout.Fonts) (gongwen.Renderer, error) { return pdf.New(p, f) })
}

func BenchmarkDOCX(b *testing.B) {
	benchmark(b, func(p gongwen.Profile, f *layout.Fonts) (gongwen.Renderer, error) { return docx.New(p, f) })
}

func BenchmarkOFD(b *testing.B) {
	benchmark(b, func(p gongwen.Profile, f *layout.Fonts) (gongwen.Renderer, error) { return ofd.New(p, f) })
}

func BenchmarkHTML(b *testing.B) {
	benchmark(b, func(gongwen.Profile, *layout.Fonts) (gongwen.Renderer, error) { return html.New(html.Options{}) })
}

// BenchmarkLayout breaks lines and pages only.
func BenchmarkLayout(b *testing.B) {
	d, f := document(b), embedded(b)
	perCPU(b, func() {
		if _, _, err := layout.Lay(d, gongwen.GB9704(), f); err != nil {
			b.Fatal(err)
		}
	})
}

// BenchmarkPeerFPDF writes the same text with go-pdf/fpdf as its users do: one font, MultiCell, no line-breaking rules.
func BenchmarkPeerFPDF(b *testing.B) {
	var paragraphs []string
	for _, block := range document(b).Body {
		switch v := block.(type) {
		case gongwen.Paragraph:
			paragraphs = append(paragraphs, gongwen.PlainText(v.Text))
		case gongwen.Heading:
			paragraphs = append(paragraphs, v.Label+gongwen.PlainText(v.Text))
		}
	}
	n := 0
	perCPU(b, func() {
		n++
		f := fpdf.New("P", "pt", "A4", "")
		f.AddUTF8FontFromBytes("fs", "", append([]byte(nil), fangsong.TTF()...))
		f.SetMargins(79.4, 104.9, 73.7)
		f.SetAutoPageBreak(true, 99)
		f.AddPage()
		f.SetFont("fs", "", 15.75)
		f.MultiCell(0, 28.95, variation(n), "", "L", false)
		for _, p := range paragraphs[1:] {
			f.MultiCell(0, 28.95, p, "", "L", false)
		}
		if err := f.Output(io.Discard); err != nil {
			b.Fatal(err)
		}
	})
}

// BenchmarkFirstPDF starts a process that reads the fonts and makes one PDF of an assembled report. The metric is that
// process's own processor time after the report was assembled, in milliseconds.
func BenchmarkFirstPDF(b *testing.B) {
	self, err := os.Executable()
	if err != nil {
		b.Fatal(err)
	}
	best, total := time.Duration(0), time.Duration(0)
	for b.Loop() {
		c := exec.Command(self, "-test.run", "^TestFirstPDF$")
		c.Env = append(os.Environ(), "BENCH_FIRST_PDF=1")
		out, err := c.Output()
		if err != nil {
			b.Fatal(err)
		}
		took, err := time.ParseDuration(firstLine(string(out)))
		if err != nil {
			b.Fatal(err)
		}
		total += took
		if best == 0 || took < best {
			best = took
		}
	}
	b.ReportMetric(float64(best.Microseconds())/1000, "min-cpu-ms")
	b.ReportMetric(float64(total.Microseconds())/1000/float64(b.N), "mean-cpu-ms")
}
