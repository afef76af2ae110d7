package casefile

import (
	"crypto/sha256"
	"encoding/binary"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// Digest returns the SHA-256 of what scoring sees of a file, so that programs in other languages can compute it: of every
// field but the party's name and code, which no field of the Vocabulary shows and which must not be found out by trying
// names. Examine takes it too, and faster.
//
// The fields stand in the order of the struct, after the tag "fazhi/case-file/1". Texts have their length in bytes before
// them, lists that of their entries, as unsigned varints; days count from the zero Date, minutes from the zero Moment,
// amounts are fen, as signed varints; what may be missing has a byte 1 before it, or is a byte 0. Of dates and facts there
// are those that are known, each after its key in JSON, so that events and facts to come do not change the digest of files
// without them. A digest of a document stands for its bytes.
func (f *File) Digest() rubric.Digest {
	k := newKeys()
	return k.digest(f)
}

// keys are the names of dates and facts in JSON, each with its length before it.
type keys struct {
	dates [len(Dates{})]string
	facts [len(Facts{})]string
}

func newKeys() *keys {
	var k keys
	for i := range k.dates {
		k.dates[i] = key(Event(i).Path())
	}
	for i := range k.facts {
		k.facts[i] = key(Fact(i).Path())
	}
	return &k
}

// key returns the last part of a path.
func key(p fazhi.Path) string {
	name := string(p[strings.LastIndexByte(string(p), '/')+1:])
	return string(digesting(nil).text(name))
}

func (k *keys) digest(f *File) rubric.Digest {
	var room [4096]byte
	w := digesting(append(room[:0], "fazhi/case-file/1"...))
	for _, s := range [...]string{f.Serial, f.Number, f.Organ, string(f.Sort), string(f.Procedure), f.Cause, f.PartySort} {
		w = w.text(s)
	}
	w = w.count(len(f.Penalties))
	for _, s := range f.Penalties {
		w = w.text(s)
	}
	w = maybe(w, f.Fine)
	w = maybe(w, f.Added)
	w = maybe(w, f.Officers)
	w = maybe(w, f.Qualified)
	w = k.known(w, f)
	w = w.count(len(f.Pauses))
	for i := range f.Pauses {
		w = w.day(f.Pauses[i].From).day(f.Pauses[i].To).text(f.Pauses[i].Reason)
	}
	w = w.moment(f.OnSpot).moment(f.OnSpotReported).documents(f.Documents)
	return sha256.Sum256(w)
}

// known writes the dates and facts that are known, each list ended by an empty key.
func (k *keys) known(w digesting, f *File) digesting {
	for i := range f.Dates {
		if !f.Dates[i].IsZero() {
			w = digesting(append(w, k.dates[i]...)).day(f.Dates[i])
		}
	}
	w = w.text("")
	for i, a := range f.Facts {
		if a != Unknown {
			w = append(append(w, k.facts[i]...), byte(a))
		}
	}
	return w.text("")
}

// digesting is the text of which the digest is taken.
type digesting []byte

func (w digesting) count(n int) digesting { return binary.AppendUvarint(w, uint64(n)) }

func (w digesting) text(s string) digesting { return append(w.count(len(s)), s...) }

func (w digesting) day(d fazhi.Date) digesting {
	return binary.AppendVarint(w, int64(d.DaysSince(fazhi.Date{})))
}

func (w digesting) moment(m Moment) digesting {
	return binary.AppendVarint(w, m.Minutes(Moment{}))
}

func (w digesting) documents(list []Document) digesting {
	w = w.count(len(list))
	for i := range list {
		d := &list[i]
		w = binary.AppendVarint(w.text(d.Name).day(d.Date), int64(d.Pages))
		w = digesting(w).text(d.Digest)
	}
	return w
}

// maybe writes a number that may be missing.
func maybe[N ~int | ~int64](w digesting, n *N) digesting {
	if n == nil {
		return append(w, 0)
	}
	return binary.AppendVarint(append(w, 1), int64(*n))
}
