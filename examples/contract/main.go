// Command contract does what a platform for government contracts (政府合同) builds on this library, from the command line.
//
//	go run ./examples/contract sample 样例                              invented files to start from
//	go run ./examples/contract words 1409.50
//	go run ./examples/contract amount 人民币壹仟肆佰零玖元伍角
//	go run ./examples/contract law C6
//	go run ./examples/contract review 样例/投资合作协议.md
//	go run ./examples/contract check 样例/合同台账.xlsx -profile 样例/本地规定.json
//	go run ./examples/contract due 样例/合同台账.xlsx -today 2025-03-01
//	go run ./examples/contract stats 样例/合同台账.xlsx -year 2024 -last 样例/上年合同台账.xlsx -o 统计.xlsx
//	go run ./examples/contract ocds 样例/合同台账.xlsx -prefix ocds-aaaaaa
//	go run ./examples/contract ocds -import 样例/公布内容.json
//	go run ./examples/contract journey
//	go run ./examples/contract -h
//
// docs/contract.md explains every command with a sample.
//
// With -json there is one object on the standard output, whatever happens; lists are never null, and "error" is empty unless
// the exit code is 2. An issue is written as fazhi.Issue has it, amounts in fen:
//
//	sample   {"files": ["样例/历程.json"], "error"}
//	words    {"amount", "figures", "words", "also", "error"}
//	amount   {"amount", "figures", "words", "column", "problem", "basis", "error"}
//	law      {"rules": [{"id", "title", "items": [{"mode", "code", "doc", "ask", "basis", "from", "until"}]}], "error"}
//	review   {"title", "sort", "notes": issues, "clauses": [{"number", "heading", "level", "place"}],
//	         "checklist": [{"name", "need", "state", "places"}], "cues": issues, "computed": issues, "missing": issues,
//	         "questions": [{"code", "ask", "basis"}], "proposal": {"opinion", "why", "reasons", "open"}, "issues", "unset", "written", "error"}
//	check    {"contracts", "issues", "unset", "error"}
//	due      {"today", "counts": [due.Count], "items": [due.Item], "reminders": [due.Reminder], "opened", "moved", "closed",
//	         "issues", "unset", "written", "error"}
//	stats    {"grid": statistics.Grid, "rates": [{"name", "text", "num", "den", "scope"}], "changes": [{"item", "unit", "now", "before"}],
//	         "issues", "unset", "written", "error"}
//	ocds     {"package": ocds.ReleasePackage, "releases", "contracts": [{"serial", "name", "counterparty", "amount", "signed"}],
//	         "issues", "written", "error"}
//	journey  {"lines": [{"on", "step", "judged", "refused", "numbers", "limits", "heard"}],
//	         "trail": [{"seq", "on", "act", "step", "numbers", "due", "codes"}], "overdue": [{"on", "limits"}], "surprises", "error"}
//	others   {"error"}: a command line without a command, or with one that there is not
//
// testdata/json.golden has one of each.
//
// Exit codes: 0 all is well; 1 something was found: words that are no amount, an issue, something that looks wrong, a step that
// ended otherwise than its story says; 2 the command line or a file is unusable, and nothing is printed.
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
