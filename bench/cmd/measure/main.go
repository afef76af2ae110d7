// Command measure runs a program and prints what it took: seconds on the wall, seconds of processor time (user and system)
// and the most memory in MiB, its children's included: measure COMMAND ARGUMENTS….
package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"syscall"
	"time"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "measure:", err)
		os.Exit(2)
	}
}

func run(args []string) error {
	if len(args) == 0 {
		return errors.New("usage: measure COMMAND ARGUMENTS…")
	}
	c := exec.Command(args[0], args[1:]...)
	c.Stdout, c.Stderr = os.Stderr, os.Stderr
	start := time.Now()
	if err := c.Run(); err != nil {
		return fmt.Errorf("%v: %w", args, err)
	}
	wall := time.Since(start)
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_CHILDREN, &u); err != nil {
		return err
	}
	const mebi = 1024 // Linux counts in KiB
	fmt.Printf("%.3f %.3f %d\n", wall.Seconds(), time.Duration(u.Utime.Nano()+u.Stime.Nano()).Seconds(), u.Maxrss/mebi)
	return nil
}
