//go:build unix && !aix && !solaris

package main

import (
	"errors"
	"os"
	"syscall"
)

// openAlone opens a file, makes it if need be, and locks it. It fails with errBusy when another process has locked it.
func openAlone(path string) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o644)
	if err != nil {
		return nil, err
	}
	err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if err == nil {
		return f, nil
	}
	_ = f.Close()
	if errors.Is(err, syscall.EWOULDBLOCK) {
		err = errBusy
	}
	return nil, err
}

// remove ends the lock: the file goes first, so that nobody locks one that is about to go.
func remove(f *os.File, path string) {
	_ = os.Remove(path)
	_ = f.Close()
}
