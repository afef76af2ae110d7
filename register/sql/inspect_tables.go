package sql

import (
	"context"
	dbsql "database/sql"
	"errors"

	"github.com/fazhi-go/fazhi/register"
)

const (
	inspectNumbers  = "SELECT series, yr, serial, num_text, seq FROM fz_number WHERE organ = ? AND num_text IN ({?|, })"
	inspectBook     = "SELECT organ, seq, head, at_ms FROM fz_book WHERE organ = ?"
	inspectCount    = "SELECT COUNT(*) FROM fz_number WHERE organ = ?"
	inspectCounters = "SELECT series, yr, last_serial FROM fz_counter WHERE organ = ?"

	// Documents whose last entry the table of documents does not have.
	inspectLast = "SELECT e.seq FROM fz_entry e WHERE e.organ = ? AND " + isLast + ")" +
		" AND NOT EXISTS (SELECT 1 FROM fz_doc d WHERE d.organ = e.organ AND d.doc = e.doc AND d.seq = e.seq AND d.kind = e.kind" +
		" AND (d.step = e.step OR (d.step IS NULL AND e.step IS NULL))" +
		" AND (d.due_day = e.due_day OR (d.due_day IS NULL AND e.due_day IS NULL)))" +
		" ORDER BY e.seq LIMIT 1000"
	// Entries of a request that do not follow the one before. Those without a request have no order among them.
	inspectParts = "SELECT e.seq FROM fz_entry e WHERE e.organ = ? AND e.req_id IS NOT NULL AND e.part <> 0" +
		" AND NOT EXISTS (SELECT 1 FROM fz_entry p WHERE p.organ = e.organ AND p.req_id = e.req_id AND p.part = e.part - 1" +
		" AND p.seq < e.seq) ORDER BY e.seq LIMIT 1000"
	// Documents and secrets of no entry.
	inspectDocs = "SELECT d.seq FROM fz_doc d WHERE d.organ = ? AND NOT EXISTS (SELECT 1 FROM fz_entry e" +
		" WHERE e.organ = d.organ AND e.seq = d.seq AND e.doc = d.doc AND e.act <> 'refuse') ORDER BY d.seq LIMIT 1000"
	inspectSecrets = "SELECT s.seq FROM fz_secret s WHERE s.organ = ? AND NOT EXISTS (SELECT 1 FROM fz_entry e" +
		" WHERE e.organ = s.organ AND e.seq = s.seq AND e.doc = s.doc) ORDER BY s.seq LIMIT 1000"
)

// tables compares the tables other than that of entries.
func (i *inspection) tables(ctx context.Context, q querier) error {
	if err := i.book(ctx, q); err != nil {
		return err
	}
	if err := i.counters(ctx, q); err != nil {
		return err
	}
	for _, look := range []struct{ query, message string }{
		{inspectParts, "条目表中同一请求的各条次序有误"},
		{inspectLast, "文件现状表与文件的末条不符"},
		{inspectDocs, "文件现状表有条目中没有的文件，或者指向不予登记的条目"},
		{inspectSecrets, "密文表有条目中没有的密文"},
	} {
		err := i.store.ask(ctx, q, look.query, []any{i.scope.Organ}, func(rows *dbsql.Rows) error {
			var seq int64
			err := rows.Scan(&seq)
			i.say(seq, look.message)
			return err
		})
		if err != nil {
			return err
		}
	}
	return i.schema(ctx, q)
}

// schema looks whether the tables are still those of this program.
func (i *inspection) schema(ctx context.Context, q querier) error {
	err := i.store.checkSchema(ctx, q)
	if errors.Is(err, ErrSchema) {
		i.say(0, "版本表与本程序的不符")
		return nil
	}
	return err
}

// book compares the end of the book.
func (i *inspection) book(ctx context.Context, q querier) error {
	var b book
	err := i.store.ask(ctx, q, inspectBook, []any{i.scope.Organ}, func(rows *dbsql.Rows) (err error) {
		b, err = scanHead(rows)
		return err
	})
	if err != nil {
		return err
	}
	head := &b.head
	same := b.err == nil && head.Seq == i.last.Seq && (i.bad > 0 || head.Sum == i.last.Sum && head.At.Equal(i.last.At))
	if !same {
		i.say(i.last.Seq, "登记簿表记载的末条与条目不符")
	}
	return nil
}

// counters compares the counters and how many numbers there are. An entry that cannot be read may have given some; a counter
// that has given none has no row.
func (i *inspection) counters(ctx context.Context, q querier) error {
	var numbers int
	err := i.store.ask(ctx, q, inspectCount, []any{i.scope.Organ}, func(rows *dbsql.Rows) error { return rows.Scan(&numbers) })
	if err != nil {
		return err
	}
	if numbers > i.numbers && i.bad == 0 {
		i.say(0, "编号表有条目没有给出的编号")
	}
	err = i.store.ask(ctx, q, inspectCounters, []any{i.scope.Organ}, func(rows *dbsql.Rows) error {
		var c register.Counter
		var last int
		if err := rows.Scan(&c.Series, &c.Year, &last); err != nil {
			return err
		}
		if last < max(i.serials[c], 1) || last > i.serials[c] && i.bad == 0 {
			i.sayCounter("编号计数器与条目给出的编号不符")
		}
		delete(i.serials, c)
		return nil
	})
	if len(i.serials) > 0 {
		i.sayCounter("编号计数器缺失")
	}
	return err
}
