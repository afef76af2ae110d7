package raster_test

import (
	"bytes"
	"fmt"
	"image/png"
	"log"

	"github.com/fazhi-go/fazhi/gongwen"
	embedded "github.com/fazhi-go/fazhi/gongwen/fonts"
	"github.com/fazhi-go/fazhi/gongwen/raster"
)

func ExamplePNG() {
	fonts, err := embedded.Embedded()
	if err != nil {
		log.Fatal(err)
	}
	d := gongwen.Drawing{
		Width: gongwen.MM(100), Height: gongwen.MM(40),
		Shapes: []gongwen.Shape{gongwen.Label{Text: "依法行政", At: gongwen.Spot{X: gongwen.MM(5), Y: gongwen.MM(25)}, Size: 36 * gongwen.Point, Face: gongwen.XiaoBiaoSong}},
	}
	var file bytes.Buffer
	if err := raster.PNG(&file, &d, fonts, 1080); err != nil {
		log.Fatal(err)
	}
	size, err := png.DecodeConfig(&file)
	fmt.Println(size.Width, size.Height, err)
	// Output: 1080 432 <nil>
}
