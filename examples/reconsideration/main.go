// Command reconsideration does what a system for administrative reconsideration (行政复议) and suits (行政应诉) builds on this
// library, from the command line.
//
//	go run ./examples/reconsideration sample 样例                        invented files to start from
//	go run ./examples/reconsideration clock -start 2024-02-08 -period 5wd
//	go run ./examples/reconsideration code make 99010201 2024 17
//	go run ./examples/reconsideration code check 99010201-2024-000017-9
//	go run ./examples/reconsideration stats 样例/行政复议.csv 样例/行政应诉.csv -period 2024 -compare
//	go run ./examples/reconsideration mask 样例/决定书.txt -o 公开稿.txt
//	go run ./examples/reconsideration journey -o 文书
//	go run ./examples/reconsideration -h
//
// docs/reconsideration.md explains every command with a sample.
//
// With -json there is one object on the standard output, whatever happens; lists are never null, and "error" is empty unless
// the exit code is 2. An issue is written as fazhi.Issue has it:
//
//	sample   {"files": ["样例/决定书.txt"], "error"}
//	clock    {"raw", "end", "moved", "provisional", "why", "error"}: workday.Deadline
//	code     {"code", "organ", "year", "serial", "problems": [{"column", "near", "reason"}], "suggestions", "error"}
//	stats    {"period", "grids": [statistics.Grid], "rates": [{"id", "name", "form", "text", "num", "den", "scope", "before", "change"}],
//	         "balances": [{"form", "held", "broken"}], "issues", "written", "error"}
//	mask     {"places": [redact.Place], "left": issues, "text", "written", "error"}
//	journey  {"code", "id", "law", "defendant", "steps": [casecode.Step], "standings": [{"on", "step", "clocks", "suits"}],
//	         "view": casecode.View, "papers": [{"key", "title", "number", "file"}], "issues", "error"}
//	others   {"error"}: a command line without a command, or with one that there is not
//
// testdata/json.golden has one of each.
//
// Exit codes: 0 all is well; 1 something was found: a wrong code, an issue, something that masking may have left; 2 the
// command line or a file is unusable, and nothing is printed.
package main

import (
	"context"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

func main() { cli.Main(run) }

// run is the program without the process around it.
func run(ctx context.Context, args []string, w cli.World) int {
	s := &session{World: w}
	return s.program().Run(ctx, args, w)
}

// A session is one run of a command.
type session struct {
	cli.World
	options
}
