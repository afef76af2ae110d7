package repeat

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
)

// Options say how much a Scan may use, and by which policy records are compared.
type Options struct {
	Policy Policy
	// Dir is the folder for what does not fit into memory; empty: then ErrDir. Nothing is left in it. The file holds numbers
	// of records and names of organs; codes of parties, places and things are in it as digests under a key that is drawn anew.
	Dir string
	// Memory is how many bytes the records on their way may take; zero: 64 MiB. Less than 4 MiB is taken as 4 MiB, more than
	// 2 GiB as 2 GiB. The process needs two to three times as much.
	Memory int
	// Window is how many records of one party, that may still meet later ones, are kept for one act; zero: 256.
	Window int
	// MaxPerParty is after how many warnings of one rule no more records of a party or a thing are compared; zero: 1000. What
	// is left out is said in a Cut.
	MaxPerParty int
}

const (
	leastMemory = 4 << 20
	mostMemory  = 2 << 30
	mostCuts    = 1000
)

func (o Options) memory() int { return min(max(cmp.Or(o.Memory, 64<<20), leastMemory), mostMemory) }

// A Tally says what became of the records.
type Tally struct {
	Records  int64 `json:"records"`
	Skipped  int64 `json:"skipped"` // without a number, or with one that cannot be written down
	Warnings int64 `json:"warnings"`
	// Gaps count the records that lack something, so that they were not compared or warnings of them are weaker.
	Gaps []Gap `json:"gaps,omitempty"`
	// Cuts are those parties and things of which not everything was looked at, the first thousand by Serial; AllCuts is the
	// number of all.
	Cuts    []Cut `json:"cuts,omitempty"`
	AllCuts int64 `json:"allCuts,omitempty"`
	Spilled int64 `json:"spilled,omitempty"` // bytes written to Dir
}

// A Gap is how many records of a sort lack a field.
type Gap struct {
	Sort  Sort   `json:"sort"`
	Field string `json:"field"`
	N     int64  `json:"n"`
}

// ErrArgument says that Scan was given no records or no function for the warnings.
var ErrArgument = errors.New("repeat: 没有给出执法信息，或者没有给出接收预警的函数")

// Scan reads records once and gives each warning to emit, ordered by code, number of the earlier record and number of the
// later one, one of each code and pair: where several matters of two inspections call for one, the strongest, then that of
// the highest number in the year, then that of the lowest limit. The same records in another order give the same warnings in the same order. Two records of one number are
// taken as one and not compared.
//
// Scan does not keep the records, so that one may be filled in again and again; what it makes of them is kept within Options.Memory and, beyond that, in one file in
// Options.Dir. The error says that the records could not be read, that the file could not be written or read (ErrSpill,
// ErrDir, ErrLarge), that the policy is wrong (ErrPolicy), that records or emit is nil (ErrArgument), or is that of ctx or emit; then no file is left, and emit may
// have seen some of the warnings.
func Scan(ctx context.Context, records iter.Seq2[*Record, error], o Options, emit func(*Warning) error) (Tally, error) {
	return scan(ctx, records, o, emit, machine{o.memory(), createSpill})
}

type spillMaker func(dir string) (spillFile, string, error)

// A machine is what a scan works with.
type machine struct {
	memory int
	create spillMaker
}

func scan(ctx context.Context, records iter.Seq2[*Record, error], o Options, emit func(*Warning) error, m machine) (Tally, error) {
	c, err := newComparer(o.Policy)
	switch {
	case err != nil:
		return Tally{}, err
	case records == nil || emit == nil:
		return Tally{}, ErrArgument
	}
	s := &scanner{
		ctx: ctx, c: c, o: o,
		in:  &sorter{dir: o.Dir, budget: m.memory / 4 * 3, create: m.create},
		out: &sorter{dir: o.Dir, budget: m.memory / 4, create: m.create},
	}
	defer s.in.close()
	defer s.out.close()
	if err := s.read(records); err != nil {
		return Tally{}, err
	}
	if err := s.compare(); err != nil {
		return Tally{}, err
	}
	s.tally.Spilled = s.in.size
	s.in.close()
	if err := s.write(emit); err != nil {
		return Tally{}, err
	}
	s.tally.Spilled += s.out.size
	return s.tally, nil
}

// A scanner is one run of Scan.
type scanner struct {
	ctx     context.Context
	c       *comparer
	o       Options
	in, out *sorter
	tally   Tally
	steps   int
	room    []byte
}

// alive returns the context's error; it looks at the context every thousandth time.
func (s *scanner) alive() error {
	if s.steps++; s.steps%1000 != 1 {
		return nil
	}
	return s.ctx.Err()
}

func (s *scanner) read(records iter.Seq2[*Record, error]) error {
	all := gaps()
	counts := make([]int64, len(all))
	for r, err := range records {
		if err = cmp.Or(err, s.alive()); err != nil {
			return err
		}
		s.tally.Records++
		if !r.valid() {
			s.tally.Skipped++
			continue
		}
		for i, g := range all {
			if g.sort == r.Sort && g.is(r) {
				counts[i]++
			}
		}
		if err := s.put(r); err != nil {
			return err
		}
	}
	for i, g := range all {
		if counts[i] > 0 {
			s.tally.Gaps = append(s.tally.Gaps, Gap{g.sort, g.field, counts[i]})
		}
	}
	return nil
}

// valid reports whether a record can be named.
func (r *Record) valid() bool {
	return r != nil && r.Serial != "" && validName(r.Serial) && validName(r.Organ) && validName(r.Of)
}

func (s *scanner) put(r *Record) (err error) {
	s.c.slots(r, func(at slot, f *fact) {
		if err == nil {
			s.room = s.c.appendEntry(s.room[:0], at, f)
			err = s.in.add(s.room)
		}
	})
	return err
}

// compare sweeps over the sorted entries. One that is alone in its slot is not even decoded.
func (s *scanner) compare() error {
	w := &sweep{c: s.c, window: cmp.Or(max(s.o.Window, 0), 256), most: cmp.Or(max(s.o.MaxPerParty, 0), 1000), warn: s.keep, tell: s.keepCut}
	var last []byte
	alone := true
	for b, err := range s.in.all() {
		if err = cmp.Or(err, s.alive()); err != nil {
			return err
		}
		if len(b) < slotSize {
			return fmt.Errorf("%w：%w", ErrSpill, errEntry)
		}
		if len(last) == 0 || !bytes.Equal(b[:slotSize], last[:slotSize]) {
			last, alone = append(last[:0], b...), true
			continue
		}
		if alone {
			if err := addEntry(w, last); err != nil {
				return err
			}
			alone = false
		}
		if err := addEntry(w, b); err != nil {
			return err
		}
	}
	return w.end()
}

func addEntry(w *sweep, b []byte) error {
	f := new(fact)
	at, err := readEntry(b, f)
	if err != nil {
		return fmt.Errorf("%w：%w", ErrSpill, err)
	}
	return w.add(at, f)
}

// Warnings wait for their order as code, numbers, rank, and JSON; cuts come after all of them.
const cutMark = 0xff

func (s *scanner) keep(w *Warning) error {
	b := s.room[:0]
	for _, part := range []string{string(w.Code), w.A.Serial, w.B.Serial} {
		b = append(append(b, part...), 0)
	}
	return s.wait(w.rank(b), w)
}

func (s *scanner) keepCut(c Cut) error {
	return s.wait(append(append(append(s.room[:0], cutMark), c.Serial...), 0), c)
}

func (s *scanner) wait(key []byte, v any) error {
	data, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("repeat: %w", err)
	}
	s.room = append(append(key, data...), byte(len(key)>>8), byte(len(key)))
	return s.out.add(s.room)
}

// split takes key and JSON apart.
func split(b []byte) (key, data []byte, err error) {
	if n := len(b) - 2; n >= 0 {
		if k := int(b[n])<<8 | int(b[n+1]); k > 0 && k <= n {
			return b[:k], b[k:n], nil
		}
	}
	return nil, nil, fmt.Errorf("%w：%w", ErrSpill, errEntry)
}

// write gives the warnings out, one of each code and pair: the first of compare.
func (s *scanner) write(emit func(*Warning) error) error {
	var last []byte
	for b, err := range s.out.all() {
		if err = cmp.Or(err, s.alive()); err != nil {
			return err
		}
		key, data, err := split(b)
		switch {
		case err != nil:
			return err
		case key[0] == cutMark:
			err = s.countCut(data)
		case len(key) < rankSize:
			err = fmt.Errorf("%w：%w", ErrSpill, errEntry)
		case !bytes.Equal(key[:len(key)-rankSize], last):
			last = append(last[:0], key[:len(key)-rankSize]...)
			s.tally.Warnings++
			err = giveJSON(data, emit)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func giveJSON(data []byte, emit func(*Warning) error) error {
	w := new(Warning)
	if err := json.Unmarshal(data, w); err != nil {
		return fmt.Errorf("%w：%w", ErrSpill, err)
	}
	return emit(w)
}

func (s *scanner) countCut(data []byte) error {
	s.tally.AllCuts++
	if len(s.tally.Cuts) == mostCuts {
		return nil
	}
	var c Cut
	if err := json.Unmarshal(data, &c); err != nil {
		return fmt.Errorf("%w：%w", ErrSpill, err)
	}
	s.tally.Cuts = append(s.tally.Cuts, c)
	return nil
}
