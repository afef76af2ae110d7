// Command gongwen makes, measures and proofreads official documents (公文, GB/T 9704-2012) from the command line: for a tester
// who wants to see what the packages under gongwen do, and for a clerk who has a text and needs the page.
//
//	go run ./examples/gongwen sample 样例                          example documents to start from
//	go run ./examples/gongwen convert 样例/通知.md -o 通知.pdf -o 通知.docx
//	go run ./examples/gongwen inspect 通知.pdf                     measures a finished file, whoever made it
//	go run ./examples/gongwen lint 通知.docx                       what is wrong with the writing
//	go run ./examples/gongwen lint 通知.docx -fix -o 改后.docx      the same, with the safe corrections made
//	go run ./examples/gongwen -h
//
// convert and lint read Markdown with front matter (see package report/narrative), Word files and plain text; they write
// PDF, Word, OFD and HTML, as the names of the files say. Pictures of Markdown are those of its own folder and the folders
// below it. A file that is read has at most 64 MiB, Markdown 1 MiB. A file is written whole or not at all, and never over
// one that was read.
//
// With -json there is one object on the standard output, whatever happens; lists are never null, and "error" is empty unless
// the exit code is 2. An issue is written as fazhi.Issue has it:
//
//	convert  {"pages": 3, "files": [{"path", "format"}], "issues": [issue], "error"}
//	inspect  {"certificate": inspect.Certificate or null, "error"}
//	lint     {"findings": [issue and "offset", "fix": {"offset", "old", "new"} or null], "fixed": 0, "fixes": [as findings],
//	          "pages": 0, "files": [{"path", "format"}], "issues": [issue], "error"}
//	sample   {"files": ["样例/通知.md"], "error"}
//	others   {"error"}: a command line without a command, or with one that there is not
//
// testdata/json.golden has one of each. "pages" is 0 where neither PDF nor OFD was written, whose pages are counted.
// "findings" are of the writing, "issues" of reading and setting the document; after -fix the findings are those that
// remain, "fixes" are the findings that were corrected, and "fixed" is how many. Where one correction made room for another,
// the "offset" of the latter is that in the text after the former.
//
// Word files and texts are read for what they say and set anew: their own form is not kept. Where the title, the signature,
// the date or, of a Word file, the head was not recognised, there is a notice (gongwen/convert/reflowed).
//
// Exit codes: 0 all is well; 1 something was found, be it a notice: the files are written unless there is an error and no
// -force, and "files" is empty when they are not; 2 the command line or a file is unusable, nothing is written.
package main

import (
	"context"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

func main() { cli.Main(run) }

// run is the program without the process around it.
func run(ctx context.Context, args []string, w cli.World) int {
	return new(session).program().Run(ctx, args, w)
}
