package protocol

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/plugin"
)

// maxNames bounds each list of what a plug-in offers.
const maxNames = 1000

func (c *Client) initialize(ctx context.Context, o Options) (*InitializeResult, error) {
	p := InitializeParams{
		Protocols: []string{Version}, Library: cmp.Or(o.Library, "fazhi"), Probe: Probe, Settings: o.Settings,
	}
	if p.Settings == nil {
		p.Settings = map[string]string{}
	}
	var r InitializeResult
	if err := c.exchange(ctx, Initialize, p, &r); err != nil {
		return nil, err
	}
	if err := damagedProbe(r.Probe); err != nil {
		return nil, err
	}
	if r.Protocol != Version {
		return nil, fmt.Errorf("protocol: %w：插件选了 %q，本库只有 %s", ErrVersion, plain(r.Protocol), Version)
	}
	return &r, nil
}

// declared makes a plug-in of what it says of itself. The error says everything that does not fit.
func (c *Client) declared(r *InitializeResult) (plugin.Plugin, error) {
	if err := r.vet(); err != nil {
		return plugin.Plugin{}, err
	}
	i := &r.Plugin
	name := plain(i.Name) // the same, or no name: each fault repeats it
	p := plugin.Plugin{Name: name, Version: i.Version, Doc: i.Doc, API: i.API, Requires: i.Requires, Refuses: r.Refuses}
	for _, k := range r.Checks {
		p.Checks = append(p.Checks, fazhi.Check{
			Code: k.Code, Kind: k.Kind, Doc: k.Doc, Basis: k.Basis, Severity: k.Severity, From: k.From, Until: k.Until,
		})
	}
	if len(p.Checks) > 0 {
		p.Check = c.check
	}
	if r.Guard {
		p.Guard = c.guard
	}
	if r.Observe {
		p.Observe = c.observe
	}
	p.Provide = plugin.Providers{
		Numberers: named(r.Numbers, c.number), Sections: named(r.Sections, c.section), Rubrics: named(r.Rubrics, c.score),
	}
	if err := vetAlone(p); err != nil {
		return plugin.Plugin{}, fmt.Errorf("protocol: %w：%w", ErrDeclaration, err)
	}
	return p, nil
}

// vetAlone says everything that is wrong with one plug-in; whether those that it requires are there is for its host to say.
func vetAlone(p plugin.Plugin) error {
	var faults []error
	for _, name := range p.Requires {
		if !plugin.IsName(name) || name == p.Name {
			faults = append(faults, fmt.Errorf("所要求的插件 %q 不是另一个插件的名称", plain(name)))
		}
	}
	p.Requires = nil
	_, err := plugin.NewHost(p)
	return errors.Join(append([]error{err}, faults...)...)
}

func named[F any](names []string, f F) map[string]F {
	m := make(map[string]F, len(names))
	for _, name := range names {
		m[name] = f
	}
	return m
}

// vet says what a plugin.Plugin could not show: lists that are too long, names given twice.
func (r *InitializeResult) vet() error {
	var faults []error
	for _, l := range []struct {
		what  string
		names []string
	}{
		{"numbers", r.Numbers}, {"sections", r.Sections}, {"rubrics", r.Rubrics}, {"refuses", texts(r.Refuses)}, {"requires", r.Plugin.Requires},
		{"checks", codesOf(r.Checks)},
	} {
		if len(l.names) > maxNames {
			faults = append(faults, fmt.Errorf("%s 超过 %d 项", l.what, maxNames))
			continue
		}
		sorted := slices.Sorted(slices.Values(l.names))
		for i := 1; i < len(sorted); i++ {
			if sorted[i] == sorted[i-1] {
				faults = append(faults, fmt.Errorf("%s 中的 %q 重复", l.what, plain(sorted[i])))
			}
		}
	}
	if len(faults) > 0 {
		return fmt.Errorf("protocol: %w：%w", ErrDeclaration, errors.Join(faults...))
	}
	return nil
}

func codesOf(checks []Checked) []string {
	var codes []string
	for _, c := range checks {
		codes = append(codes, string(c.Code))
	}
	return codes
}

func texts(codes []fazhi.Code) []string {
	var all []string
	for _, c := range codes {
		all = append(all, string(c))
	}
	return all
}
