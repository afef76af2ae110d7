package cli

import (
	"context"
	"io"
	"os"
	"os/signal"
	"time"
)

// Exit codes.
const (
	Well     = 0 // all is well
	Found    = 1 // something was found
	Unusable = 2 // the command line or a file is unusable
)

// A World is what the process lends to a program.
type World struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Now            func() time.Time
}

// Main runs a program in the process's world and ends the process with its exit code. Ctrl-C ends its context, and a second
// one the process at once.
func Main(run func(ctx context.Context, args []string, w World) int) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	context.AfterFunc(ctx, stop)
	os.Exit(run(ctx, os.Args[1:], World{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Now: time.Now}))
}
