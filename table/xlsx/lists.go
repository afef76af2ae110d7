package xlsx

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"

	"github.com/fazhi-go/fazhi/table"
	"github.com/xuri/excelize/v2"
)

// ListSheet is the name of the hidden sheet that holds the choices of drop-downs which cells cannot hold themselves, a
// list a column from the first row on. Write adds it behind the other sheets when there are such lists, and then refuses
// a sheet of that name. A Book leaves it out while it is hidden; one that is shown is a sheet like any other.
const ListSheet = "_选项"

// holdsLists reports whether a sheet holds the choices of drop-downs and no ledger.
func (s *sheetEntry) holdsLists() bool {
	return s.name == ListSheet && (s.state == "hidden" || s.state == "veryHidden")
}

// choices returns what the drop-down of a column offers. The cells of a column of lists hold several choices, which no
// drop-down can set.
func choices(c table.Column) []string {
	switch c.Kind {
	case table.List:
		return nil
	case table.YesNo:
		return []string{"是", "否"}
	}
	return c.Choices
}

// fits reports whether a cell can hold its choices itself, separated by commas. What begins with = would be a formula.
func fits(choices []string) bool {
	list := strings.Join(choices, ",")
	return list != "" && list[0] != '=' && strings.Count(list, ",") == len(choices)-1 && len(utf16.Encode([]rune(list))) <= mostChoice
}

// longChoices returns the choices of a column that have to stand in cells of their own, nil if there are none. An empty
// cell among them would allow any text, and an empty choice is no more than an empty cell.
func longChoices(c table.Column) []string {
	offered := choices(c)
	if fits(offered) {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(offered), func(text string) bool { return text == "" })
}

// vetList says what keeps choices from standing in cells.
func vetList(choices []string) error {
	if len(choices) > mostRows {
		return errors.New("太多")
	}
	for _, text := range choices {
		if err := vetText(text); err != nil {
			return err
		}
	}
	return nil
}

// lists are the choices that stand on the ListSheet: equal ones once, in the order of the columns that offer them.
type lists struct {
	all [][]string
	at  map[string]int // place in all
}

func longLists(sheets []table.Sheet) *lists {
	l := &lists{at: make(map[string]int)}
	for _, s := range sheets {
		for _, c := range s.Columns {
			list := longChoices(c)
			if _, known := l.at[listKey(list)]; known || len(list) == 0 {
				continue
			}
			l.at[listKey(list)] = len(l.all)
			l.all = append(l.all, list)
		}
	}
	return l
}

// listKey is the same for equal choices only; none of them holds a NUL once vetted.
func listKey(choices []string) string { return strings.Join(choices, "\x00") }

// source returns where the choices of a column stand, "" if the column has no list of its own there.
func (l *lists) source(c table.Column) string {
	list := longChoices(c)
	if len(list) == 0 {
		return ""
	}
	column := strings.TrimSuffix(table.CellName(l.at[listKey(list)], 1), "1")
	return fmt.Sprintf("'%s'!$%s$1:$%s$%d", ListSheet, column, column, len(list))
}

// addSheet adds the ListSheet, without its lists, if there are any.
func (l *lists) addSheet(f *excelize.File) error {
	if len(l.all) == 0 {
		return nil
	}
	_, err := f.NewSheet(ListSheet)
	return errors.Join(err, f.SetSheetVisible(ListSheet, false))
}

// write fills the ListSheet.
func (l *lists) write(f *excelize.File) error {
	if len(l.all) == 0 {
		return nil
	}
	styles, err := newStyles(f, table.Sheet{})
	if err != nil {
		return err
	}
	longest := 0
	for _, list := range l.all {
		longest = max(longest, len(list))
	}
	if err := f.SetSheetDimension(ListSheet, "A1:"+table.CellName(len(l.all)-1, longest)); err != nil {
		return err
	}
	w, err := f.NewStreamWriter(ListSheet)
	if err != nil {
		return err
	}
	for n := range longest {
		if err := w.SetRow(table.CellName(0, n+1), l.row(n, styles.cell.text)); err != nil {
			return err
		}
	}
	return w.Flush()
}

// row returns the cells of a row, counted from 0.
func (l *lists) row(n, style int) []any {
	cells := make([]any, len(l.all))
	for i, list := range l.all {
		if n < len(list) {
			cells[i] = cellOf(list[n], style)
		}
	}
	return cells
}
