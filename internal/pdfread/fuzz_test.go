package pdfread_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/pdfread"
)

// No file makes Open or Page panic, and what they return lies within bounds.
func FuzzOpen(f *testing.F) {
	f.Add(page(hello).bytes(root))
	f.Add([]byte("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>\n2 0 obj<</Kids[3 0 R]>>\n3 0 obj<</Contents 4 0 R>>"))
	f.Add(with("BT /G 10 Tf <0001> Tj ET", "", `<</Subtype/Type0/Encoding/Identity-H/DescendantFonts[7 0 R]/ToUnicode 8 0 R>>`,
		`<</W[1[500 600] 16 17 250]>>`, streamed("", toUnicode)).bytes(root))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := pdfread.Open(data)
		if err != nil {
			require.Nil(t, file)
			return
		}
		for i := range min(file.Pages(), 20) {
			p, err := file.Page(i)
			if err != nil {
				require.Nil(t, p)
				continue
			}
			for _, g := range p.Glyphs {
				require.Less(t, g.X, 1e6)
				require.Greater(t, g.X, -1e6)
			}
		}
	})
}

// Any bytes may stand in the contents of a page, in a character map and in a font.
func FuzzContents(f *testing.F) {
	f.Add([]byte(hello), []byte(toUnicode), []byte("true"))
	f.Add([]byte("q 1 0 0 1 0 0 cm 10 20 100 1 re f BI ID EI Q [(A) -5 <41>] TJ"), []byte("endbfrange"), []byte("\x00\x01\x00\x00\x00\x01"))
	f.Fuzz(func(t *testing.T, contents, cmap, font []byte) {
		b := with(string(contents), "", `<</Subtype/Type0/Encoding/Identity-H/DescendantFonts[7 0 R]/ToUnicode 8 0 R>>`,
			`<</FontDescriptor<</FontFile2 9 0 R>>>>`, streamed("", string(cmap)), streamed("", string(font)))
		file, err := pdfread.Open(b.bytes(root))
		if err == nil {
			_, err = file.Page(0)
		}
		if err != nil {
			require.ErrorIs(t, err, pdfread.ErrLimit)
		}
	})
}
