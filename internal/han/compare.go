package han

// compare walks a text along the spelling of its value. It returns the index in
// got of the first sign that has no excuse and what is wrong there; no message
// means that they agree. A lenient comparison forgives what forgive lists.
func compare(want, got []token, lenient bool) (index int, msg string) {
	i, j := 0, 0
	for i < len(want) || j < len(got) {
		w, g := step(want, got, i, j, lenient)
		if w+g == 0 {
			return j, difference(at(want, i), at(got, j))
		}
		i, j = i+w, j+g
	}
	return 0, ""
}

// step returns how many signs of each to pass over, none at a fault.
func step(want, got []token, i, j int, lenient bool) (w, g int) {
	rule, sign := at(want, i), at(got, j)
	switch {
	case rule == sign, rule.isZero() && sign == zero:
		return 1, 1
	case rule == freeZero:
		return 1, 0
	case lenient:
		return forgive(want, got, i, j)
	}
	return 0, 0
}

// forgive is step for the habits that a reader of numerals accepts.
func forgive(want, got []token, i, j int) (w, g int) {
	before, rule, next := at(want, i-1), at(want, i), at(want, i+1)
	sign := at(got, j)
	switch {
	case rule == laxZero: // 一千五十
		return 1, 0
	case rule == one && next == ten && sign == ten: // 一百十
		return 1, 0
	case next == ten && (rule == two && sign == twenty || rule == three && sign == thirty):
		return 2, 1
	case next == ten && sign == zero && at(got, j-1) == hundred: // 一百零一十
		return 0, 1
	case rule == two && sign == liang && (len(want) == 1 || before != ten && hundred <= next && next <= yi):
		return 1, 1
	}
	return 0, 0
}

// difference says in words how a text leaves the rules.
func difference(rule, sign token) string {
	switch {
	case rule.isZero():
		return "此处应写“零”"
	case sign == zero:
		return "此处不应写“零”"
	case rule == none:
		return "此处多写"
	}
	return "此处不合数字写法"
}
