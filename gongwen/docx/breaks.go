package docx

import (
	"unicode"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

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
// so up to about four changes between Han and digits in a line. Where there are more, LibreOffice alone is given a little
// room in the margin (readFits, appendIndent), so that a − room may be taken for a. That helps up to eight changes or so;
// beyond, Word and WPS are served, and LibreOffice breaks the line earlier.

// A fit is one line as a word processor sees it.
type fit struct {
	room, width gongwen.Length
	next        gongwen.Length // the least that could come up from the next line; 0: there is none
	auto        gongwen.Length // added by LibreOffice between scripts
	spacing     gongwen.Length // after every character
	chars       int            // characters but the last
	stretches   int            // in one font and script
}

// slop is how far word processors' rounding is not trusted.
const slop = 500

// twip is the unit of spacing.
const twip = gongwen.Point / 20

// nudge returns how the characters of the line must be set, and whether both readings then agree.
func (f fit) nudge() (spread, bool) {
	for _, v := range [...]view{f.closeSet(), f.wideSet(), f.closeSet().cut(), f.wideSet().cut()} {
		least, most := f.window(v)
		if s, ok := f.solve(v, least, most); ok && v.holds(s, f.spacing) {
			return s, true
		}
	}
	least, most := f.wordWindow()
	s, _ := f.solve(view{}, least, most)
	return s, false
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
	if f.spacing >= 0 {
		return view{added: f.auto}
	}
	return view{
		added: f.auto - f.spacing*gongwen.Length(f.stretches),
		seen:  f.chars - max(f.stretches-1, 0),
	}
}

// holds reports whether a spread makes the spacing what the view takes it for.
func (v view) holds(s spread, spacing gongwen.Length) bool {
	if v.wide {
		return gongwen.Length(s.narrow)*twip+spacing >= 0
	}
	return spacing >= 0 || gongwen.Length(s.narrow+1)*twip+spacing <= 0
}

// cut is the view when a stretch is cut in two, because the first characters get more.
func (v view) cut() view {
	v.split = true
	if v.seen > 0 {
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
	if !v.wide || f.spacing >= 0 {
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

// wordWindow returns the least and the most that may be added to the line for Word and WPS. There is no least when no
// line follows.
func (f *fit) wordWindow() (least, most gongwen.Length) {
	free := f.room - f.width
	if f.next == 0 {
		return -f.room, free - slop
	}
	return free - f.next + slop, free - slop
}

// window returns the least and the most that may be added for LibreOffice too. The least is greater than the most if
// there is nothing that serves both.
func (f *fit) window(v view) (least, most gongwen.Length) {
	least, most = f.wordWindow()
	return max(least, f.whole(v, least-v.added)), min(most, f.whole(v, most-v.added))
}

// whole returns what must be added so that LibreOffice adds a part.
func (f *fit) whole(v view, part gongwen.Length) gongwen.Length {
	if v.seen <= 0 {
		return part
	}
	return gongwen.Length(int64(part) * int64(f.chars) / int64(v.seen))
}

// fitOf reads a line and the one after it in the paragraph, nil if there is none.
func fitOf(line, next *layout.Line, room gongwen.Length) fit {
	f := fit{room: room, width: line.Width}
	f.read(line)
	if next != nil {
		f.next = firstPiece(next)
	}
	return f
}

// read finds what LibreOffice adds to a line: between Han and Latin, and at the end of each stretch.
func (f *fit) read(line *layout.Line) {
	var before, stretch script
	var font *layout.Font
	for i := range line.Runs {
		run := &line.Runs[i]
		for _, r := range run.Text {
			s, wide := scriptOf(r)
			if s+before == han+latin {
				f.auto += run.Size / 5
			}
			before = s
			if wide == neutral {
				wide = stretch
			}
			if wide != stretch || run.Font != font {
				f.stretches++
			}
			stretch, font = wide, run.Font
			f.chars++
			f.spacing = run.Spacing
		}
	}
	f.chars--
}

// firstPiece returns the width of the shortest beginning of a line that a word processor may take up to the line before:
// a word or number, a character with the opening marks before it, or a single character.
func firstPiece(line *layout.Line) gongwen.Length {
	width := gongwen.Length(0)
	inWord := false
	for i := range line.Runs {
		run := &line.Runs[i]
		for _, r := range run.Text {
			switch {
			case inWord && !isWordPart(r):
				return width
			case isWordPart(r):
				inWord = true
			}
			width += advance(run, r)
			if !inWord && !isOpening(r) {
				return width
			}
		}
	}
	return width
}

// advance returns the width of a rune of a run with its spacing.
func advance(run *layout.Run, r rune) gongwen.Length {
	if n := utf8.RuneCountInString(run.Text); run.Missing || n == 1 {
		return run.Width / gongwen.Length(n)
	}
	g, _ := run.Font.TrueType().Glyph(r)
	return gongwen.Length(run.Font.Width(g))*run.Size/1000 + run.Spacing
}

// isWordPart reports whether no line ends before or after a character next to another one of the kind.
func isWordPart(r rune) bool {
	s, _ := scriptOf(r)
	return s == latin || r == '.' || r == ',' || r == '%' || r == ':'
}

// isOpening reports whether no line ends after a character: it is one of layout.NoEnd.
func isOpening(r rune) bool {
	switch r {
	case '“', '‘', '（', '《', '〈', '【', '〔', '「', '『', '〖', '［', '｛', '(', '[', '{', '<':
		return true
	}
	return false
}

// A script is what LibreOffice takes a character for when it looks at two that touch.
type script uint8

const (
	neutral script = 0 // marks and blanks
	han     script = 1
	latin   script = 4
)

// scriptOf returns the script of a letter or digit, neutral for marks, and the script of the stretch that any character
// belongs to, neutral if it takes that of the one before.
func scriptOf(r rune) (letter, stretch script) {
	switch {
	case r == ' ' || r >= 0x2000 && r < 0x2E80:
		return neutral, neutral
	case r < utf8.RuneSelf:
		if r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			return latin, latin
		}
		return neutral, latin
	case r >= 0x4E00 && r < 0xA000 || r >= 0x3400 && r < 0x4DC0 || r >= 0x20000 && r < 0x40000 || r == '〇':
		return han, han
	case r >= 0x2E80:
		return neutral, han
	}
	if unicode.IsLetter(r) {
		return latin, latin
	}
	return neutral, latin
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
