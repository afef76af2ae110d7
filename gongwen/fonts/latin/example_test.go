package latin_test

import (
	"fmt"

	"github.com/fazhi-go/fazhi/gongwen/fonts/latin"
)

func ExampleTTF() {
	font := latin.TTF()
	fmt.Printf("% x, %d bytes\n", font[:4], len(font))
	// Output: 00 01 00 00, 22224 bytes
}
