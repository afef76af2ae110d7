// Package table turns ledgers (台账) into typed records that remember their cells, and lists back into ledgers.
//
// Start with Read: it finds the header row by its Chinese column names, maps the rows below it to structs by their
// field tags, and says what is wrong with every cell, by cell. ReadColumns does the same for ledgers whose columns are
// data, not a Go type. CSV opens a text file; the package table/xlsx opens and writes workbooks. A Sheet is a ledger as
// a value, for templates and results.
//
// For ledgers that are longer than memory, Each gives the records one at a time, Fold makes one result of them on several
// goroutines, and OpenCSV opens a text file of any size.
//
//	type Contract struct {
//		table.Row          // answers Origin: which cell a field came from
//		Name      string     `table:"合同名称,required" json:"name"`
//		Amount    fazhi.Money `table:"合同金额" json:"amount"`
//		Signed    fazhi.Date  `table:"签订日期" json:"signed"`
//	}
//	contracts, issues, err := table.Read[Contract](src, "2024", table.Options{})
//
// Nothing is lost without a word: a row with a bad cell is left out, counted and named; a column that nobody asked for,
// a total row and a note below the table are named too. A formula counts with the result that was saved, merged cells
// with the first of them; both are told of. Messages never repeat the content of a cell.
//
// The package does not compute formulas, does not read several ledgers from one sheet, and does not judge records; that
// is the work of checks. It reads no file by itself and keeps no state. Codes of issues and the tag syntax stay
// compatible; new kinds of columns may be added.
package table
