//go:build linux

package dbserver

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
	"time"
)

// killTree kills a process and its children. It is stopped first, so that it makes no new ones and does not see them die.
func killTree(pid int) error {
	if err := signal(pid, syscall.SIGSTOP); err != nil {
		return err
	}
	var failed []error
	killed := append(children(pid), pid)
	for _, p := range killed {
		failed = append(failed, signal(p, syscall.SIGKILL))
	}
	for _, p := range killed {
		failed = append(failed, waitGone(p))
	}
	return errors.Join(failed...)
}

// waitGone waits until a process that was killed has ended: until then it holds its sockets. Who reaps it does not matter.
func waitGone(pid int) error {
	for range 2500 {
		if state, _, ok := stat(pid); !ok || state == "Z" || state == "X" {
			return nil
		}
		time.Sleep(2 * time.Millisecond)
	}
	return fmt.Errorf("dbserver: process %d does not end", pid)
}

// signal sends a signal. A process that has ended meanwhile is no error.
func signal(pid int, s syscall.Signal) error {
	if err := syscall.Kill(pid, s); err != nil && !errors.Is(err, syscall.ESRCH) {
		return fmt.Errorf("dbserver: process %d: %w", pid, err)
	}
	return nil
}

// children returns the processes whose parent is pid. They cannot be killed by their group: those of PostgreSQL have one
// each.
func children(pid int) []int {
	var found []int
	processes, _ := filepath.Glob("/proc/[0-9]*")
	for _, folder := range processes {
		child, err := strconv.Atoi(filepath.Base(folder))
		if err != nil {
			continue
		}
		if _, parent, ok := stat(child); ok && parent == pid {
			found = append(found, child)
		}
	}
	return found
}

// stat returns the state of a process and its parent, and false if there is no such process.
func stat(pid int) (state string, parent int, ok bool) {
	text, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(pid), "stat"))
	if err != nil {
		return "", 0, false
	}
	// "123 (name, maybe with blanks) S 45 …": after the name come the state and the parent.
	fields := bytes.Fields(text[bytes.LastIndexByte(text, ')')+1:])
	if len(fields) < 2 {
		return "", 0, false
	}
	parent, err = strconv.Atoi(string(fields[1]))
	return string(fields[0]), parent, err == nil
}
