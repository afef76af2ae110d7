package plugin_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/plugin"
)

// A lease is the document of these tests.
type lease struct {
	name     string
	required []string
}

func (*lease) Kind() fazhi.Kind            { return "lease" }
func (*lease) ID() string                  { return "ZL-1" }
func (l *lease) Title() string             { return l.name }
func (l *lease) RequiredPlugins() []string { return l.required }
func (*lease) Origin(p fazhi.Path) (fazhi.Origin, bool) {
	return fazhi.Origin{File: "租赁台账.xlsx", Cell: "B2"}, p == "/name"
}

var (
	_ fazhi.Located   = (*lease)(nil)
	_ plugin.Requirer = (*lease)(nil)
)

var store = &lease{name: "临街店面租赁合同"}

// check returns a check that reports at each of the paths.
func check(code fazhi.Code, paths ...fazhi.Path) fazhi.Check {
	return fazhi.Check{Code: code, Doc: "测试的规则。", Basis: "某办法第一条", Run: func(_ context.Context, p *fazhi.Pass) error {
		for _, at := range paths {
			p.Report(at, "不妥")
		}
		return nil
	}}
}

// named returns a plug-in with a name and nothing to offer.
func named(name string) plugin.Plugin {
	return plugin.Plugin{Name: name, Version: "1.0.0", Doc: "测试用。", API: plugin.API}
}

func checking(name string, checks ...fazhi.Check) plugin.Plugin {
	p := named(name)
	p.Checks = checks
	return p
}

func guarding(name string, guard func(context.Context, *plugin.GuardRequest) (*plugin.GuardResponse, error), codes ...fazhi.Code) plugin.Plugin {
	p := named(name)
	p.Guard, p.Refuses = guard, codes
	return p
}

func host(t testing.TB, list ...plugin.Plugin) *plugin.Host {
	t.Helper()
	h, err := plugin.NewHost(list...)
	require.NoError(t, err)
	return h
}

func found(f *plugin.Findings) []string {
	var out []string
	for _, i := range f.Issues {
		out = append(out, string(i.Path)+" "+string(i.Code))
	}
	return out
}
