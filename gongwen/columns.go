package gongwen

// Columns returns the widths of the columns of a table that is as wide as room: by Widths, or by what the texts ask for where
// there are none. It is nil if a column would be narrower than least.
func (t Table) Columns(room, least Length) []Length {
	if t.Widths != nil {
		return widths(t.Widths, room, least)
	}
	if w := widths(t.asked(), room, least); w != nil {
		return w
	}
	equal := make([]int, len(t.Header))
	for i := range equal {
		equal[i] = 1
	}
	return widths(equal, room, least)
}

// widths divides a room by shares.
func widths(shares []int, room, least Length) []Length {
	const most = 1 << 20 // of a share; sums stay small
	total, sum := int64(0), int64(0)
	for _, s := range shares {
		total += int64(min(s, most))
	}
	out := make([]Length, 0, len(shares))
	at := Length(0)
	for _, s := range shares {
		sum += int64(min(s, most))
		end := Length(int64(room) * sum / total)
		if end-at < least {
			return nil
		}
		out = append(out, end-at)
		at = end
	}
	return out
}

// Bounds of what a column asks for, in halves of a Han character: a short column is not squeezed, a long text is broken.
const (
	leastAsked = 6
	mostAsked  = 40
)

// asked returns what the longest text of each column asks for.
func (t Table) asked() []int {
	out := make([]int, len(t.Header))
	for i := range out {
		out[i] = leastAsked
	}
	ask := func(cells [][]Span) {
		for i, spans := range cells {
			out[i] = max(out[i], min(halves(spans), mostAsked))
		}
	}
	ask(t.Header)
	for _, row := range t.Rows {
		ask(row)
	}
	return out
}

// halves returns the length of a text in halves of a Han character, at most a little more than mostAsked.
func halves(spans []Span) int {
	n := 2 // the room beside the text
	for _, r := range PlainText(spans) {
		if n++; r > 0x2000 {
			n++
		}
		if n > mostAsked {
			break
		}
	}
	return n
}
