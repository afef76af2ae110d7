package main

import (
	"context"
	"fmt"
	"os"
	"testing"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/plugin/plugintest"
	"github.com/fazhi-go/fazhi/plugin/protocol"
	"github.com/fazhi-go/fazhi/plugin/remote"
	"github.com/fazhi-go/fazhi/register"

	"github.com/fazhi-go/fazhi/contract"
)

// flawOf names the environment in which the program of these tests is a plug-in instead; its value is the flaw.
const flawOf = "PLUGIN_FLAW"

func TestMain(m *testing.M) {
	if flaw := os.Getenv(flawOf); flaw != "" {
		if err := remote.ServeStdio(context.Background(), os.Stdin, os.Stdout, serverOf(flaw)); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

const reviewCode fazhi.Code = "licheng/contract/reviewed"

// serverOf makes a plug-in with one check, which asks for a review, and with a flaw.
func serverOf(flaw string) *protocol.Server {
	check := fazhi.Check{Code: reviewCode, Kind: contract.Kind, Doc: "合同应当经合法性审查。", Basis: "某办法第十条"}
	check.Run = fazhi.For(func(_ context.Context, p *fazhi.Pass, c *contract.Contract) error {
		switch {
		case flaw == "dies" && c.Signed.Year() == 9999:
			fmt.Fprintln(os.Stderr, "date out of range")
			os.Exit(3)
		case flaw == "noise":
			fmt.Println("checking")
		}
		if c.Reviewed.IsZero() {
			message := "没有合法性审查日期"
			if flaw == "tells" {
				message += "：" + c.Name
			}
			p.Report("/reviewed", message)
		}
		return nil
	})
	p := plugin.Plugin{Name: "licheng/review", Version: "1.0.0", Doc: "合法性审查。", API: plugin.API, Checks: []fazhi.Check{check}}
	server, err := protocol.ServerOptions{
		Document: func(r *register.Raw) (fazhi.Document, error) {
			return plugintest.Decode[contract.Contract](protocol.Document{Kind: r.Of.Kind, ID: r.Of.ID, Title: r.Name, Content: r.JSON})
		},
	}.NewServer(p)
	if err != nil {
		panic(err)
	}
	return server
}
