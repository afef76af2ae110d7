package registertest

import (
	"bytes"
	"context"
	"crypto/sha512"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
)

// digest chains the entries of the kit. No book has it, so a store that computes digests itself is found out.
var digest = register.Hash{Name: "sha512-256", New: sha512.New512_256}

// A nextFunc is what Append asks for entries.
type nextFunc = func(register.Prior) ([]register.Entry, error)

// begin is when the first entry of a book is written.
func begin() time.Time { return time.Date(2025, time.January, 2, 1, 0, 0, 0, time.UTC) }

func day(year int, month time.Month, d int) fazhi.Date { return fazhi.DateOf(year, month, d) }

func ref(id string) fazhi.Ref { return fazhi.Ref{Kind: "contract", ID: id} }

// keyOf is the key of an Append on one document.
func keyOf(organ string, r fazhi.Ref, counters ...register.Counter) register.Key {
	return register.Key{Scope: scopeOf(organ), Ref: r, Counters: counters}
}

// draft is an entry before it has its place in a book.
func draft(r fazhi.Ref) register.Entry {
	return register.Entry{
		Ref: r, Act: register.Stepped, Step: "审查", On: day(2025, time.January, 2), By: "zhang", Doc: []byte(`{"name":"某合同"}`),
	}
}

// chained gives drafts their places after the head: organ, sequence, time, request, chain and digest.
func chained(p register.Prior, key register.Key, drafts ...register.Entry) ([]register.Entry, error) {
	head := p.Head
	out := slices.Clone(drafts)
	for i := range out {
		e := &out[i]
		e.Organ, e.Seq, e.Prev = key.Scope.Organ, head.Seq+1, head.Sum
		e.At = begin().Add(time.Duration(e.Seq) * time.Millisecond)
		if key.ReqID != "" {
			e.ReqID = key.ReqID
		}
		e.Secrets = slices.Clone(e.Secrets)
		for j := range e.Secrets {
			e.Secrets[j].Organ, e.Secrets[j].Seq, e.Secrets[j].Ref = e.Organ, e.Seq, e.Ref
		}
		if err := seal(e); err != nil {
			return nil, err
		}
		head = headOf(e)
	}
	return out, nil
}

// seal gives an entry the digest of its line.
func seal(e *register.Entry) error {
	line, err := e.AppendLine(nil)
	if err == nil {
		e.Sum = digest.Of(line)
	}
	return err
}

// runningJSON are clocks as a flow leaves them, one with pauses.
const runningJSON = `[{"clock":"审理期限","start":"2025-01-02","span":"60d","pauses":[` +
	`{"from":"2025-01-03","to":"2025-01-05","reason":"补充材料"},{"from":"2025-01-09","to":"","reason":"鉴定"}]},` +
	`{"clock":"备案期限","start":"2025-01-02","span":"5wd","due":"2025-01-09","provisional":true}]`

// give returns a next that gives these drafts.
func give(key register.Key, drafts ...register.Entry) nextFunc {
	return func(p register.Prior) ([]register.Entry, error) { return chained(p, key, drafts...) }
}

// draw returns a next that gives one entry with the next number of every counter of the key.
func draw(key register.Key) nextFunc {
	return func(p register.Prior) ([]register.Entry, error) {
		if len(p.Serials) != len(key.Counters) {
			return nil, fmt.Errorf("%d counters asked for, %d serials told", len(key.Counters), len(p.Serials))
		}
		e := draft(key.Ref)
		for i, c := range key.Counters {
			e.Numbers = append(e.Numbers, numbered(c, p.Serials[i]))
		}
		return chained(p, key, e)
	}
}

// numbered is a number whose text is the beginning of that of a later one.
func numbered(c register.Counter, serial int) register.Numbered {
	text := c.Series + "〔" + strconv.Itoa(c.Year) + "〕" + strconv.Itoa(serial)
	return register.Numbered{Series: c.Series, Year: c.Year, Serial: serial, Text: text}
}

// keep appends drafts and ends the case when that fails.
func (t *trial) keep(key register.Key, drafts ...register.Entry) []register.Entry {
	kept, err := t.Store.Append(t.ctx, key, give(key, drafts...))
	t.need("Append", err)
	if len(kept) != len(drafts) {
		t.stop("Append of %d entries returns %d", len(drafts), len(kept))
	}
	return kept
}

// fill keeps n entries of as many documents in one book, a few hundred at a time.
func (t *trial) fill(organ string, n int) []register.Entry {
	var all []register.Entry
	for len(all) < n {
		var drafts []register.Entry
		for i := range min(400, n-len(all)) {
			drafts = append(drafts, draft(ref("F-"+strconv.Itoa(len(all)+i))))
		}
		all = append(all, t.keep(keyOf(organ, drafts[0].Ref), drafts...)...)
	}
	return all
}

// read returns what a query yields.
func (t *trial) read(s register.Store, q register.Query) []register.Entry {
	entries, err := collect(s.Entries(t.ctx, q))
	t.need("Entries", err)
	return entries
}

// all returns a whole book.
func (t *trial) all(organ string) []register.Entry {
	return t.read(t.Store, register.Query{Scope: scopeOf(organ), Secrets: true})
}

// errGoesOn says that a sequence does not end with its error.
var errGoesOn = errors.New("goes on after an error")

// collect reads a sequence to its end.
func collect[T any](seq iter.Seq2[T, error]) (out []T, failed error) {
	for v, err := range seq {
		switch {
		case failed != nil:
			return out, errors.Join(failed, errGoesOn)
		case err != nil:
			failed = err
		default:
			out = append(out, v)
		}
	}
	return out, failed
}

// holds notes whether a book holds these entries, with their secrets, and no others.
func (t *trial) holds(what, organ string, want []register.Entry) {
	t.same(what, t.all(organ), want)
	t.headIs(what, organ, want)
}

// headIs notes whether Heads gives the end of a book that holds these entries.
func (t *trial) headIs(what, organ string, want []register.Entry) {
	heads, err := collect(t.Store.Heads(t.ctx, scopeOf(organ)))
	t.need("Heads", err)
	if len(want) == 0 {
		if len(heads) > 0 {
			t.fault("%s: Heads has a book that has no entry", what)
		}
		return
	}
	if len(heads) != 1 || !sameHead(heads[0], headOf(&want[len(want)-1])) {
		t.fault("%s: Heads does not give the head of the last entry: %s", what, headsText(heads))
	}
}

func headOf(e *register.Entry) register.Head {
	return register.Head{Organ: e.Organ, Seq: e.Seq, Sum: e.Sum, At: e.At}
}

func sameHead(a, b register.Head) bool {
	return a.Organ == b.Organ && a.Seq == b.Seq && a.Sum == b.Sum && a.At.Equal(b.At)
}

func headsText(heads []register.Head) string {
	var b strings.Builder
	for _, h := range heads {
		fmt.Fprintf(&b, "[seq %d of %q, at %s]", h.Seq, h.Organ, h.At)
	}
	return "it gives " + strconv.Itoa(len(heads)) + " " + b.String()
}

// same notes where entries differ.
func (t *trial) same(what string, got, want []register.Entry) {
	for i := range min(len(got), len(want)) {
		if why := difference(&got[i], &want[i]); why != "" {
			t.fault("%s: entry %d of %d: %s", what, i+1, len(want), why)
			return
		}
	}
	if len(got) != len(want) {
		t.fault("%s: %d entries instead of %d", what, len(got), len(want))
	}
}

// difference says how an entry differs from what it should be, "" if it does not. A list that is empty and one that is
// nil are the same.
func difference(got, want *register.Entry) string {
	if why := lineDifference(got, want); why != "" {
		return why
	}
	if len(got.Secrets) != len(want.Secrets) {
		return fmt.Sprintf("it has %d secrets instead of %d", len(got.Secrets), len(want.Secrets))
	}
	a, b := slices.SortedFunc(slices.Values(got.Secrets), byPath), slices.SortedFunc(slices.Values(want.Secrets), byPath)
	for i := range a {
		if !sameSecret(&a[i], &b[i]) {
			return "secret " + string(b[i].Path) + " is another"
		}
	}
	return ""
}

// lineDifference is difference without the secrets.
func lineDifference(got, want *register.Entry) string {
	a, err := got.AppendLine(nil)
	b, err2 := want.AppendLine(nil)
	switch {
	case err != nil || err2 != nil:
		return fmt.Sprintf("it has no line: %v", errors.Join(err, err2))
	case !bytes.Equal(a, b):
		return "its line is\n" + short(a) + "\ninstead of\n" + short(b)
	case got.Sum != want.Sum:
		return "its Sum is another"
	}
	return ""
}

// short cuts a long text for a message.
func short(b []byte) string {
	const most = 600
	if len(b) > most {
		return string(b[:most]) + "…"
	}
	return string(b)
}

func byPath(a, b register.Secret) int { return strings.Compare(string(a.Path), string(b.Path)) }

func sameSecret(a, b *register.Secret) bool {
	return a.Organ == b.Organ && a.Seq == b.Seq && a.Path == b.Path && a.Ref == b.Ref && a.Key == b.Key &&
		bytes.Equal(a.Box, b.Box) && bytes.Equal(a.Digest, b.Digest)
}

// without returns entries without their secrets.
func without(entries []register.Entry) []register.Entry {
	out := slices.Clone(entries)
	for i := range out {
		out[i].Secrets = nil
	}
	return out
}

// ended is a context that is over.
func (t *trial) ended() context.Context {
	ctx, cancel := context.WithCancel(t.ctx)
	cancel()
	return ctx
}
