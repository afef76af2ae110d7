package times_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen/fonts/latin"
	"github.com/fazhi-go/fazhi/gongwen/fonts/latinbold"
	"github.com/fazhi-go/fazhi/internal/sfnt"
	"github.com/fazhi-go/fazhi/internal/times"
)

// The embedded Latin fonts are as wide as Times.
func TestWidths(t *testing.T) {
	for bold, file := range map[bool][]byte{false: latin.TTF(), true: latinbold.TTF()} {
		font, err := sfnt.Parse(file)
		require.NoError(t, err)
		for r := ' '; r <= '~'; r++ {
			g, ok := font.Glyph(r)
			require.True(t, ok)
			width, ok := times.Width(r, bold)
			require.True(t, ok)
			require.Equal(t, (font.Advance(g)*1000+font.UnitsPerEm()/2)/font.UnitsPerEm(), width, "%c %v", r, bold)
		}
	}
}

func TestOtherCharacters(t *testing.T) {
	for _, r := range []rune{0, '\n', '\x7f', 'é', '泉', -1} {
		_, ok := times.Width(r, true)
		require.False(t, ok)
	}
}
