package pdfread

// What a file may ask for. A report of ten pages takes less than a thousandth of each.
const (
	mostFile     = 128 << 20 // bytes of the file
	mostInflated = 128 << 20 // bytes that all streams together may grow to
	mostStream   = 32 << 20  // bytes that one stream may grow to
	mostItems    = 2 << 20   // objects within one object
	mostObjects  = 1 << 20
	mostPages    = 5000
	mostSections = 1000     // of cross references
	mostOps      = 20 << 20 // operators and operands of all pages
	mostGlyphs   = 1 << 19  // characters, and as many rules
	mostDepth    = 64       // of arrays in arrays, of nodes of the page tree
	mostForms    = 12       // of forms in forms
	mostStates   = 256      // saved by q
	mostOperands = 1 << 10  // before an operator
)

// A budget is what is left of the limits that hold for the whole file.
type budget struct{ inflated, work, ops, glyphs, rules int }

// newBudget gives work in proportion to the file: bytes that may be looked at in search of objects and ends of streams.
func newBudget(size int) budget {
	return budget{inflated: mostInflated, work: min(16<<20+8*size, 512<<20), ops: mostOps, glyphs: mostGlyphs, rules: mostGlyphs}
}

// take takes n of what is left and reports whether there was as much.
func take(left *int, n int) bool {
	if n > *left {
		*left = 0
		return false
	}
	*left -= n
	return true
}
