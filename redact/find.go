package redact

import "slices"

// covered is what stands for a value that is masked whole.
const covered = "××××"

// A hit is a stretch of a page that is masked.
type hit struct {
	start, end int
	kind       Kind
	mask       string
}

// mostRounds is how often a page is searched again because a mask gave a value next to it an end.
const mostRounds = 5

// find returns what is masked of a page, in order, without overlaps. In the page with these masks nothing is found.
func (r *Redactor) find(p *page, n *names) []hit {
	hits := r.once(p, n)
	for range mostRounds {
		if len(hits) == 0 {
			break
		}
		more := r.once(p.masked(hits), n)
		if len(more) == 0 {
			break
		}
		hits = merge(append(hits, unmasked(hits, more)...))
	}
	return hits
}

// unmasked returns hits in a masked page as they lie in the page before.
func unmasked(before, hits []hit) []hit {
	out := make([]hit, len(hits))
	k, shift := 0, 0 // masks that end before the place, and by how much they made the page shorter
	place := func(i int, end bool) int {
		for ; k < len(before); k++ {
			b := before[k]
			size := len([]rune(b.mask))
			from := b.start - shift
			if i < from || end && i == from {
				break
			}
			if i < from+size || end && i == from+size {
				if end {
					return b.end
				}
				return b.start
			}
			shift += b.end - b.start - size
		}
		return i + shift
	}
	for i, h := range hits {
		out[i] = h
		out[i].start = place(h.start, false)
		out[i].end = place(h.end, true)
	}
	return out
}

// once searches a page one time.
func (r *Redactor) once(p *page, n *names) []hit {
	var hits []hit
	take := func(h hit) {
		if h.start >= p.from && h.end > h.start && !r.kept(p, h.start, h.end) && !p.nothing(h) {
			hits = append(hits, h)
		}
	}
	n.trie.find(p, func(start, end, id int) {
		if p.rune(start-1) != '某' || !ordinal(p.rune(start)) {
			take(hit{start, end, Name, n.mask(id)})
		}
	})
	r.others.find(p, func(start, end, _ int) { take(hit{start, end, Other, covered}) })
	if p.coded {
		p.codes(take)
		r.labelled(p, take)
	}
	p.spelled(take)
	r.addresses.find(p, take)
	return merge(hits)
}

// labelled finds values after their labels, and those that show by their signs what they are.
func (r *Redactor) labelled(p *page, each func(hit)) {
	for _, l := range r.labels {
		if len(l.hints) > 0 && !p.contains(l.hints...) {
			continue
		}
		for _, m := range l.value.FindAllStringSubmatchIndex(p.text, -1) {
			each(p.whole(hit{p.at(m[2]), p.at(m[3]), l.kind, covered}))
		}
	}
}

// whole drops a hit that is a part of a longer number, or a social credit code.
func (p *page) whole(h hit) hit {
	if alnum(p.rune(h.end)) || alnum(p.rune(h.start-1)) && alnum(p.rune(h.start)) && h.kind != Account {
		return hit{}
	}
	return h
}

// nothing reports whether a stretch holds nothing but a mask.
func (p *page) nothing(h hit) bool {
	return !slices.ContainsFunc(p.folded[h.start:h.end], func(r rune) bool { return r != '×' && !blank(r) && r != '*' })
}

// kept reports whether a stretch lies within a text that stays.
func (r *Redactor) kept(p *page, start, end int) bool {
	if r.keep.next == nil {
		return false
	}
	for i := max(start-mostOption, 0); i <= start; i++ {
		if stop, _ := r.keep.at(p, i); stop >= end {
			return true
		}
	}
	return false
}

func ordinal(r rune) bool { return slices.Contains([]rune("甲乙丙丁戊己庚辛壬癸"), r) }

// merge joins hits that overlap: what any of them covers is masked, as the longest of them; a name
// gives way.
func merge(hits []hit) []hit {
	slices.SortStableFunc(hits, func(a, b hit) int {
		if a.start != b.start {
			return a.start - b.start
		}
		return b.end - a.end
	})
	var out []hit
	longest := 0
	for _, h := range hits {
		if len(out) == 0 || h.start >= out[len(out)-1].end {
			out, longest = append(out, h), h.end-h.start
			continue
		}
		last := &out[len(out)-1]
		if size := h.end - h.start; size > longest || size == longest && last.kind == Name {
			longest, last.kind, last.mask = size, h.kind, h.mask
		}
		last.end = max(last.end, h.end)
	}
	return out
}
