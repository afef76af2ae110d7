package fonts_test

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"path"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen/fonts/fangsong"
	"github.com/fazhi-go/fazhi/gongwen/fonts/hei"
	"github.com/fazhi-go/fazhi/gongwen/fonts/kai"
	"github.com/fazhi-go/fazhi/gongwen/fonts/latin"
	"github.com/fazhi-go/fazhi/gongwen/fonts/latinbold"
	"github.com/fazhi-go/fazhi/gongwen/fonts/song"
	"github.com/fazhi-go/fazhi/gongwen/fonts/songbold"
	"github.com/fazhi-go/fazhi/internal/sfnt"
)

var (
	// sums has a line for each font: its SHA-256 and its file.
	//
	//go:embed testdata/SHA256SUMS
	sums string

	// characters are those of 通用规范汉字表, those of GB 2312 and marks, in ascending order.
	//
	//go:embed testdata/characters.txt
	characters string

	//go:embed */LICENSE-*.txt
	licences embed.FS
)

// The Chinese characters that all Chinese fonts have.
const (
	han       = 8230 // 通用规范汉字表 and GB 2312 together, without 〇
	hanBeyond = 196  // of them outside the Basic Multilingual Plane
)

var fonts = []struct {
	file       string
	ttf        []byte
	licence    string
	postScript string
	chinese    bool
	count      int
}{
	{"fangsong/GWFangSong-Regular.ttf", fangsong.TTF(), "LICENSE-GWFangSong.txt", "GWFangSong-Regular", true, 8753},
	{"song/GWSong-Regular.ttf", song.TTF(), "LICENSE-GWSong.txt", "GWSong-Regular", true, 9110},
	{"songbold/GWSong-Bold.ttf", songbold.TTF(), "LICENSE-GWSong.txt", "GWSong-Bold", true, 9110},
	{"kai/GWKai-Regular.ttf", kai.TTF(), "LICENSE-GWKai.txt", "GWKai-Regular", true, 9133},
	{"hei/GWHei-Regular.ttf", hei.TTF(), "LICENSE-GWHei.txt", "GWHei-Regular", true, 9110},
	{"latin/GWLatin-Regular.ttf", latin.TTF(), "LICENSE-GWLatin.txt", "GWLatin-Regular", false, 330},
	{"latinbold/GWLatin-Bold.ttf", latinbold.TTF(), "LICENSE-GWLatin.txt", "GWLatin-Bold", false, 330},
}

func TestSums(t *testing.T) {
	for _, f := range fonts {
		sum := sha256.Sum256(f.ttf)
		require.Contains(t, sums, fmt.Sprintf("%s  %s\n", hex.EncodeToString(sum[:]), f.file))
	}
	require.Equal(t, len(fonts), strings.Count(sums, "\n"))
}

func TestLicences(t *testing.T) {
	for _, f := range fonts {
		text, err := licences.ReadFile(path.Join(path.Dir(f.file), f.licence))
		require.NoError(t, err)
		require.Contains(t, string(text), "is a Modified Version")
		require.Contains(t, string(text), "SIL OPEN FONT LICENSE Version 1.1")
	}
}

func TestFonts(t *testing.T) {
	for _, f := range fonts {
		t.Run(f.postScript, func(t *testing.T) {
			font, err := sfnt.Parse(f.ttf)
			require.NoError(t, err)
			require.Equal(t, f.postScript, font.Name().PostScript)
			require.Zero(t, font.Metrics().Embedding, "may be embedded without restriction")
			require.Equal(t, f.count, count(font))
			requireGlyphs(t, font, printable())
			if f.chinese {
				requireHan(t, font)
			}
		})
	}
}

// count returns the number of characters of a font.
func count(font *sfnt.Font) int {
	n := 0
	for range font.Runes() {
		n++
	}
	return n
}

// printable returns the printable characters of ASCII, the digits among them.
func printable() string {
	var s strings.Builder
	for r := ' '; r <= '~'; r++ {
		s.WriteRune(r)
	}
	return s.String()
}

// requireHan checks that a font has every Chinese character of the list, and every mark that official documents use.
func requireHan(t *testing.T, font *sfnt.Font) {
	requireGlyphs(t, font, "〇　、。，；：？！“”‘’（）《》〈〉〔〕【】…—·％")
	n, beyond := 0, 0
	for _, r := range characters {
		if !unicode.Is(unicode.Unified_Ideograph, r) {
			continue
		}
		n++
		if r > 0xFFFF {
			beyond++
		}
		requireGlyphs(t, font, string(r))
	}
	require.Equal(t, han, n)
	require.Equal(t, hanBeyond, beyond)
}

// requireGlyphs checks that a font has a glyph with a width for each character, and ink for all but spaces.
func requireGlyphs(t *testing.T, font *sfnt.Font, text string) {
	for _, r := range text {
		g, ok := font.Glyph(r)
		require.True(t, ok, "%U", r)
		require.Positive(t, font.Advance(g), "%U", r)
		require.Equal(t, unicode.IsSpace(r), font.Bounds(g) == sfnt.Rect{}, "%U", r)
	}
}

// Package song has every sign for which GW FangSong relies on it.
func TestSongFillsGaps(t *testing.T) {
	body, err := sfnt.Parse(fangsong.TTF())
	require.NoError(t, err)
	signs, err := sfnt.Parse(song.TTF())
	require.NoError(t, err)
	for _, r := range "①⑩㈠○★＋＝Ａｚ０９─│┌" {
		_, ok := body.Glyph(r)
		require.False(t, ok, "%U", r)
		requireGlyphs(t, signs, string(r))
	}
}
