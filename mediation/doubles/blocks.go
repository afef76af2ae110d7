package doubles

import (
	"cmp"
	"slices"
)

// A holding says that a row has a tag.
type holding struct {
	tag Tag
	row uint32
}

// compare compares rows that share a tag, one kind of tag after the other so that only one list is in memory. Rows that share all
// names or all codes are compared whatever the window is: so a name that many have hides no double.
func (f *finder) compare() {
	for _, tags := range [...]func(*member) Tag{
		func(p *member) Tag { return p.ID }, func(p *member) Tag { return p.Credit },
		func(p *member) Tag { return p.Name }, func(p *member) Tag { return p.Phone },
	} {
		f.blocks(f.holdings(tags))
	}
	f.blocks(f.wholes(func(p *member) Tag { return p.code() }))
	f.blocks(f.wholes(func(p *member) Tag { return p.Name }))
}

// holdings lists the rows of each tag.
func (f *finder) holdings(tag func(*member) Tag) []holding {
	list := make([]holding, 0, len(f.arena))
	for i := range f.rows {
		parties := f.parties(&f.rows[i])
		for j := range parties {
			if t := tag(&parties[j]); t != 0 {
				list = append(list, holding{t, uint32(i)})
			}
		}
	}
	return list
}

// wholes lists the rows whose parties all have a tag, under one that stands for all of them.
func (f *finder) wholes(tag func(*member) Tag) []holding {
	list := make([]holding, 0, len(f.rows))
	var tags []Tag
	for i := range f.rows {
		tags = tags[:0]
		parties := f.parties(&f.rows[i])
		for j := range parties {
			tags = append(tags, tag(&parties[j]))
		}
		slices.Sort(tags)
		if len(tags) > 1 && tags[0] != 0 {
			list = append(list, holding{mixed(tags), uint32(i)})
		}
	}
	return list
}

// mixed makes one tag of several. Two lists that come to the same one are compared for nothing.
func mixed(tags []Tag) Tag {
	var m Tag
	for _, t := range tags {
		m = (m<<13 | m>>51) * 0x9e3779b97f4a7c15
		m ^= t
	}
	return m
}

// blocks compares each row with those after it that have the same tag, as many as the window has room for. Rows are in the order
// of acceptance.
func (f *finder) blocks(list []holding) {
	slices.SortFunc(list, func(a, b holding) int { return cmp.Or(cmp.Compare(a.tag, b.tag), cmp.Compare(a.row, b.row)) })
	list = slices.Compact(list)
	for i, a := range list {
		for n, b := range list[i+1:] {
			if b.tag != a.tag {
				break
			}
			if n == f.window {
				f.cut++
				break
			}
			f.pair(a.row, b.row)
		}
	}
}

func (f *finder) pair(a, b uint32) {
	level, agree, common := f.judge(&f.rows[a], &f.rows[b])
	if level == 0 {
		return
	}
	x, y := f.entry(&f.rows[a]), f.entry(&f.rows[b])
	if x.id() != y.id() && !f.decided.Settled(x, y) { // a number that stands twice is for the ledger's own check
		f.keep.add(pair{level: level, a: a, b: b, agree: agree, common: uint8(common)})
	}
}

// A pair is a finding in memory.
type pair struct {
	a, b   uint32
	agree  set
	level  Level
	common uint8
}

func (p pair) compare(q pair) int {
	return cmp.Or(cmp.Compare(p.level, q.level), cmp.Compare(p.a, q.a), cmp.Compare(p.b, q.b))
}

// A keeper keeps the first so many pairs, each once.
type keeper struct {
	most    int
	pairs   []pair
	dropped bool
}

func (k *keeper) add(p pair) {
	if k.pairs = append(k.pairs, p); len(k.pairs) >= 2*k.most+1024 {
		k.pairs = k.all()
	}
}

// all puts the pairs in order, and drops what is too much.
func (k *keeper) all() []pair {
	slices.SortFunc(k.pairs, pair.compare)
	k.pairs = slices.Compact(k.pairs)
	if len(k.pairs) > k.most {
		k.pairs, k.dropped = k.pairs[:k.most], true
	}
	return k.pairs
}
