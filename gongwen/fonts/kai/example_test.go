package kai_test

import (
	"fmt"

	"github.com/fazhi-go/fazhi/gongwen/fonts/kai"
)

func ExampleTTF() {
	font := kai.TTF()
	fmt.Printf("% x, %d bytes\n", font[:4], len(font))
	// Output: 00 01 00 00, 4457944 bytes
}
