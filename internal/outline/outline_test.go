package outline_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/gongwentest"
	"github.com/fazhi-go/fazhi/internal/outline"
)

func Example() {
	fmt.Print(outline.Of(&gongwen.Document{
		Title: "关于评查的通报", To: "各单位", Sign: gongwen.Signature{Organs: []string{"某局"}, Date: fazhi.DateOf(2024, 9, 2)},
		Body: []gongwen.Block{gongwen.Drawing{Alt: "等次"}, gongwen.Table{Caption: "情况", Header: [][]gongwen.Span{{gongwen.Text("单位")}}}},
	}))
	// Output:
	// 标题：关于评查的通报
	// 主送：各单位
	// 图：等次
	// 表：情况
	// | 单位 |
	// 署名：某局
	// 日期：2024年9月2日
}

// Whatever a document holds, its words are there.
func TestKnowsAllBlocks(t *testing.T) {
	text := outline.Of(gongwentest.Report())
	require.Contains(t, text, gongwentest.Report().Title)
}
