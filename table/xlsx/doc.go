// Package xlsx opens and writes workbooks (.xlsx).
//
// Open gives a table.Source for table.Read; Write makes templates and results from table.Sheet values.
//
//	book, err := xlsx.Open("合同台账.xlsx", file, size, xlsx.Options{})
//	if err != nil { … }
//	defer book.Close()
//	contracts, issues, err := table.Read[Contract](book, "2024", table.Options{})
//
// Reading takes cells as the file stores them: dates as numbers of days, formulas as their last result and marked as such,
// hidden rows and sheets like any other, but for the choices of drop-downs (ListSheet), merged cells at their first cell
// only; the first 100,000 merged areas of a sheet are named behind its rows. It streams: a row needs the memory of a row, a
// sheet is never unpacked as a whole, and no temporary file is written. Only the table of shared texts is kept.
//
// Reading has its own scanner of rows; writing and the comparison in the tests are github.com/xuri/excelize/v2.
//
// The package does not compute formulas, does not decrypt, and does not read .xls or .et files.
package xlsx
