package score

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi/rules/rubric"
)

// Compact is a score in the form that is kept of very many files: what was scored by what, the outcome, what was lost, and
// the digest that names the whole. Digest does not follow from the rest; whoever has the file, the rubric and the marks of
// the reviewer scores again and compares.
type Compact struct {
	File       string        `json:"file"`
	Rubric     string        `json:"rubric"`
	Version    string        `json:"version"`
	Score      rubric.Score  `json:"score"`
	Grade      string        `json:"grade"`
	Vetoes     int           `json:"vetoes,omitempty"`
	Open       int           `json:"open,omitempty"`
	Deductions []Deduction   `json:"deductions"`
	Digest     rubric.Digest `json:"digest"`
}

// Compact returns the compact form, whose slices are its own.
func (s *Scored) Compact() Compact {
	var c Compact
	s.CompactInto(&c)
	return c
}

// CompactInto is Compact for one who makes very many: the list of deductions of c is used again.
func (s *Scored) CompactInto(c *Compact) {
	list := append(c.Deductions[:0], s.Deductions...)
	*c = Compact{File: s.File, Rubric: s.Result.Rubric, Version: s.Result.Version, Score: s.Outcome.Score, Grade: s.Outcome.Grade,
		Vetoes: s.Outcome.Vetoes, Open: s.Outcome.Open, Deductions: list, Digest: s.Digest}
}

// MarshalJSON writes no deductions as [], never as null.
func (c Compact) MarshalJSON() ([]byte, error) {
	type plain Compact
	c.Deductions = listed(c.Deductions)
	return json.Marshal(plain(c))
}

// ErrCompact is returned, wrapped, for a text that is not the JSON of a Compact.
var ErrCompact = errors.New("不是得分的存储格式")

// maxCompact is the most that ParseCompact reads; a score with a thousand deductions takes less.
const maxCompact = 4 << 20

// ParseCompact reads the JSON of a Compact: no other fields, no deduction below nothing, a digest.
func ParseCompact(text []byte) (Compact, error) {
	if len(text) > maxCompact || !utf8.Valid(text) {
		return Compact{}, fmt.Errorf("score: %w：太长，或者不是有效的 UTF-8 文本", ErrCompact)
	}
	var c Compact
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(&c); err != nil || !ended(d) {
		return Compact{}, fmt.Errorf("score: %w", errors.Join(ErrCompact, err))
	}
	wrong := func(x Deduction) bool { return x.Item == "" || x.Lost < 0 || x.Times < 0 }
	if c.Digest.IsZero() || c.Vetoes < 0 || c.Open < 0 || len(c.Deductions) > rubric.MaxItems || slices.ContainsFunc(c.Deductions, wrong) {
		return Compact{}, fmt.Errorf("score: %w：没有摘要，或者扣分不成立", ErrCompact)
	}
	return c, nil
}

// ended reports whether nothing but blanks is left.
func ended(d *json.Decoder) bool {
	_, err := d.Token()
	return errors.Is(err, io.EOF)
}
