package fangsong_test

import (
	"fmt"

	"github.com/fazhi-go/fazhi/gongwen/fonts/fangsong"
)

func ExampleTTF() {
	font := fangsong.TTF()
	fmt.Printf("% x, %d bytes\n", font[:4], len(font))
	// Output: 00 01 00 00, 5795196 bytes
}
