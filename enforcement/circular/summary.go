package circular

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/casefile"
	"github.com/fazhi-go/fazhi/enforcement/review"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// An Input is what a circular is made of. Received are the files that were there to be drawn from, in the order in which
// units are to be named; Results are those of the files drawn.
type Input struct {
	Name       string // of the round: "2024年第一轮"
	Period     fazhi.Period
	Received   []Received
	Results    []review.Settled
	Objections []Objection
	Policy     Policy
}

// Received says how many files of a sort a unit handed in (报送案卷).
type Received struct {
	Unit  string        `json:"unit"`
	Sort  casefile.Sort `json:"sort"`
	Files int           `json:"files"`
}

// An Objection is what a unit said against a result (异议), and what came of it (复核). The zero Decided means that nothing
// has come of it yet.
type Objection struct {
	File    string     `json:"file"`
	Raised  fazhi.Date `json:"raised"`
	Decided fazhi.Date `json:"decided,omitzero"`
	Changed bool       `json:"changed"`
}

// A Policy is what a bureau settles about its circular.
type Policy struct {
	// Grades are the grades, from the best. Their bounds give a unit's mean its grade.
	Grades []rubric.Grade `json:"grades"`
	// Good is how many files are named as good; zero: 5, negative: none.
	Good int `json:"good"`
	// Common is how many common faults are named; zero: 10, negative: none.
	Common int `json:"common"`
	// Rectify is the best grade whose files must be put right, as all below it; empty: the second best. A file with a veto
	// always must.
	Rectify string `json:"rectify"`
	// Due is the day by which that must be reported (整改期限).
	Due fazhi.Date `json:"due"`
}

// A Summary is the content of a circular. All of it is data, so that it can be kept, compared and checked again: Handed,
// Files, Objections and Policy are what it is made of, the rest follows from them. Counts of grades stand in the order of
// Policy.Grades.
type Summary struct {
	Name       string          `json:"name"`
	Period     fazhi.Period    `json:"period"`
	Policy     Policy          `json:"policy"`
	Handed     []Received      `json:"handed"`
	Files      []FileRow       `json:"files"` // by number
	Objections []Objection     `json:"objections"`
	Received   int             `json:"received"`
	Reviewed   int             `json:"reviewed"`
	Vetoed     int             `json:"vetoed"`
	Mean       rubric.Points   `json:"mean"` // of the files with a score, rounded; they are Scored
	Scored     int             `json:"scored"`
	Grades     []int           `json:"grades"`
	Sorts      []SortRow       `json:"sorts"`
	Units      []UnitRow       `json:"units"` // the best first; units of which nothing was reviewed last
	Stages     []StageRow      `json:"stages"`
	Faults     []FaultRow      `json:"faults"`
	Good       []GoodFile      `json:"good"`
	Rectify    []Rectification `json:"rectify"`
}

// A FileRow is one file of the round with what the circular needs of its result. Score is none where a veto leaves no
// number.
type FileRow struct {
	File   string         `json:"file"`
	Unit   string         `json:"unit"`
	Sort   casefile.Sort  `json:"sort"`
	Rubric string         `json:"rubric"`
	Score  rubric.Score   `json:"score"`
	Grade  string         `json:"grade"`
	Vetoed bool           `json:"vetoed"`
	Faults []review.Fault `json:"faults"`
}

// A SortRow counts the files of one sort (案卷类型).
type SortRow struct {
	Sort     casefile.Sort `json:"sort"`
	Received int           `json:"received"`
	Reviewed int           `json:"reviewed"`
	Grades   []int         `json:"grades"`
}

// A UnitRow counts the files of one unit and gives its place (单位排名): by the exact mean of its files with a score, units
// of equal means share a place. Mean is rounded for reading; without a scored file Rank is zero.
type UnitRow struct {
	Unit     string        `json:"unit"`
	Received int           `json:"received"`
	Reviewed int           `json:"reviewed"`
	Scored   int           `json:"scored"`
	Vetoed   int           `json:"vetoed"`
	Grades   []int         `json:"grades"`
	Mean     rubric.Points `json:"mean"`
	Grade    string        `json:"grade"`
	Rank     int           `json:"rank"`
}

// A StageRow counts the faults of one stage (环节), and the files that have any of them.
type StageRow struct {
	Stage  string `json:"stage"`
	Faults int    `json:"faults"`
	Files  int    `json:"files"`
}

// A FaultRow counts the files that have one fault (共性问题), of those that were scored by its rubric.
type FaultRow struct {
	Rubric string     `json:"rubric"`
	Item   string     `json:"item"`
	Name   string     `json:"name"`
	Stage  string     `json:"stage"`
	Basis  string     `json:"basis"`
	Veto   bool       `json:"veto"`
	Files  fazhi.Rate `json:"files"`
	Units  int        `json:"units"`
}

// A GoodFile is a file that others may learn from (优秀案卷).
type GoodFile struct {
	File  string        `json:"file"`
	Unit  string        `json:"unit"`
	Sort  casefile.Sort `json:"sort"`
	Score rubric.Score  `json:"score"`
}

// A Rectification is one fault of one file that must be put right (整改事项).
type Rectification struct {
	Unit    string     `json:"unit"`
	File    string     `json:"file"`
	Item    string     `json:"item"`
	Name    string     `json:"name"`
	Veto    bool       `json:"veto"`
	Reasons []string   `json:"reasons"`
	Due     fazhi.Date `json:"due"`
}
