package sql

import (
	"encoding/base64"
	"encoding/hex"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
)

// rows are what a transaction adds, one value after another.
type rows struct {
	entries, numbers, secrets []any
	docs                      map[pair]*standing
}

// A standing is where a document stands: what Find asks for.
type standing struct {
	row   []any
	isNew bool
}

func (r *rows) empty() bool { return len(r.entries) == 0 }

// add adds an entry's rows. Its part is its place among the entries of one request.
func (r *rows) add(e *register.Entry, line string, part int) {
	r.entries = append(r.entries,
		e.Organ, e.Seq, docOf(e.Ref), string(e.Ref.Kind), string(e.Act), orNull(e.Step), day(e.On), day(e.Due), orNull(e.ReqID),
		int64(part), e.Sum.String(), line)
	for _, n := range e.Numbers {
		r.numbers = append(r.numbers, e.Organ, n.Series, int64(n.Year), int64(n.Serial), orNull(n.Text), e.Seq)
	}
	for i := range e.Secrets {
		s := &e.Secrets[i]
		key, rest := digestText(s.Digest)
		r.secrets = append(r.secrets,
			e.Organ, e.Seq, string(s.Path), docOf(e.Ref), orNull(s.Key), boxText(s.Box), key, rest)
	}
}

// secretBytes is how long secrets are.
func secretBytes(secrets []register.Secret) (n int) {
	for i := range secrets {
		n += len(secrets[i].Box)
	}
	return n
}

// stand notes where a document stands. Only the last word of a transaction is written.
func (r *rows) stand(d pair, e *register.Entry, isNew bool) {
	if r.docs == nil {
		r.docs = make(map[pair]*standing)
	}
	if before := r.docs[d]; before != nil {
		isNew = before.isNew
	}
	r.docs[d] = &standing{row: []any{d.organ, d.name, string(e.Ref.Kind), orNull(e.Step), day(e.Due), e.Seq}, isNew: isNew}
}

// day writes a date as the tables have it.
func day(d fazhi.Date) any {
	if d.IsZero() {
		return nil
	}
	return d.String()
}

func boxText(box []byte) any { return orNull(base64.StdEncoding.EncodeToString(box)) }

// digestText writes a digest in two parts: what can be an index key, and what is longer, which no digest should be.
func digestText(digest []byte) (key, rest any) {
	n := min(len(digest), digestKey)
	return orNull(hex.EncodeToString(digest[:n])), orNull(hex.EncodeToString(digest[n:]))
}

// digestKey is how many bytes of a digest are its index key.
const digestKey = 32
