package sfnt_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/sfnt"
)

const (
	fangSong = "fangsong/GWFangSong-Regular.ttf"
	song     = "song/GWSong-Regular.ttf"
	kai      = "kai/GWKai-Regular.ttf"
	latin    = "latin/GWLatin-Regular.ttf"
)

var fontFiles = []string{
	fangSong, song, "songbold/GWSong-Bold.ttf", kai, "hei/GWHei-Regular.ttf", latin, "latinbold/GWLatin-Bold.ttf",
}

func readFont(t testing.TB, name string) []byte {
	data, err := os.ReadFile(filepath.Join("..", "..", "gongwen", "fonts", filepath.FromSlash(name)))
	require.NoError(t, err)
	return data
}

func parseFont(t testing.TB, name string) *sfnt.Font {
	font, err := sfnt.Parse(readFont(t, name))
	require.NoError(t, err)
	return font
}

// someHan returns n Chinese characters spread over those of the font, in ascending order.
func someHan(font *sfnt.Font, n int) []rune {
	var han []rune
	for r := range font.Runes() {
		if r >= 0x4E00 && r <= 0x9FFF {
			han = append(han, r)
		}
	}
	spread := make([]rune, min(n, len(han)))
	for i := range spread {
		spread[i] = han[i*len(han)/len(spread)]
	}
	return spread
}

// mappingsOf gives every rune a code: itself, or one from the Private Use Area.
func mappingsOf(runes []rune) []sfnt.Mapping {
	var out []sfnt.Mapping
	private := uint16(0xE000)
	for _, r := range runes {
		m := sfnt.Mapping{Code: uint16(r), Rune: r}
		if r > 0xFFFF {
			m.Code = private
			private++
		}
		out = append(out, m)
	}
	return out
}

func allMappings(font *sfnt.Font) []sfnt.Mapping {
	return mappingsOf(slices.Collect(font.Runes()))
}

// shuffle brings mappings into the same disorder each time.
func shuffle(m []sfnt.Mapping) {
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(m), func(i, j int) { m[i], m[j] = m[j], m[i] })
}

func sizeName(n int) string { return fmt.Sprintf("%d characters", n) }
