// Command mediation does what a platform for people's mediation (人民调解) builds on this library, from the command line.
//
//	go run ./examples/mediation sample 样例                       invented files to start from
//	go run ./examples/mediation check 样例/人民调解台账.xlsx
//	go run ./examples/mediation due 样例/人民调解台账.xlsx -today 2025-03-01
//	go run ./examples/mediation stats 样例/年度台账.csv -period 2024 -compare -o 统计.xlsx
//	go run ./examples/mediation doubles 样例/人民调解台账.xlsx -key 样例/试用密钥.txt
//	go run ./examples/mediation decide 样例/人民调解台账.xlsx 清调2025-003 泉调2025-011 -decisions 确认.json -role 司法所负责人 -reason 同一事项
//	go run ./examples/mediation journey -o 卷宗
//	go run ./examples/mediation -h
//
// docs/mediation.md explains every command with a sample.
//
// With -json there is one object on the standard output, whatever happens; lists are never null, and "error" is empty unless
// the exit code is 2. An issue is written as fazhi.Issue has it, amounts in fen:
//
//	sample   {"files": ["样例/历程.json"], "error"}
//	check    {"disputes", "issues", "error"}
//	due      {"today", "counts": [{"view", "items", "disputes", "late"}],
//	         "items": [{"view", "dispute", "what", "day", "left", "late", "open", "urgent", "basis"}], "uncounted", "issues", "written", "error"}
//	stats    {"grid": indicators.Grid, "rates": [{"name", "text", "num", "den", "scope"}], "changes": [{"item", "unit", "now", "before"}],
//	         "issues", "written", "error"}
//	doubles  {"result": doubles.Result, "issues", "written", "error"}
//	decide   {"decision": doubles.Decision, "stays": doubles.Entry, "decided", "withdrawn", "written", "error"}
//	journey  {"lines": [{"on", "step", "judged", "refused", "limits", "heard"}],
//	         "trail": [{"seq", "on", "act", "step", "due", "codes"}], "alerts": [dispute.Alert],
//	         "papers": [{"key", "title", "files"}], "issues", "surprises", "written", "error"}
//	others   {"error"}: a command line without a command, or with one that there is not
//
// testdata/json.golden has one of each.
//
// Exit codes: 0 all is well; 1 something was found: an issue, something late, a dispute that may be registered twice, a step that
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
