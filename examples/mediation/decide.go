package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/mediation/doubles"
)

// A deciding is the answer of decide.
type deciding struct {
	Decision  doubles.Decision `json:"decision"`
	Stays     doubles.Entry    `json:"stays"`   // the one that is counted; of two that are apart, the first
	Decided   int              `json:"decided"` // decisions in the file
	Withdrawn bool             `json:"withdrawn"`
	Written   []string         `json:"written"`
	cli.Outcome
}

func (d *deciding) Prepare() { cli.Listed(&d.Written) }

func (d *deciding) String() string {
	text := "不是同一纠纷\n"
	switch {
	case d.Withdrawn:
		text = "已撤销确认\n"
	case d.Decision.Same:
		text = "是同一纠纷，并入 " + entryText(d.Stays) + "\n"
	}
	return text + fmt.Sprintf("共有确认记录 %d 条\n", d.Decided) + cli.WrittenLines(d.Written)
}

func (s *session) decide(_ context.Context, args []string, out *deciding) error {
	if s.decisions == "" || cli.Extension(s.decisions) != ".json" {
		return cli.Misused("没有写 -decisions，或者不是 .json")
	}
	if err := cli.Spare(s.decisions, args[0]); err != nil {
		return err
	}
	list, _, err := cases(args[0])
	if err != nil {
		return err
	}
	a, okA := entryOf(list, args[1])
	b, okB := entryOf(list, args[2])
	if !okA || !okB {
		return cli.Misused("台账里没有这两个编号")
	}
	decided := &doubles.Decisions{}
	if _, err := os.Stat(s.decisions); !errors.Is(err, fs.ErrNotExist) {
		if decided, err = s.decided(); err != nil {
			return err
		}
	}
	out.Decision = doubles.Decision{A: a, B: b, Same: !s.apart, Reason: s.reason, Role: s.role, On: s.day()}
	if out.Withdrawn = s.withdraw; s.withdraw {
		err = decided.Withdraw(a, b)
	} else {
		err = decided.Decide(out.Decision)
	}
	if err != nil {
		return err
	}
	out.Stays, out.Decided = decided.First(a), len(decided.List())
	return s.record(decided, out)
}

// entryOf is that of the first row with a number.
func entryOf(list []*mediation.Case, serial string) (doubles.Entry, bool) {
	for _, c := range list {
		if c.Serial == serial {
			return doubles.EntryOf(c), true
		}
	}
	return doubles.Entry{}, false
}

// record writes the file.
func (s *session) record(decided *doubles.Decisions, out *deciding) error {
	data, err := json.MarshalIndent(decided, "", "  ")
	if err != nil {
		return err
	}
	out.Written = []string{s.decisions}
	return cli.Put(s.decisions, append(data, '\n'))
}
