// Package rulestest holds the test of a vocabulary that stands beside the struct of a ledger.
//
//	func TestVocabulary(t *testing.T) {
//		v, err := contract.Vocabulary()
//		require.NoError(t, err)
//		rulestest.Ledger(t, v)
//	}
//
// It reads rows that it has filled in itself and asks every field: columns that no field names, accessors that read
// another column, and places that are not those of the column are found. A column whose type reads the text itself, a rate of
// interest, needs a sample that it can read: see Trial. It needs the standard library only.
package rulestest

import (
	"bytes"
	"fmt"
	"math/bits"
	"slices"
	"testing"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules"
	"github.com/fazhi-go/fazhi/rules/rubric"
	"github.com/fazhi-go/fazhi/table"
)

// Ledger fails the test for everything that Verify finds.
func Ledger[R any](t testing.TB, v *rules.Vocabulary[*R], without ...string) {
	t.Helper()
	LedgerTrial(t, v, Trial{Without: without})
}

// LedgerTrial fails the test for everything that VerifyTrial finds.
func LedgerTrial[R any](t testing.TB, v *rules.Vocabulary[*R], trial Trial) {
	t.Helper()
	findings, err := VerifyTrial(v, trial)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range findings {
		t.Error(f)
	}
}

// Verify says what does not fit between a vocabulary and the ledger R, whose struct embeds table.Row. Without names
// columns that need no field. The error says that the test could not be made: a column whose type refuses the sample.
func Verify[R any](v *rules.Vocabulary[*R], without ...string) ([]string, error) {
	return VerifyTrial(v, Trial{Without: without})
}

// A Trial says what the struct of a ledger does not. The zero value is good for most.
type Trial struct {
	Without []string          // columns that need no field
	Samples map[string]string // by column: a cell that the column's type reads, written as the field gives it
}

// VerifyTrial is Verify for a ledger that needs a Trial.
func VerifyTrial[R any](v *rules.Vocabulary[*R], trial Trial) ([]string, error) {
	ledger, err := table.SheetOf[R]("", nil)
	if err != nil {
		return nil, err
	}
	var findings []string
	entries := v.Entries()
	for _, c := range ledger.Columns {
		named := func(e rules.Entry) bool { return e.Name == c.Name }
		if !slices.ContainsFunc(entries, named) && !slices.Contains(trial.Without, c.Name) {
			findings = append(findings, "“"+c.Name+"”列没有字段")
		}
	}
	for round := range bits.Len(uint(len(ledger.Columns))) {
		more, err := try(v, entries, ledger.Columns, trial.samplesOf(ledger.Columns, round))
		if err != nil {
			return nil, err
		}
		for _, f := range more {
			if !slices.Contains(findings, f) {
				findings = append(findings, f)
			}
		}
	}
	return findings, nil
}

// try asks the fields of one row.
func try[R any](v *rules.Vocabulary[*R], entries []rules.Entry, columns []table.Column, samples []string) ([]string, error) {
	record, err := read[R](columns, samples)
	if err != nil {
		return nil, err
	}
	return ask(v, entries, columns, samples, record)
}

// samplesOf returns a cell for each column, no two alike where the kind allows it. Of columns with the same few values any
// two differ in one of the rounds: in that of the highest binary digit in which their places do.
func (t Trial) samplesOf(columns []table.Column, round int) []string {
	samples := make([]string, len(columns))
	for i, c := range columns {
		day := fazhi.DateOf(2024, 1, 1).AddDays(i)
		sample, own := t.Samples[c.Name]
		switch {
		case own:
			samples[i] = sample
		case slices.Contains(t.Without, c.Name) && !c.Required:
		case len(c.Choices) > 0:
			samples[i] = c.Choices[(i>>round)%len(c.Choices)]
		case c.Kind == table.Date:
			samples[i] = day.String()
		case c.Kind == table.YesNo:
			samples[i] = []string{"是", "否"}[(i>>round)%2]
		case c.Kind == table.Number:
			samples[i] = fmt.Sprintf("某司〔2024〕%d号", i+1)
		case c.Kind == table.Text || c.Kind == table.List:
			samples[i] = fmt.Sprintf("样本%d", i+1)
		default:
			samples[i] = fmt.Sprint(i + 1)
		}
	}
	return samples
}

// read reads the samples as the one row of a ledger.
func read[R any](columns []table.Column, samples []string) (*R, error) {
	plain := make([]table.Column, len(columns))
	row := make([]any, len(columns))
	for i := range columns {
		plain[i], row[i] = table.Column{Name: columns[i].Name}, samples[i]
	}
	var b bytes.Buffer
	if err := table.WriteCSV(&b, table.Sheet{Columns: plain, Rows: [][]any{row}}); err != nil {
		return nil, err
	}
	src, err := table.CSV("样本.csv", b.Bytes())
	if err != nil {
		return nil, err
	}
	rows, issues, err := table.Read[R](src, "", table.Options{})
	if err != nil {
		return nil, err
	}
	if len(rows.All) != 1 {
		return nil, fmt.Errorf("rulestest: 样本读不出来：%w", issues.Err())
	}
	return rows.All[0], nil
}

// rubricOf makes a rubric of one item for each field, which the cell's own value meets, and says which column is the field's.
func rubricOf(entries []rules.Entry, columns []table.Column, samples []string) (rubric.Rubric, []int) {
	r := rubric.Rubric{ID: "rulestest", Name: "字段", Version: "1", Basis: "字段表"}
	at := make([]int, len(entries))
	for i, e := range entries {
		at[i] = slices.IndexFunc(columns, func(c table.Column) bool { return c.Name == e.Name })
		condition := rubric.Condition{Field: e.Name, Relation: "不为空"}
		if n := at[i]; n >= 0 {
			condition = rubric.Condition{Field: e.Name, Relation: e.Relations[0], Value: samples[n]} // 等于 or, of lists, 包含
		}
		r.Items = append(r.Items, rubric.Item{ID: fmt.Sprint(i), Name: e.Name, Points: 1, Meets: []rubric.Condition{condition}})
	}
	return r, at
}

// ask scores the record by such a rubric: each item is met, and its mark has the place of the column.
func ask[R any](v *rules.Vocabulary[*R], entries []rules.Entry, columns []table.Column, samples []string, record *R) ([]string, error) {
	r, at := rubricOf(entries, columns, samples)
	s, issues := rules.CompileRubric(v, r)
	if err := issues.Err(); err != nil {
		return nil, fmt.Errorf("rulestest: %w", err)
	}
	located, ok := any(record).(fazhi.Located)
	if !ok {
		return nil, fmt.Errorf("rulestest: %T 没有嵌入 table.Row", record)
	}
	var findings []string
	for i, m := range s.Score(record).Marks {
		if at[i] >= 0 && m.Verdict != rubric.Met {
			findings = append(findings, "字段“"+entries[i].Name+"”取的不是同名的列")
		}
		origin, known := fazhi.Origin{}, false
		if len(m.Paths) == 1 {
			origin, known = located.Origin(m.Paths[0])
		}
		if !known || at[i] >= 0 && origin.Cell != table.CellName(at[i], 2) {
			findings = append(findings, "字段“"+entries[i].Name+"”的位置不是同名的列，或者没有位置")
		}
	}
	return findings, nil
}
