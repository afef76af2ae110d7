package faults

import (
	"errors"
	"fmt"
	"net"
	"os"
	"runtime/debug"
	"time"
)

// What Commit says when the plug-in is still there.
var (
	errBlocked   = errors.New("faults: blocked")
	errUnlimited = errors.New("faults: nothing limits memory")
)

// IsBlocked reports whether Commit was kept from what it wanted.
func IsBlocked(err error) bool { return errors.Is(err, errBlocked) }

// Commit commits a fault in the process that calls it. For File, Network and Secret the argument is a path, an address, the
// name of a variable. Faults of the start and of the wire are none here: see Spoil.
func Commit(f Fault, argument string) error {
	switch f {
	case Loop:
		spin()
	case Memory:
		return exhaust()
	case Panic:
		panic("invented")
	case Nil:
		var list *struct{ next int }
		list.next++ // the fault
	case Crash:
		go panic("invented")
		select {}
	case Recursion:
		debug.SetMaxStack(64 << 20) // the default is 1 GB; the end is the same
		deep(0)
	case Noise:
		fmt.Println("plug-in ready")
	case Exit:
		os.Exit(3)
	case File:
		_, err := os.ReadFile(argument)
		return blocked(err)
	case Network:
		return blocked(connect(argument))
	case Secret:
		if os.Getenv(argument) == "" {
			return errBlocked
		}
	}
	return nil
}

func spin() {
	for i := 0; ; i++ {
		if i < 0 {
			i = 0
		}
	}
}

// exhaust takes memory until somebody forbids it, and stops at a gigabyte so that it harms no machine.
func exhaust() error {
	var kept [][]byte
	for range 64 {
		block := make([]byte, 16<<20)
		for i := 0; i < len(block); i += 4096 {
			block[i] = 1
		}
		kept = append(kept, block)
	}
	return fmt.Errorf("%w: %d blocks", errUnlimited, len(kept))
}

func deep(n int) int {
	var room [1024]byte
	room[n%len(room)] = 1
	if n < 0 { // never
		return 0
	}
	return deep(n+1) + int(room[0])
}

func connect(address string) error {
	conn, err := net.DialTimeout("tcp", address, 5*time.Second)
	if err != nil {
		return err
	}
	return conn.Close()
}

func blocked(err error) error {
	if err != nil {
		return fmt.Errorf("%w: %w", errBlocked, err)
	}
	return nil
}
