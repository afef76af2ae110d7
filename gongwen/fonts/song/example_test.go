package song_test

import (
	"fmt"

	"github.com/fazhi-go/fazhi/gongwen/fonts/song"
)

func ExampleTTF() {
	font := song.TTF()
	fmt.Printf("% x, %d bytes\n", font[:4], len(font))
	// Output: 00 01 00 00, 3457624 bytes
}
