package sfnt_test

import (
	"slices"
	"testing"

	"github.com/fazhi-go/fazhi/internal/sfnt"
)

func BenchmarkParse(b *testing.B) {
	for _, name := range fontFiles {
		data := readFont(b, name)
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := sfnt.Parse(data); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkGlyph looks up the glyph and the advance of 900 characters.
func BenchmarkGlyph(b *testing.B) {
	font := parseFont(b, fangSong)
	runes := someHan(font, 900)
	b.ReportAllocs()
	for b.Loop() {
		width := 0
		for _, r := range runes {
			g, _ := font.Glyph(r)
			width += font.Advance(g)
		}
		if width == 0 {
			b.Fatal("no width")
		}
	}
}

func BenchmarkSubset(b *testing.B) {
	font := parseFont(b, fangSong)
	for _, n := range []int{1, 100, 900, 8000} {
		mappings := mappingsOf(someHan(font, n))
		b.Run(sizeName(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := font.Subset(mappings); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	unsorted := mappingsOf(someHan(font, 900))
	shuffle(unsorted)
	b.Run("900 characters in disorder", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := font.Subset(slices.Clip(unsorted)); err != nil {
				b.Fatal(err)
			}
		}
	})
}
