package inspect_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/inspect"
)

// smallPDF has no table of references; the objects are looked for. Large seeds would make the search slow.
const smallPDF = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Kids[3 0 R]/MediaBox[0 0 595 842]>>endobj " +
	"3 0 obj<</Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj 4 0 obj<</Length 99>>stream\n" +
	"1 0 0 rg BT /F 22 Tf 90 700 Td <6CD56CBB65874EF6> Tj 0 -60 Td 0 g <4E003001> Tj 300 -500 Td <201400310000> Tj ET 80 690 440 1 re f\n" +
	"endstream endobj 5 0 obj<</Subtype/Type0/BaseFont/SimSun/Encoding/UniGB-UCS2-H/DescendantFonts[<<>>]>>endobj"

// No file makes File panic, and a certificate always has its text.
func FuzzFile(f *testing.F) {
	pages := set(f, document(), gongwen.GB9704(), embedded(f))
	pages.Pages = pages.Pages[:1]
	pages.Pages[0].Lines = pages.Pages[0].Lines[:3]
	f.Add([]byte(smallPDF))
	f.Add(word(f))
	f.Add(ofdFile(f, pages, asItIs))
	f.Fuzz(func(t *testing.T, file []byte) {
		c, err := inspect.File(file, inspect.Options{})
		if err != nil {
			require.Nil(t, c)
			return
		}
		require.NotEmpty(t, c.Text())
		require.Equal(t, c.Conforms, c.Findings.Err() == nil)
	})
}

// The parts of an archive are changed before they are packed, so that the changes reach the readers behind the checksums.
func FuzzParts(f *testing.F) {
	pages := set(f, document(), gongwen.GB9704(), embedded(f))
	pages.Pages = pages.Pages[:1]
	f.Add("579", "0")
	f.Add("<w:p>", "<w:p><w:p>")
	f.Add("w:val", "w:x")
	f.Add("g 1", "g 999999999")
	f.Add("M 0 0", "M 0")
	f.Fuzz(func(t *testing.T, old, with string) {
		if old == "" || len(with) > 100 {
			return
		}
		files := [][]byte{ofdFile(t, pages, func(_, content string) string { return strings.ReplaceAll(content, old, with) })}
		if contains(old) {
			files = append(files, word(t, old, with))
		}
		for _, file := range files {
			c, err := inspect.File(file, inspect.Options{})
			require.True(t, err != nil || c.Text() != "")
		}
	})
}
