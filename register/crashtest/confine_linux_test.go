package crashtest

import (
	"os/signal"
	"syscall"
)

// confine takes away from this process what the order says.
func (o *order) confine() error {
	if o.Limit > 0 {
		signal.Ignore(syscall.SIGXFSZ) // so that writing fails instead
		limit := syscall.Rlimit{Cur: o.Limit, Max: o.Limit}
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
			return err
		}
	}
	if o.Account != 0 {
		return syscall.Setuid(o.Account)
	}
	return nil
}
