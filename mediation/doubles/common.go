package doubles

import (
	"cmp"
	"slices"
)

// A bearer is a party by a tag: its name, with the code of who bears it, 0 where it is not known; or its code.
type bearer struct {
	tag, code Tag
	at        uint32
}

// markCommon marks names that two different numbers bear, and names and codes that stand in many disputes. They tell less than
// others.
func markCommon(arena []member, most int) {
	list := make([]bearer, 0, len(arena))
	for i := range arena {
		p := &arena[i]
		if p.Name != 0 {
			list = append(list, bearer{p.Name, p.code(), uint32(i)})
		}
	}
	eachTag(list, func(group []bearer, codes int) {
		for _, b := range group {
			arena[b.at].common = codes > 1 || len(group) >= most
		}
	})
	list = list[:0]
	for i := range arena {
		if code := arena[i].code(); code != 0 {
			list = append(list, bearer{code, 0, uint32(i)})
		}
	}
	eachTag(list, func(group []bearer, _ int) {
		for _, b := range group {
			arena[b.at].busy = len(group) >= most
		}
	})
}

// code is the number that names a party for certain, 0 if there is none.
func (p *Party) code() Tag { return cmp.Or(p.ID, p.Credit) }

// eachTag gives out the bearers of each tag, and how many different codes they have.
func eachTag(list []bearer, do func(group []bearer, codes int)) {
	slices.SortFunc(list, func(a, b bearer) int { return cmp.Or(cmp.Compare(a.tag, b.tag), cmp.Compare(a.code, b.code)) })
	for len(list) > 0 {
		n, codes, last := 0, 0, Tag(0)
		for ; n < len(list) && list[n].tag == list[0].tag; n++ {
			if list[n].code != last {
				codes, last = codes+1, list[n].code
			}
		}
		do(list[:n], codes)
		list = list[n:]
	}
}
