package table

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi"
)

// WriteCSV writes a sheet as CSV: UTF-8 with a byte order mark, so that Excel opens it right, lines ended by CRLF
// (RFC 4180), the title in a row of its own. The same sheet gives the same bytes.
//
// A text that a spreadsheet would run as a formula, one that begins with = + - @ a tab or a line break, gets an
// apostrophe in front; texts that are numbers, -3, do not. Read removes the apostrophe again.
//
// The error names every row that cannot be written; then nothing has been written.
func WriteCSV(w io.Writer, s Sheet) error {
	rows, err := textRows(s)
	if err != nil {
		return err
	}
	b := bufio.NewWriter(w)
	if _, err := b.WriteString("\ufeff"); err != nil {
		return fmt.Errorf("table: %w", err)
	}
	c := csv.NewWriter(b)
	c.UseCRLF = true
	for _, row := range rows {
		if err := c.Write(row); err != nil {
			return fmt.Errorf("table: %w", err)
		}
	}
	c.Flush()
	if err := errors.Join(c.Error(), b.Flush()); err != nil {
		return fmt.Errorf("table: %w", err)
	}
	return nil
}

// textRows returns the title, the header and the rows of a sheet as texts.
func textRows(s Sheet) ([][]string, error) {
	faults := []error{VetColumns(s.Columns)}
	var rows [][]string
	if s.Title != "" {
		title := make([]string, max(1, len(s.Columns)))
		title[0] = inert(lineBreaks.Replace(s.Title))
		rows = append(rows, title)
	}
	names := make([]string, len(s.Columns))
	for i, c := range s.Columns {
		names[i] = inert(lineBreaks.Replace(c.Name))
	}
	rows = append(rows, names)
	for i, values := range s.Rows {
		row, err := textRow(s.Columns, values)
		if err != nil {
			faults = append(faults, fmt.Errorf("table: 第 %d 行：%w", i+1, err))
		}
		rows = append(rows, row)
	}
	return rows, errors.Join(faults...)
}

func textRow(columns []Column, values []any) ([]string, error) {
	if len(values) != len(columns) {
		return nil, fmt.Errorf("%d 列有 %d 个值", len(columns), len(values))
	}
	row := make([]string, len(values))
	for i, v := range values {
		plain, err := Plain(v)
		if err != nil {
			return nil, err
		}
		switch p := plain.(type) {
		case string:
			row[i] = inert(lineBreaks.Replace(p))
		case int64:
			row[i] = strconv.FormatInt(p, 10)
		case fazhi.Money:
			row[i] = p.String()
		case fazhi.Date:
			row[i] = p.String()
		}
	}
	return row, nil
}

// lineBreaks makes line breaks uniform; encoding/csv would drop a lone carriage return.
var lineBreaks = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// inert puts an apostrophe before a text that a spreadsheet would take for a formula, and before one that already has
// such apostrophes, so that live can take it away again.
func inert(s string) string {
	if !isFormula(strings.TrimLeft(s, "'")) {
		return s
	}
	return "'" + s
}

// live takes away the apostrophe that inert has put.
func live(s string) string {
	if rest, ok := strings.CutPrefix(s, "'"); ok && isFormula(strings.TrimLeft(rest, "'")) {
		return rest
	}
	return s
}

// isFormula reports whether a spreadsheet would run a text of a CSV file.
func isFormula(s string) bool {
	if s == "" || !strings.ContainsRune("=+-@\t\r\n＝＋－＠", []rune(s)[0]) {
		return false
	}
	_, err := strconv.ParseFloat(s, 64)
	return err != nil || strings.ContainsAny(s, "xXnN_")
}
