package dossier

import (
	"strings"

	"github.com/fazhi-go/fazhi/mediation/dispute"
)

// Need says whether a file must have a part.
type Need string

// The needs. The zero value is none of them; New parts name one.
const (
	Required Need = "必须"
	Either   Need = "择一" // one of several papers
	AsNeeded Need = "按需"
)

// A Part is one of the parts of a file (卷宗材料的一项).
type Part struct {
	No   int
	Name string
	Need Need
	When string // in which disputes it is needed, in words; empty: in all, or never of itself
	// Needed reports whether a dispute needs the part. Nil: all disputes do, or, of a part as needed, none does: what there is of it
	// is filed.
	Needed func(*dispute.Dispute) bool
	// Papers are those of which one must be there when the part is needed; none: any paper will do.
	Papers []Wanted
	// Law is the article that wants the part kept in the file; empty: a form or a local rule does, so that its absence is a warning.
	Law string
	// Unpaged says that its sheets carry no page number.
	Unpaged bool
}

// A Wanted is a paper that a part may ask for. It is known by its name, which holds Name.
type Wanted struct {
	Name string
	// Fits reports whether the paper suits a dispute; nil: every one.
	Fits func(*dispute.Dispute) bool
}

// needs reports whether a dispute needs the part.
func (x *Part) needs(d *dispute.Dispute) bool {
	if x.Needed == nil {
		return x.Need == Required || x.Need == Either
	}
	return x.Needed(d)
}

// wanted returns the names of the papers that suit a dispute.
func (x *Part) wanted(d *dispute.Dispute) []string {
	var out []string
	for _, w := range x.Papers {
		if w.Fits == nil || w.Fits(d) {
			out = append(out, w.Name)
		}
	}
	return out
}

// suits reports whether a paper of the part is one of those wanted.
func (x *Part) suits(d *dispute.Dispute, paper string) bool {
	names := x.wanted(d)
	for _, name := range names {
		if strings.Contains(paper, name) {
			return true
		}
	}
	return len(names) == 0
}
