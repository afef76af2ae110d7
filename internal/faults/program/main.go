// The program serves the plug-in of package faulty.
//
//	program stdio FAULT          on standard input and output, with a fault of the start, or "none"
//	program http FAULT ADDRESS   over HTTP; prints the address on standard output
//	program kit -                serves the kit of package protocoltest on standard input and output
//	program hold PATH            opens a named pipe for writing and keeps it open: as long as it lives, its reader waits
package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"time"

	"github.com/fazhi-go/fazhi/internal/faults"
	"github.com/fazhi-go/fazhi/internal/faults/faulty"
	"github.com/fazhi-go/fazhi/plugin/protocol/protocoltest"
	"github.com/fazhi-go/fazhi/plugin/remote"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) < 2 {
		return errors.New("usage: program stdio|http|kit|hold ARGUMENT…")
	}
	switch args[0] {
	case "hold":
		return hold(args[1])
	case "kit":
		return remote.ServeStdio(context.Background(), os.Stdin, os.Stdout, protocoltest.NewServer())
	}
	s, err := faulty.NewServer(faults.Fault(args[1]))
	if err != nil {
		return err
	}
	if args[0] == "http" {
		return listen(s, args[2])
	}
	return remote.ServeStdio(context.Background(), os.Stdin, os.Stdout, s)
}

func hold(path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	defer f.Close()
	fmt.Println("held")
	time.Sleep(time.Hour)
	return nil
}

func listen(s *faulty.Server, address string) error {
	l, err := net.Listen("tcp", address)
	if err != nil {
		return err
	}
	fmt.Println(l.Addr())
	server := &http.Server{Handler: remote.Handler(s), ReadHeaderTimeout: 10 * time.Second}
	return server.Serve(l)
}
