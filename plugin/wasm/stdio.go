package wasm

import (
	"bytes"
	"context"
	"fmt"
	"io"

	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/plugin/protocol"
)

// stdio is standard input and output of one instance, and used by its goroutine only.
type stdio struct {
	life   context.Context // of the instance
	i      *instance
	limit  int    // of an answer
	rest   []byte // of the message that the module is reading
	wrote  []byte // since the message
	fault  error
	errors *lines // standard error
}

// Read gives the module what is left of the message. After that, the turn is the host's until the next message.
func (s *stdio) Read(p []byte) (int, error) {
	if len(s.rest) == 0 && !s.next() {
		return 0, io.EOF
	}
	n := copy(p, s.rest)
	s.rest = s.rest[n:]
	return n, nil
}

// next hands over what was written, and waits for a message.
func (s *stdio) next() bool {
	if s.fault != nil {
		return false
	}
	select {
	case s.i.turns <- turn{wrote: s.wrote}:
	case <-s.life.Done():
		return false
	}
	select {
	case message := <-s.i.messages:
		s.rest, s.wrote = message, nil
		s.errors.again()
		return true
	case <-s.life.Done():
		return false
	}
}

// Write keeps what the module writes; beyond the limit, it ends the instance.
func (s *stdio) Write(p []byte) (int, error) {
	if s.fault == nil && len(p) > s.limit+1-len(s.wrote) { // one more for the end of the line
		s.fault = fmt.Errorf("%w（上限 %d 字节）", protocol.ErrTooLarge, s.limit)
		s.i.kill()
	}
	if s.fault != nil {
		return 0, s.fault
	}
	s.wrote = append(s.wrote, p...)
	return len(p), nil
}

// line returns the one line that a turn consists of.
func (t turn) line() ([]byte, error) {
	if t.fault != nil || t.ended && (t.err != nil || len(t.wrote) == 0) {
		return nil, t.end()
	}
	line, rest, whole := bytes.Cut(t.wrote, []byte("\n"))
	switch {
	case len(t.wrote) == 0:
		return nil, bad("没有答复就读下一条消息")
	case !whole:
		return nil, bad("答复没有以换行结束")
	case len(rest) > 0:
		return nil, bad("对一条消息的答复不止一行")
	}
	return bytes.TrimSuffix(line, []byte("\r")), nil
}

// end says why a turn was the last.
func (t turn) end() error {
	if t.fault != nil {
		return t.fault
	}
	return ended(t.err)
}

func bad(what string) error { return fmt.Errorf("%w：%s", plugin.ErrAnswer, what) }
