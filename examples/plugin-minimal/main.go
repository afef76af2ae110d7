// Command plugin-minimal asks a plug-in of one check about one contract (政府合同).
package main

import (
	"context"
	"fmt"
	"log"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/plugin"
)

// review is the plug-in: a value with one check.
func review() plugin.Plugin {
	check := fazhi.Check{Code: "licheng/contract/reviewed", Kind: contract.Kind, Doc: "合同应当经合法性审查", Basis: "本区政府合同管理办法第十条"}
	check.Run = fazhi.For(func(_ context.Context, p *fazhi.Pass, c *contract.Contract) error {
		if c.Reviewed.IsZero() {
			p.Report("/reviewed", "没有合法性审查日期")
		}
		return nil
	})
	return plugin.Plugin{Name: "licheng/review", Version: "1.0.0", Doc: "合法性审查", API: 1, Checks: []fazhi.Check{check}}
}

func main() {
	host, err := plugin.NewHost(review()) // the list of plug-ins
	if err != nil {
		log.Fatal(err)
	}
	found, err := host.Check(context.Background(), &plugin.CheckRequest{Doc: &contract.Contract{Serial: "HT-1"}})
	fmt.Println(found.Issues, found.Applied, err)
}
