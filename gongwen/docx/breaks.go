package docx

import "github.com/fazhi-go/fazhi/gongwen"

// Word processors fill a line with as many characters as fit, then go back to the last place where a line may end. What
// they know of such places is little: not before a closing mark, not after an opening one, not inside a word or number.
// Package layout keeps more together, so its lines are never longer and often shorter. This file finds by how much the
// characters of a line must be set further apart, or closer, so that all of them end it where layout does.
//
// Two readings are kept in mind, because both are met:
//
//   - Word and WPS do as they are told: no room is added between Han and digits, no mark hangs in the margin.
//   - LibreOffice adds a fifth of the font size between a Han character and a Latin letter or digit whatever the file
//     says, leaves out the spacing after the last character of each stretch in one font and script, and lets a mark hang
//     when the file says that it must not (it reads that switch the wrong way round).
//
// A line of width w in a room, followed by a piece of width p that must not come up, ends at its end in the first
// reading if w+e ≤ room < w+e+p, where e is what is added, and in the second if w+a+ke ≤ room < w+a+ke+p, where a is the
// room that LibreOffice adds and k the share of e that it sees. Both hold for some e as long as a is less than p, which is
// so up to about four changes between Han and digits in a line. Where there are more, the two are told different things
// (AlternateContent of ISO/IEC 29500-3, as Word itself writes it): who knows the namespace wp14, as Word does from 2010 on,
// takes the choice; LibreOffice takes the fallback. What is said of LibreOffice was measured with version 7.4.

// A fit is one line as a word processor sees it.
type fit struct {
	room, width gongwen.Length
	next        piece          // the least that could come up from the next line; zero: there is none
	auto        gongwen.Length // added by LibreOffice between scripts
	spacing     gongwen.Length // after every character
	size        gongwen.Length
	chars       int // characters but the last
	stretches   int // in one font and script
}

// slop is how far word processors' rounding is not trusted.
const slop = 500

// twip is the unit of spacing.
const twip = gongwen.Point / 20

// nudge returns how the characters of the line must be set for Word and WPS, and how for LibreOffice: alike where one way
// serves both.
func (f fit) nudge() nudge {
	for _, v := range f.views() {
		least, most := f.window(v)
		if s, ok := f.solve(v, least, most); ok && v.holds(s, f.spacing) {
			return nudge{word: s, office: s, scale: whole}
		}
	}
	least, most := f.wordWindow()
	word, _ := f.solve(view{}, least, most)
	for _, scale := range scales {
		narrow := f.scaled(scale)
		if s, ok := narrow.officeAlone(); ok {
			return nudge{word: word, office: s, scale: scale}
		}
	}
	return nudge{word: word, office: word, scale: whole}
}

// scales are the widths of glyphs, in hundredths, that LibreOffice is told when spacing alone does not do: it takes no
// spacing for less than a sixth of the size below zero.
var scales = [...]int{whole, 95, 90, 85, 80, 75}

const (
	whole    = 100
	tightest = 6
)

// scaled returns the line with its glyphs scaled.
func (f fit) scaled(scale int) fit {
	glyphs := f.width - f.spacing*gongwen.Length(f.chars+1)
	f.width -= glyphs * gongwen.Length(whole-scale) / whole
	return f
}

// officeAlone returns how the characters must be set for LibreOffice, well inside of what does.
func (f *fit) officeAlone() (spread, bool) {
	for _, v := range f.views() {
		least, most := f.officeWindow(v)
		if f.next.office > 0 {
			least, most = least+(most-least)/4, most-(most-least)/4
		}
		s, ok := f.solve(v, least, most)
		if ok && v.holds(s, f.spacing) && gongwen.Length(s.narrow)*twip+f.spacing >= -f.size/tightest {
			return s, true
		}
	}
	return spread{}, false
}

// views returns what LibreOffice may make of the line, the likeliest first.
func (f *fit) views() [4]view {
	return [...]view{f.closeSet(), f.wideSet(), f.closeSet().cut(), f.wideSet().cut()}
}

// A nudge says how the characters of a line are set for Word and WPS, and how for LibreOffice.
type nudge struct {
	word, office spread
	scale        int // of LibreOffice's glyphs, in hundredths
}

// A view is what LibreOffice makes of the spacing of a line. It leaves out spacing that is less than zero after the last
// character of a stretch.
type view struct {
	added gongwen.Length // beside the width of the line
	seen  int            // characters whose nudge it sees; 0: all
	wide  bool           // spacing is not less than zero
	split bool           // not all characters get the same
}

// closeSet is the view while spacing is less than zero.
func (f *fit) closeSet() view {
	return view{
		added: f.auto - f.spacing*gongwen.Length(f.stretches),
		seen:  max(f.chars-max(f.stretches-1, 0), 1),
	}
}

// holds reports whether a spread makes the spacing what the view takes it for.
func (v view) holds(s spread, spacing gongwen.Length) bool {
	if v.wide {
		return gongwen.Length(s.narrow)*twip+spacing >= 0
	}
	return gongwen.Length(s.narrow+1)*twip+spacing <= 0
}

// cut is the view when a stretch is cut in two, because the first characters get more.
func (v view) cut() view {
	v.split = true
	if v.seen > 1 {
		v.added += slop / 2
		v.seen--
	}
	return v
}

// wideSet is the view when the characters have been moved so far apart that spacing is no longer less than zero.
func (f *fit) wideSet() view { return view{added: f.auto, wide: true} }

// solve returns the smallest spread that lies in a window and agrees with the view.
func (f *fit) solve(v view, least, most gongwen.Length) (spread, bool) {
	least = max(least, v.floor(f))
	switch {
	case f.chars <= 0:
		return spread{}, true
	case least > most:
		return spread{}, false
	case least <= 0 && 0 <= most:
		return spread{}, true
	case v.split && least > 0:
		return spreadOver(int((least+twip-1)/twip), f.chars), true
	case v.split:
		return spreadOver(-int((-most+twip-1)/twip), f.chars), true
	}
	return f.even(least, most)
}

// floor returns the least that must be added for the view to be true.
func (v view) floor(f *fit) gongwen.Length {
	if !v.wide {
		return -f.room
	}
	return -f.spacing * gongwen.Length(f.chars)
}

// even looks for a spread that adds the same to every character. Word processors differ in whether they count what
// stands after the last one.
func (f *fit) even(least, most gongwen.Length) (spread, bool) {
	n := gongwen.Length(f.chars)
	step := n * twip
	if least > 0 {
		each := (least + step - 1) / step
		return spread{narrow: int(each)}, each*(step+twip) <= most
	}
	each := (-most + step - 1) / step
	return spread{narrow: -int(each)}, -each*(step+twip) >= least
}

// wordWindow returns the least and the most that may be added to the line for Word and WPS.
func (f *fit) wordWindow() (least, most gongwen.Length) { return f.between(f.next.word) }

// between returns the least and the most that may be added to a line before a piece. There is no least when no line
// follows.
func (f *fit) between(next gongwen.Length) (least, most gongwen.Length) {
	free := f.room - f.width
	if next == 0 {
		return -f.room, free - slop
	}
	return free - next + slop, free - slop
}

// window returns the least and the most that may be added for LibreOffice too. The least is greater than the most if
// there is nothing that serves both.
func (f *fit) window(v view) (least, most gongwen.Length) {
	least, most = f.wordWindow()
	from, to := f.officeWindow(v)
	return max(least, from), min(most, to)
}

// A piece is the width of what could come up, as the next line sets it.
type piece struct{ word, office gongwen.Length }

// officeWindow returns the least and the most that may be added to the line for LibreOffice.
func (f *fit) officeWindow(v view) (least, most gongwen.Length) {
	least, most = f.between(f.next.office)
	return f.whole(v, least-v.added), f.whole(v, most-v.added)
}

// whole returns what must be added so that LibreOffice adds a part.
func (f *fit) whole(v view, part gongwen.Length) gongwen.Length {
	if v.seen <= 0 {
		return part
	}
	return gongwen.Length(int64(part) * int64(f.chars) / int64(v.seen))
}

// A spread says how many twips are added after each character of a line: narrow, and one more after the first ones.
type spread struct{ first, narrow int }

// spreadOver shares twips among n characters.
func spreadOver(twips, n int) spread {
	each, rest := twips/n, twips%n
	if rest < 0 {
		each, rest = each-1, rest+n
	}
	return spread{first: rest, narrow: each}
}

// at returns the twips for character i.
func (s spread) at(i int) int {
	if i < s.first {
		return s.narrow + 1
	}
	return s.narrow
}

// sum returns what the first n characters get together.
func (s spread) sum(n int) gongwen.Length {
	return gongwen.Length(n*s.narrow+min(n, s.first)) * twip
}
