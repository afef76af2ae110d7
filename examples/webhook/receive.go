package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"sync"
	"time"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/plugin/events"
	"github.com/fazhi-go/fazhi/plugin/webhook"
)

// A receipt is what the receiver says of one request.
type receipt struct {
	Verdict  verdict `json:"verdict"`
	ID       string  `json:"id"`
	Type     string  `json:"type"`
	Organ    string  `json:"organ"`
	Subject  string  `json:"subject"`
	Sequence int64   `json:"sequence"`
	Error    string  `json:"error"` // why it was refused
}

// A receiver is the handler of the other system.
type receiver struct {
	verifier webhook.Verifier
	now      func() time.Time
	told     func(receipt)

	mu     sync.Mutex
	memory *memory
	found  int // requests that are a reason to look
}

// ServeHTTP answers 204 when the event is kept, or was kept before: only then may the sender forget it.
func (r *receiver) ServeHTTP(w http.ResponseWriter, q *http.Request) {
	if q.Method != http.MethodPost {
		w.WriteHeader(http.StatusMethodNotAllowed)
		return
	}
	e, err := r.verifier.Open(q, r.now())
	r.mu.Lock()
	defer r.mu.Unlock()
	if err != nil {
		r.tell(receipt{Verdict: isRefused, Error: plain(err)})
		w.WriteHeader(statusOf(err))
		return
	}
	out := receipt{ID: e.ID, Type: e.Type, Organ: e.Organ(), Subject: e.Subject, Sequence: e.Sequence}
	out.Verdict, err = r.memory.take(e)
	switch {
	case err != nil:
		out.Verdict, out.Error = isRefused, plain(err)
		w.WriteHeader(http.StatusInternalServerError)
	case out.Verdict == isConflict:
		out.Error = "登记簿的同一位置先前是另一事件，登记簿可能被改写"
		w.WriteHeader(http.StatusConflict)
	default:
		w.WriteHeader(http.StatusNoContent)
	}
	r.tell(out)
}

// tell is called under the lock, so that receipts stand in the order of the events.
func (r *receiver) tell(out receipt) {
	if out.Verdict != isNew && out.Verdict != isRepeated {
		r.found++
	}
	r.told(out)
}

// statusOf is what the sender is answered. What is not signed well may be signed well the next time; what is no event
// never becomes one.
func statusOf(err error) int {
	if errors.Is(err, events.ErrEnvelope) {
		return http.StatusBadRequest
	}
	return http.StatusUnauthorized
}

// server bounds what a stranger may ask for.
func (r *receiver) server() *http.Server {
	return &http.Server{
		Handler: r, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 10 * time.Second, WriteTimeout: 10 * time.Second,
		IdleTimeout: time.Minute, MaxHeaderBytes: 16 << 10,
	}
}

// receive is the command.
func receive(ctx context.Context, c *call, w world) (string, error) {
	_, secrets, err := c.secrets(ctx)
	if err != nil {
		return "", err
	}
	m, err := openMemory(c.keep)
	if err != nil {
		return "", err
	}
	r := &receiver{
		verifier: webhook.Verifier{Secrets: secrets}, now: w.now, memory: m,
		told: func(out receipt) { _ = out.write(w.stdout, c.json) },
	}
	if err := errors.Join(r.listen(ctx, c, w), m.close()); err != nil {
		return "", err
	}
	if r.found > 0 {
		return fmt.Sprintf("有 %d 次投递应当查看", r.found), nil
	}
	return "", nil
}

// listen serves until ctx ends.
func (r *receiver) listen(ctx context.Context, c *call, w world) error {
	l, err := net.Listen("tcp", c.listen)
	if err != nil {
		return errors.New("不能监听这一地址，可能已被占用；可以用 -listen 另写一个")
	}
	if c.keep == "" {
		fmt.Fprintln(w.stderr, "没有写 -keep：结束后不记得收过哪些事件")
	}
	fmt.Fprintf(w.stderr, "在 http://%s/ 接收，已知 %d 个事件；Ctrl-C 结束\n", l.Addr(), len(r.memory.ids))
	if w.ready != nil {
		w.ready(l.Addr().String())
	}
	server := r.server()
	stopped := make(chan error, 1)
	context.AfterFunc(ctx, func() {
		end, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
		defer cancel()
		stopped <- server.Shutdown(end)
	})
	if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return errors.New("接收中断")
	}
	return <-stopped
}

// write prints a receipt.
func (out receipt) write(w io.Writer, asJSON bool) error {
	if asJSON {
		return cli.WriteJSON(w, out)
	}
	_, err := fmt.Fprintln(w, out.String())
	return err
}

// String is the receipt in one line.
func (out receipt) String() string {
	switch {
	case out.ID == "":
		return fmt.Sprintf("%s：%s", out.Verdict, out.Error)
	case out.Error != "":
		return fmt.Sprintf("%s：%s 第%d条 %s（%s）", out.Verdict, out.Organ, out.Sequence, out.Subject, out.Error)
	}
	return fmt.Sprintf("%s：%s 第%d条 %s %s", out.Verdict, out.Organ, out.Sequence, out.Subject, out.Type)
}
