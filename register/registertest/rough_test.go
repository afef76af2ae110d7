package registertest_test

import (
	"cmp"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"iter"
	"maps"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/registertest"
)

// A disk is what all handles of a rough store share. Its flaw is a sentence of the tables in broken_test.go; without one
// the store keeps its contract.
type disk struct {
	flaw string

	mu    sync.Mutex
	books map[string]*roughBook
	order []string // organs as they came
	place chan struct{}

	failed, poisoned bool // the call, and the one before

	cursors map[string]*roughCursor
}

type roughBook struct {
	entries  []register.Entry
	counters map[string]int
	requests map[string][]int
}

func newDisk(flaw string) *disk {
	return &disk{
		flaw: flaw, books: make(map[string]*roughBook), cursors: make(map[string]*roughCursor), place: make(chan struct{}, 100),
	}
}

func (d *disk) is(flaw string) bool { return d.flaw == flaw }

// harness opens handles on the disk.
func (d *disk) harness() registertest.Harness {
	h := registertest.Harness{Open: func(context.Context) (registertest.Stores, error) {
		r := &rough{disk: d, own: make(map[string]int)}
		return registertest.Stores{Store: r, Secrets: r, Cursors: &roughCursors{disk: d, mine: make(map[string]*roughCursor)}, Close: r.close}, nil
	}}
	if strings.HasPrefix(d.flaw, "hangs: ") {
		h.Patience = 200 * time.Millisecond
	}
	return h
}

// A rough is one handle.
type rough struct {
	*disk
	own map[string]int // requests that this handle has kept, entries that it has written
}

func (r *rough) close() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, b := range r.books {
		if r.is("nothing outlives Close") {
			b.entries = nil
		}
		if r.is("requests are forgotten at Close") {
			b.requests = make(map[string][]int)
		}
		for i := range b.entries {
			for j := range b.entries[i].Secrets {
				if r.is("secrets do not outlive Close") {
					b.entries[i].Secrets[j].Box = nil
				}
			}
		}
	}
	if r.is("cursors do not outlive Close") {
		clear(r.cursors)
	}
	if r.is("Close fails") {
		return errors.New("close")
	}
	return nil
}

func (r *rough) book(organ string) *roughBook {
	if r.is("organs: case is lost") {
		organ = strings.ToLower(organ)
	}
	if r.is("organs: cut at 100 bytes") {
		organ = organ[:min(len(organ), 100)]
	}
	b := r.books[organ]
	if b == nil {
		b = &roughBook{counters: make(map[string]int), requests: make(map[string][]int)}
		r.books[organ] = b
		if r.order = append(r.order, organ); r.is("room for 500 books") && len(r.order) > 500 {
			delete(r.books, r.order[0])
			r.order = r.order[1:]
		}
	}
	return b
}

func (r *rough) counter(organ string, c register.Counter) string {
	switch {
	case r.is("counters are shared by all organs"):
		organ = ""
	case r.is("counters: years are not apart"):
		c.Year = 0
	case r.is("series: case is lost"):
		c.Series = strings.ToLower(c.Series)
	}
	return fmt.Sprint(organ, "\x00", c.Series, "\x00", c.Year)
}

// id is how a text is compared.
func (r *rough) id(text string) string {
	switch {
	case r.is("ids: case is lost"):
		return strings.ToLower(text)
	case r.is("ids: accents are lost"):
		return strings.NewReplacer("á", "a", "å", "a", "ä", "a", "\u0301", "", "\u030a", "").Replace(text)
	case r.is("ids: accents are composed"):
		return strings.NewReplacer("a\u0301", "á", "A\u030a", "Å", "\u212b", "Å").Replace(text)
	case r.is("ids: width is lost"):
		return strings.NewReplacer("ａ", "a", "Ａ", "A", "１", "1", "ｶ", "カ").Replace(text)
	case r.is("ids: beyond the BMP all is one"):
		return strings.Map(func(c rune) rune { return min(c, 0xffff) }, text)
	case r.is("ids: cut at 255 bytes"):
		return text[:min(len(text), 255)]
	case r.is("ids: invisible characters are lost"):
		return strings.NewReplacer("\u200b", "", "\u200d", "", "\u00ad", "").Replace(text)
	case r.is("ids: blanks are folded"):
		return strings.Join(strings.Fields(text), " ")
	}
	return text
}

func (r *rough) sameRef(a, b fazhi.Ref) bool {
	return (a.Kind == b.Kind || r.is("a document is its id")) && r.id(a.ID) == r.id(b.ID)
}

func (r *rough) request(organ, id string) string {
	switch {
	case r.is("requests: case is lost"):
		id = strings.ToLower(id)
	case r.is("requests are shared by all organs"):
		organ = ""
	}
	return organ + "\x00" + id
}

// kept returns what a request has kept.
func (r *rough) kept(key register.Key) ([]register.Entry, bool) {
	b := r.book(key.Scope.Organ)
	if r.is("requests are shared by all organs") {
		b = r.book("")
	}
	id := r.request(key.Scope.Organ, key.ReqID)
	places, ok := b.requests[id]
	_, mine := r.own[id]
	switch {
	case !ok || key.ReqID == "" && !r.is("an empty ReqID is one"), r.is("ReqID is ignored"),
		r.is("a handle knows its own requests only") && !mine:
		return nil, false
	case r.is("a request gives its first entry only"):
		places = places[:1]
	}
	var out []register.Entry
	for _, place := range places {
		e := clone(&r.book(key.Scope.Organ).entries[place])
		if !r.is("a repeated request gives secrets") {
			e.Secrets = nil
		}
		if r.is("a request is one of a document") && e.Ref != key.Ref {
			return nil, false
		}
		out = append(out, e)
	}
	return out, true
}

func (r *rough) prior(key register.Key) register.Prior {
	organ := key.Scope.Organ
	b := r.book(organ)
	p := register.Prior{Head: b.head(organ), Last: r.last(key)}
	counters := slices.Clone(key.Counters)
	if r.is("serials are told in another order") {
		slices.SortFunc(counters, func(a, b register.Counter) int { return cmp.Compare(a.Year, b.Year) })
	}
	for _, c := range counters {
		p.Serials = append(p.Serials, b.counters[r.counter(organ, c)]+1)
		if r.is("counters are shared by all organs") {
			p.Serials[len(p.Serials)-1] = r.book("").counters[r.counter(organ, c)] + 1
		}
	}
	if r.is("the head has no time") {
		p.Head.At = time.Time{}
	}
	return p
}

func (b *roughBook) head(organ string) register.Head {
	if len(b.entries) == 0 {
		return register.Head{Organ: organ}
	}
	e := &b.entries[len(b.entries)-1]
	return register.Head{Organ: e.Organ, Seq: e.Seq, Sum: e.Sum, At: e.At}
}

func (r *rough) last(key register.Key) *register.Entry {
	entries := r.book(key.Scope.Organ).entries
	if r.is("last is of any organ") {
		for _, organ := range r.order {
			if len(entries) == 0 {
				entries = r.books[organ].entries
			}
		}
	}
	if r.is("last is the first") {
		entries = slices.Clone(entries)
		slices.Reverse(entries)
	}
	for i := range slices.Backward(entries) {
		e := &entries[i]
		if !r.sameRef(e.Ref, key.Ref) || e.Act == register.Refused && !r.is("last may be a refusal") {
			continue
		}
		if r.is("last is not copied") {
			return e
		}
		last := clone(e)
		if !r.is("last has its secrets") {
			last.Secrets = nil
		}
		return &last
	}
	return nil
}

func (r *rough) Append(ctx context.Context, key register.Key, next func(register.Prior) ([]register.Entry, error)) ([]register.Entry, error) {
	if (key.Scope.Organ == "" || key.Scope.Organ == register.AllOrgans) && !r.is("Append needs no organ") {
		return nil, register.ErrScope
	}
	if err := ctx.Err(); err != nil && !r.is("Append knows no context") {
		return nil, err
	}
	if r.is("a context that ends in next is an error of what is kept") {
		next = r.andThen(ctx, next)
	}
	early, earlyLast := r.early(key)
	if r.is("the request is looked up before the lock") {
		if out, ok := r.lookup(key); ok {
			return out, nil
		}
		runtime.Gosched()
	}
	r.mu.Lock()
	if !r.is("hangs: a panic of next keeps the lock") {
		defer r.mu.Unlock()
	}
	if !r.is("the request is looked up before the lock") {
		if out, ok := r.kept(key); ok {
			return out, nil
		}
	}
	p := r.prior(key)
	switch {
	case r.is("what next is told is read before the lock"):
		p = early
	case r.is("last is read before the lock"):
		p.Last = earlyLast
	}
	out, err := r.judge(key, p, next)
	if r.is("hangs: a panic of next keeps the lock") {
		r.mu.Unlock()
	}
	return out, err
}

// andThen has the call fail when the context has ended, however it went.
func (r *rough) andThen(ctx context.Context, next func(register.Prior) ([]register.Entry, error)) func(register.Prior) ([]register.Entry, error) {
	return func(p register.Prior) ([]register.Entry, error) {
		entries, err := next(p)
		if err == nil && ctx.Err() != nil {
			r.keep(r.book(p.Head.Organ), register.Key{}, entries)
			err = ctx.Err()
		}
		return entries, err
	}
}

// early is what a store knows that does not lock in time.
func (r *rough) early(key register.Key) (register.Prior, *register.Entry) {
	if !strings.HasSuffix(r.flaw, "is read before the lock") {
		return register.Prior{}, nil
	}
	r.mu.Lock()
	p := r.prior(key)
	r.mu.Unlock()
	runtime.Gosched()
	return p, p.Last
}

func (r *rough) lookup(key register.Key) ([]register.Entry, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.kept(key)
}

// judge calls next and keeps what it gives.
func (r *rough) judge(key register.Key, p register.Prior, next func(register.Prior) ([]register.Entry, error)) ([]register.Entry, error) {
	organ := key.Scope.Organ
	b := r.book(organ)
	if r.is("the number is taken before next is called") {
		for _, c := range key.Counters {
			b.counters[r.counter(organ, c)]++
		}
	}
	entries, err := next(p)
	r.failed, r.poisoned = err != nil, r.failed
	if r.poisoned && r.is("a failure fails the call after it") {
		r.failed = false
		return nil, errors.New("aborted")
	}
	switch {
	case err != nil && r.is("what comes with an error is kept"):
		r.keep(b, key, entries)
		return nil, err
	case err != nil && r.is("what comes with an error is returned"):
		return entries, err
	case err != nil && r.is("errors are told in other words"):
		return nil, fmt.Errorf("append: %v", err)
	case err != nil && r.is("errors are unknown"):
		return nil, fmt.Errorf("%w: %w", register.ErrUnknown, err)
	case err != nil && r.is("an error of next is swallowed"):
		return nil, nil
	case err != nil:
		return nil, err
	case r.is("the first answer counts"):
		_, _ = next(p)
	case len(entries) == 0 && r.is("a request without entries is kept"):
		b.requests[r.request(organ, key.ReqID)] = nil
	}
	if err := r.free(organ, entries); err != nil {
		return nil, err
	}
	if n, err := r.check(&p, key, entries); err != nil {
		if r.is("entries are kept one by one") {
			r.keep(b, key, entries[:n])
		}
		return nil, err
	}
	r.keep(b, key, entries)
	if r.is("nothing is returned") {
		return nil, nil
	}
	return entries, nil
}

// free reports whether the numbers of entries have not been given before.
func (r *rough) free(organ string, entries []register.Entry) error {
	if r.is("a number may be given in two series") {
		return nil
	}
	given := make(map[string]bool)
	for _, e := range r.book(organ).entries {
		for _, n := range e.Numbers {
			given[n.Text] = true
		}
	}
	for _, e := range entries {
		for _, n := range e.Numbers {
			if given[n.Text] {
				return register.ErrTaken
			}
			if !r.is("a number may be given twice at once") {
				given[n.Text] = true
			}
		}
	}
	return nil
}

// Inspect is that of register.Inspector. A rough store has no tables.
func (r *rough) Inspect(_ context.Context, s register.Scope) iter.Seq2[register.Discrepancy, error] {
	return func(yield func(register.Discrepancy, error) bool) {
		switch {
		case s.Organ == "" || s.Organ == register.AllOrgans:
			yield(register.Discrepancy{}, register.ErrScope)
		case r.is("Inspect finds what is not there"):
			yield(register.Discrepancy{Seq: 1, Message: "编号不在索引中"}, nil)
		}
	}
}

// check is Prior.Check with its flaws; n is how many entries are in order.
func (r *rough) check(p *register.Prior, key register.Key, entries []register.Entry) (n int, err error) {
	entries = slices.Clone(entries)
	now := *p
	now.Serials = slices.Clone(p.Serials)
	for i := range entries {
		e := entries[i]
		was := register.Head{Organ: e.Organ, Seq: e.Seq, Sum: e.Sum, At: e.At}
		switch {
		case r.is("the organ of entries is not looked at"):
			e.Organ = key.Scope.Organ
		case r.is("Seq is not looked at"):
			e.Seq = now.Head.Seq + 1
		case r.is("Prev is not looked at"):
			e.Prev = now.Head.Sum
		case r.is("the time of entries is not looked at"):
			e.At = now.Head.At
		case r.is("the request of entries is not looked at"):
			e.ReqID = key.ReqID
		case r.is("counters that were not asked for are kept"):
			e.Numbers = slices.DeleteFunc(slices.Clone(e.Numbers), func(n register.Numbered) bool {
				return !slices.Contains(key.Counters, register.Counter{Series: n.Series, Year: n.Year})
			})
		case r.is("serials are not looked at"):
			e.Numbers = slices.Clone(e.Numbers)
			for j := range e.Numbers {
				e.Numbers[j].Serial = now.Serials[0] + j
			}
		}
		if err := now.Check(key, []register.Entry{e}); err != nil {
			return i, err
		}
		now.Head = was
		for _, n := range e.Numbers {
			now.Serials[slices.Index(key.Counters, register.Counter{Series: n.Series, Year: n.Year})]++
		}
	}
	return len(entries), nil
}

func (r *rough) keep(b *roughBook, key register.Key, entries []register.Entry) {
	organ := key.Scope.Organ
	for i := range entries {
		e := r.written(&entries[i])
		at := len(b.entries)
		b.entries = append(b.entries, e)
		r.own[fmt.Sprint(organ, e.Seq)] = 1
		for j, n := range e.Numbers {
			c := register.Counter{Series: n.Series, Year: n.Year}
			switch {
			case r.is("the number is taken before next is called"), r.is("an entry moves its counters by one") && j > 0:
			case r.is("counters are shared by all organs"):
				r.book("").counters[r.counter(organ, c)] = n.Serial
			default:
				b.counters[r.counter(organ, c)] = n.Serial
			}
		}
		id := e.ReqID
		if r.is("requests are kept by the key") {
			id = key.ReqID
		}
		if id != "" || r.is("an empty ReqID is one") {
			r.own[r.request(organ, id)] = 1
			of := b
			if r.is("requests are shared by all organs") {
				of = r.book("")
			}
			of.requests[r.request(organ, id)] = append(of.requests[r.request(organ, id)], at)
		}
	}
}

// written is an entry as it is written down.
func (r *rough) written(from *register.Entry) register.Entry {
	if r.is("entries are kept without a copy") {
		return *from
	}
	e := clone(from)
	switch {
	case r.is("digests are made anew"):
		line, _ := e.AppendLine(nil)
		e.Sum = sha256.Sum256(line)
	case r.is("With is lost"):
		e.With = nil
	case r.is("Applied is lost"), r.is("Applied of a refusal is lost") && e.Act == register.Refused:
		e.Applied = nil
	case r.is("Applied comes in the order of names"):
		slices.Sort(e.Applied)
	case r.is("Applied is cut at 2000 bytes"):
		for len(strings.Join(e.Applied, ",")) > 2000 {
			e.Applied = e.Applied[:len(e.Applied)-1]
		}
	case r.is("Running is lost"):
		e.Running = nil
	case r.is("times are kept in seconds"):
		e.At = e.At.Truncate(time.Second)
	case r.is("times are kept in nanoseconds of 64 bits"):
		e.At = time.Unix(0, e.At.UnixNano()).UTC()
	case r.is("days are kept since 1900"):
		if e.Due.Year() < 1900 {
			e.Due = fazhi.Date{}
		}
	case r.is("documents are cut at 64 KB"):
		e.Doc = e.Doc[:min(len(e.Doc), 1<<16)]
	case r.is("characters beyond the BMP become question marks"):
		e.Reason = strings.Map(func(c rune) rune {
			if c > 0xffff {
				return '?'
			}
			return c
		}, e.Reason)
	case r.is("backslashes are unescaped"):
		e.By = strings.ReplaceAll(e.By, `\\`, `\`)
	case r.is("reasons are cut at 4000 bytes"):
		e.Reason = e.Reason[:min(len(e.Reason), 4000)]
	case r.is("an empty text becomes NULL"):
		e.Step = cmp.Or(e.Step, "NULL")
	case r.is("secrets are text"):
		for i := range e.Secrets {
			e.Secrets[i].Box = []byte(strings.ToValidUTF8(string(e.Secrets[i].Box), "?"))
		}
	}
	return e
}

func clone(e *register.Entry) register.Entry {
	c := *e
	c.Numbers, c.With, c.Codes, c.Doc = slices.Clone(e.Numbers), slices.Clone(e.With), slices.Clone(e.Codes), slices.Clone(e.Doc)
	c.Running, c.Applied = slices.Clone(e.Running), slices.Clone(e.Applied)
	for i := range c.Running {
		c.Running[i].Pauses = slices.Clone(c.Running[i].Pauses)
	}
	c.Secrets = slices.Clone(e.Secrets)
	for i, s := range c.Secrets {
		c.Secrets[i].Box, c.Secrets[i].Digest = slices.Clone(s.Box), slices.Clone(s.Digest)
	}
	return c
}

// visible returns the entries of a book that a reader is shown.
func (r *rough) visible(organ string) []register.Entry {
	all := r.book(organ).entries
	switch n := len(all); {
	case r.is("an entry is seen when the next is kept"):
		return all[:max(0, n-1)]
	case r.is("an entry is seen after a later one") && n > 1:
		return append(slices.Clone(all[:n-2]), all[n-1])
	case r.is("entries are seen one by one") && n%10 == 0:
		return all[:max(0, n-1)]
	case r.is("a handle holds back what it writes"):
		return slices.DeleteFunc(slices.Clone(all), func(e register.Entry) bool { return r.own[fmt.Sprint(organ, e.Seq)] == 0 })
	}
	return all
}

// found returns what a query finds.
func (r *rough) found(q *register.Query) []register.Entry {
	all := slices.Clone(r.visible(q.Scope.Organ))
	if r.is("a query by field forgets the organ") && (q.Kind != "" || q.Current || q.Step != "") {
		all = nil
		for _, organ := range r.order {
			all = append(all, r.books[organ].entries...)
		}
	}
	current := q.Current || q.Step != "" && !r.is("Step does not imply Current") ||
		!q.DueBefore.IsZero() && !r.is("DueBefore does not imply Current")
	if r.is("Current is taken last") {
		all = slices.DeleteFunc(all, func(e register.Entry) bool { return !r.matches(q, &e) })
	}
	if current {
		all = r.current(all)
	}
	out := slices.DeleteFunc(all, func(e register.Entry) bool { return !r.matches(q, &e) })
	switch {
	case r.is("entries come by document"):
		slices.SortStableFunc(out, func(a, b register.Entry) int { return strings.Compare(a.Ref.String(), b.Ref.String()) })
	case r.is("a query gives 1,000 entries at the most"):
		out = out[:min(len(out), 1000)]
	case r.is("a page begins with the last entry of the one before") && len(out) > 500:
		out = slices.Insert(out, 500, out[499])
	}
	return out
}

// leavesOut reports whether a document has moved since its listing began, and is lost for it.
func (r *rough) leavesOut(q *register.Query, e *register.Entry) bool {
	if !r.is("documents that move are not listed") || !q.Current && q.Step == "" && q.DueBefore.IsZero() {
		return false
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	now := r.current(r.book(q.Scope.Organ).entries)
	return !slices.ContainsFunc(now, func(c register.Entry) bool { return c.Seq == e.Seq })
}

// current returns the last entry of each document.
func (r *rough) current(all []register.Entry) []register.Entry {
	last := make(map[fazhi.Ref]int64)
	for _, e := range all {
		if e.Act != register.Refused || r.is("Current may be a refusal") || r.is("a refused document is not current") {
			last[r.folded(e.Ref)] = e.Seq
		}
	}
	return slices.DeleteFunc(slices.Clone(all), func(e register.Entry) bool {
		return last[r.folded(e.Ref)] != e.Seq || e.Act == register.Refused && r.is("a refused document is not current")
	})
}

func (r *rough) folded(ref fazhi.Ref) fazhi.Ref {
	ref.ID = r.id(ref.ID)
	if r.is("a document is its id") {
		ref.Kind = ""
	}
	return ref
}

// matches is Query.Matches with its flaws, without the organ.
func (r *rough) matches(q *register.Query, e *register.Entry) bool {
	return r.inRange(q, e) && r.named(q, e) && r.onDays(q, e)
}

func (r *rough) inRange(q *register.Query, e *register.Entry) bool {
	after := e.Seq > q.After || r.is("After is among them") && e.Seq == q.After
	upto := q.Upto == 0 || e.Seq < q.Upto || e.Seq == q.Upto && !r.is("Upto is not among them")
	return after && upto
}

func (r *rough) named(q *register.Query, e *register.Entry) bool {
	equal := func(flaw, a, b string) bool {
		return a == b || r.is(flaw+": case is lost") && strings.EqualFold(a, b) ||
			r.is(flaw+": wildcards") && like(b, a) || r.is(flaw+": beginnings") && strings.HasPrefix(a, b)
	}
	number := q.Number == "" || r.is("Number is not asked for") || slices.ContainsFunc(e.Numbers, func(n register.Numbered) bool {
		return equal("numbers", n.Text, q.Number)
	})
	return number &&
		(q.Ref == fazhi.Ref{} || r.sameRef(e.Ref, q.Ref) || r.is("Ref is not asked for")) &&
		(q.Kind == "" || equal("kinds", string(e.Ref.Kind), string(q.Kind))) &&
		(q.ReqID == "" || equal("requests", e.ReqID, q.ReqID) || r.is("ReqID is not asked for")) &&
		(q.Step == "" || equal("steps", e.Step, q.Step))
}

// like is the LIKE of a database for patterns that begin or end with %.
func like(pattern, text string) bool {
	if before, ok := strings.CutSuffix(pattern, "%"); ok {
		return strings.HasPrefix(text, before)
	}
	return pattern == "_" && len(text) == 1
}

func (r *rough) onDays(q *register.Query, e *register.Entry) bool {
	from := q.From.IsZero() || e.On.After(q.From) || e.On == q.From && !r.is("From is not among them")
	to := q.To.IsZero() || e.On.Before(q.To) || e.On == q.To && !r.is("To is not among them")
	due := q.DueBefore.IsZero() || !e.Due.IsZero() && e.Due.Before(q.DueBefore) || e.Due == q.DueBefore && r.is("DueBefore is among them") ||
		e.Due.IsZero() && r.is("what is never due is due")
	return from && to && due
}

// yielded runs a loop with the flaws that loops have.
func yielded[T any](r *rough, ctx context.Context, what string, items []T, yield func(T, error) bool) {
	if r.is("hangs: " + what + " holds the lock in a loop") {
		r.mu.Lock()
		defer r.mu.Unlock()
	}
	if r.is("hangs: " + what + " keeps its place when a loop is left") {
		r.place <- struct{}{}
	}
	for _, item := range items {
		if err := ctx.Err(); err != nil && !r.is(what+" knows no context") {
			if !r.is("a context that ends ends the loop in silence") {
				var none T
				yield(none, err)
			}
			return
		}
		if !yield(item, nil) && !r.is(what+" goes on when a loop is left") {
			return
		}
	}
	if r.is("hangs: " + what + " keeps its place when a loop is left") {
		<-r.place
	}
}

func (r *rough) Entries(ctx context.Context, q register.Query) iter.Seq2[register.Entry, error] {
	return func(yield func(register.Entry, error) bool) {
		if (q.Scope.Organ == "" || q.Scope.Organ == register.AllOrgans) && !r.is("Entries needs no organ") {
			yield(register.Entry{}, register.ErrScope)
			return
		}
		if r.is("Entries goes on after an error") {
			_ = yield(register.Entry{}, errors.New("busy"))
		}
		r.mu.Lock()
		if len(r.book(q.Scope.Organ).entries) == 0 && r.is("an empty book is not found") {
			r.mu.Unlock()
			yield(register.Entry{}, register.ErrNotFound)
			return
		}
		found := r.found(&q)
		for i := range found {
			if !r.is("what is yielded is not a copy") {
				found[i] = clone(&found[i])
			}
			if !q.Secrets && !r.is("secrets are given unasked") || r.is("secrets are never given") {
				found[i].Secrets = nil
			}
		}
		r.mu.Unlock()
		yielded(r, ctx, "Entries", found, func(e register.Entry, err error) bool {
			return r.leavesOut(&q, &e) || yield(e, err)
		})
	}
}

func (r *rough) Heads(ctx context.Context, s register.Scope) iter.Seq2[register.Head, error] {
	return func(yield func(register.Head, error) bool) {
		if s.Organ == "" && !r.is("Heads needs no organ") {
			yield(register.Head{}, register.ErrScope)
			return
		}
		r.mu.Lock()
		var heads []register.Head
		organs := slices.Sorted(maps.Keys(r.books))
		switch {
		case r.is("heads come as the books came"):
			organs = slices.Clone(r.order)
		case r.is("heads come in the order of a dictionary"):
			slices.SortFunc(organs, func(a, b string) int { return strings.Compare(strings.ToLower(a), strings.ToLower(b)) })
		}
		for _, organ := range organs {
			h := r.books[organ].head(organ)
			if s.Organ != organ && s.Organ != register.AllOrgans && s.Organ != "" && !r.is("Heads of one are those of all") {
				continue
			}
			if r.is("a head is that of the last document") && h.Seq > 0 {
				h.Seq = int64(len(r.current(r.books[organ].entries)))
			}
			if h.Seq > 0 || r.is("a book begins before its first entry") {
				heads = append(heads, h)
			}
		}
		r.mu.Unlock()
		yielded(r, ctx, "Heads", heads, yield)
	}
}

func (r *rough) Secrets(ctx context.Context, q register.SecretQuery) iter.Seq2[register.Secret, error] {
	return func(yield func(register.Secret, error) bool) {
		if (q.Scope.Organ == "" || q.Scope.Organ == register.AllOrgans) && !r.is("Secrets needs no organ") {
			yield(register.Secret{}, register.ErrScope)
			return
		}
		r.mu.Lock()
		var found []register.Secret
		for _, organ := range r.order {
			for i := range r.books[organ].entries {
				e := clone(&r.books[organ].entries[i])
				if r.is("what Secrets yields is not a copy") {
					e = r.books[organ].entries[i]
				}
				secrets := slices.Clone(e.Secrets)
				if !r.is("secrets come as they were given") {
					slices.SortFunc(secrets, func(a, b register.Secret) int { return strings.Compare(string(a.Path), string(b.Path)) })
				}
				for _, s := range secrets {
					if r.wanted(&q, &s) {
						found = append(found, s)
					}
				}
			}
		}
		r.mu.Unlock()
		yielded(r, ctx, "Secrets", found, yield)
	}
}

// wanted is SecretQuery.Matches with its flaws.
func (r *rough) wanted(q *register.SecretQuery, s *register.Secret) bool {
	switch {
	case r.is("secrets of all organs"):
		q.Scope.Organ = s.Organ
	case r.is("secrets by document are those of all"):
		q.Ref = fazhi.Ref{}
	case r.is("secrets by key are those of all"):
		q.Key = ""
	case r.is("secrets by another key are those of all"):
		q.NotKey = ""
	case r.is("secrets after an entry are those of all"):
		q.After = 0
	case r.is("digests are compared by their beginning"):
		return q.Matches(s) || len(q.Digest) > 0 && strings.HasPrefix(string(s.Digest), string(q.Digest))
	case r.is("a secret without a digest has every digest"):
		return q.Matches(s) || len(s.Digest) == 0
	case r.is("secrets by key: case is lost"):
		q.Key = strings.ToLower(q.Key)
	}
	return q.Matches(s)
}

func (r *rough) Reseal(_ context.Context, scope register.Scope, secrets []register.Secret) error {
	if (scope.Organ == "" || scope.Organ == register.AllOrgans) && !r.is("Reseal needs no organ") {
		return register.ErrScope
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	old := slices.Clone(r.book(scope.Organ).entries)
	for i := range old {
		old[i] = clone(&old[i])
	}
	for i := range secrets {
		if r.replace(scope.Organ, &secrets[i]) {
			continue
		}
		if r.is("Reseal passes over what is not there") {
			continue
		}
		if !r.is("Reseal goes as far as it can") {
			r.book(scope.Organ).entries = old
		}
		return register.ErrNotFound
	}
	return nil
}

func (r *rough) replace(organ string, s *register.Secret) bool {
	if s.Organ != organ {
		switch {
		case r.is("Reseal does not look at the organ of secrets"):
		case r.is("Reseal does not look at the scope"):
			organ = s.Organ
		default:
			return false
		}
	}
	entries := r.book(organ).entries
	if s.Seq < 1 || s.Seq > int64(len(entries)) {
		return false
	}
	e := &entries[s.Seq-1]
	i := slices.IndexFunc(e.Secrets, func(t register.Secret) bool { return t.Path == s.Path })
	if i < 0 {
		if r.is("Reseal makes secrets") {
			e.Secrets = append(e.Secrets, *s)
			return true
		}
		return false
	}
	if r.is("Reseal notes itself in the entry") {
		e.Reason = "reseal"
	}
	if r.is("an empty Box is no secret") && len(s.Box) == 0 {
		return true
	}
	kept := &e.Secrets[i]
	if len(kept.Box) == 0 && !r.is("Reseal brings back what was deleted") {
		return true
	}
	if !r.is("Reseal leaves Key") {
		kept.Key = s.Key
	}
	if !r.is("Reseal leaves Digest") {
		kept.Digest = slices.Clone(s.Digest)
	}
	kept.Box = slices.Clone(s.Box)
	if r.is("Reseal keeps no copy") {
		kept.Box = s.Box
	}
	return true
}
