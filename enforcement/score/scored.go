package score

import (
	"crypto/sha256"
	"encoding/json"

	"github.com/fazhi-go/fazhi/rules/rubric"
)

// Scored is one document with its score (得分): all marks, what they come to, what was lost. Digest names all of it.
type Scored struct {
	File       string         `json:"file"`
	FileDigest rubric.Digest  `json:"fileDigest"`
	Result     rubric.Result  `json:"result"`
	Outcome    rubric.Outcome `json:"outcome"`
	Deductions []Deduction    `json:"deductions"`
	Digest     rubric.Digest  `json:"digest"`

	auto   rubric.Result // what the program found by itself
	joined []rubric.Mark // the same with the marks of a person over it
}

// MarshalJSON writes no deductions as [], never as null.
func (s Scored) MarshalJSON() ([]byte, error) {
	type plain Scored
	s.Deductions = listed(s.Deductions)
	return json.Marshal(plain(s))
}

// listed returns the list, and an empty one for nil.
func listed(list []Deduction) []Deduction {
	if list == nil {
		return []Deduction{}
	}
	return list
}

// A Deduction is an item on which a document lost points (扣分), or a veto, which may cost none by itself. Times is how many
// faults there are; zero: not said.
type Deduction struct {
	Item  string        `json:"item"`
	Lost  rubric.Points `json:"lost"`
	Times int           `json:"times,omitempty"`
	Veto  bool          `json:"veto,omitempty"`
}

// Final reports whether every item has been judged.
func (s *Scored) Final() bool { return s.Outcome.Open == 0 }

// sum returns the SHA-256 of a tag, the document's digest and the fingerprint of the result, so that programs in other
// languages can compute it.
func (s *Scored) sum() rubric.Digest {
	const tag = "fazhi/score/1"
	var text [len(tag) + 2*sha256.Size]byte
	print := s.Result.Fingerprint()
	n := copy(text[:], tag)
	n += copy(text[n:], s.FileDigest[:])
	copy(text[n:], print[:])
	return sha256.Sum256(text[:])
}
