package crashtest

import (
	"bufio"
	"context"
	"os"
	"sync"
)

// What the parent says, byte by byte.
const (
	pause = 'p'
	goOn  = 'g'
)

// listen returns a context that ends when the parent closes the pipe, or dies. Between pause and goOn the gate is shut.
func listen(gate *sync.RWMutex) context.Context {
	ctx, cancel := context.WithCancel(context.Background())
	go func() {
		defer cancel()
		shut := false
		for in := bufio.NewReader(os.Stdin); ; {
			said, err := in.ReadByte()
			if shut != (err == nil && said == pause) {
				if shut = !shut; shut {
					gate.Lock()
				} else {
					gate.Unlock()
				}
			}
			if err != nil {
				return
			}
		}
	}()
	return ctx
}
