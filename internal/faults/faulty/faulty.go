// Package faulty is a plug-in that does whatever is wrong, on demand: see package faults.
package faulty

import (
	"context"
	"os"
	"os/exec"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/faults"
	"github.com/fazhi-go/fazhi/plugin"
)

// The plug-in's name, and the codes with which it says what became of a fault.
const (
	Name = "example/faulty"

	Done    fazhi.Code = "example/faulty/done"
	Blocked fazhi.Code = "example/faulty/blocked"
)

// Kind is that of the documents that ask for faults.
const Kind fazhi.Kind = "example/faulty"

// A Document asks for a fault.
type Document struct {
	Fault    faults.Fault `json:"fault"`
	Argument string       `json:"argument"`
}

// Kind returns the kind of these documents.
func (d *Document) Kind() fazhi.Kind { return Kind }

// ID returns the argument.
func (d *Document) ID() string { return d.Argument }

// Title returns the fault.
func (d *Document) Title() string { return string(d.Fault) }

// Plugin returns the plug-in. Its check finds Blocked where something kept it from the fault, and otherwise Done.
func Plugin() plugin.Plugin {
	check := func(code fazhi.Code, doc string) fazhi.Check {
		return fazhi.Check{Code: code, Kind: Kind, Doc: doc, Basis: "虚构的规则"}
	}
	return plugin.Plugin{
		Name: Name, Version: "1.0.0", Doc: "按要求出错", API: plugin.API,
		Checks: []fazhi.Check{check(Done, "做到了"), check(Blocked, "被拦住")},
		Check: func(ctx context.Context, q *plugin.CheckRequest) (*plugin.CheckResponse, error) {
			return commit(ctx, faults.Fault(q.Doc.Title()), q.Doc.ID())
		},
	}
}

// Faults that stand in no table, for tests of what becomes of processes. Each holds the named pipe that the argument names
// open for writing, so that its reader sees when that ends.
const (
	Family faults.Fault = "family" // another process, which the plug-in starts, holds it; the plug-in loops
	Orphan faults.Fault = "orphan" // the same, but the plug-in exits
	Wait   faults.Fault = "wait"   // the plug-in holds it until its context ends
)

// Write is a fault that stands in no table either: the plug-in writes the file that the argument names.
const Write faults.Fault = "write"

func commit(ctx context.Context, f faults.Fault, argument string) (*plugin.CheckResponse, error) {
	done := fazhi.Issue{Code: Done, Message: "做到了"}
	switch f {
	case faults.Null:
		return nil, nil
	case faults.Long:
		return &plugin.CheckResponse{Issues: slices.Repeat(fazhi.Issues{done}, 10_001)}, nil
	}
	if f == Write {
		if err := os.WriteFile(argument, []byte("虚构"), 0o600); err != nil {
			done = fazhi.Issue{Code: Blocked, Message: "被拦住"}
		}
		return &plugin.CheckResponse{Issues: fazhi.Issues{done}}, nil
	}
	f, err := hold(ctx, f, argument)
	if err == nil {
		err = faults.Commit(f, argument)
	}
	switch {
	case faults.IsBlocked(err):
		done = fazhi.Issue{Code: Blocked, Message: "被拦住"}
	case err != nil:
		return nil, err
	}
	return &plugin.CheckResponse{Issues: fazhi.Issues{done}}, nil
}

// hold commits the faults with a pipe, and returns what is to be done then.
func hold(ctx context.Context, f faults.Fault, pipe string) (faults.Fault, error) {
	then := map[faults.Fault]faults.Fault{Family: faults.Loop, Orphan: faults.Exit}
	switch f {
	case Wait:
		w, err := os.OpenFile(pipe, os.O_WRONLY, 0)
		if err != nil {
			return f, err
		}
		defer w.Close()
		<-ctx.Done()
		return f, ctx.Err()
	case Family, Orphan:
		return then[f], startHolder(pipe)
	}
	return f, nil
}

// startHolder starts a process that holds a pipe, and waits until it does.
func startHolder(pipe string) error {
	cmd := exec.Command(os.Args[0], "hold", pipe)
	cmd.Stdin, cmd.Stderr = os.Stdin, os.Stderr // a sandbox may have no /dev/null
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err == nil {
		_, err = out.Read(make([]byte, 1))
	}
	return err
}
