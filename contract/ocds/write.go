package ocds

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// ErrClosed says that a Writer was closed.
var ErrClosed = errors.New("文件已经写完")

// A Writer writes a package piece by piece, so that the memory does not grow with the number of contracts. It is made by
// Exporter.ReleaseWriter or Exporter.RecordWriter and belongs to one goroutine. The same pieces give the same bytes. After an
// error every call returns it.
type Writer[T Release | Record] struct {
	w     io.Writer
	buf   bytes.Buffer
	json  *json.Encoder
	began bool
	err   error
}

// ReleaseWriter returns a writer of a release package.
func (e *Exporter) ReleaseWriter(w io.Writer) *Writer[Release] {
	return newWriter[Release](w, e.set.License, "releases")
}

// RecordWriter returns a writer of a record package.
func (e *Exporter) RecordWriter(w io.Writer) *Writer[Record] {
	return newWriter[Record](w, e.set.License, "records")
}

func newWriter[T Release | Record](w io.Writer, license, list string) *Writer[T] {
	out := &Writer[T]{w: w}
	out.json = json.NewEncoder(&out.buf)
	out.json.SetEscapeHTML(false)
	out.buf.WriteString(`{"version":"` + Version + `",`)
	if license != "" {
		out.buf.WriteString(`"license":`)
		out.err = out.json.Encode(license)
		out.buf.Truncate(out.buf.Len() - 1)
		out.buf.WriteString(",")
	}
	out.buf.WriteString(`"` + list + `":[` + "\n")
	return out
}

// Write adds one release or record, on a line of its own.
func (w *Writer[T]) Write(piece *T) error {
	if w.err != nil {
		return w.err
	}
	if w.began {
		w.buf.WriteString(",")
	}
	w.began = true
	if err := w.json.Encode(piece); err != nil {
		return w.fail(err)
	}
	return w.flush()
}

// Close writes the end of the package. It does not close what it writes to.
func (w *Writer[T]) Close() error {
	if w.err != nil {
		return w.err
	}
	w.buf.WriteString("]}\n")
	if err := w.flush(); err != nil {
		return err
	}
	w.err = fmt.Errorf("ocds: %w", ErrClosed)
	return nil
}

func (w *Writer[T]) flush() error {
	_, err := w.buf.WriteTo(w.w)
	if err != nil {
		return w.fail(err)
	}
	return nil
}

func (w *Writer[T]) fail(err error) error {
	w.err = fmt.Errorf("ocds: %w", err)
	return w.err
}
