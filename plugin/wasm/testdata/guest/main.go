// Command guest is a plug-in for the tests with the tag tools. It is built with GOOS=wasip1 GOARCH=wasm, and is what it would
// be as a child process: it reads messages from standard input and answers on standard output, one a line.
//
//	guest kit     serves the plug-in of package protocoltest
//	guest FAULT   serves the plug-in of package faulty, with a fault of the start, or "none"
package main

import (
	"bufio"
	"bytes"
	"context"
	"log"
	"os"

	"github.com/fazhi-go/fazhi/internal/faults"
	"github.com/fazhi-go/fazhi/internal/faults/faulty"
	"github.com/fazhi-go/fazhi/plugin/protocol/protocoltest"
)

func main() {
	log.SetFlags(0)
	handle, err := handler(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	in := bufio.NewReader(os.Stdin)
	for {
		message, err := in.ReadBytes('\n')
		if err != nil {
			return // the host has closed the input
		}
		if _, err := os.Stdout.Write(append(handle(context.Background(), bytes.TrimSpace(message)), '\n')); err != nil {
			log.Fatal(err)
		}
	}
}

// handler returns what answers messages. No time passes for a module, so waiting ends at once: what is to last, works.
func handler(what string) (func(context.Context, []byte) []byte, error) {
	if what == "kit" {
		server := protocoltest.NewServer()
		return func(ctx context.Context, message []byte) []byte {
			if bytes.Contains(message, []byte(`"do":"wait"`)) {
				_ = faults.Commit(faults.Loop, "")
			}
			return server.Handle(ctx, message)
		}, nil
	}
	if what == string(faults.Slow) {
		return nil, faults.Commit(faults.Loop, "")
	}
	server, err := faulty.NewServer(faults.Fault(what))
	return server.Handle, err
}
