package counts_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/examples/internal/counts"
)

func ExampleLines() {
	now := []counts.Count{{Item: "受理", Unit: "件", N: 3}, {Item: "终止", Unit: "件"}, {Item: "撤回", Unit: "件"}, {Item: "金额", Unit: "元", N: 150}}
	fmt.Print(counts.Lines(now, nil, "上年"))
	fmt.Print(counts.Lines(now, []counts.Change{{Item: "终止", Unit: "件", Before: 2}}, "上年"))
	fmt.Print(counts.Rate{Name: "成功率", Text: "50%", Num: 1, Den: 2})
	// Output:
	//   受理 3 件
	//   金额 1.50 元
	//   受理 3 件，上年 0 件
	//   终止 0 件，上年 2 件
	//   金额 1.50 元，上年 0.00 元
	//   成功率 50%（1/2）
}

func TestQuantity(t *testing.T) {
	require.Equal(t, "-0.05 元", counts.Quantity(-5, "元"))
	require.Equal(t, "-5 件", counts.Quantity(-5, "件"))
	require.Empty(t, counts.Lines(nil, nil, ""))
}
