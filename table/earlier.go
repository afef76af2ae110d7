package table

import (
	"hash/maphash"
	"strconv"

	"github.com/fazhi-go/fazhi"
)

// earlier remembers digests and the rows where they first stood.
type earlier struct {
	seeds  [2]maphash.Seed
	hashes [2]maphash.Hash
	texts  []digests // by unique column
	rows   digests
}

func (e *earlier) text(s string) digest {
	e.begin()
	return digest{maphash.String(e.seeds[0], s), maphash.String(e.seeds[1], s)}
}

// begin chooses the key.
func (e *earlier) begin() {
	if e.seeds[0] == (maphash.Seed{}) {
		for i := range e.seeds {
			e.seeds[i] = maphash.MakeSeed()
			e.hashes[i].SetSeed(e.seeds[i])
		}
	}
}

// vetUnique reports a text that stands in the same column of an earlier row.
func (r *reader) vetUnique(column int, v *value, row int) *fault {
	if r.earlier.texts == nil {
		r.earlier.texts = make([]digests, len(r.columns))
	}
	text := v.text
	if r.columns[column].Kind == Number {
		text = v.number.String()
	}
	if before := r.earlier.texts[column].place(r.earlier.text(text), row); before != 0 {
		return &fault{code: DoubleValue, message: "与第 " + strconv.Itoa(before) + " 行重复"}
	}
	return nil
}

// vetDouble reports a row that is the same as an earlier one, if that is asked for.
func (r *reader) vetDouble(raw Raw) {
	if !r.options.Doubles {
		return
	}
	if before := r.earlier.rows.place(r.rowDigest(raw), raw.Row); before != 0 {
		r.rowIssue(DoubleRow, fazhi.Warning, raw.Row, r.layout.first, "整行与第 "+strconv.Itoa(before)+" 行相同")
	}
}

// rowDigest is over the cells with content and their columns, without running numbers.
func (r *reader) rowDigest(raw Raw) digest {
	e := &r.earlier
	e.begin()
	for i := range e.hashes {
		e.hashes[i].Reset()
	}
	for at, c := range raw.Cells {
		text := trim(c.Text)
		if text == "" || at < len(r.head.names) && r.head.names[at] == runningNumber {
			continue
		}
		for i := range e.hashes {
			maphash.WriteComparable(&e.hashes[i], at)
			_, _ = e.hashes[i].WriteString(text) // never fails
			_ = e.hashes[i].WriteByte(0)
		}
	}
	return digest{e.hashes[0].Sum64(), e.hashes[1].Sum64()}
}
