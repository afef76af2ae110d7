// Command activity helps to declare a work area (工作领域) of a bureau as data, from the command line.
//
//	go run ./examples/activity sample 样例                      invented files to start from
//	go run ./examples/activity new 人民监督                       人民监督.yaml with comments, 人民监督.xlsx with drop-downs
//	go run ./examples/activity new 公证服务 -from 样例/公证.yaml     公证服务.xlsx, the form of a declaration that there is
//	go run ./examples/activity check 样例/公证.yaml               the declaration alone
//	go run ./examples/activity check 样例/公证.yaml 样例/公证服务.csv -year 2024
//	go run ./examples/activity list
//	go run ./examples/activity schema
//	go run ./examples/activity -h
//
// docs/activity.md explains the declarations, and every command with a sample.
//
// With -json there is one object on the standard output, whatever happens; lists are never null, and "error" is empty unless
// the exit code is 2. An issue is written as fazhi.Issue has it:
//
//	sample, new  {"files": ["样例/公证.yaml"], "error"}
//	check        {"areas": [{"kind", "sheet", "slot", "doc", "columns", "figures": [{"id", "name", "text", "scope"}], "rows",
//	             "sentence"}], "issues", "error"}
//	list         {"areas": as above, "error"}
//	schema       {"schema": the JSON Schema, "error"}
//	others       {"error"}: a command line without a command, or with one that there is not
//
// testdata/json.golden has one of each.
//
// Exit codes: 0 all is well; 1 something was found: a fault of the declaration, an issue of the ledger; 2 the command line or a
// file is unusable, and nothing is printed.
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
	kind, from, folder, year, today string
}
