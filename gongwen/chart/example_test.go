package chart_test

import (
	"fmt"
	"log"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/chart"
)

func ExampleChart_Columns() {
	c := chart.Chart{
		Title: "行政复议案件", Unit: "件", Categories: []string{"2023年", "2024年"},
		Series: []chart.Series{{Name: "收到", Values: []float64{95, 111}}, {Name: "审结", Values: []float64{90, 67}}},
	}
	d, err := c.Columns(gongwen.MM(156))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(d.Alt)
	// Output: 柱形图：行政复议案件。收到：2023年 95件，2024年 111件。审结：2023年 90件，2024年 67件。
}
