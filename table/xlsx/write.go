package xlsx

import (
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
	"unicode/utf16"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
	"github.com/xuri/excelize/v2"
)

const (
	mostChars  = 32767 // of a cell
	mostChoice = 255   // UTF-16 units of the texts of a drop-down, with commas
	// mostNumber bounds numbers that a spreadsheet keeps exactly; greater ones are written as texts.
	mostNumber = 1e15
)

// Write writes sheets as a workbook: the title above, a header that stays in view, columns with drop-downs, prompts and
// formats for what they hold, dates as dates, amounts as numbers with two decimals. A sheet without rows is a form to
// fill in. The same sheets give the same bytes; the workbook names no author, program or time.
//
// No text becomes a formula, whatever it begins with. The choices of a drop-down that a cell cannot hold, because they
// have a comma or more than 255 characters together, go to a hidden sheet behind the others, ListSheet. A column of lists
// has no drop-down, since its cells hold several choices. Rows that are added below those written have no Grid.
//
// The error names everything that cannot be written; then nothing has been written.
func Write(w io.Writer, sheets []table.Sheet) error {
	if err := vet(sheets); err != nil {
		return err
	}
	f := excelize.NewFile()
	err := writeSheets(f, sheets)
	if err == nil {
		err = save(f, w, softRows(sheets))
	}
	if err := errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	return nil
}

// vet says everything that is wrong with the sheets.
func vet(sheets []table.Sheet) error {
	var faults []error
	if len(sheets) == 0 {
		faults = append(faults, errors.New("xlsx: 没有工作表"))
	}
	seen, long := make(map[string]bool, len(sheets)), len(longLists(sheets).all)
	if long > mostColumns {
		faults = append(faults, errors.New("xlsx: 下拉列表太多"))
	}
	for i, s := range sheets {
		wrong := vetSheet(s)
		if long > 0 && s.Name == ListSheet {
			wrong = append(wrong, errors.New("名称用于存放下拉列表的可选值"))
		}
		if seen[strings.ToLower(s.Name)] {
			wrong = append(wrong, errors.New("名称重复"))
		}
		seen[strings.ToLower(s.Name)] = true
		for _, err := range wrong {
			faults = append(faults, fmt.Errorf("xlsx: 第 %d 张工作表“%s”：%w", i+1, s.Name, err))
		}
	}
	return errors.Join(faults...)
}

func vetSheet(s table.Sheet) (wrong []error) {
	if n := len(utf16.Encode([]rune(s.Name))); n == 0 || n > 31 || strings.ContainsAny(s.Name, `:\/?*[]`) ||
		strings.Trim(s.Name, "'") != s.Name || vetText(s.Name) != nil {
		wrong = append(wrong, errors.New(`名称应有 1 至 31 个字符，不含 : \ / ? * [ ]，首尾不是单引号`))
	}
	if err := table.VetColumns(s.Columns); err != nil {
		wrong = append(wrong, err)
	}
	if len(s.Columns) > mostColumns || len(s.Rows)+2 > mostRows {
		wrong = append(wrong, errors.New("行列太多"))
	}
	for _, text := range append([]string{s.Title}, names(s.Columns)...) {
		if err := vetText(text); err != nil {
			wrong = append(wrong, err)
		}
	}
	for _, c := range s.Columns {
		if err := vetList(longChoices(c)); err != nil {
			wrong = append(wrong, fmt.Errorf("“%s”列的可选值：%w", c.Name, err))
		}
	}
	for n, row := range s.Rows {
		if err := vetRow(s.Columns, row); err != nil {
			wrong = append(wrong, fmt.Errorf("第 %d 行：%w", n+1, err))
		}
	}
	return wrong
}

func names(columns []table.Column) []string {
	list := make([]string, len(columns))
	for i, c := range columns {
		list[i] = c.Name
	}
	return list
}

func vetRow(columns []table.Column, row []any) error {
	if len(row) != len(columns) {
		return fmt.Errorf("%d 列有 %d 个值", len(columns), len(row))
	}
	for i, v := range row {
		plain, err := table.Plain(v)
		if text, ok := plain.(string); ok && err == nil {
			err = vetText(text)
		}
		if err != nil {
			return fmt.Errorf("“%s”列：%w", columns[i].Name, err)
		}
	}
	return nil
}

// vetText refuses what a workbook cannot hold and excelize would cut or replace without a word.
func vetText(s string) error {
	if len(s) > mostChars && len(utf16.Encode([]rune(s))) > mostChars {
		return fmt.Errorf("文本超过 %d 个字符", mostChars)
	}
	if strings.ContainsFunc(s, func(r rune) bool { return r < ' ' && r != '\n' && r != '\t' && r != '\r' || r >= 0xfffd && r <= 0xffff }) {
		return errors.New("文本含有控制字符或不是 UTF-8")
	}
	return nil
}

func writeSheets(f *excelize.File, sheets []table.Sheet) error {
	long := longLists(sheets)
	if err := addSheets(f, sheets, long); err != nil {
		return err
	}
	for _, s := range sheets {
		if err := writeSheet(f, s, long); err != nil {
			return err
		}
	}
	return long.write(f)
}

// addSheets makes all sheets before the first is written: excelize reads every sheet once more to hide one.
func addSheets(f *excelize.File, sheets []table.Sheet, long *lists) error {
	if err := f.SetSheetName("Sheet1", sheets[0].Name); err != nil {
		return err
	}
	for _, s := range sheets[1:] {
		if _, err := f.NewSheet(s.Name); err != nil {
			return err
		}
	}
	return long.addSheet(f)
}

func writeSheet(f *excelize.File, s table.Sheet, long *lists) error {
	styles, err := newStyles(f, s)
	if err != nil {
		return err
	}
	top := 1 // row of the header
	if s.Title != "" {
		top = 2
	}
	corner := table.CellName(len(s.Columns)-1, top+len(s.Rows))
	// Without it readers that trust the dimension see one cell (openpyxl).
	if err := f.SetSheetDimension(s.Name, "A1:"+corner); err != nil {
		return err
	}
	for i, c := range s.Columns {
		if err := validate(f, s.Name, c, i, top+1, long); err != nil {
			return err
		}
	}
	if err := setPage(f, s.Name, top); err != nil {
		return err
	}
	w, err := f.NewStreamWriter(s.Name)
	if err != nil {
		return err
	}
	if err := layOut(w, s, top, styles); err != nil {
		return err
	}
	if err := writeRows(w, s, top+1, styles); err != nil {
		return err
	}
	return w.Flush()
}

func writeRows(w *excelize.StreamWriter, s table.Sheet, first int, styles *styles) error {
	cells := make([]any, len(s.Columns))
	for n, row := range s.Rows {
		for i, v := range row {
			style := styles.cell.of(s.Columns[i].Kind)
			cells[i] = cellOf(v, style)
			if cells[i] == nil && s.Grid {
				cells[i] = excelize.Cell{StyleID: style}
			}
		}
		if err := w.SetRow(table.CellName(0, first+n), cells, excelize.RowOpts{Height: rowHeight(s, row)}); err != nil {
			return err
		}
	}
	return nil
}

// setPage prepares printing: A4 across, as wide as the table, with title and header on every page.
func setPage(f *excelize.File, sheet string, top int) error {
	a4, across, wide, high, fit := 9, "landscape", 1, 0, true
	return errors.Join(
		f.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &a4, Orientation: &across, FitToWidth: &wide, FitToHeight: &high}),
		f.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}),
		f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: sheet,
			RefersTo: fmt.Sprintf("'%s'!$1:$%d", strings.ReplaceAll(sheet, "'", "''"), top)}))
}

// layOut writes what is above the rows: widths, formats, the frozen part, title and header.
func layOut(w *excelize.StreamWriter, s table.Sheet, top int, styles *styles) error {
	var faults []error
	say := func(err error) { faults = append(faults, err) }
	for i, c := range s.Columns {
		say(w.SetColStyle(i+1, i+1, styles.column.of(c.Kind)))
		say(w.SetColWidth(i+1, i+1, width(c)))
	}
	say(w.SetPanes(&excelize.Panes{Freeze: true, YSplit: top, TopLeftCell: table.CellName(0, top+1), ActivePane: "bottomLeft"}))
	if s.Title != "" {
		title := excelize.Cell{StyleID: styles.title, Value: s.Title}
		say(w.SetRow("A1", []any{title}, excelize.RowOpts{Height: heightOfTitle(s)}))
		if len(s.Columns) > 1 {
			say(w.MergeCell("A1", table.CellName(len(s.Columns)-1, 1)))
		}
	}
	header := make([]any, len(s.Columns))
	for i, c := range s.Columns {
		style := styles.header
		if c.Required {
			style = styles.required
		}
		header[i] = excelize.Cell{StyleID: style, Value: c.Name}
	}
	say(w.SetRow(table.CellName(0, top), header, excelize.RowOpts{Height: heightOfHeader(s)}))
	return errors.Join(faults...)
}

// width returns the width of a column in digits, of which two are as wide as a Chinese character.
func width(c table.Column) float64 {
	if c.Width > 0 {
		return min(float64(2*c.Width)+1, excelize.MaxColumnWidth)
	}
	least := 12.0
	switch c.Kind {
	case table.Text, table.List:
		least = 16
	case table.Number:
		least = 24 // 泉鲤司合〔2024〕12号
	}
	return min(max(least, float64(2*len([]rune(c.Name))+3)), excelize.MaxColumnWidth)
}

// validate gives a column its drop-down and its prompt.
func validate(f *excelize.File, sheet string, c table.Column, column, first int, long *lists) error {
	v := excelize.NewDataValidation(!c.Required)
	v.SetSqref(table.CellName(column, first) + ":" + table.CellName(column, mostRows))
	offered := choices(c)
	switch source := long.source(c); {
	case source != "":
		v.SetSqrefDropList(source)
	case fits(offered):
		if err := v.SetDropList(offered); err != nil {
			return err
		}
	}
	drop := v.Type != ""
	if drop {
		v.SetError(excelize.DataValidationErrorStyleStop, cut(c.Name, 32), "请从下拉列表中选择。")
	}
	if c.Doc != "" {
		v.SetInput(cut(c.Name, 32), cut(c.Doc, 255))
	}
	if !drop && c.Doc == "" {
		return nil
	}
	return f.AddDataValidation(sheet, v)
}

// cut shortens a text to so many UTF-16 units.
func cut(s string, most int) string {
	n := 0
	for i, r := range s {
		if n += utf16.RuneLen(r); n > most {
			return s[:i]
		}
	}
	return s
}

// uniform makes line breaks uniform.
func uniform(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}

// cellOf returns a value as excelize writes it. The values have been vetted.
func cellOf(v any, style int) any {
	c := excelize.Cell{StyleID: style}
	plain, _ := table.Plain(v)
	switch p := plain.(type) {
	case string:
		c.Value = uniform(p)
	case int64:
		c.Value = p
		if p >= mostNumber || p <= -mostNumber {
			c.Value = fmt.Sprint(p)
		}
	case fazhi.Money:
		c.Value = float64(p) / 100
		if math.Abs(float64(p)) >= mostNumber {
			c.Value = p.String()
		}
	case fazhi.Date:
		c.Value = dateValue(p)
	default:
		return nil
	}
	return c
}

// dateValue returns the number of days by which a workbook knows a day, or its text before 1900-03-01, where
// workbooks count a day that never was.
func dateValue(d fazhi.Date) any {
	if first := fazhi.DateOf(1900, 3, 1); d.Before(first) {
		return d.String()
	}
	return d.DaysSince(fazhi.DateOf(1899, 12, 30))
}
