package wasm

import (
	"context"

	"github.com/fazhi-go/fazhi/plugin/protocol"
)

// Unstoppable is Conn without what ends an instance that does not end.
func (m Module) Unstoppable(ctx context.Context) (protocol.Conn, error) { return m.open(ctx, false) }

// Tables is what is read of a module before it is compiled.
func Tables(module []byte) (bounded bool, err error) { return tables(module) }

// Answered is what a line is asked before it is an answer.
func Answered(message, line []byte, first bool) error {
	q, err := newQuestion(message)
	if err != nil {
		return err
	}
	return q.answered(line, first)
}

// Start starts an instance, and throws it away when it asks for its first message.
func Start(ctx context.Context, conn protocol.Conn) error {
	i, err := conn.(*Conn).start(ctx)
	if err == nil {
		i.kill()
	}
	return err
}
