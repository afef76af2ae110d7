package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
)

// An Answer is what a command has to say. Its JSON is what -json prints; Outcome is a part of it, and has methods for those
// that have nothing to do.
type Answer interface {
	Prepare()       // makes lists that are null empty
	String() string // what is printed for a person; not asked when there is an error
	Found() string  // what was found, in one sentence; empty: all is well
	Fail(why string)
}

// An Outcome is a part of every Answer, and the whole answer to a command line that names no command.
type Outcome struct {
	Error string `json:"error"` // empty unless the exit code is Unusable
}

// Fail keeps why there is no answer.
func (o *Outcome) Fail(why string) { o.Error = why }

// Prepare does nothing.
func (o *Outcome) Prepare() {}

// Found is empty.
func (o *Outcome) Found() string { return "" }

// String is empty.
func (o *Outcome) String() string { return "" }

// finish says what came out and returns the exit code.
func (p *Program) finish(out Answer, err error, asJSON bool, w World) int {
	out.Prepare()
	e := p.write(w.Stdout, out, asJSON, err != nil)
	code, said := Well, ""
	switch {
	case e != nil:
		code, said = Unusable, "不能输出："+p.plain(e)
	case err != nil:
		code, said = Unusable, p.plain(err)
	case out.Found() != "":
		code, said = Found, out.Found()
	}
	if code != Well {
		fmt.Fprintln(w.Stderr, p.Name+"："+said)
	}
	return code
}

func (p *Program) write(w io.Writer, out Answer, asJSON, failed bool) error {
	if asJSON {
		return WriteJSON(w, out)
	}
	if failed {
		return nil // it is said elsewhere
	}
	text := out.String()
	if !p.Raw {
		text = Printable(text)
	}
	_, err := io.WriteString(w, text)
	return err
}

func (p *Program) plain(err error) string {
	if p.Plain == nil {
		return Plain(err)
	}
	return p.Plain(err)
}

// Plain is an error in one line, without the names of these Go packages.
func Plain(err error, packages ...string) string {
	if errors.Is(err, context.Canceled) {
		return "已中断"
	}
	swaps := []string{"\n", "；"}
	for _, name := range packages {
		swaps = append(swaps, name+": ", "")
	}
	return Printable(strings.NewReplacer(swaps...).Replace(err.Error()))
}
