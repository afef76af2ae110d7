// Command enforcement scores case files of enforcement organs (行政执法案卷评查), holds a round of review from the draw to the
// circular (通报), and looks for repeated enforcement (重复执法预警), from the command line.
//
//	go run ./examples/enforcement sample 样例                      invented files to start from
//	go run ./examples/enforcement rubrics                          the built-in rubrics
//	go run ./examples/enforcement score house/penalty 样例/案卷.json
//	go run ./examples/enforcement review 样例/评查                 a whole round; run it again whenever something has come
//	go run ./examples/enforcement repeat 样例/执法信息.csv
//	go run ./examples/enforcement import 样例/列名对照.csv 样例/平台导出.csv -o 案卷.jsonl
//	go run ./examples/enforcement -h
//
// docs/enforcement.md explains the folder of a round and the form of every file.
//
// With -json there is one object on the standard output, whatever happens; lists are never null, and "error" is empty unless
// the exit code is 2. An issue is written as fazhi.Issue has it:
//
//	sample   {"files": ["样例/案卷.json"], "error"}
//	rubrics  {"rubrics": [rubrics.Info], "rubric": {"id", "name", "version", "basis", "items", "human", "digest"} or null, "issues", "written", "error"}
//	score    {"scores": [{"file", "rubric", "version", "score", "grade", "vetoes", "final", "deductions", "waiting", "fileDigest", "digest",
//	         "explanation": score.Explanation or null}], "issues", "written", "error"}
//	review   {"round", "files", "others", "drawn", "roster", "sheets", "results", "waits", "done", "written", "unchanged", "digest", "issues", "error"}
//	repeat   {"warnings": [repeat.Warning], "tally": repeat.Tally, "issues", "written", "error"}
//	import   {"files", "written", "issues", "error"}
//	others   {"error"}: a command line without a command, or with one that there is not
//
// testdata/json.golden has one of each.
//
// Exit codes: 0 all is well; 1 something was found: an issue, a warning, or something that a round waits for; 2 the command
// line or a file is unusable, and nothing is printed.
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
