package latinbold_test

import (
	"fmt"

	"github.com/fazhi-go/fazhi/gongwen/fonts/latinbold"
)

func ExampleTTF() {
	font := latinbold.TTF()
	fmt.Printf("% x, %d bytes\n", font[:4], len(font))
	// Output: 00 01 00 00, 22244 bytes
}
