package sample

import "slices"

// A Drawn is the record of a draw, to be written as JSON, kept, read and verified. Files is the size of the frame, Roster
// its digest; Strata stand in the order of their keys, Picks in the order of the draw.
type Drawn struct {
	Plan     Plan          `json:"plan"`
	Files    int           `json:"files"`
	Roster   string        `json:"roster"`
	Strata   []Stratum     `json:"strata"`
	Picks    []Pick        `json:"picks"`
	Replaced []Replacement `json:"replaced"`
}

// A Stratum says how many files it has and gave. Share is its exact share of the size, before minimums and rounding, with
// four decimals: "54.6759".
type Stratum struct {
	Keys  []string `json:"keys"`
	Files int      `json:"files"`
	Share string   `json:"share"`
	Drawn int      `json:"drawn"`
}

// A Pick is one file that was drawn. Key is the SHA-256 that gave it its place, For why it was drawn; Reviewers stand in
// the order of the roles.
type Pick struct {
	Unit
	Key       string   `json:"key"`
	For       Ground   `json:"for"`
	Reviewers []string `json:"reviewers"`
	Reserve   string   `json:"reserve"`
}

// A Ground says why a file was drawn.
type Ground string

// The grounds.
const (
	ForDepartment  Ground = "department"  // the minimum of its department
	ForStratum     Ground = "stratum"     // the minimum of its stratum
	ForShare       Ground = "share"       // the share of its stratum
	ForReplacement Ground = "replacement" // in the place of a file that could not be reviewed
)

// A Replacement says which file could not be reviewed and why, and which one came in its place: the next in order of its
// stratum. In is empty when the stratum had no file left.
type Replacement struct {
	Out    string `json:"out"`
	In     string `json:"in"`
	Reason string `json:"reason"`
}

// Counts returns for each stratum how many files it has and how many are drawn now, for Expect and Estimate; Passed is
// zero. A minimum for departments draws more of small departments than their share of a stratum, which an estimate from
// these counts does not set right: put the department into the strata where that matters.
func (d Drawn) Counts() []Count {
	counts := make([]Count, len(d.Strata))
	for i, s := range d.Strata {
		counts[i].Files = s.Files
		for _, p := range d.Picks {
			if slices.Equal(p.Strata, s.Keys) {
				counts[i].Drawn++
			}
		}
	}
	return counts
}

// clone copies what changes when a file is replaced.
func (d Drawn) clone() Drawn {
	d.Picks, d.Replaced = slices.Clone(d.Picks), slices.Clone(d.Replaced)
	return d
}
