package table

import (
	"context"
	"errors"
	"slices"

	"github.com/fazhi-go/fazhi"
)

// A Folding says how records of T become one result of type A. Add and Merge must be given. New and Add are called by several
// goroutines at once, each with results of its own.
type Folding[T, A any] struct {
	// New returns an empty result that shares nothing with others; nil means a zero A.
	New func() *A
	// Add adds a record; what is kept of it is copied, as it is valid only until Add returns. An error ends the reading.
	Add func(to *A, record *T) error
	// Merge adds the result of what came after. From is not used again.
	Merge func(to, from *A)
	// Workers is how many goroutines read, at most 256; 0 means one for each processor. It changes no result.
	Workers int
	// Block is how many bytes of a CSVFile are read at once and have a result of their own, at most 8 MiB; 0 means 1 MiB. It
	// changes no result if Merge is right: a test of a few rows with Block 1 merges after every row.
	Block int
}

// A Folded is the result of Fold and what became of the rows.
type Folded[A any] struct {
	Result *A
	Tally
}

// Fold reads a sheet as Read does and makes one result of the records, without keeping them: counts, sums, an index.
//
//	sums, issues, err := table.Fold(ctx, src, "", table.Options{}, table.Folding[Case, Sums]{
//		Add:   func(s *Sums, c *Case) error { s.Cases++; return nil },
//		Merge: func(s, later *Sums) { s.Cases += later.Cases },
//	})
//
// A CSVFile is cut into blocks that several goroutines read; each block has a result of its own, and they are merged in the
// order of the file, so that the same file gives the same result, the same issues and the same tally on every machine.
// Where rows are compared with each other (unique columns unless Options.Repeats, Options.Doubles), and for other sources,
// one goroutine reads. The texts of a record may be kept.
//
// The error names what is missing in the Folding, or is one of Read, the first one of Add in the order of the file, or that
// of ctx, which is looked at before every block and every record. It comes with the issues found until then and no result.
// When one of the functions panics, Fold panics with the same value, and no goroutine is left behind.
func Fold[T, A any](ctx context.Context, src Source, sheet string, o Options, f Folding[T, A]) (*Folded[A], fazhi.Issues, error) {
	open, err := openStructs[T](o)
	return fold(ctx, src, sheet, open, f, err)
}

// FoldRecords is Fold for a ledger whose columns are data, as ReadColumns reads it. A Record is used again after Add returns;
// the texts in it may be kept.
func FoldRecords[A any](ctx context.Context, src Source, sheet string, columns []Column, o Options, f Folding[Record, A]) (*Folded[A], fazhi.Issues, error) {
	open, err := openColumns(columns, o)
	return fold(ctx, src, sheet, open, f, err)
}

// vet says everything that is wrong with a folding.
func (f *Folding[T, A]) vet() error {
	var faults []error
	for _, c := range [...]struct {
		bad  bool
		what string
	}{{f.Add == nil, "没有 Add"}, {f.Merge == nil, "没有 Merge"}, {f.Workers < 0, "Workers 是负数"}, {f.Block < 0, "Block 是负数"}} {
		if c.bad {
			faults = append(faults, errors.New("table: Folding "+c.what))
		}
	}
	return errors.Join(faults...)
}

func (f *Folding[T, A]) empty() *A {
	if f.New == nil {
		return new(A)
	}
	return f.New()
}

// fold reads a sheet, unless there is a fault in what it is given already.
func fold[T, A any](ctx context.Context, src Source, sheet string, open opener[T], f Folding[T, A], fault error) (*Folded[A], fazhi.Issues, error) {
	if err := errors.Join(fault, f.vet()); err != nil {
		return nil, nil, err
	}
	w := newWorker(ctx, open, &f)
	w.result = f.empty()
	var err error
	if file, ok := src.(*CSVFile); ok && !w.compares() {
		err = w.fold(ctx, file, sheet)
	} else {
		err = w.read(ctx, src, sheet)
	}
	if err == nil {
		err = w.stopped
	}
	if err != nil {
		return nil, w.issues, err
	}
	return &Folded[A]{Result: w.result, Tally: w.tally}, w.issues, nil
}

// compares reports whether rows are compared with earlier ones.
func (r *reader) compares() bool {
	unique := slices.ContainsFunc(r.columns, func(c wanted) bool { return c.Unique })
	return r.options.Doubles || unique && !r.options.Repeats
}

// worker reads rows into a result.
type worker[T, A any] struct {
	*reader
	open    opener[T]
	folding *Folding[T, A]
	result  *A
	stopped error // by Add or the context
	rows    csvRows
}

func newWorker[T, A any](ctx context.Context, open opener[T], f *Folding[T, A]) *worker[T, A] {
	w := &worker[T, A]{open: open, folding: f}
	w.reader = open(func(record *T) bool {
		if w.stopped = ctx.Err(); w.stopped == nil {
			w.stopped = f.Add(w.result, record)
		}
		return w.stopped == nil
	}, true)
	return w
}

// fork returns a worker for rows below the same header.
func (w *worker[T, A]) fork(ctx context.Context) *worker[T, A] {
	other := newWorker(ctx, w.open, w.folding)
	other.layout, other.head = w.layout, w.head
	other.prepare()
	return other
}

// fold reads a file by blocks, with as many workers as wanted. The blocks with the header it reads itself.
func (w *worker[T, A]) fold(ctx context.Context, file *CSVFile, sheet string) error {
	if _, err := w.begin(file, sheet); err != nil {
		return err
	}
	blocks, below := file.blocks(w.folding.Block), 0
	all, err := blocks.each(func(piece block) (bool, error) {
		below = piece.until
		err := w.rows.each(piece, w.take)
		if err == nil {
			err = ctx.Err()
		}
		return w.head == nil, err
	})
	if err == nil && !all && !w.enough {
		err = w.share(ctx, blocks, below-w.last)
	}
	return w.end(err)
}
