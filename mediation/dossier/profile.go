package dossier

import "cmp"

// A Profile holds what local rules say about the file. The zero value has the usual parts.
type Profile struct {
	// Parts are the parts of a file in their order; empty: those of the function Parts.
	Parts []Part
	// Rule is what issues about the parts cite; empty: "人民调解文书格式（卷宗）".
	Rule string
}

func (p Profile) parts() []Part {
	if len(p.Parts) > 0 {
		return p.Parts
	}
	return Parts()
}

func (p Profile) rule() string { return cmp.Or(p.Rule, "人民调解文书格式（卷宗）") }
