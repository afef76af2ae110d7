package crashtest

import "fmt"

// A row is what a test found, as one line of a table.
type row struct {
	engine       string
	rounds       int
	acknowledged int
	entries      int
	gaps         int
	doubles      int // numbers given twice
	lost         int // acknowledged entries that are not in the book, or otherwise than acknowledged
	faults       int // of audit
	ghosts       int // entries of requests that were answered with an error
	unsaid       int // committed, but nobody was told
	retold       int // entries that the follower was told more than once
}

func (r *row) String() string {
	return fmt.Sprintf("%-17s rounds %d, acknowledged %d, entries %d, gaps %d, doubles %d, lost %d, faults %d, ghosts %d, "+
		"committed but unacknowledged %d, follower doubles %d",
		r.engine, r.rounds, r.acknowledged, r.entries, r.gaps, r.doubles, r.lost, r.faults, r.ghosts, r.unsaid, r.retold)
}

// broken is what must be nought.
func (r *row) broken() int { return r.gaps + r.doubles + r.lost + r.faults + r.ghosts }
