package main

import (
	"context"
	"iter"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

// A memory keeps the rows of a sheet, so that it can be read many times, and leaves one row out.
type memory struct {
	table.Source
	rows []table.Raw
	skip int // number of the row that is left out; 0: none
}

func (m *memory) Rows(string) iter.Seq2[table.Raw, error] {
	return func(yield func(table.Raw, error) bool) {
		for _, r := range m.rows {
			if r.Row != m.skip && !yield(r, nil) {
				return
			}
		}
	}
}

// remember reads a sheet into memory.
func remember(t *testing.T, src table.Source, sheet string) *memory {
	t.Helper()
	m := &memory{Source: src}
	for raw, err := range src.Rows(sheet) {
		require.NoError(t, err)
		raw.Cells = slices.Clone(raw.Cells)
		m.rows = append(m.rows, raw)
	}
	return m
}

// counted says which figures of a ledger there are: value and digest of what they count.
func counted(t *testing.T, l ledger, src table.Source) (map[string]fazhi.Figure, loaded) {
	t.Helper()
	got, err := l.load(context.Background(), src, setting{year: 2024, today: fazhi.DateOf(2025, 2, 14)})
	require.NoError(t, err)
	require.Empty(t, got.issues)
	out := map[string]fazhi.Figure{}
	for _, f := range got.section.Figures {
		out[f.ID] = f
	}
	return out, got
}

// Deleting a row changes exactly the figures that count it. Figures of other ledgers cannot change: a ledger is read,
// counted and put into its section by itself.
func TestDeletingARowChangesExactlyTheFiguresThatCountIt(t *testing.T) {
	in, err := open("")
	require.NoError(t, err)
	defer in.close()
	all, err := ledgers(nil)
	require.NoError(t, err)
	deleted, changed := 0, 0
	for _, l := range all {
		src, ok := in.sheets[l.sheet]
		if !ok {
			continue
		}
		m := remember(t, src, l.sheet)
		before, whole := counted(t, l, m)
		for _, row := range sample(m.rows) {
			m.skip = row
			after, _ := counted(t, l, m)
			deleted++
			for id, f := range before {
				same := f.From.Count == after[id].From.Count && f.From.Digest == after[id].From.Digest
				require.Equal(t, !counts(f, whole.origins, row), same, "%s, 第 %d 行, %s", l.sheet, row, id)
				if same {
					require.Equal(t, f.Value, after[id].Value, "%s, 第 %d 行, %s", l.sheet, row, id)
				} else {
					changed++
				}
			}
		}
		m.skip = 0
	}
	t.Logf("删去 %d 行，%d 个数据项随之改变", deleted, changed)
	require.Greater(t, deleted, 150)
	require.Greater(t, changed, 150)
}

// sample returns some rows below the header: the first, the last, and some between.
func sample(rows []table.Raw) []int {
	body := rows[2:] // title and header
	n := len(body)
	var out []int
	for _, i := range []int{0, 1, n / 5, n / 4, n / 3, n / 2, n * 2 / 3, n * 3 / 4, n - 2, n - 1} {
		if i >= 0 && i < n && !slices.Contains(out, body[i].Row) {
			out = append(out, body[i].Row)
		}
	}
	return out
}

// counts reports whether a figure says that it counts a row.
func counts(f fazhi.Figure, origins map[fazhi.Ref]fazhi.Origin, row int) bool {
	for ref := range f.From.Refs {
		if rowOf(origins[ref]) == row {
			return true
		}
	}
	return false
}

// Changing one letter of a name changes no figure and no digest.
func TestANameIsNoFigure(t *testing.T) {
	in, err := open("")
	require.NoError(t, err)
	defer in.close()
	all, err := ledgers(nil)
	require.NoError(t, err)
	m := remember(t, in.sheets["政府合同"], "政府合同")
	before, _ := counted(t, all[0], m)
	cells := m.rows[10].Cells
	at := slices.IndexFunc(m.rows[1].Cells, func(c table.Cell) bool { return c.Text == "合同名称" })
	require.GreaterOrEqual(t, at, 0)
	cells[at].Text += "甲"
	after, _ := counted(t, all[0], m)
	require.Equal(t, before["合同.审查"].Value, after["合同.审查"].Value)
	require.Equal(t, before["合同.审查"].From.Digest, after["合同.审查"].From.Digest)
}

// A column that is taken away never turns a figure into another number without an error.
func TestAMissingColumnIsNeverANought(t *testing.T) {
	in, err := open("")
	require.NoError(t, err)
	defer in.close()
	all, err := ledgers(nil)
	require.NoError(t, err)
	changed := 0
	for _, l := range all {
		src, ok := in.sheets[l.sheet]
		if !ok {
			continue
		}
		m := remember(t, src, l.sheet)
		before, _ := counted(t, l, m)
		for at, name := range m.rows[1].Cells {
			got, err := l.load(context.Background(), &memory{Source: src, rows: withoutColumn(m.rows, at)}, setting{year: 2024, today: fazhi.DateOf(2025, 2, 14)})
			require.NoError(t, err)
			for _, f := range got.section.Figures {
				if f.Number() != before[f.ID].Number() {
					changed++
					require.Positive(t, got.issues.Count(fazhi.Error), "%s without %s changes %s in silence", l.sheet, name.Text, f.ID)
				}
			}
		}
	}
	require.Greater(t, changed, 100)
}

func withoutColumn(rows []table.Raw, at int) []table.Raw {
	out := slices.Clone(rows)
	for i := range out {
		if i > 0 && at < len(out[i].Cells) { // the title stays
			out[i].Cells = slices.Clone(out[i].Cells)
			out[i].Cells[at] = table.Cell{}
		}
	}
	return out
}
