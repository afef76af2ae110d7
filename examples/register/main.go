// Command register keeps a book (登记簿) from the command line: for a tester who wants to see what the package register does,
// and for a clerk who wants to try it.
//
//	go run ./examples/register add -organ 鲤城区司法局 -series 泉鲤司 -kind contract -id HT-1 合同.json
//	go run ./examples/register step -step 签订 contract:HT-1
//	go run ./examples/register trail contract:HT-1
//	go run ./examples/register verify
//	go run ./examples/register -h
//
// The book lies in the file 登记簿.db of the working directory unless -store says otherwise. Documents are JSON and are kept
// as they are: this program seals no personal data, so try it with invented ones.
//
// With -json there is one object on the standard output, whatever happens; testdata/json.golden has one of each command.
// Entries in it are written as docs/trail.md has them. "error" is empty unless the exit code is 2.
//
// Exit codes: 0 all is well; 1 something was found: a rule refused, the book or an archive has faults, a proof or a signature
// does not hold; 2 the command line, a file or the store is unusable.
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
