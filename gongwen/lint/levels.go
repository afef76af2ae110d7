package lint

// A series is how far the numbers of a level have come.
type series struct {
	last    int // within the heading above
	heading int // of the last heading on a line of its own
	overall int // in the document: some number the third level from the first part to the last
}

// levelNumber reports numbers that repeat or leave a gap (N7).
func levelNumber(p *pass) {
	var all [5]series
	p.eachOrdinal(func(i int, o ordinal) {
		s := &all[o.level]
		alone := p.units[i].kind == label && !p.units[i].runIn
		switch {
		case o.value == s.last+1, o.value == s.overall+1 && s.last == 0, alone && o.value == s.heading+1,
			o.value == 1 && (o.fresh || o.broken && !alone):
		case o.value == s.last:
			p.say(i, 0, "序数重复")
		default:
			p.say(i, 0, "序数不连续")
		}
		s.last, s.overall = o.value, o.value
		if alone {
			s.heading = o.value
		}
		for below := o.level + 1; below < len(all); below++ {
			all[below].last, all[below].heading = 0, 0
		}
	})
}

// levelOrder reports levels that are left out: （1） below 一、 (N7). With two levels, 1. may follow on 一、.
func levelOrder(p *pass) {
	above := 0
	p.eachOrdinal(func(i int, o ordinal) {
		if o.level > above+1 && !(above == 1 && o.level == 3) && above > 0 {
			p.say(i, 0, "层次越级")
		}
		above = o.level
	})
}

// An ordinal is the number of a heading, or of a paragraph that begins with one.
type ordinal struct {
	level, value int
	broken       bool // text stands between it and the number before, so that a list may begin again
	fresh        bool // it is the first of an attachment
}

// eachOrdinal calls f with the ordinals of a document, those of a list of attachments too. The text that goes on after a
// heading in the same line breaks no list.
func (p *pass) eachOrdinal(f func(i int, o ordinal)) {
	broken, fresh, runsOn := false, false, false
	for i := range p.units {
		u := &p.units[i]
		switch u.kind {
		case attachment:
			fresh = true
		case heading:
			runsOn = u.runIn
		case label, paragraph:
			text, listed := cutAny(u.text, "附件：", "附件:")
			broken = broken || listed
			level, _, value := ordinalAt(text)
			if level > 0 {
				f(i, ordinal{level, value, broken, fresh})
				broken, fresh = false, false
			} else if u.kind == paragraph {
				broken = broken || !runsOn
			}
			runsOn = false
		default:
			broken = true
		}
	}
}
