package remote

import (
	"bufio"
	"bytes"
	"os"
	"strings"
	"sync"
	"time"
	"unicode"
)

// Of what a process prints on standard error, so much is logged and kept for an error.
const (
	maxLine  = 1 << 10 // bytes of a line; the rest of it is thrown away
	maxLines = 100     // between two requests; later ones are not logged
	maxTail  = 4 << 10 // bytes that are kept
)

// stderr reads what a process prints on standard error.
type stderr struct {
	p    *Process
	from *os.File
	done chan struct{} // closed when all is read

	mu     sync.Mutex
	last   []byte
	logged int // lines since the last request
}

func newStderr(p *Process) *stderr { return &stderr{p: p, done: make(chan struct{})} }

// read logs line by line until the end.
func (s *stderr) read() {
	defer close(s.done)
	defer s.from.Close()
	r := bufio.NewReaderSize(s.from, maxLine)
	for {
		line, cut, err := r.ReadLine()
		if err != nil {
			return
		}
		text := printable(line)
		if s.keep(text) {
			s.p.Log.Info("插件输出", "program", s.p.Path, "line", text)
		}
		for cut && err == nil {
			_, cut, err = r.ReadLine()
		}
	}
}

// keep keeps a line for errors, and reports whether it is to be logged.
func (s *stderr) keep(line string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.last = append(append(s.last, line...), '\n')
	if over := len(s.last) - maxTail; over > 0 {
		s.last = append(s.last[:0], s.last[over:]...)
	}
	s.logged++
	return s.logged <= maxLines
}

// again lets lines be logged after a new request.
func (s *stderr) again() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.logged = 0
}

// tail returns the last lines.
func (s *stderr) tail() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return strings.ToValidUTF8(string(bytes.TrimSpace(s.last)), "")
}

// wait waits until all is read, or no longer. Somebody outside the group may hold the other end.
func (s *stderr) wait(enough <-chan time.Time) {
	select {
	case <-s.done:
	case <-enough:
	}
}

// printable returns a text as it may stand in a log: without control characters, and with a mark where it is not UTF-8.
func printable(line []byte) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(string(line), "\uFFFD"))
}
