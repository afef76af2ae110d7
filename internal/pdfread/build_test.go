package pdfread_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/pdfread"
)

// A builder writes small PDF files in every way that the format allows.
type builder struct {
	objects [][2]string // number and body
}

func (b *builder) add(number int, format string, args ...any) {
	b.objects = append(b.objects, [2]string{fmt.Sprint(number), fmt.Sprintf(format, args...)})
}

func (b *builder) stream(number int, entries, data string) {
	b.add(number, "<<%s/Length %d>>\nstream\n%s\nendstream", entries, len(data), data)
}

// bytes writes the objects with a table of references.
func (b *builder) bytes(trailer string) []byte {
	var out strings.Builder
	out.WriteString("%PDF-1.7\n")
	var table strings.Builder
	for _, o := range b.objects {
		fmt.Fprintf(&table, "%s 1\n%010d 00000 n \n", o[0], out.Len())
		fmt.Fprintf(&out, "%s 0 obj\n%s\nendobj\n", o[0], o[1])
	}
	start := out.Len()
	fmt.Fprintf(&out, "xref\n0 1\n0000000000 65535 f \n%strailer\n<<%s>>\nstartxref\n%d\n%%%%EOF\n", table.String(), trailer, start)
	return []byte(out.String())
}

// page returns a builder with one page of given contents, whose font F is Helvetica.
func page(contents string) *builder {
	b := &builder{}
	b.add(1, "<</Type/Catalog/Pages 2 0 R>>")
	b.add(2, "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 200 100]/Resources<</Font<</F 5 0 R>>>>>>")
	b.add(3, "<</Type/Page/Parent 2 0 R/Contents 4 0 R>>")
	b.stream(4, "", contents)
	b.add(5, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
	return b
}

const root = "/Root 1 0 R/Size 9"

func read(t testing.TB, file []byte) *pdfread.Page {
	t.Helper()
	f, err := pdfread.Open(file)
	require.NoError(t, err)
	require.Equal(t, 1, f.Pages())
	p, err := f.Page(0)
	require.NoError(t, err)
	return p
}

func text(p *pdfread.Page) string {
	var b strings.Builder
	for _, g := range p.Glyphs {
		b.WriteString(g.Text)
	}
	return b.String()
}

func deflate(s string) string {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	_, err := z.Write([]byte(s))
	if err != nil {
		panic(err) // a buffer takes everything
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.String()
}
