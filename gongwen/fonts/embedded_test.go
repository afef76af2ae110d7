package fonts_test

import (
	"fmt"
	"log"

	"github.com/fazhi-go/fazhi/gongwen"
	embedded "github.com/fazhi-go/fazhi/gongwen/fonts"
)

func ExampleEmbedded() {
	fonts, err := embedded.Embedded()
	if err != nil {
		log.Fatal(err)
	}
	for _, face := range gongwen.Faces() {
		fmt.Println(fonts.Name(face))
	}
	// Output:
	// 仿宋_GB2312
	// 方正小标宋简体
	// 黑体
	// 楷体_GB2312
	// 宋体
	// Times New Roman
	// Times New Roman
}
