package figures_test

import (
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/annual/internal/figures"
)

func ExampleSheet() {
	sheet := figures.Sheet([]fazhi.Figure{{ID: "复议.纠错率", Name: "行政复议纠错率", Unit: "%", Period: fazhi.YearOf(2024), Value: fazhi.Rate{Num: 12, Den: 67}}})
	fmt.Println(sheet.Name, sheet.Rows[0][:8])
	// Output: 数据项 [复议.纠错率 行政复议纠错率 17.91 12 67 % 17.91% 2024年]
}
