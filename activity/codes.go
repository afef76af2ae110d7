package activity

import "github.com/fazhi-go/fazhi"

// The codes of issues that reading a ledger finds, besides those of package table.
const (
	ReversedSpan fazhi.Code = "activity/span/reversed" // the last day is before the first
)

// The codes of issues that Parse and Vet find in declarations, besides those of package rules.
const (
	BadYAML     fazhi.Code = "activity/declaration/yaml"     // no YAML, or YAML that is refused: too large, too deep, aliases
	BadKey      fazhi.Code = "activity/declaration/key"      // a key is unknown, double or missing
	BadValue    fazhi.Code = "activity/declaration/value"    // a value of the wrong form
	BadColumn   fazhi.Code = "activity/declaration/column"   // a column that is not there, is double or does not fit
	BadFigure   fazhi.Code = "activity/declaration/figure"   // a figure that cannot be counted, or whose unit does not fit
	BadSentence fazhi.Code = "activity/declaration/sentence" // the sentence and the figures do not fit
	DoubleArea  fazhi.Code = "activity/declaration/double"   // another area has the same kind, sheet, slot or figure
)
