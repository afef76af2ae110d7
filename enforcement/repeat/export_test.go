package repeat

import (
	"context"
	"io"
	"iter"
)

// A File is what a scan spills into.
type File = spillFile

// ScanIn is Scan with as little memory as a test likes, and with files of its own.
func ScanIn(ctx context.Context, records iter.Seq2[*Record, error], o Options, emit func(*Warning) error, memory int, create func(dir string) (File, string, error)) (Tally, error) {
	if create == nil {
		create = createSpill
	}
	return scan(ctx, records, o, emit, machine{memory, create})
}

// Entries gives the bytes of a record's entries as a spill holds them.
func Entries(r *Record) (all [][]byte) {
	c, err := newComparer(Policy{})
	if err != nil {
		return nil
	}
	c.slots(r, func(at slot, f *fact) { all = append(all, c.appendEntry(nil, at, f)) })
	return all
}

// Reread reads the bytes of an entry and writes them again.
func Reread(b []byte) ([]byte, error) {
	var f fact
	at, err := readEntry(b, &f)
	if err != nil {
		return nil, err
	}
	c, err := newComparer(Policy{})
	if err != nil {
		return nil, err
	}
	return c.appendEntry(nil, at, &f), nil
}

var _ io.Writer = File(nil)
