//go:build !unix

package remote

import (
	"os"
	"os/exec"
)

// There are no groups here: what a program has started outlives it. A job object would be the way on Windows.

func ownGroup(*exec.Cmd) {}

func killGroup(p *os.Process) { _ = p.Kill() } // it may have ended already

func awaitExit(int) bool { return false }
