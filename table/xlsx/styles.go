package xlsx

import (
	"errors"

	"github.com/fazhi-go/fazhi/table"
	"github.com/xuri/excelize/v2"
)

// styles are the numbers of the cell styles that Write uses.
type styles struct {
	title, header, required       int
	text, date, money, whole, any int
}

func newStyles(f *excelize.File) (*styles, error) {
	s := &styles{}
	var faults []error
	add := func(to *int, style excelize.Style) {
		n, err := f.NewStyle(&style)
		*to = n
		faults = append(faults, err)
	}
	day := "yyyy-mm-dd"
	font := func(size float64, bold bool, color string) *excelize.Font {
		return &excelize.Font{Family: "宋体", Size: size, Bold: bold, Color: color}
	}
	center := &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}
	grey := excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E7E6E6"}}
	var border []excelize.Border
	for _, side := range [...]string{"left", "right", "top", "bottom"} {
		border = append(border, excelize.Border{Type: side, Color: "808080", Style: 1})
	}
	plain := font(11, false, "")
	add(&s.title, excelize.Style{Font: font(16, true, ""), Alignment: center})
	add(&s.header, excelize.Style{Font: font(11, true, ""), Alignment: center, Fill: grey, Border: border})
	add(&s.required, excelize.Style{Font: font(11, true, "C00000"), Alignment: center, Fill: grey, Border: border})
	add(&s.text, excelize.Style{Font: plain, NumFmt: 49, Alignment: &excelize.Alignment{Vertical: "center"}})
	add(&s.date, excelize.Style{Font: plain, CustomNumFmt: &day})
	add(&s.money, excelize.Style{Font: plain, NumFmt: 2})
	add(&s.whole, excelize.Style{Font: plain, NumFmt: 1})
	add(&s.any, excelize.Style{Font: plain})
	return s, errors.Join(faults...)
}

// of returns the style of a column. Texts are formatted as text, so that long numbers typed in keep their digits.
func (s *styles) of(k table.Kind) int {
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
