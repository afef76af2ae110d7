package lint_test

import (
	"fmt"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/lint"
)

// What is wrong with a paragraph, and the paragraph after the fixes that are safe.
func Example() {
	d := &gongwen.Document{Body: []gongwen.Block{gongwen.Paragraph{Text: []gongwen.Span{
		gongwen.Text("截止目前,发放资料近7万余份。"),
	}}}}
	findings := lint.Document(d, lint.Options{})
	for _, f := range findings {
		fmt.Println(f.Offset, f.Issue)
	}
	fixed, _ := lint.Apply(d, findings).Body[0].(gongwen.Paragraph)
	fmt.Println(gongwen.PlainText(fixed.Text))
	// Output:
	// 0 /body/0：表示到某时为止应当用“截至”（公文写作惯例） [gongwen/lint/until-word]
	// 4 /body/0：汉字之间应当用全角标点（GB/T 15834-2011） [gongwen/lint/half-width-mark]
	// 9 /body/0：概数重叠，去掉其中一个（公文写作惯例） [gongwen/lint/stacked-approximation]
	// 截至目前，发放资料近7万余份。
}
