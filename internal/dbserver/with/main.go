//go:build linux

// Command with runs a command beside a private PostgreSQL and a private MariaDB, whose addresses it hands over in
// FAZHI_POSTGRES and FAZHI_MYSQL. Both are gone when the command ends; its exit code is the command's.
//
//	go run ./internal/dbserver/with go test -tags tools ./register/...
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"syscall"

	"github.com/fazhi-go/fazhi/internal/dbserver"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := run(ctx, os.Args[1:])
	stop()
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit):
		os.Exit(max(exit.ExitCode(), 1)) // the command has said why
	case err != nil:
		fmt.Fprintln(os.Stderr, "with:", err)
		os.Exit(2)
	}
}

func run(ctx context.Context, command []string) (err error) {
	if len(command) == 0 {
		return errors.New("usage: with command [argument ...]")
	}
	env := os.Environ()
	for _, s := range []struct {
		variable string
		start    func(context.Context) (*dbserver.Server, error)
	}{
		{"FAZHI_POSTGRES", dbserver.PostgreSQL},
		{"FAZHI_MYSQL", dbserver.MariaDB},
	} {
		server, e := s.start(ctx)
		if e != nil {
			return e
		}
		defer func() { err = errors.Join(err, server.Stop()) }()
		env = append(env, s.variable+"="+server.DSN())
	}
	cmd := exec.CommandContext(ctx, command[0], command[1:]...)
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) }
	cmd.Env, cmd.Stdin, cmd.Stdout, cmd.Stderr = env, os.Stdin, os.Stdout, os.Stderr
	return cmd.Run()
}
