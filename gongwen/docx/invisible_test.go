package docx_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
)

// Runes that say where words may be cut are left out of the file, and blanks at the ends of lines are not.
func TestInvisibleCharacters(t *testing.T) {
	const words = "to be or not to be is the question of many lines and more of them to come until the text is long enough to break twice or so"
	marked := "\uFEFF"
	for _, r := range words {
		marked += string(r) + "\u200B"
	}
	d := &gongwen.Document{Title: "通\u200B知\uFEFF", Body: []gongwen.Block{gongwen.Paragraph{Text: text(marked)},
		gongwen.List{Ordered: true, Items: [][]gongwen.Span{text(marked)}}}}
	got, err := textOf(render(t, renderer(t), d))
	require.NoError(t, err)
	require.Contains(t, got, words+"\n")
	require.Contains(t, got, "（1）"+words+"\n")
	require.Contains(t, got, "通知\n")
}
