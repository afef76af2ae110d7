package indicators

import (
	"cmp"
	"context"
	"sync"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/table"
)

// A Scan is how a ledger of any length is read, checked and counted in one pass, by several goroutines where the source is a
// table.CSVFile. Memory depends on the number of rows of the grid, not on the length of the ledger: numbers are therefore not
// compared with each other, and disputes that are the same one as another are left out without looking for the other.
type Scan struct {
	Unit     string
	Period   fazhi.Period
	Settings Settings
	Profile  mediation.Profile // by which the rows are checked
	Today    fazhi.Date        // the day of the run
	Workers  int               // goroutines; 0 means one for each processor. It changes no result.
	part     int               // bytes of a part of the ledger; 0 means partBytes. It changes no result but sums out of range.
}

// partBytes is how much of a ledger is counted by itself. Larger parts are added up less often and take more memory.
const partBytes = 1 << 20

// Scanned is what a Scan found.
type Scanned struct {
	Grid  *Grid
	Notes fazhi.Issues // what a Counter says: what was not counted and why
	Read  fazhi.Issues // what table.Read says of the header and the cells
	Found Findings
	Tally table.Tally
}

// Findings are what the checks of package mediation found in the rows that could be read.
type Findings struct {
	Listed fazhi.Issues // the first thousand, in the order of the ledger
	Counts []CodeCount  // of each check that found something, in the order of the checks
	Rows   int          // with an Error
}

// A CodeCount is how often a check found something.
type CodeCount struct {
	Code fazhi.Code
	N    int
}

// Run reads a sheet; an empty name means the first one. The error is one of those of New, one of mediation.Checks or of
// table.Read, one of a check that could not do its work, or that of the context, which is looked at for each row.
func (s Scan) Run(ctx context.Context, src table.Source, sheet string) (*Scanned, error) {
	plan, err := newPlan(s.Unit, s.Period, s.Settings)
	if err != nil {
		return nil, err
	}
	j, err := newJudge(s.Profile, s.Today)
	if err != nil {
		return nil, err
	}
	batches := &batches{plan: plan, judge: j}
	folded, read, err := table.Fold(ctx, src, sheet, table.Options{Repeats: true}, table.Folding[mediation.Case, batch]{
		New: batches.take, Add: func(b *batch, d *mediation.Case) error { return b.add(ctx, d) }, Merge: batches.merge,
		Workers: s.Workers, Block: cmp.Or(s.part, partBytes),
	})
	if err != nil {
		return nil, err
	}
	all := folded.Result
	found := Findings{Listed: all.listed, Rows: all.faulty}
	for i := range j.checks {
		if n := all.found[j.checks[i].Code]; n > 0 {
			found.Counts = append(found.Counts, CodeCount{j.checks[i].Code, n})
		}
	}
	grid, notes := all.counter.Grid()
	return &Scanned{Grid: grid, Notes: notes, Read: read, Found: found, Tally: folded.Tally}, nil
}

// batch is what was found and counted in a part of the ledger.
type batch struct {
	judge   *judge
	counter *Counter
	needed  []fazhi.Check
	listed  fazhi.Issues
	found   map[fazhi.Code]int
	faulty  int
}

// batches makes batches and uses their memory again, which a sync.Pool would give away at every other collection. In a
// part of the ledger, of partBytes or so, no property has as many values as mostTold.
type batches struct {
	plan  *plan
	judge *judge
	lock  sync.Mutex
	free  []*batch // never more than there are parts on their way
}

const mostTold = 50_000

func (b *batches) take() *batch {
	b.lock.Lock()
	defer b.lock.Unlock()
	last := len(b.free) - 1
	if last < 0 {
		return &batch{judge: b.judge, counter: b.plan.counter(mostTold), found: make(map[fazhi.Code]int)}
	}
	taken := b.free[last]
	b.free = b.free[:last]
	return taken
}

func (b *batches) give(done *batch) {
	done.counter.reset()
	clear(done.found)
	done.listed, done.faulty = done.listed[:0], 0
	b.lock.Lock()
	defer b.lock.Unlock()
	b.free = append(b.free, done)
}

// merge adds what was found in a later part and keeps its memory.
func (b *batches) merge(to, from *batch) {
	to.counter.join(from.counter)
	for code, n := range from.found {
		to.found[code] += n
	}
	to.faulty += from.faulty
	to.list(from.listed)
	b.give(from)
}

func (b *batch) list(issues fazhi.Issues) {
	b.listed = append(b.listed, issues[:min(len(issues), mostIssues-len(b.listed))]...)
}

// add checks and counts a dispute.
func (b *batch) add(ctx context.Context, d *mediation.Case) (err error) {
	b.counter.Add(d)
	var issues fazhi.Issues
	issues, b.needed, err = b.judge.of(ctx, d, b.needed)
	if err != nil || len(issues) == 0 {
		return err
	}
	for _, i := range issues {
		b.found[i.Code]++
	}
	if issues.Count(fazhi.Error) > 0 {
		b.faulty++
	}
	b.list(issues)
	return nil
}
