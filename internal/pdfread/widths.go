package pdfread

import (
	"cmp"
	"slices"
)

// A widthRange gives widths to characters from first to last: each its own, or all the same.
type widthRange struct {
	first, last int
	each        array
	all         float64
}

// widthRanges reads the array W of a composite font: "c [w …]" and "first last w".
func (f *File) widthRanges(w array) []widthRange {
	var out []widthRange
	for i := 0; i+1 < len(w); {
		first, ok := whole(f.resolve(w[i]))
		if !ok {
			break
		}
		if each, isArray := f.resolve(w[i+1]).(array); isArray {
			out = append(out, widthRange{first: first, last: first + len(each) - 1, each: each})
			i += 2
			continue
		}
		last, ok := whole(f.resolve(w[i+1]))
		if !ok || i+2 >= len(w) {
			break
		}
		out = append(out, widthRange{first: first, last: last, all: f.number(w[i+2])})
		i += 3
	}
	slices.SortStableFunc(out, func(a, b widthRange) int { return cmp.Compare(a.first, b.first) })
	return out
}

func findWidth(ranges []widthRange, cid int) (float64, bool) {
	i, found := slices.BinarySearchFunc(ranges, cid, func(r widthRange, cid int) int { return cmp.Compare(r.first, cid) })
	if !found {
		i--
	}
	if i < 0 || cid > ranges[i].last {
		return 0, false
	}
	if r := &ranges[i]; r.each != nil {
		return number(r.each[cid-r.first]), true
	}
	return ranges[i].all, true
}
