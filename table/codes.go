package table

import "github.com/fazhi-go/fazhi"

// The codes of issues that reading a ledger finds.
const (
	MoreIssues     fazhi.Code = "table/issues/more"    // as many issues of a sheet as are listed are reached
	NoHeader       fazhi.Code = "table/header/none"    // no row has any of the wanted column names
	MissingColumn  fazhi.Code = "table/header/missing" // a required or expected column is not there
	DoubleColumn   fazhi.Code = "table/header/double"  // a column is there twice
	UnknownColumn  fazhi.Code = "table/header/unknown" // a column that nobody asked for; its content is not read
	UnknownUnit    fazhi.Code = "table/header/unit"    // the unit in an amount's header is not 元, 万元 or 亿元
	TotalRow       fazhi.Code = "table/row/total"      // 合计, 小计, 总计: not a record
	NoteRow        fazhi.Code = "table/row/note"       // 填表人, 说明：not a record
	RepeatedHeader fazhi.Code = "table/row/header"     // the header once more, as printed pages have it
	LongRow        fazhi.Code = "table/row/long"       // more cells than the header has
	ShortRow       fazhi.Code = "table/row/short"      // fewer cells than the header has
	DoubleRow      fazhi.Code = "table/row/double"     // the whole row stands further up too (Options.Doubles)
	StrayCell      fazhi.Code = "table/row/stray"      // content in a column without a name
	EmptyCell      fazhi.Code = "table/cell/required"  // a required cell is empty
	BrokenFormula  fazhi.Code = "table/cell/formula"   // an error value, #REF!
	FormulaCell    fazhi.Code = "table/cell/computed"  // the result of a formula, as it was when the workbook was saved
	UnsavedFormula fazhi.Code = "table/cell/unsaved"   // a formula whose result the workbook does not hold
	MergedCells    fazhi.Code = "table/cell/merged"    // cells of records that are hidden below a merged one
	ControlChar    fazhi.Code = "table/cell/control"   // invisible control characters
	LostDigits     fazhi.Code = "table/cell/digits"    // a number of more than 15 digits, changed by the spreadsheet
	NotDate        fazhi.Code = "table/cell/date"
	NotMoney       fazhi.Code = "table/cell/money"
	NotCount       fazhi.Code = "table/cell/count"
	NotInteger     fazhi.Code = "table/cell/integer"
	NotYesNo       fazhi.Code = "table/cell/yes-no"
	NotNumber      fazhi.Code = "table/cell/number"
	NumberForm     fazhi.Code = "table/cell/number-form" // a document number in an old form, put right
	NotChoice      fazhi.Code = "table/cell/choice"
	DoubleValue    fazhi.Code = "table/cell/double" // the text of a unique column stands in an earlier row too
	NotValue       fazhi.Code = "table/cell/value"  // the field's own type refuses the text
)
