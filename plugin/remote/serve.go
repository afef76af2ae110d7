package remote

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"runtime"
	"sync"
	"time"

	"github.com/fazhi-go/fazhi/plugin/protocol"
)

// A Server answers messages: a *protocol.Server, or something around one.
//
// Handle answers one message, and returns nil for one that has no answer. Done is closed when the host has said goodbye.
// Both may be called from several goroutines.
type Server interface {
	Handle(ctx context.Context, message []byte) []byte
	Done() <-chan struct{}
}

var _ Server = (*protocol.Server)(nil)

// Limits of ServeStdio.
const (
	atOnce    = 16              // requests at work
	lastWords = 5 * time.Second // for answers after the end of the input
)

// ServeStdio answers messages, one a line, until the input ends, the host says goodbye, or the context ends, whose error it
// then returns. Return from main after it. Nothing else may be printed on standard output; print on standard error.
//
// It leaves a goroutine behind that reads the input, and requests that do not end in time; neither writes any more.
func ServeStdio(ctx context.Context, in io.Reader, out io.Writer, s Server) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	l := &lines{server: s, out: out, slots: make(chan struct{}, atOnce)}
	defer l.stop()
	read := make(chan error, 1)
	go l.serve(ctx, bufio.NewReaderSize(in, 64<<10), read)
	select {
	case err := <-read:
		l.await()
		return errors.Join(err, l.stop())
	case <-s.Done():
		l.await()
		return l.stop()
	case <-ctx.Done():
		return ctx.Err()
	}
}

// oneAtATime says that nothing else goes on while a message is waited for, as in a WebAssembly module, which stands still as
// a whole: there a request is answered before the next is read.
const oneAtATime = runtime.GOOS == "wasip1"

// lines are a conversation on standard input and output.
type lines struct {
	server Server
	slots  chan struct{}

	mu      sync.Mutex
	leaving bool // no more work
	work    sync.WaitGroup
	out     io.Writer // nil: no more answers
	err     error     // of writing
}

// serve reads messages to the end. Whoever has read a request answers it, and another one reads on: answers come sooner
// than when the request is handed over.
func (l *lines) serve(ctx context.Context, r *bufio.Reader, read chan<- error) {
	for {
		message, err := readLine(r, protocol.MaxMessage)
		switch {
		case errors.Is(err, io.EOF):
			read <- nil
			return
		case err != nil:
			read <- fmt.Errorf("remote: %w", err)
			return
		case len(message) == 0:
			continue
		}
		if h, _ := headOf(message); h.method == protocol.Cancel || oneAtATime {
			l.answer(ctx, message)
			continue
		}
		l.slots <- struct{}{}
		if !l.begin() {
			return
		}
		go l.serve(ctx, r, read)
		l.answer(ctx, message)
		<-l.slots
		l.work.Done()
		return
	}
}

// begin counts a request, unless everybody is leaving.
func (l *lines) begin() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if !l.leaving {
		l.work.Add(1)
	}
	return !l.leaving
}

func (l *lines) answer(ctx context.Context, message []byte) {
	answer := l.server.Handle(ctx, message)
	l.mu.Lock()
	defer l.mu.Unlock()
	if answer == nil || l.out == nil {
		return
	}
	if _, err := l.out.Write(append(answer, '\n')); err != nil && l.err == nil {
		l.err = fmt.Errorf("remote: %w", err)
	}
}

// await waits a while for the answers that are due.
func (l *lines) await() {
	l.mu.Lock()
	l.leaving = true
	l.mu.Unlock()
	all := make(chan struct{})
	go func() {
		l.work.Wait()
		close(all)
	}()
	timer := time.NewTimer(lastWords)
	defer timer.Stop()
	select {
	case <-all:
	case <-timer.C:
	}
}

// stop lets nothing more be written, and returns the error of writing.
func (l *lines) stop() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.leaving, l.out = true, nil
	return l.err
}

// Handler answers messages, one in each POST. The server that it runs in should have limits of time, know its clients,
// and speak TLS where it is reached from other machines.
func Handler(s Server) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodPost {
			w.Header().Set("Allow", http.MethodPost)
			refuse(w, http.StatusMethodNotAllowed)
			return
		}
		if kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type")); kind != mediaType {
			refuse(w, http.StatusUnsupportedMediaType)
			return
		}
		message, err := io.ReadAll(http.MaxBytesReader(w, r.Body, protocol.MaxMessage))
		var large *http.MaxBytesError
		switch {
		case errors.As(err, &large):
			refuse(w, http.StatusRequestEntityTooLarge)
		case err != nil:
			refuse(w, http.StatusBadRequest)
		default:
			respond(w, r, s, message)
		}
	})
}

// respond answers one message. A Cancel is not passed on: its ID is of one host among several. Who wants to cancel, ends
// the request.
func respond(w http.ResponseWriter, r *http.Request, s Server, message []byte) {
	var answer []byte
	if h, _ := headOf(message); h.method != protocol.Cancel {
		answer = s.Handle(r.Context(), message)
	}
	if answer == nil {
		w.WriteHeader(http.StatusNoContent)
		return
	}
	w.Header().Set("Content-Type", mediaType)
	_, _ = w.Write(answer) // who asked has gone
}

func refuse(w http.ResponseWriter, status int) { http.Error(w, http.StatusText(status), status) }
