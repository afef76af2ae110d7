package activity

import "github.com/fazhi-go/fazhi"

// The codes of issues that reading a ledger finds, besides those of package table.
const (
	ReversedSpan fazhi.Code = "activity/span/reversed"  // the last day is before the first
	OutOfBounds  fazhi.Code = "activity/cell/bounds"    // less than 最小, more than 最大, before 不早于, after 不晚于
	Negative     fazhi.Code = "activity/cell/negative"  // an amount below nought, in a column without 最小
	OtherYear    fazhi.Code = "activity/row/year"       // the row belongs to another year than the one that is read
	NoParent     fazhi.Code = "activity/parent/missing" // the row belongs to one that is not there
)

// The codes of issues that Parse and Vet find in declarations, besides those of package rules.
const (
	BadYAML     fazhi.Code = "activity/declaration/yaml"     // no YAML, or YAML that is refused: too large, too deep, aliases
	BadKey      fazhi.Code = "activity/declaration/key"      // a key is unknown, double or missing
	BadValue    fazhi.Code = "activity/declaration/value"    // a value of the wrong form
	BadColumn   fazhi.Code = "activity/declaration/column"   // a column that is not there, is double or does not fit
	BadFigure   fazhi.Code = "activity/declaration/figure"   // a figure that cannot be counted, or whose unit does not fit
	BadSentence fazhi.Code = "activity/declaration/sentence" // the sentence and the figures do not fit
	DoubleArea  fazhi.Code = "activity/declaration/double"   // another area has the same kind, sheet, slot, figure or requirement

	PersonalColumn  fazhi.Code = "activity/declaration/personal"    // a column of personal data where its values would leave the ledger
	UnclassedColumn fazhi.Code = "activity/declaration/unclassed"   // a Warning: by its name the column holds personal data, and does not say so
	BadGrouping     fazhi.Code = "activity/declaration/grouping"    // parts that cannot be, or would not add up to the whole
	BadRequirement  fazhi.Code = "activity/declaration/requirement" // a requirement (核对) that says nothing, or too much
	BadFlow         fazhi.Code = "activity/declaration/flow"        // steps (流程) that do not fit together
	BadAbove        fazhi.Code = "activity/declaration/above"       // the ledger above (上级) is not there, or the ledgers stand in a circle
)
