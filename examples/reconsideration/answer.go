package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/fazhi-go/fazhi/workday"
)

// An answer is the shape of -json: why is never null, and error is empty when the day is found.
type answer struct {
	workday.Deadline
	Error string `json:"error"`
}

// finish says what came out and returns the exit code.
func (a answer) finish(err error, asJSON bool, stdout, stderr io.Writer) int {
	if a.Why == nil {
		a.Why = []string{}
	}
	if err != nil {
		a.Error = strings.ReplaceAll(err.Error(), "\n", "；")
	}
	write := a.print
	if asJSON {
		write = a.printJSON
	}
	if e := write(stdout); e != nil {
		fmt.Fprintln(stderr, "reconsideration：", e)
		return exitUnusable
	}
	if err != nil {
		fmt.Fprintln(stderr, "reconsideration：", a.Error)
		return exitUnusable
	}
	return exitWell
}

func (a answer) printJSON(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(a)
}

// print writes nothing when there is an error; that is said elsewhere.
func (a answer) print(w io.Writer) error {
	if a.Error != "" {
		return nil
	}
	var b strings.Builder
	b.WriteString("届满日：" + a.End.Chinese())
	if a.Provisional {
		b.WriteString("（暂定）")
	}
	b.WriteString("\n理由：\n")
	for i, line := range a.Why {
		fmt.Fprintf(&b, "  %d. %s\n", i+1, line)
	}
	_, err := io.WriteString(w, b.String())
	return err
}
