package table

import "github.com/fazhi-go/fazhi"

// A CellError says why a text is no value of a column. Its message is Chinese and does not repeat the text.
type CellError struct {
	Code    fazhi.Code
	Message string
}

// Error returns the message.
func (e *CellError) Error() string { return e.Message }

// Parse reads a text as a cell of the column, as Read does, for values that do not stand in a ledger: in a rule, in a
// form. It returns nil for an empty cell, else the Go type of the column's Kind. The error is a *CellError.
func (c Column) Parse(text string) (any, error) {
	var v value
	f := (&parser{column: &c}).parse(Cell{Text: text}, &v)
	if f.code != "" && f.severity == fazhi.Error {
		return nil, &CellError{Code: f.code, Message: f.message}
	}
	return v.any(c.Kind), nil
}
