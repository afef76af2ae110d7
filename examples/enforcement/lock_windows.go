package main

import (
	"errors"
	"os"
	"syscall"
)

// errSharing is ERROR_SHARING_VIOLATION.
const errSharing syscall.Errno = 32

// openAlone opens a file, makes it if need be, and shares it with nobody. It fails with errBusy when another process has it.
func openAlone(path string) (*os.File, error) {
	name, err := syscall.UTF16PtrFromString(path)
	if err != nil {
		return nil, err
	}
	h, err := syscall.CreateFile(name, syscall.GENERIC_READ|syscall.GENERIC_WRITE, 0, nil, syscall.OPEN_ALWAYS, syscall.FILE_ATTRIBUTE_NORMAL, 0)
	switch {
	case errors.Is(err, errSharing):
		return nil, errBusy
	case err != nil:
		return nil, err
	}
	return os.NewFile(uintptr(h), path), nil
}

// remove ends the lock; the system does not let go of a file that is open. If another run has it by then, it stays.
func remove(f *os.File, path string) {
	_ = f.Close()
	_ = os.Remove(path)
}
