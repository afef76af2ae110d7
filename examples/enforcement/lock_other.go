//go:build aix || solaris || (!unix && !windows)

package main

import "os"

// openAlone opens a file. These systems have no lock that ends with the process, so two runs at once are not told apart;
// files are still never replaced.
func openAlone(path string) (*os.File, error) {
	return os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o644)
}

func remove(f *os.File, path string) {
	_ = f.Close()
	_ = os.Remove(path)
}
