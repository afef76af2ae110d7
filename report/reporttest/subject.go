package reporttest

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/report"
	"github.com/fazhi-go/fazhi/table"
)

// A Subject is one ledger of a subject package and what the kit tries it with. D is a pointer to the struct that one row
// of the ledger becomes; the struct embeds table.Row and has JSON names. All fields but Slot and Optional must be given.
type Subject[D fazhi.Document] struct {
	Kind  fazhi.Kind // of the documents
	Sheet string     // name of the ledger's sheet
	Slot  string     // of the section; empty: Sheet

	// Read reads the ledger from a sheet, the first one when the name is empty; the error wraps table.ErrNoSheet when
	// there is no such sheet. Write is the way back; table.SheetOf does it.
	Read  func(src table.Source, sheet string) ([]D, fazhi.Issues, error)
	Write func(sheet string, records []D) (table.Sheet, error)

	// Figures counts the records for a year. Section adds the sentence.
	Figures func(records []D, year int) []fazhi.Figure
	Section func(records []D, year int) (report.Section, error)

	// Optional names the columns that a figure reads and a ledger may lack, because it says the same as one in which they are
	// empty: a column that says which rows are not to be counted. Every other column that a figure reads must be there.
	Optional []string

	// Full is a record with a value in every column: no empty text, no 否, no 0.
	Full D
	// Faulty is a ledger with rows in order and rows that are not.
	Faulty Ledger
	// Records are some that count in Year and some that do not, such as those at the borders of the year. Each figure
	// counts one at least and is defined.
	Records []D
	Year    int
}

// A Ledger is a small ledger and what Read makes of it.
type Ledger struct {
	Lines  []string // of a CSV file, the header first
	Issues []string // in the order in which they are found: "B3 table/cell/required /name"
	Kept   []string // IDs of the records
}

// A Finding is one promise that is not kept: the name of the case and what was seen.
type Finding struct {
	Case    string
	Message string
}

// Run runs every case as a sub-test of its own.
func Run[D fazhi.Document](t *testing.T, s Subject[D]) {
	t.Helper()
	for _, k := range cases[D]() {
		t.Run(k.name, func(t *testing.T) {
			for _, m := range k.verify(s) {
				t.Error(m)
			}
		})
	}
}

// Verify runs every case and returns what was found, for programs that have no *testing.T.
func Verify[D fazhi.Document](s Subject[D]) []Finding {
	var found []Finding
	for _, k := range cases[D]() {
		for _, m := range k.verify(s) {
			found = append(found, Finding{Case: k.name, Message: m})
		}
	}
	return found
}

// A kase is one sentence of what a subject promises.
type kase[D fazhi.Document] struct {
	name string
	run  func(*bench[D])
}

// cases lists the sentences, those of the ledger first.
func cases[D fazhi.Document]() []kase[D] {
	return []kase[D]{
		{"round-trip-csv", (*bench[D]).roundTripCSV},
		{"round-trip-rows", (*bench[D]).roundTripRows},
		{"origin", (*bench[D]).origin},
		{"bad-cell", (*bench[D]).badCell},
		{"required-cell", (*bench[D]).requiredCell},
		{"missing-column", (*bench[D]).missingColumn},
		{"faulty-ledger", (*bench[D]).faultyLedger},
		{"no-sheet", (*bench[D]).noSheet},
		{"identity", (*bench[D]).identity},
		{"double-id", (*bench[D]).doubleID},
		{"figure-form", (*bench[D]).figureForm},
		{"source", (*bench[D]).source},
		{"one-less", (*bench[D]).oneLess},
		{"order", (*bench[D]).order},
		{"empty-ledger", (*bench[D]).emptyLedger},
		{"section", (*bench[D]).section},
		{"assembly", (*bench[D]).assembly},
		{"unchanged", (*bench[D]).unchanged},
	}
}

// verify runs one case. A panic of the subject is a finding of that case.
func (k kase[D]) verify(s Subject[D]) (found []string) {
	if err := vet(s); err != nil {
		return []string{err.Error()}
	}
	s.Records = slices.Clone(s.Records)
	b := &bench[D]{Subject: s}
	defer func() {
		if p := recover(); p != nil {
			b.say("panic：%v", p)
		}
		found = b.found
	}()
	k.run(b)
	return b.found
}

// vet says everything that is missing in a Subject.
func vet[D fazhi.Document](s Subject[D]) error {
	var faults []error
	for _, f := range [...]struct {
		name  string
		given bool
	}{
		{"Kind", s.Kind != ""}, {"Sheet", s.Sheet != ""}, {"Read", s.Read != nil}, {"Write", s.Write != nil},
		{"Figures", s.Figures != nil}, {"Section", s.Section != nil}, {"Full", isStruct(s.Full)},
		{"Faulty", len(s.Faulty.Lines) > 1 && len(s.Faulty.Issues) > 0},
		{"Records", len(s.Records) > 0}, {"Year", s.Year != 0},
	} {
		if !f.given {
			faults = append(faults, fmt.Errorf("reporttest: Subject.%s 没有给出，或者不能用", f.name))
		}
	}
	return errors.Join(faults...)
}

// A bench holds the subject under test and collects what is wrong with it.
type bench[D fazhi.Document] struct {
	Subject[D]
	found []string
}

func (b *bench[D]) say(format string, args ...any) {
	b.found = append(b.found, fmt.Sprintf(format, args...))
}
