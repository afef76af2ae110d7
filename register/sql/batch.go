package sql

import (
	"bytes"
	"context"
	"maps"
	"slices"
	"time"

	"github.com/fazhi-go/fazhi/register"
)

// A batch is the jobs of one transaction and what the database says of them. What a job keeps is seen by the next one,
// before anything is written.
type batch struct {
	desk *desk
	jobs []*job

	organs   []string // in the order in which books are locked
	books    map[string]*book
	counters map[counter]*count
	requests map[pair][]kept
	last     map[pair]kept // of the documents of the jobs, empty if there is none

	given   map[pair]string // the numbers of this transaction, as written, and their series
	rows    rows
	results []result // of the jobs
	bytes   int
}

// A book is the end of an organ's book.
type book struct {
	head  register.Head
	err   error // the head cannot be read
	moved bool
}

// A counter is one of an organ.
type counter struct {
	organ string
	register.Counter
}

// A pair is an organ, and a request or a document of its.
type pair struct{ organ, name string }

// A count is the last serial of a counter.
type count struct {
	last  int
	isNew bool
	moved bool
}

// kept is an entry as the database has it, or will have it.
type kept struct {
	seq  int64
	sum  string
	line []byte
}

type result struct {
	entries []register.Entry
	err     error
	open    bool // it is left for the next transaction
}

// maxBatchBytes bounds the lines and secrets of a transaction with several jobs.
const maxBatchBytes = 8 << 20

func newBatch(d *desk, jobs []*job) *batch {
	b := &batch{
		desk: d, jobs: jobs,
		books: make(map[string]*book), counters: make(map[counter]*count),
		requests: make(map[pair][]kept), last: make(map[pair]kept),
		given:   make(map[pair]string),
		results: make([]result, len(jobs)),
	}
	for _, j := range jobs {
		organ := j.key.Scope.Organ
		b.books[organ] = nil
		b.last[pair{organ, docOf(j.key.Ref)}] = kept{}
		if j.key.ReqID != "" {
			b.requests[pair{organ, j.key.ReqID}] = nil
		}
		for _, c := range j.key.Counters {
			b.counters[counter{organ, c}] = &count{isNew: true}
		}
	}
	b.organs = slices.Sorted(maps.Keys(b.books))
	return b
}

// run is the transaction.
func (b *batch) run(ctx context.Context) (bool, error) {
	if err := b.load(ctx); err != nil {
		return false, err
	}
	for i, j := range b.jobs {
		if b.bytes > maxBatchBytes {
			b.results[i].open = true
			continue
		}
		b.results[i].entries, b.results[i].err = b.ask(j)
	}
	if b.rows.empty() {
		return false, nil
	}
	return true, b.write(ctx)
}

// answer tells the jobs what became of them, and returns those that are left.
func (b *batch) answer() []*job {
	var left []*job
	for i, j := range b.jobs {
		if r := b.results[i]; r.open {
			left = append(left, j)
		} else {
			j.finish(r.entries, r.err)
		}
	}
	return left
}

// ask has a job make its entries.
func (b *batch) ask(j *job) ([]register.Entry, error) {
	if err := b.books[j.key.Scope.Organ].err; err != nil {
		return nil, err
	}
	if stored := b.requests[pair{j.key.Scope.Organ, j.key.ReqID}]; len(stored) > 0 {
		return readAll(j.key.Scope.Organ, stored)
	}
	p, err := b.prior(j.key)
	if err != nil {
		return nil, err
	}
	told := p
	told.Serials = slices.Clone(p.Serials)
	entries, err := j.ask(told)
	if err != nil {
		return nil, err
	}
	if err := p.Check(j.key, entries); err != nil {
		return nil, err
	}
	if err := b.free(entries); err != nil {
		return nil, err
	}
	lines, err := linesOf(entries)
	if err != nil {
		return nil, err
	}
	b.keep(j.key, entries, lines)
	return entries, nil
}

// prior is what a job is told.
func (b *batch) prior(key register.Key) (register.Prior, error) {
	organ := key.Scope.Organ
	p := register.Prior{Head: b.books[organ].head}
	if last := b.last[pair{organ, docOf(key.Ref)}]; last.seq > 0 {
		e, err := last.read(organ)
		if err != nil {
			return p, err
		}
		p.Last = &e
	}
	for _, c := range key.Counters {
		p.Serials = append(p.Serials, b.counters[counter{organ, c}].last+1)
	}
	return p, nil
}

// linesOf writes entries.
func linesOf(entries []register.Entry) ([]string, error) {
	lines := make([]string, len(entries))
	for i := range entries {
		line, err := entries[i].AppendLine(make([]byte, 0, 512+len(entries[i].Doc)))
		if err != nil {
			return nil, err
		}
		lines[i] = string(line)
	}
	return lines, nil
}

// keep notes entries for writing, and for the jobs that follow.
func (b *batch) keep(key register.Key, entries []register.Entry, lines []string) {
	organ := key.Scope.Organ
	parts := make(map[string]int)
	for i := range entries {
		e := &entries[i]
		b.rows.add(e, lines[i], parts[e.ReqID])
		parts[e.ReqID]++
		b.bytes += len(lines[i]) + secretBytes(e.Secrets)
		now := kept{seq: e.Seq, sum: e.Sum.String(), line: []byte(lines[i])}
		if e.Act != register.Refused {
			b.current(pair{organ, docOf(e.Ref)}, e, now)
		}
		if e.ReqID != "" {
			b.requests[pair{organ, e.ReqID}] = append(b.requests[pair{organ, e.ReqID}], now)
		}
		for _, n := range e.Numbers {
			b.given[pair{organ, n.Text}] = n.Series
			c := b.counters[counter{organ, register.Counter{Series: n.Series, Year: n.Year}}]
			c.last, c.moved = n.Serial, true
		}
	}
	if len(entries) > 0 {
		e := &entries[len(entries)-1]
		at := time.UnixMilli(e.At.UnixMilli()).UTC()
		*b.books[organ] = book{head: register.Head{Organ: organ, Seq: e.Seq, Sum: e.Sum, At: at}, moved: true}
	}
}

// current notes where a document stands after an entry.
func (b *batch) current(d pair, e *register.Entry, now kept) {
	before, known := b.last[d]
	b.rows.stand(d, e, known && before.seq == 0)
	b.last[d] = now
}

// read makes an entry of what is kept; it shares nothing with other readings.
func (k *kept) read(organ string) (register.Entry, error) {
	return readEntry(organ, k.seq, k.sum, bytes.Clone(k.line))
}

func readAll(organ string, stored []kept) ([]register.Entry, error) {
	entries := make([]register.Entry, 0, len(stored))
	for i := range stored {
		e, err := stored[i].read(organ)
		if err != nil {
			return nil, err
		}
		entries = append(entries, e)
	}
	return entries, nil
}
