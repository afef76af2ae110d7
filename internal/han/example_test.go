package han_test

import (
	"fmt"

	"github.com/fazhi-go/fazhi/internal/han"
)

func Example() {
	fmt.Println("第" + han.Numeral(1260) + "条")
	n, canonical, _ := han.ParseNumeral("一百十")
	fmt.Println(n, canonical)

	fmt.Println("人民币" + han.Amount(140950))
	fen, _ := han.ParseAmount("人民幣：壹拾萬柒仟圓伍角叁分")
	fmt.Println(fen)
	_, err := han.ParseAmount("壹仟伍元整")
	fmt.Println(err)
	// Output:
	// 第一千二百六十条
	// 110 false
	// 人民币壹仟肆佰零玖元伍角
	// 10700053
	// 第3字：此处应写“零”
}
