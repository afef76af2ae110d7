package remote

import (
	"errors"
	"syscall"
	"unsafe"
)

// Arguments of waitid(2).
const (
	byPid  = 1          // P_PID
	exited = 0x4        // WEXITED
	keep   = 0x01000000 // WNOWAIT
)

// awaitExit waits until a child has ended and leaves it for Wait, so that its number, which is also that of its group,
// belongs to nobody else yet.
func awaitExit(pid int) bool {
	var info [128]byte // siginfo_t
	for {
		_, _, err := syscall.Syscall6(syscall.SYS_WAITID, byPid, uintptr(pid), uintptr(unsafe.Pointer(&info)), exited|keep, 0, 0)
		if !errors.Is(err, syscall.EINTR) {
			return err == 0
		}
	}
}
