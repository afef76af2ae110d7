package doubles

// Naive compares every print with every other.
func Naive(prints []Print, o Options) (*Result, error) {
	o, err := o.filled()
	if err != nil {
		return nil, err
	}
	f := newFinder(o)
	for i := range prints {
		if err := f.take(&prints[i]); err != nil {
			return nil, err
		}
	}
	markCommon(f.arena, o.Common)
	f.arrange()
	for a := range f.rows {
		for b := range f.rows[a+1:] {
			f.pair(uint32(a), uint32(a+1+b))
		}
	}
	return f.result(), nil
}

// The normal forms, for tests.
func Name(s string, organisation bool) string { return name(s, organisation) }
func ID(s string) string                      { return idNumber(s) }
func Credit(s string) string                  { return creditCode(s) }
func Phone(s string) string                   { return phone(s) }
func Address(s string) string                 { return address(s) }
func Pairs(s string) []string                 { return pairs(s) }
