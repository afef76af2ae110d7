package sfnt_test

import (
	"fmt"
	"log"
	"os"

	"github.com/fazhi-go/fazhi/internal/sfnt"
)

// A document that shows four characters needs a font of three kilobytes, not of five megabytes. 𫖯 lies outside the Basic
// Multilingual Plane and is shown under a private code.
func Example() {
	data, err := os.ReadFile("../../gongwen/fonts/fangsong/GWFangSong-Regular.ttf")
	if err != nil {
		log.Fatal(err)
	}
	font, err := sfnt.Parse(data)
	if err != nil {
		log.Fatal(err)
	}
	sub, err := font.Subset([]sfnt.Mapping{
		{Code: '县', Rune: '县'}, {Code: '泉', Rune: '泉'}, {Code: '鲤', Rune: '鲤'}, {Code: 0xE000, Rune: '𫖯'},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(font.Name().PostScript, len(data), "->", len(sub.TTF()))
	for g, m := range sub.All() {
		fmt.Printf("glyph %d: code %04X, %c, %d units wide\n", g, m.Code, m.Rune, sub.Advance(g))
	}
	_, ok := font.Glyph('體')
	fmt.Println("體:", ok)
	// Output:
	// GWFangSong-Regular 5795196 -> 3392
	// glyph 1: code 53BF, 县, 1000 units wide
	// glyph 2: code 6CC9, 泉, 1000 units wide
	// glyph 3: code 9CA4, 鲤, 1000 units wide
	// glyph 4: code E000, 𫖯, 1000 units wide
	// 體: false
}
