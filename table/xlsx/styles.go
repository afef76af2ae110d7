package xlsx

import (
	"errors"

	"github.com/fazhi-go/fazhi/table"
	"github.com/xuri/excelize/v2"
)

// styles are the numbers of the styles that Write uses for a sheet: of columns, which empty cells below the rows have,
// and of the cells of rows.
type styles struct {
	title, header, required int
	column, cell            cellStyles
}

type cellStyles struct{ text, date, money, whole, any int }

// newStyles returns the styles of a sheet. Equal styles of several sheets have one number, which excelize sees to.
func newStyles(f *excelize.File, sheet table.Sheet) (*styles, error) {
	a := &styleAdder{file: f}
	center := &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}
	grey := excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E7E6E6"}}
	s := &styles{
		title:    a.add(excelize.Style{Font: font(16, true, ""), Alignment: center}),
		header:   a.add(excelize.Style{Font: font(11, true, ""), Alignment: center, Fill: grey, Border: lines()}),
		required: a.add(excelize.Style{Font: font(11, true, "C00000"), Alignment: center, Fill: grey, Border: lines()}),
		column:   a.cells(sheet.Wrap, nil),
	}
	s.cell = s.column
	if sheet.Grid {
		s.cell = a.cells(sheet.Wrap, lines())
	}
	return s, a.err
}

// styleAdder adds styles to a workbook and keeps what went wrong.
type styleAdder struct {
	file *excelize.File
	err  error
}

func (a *styleAdder) add(style excelize.Style) int {
	n, err := a.file.NewStyle(&style)
	a.err = errors.Join(a.err, err)
	return n
}

// cells adds the styles of cells. Beside texts of several lines, everything stands at the middle of its row.
func (a *styleAdder) cells(wrap bool, border []excelize.Border) cellStyles {
	day := "yyyy-mm-dd"
	text, other := &excelize.Alignment{Vertical: "center", WrapText: wrap}, (*excelize.Alignment)(nil)
	if wrap {
		other = &excelize.Alignment{Vertical: "center"}
	}
	return cellStyles{
		text:  a.add(excelize.Style{Font: font(11, false, ""), NumFmt: 49, Alignment: text, Border: border}),
		date:  a.add(excelize.Style{Font: font(11, false, ""), CustomNumFmt: &day, Alignment: other, Border: border}),
		money: a.add(excelize.Style{Font: font(11, false, ""), NumFmt: 2, Alignment: other, Border: border}),
		whole: a.add(excelize.Style{Font: font(11, false, ""), NumFmt: 1, Alignment: other, Border: border}),
		any:   a.add(excelize.Style{Font: font(11, false, ""), Alignment: other, Border: border}),
	}
}

func font(size float64, bold bool, color string) *excelize.Font {
	return &excelize.Font{Family: "宋体", Size: size, Bold: bold, Color: color}
}

// lines are thin lines on all sides of a cell.
func lines() (border []excelize.Border) {
	for _, side := range [...]string{"left", "right", "top", "bottom"} {
		border = append(border, excelize.Border{Type: side, Color: "808080", Style: 1})
	}
	return border
}

// of returns the style of a kind. Texts are formatted as text, so that long numbers typed in keep their digits.
func (s *cellStyles) of(k table.Kind) int {
	switch k {
	case table.Date:
		return s.date
	case table.Money:
		return s.money
	case table.Integer:
		return s.whole
	case table.Count, table.YesNo:
		return s.any // a count may be 2000余
	}
	return s.text
}
