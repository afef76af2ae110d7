package sql

import (
	"context"
	"maps"
	"slices"
)

// maxMoves is how many rows one UPDATE moves: each is compared with half of them.
const maxMoves = 16

// write brings the rows of a batch into the tables.
func (b *batch) write(ctx context.Context) error {
	steps := []func(context.Context) error{
		b.writeEntries, b.writeNumbers, b.writeDocs, b.writeSecrets, b.writeCounters, b.writeBooks,
	}
	for _, step := range steps {
		if err := step(ctx); err != nil {
			return err
		}
	}
	return nil
}

func (b *batch) writeEntries(ctx context.Context) error {
	return b.desk.insert(ctx, addEntries, entryColumns, b.rows.entries)
}

func (b *batch) writeNumbers(ctx context.Context) error {
	return b.desk.insert(ctx, addNumbers, numberColumns, b.rows.numbers)
}

func (b *batch) writeSecrets(ctx context.Context) error {
	return b.desk.insert(ctx, addSecrets, secretColumns, b.rows.secrets)
}

// writeDocs replaces the rows of the documents that have moved.
func (b *batch) writeDocs(ctx context.Context) error {
	var old []pair
	var args []any
	for _, d := range sortedKeys(b.rows.docs) {
		s := b.rows.docs[d]
		if !s.isNew {
			old = append(old, d)
		}
		args = append(args, s.row...)
	}
	err := byPair(dropDocs, dropDocsX, old, func(statement string, n int, args []any) error {
		return b.desk.exec(ctx, statement, n, args...)
	})
	if err != nil {
		return err
	}
	return b.desk.insert(ctx, addDocs, docColumns, args)
}

// writeCounters moves the counters, and makes those that are new.
func (b *batch) writeCounters(ctx context.Context) error {
	var moved []counter
	var added []any
	for _, c := range slices.SortedFunc(maps.Keys(b.counters), counter.compare) {
		switch n := b.counters[c]; {
		case n.moved && n.isNew:
			added = append(added, c.organ, c.Series, int64(c.Year), int64(n.last))
		case n.moved:
			moved = append(moved, c)
		}
	}
	err := lookup(moved, maxMoves, func(part []counter) error {
		many := len(slices.Compact(slices.Clone(part)))
		var set, where []any
		for _, c := range part {
			set = append(set, c.organ, c.Series, int64(c.Year), int64(b.counters[c].last))
			where = append(where, c.organ, c.Series, int64(c.Year))
		}
		return b.desk.move(ctx, moveCounters, len(part), many, slices.Concat(set, where)...)
	})
	if err != nil {
		return err
	}
	return b.desk.insert(ctx, addCounters, counterColumns, added)
}

// writeBooks moves the heads.
func (b *batch) writeBooks(ctx context.Context) error {
	moved := slices.DeleteFunc(slices.Clone(b.organs), func(organ string) bool { return !b.books[organ].moved })
	return lookup(moved, maxMoves, func(part []string) error {
		many := len(slices.Compact(slices.Clone(part)))
		var seqs, sums, times, where []any
		for _, organ := range part {
			h := &b.books[organ].head
			seqs = append(seqs, organ, h.Seq)
			sums = append(sums, organ, h.Sum.String())
			times = append(times, organ, millis(h.At))
			where = append(where, organ)
		}
		return b.desk.move(ctx, moveBooks, len(part), many, slices.Concat(seqs, sums, times, where)...)
	})
}
