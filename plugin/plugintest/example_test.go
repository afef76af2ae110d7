package plugintest_test

import (
	"context"
	"fmt"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/plugin/plugintest"
)

// A check that repeats what the contract says, and does not look whether the words of the amount are there.
func Example() {
	check := fazhi.Check{Code: "licheng/contract/words", Kind: contract.Kind, Doc: "金额大写应当写明。", Basis: "某办法第一条"}
	check.Run = fazhi.For(func(_ context.Context, p *fazhi.Pass, c *contract.Contract) error {
		if c.AmountWords[:3] == "万" {
			p.Report("/amountWords", c.AmountWords+"不是金额")
		}
		return nil
	})
	config := plugintest.Config{Decode: plugintest.Decode[contract.Contract], New: func(context.Context) (plugin.Plugin, func(), error) {
		return plugin.Plugin{
			Name: "licheng/words", Version: "1.0.0", Doc: "检查金额大写。", API: plugin.API, Checks: []fazhi.Check{check},
		}, nil, nil
	}}
	for _, f := range plugintest.Verify(context.Background(), config, "declaration", "survives-documents") {
		document, _, _ := strings.Cut(f.Message, "：")
		fmt.Println(f.Case, document)
	}
	// Output:
	// survives-documents 检查 contract empty
	// survives-documents 检查 contract no-texts
	// survives-documents 检查 contract without-amountWords
}
