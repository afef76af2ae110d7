package charttest_test

import (
	"fmt"
	"log"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/chart/charttest"
	embedded "github.com/fazhi-go/fazhi/gongwen/fonts"
)

func ExampleCheck() {
	fonts, err := embedded.Embedded()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(charttest.Check(gongwen.Drawing{
		Width: gongwen.MM(50), Height: gongwen.MM(10),
		Shapes: []gongwen.Shape{
			gongwen.Label{Text: "2023年", At: gongwen.Spot{X: 0, Y: gongwen.MM(5)}, Size: 10 * gongwen.Point},
			gongwen.Label{Text: "2024年", At: gongwen.Spot{X: gongwen.MM(7), Y: gongwen.MM(5)}, Size: 10 * gongwen.Point},
		},
	}, fonts))
	// Output: charttest: "2023年" and "2024年" cover each other
}
