package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
)

// A Program is a table of commands, and what they have in common. It is made for one command line: its flags and its
// commands are those of one session.
type Program struct {
	Name     string
	Commands []Command          // in the order of usage
	Flags    []Flag             // of all commands, beside -json; a flag means the same with every command
	Plain    func(error) string // an error in one line; nil: Plain
	Raw      bool               // texts are printed as they are, with all that a terminal would obey

	Arguments string // what usage calls the arguments
	Names     int    // how wide usage writes the names of commands, 0 for as wide as they are
	Width     int    // where usage writes what is to be said of commands and flags
	Notes     string // the end of usage: exit codes, kinds of files

	// What follows is for a program that differs; zero is as usual.
	Common []string                              // flags of every command, which may also stand before it
	Vet    func(k *Command, args []string) error // what is wrong with a command line whose flags could be read
	Usage  func(w io.Writer, k *Command)         // writes the usage: of one command, of all if it is nil
}

// A Command is one thing that a program does.
type Command struct {
	Name  string
	Args  string   // the arguments, as usage shows them: one a word, [文件] may be left out, 文件… is one or more
	Doc   string   // what it does
	Use   string   // an example of its use
	Flags []string // of the program's, beside -json
	Run   Action
}

// An Action is what a command does, on an answer of its own.
type Action struct {
	blank func() Answer
	run   func(ctx context.Context, args []string, out Answer) error
}

// Do makes an Action of a function that fills its answer from the arguments. What it returns is why the command line or a
// file is unusable, and then nothing of the answer is printed.
func Do[A any, P interface {
	*A
	Answer
}](run func(ctx context.Context, args []string, out P) error) Action {
	return Action{
		blank: func() Answer { return P(new(A)) },
		run:   func(ctx context.Context, args []string, out Answer) error { return run(ctx, args, out.(P)) },
	}
}

// ErrUsage says that the command line was wrong.
var ErrUsage = errors.New("命令行有误")

// Misused is an error of the command line.
func Misused(text string) error { return fmt.Errorf("%w：%s", ErrUsage, text) }

// Run does what a command line says, prints the answer and returns the exit code.
func (p *Program) Run(ctx context.Context, args []string, w World) int {
	c, err := p.parse(args)
	if errors.Is(err, flag.ErrHelp) {
		p.usage(w.Stderr, c.Command)
		return Well
	}
	return p.Answer(ctx, c, err, w)
}

// A Call is what a command line says, beside the flags of the program.
type Call struct {
	Command *Command // nil when it names none
	Args    []string
	JSON    bool
}

// Answer is the second half of Run, for a program that reads its command lines in a way of its own: it runs the command unless
// something was wrong with the command line, prints the answer and returns the exit code.
func (p *Program) Answer(ctx context.Context, c *Call, wrong error, w World) int {
	out, err := c.blank(), wrong
	if err == nil {
		err = c.Command.Run.run(ctx, c.Args, out)
	}
	if err != nil {
		out = c.blank() // nothing half-done
		out.Fail(p.plain(err))
	}
	return p.finish(out, err, c.JSON, w)
}

// blank is the answer of the command, and of a command line that names none.
func (c *Call) blank() Answer {
	if c.Command == nil {
		return &Outcome{}
	}
	return c.Command.Run.blank()
}
