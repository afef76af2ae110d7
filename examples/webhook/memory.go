package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/plugin/events"
)

// A verdict is what an event is to a receiver.
type verdict string

const (
	isNew      verdict = "新事件"
	isRepeated verdict = "重复"
	isLate     verdict = "迟到" // later events of the document were there before
	isConflict verdict = "矛盾" // another event had this place: the book was rewritten
	isRefused  verdict = "拒收"
)

// A kept is what the receiver keeps of an event.
type kept struct {
	ID       string `json:"id"`
	Source   string `json:"source"`
	Sequence int64  `json:"sequence"`
	Subject  string `json:"subject"`
}

type place struct {
	source   string
	sequence int64
}

type document struct{ source, subject string }

// maxKept bounds the memory. A receiver with more events keeps them in its database.
const maxKept = 1_000_000

var (
	errFull    = errors.New("记下的事件过多，不再接收")
	errForeign = errors.New("收件文件不是本程序所写，或者过大；请用 -keep 另指一个文件")
	errWrite   = errors.New("收件文件不能写入，不再接收；请检查磁盘后重新启动")
)

// begins is how each line of a file begins.
const begins = `{"id":"`

// A memory is what a receiver remembers: which event stood at each place, and how far each document has got.
type memory struct {
	ids  map[place]string
	last map[document]int64
	file *os.File // nil: nothing outlives the process
}

// openMemory reads what was kept in a file, which it makes if there is none. A last line that is not whole was never
// answered for: the sender sends it again.
func openMemory(path string) (*memory, error) {
	m := &memory{ids: make(map[place]string), last: make(map[document]int64)}
	if path == "" {
		return m, nil
	}
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, errors.New("收件文件不能打开")
	}
	m.file = file
	if err := m.load(); err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return m, nil
}

func (m *memory) load() error {
	r := bufio.NewReaderSize(m.file, 64<<10)
	var whole int64
	for {
		line, err := r.ReadSlice('\n')
		if errors.Is(err, io.EOF) {
			if n := min(len(line), len(begins)); string(line[:n]) != begins[:n] {
				return errForeign
			}
			break
		}
		var k kept
		d := json.NewDecoder(bytes.NewReader(line))
		d.DisallowUnknownFields()
		if err != nil || d.Decode(&k) != nil || k.ID == "" || len(m.ids) == maxKept {
			return errForeign
		}
		m.note(k)
		whole += int64(len(line))
	}
	if err := m.file.Truncate(whole); err != nil {
		return errWrite
	}
	_, err := m.file.Seek(whole, io.SeekStart)
	return err
}

func (m *memory) note(k kept) {
	m.ids[place{k.Source, k.Sequence}] = k.ID
	d := document{k.Source, k.Subject}
	m.last[d] = max(m.last[d], k.Sequence)
}

// take judges an event, and keeps it if it is new. When it returns without an error, what it says will be remembered.
func (m *memory) take(e *events.Envelope) (verdict, error) {
	switch id, there := m.ids[place{e.Source, e.Sequence}]; {
	case there && id == e.ID:
		return isRepeated, nil
	case there:
		return isConflict, nil
	case len(m.ids) == maxKept:
		return "", errFull
	}
	out := isNew
	if m.last[document{e.Source, e.Subject}] > e.Sequence {
		out = isLate
	}
	k := kept{ID: e.ID, Source: e.Source, Sequence: e.Sequence, Subject: e.Subject}
	if err := m.write(k); err != nil {
		return "", err
	}
	m.note(k)
	return out, nil
}

func (m *memory) write(k kept) error {
	if m.file == nil {
		return nil
	}
	if cli.WriteJSON(m.file, k) != nil || m.file.Sync() != nil {
		_ = m.file.Close() // nothing may stand behind half a line: the next start cuts it off
		return errWrite
	}
	return nil
}

func (m *memory) close() error {
	if m.file == nil {
		return nil
	}
	if m.file.Close() != nil {
		return errWrite
	}
	return nil
}
