package casefile

import "github.com/fazhi-go/fazhi"

// The codes of issues that reading and vetting files find, beside those of package table and of the checks.
const (
	BadJSON      fazhi.Code = "enforcement/file/json"         // not JSON, too large, an unknown or double key, a value of another kind
	NoSerial     fazhi.Code = "enforcement/file/serial"       // no number
	DoubleSerial fazhi.Code = "enforcement/file/serial/twice" // two files of one number
	NoOrgan      fazhi.Code = "enforcement/file/organ"        // no organ
	BadSort      fazhi.Code = "enforcement/file/sort"         // a sort, procedure or kind of party that there is not
	BadNumber    fazhi.Code = "enforcement/file/number"       // negative, or more qualified officers than officers
	BadText      fazhi.Code = "enforcement/file/text"         // blanks at the ends, control characters, too long
	BadPause     fazhi.Code = "enforcement/file/pause"        // no first day, ends before it begins, or overlong list
	BadDocument  fazhi.Code = "enforcement/file/document"     // no name, negative pages, or a text that is no digest
	NoSuchFile   fazhi.Code = "enforcement/file/no-such-file" // a row of a document or pause whose file is not there
	BadValue     fazhi.Code = "enforcement/file/import/value" // a value that the column map does not translate
)
