package form

import "github.com/fazhi-go/fazhi"

// Codes of issues.
const (
	CodeMissing   fazhi.Code = "form/field/missing"   // a required field has no value
	CodeValue     fazhi.Code = "form/field/value"     // a value that is not of the field's type
	CodeID        fazhi.Code = "form/field/id"        // an identity number with a wrong check digit
	CodeUnwritten fazhi.Code = "form/field/unwritten" // a value that stands nowhere in the letter
	CodeLaw       fazhi.Code = "form/law/none"        // no article applies
	CodeLength    fazhi.Code = "form/length"          // the letter would be too long
)
