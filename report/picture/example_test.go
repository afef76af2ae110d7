package picture_test

import (
	"fmt"
	"log"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/report/picture"
)

func ExampleDraw() {
	year := func(received, corrected, decided int64) []fazhi.Figure {
		return []fazhi.Figure{
			{ID: "复议.收到", Name: "收到行政复议申请", Unit: "件", Value: fazhi.Count{N: received}},
			{ID: "复议.纠错率", Name: "行政复议纠错率", Unit: "%", Value: fazhi.Rate{Num: corrected, Den: decided}},
		}
	}
	d, issues, err := picture.Draw(picture.Config{Title: "一图读懂泉鲤区2024年法治政府建设", Organ: "泉鲤区司法局"}, year(111, 12, 67), year(98, 9, 60))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(len(issues), d.Alt)
	// Output: 0 一图读懂泉鲤区2024年法治政府建设。关键数字：收到行政复议申请111件，比上年增长13.27%。复议：收到行政复议申请111件，比上年增长13.27%；行政复议纠错率17.91%，比上年上升2.91个百分点。泉鲤区司法局。
}
