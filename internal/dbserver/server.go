//go:build linux

package dbserver

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"
)

// A Server is one that this process has started. One goroutine has it.
type Server struct {
	name    string
	dir     string // all that it writes
	dsn     string
	account *syscall.Credential // nil: the caller's
	command []string
	ready   func(context.Context) bool

	process *exec.Cmd
	exited  chan struct{}
}

// DSN returns the address for the packages register/postgres and register/mysql. It stays when the server is started again.
func (s *Server) DSN() string { return s.dsn }

// Start starts a server that was killed, and waits until it takes connections.
func (s *Server) Start(ctx context.Context) error {
	if s.process != nil {
		return fmt.Errorf("dbserver: %s runs already", s.name)
	}
	log, err := os.OpenFile(s.logFile(), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("dbserver: %w", err)
	}
	defer log.Close()
	cmd := s.under(s.command...)
	cmd.Stdout, cmd.Stderr = log, log
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("dbserver: %w", err)
	}
	exited := make(chan struct{})
	go func() {
		_ = cmd.Wait()
		close(exited)
	}()
	s.process, s.exited = cmd, exited
	if err := s.await(ctx); err != nil {
		return errors.Join(err, s.Kill())
	}
	return nil
}

// patience is how long a server may take to be ready.
const patience = time.Minute

// await waits until the server is ready.
func (s *Server) await(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for !s.ready(ctx) {
		select {
		case <-s.exited:
			return fmt.Errorf("dbserver: %s ended while it started; its log ends with\n%s", s.name, s.logTail())
		case <-ctx.Done():
			return fmt.Errorf("dbserver: %s is not ready: %w; its log ends with\n%s", s.name, ctx.Err(), s.logTail())
		case <-tick.C:
		}
	}
	return nil
}

// Kill ends the server and all its children with SIGKILL. It does nothing if the server does not run.
func (s *Server) Kill() error {
	if s.process == nil {
		return nil
	}
	err := killTree(s.process.Process.Pid)
	<-s.exited
	s.process = nil
	return err
}

// Stop ends the server and removes its data.
func (s *Server) Stop() error { return errors.Join(s.Kill(), os.RemoveAll(s.dir)) }

// under returns a command under the server's account, which ends with this process.
func (s *Server) under(command ...string) *exec.Cmd {
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Dir = s.dir
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: s.account, Setpgid: true, Pdeathsig: syscall.SIGKILL}
	return cmd
}

// run runs a command to its end.
func (s *Server) run(command ...string) error {
	if out, err := s.under(command...).CombinedOutput(); err != nil {
		return fmt.Errorf("dbserver: %s: %w\n%s", filepath.Base(command[0]), err, out)
	}
	return nil
}

func (s *Server) logFile() string { return filepath.Join(s.dir, "log") }

// logTail returns the end of the log.
func (s *Server) logTail() string {
	const most = 2000
	text, _ := os.ReadFile(s.logFile())
	return string(text[max(0, len(text)-most):])
}
