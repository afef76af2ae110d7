package circular_test

import (
	"fmt"

	"github.com/fazhi-go/fazhi/enforcement/circular"
)

func Example() {
	summary, issues := circular.Sum(sample()) // five results of four units
	fmt.Println(issues.Err())
	for _, u := range summary.Units[:3] {
		fmt.Println(u.Rank, u.Unit, u.Mean.Fixed(), u.Grade)
	}
	document, _, _ := summary.Document(circular.Letter{Issuer: "某某区司法局"})
	fmt.Println(document.Title)
	// Output:
	// <nil>
	// 1 甲局 90.25 优秀
	// 1 乙局 90.25 优秀
	// 3 丙局 70.00 合格
	// 某某区司法局关于2024年第一轮行政执法案卷评查情况的通报
}
