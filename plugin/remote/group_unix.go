//go:build unix

package remote

import (
	"os"
	"os/exec"
	"syscall"
)

// ownGroup lets a program be the first of a group of its own.
func ownGroup(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }

// killGroup kills a child that has not been waited for, and all that it has started, except what has left the group.
func killGroup(p *os.Process) { _ = syscall.Kill(-p.Pid, syscall.SIGKILL) } // it may be empty already
