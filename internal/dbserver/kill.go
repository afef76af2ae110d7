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
)

// killTree kills a process and its children. It is stopped first, so that it makes no new ones and does not see them die.
func killTree(pid int) error {
	if err := signal(pid, syscall.SIGSTOP); err != nil {
		return err
	}
	var failed []error
	for _, child := range children(pid) {
		failed = append(failed, signal(child, syscall.SIGKILL))
	}
	return errors.Join(append(failed, signal(pid, syscall.SIGKILL))...)
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
	stats, _ := filepath.Glob("/proc/[0-9]*/stat")
	for _, file := range stats {
		text, err := os.ReadFile(file)
		if err != nil {
			continue // it has ended
		}
		// "123 (name, maybe with blanks) S 45 …": after the name come the state and the parent.
		fields := bytes.Fields(text[bytes.LastIndexByte(text, ')')+1:])
		if len(fields) < 2 || string(fields[1]) != strconv.Itoa(pid) {
			continue
		}
		if child, err := strconv.Atoi(filepath.Base(filepath.Dir(file))); err == nil {
			found = append(found, child)
		}
	}
	return found
}
