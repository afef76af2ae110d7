package html_test

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/html"
)

// Whatever a text is, a browser reads it back, unless it was reported.
func FuzzText(f *testing.F) {
	for _, s := range []string{"甲", `<b a="1">&amp;</b>`, "a\x00b\xff", "\ue000\U0010fffd", "\u0085\ufdd0", "１\r\n2\t3", "&#x3c;!--", "\U00020BB7"} {
		f.Add(s)
	}
	r, err := html.New(html.Options{})
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, s string) {
		var b bytes.Buffer
		issues, err := r.Render(&b, body(gongwen.Paragraph{Text: []gongwen.Span{gongwen.Text(s), gongwen.Figure{ID: s, Text: s}}}))
		require.NoError(t, err)
		got, err := textOf(b.Bytes())
		require.NoError(t, err)
		require.Equal(t, utf8.RuneCountInString(s)*2, utf8.RuneCountInString(strings.Trim(got, "\n")))
		if len(issues) == 0 {
			require.Equal(t, squeeze(s+s), squeeze(got))
			return
		}
		require.True(t, strings.ContainsFunc(got, func(r rune) bool { return r == '□' || r >= 0xE000 }))
	})
}
