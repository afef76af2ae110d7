package agreement

import (
	"errors"
	"fmt"
	"slices"
)

// Bounds of a table. Within them every sum that a statistic needs is exact.
const (
	MaxClasses = 300
	MaxFiles   = 10_000_000
)

// A Table counts how often the first reviewer chose one class and the second another (混淆表): Counts[i][j] files are in
// Classes[i] by the first and in Classes[j] by the second. The order of the classes matters for weighted κ only. Statistics
// of a table that is not square, has negative counts or breaks a bound are not defined.
type Table struct {
	Classes []string `json:"classes"`
	Counts  [][]int  `json:"counts"`
}

// A Pair is what the two reviewers said of one file.
type Pair struct {
	First  string `json:"first"`
	Second string `json:"second"`
}

// ErrClass is wrapped by what Tabulate says about classes.
var ErrClass = errors.New("类别有误")

// Tabulate counts pairs of classes, in the order of the classes given. These are all classes of the scale, also those
// that nobody used: AC1 depends on how many there are. The error joins everything that is wrong: classes without a name or
// named twice, and pairs, counted from 1, with another class.
func Tabulate(classes []string, pairs []Pair) (Table, error) {
	at, faults := index(classes)
	if len(classes) > MaxClasses || len(pairs) > MaxFiles {
		return Table{}, fmt.Errorf("agreement: %w：至多%d类、%d份案卷", ErrClass, MaxClasses, MaxFiles)
	}
	t := Table{Classes: slices.Clone(classes), Counts: make([][]int, len(classes))}
	for i := range t.Counts {
		t.Counts[i] = make([]int, len(classes))
	}
	for n, p := range pairs {
		i, known := at[p.First]
		j, known2 := at[p.Second]
		if !known || !known2 {
			faults = append(faults, fmt.Errorf("agreement: %w：第%d份案卷的类别不在所列类别之中", ErrClass, n+1))
			continue
		}
		t.Counts[i][j]++
	}
	if len(faults) > 0 {
		return Table{}, errors.Join(faults...)
	}
	return t, nil
}

// index returns the places of the classes.
func index(classes []string) (map[string]int, []error) {
	at, faults := make(map[string]int, len(classes)), []error(nil)
	for i, name := range classes {
		switch _, double := at[name]; {
		case name == "":
			faults = append(faults, fmt.Errorf("agreement: %w：第%d个类别没有名称", ErrClass, i+1))
		case double:
			faults = append(faults, fmt.Errorf("agreement: %w：第%d个类别重复", ErrClass, i+1))
		default:
			at[name] = i
		}
	}
	return at, faults
}

// margins are the sums of a table.
type margins struct {
	rows, columns []int64
	total, same   int64 // all files; those on which the two agree
}

// add sums a table up; the reason says why it cannot be.
func (t Table) add() (m margins, reason string) {
	k := len(t.Classes)
	if k > MaxClasses || len(t.Counts) != k {
		return m, "混淆表的行数与类别数不符，或者类别过多"
	}
	m.rows, m.columns = make([]int64, k), make([]int64, k)
	for i, row := range t.Counts {
		if len(row) != k {
			return m, "混淆表的列数与类别数不符"
		}
		for j, n := range row {
			if n < 0 || int64(n) > MaxFiles-m.total {
				return m, "混淆表中有负数，或者案卷过多"
			}
			m.total += int64(n)
			m.rows[i] += int64(n)
			m.columns[j] += int64(n)
		}
		m.same += int64(row[i])
	}
	if m.total == 0 {
		return m, "没有两名评查人都评过的案卷"
	}
	return m, ""
}

// Total returns the number of files.
func (t Table) Total() int {
	m, _ := t.add()
	return int(m.total)
}

// Swap returns the table with the reviewers the other way round.
func (t Table) Swap() Table {
	s := Table{Classes: slices.Clone(t.Classes), Counts: make([][]int, len(t.Counts))}
	for i := range t.Counts {
		for j := range t.Counts {
			if i < len(t.Counts[j]) {
				s.Counts[i] = append(s.Counts[i], t.Counts[j][i])
			}
		}
	}
	return s
}
