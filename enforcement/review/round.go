package review

import (
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement"
	"github.com/fazhi-go/fazhi/enforcement/casefile"
	"github.com/fazhi-go/fazhi/enforcement/sample"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// A Round is the record of one round of review (评查批次): by which policy, which files were drawn, by which rubrics and by
// whom they were scored, and digests of everything, so that a later run can say exactly what is different (Compare). It is
// written as JSON after each step. The zero Round has no files.
type Round struct {
	Name       string        `json:"name"` // 评查批次, as the ledger has it
	Reviewed   fazhi.Date    `json:"reviewed"`
	Procurator bool          `json:"procurator"` // 检察院参与
	Policy     Policy        `json:"policy"`
	PolicyIs   rubric.Digest `json:"policyDigest"`
	Drawn      sample.Drawn  `json:"drawn"`
	DrawnIs    rubric.Digest `json:"drawnDigest"`
	Rubrics    []Used        `json:"rubrics"` // in the order of their IDs
	Files      []Entry       `json:"files"`   // in the order of the draw
	ResultsAre rubric.Digest `json:"resultsDigest"`
}

// Used names a rubric exactly.
type Used struct {
	ID      string        `json:"id"`
	Version string        `json:"version"`
	Digest  rubric.Digest `json:"digest"`
}

// An Entry is one file of a round.
type Entry struct {
	File     string        `json:"file"`
	Digest   rubric.Digest `json:"digest"` // of the file as it is scored
	Rubric   string        `json:"rubric"`
	Opinions []Given       `json:"opinions"`
	Way      Way           `json:"way,omitempty"`
	Result   rubric.Digest `json:"result"` // of the Settled; none: not yet
}

// Given names an opinion exactly.
type Given struct {
	Role     Role          `json:"role"`
	Reviewer string        `json:"reviewer"`
	Digest   rubric.Digest `json:"digest"` // rubric.Result.Fingerprint
}

// Open draws the files and reviewers of a round (双随机). Files are all that were closed in the period; which these are is for
// the caller. Issues are those of the head, of the policy, of texts that no sheet would bring back, and of sample.Draw, all
// at once; with an error among them there is no round.
func Open(h Head, p Policy, files []*casefile.File) (Round, fazhi.Issues) {
	files = present(files)
	wrong := p.Vet()
	issues, sound := append(h.Vet(), wrong...), wrong.Count(fazhi.Error) == 0
	plan := sample.Plan{Seed: h.Seed, Size: p.size(len(files)), PerDepartment: p.Minimum, PerStratum: p.PerStratum, Panel: h.Panel}
	if !sound {
		plan.Size, plan.PerDepartment, plan.PerStratum = 1, 0, 0 // enough to look at the files and the panel
	}
	drawn, found := sample.Draw(p.Frame(files), plan)
	issues = append(issues, vetFiles(files)...)
	if !sound {
		found = slices.DeleteFunc(found, func(i fazhi.Issue) bool { return i.Severity != fazhi.Error })
	}
	if issues = append(issues, found...); issues.Count(fazhi.Error) > 0 {
		return Round{}, issues
	}
	p.Strata = slices.Clone(p.Strata)
	r := Round{Name: h.Name, Reviewed: h.Reviewed, Procurator: h.Procurator, Policy: p, PolicyIs: p.Digest(), Drawn: drawn,
		DrawnIs: digestOf(drawn), Rubrics: []Used{}, Files: []Entry{}}
	for i := range drawn.Picks {
		r.Files = append(r.Files, Entry{File: drawn.Picks[i].ID, Opinions: []Given{}})
	}
	return r, issues
}

// present returns files with an empty one for nil, which has no number and so cannot be drawn.
func present(files []*casefile.File) []*casefile.File {
	list := slices.Clone(files)
	for i := range list {
		if list[i] == nil {
			list[i] = new(casefile.File)
		}
	}
	return list
}

// Frame returns files as package sample draws from them, in their order.
func (p *Policy) Frame(files []*casefile.File) []sample.Unit {
	frame := make([]sample.Unit, len(files))
	for i, f := range present(files) {
		frame[i] = p.unit(f)
	}
	return frame
}

// size returns how many of so many files are drawn; a part of a file is a file.
func (p *Policy) size(files int) int {
	if p.Percent > 0 {
		return (files*p.Percent + 99) / 100
	}
	return p.Size
}

// Prepare notes how the files of the round are scored, in any order; files that were not drawn are passed over. It returns
// those that were drawn and are not prepared.
func (r *Round) Prepare(files []Assigned) (missing []string) {
	at := byFile(files)
	used := make(map[*rubric.Rubric]bool)
	r.Rubrics = []Used{}
	for i := range r.Files {
		a, ok := at[r.Files[i].File]
		if !ok || a.Rubric == nil {
			missing = append(missing, r.Files[i].File)
			continue
		}
		r.Files[i].Digest, r.Files[i].Rubric = a.Case.Digest, a.Rubric.ID
		if !used[a.Rubric] {
			used[a.Rubric] = true
			r.Rubrics = append(r.Rubrics, Used{a.Rubric.ID, a.Rubric.Version, a.Rubric.Digest()})
		}
	}
	slices.SortFunc(r.Rubrics, compareUsed)
	r.Rubrics = slices.Compact(r.Rubrics)
	return missing
}

func byFile(files []Assigned) map[string]*Assigned {
	at := make(map[string]*Assigned, len(files))
	for i := range files {
		at[files[i].Case.File] = &files[i]
	}
	return at
}

// Opinions are the opinions of a round by file, those of talks and re-checks among them. The zero Opinions has none.
type Opinions struct{ of map[string][]Opinion }

// Add puts what ReadSheets has read of a task in its place; files without an opinion are passed over.
func (o *Opinions) Add(t Task, read []Opinion) {
	if o.of == nil {
		o.of = make(map[string][]Opinion)
	}
	for i := range min(len(t.Files), len(read)) {
		if read[i].Reviewer != "" {
			file := t.Files[i].Case.File
			o.of[file] = append(o.of[file], read[i])
		}
	}
}

// ofRound returns the opinions on a file without those of re-checkers, who come later.
func (o *Opinions) ofRound(file string) []Opinion {
	return slices.DeleteFunc(slices.Clone(o.of[file]), func(p Opinion) bool { return p.Role == Rechecker })
}

// Settle makes the results of all files of a round, in the order of the draw, and notes them in the record. Files that are
// not prepared have none. The unit of a reviewer is the one that he was drawn with: an opinion that says another, or of a file
// from which he keeps away (回避), does not count. The error is that of NewSettler, for any of the rubrics.
func (r *Round) Settle(files []Assigned, opinions Opinions) ([]Settled, error) {
	at, settlers, results := byFile(files), make(map[*rubric.Rubric]*Settler), []Settled{}
	known := panelOf(&r.Drawn.Plan.Panel)
	for i := range r.Files {
		a, ok := at[r.Files[i].File]
		if !ok || a.Rubric == nil {
			continue
		}
		if settlers[a.Rubric] == nil {
			s, err := NewSettler(r.Policy, *a.Rubric)
			if err != nil {
				return nil, err
			}
			settlers[a.Rubric] = s
		}
		results = append(results, settlers[a.Rubric].settle(a.Case, opinions.ofRound(a.Case.File), nil, known))
	}
	r.Note(results)
	return results, nil
}

// Note writes results into the record: those of Settle, or what stands after re-checks.
func (r *Round) Note(results []Settled) {
	at := make(map[string]*Settled, len(results))
	for i := range results {
		at[results[i].File] = &results[i]
	}
	for i := range r.Files {
		s := at[r.Files[i].File]
		if s == nil {
			continue
		}
		r.Files[i].Way, r.Files[i].Result, r.Files[i].Opinions = s.Way, digestOf(s), []Given{}
		for n := range s.Opinions {
			o := &s.Opinions[n]
			r.Files[i].Opinions = append(r.Files[i].Opinions, Given{o.Role, o.Reviewer, o.Result.Fingerprint()})
		}
	}
	r.ResultsAre = digestOf(r.Files)
}

// Ledger returns results as rows of the ledger that the annual report counts; see LedgerRow.
func (r *Round) Ledger(results []Settled) []*enforcement.File {
	rows := make([]*enforcement.File, len(results))
	for i := range results {
		rows[i] = LedgerRow(LedgerHead{Round: r.Name, Procurator: r.Procurator}, &results[i])
	}
	return rows
}
