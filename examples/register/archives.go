package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/archive"
	"github.com/fazhi-go/fazhi/register/audit"
	"github.com/fazhi-go/fazhi/register/gm"
)

// An archiveAnswer is that of export and import. With faults, the archive was not restored; what was exported is there all
// the same, for it shows what is wrong with the book.
type archiveAnswer struct {
	Organ   string        `json:"organ"`
	File    string        `json:"file"`
	Entries int64         `json:"entries"` // that were written, or kept
	Faults  []audit.Fault `json:"faults"`
	cli.Outcome

	said   string
	result *audit.Result // of an archive that has faults
	then   string        // what has become of it
}

func (a *archiveAnswer) Prepare() {
	if a.Faults == nil {
		a.Faults = []audit.Fault{}
	}
}

func (a *archiveAnswer) Found() string {
	if a.result == nil {
		return ""
	}
	return faultsFound(a.result) + "，" + a.then
}

func (a *archiveAnswer) String() string { return printed(a.print) }

func (a *archiveAnswer) print(p *page) {
	if a.result != nil {
		printResult(p, a.result)
		return
	}
	p.line(a.said + " " + a.File)
	p.fields(field{"机关", a.Organ}, field{"条目", fmt.Sprintf("%d条", a.Entries)})
}

func export(ctx context.Context, s *session, out *archiveAnswer) error {
	if err := s.begin(ctx, looks); err != nil {
		return err
	}
	err := create(s.args[0], 0o600, func(w io.Writer) error {
		return archive.Export(ctx, w, s.store, s.scope, archive.Options{Hash: s.hash, Secrets: s.secrets})
	})
	if err != nil {
		return err
	}
	out.Organ, out.File, out.said = s.scope.Organ, s.args[0], "存档"
	r, err := s.examine(archive.Options{})
	if err != nil {
		return err
	}
	out.Entries = r.Entries
	if !r.Well() {
		out.result, out.Faults, out.then = r, r.Faults, "存档照样写出"
	}
	return nil
}

// examine verifies the archive of the command line.
func (s *session) examine(o archive.Options) (*audit.Result, error) {
	f, err := openRegular(s.args[0])
	if err != nil {
		return nil, fmt.Errorf("%s：%w", baseOf(s.args[0]), whyNot(err))
	}
	defer f.Close()
	r, err := archive.Verify(f, either(o))
	if err != nil {
		return nil, fmt.Errorf("%s：%w", baseOf(s.args[0]), err)
	}
	return r, nil
}

// either lets an archive have either hash.
func either(o archive.Options) archive.Options {
	o.Hash = register.Hash{Name: "sm3", New: gm.NewSM3}
	return o
}

func verifyArchive(_ context.Context, s *session, out *verifyAnswer) error {
	checkpoints, err := s.known()
	if err != nil {
		return err
	}
	r, err := s.examine(archive.Options{Checkpoints: checkpoints})
	if err != nil {
		return err
	}
	out.Result, out.file = *r, true
	return nil
}

func restore(ctx context.Context, s *session, out *archiveAnswer) error {
	r, err := s.examine(archive.Options{})
	if err != nil {
		return err
	}
	out.Organ, out.File, out.said = r.Organ, s.args[0], "已恢复"
	if !r.Well() {
		out.result, out.Faults, out.then = r, r.Faults, "没有恢复"
		return nil
	}
	if s.organ != "" && s.organ != r.Organ {
		return errors.New("存档不是这个机关的")
	}
	s.organ, s.options.hash = r.Organ, r.Hash
	if err := s.begin(ctx, writes); err != nil {
		return err
	}
	f, err := os.Open(s.args[0])
	if err != nil {
		return fmt.Errorf("%s：%w", baseOf(s.args[0]), whyNot(err))
	}
	defer f.Close()
	out.Entries, err = archive.Restore(ctx, f, s.store, s.scope, either(archive.Options{}))
	return err
}
