package songbold_test

import (
	"fmt"

	"github.com/fazhi-go/fazhi/gongwen/fonts/songbold"
)

func ExampleTTF() {
	font := songbold.TTF()
	fmt.Printf("% x, %d bytes\n", font[:4], len(font))
	// Output: 00 01 00 00, 3478732 bytes
}
