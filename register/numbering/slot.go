package numbering

import "github.com/fazhi-go/fazhi"

// A Slot is the place of one number in its series. Year is 0 when the series never restarts; Serial counts from 1.
type Slot struct {
	Organ, Series string
	Year, Serial  int
	Ref           fazhi.Ref
}

// A Numberer writes the number of a slot. It is pure: the same slot always has the same number. Two slots of one organ
// and one series never have the same number. If the slot has no number, it returns an error.
type Numberer func(Slot) (string, error)

var _ Numberer = Scheme{}.Number
