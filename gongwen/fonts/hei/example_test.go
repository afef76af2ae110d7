package hei_test

import (
	"fmt"

	"github.com/fazhi-go/fazhi/gongwen/fonts/hei"
)

func ExampleTTF() {
	font := hei.TTF()
	fmt.Printf("% x, %d bytes\n", font[:4], len(font))
	// Output: 00 01 00 00, 2552064 bytes
}
