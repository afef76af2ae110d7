package dispute

import "github.com/fazhi-go/fazhi"

// The codes of issues that reading finds, beside those of package table and of the checks.
const (
	BadJSON  fazhi.Code = "mediation/input/json"   // not JSON, too large, an unknown or double key, a value of another kind
	NoValue  fazhi.Code = "mediation/input/empty"  // nothing where something must be
	BadValue fazhi.Code = "mediation/input/choice" // not one of the values that there are
	BadText  fazhi.Code = "mediation/input/text"   // blanks at the ends, control characters, too long
	BadCount fazhi.Code = "mediation/input/number" // negative
	TooMany  fazhi.Code = "mediation/input/many"   // a list that is too long
	Orphan   fazhi.Code = "mediation/input/orphan" // a row whose dispute the ledger has not
	Twice    fazhi.Code = "mediation/input/twice"  // a second row of what a dispute has one of
)
