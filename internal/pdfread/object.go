package pdfread

import "math"

// An object is a value of the file: nil, bool, float64, name, text, array, dict, ref, *stream or keyword.
type object any

type (
	name    string
	text    string // a string of bytes
	array   []object
	dict    map[name]object
	ref     int    // number of an indirect object; generations are not told apart
	keyword string // anything else: obj, R, an operator
)

// A stream is a dictionary with data as they stand in the file.
type stream struct {
	dict dict
	raw  []byte
}

// whole returns a number as an integer between -2³¹ and 2³¹.
func whole(o object) (int, bool) {
	f, ok := o.(float64)
	if !ok || math.IsNaN(f) || math.Abs(f) > 1<<31 {
		return 0, false
	}
	return int(f), true
}

// number returns a number, 0 for anything else.
func number(o object) float64 {
	f, _ := o.(float64)
	return f
}
