package cli

import (
	"errors"
	"flag"
	"fmt"
	"math"
	"slices"
	"strings"
)

// parse reads the command line: the command, then flags and arguments in any order.
func (p *Program) parse(args []string) (*Call, error) {
	c := &Call{}
	err := p.read(c, args)
	if err != nil {
		// Somebody who asked for JSON gets it, wherever the parsing stopped.
		c.JSON = c.JSON || slices.Contains(args, "-json") || slices.Contains(args, "--json")
		if !errors.Is(err, flag.ErrHelp) {
			err = fmt.Errorf("%w：%w（%s -h 显示用法）", ErrUsage, err, p.title(c.Command))
		}
	}
	return c, err
}

func (p *Program) read(c *Call, args []string) error {
	flags := append(slices.Clip(p.Flags), JSON(&c.JSON))
	common := append(slices.Clip(p.Common), "json")
	rest, err := Take(args, flags, common)
	switch {
	case err != nil:
		return err
	case len(rest) == 0:
		return errors.New("没有写命令")
	case rest[0] == "help":
		return flag.ErrHelp
	}
	at := slices.IndexFunc(p.Commands, func(k Command) bool { return k.Name == rest[0] })
	if at < 0 {
		return errors.New("没有这个命令")
	}
	c.Command = &p.Commands[at]
	if c.Args, err = Arguments(rest[1:], flags, append(common, c.Command.Flags...)); err != nil {
		return err
	}
	if p.Vet != nil {
		return p.Vet(c.Command, c.Args)
	}
	return c.Command.vet(c.Args)
}

// vet says whether a command can have these arguments.
func (k *Command) vet(args []string) error {
	least, most := k.Arity()
	switch {
	case len(args) < least || slices.Contains(args, ""):
		return errors.New("没有写" + k.Args)
	case len(args) > most:
		return errors.New("多余的参数")
	}
	return nil
}

// Arity is how many arguments a command has, as Args says.
func (k *Command) Arity() (least, most int) {
	words := strings.Fields(k.Args)
	for _, w := range words {
		if !strings.HasPrefix(w, "[") {
			least++
		}
	}
	if strings.Contains(k.Args, "…") {
		return least, math.MaxInt
	}
	return least, len(words)
}

// title is the program with the command, if there is one.
func (p *Program) title(k *Command) string {
	if k == nil {
		return p.Name
	}
	return p.Name + " " + k.Name
}
