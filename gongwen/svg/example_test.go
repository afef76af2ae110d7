package svg_test

import (
	"log"
	"os"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/svg"
)

func ExampleWrite() {
	d := gongwen.Drawing{
		Width: 100 * gongwen.Point, Height: 20 * gongwen.Point, Alt: "审查合同 25 份",
		Shapes: []gongwen.Shape{
			gongwen.Path{Steps: gongwen.Rect(0, 5*gongwen.Point, 50*gongwen.Point, 10*gongwen.Point), Fill: gongwen.RGB(31, 78, 121)},
			gongwen.Label{Text: "25", At: gongwen.Spot{X: 55 * gongwen.Point, Y: 13 * gongwen.Point}, Size: 9 * gongwen.Point, Face: gongwen.Song},
		},
	}
	if err := svg.Write(os.Stdout, &d); err != nil {
		log.Fatal(err)
	}
	// Output:
	// <?xml version="1.0" encoding="UTF-8"?>
	// <svg xmlns="http://www.w3.org/2000/svg" lang="zh-CN" role="img" width="100pt" height="20pt" viewBox="0 0 100 20" aria-labelledby="drawing-title">
	// <title id="drawing-title">审查合同 25 份</title>
	// <path fill="#1f4e79" d="M0 5L50 5L50 15L0 15Z"/>
	// <text x="55" y="13" font-size="9" font-family="宋体,SimSun,Noto Serif CJK SC,Source Han Serif SC,Songti SC,STSong,serif">25</text>
	// </svg>
}
