package protocoltest

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"

	"github.com/fazhi-go/fazhi/plugin/protocol"
)

// greeting is a setting that comes back in each answer: only a plug-in that was given the first request knows it.
const greeting = "幸会："

const greet = `{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocols":["` + protocol.Version + `"],"library":"kit","probe":"` +
	protocol.Probe + `","settings":{"greeting":"` + greeting + `"}}}`

// request writes a task as a check.
func request(id int, do, text string) []byte {
	return fmt.Appendf(nil, `{"jsonrpc":"2.0","id":%d,"method":"check","params":{"document":{"kind":"kit","id":"1","title":"x",`+
		`"content":{"do":"%s","text":"%s"}},"today":"2024-05-01","codes":["%s"]}}`, id, do, text, code)
}

// read reads an answer loosely: what it must be is not the Conn's affair.
func (t *trial) read(answer []byte) (r protocol.Response) {
	if err := json.Unmarshal(answer, &r); err != nil {
		t.stop("the answer cannot be read: %v", err)
	}
	if r.Error != nil {
		t.stop("the answer is a fault: %v", r.Error)
	}
	return r
}

// expect notes when the answer is not that to a request.
func (t *trial) expect(id int, text string, answer []byte, err error) {
	if err != nil {
		t.fault("request %d: %v", id, err)
		return
	}
	var r protocol.Response
	var result protocol.CheckResult
	if err := errors.Join(json.Unmarshal(answer, &r), json.Unmarshal(r.Result, &result)); err != nil {
		t.fault("request %d: the answer cannot be read: %.300s", id, answer)
		return
	}
	if int(r.ID) != id || len(result.Issues) != 1 || result.Issues[0].Message != greeting+digest(text) {
		t.fault("request %d has another answer than its own", id)
	}
}

// together runs functions at once and waits for them.
func (t *trial) together(functions ...func()) {
	var all sync.WaitGroup
	for _, f := range functions {
		all.Go(func() {
			defer t.recover()
			f()
		})
	}
	all.Wait()
}

// ask calls and expects.
func (t *trial) ask(id int, text string) {
	answer, err := t.conn.Call(t.ctx, request(id, say, text))
	t.expect(id, text, answer, err)
}

func callAnswers(t *trial) {
	for id := 2; id < 12; id++ {
		t.ask(id, fmt.Sprintf("第%d问", id))
	}
}

func callOdd(t *trial) {
	answer, err := t.conn.Call(t.ctx, request(2, odd, "x"))
	switch {
	case err != nil:
		t.fault("%v", err)
	case !bytes.Contains(answer, []byte(oddly)):
		t.fault("the answer came in another form: %.300s", answer)
	case bytes.ContainsAny(answer, "\r\n"):
		t.fault("the answer has a line end")
	}
}

func callSeveral(t *trial) {
	var workers []func()
	for worker := range 8 {
		workers = append(workers, func() {
			for i := range 10 {
				id := 100 + 10*worker + i
				t.ask(id, fmt.Sprintf("第%d问", id))
			}
		})
	}
	t.together(workers...)
}

func callUnchanged(t *trial) {
	message := request(2, say, "x")
	message = message[: len(message) : len(message)+1]
	before := bytes.Clone(message[:cap(message)])
	answer, err := t.conn.Call(t.ctx, message)
	t.expect(2, "x", answer, err)
	if !bytes.Equal(before, message[:cap(message)]) {
		t.fault("the message was changed, or what stands behind it")
	}
}

func callNotKept(t *trial) {
	message := request(2, say, "x")
	answer, err := t.conn.Call(t.ctx, message)
	t.expect(2, "x", answer, err)
	kept := bytes.Clone(answer)
	clear(message)
	if !bytes.Equal(kept, answer) {
		t.fault("the answer changed with the message")
	}
	t.ask(3, "y")
}

func callAnswerNotKept(t *trial) {
	first, err := t.conn.Call(t.ctx, request(2, say, "x"))
	t.expect(2, "x", first, err)
	kept := bytes.Clone(first)
	for id := 3; id < 6; id++ {
		t.ask(id, "y")
	}
	if !bytes.Equal(kept, first) {
		t.fault("the answer changed with a later call")
	}
	clear(first)
	t.ask(6, "y")
}

func callContextOver(t *trial) {
	ctx, cancel := context.WithCancel(t.ctx)
	cancel()
	if _, err := t.conn.Call(ctx, request(2, say, "x")); !errors.Is(err, context.Canceled) {
		t.fault("a context that is over: %v", err)
	}
}

// soon is after how long a context is ended in the middle of a call.
const soon = 20 * time.Millisecond

// cancelled has the plug-in wait and ends the context.
func (t *trial) cancelled(id int) error {
	ctx, cancel := context.WithCancel(t.ctx)
	defer cancel()
	timer := time.AfterFunc(soon, cancel)
	defer timer.Stop()
	_, err := t.conn.Call(ctx, request(id, wait, secret))
	return err
}

func callCancelled(t *trial) {
	if err := t.cancelled(2); !errors.Is(err, context.Canceled) {
		t.fault("a context that is cancelled: %v", err)
	}
}

func callDeadline(t *trial) {
	ctx, cancel := context.WithTimeout(t.ctx, soon)
	defer cancel()
	if _, err := t.conn.Call(ctx, request(2, wait, "x")); !errors.Is(err, context.DeadlineExceeded) {
		t.fault("a deadline that is over: %v", err)
	}
}

func callAfterCancelled(t *trial) {
	_ = t.cancelled(2)
	t.ask(3, "x")
	_ = t.cancelled(4)
	t.ask(5, "y")
}

func callBesideCancelled(t *trial) {
	over := make(chan struct{})
	t.together(func() {
		defer close(over)
		t.together(func() { _ = t.cancelled(10) }, func() { _ = t.cancelled(11) })
	}, func() {
		t.ask(20, "x")
		<-over
		t.ask(21, "y")
	}, func() {
		<-over
		t.ask(22, "z")
	})
}

// callStartedAnew gives the Conn reasons to start its plug-in anew and more than once. The plug-in knows its greeting only
// if it was given the first request.
func callStartedAnew(t *trial) {
	for id := 2; id < 5; id++ {
		_ = t.cancelled(id)
	}
	callSeveral(t)
}

func callLargest(t *trial) {
	room := protocol.MaxMessage - len(request(2, say, ""))
	text := strings.Repeat("x", room-3) + "完"
	message := request(2, say, text)
	if len(message) != protocol.MaxMessage {
		t.stop("the kit's message has %d bytes", len(message))
	}
	answer, err := t.conn.Call(t.ctx, message)
	t.expect(2, text, answer, err)
}

func callTooLarge(t *trial) {
	answer, _ := t.conn.Call(t.ctx, request(2, large, "x"))
	if len(answer) > protocol.MaxMessage { // the other end may have cut it, or refused to say it
		t.fault("an answer of %d bytes came through", len(answer))
	}
}

func callAfterTooLarge(t *trial) {
	_, _ = t.conn.Call(t.ctx, request(2, large, "x"))
	t.ask(3, "x")
}

// secret is a value of a document.
const secret = "某甲的住址"

func callErrors(t *trial) {
	_, err := t.conn.Call(t.ctx, request(2, large, secret))
	for _, err := range []error{err, t.cancelled(3)} {
		if err != nil && strings.Contains(err.Error(), secret) {
			t.fault("the error has a value of the document")
		}
	}
}

func closeEndsCalls(t *trial) {
	timer := time.AfterFunc(soon, func() { _ = t.conn.Close() })
	defer timer.Stop()
	if _, err := t.conn.Call(t.ctx, request(2, wait, "x")); err == nil {
		t.fault("a call at work has no error")
	}
}

func closeThenCall(t *trial) {
	_ = t.conn.Close()
	if _, err := t.conn.Call(t.ctx, request(2, say, "x")); !errors.Is(err, protocol.ErrClosed) {
		t.fault("a call after Close: %v", err)
	}
}

func closeTwice(t *trial) {
	if err := t.conn.Close(); err != nil {
		t.fault("the first Close: %v", err)
	}
	if err := t.conn.Close(); err != nil {
		t.fault("the second Close: %v", err)
	}
}
