package ofd_test

import (
	"bytes"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/layout"
	"github.com/fazhi-go/fazhi/gongwen/ofd"
)

// Whatever a document says, the file can be read, and says the same.
func FuzzText(f *testing.F) {
	for _, s := range []string{"正文", "甲\U00020BB7乙", "<&\">]]>", "\x00\xff\ufffe", "e\u0301 \t\n", "\U0010FFFD\u202e한"} {
		f.Add(s)
	}
	fonts := embedded(f)
	r, err := ofd.New(gongwen.GB9704(), fonts)
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, s string) {
		doc := &gongwen.Document{Title: s, Body: []gongwen.Block{paragraph(s)}, Files: []gongwen.File{{Name: s, Doc: s, Data: []byte(s)}},
			Props: gongwen.Props{Subject: s, Issuer: s, Keywords: []string{s}, Disclosure: s}}
		pages, _, err := layout.Lay(doc, gongwen.GB9704(), fonts)
		require.NoError(t, err)
		var b bytes.Buffer
		require.NoError(t, r.RenderPages(&b, pages))
		got, err := read(b.Bytes())
		require.NoError(t, err)
		require.Equal(t, letters(pages.Text()), letters(got.text()))
	})
}

// letters keeps what is text in any font and any format.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsPunct(r) || unicode.IsSymbol(r) && r != unicode.ReplacementChar {
			return r
		}
		return -1
	}, s)
}
