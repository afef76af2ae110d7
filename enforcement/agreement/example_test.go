package agreement_test

import (
	"fmt"

	"github.com/fazhi-go/fazhi/enforcement/agreement"
)

// Grades and scores of four files by legal counsel and by the department that empowered the organ.
func Example() {
	grades, err := agreement.Tabulate([]string{"不合格", "合格", "良好", "优秀"}, []agreement.Pair{
		{First: "优秀", Second: "优秀"},
		{First: "良好", Second: "合格"},
		{First: "合格", Second: "合格"},
		{First: "优秀", Second: "良好"},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("一致率", grades.Agreement().Fixed(2))
	fmt.Println("加权κ", grades.Kappa(agreement.Quadratic))
	fmt.Println("AC1", grades.AC1())

	counsel, empowering := []float64{93.5, 82, 71, 90}, []float64{92, 78.5, 70, 88}
	fmt.Println("ICC(2,1)", agreement.ICC(counsel, empowering).ICC21)
	limits := agreement.BlandAltman(counsel, empowering)
	fmt.Println("平均相差", limits.Bias.Fixed(2), "范围", limits.Lower.Fixed(2), "至", limits.Upper.Fixed(2))
	fmt.Println(agreement.BlandAltman(counsel[:1], empowering[:1]).SD)
	// Output:
	// 一致率 0.50
	// 加权κ 0.6923
	// AC1 0.3600
	// ICC(2,1) 0.9757
	// 平均相差 2.00 范围 -0.12 至 4.12
	// 无法计算：只有一份案卷
}
