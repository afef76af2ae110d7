// Package fields turns the struct tags of go-playground/validator into a check with Chinese messages.
//
// Write the rules of single fields as tags, and give the check to fazhi.Validate beside the checks that look at several
// fields at once:
//
//	type Visit struct {
//		table.Row
//		Serial string     `json:"serial" table:"编号,required" validate:"required"`
//		On     fazhi.Date `json:"on" table:"走访日期" validate:"required,past"`
//		Kind   string     `json:"kind" table:"类别" validate:"oneof=普法 帮教"`
//	}
//
//	check, err := fields.Check[*Visit]("visit/fields", "visit", "走访台账填写说明")
//
// The tag past, of this package, asks that a date be not after the day of the run.
//
// A message names the field by its column (tag table), a path by its JSON name (tag json). Tags for which there is no
// Chinese message are refused when the check is made. This package is the only one that knows the validator.
package fields
