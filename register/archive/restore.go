package archive

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/audit"
)

// A DamagedError says that an archive was not restored, and why.
type DamagedError struct{ Result *audit.Result }

// Error returns the first fault.
func (e *DamagedError) Error() string {
	if len(e.Result.Faults) == 0 {
		return "archive: 存档有误"
	}
	return "archive: 存档有误：" + e.Result.Faults[0].String()
}

// Restore verifies an archive and, if nothing is wrong with it, keeps its entries in the organ's empty book, with their
// numbers, so that numbering goes on where it stopped. It returns how many entries it kept. A book that holds the first
// entries of the archive already, from a run that was cut off, is continued; any other is register.ErrExists.
//
// The archive is read twice. What the second reading brings is kept only if it is what was verified; otherwise it is
// ErrArchive.
func Restore(ctx context.Context, r io.ReadSeeker, store register.Store, scope register.Scope, o Options) (int64, error) {
	v, err := verify(r, o)
	if err != nil {
		return 0, err
	}
	if !v.result.Well() {
		return 0, &DamagedError{Result: v.result}
	}
	if v.result.Organ != scope.Organ {
		return 0, fmt.Errorf("archive: %w", register.ErrScope)
	}
	if _, err := r.Seek(0, io.SeekStart); err != nil {
		return 0, fmt.Errorf("archive: %w", err)
	}
	in, err := open(r, o)
	if err != nil {
		return 0, err
	}
	b := &restorer{in: in, marks: v.marks, store: store, scope: scope}
	err = b.run(ctx)
	if err == nil {
		err = b.matches(ctx, v.result)
	}
	return b.kept, err
}

// A restorer reads a verified archive again and keeps it.
type restorer struct {
	in    *reader
	marks []register.Sum // digests of the archive up to the end of each batch that is to come
	cut   cutter
	batch []register.Entry
	store register.Store
	scope register.Scope
	kept  int64
}

// errOther says that the second reading brought something else.
var errOther = fmt.Errorf("archive: %w：再次读取的内容与核验时不同", ErrArchive)

func (b *restorer) run(ctx context.Context) error {
	for {
		line, err := b.in.next()
		switch {
		case errors.Is(err, io.EOF):
			return errOther
		case err != nil:
			return err
		case isTrailer(line):
			return b.last(ctx)
		case isSecret(line):
			err = b.secret(line)
		default:
			err = b.entry(ctx, line)
		}
		if err != nil {
			return err
		}
	}
}

func (b *restorer) entry(ctx context.Context, line []byte) error {
	e, err := register.ReadLine(slices.Clone(line))
	if err != nil {
		return b.in.at(err)
	}
	if b.cut.before(e.ReqID, len(line)) {
		if err := b.flush(ctx); err != nil {
			return err
		}
	}
	if b.cut.overflows() {
		return errOther
	}
	e.Sum = b.in.hash.Of(line)
	b.batch = append(b.batch, e)
	return nil
}

func (b *restorer) secret(line []byte) error {
	x, err := b.in.secret(line)
	if err != nil {
		return err
	}
	b.cut.bytes += len(line)
	if len(b.batch) == 0 || b.cut.overflows() {
		return errOther
	}
	e := &b.batch[len(b.batch)-1]
	e.Secrets = append(e.Secrets, x)
	return nil
}

// last keeps the last batch.
func (b *restorer) last(ctx context.Context) error {
	if len(b.batch) > 0 {
		if err := b.flush(ctx); err != nil {
			return err
		}
	}
	if len(b.marks) > 0 {
		return errOther
	}
	return nil
}

// flush keeps the batch, if the archive up to its end is the one that was verified.
func (b *restorer) flush(ctx context.Context) error {
	if len(b.marks) == 0 || b.marks[0] != b.in.before() {
		return errOther
	}
	entries := b.batch
	b.marks, b.batch = b.marks[1:], nil
	return b.keep(ctx, entries)
}

// errThere ends a transaction whose entries are in the book already.
var errThere = errors.New("已经恢复")

// keep appends a batch, or what of it is not there yet.
func (b *restorer) keep(ctx context.Context, entries []register.Entry) error {
	key := register.Key{Scope: b.scope, Ref: entries[0].Ref, Counters: counters(entries)}
	kept, err := b.store.Append(ctx, key, func(p register.Prior) ([]register.Entry, error) {
		return missing(p.Head, entries)
	})
	if errors.Is(err, errThere) {
		return nil
	}
	b.kept += int64(len(kept))
	return err
}

// missing returns the entries that follow on the head, errThere if there are none.
func missing(head register.Head, entries []register.Entry) ([]register.Entry, error) {
	if head.Seq+1 < entries[0].Seq {
		return nil, fmt.Errorf("archive: %w", register.ErrChain)
	}
	at := int(head.Seq + 1 - entries[0].Seq)
	if at > 0 && at <= len(entries) && entries[at-1].Sum != head.Sum {
		return nil, fmt.Errorf("archive: %w：登记簿不是空的", register.ErrExists)
	}
	if at >= len(entries) {
		return nil, errThere
	}
	return entries[at:], nil
}

// matches reports whether the book now is the archive's and no more.
func (b *restorer) matches(ctx context.Context, r *audit.Result) error {
	if r.Entries == 0 {
		return nil
	}
	head, err := headOf(ctx, b.store, b.scope)
	if err == nil && (head.Seq != r.Entries || head.Sum != r.Head) {
		err = fmt.Errorf("archive: %w：登记簿有存档之外的条目", register.ErrExists)
	}
	return err
}

// counters lists the counters that the numbers of entries were drawn from, each once, in order.
func counters(entries []register.Entry) []register.Counter {
	seen := make(map[register.Counter]bool)
	var list []register.Counter
	for i := range entries {
		for _, n := range entries[i].Numbers {
			if c := (register.Counter{Series: n.Series, Year: n.Year}); !seen[c] {
				seen[c] = true
				list = append(list, c)
			}
		}
	}
	return list
}
