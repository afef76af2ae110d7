// Command normdoc reads, checks and compares the texts of laws and normative documents (法律、法规、规范性文件) from the command
// line: for a tester who wants to see what the packages statute and normdoc do, and for a clerk who has a draft on the desk.
//
//	go run ./examples/normdoc sample 样例              invented documents to start from
//	go run ./examples/normdoc check 样例/办法.txt       what is wrong with numbers, headings and citations
//	go run ./examples/normdoc stat 样例/*.txt           what is in them, a line of JSON each
//	go run ./examples/normdoc format 样例/办法.txt      the text as the tree gives it back
//	go run ./examples/normdoc diff 样例/办法.txt 样例/办法-修改后.txt
//	go run ./examples/normdoc catalogue 2025-05-01 -ledger 样例/台账.csv -o 目录.xlsx
//	go run ./examples/normdoc journey 样例/历程.json    a document from its draft to its end
//	go run ./examples/normdoc -h
//
// Texts are .txt and .md in UTF-8 or GB 18030, and .docx; "-" is the standard input, which is text. A file has at most
// 64 MiB. What is printed is UTF-8.
//
// check judges what a normative document says by the rules of package normdoc/content with an empty profile; -law leaves that
// out, for laws and regulations. Citations of other texts are looked up in the texts that the file of -library names, where a
// version without "file" is known and not held; which articles got other numbers, the comparison of the versions says.
//
// stat counts and does not judge: its exit code is 0 whatever is in the texts. "articles", "chapters", "sections" and
// "books" (条, 章, 节, 编) are the document's own headings, "quotedArticles" those of other documents that it quotes;
// "items" are all 项 in brackets, "citations" all places where a law or an article is cited, "gaps" the numbers that are
// missing among its own articles, "issues" what statute.Parse and CheckCites report, "bytes" the size of the file and "ms" the
// milliseconds that parsing and checking took.
//
// With -json there is one object on the standard output, whatever happens; lists are never null, and "error" is empty unless
// the exit code is 2. An issue is written as fazhi.Issue has it:
//
//	check    {"issues": [issue], "unknownCitations": 0, "error"}: citations of other texts that -library does not know
//	format   {"text", "error"}
//	stat     {"files": [as the lines without -json], "error"}
//	number   {"numbers": [{"text", "readings": [{"series", "number", "organ", "year", "serial", "next", "notes"}], "reason"}], "error"}
//	diff     {"diff": as package statute/diff writes it or null, "error"}
//	amend    {"text", "failed": ["第三条：…"], "issues": [issue], "error"}
//	akn      {"xml", "error"}
//	asof     {"on", "versions": [{"id", "title", "version", "numbers", "from", "to", "why"}], "issues": [issue], "error"}
//	catalogue {"on", "file", "documents": 2, "issues": [issue], "error"}: the file that was written, and how many it lists
//	journey  {"trail": [{"on", "step", "numbers", "limits", "refused"}], "inForce", "reminders", "surprises", "error"}
//	sample   {"files": ["样例/办法.txt"], "error"}
//	others   {"error"}: a command line without a command, or with one that there is not
//
// testdata/json.golden has one of each.
//
// Exit codes: 0 all is well; 1 something was found, be it a notice; 2 the command line or a file is unusable, nothing is
// printed for any file.
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
