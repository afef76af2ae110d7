package gongwen

import "math"

// A Length is a length on the page in thousandths of a point (1/72000 inch). Integers keep the page the same on every
// machine.
type Length int32

// Point is one point; lengths in points are written 16*Point.
const Point Length = 1000

// MM returns a length given in millimetres.
func MM(mm float64) Length { return Length(math.Round(mm * 72 / 25.4 * float64(Point))) }

// Twips returns the length in twentieths of a point, rounded, as Word counts.
func (l Length) Twips() int { return int(math.Round(float64(l) / 50)) }

// Points returns the length in points.
func (l Length) Points() float64 { return float64(l) / float64(Point) }

// Millimetres returns the length in millimetres.
func (l Length) Millimetres() float64 { return l.Points() * 25.4 / 72 }

// A Face is a role that a typeface plays on the page; which font plays it is decided by whoever gives the fonts.
type Face uint8

// The faces of GB/T 9704-2012.
const (
	FangSong     Face = iota // 仿宋: running text (5.2.2)
	XiaoBiaoSong             // 小标宋: title (7.3.1), mark of the issuer (7.2.4)
	Hei                      // 黑体: first level (7.3.3), secrecy, urgency
	Kai                      // 楷体: second level, names of signers
	Song                     // 宋体: page numbers (7.5)
	Latin                    // Latin letters and digits; the standard names no face for them
	LatinBold                // Latin letters and digits beside XiaoBiaoSong; Latin where no font is given for it
)

// Faces lists all faces.
func Faces() []Face { return []Face{FangSong, XiaoBiaoSong, Hei, Kai, Song, Latin, LatinBold} }

// A Profile holds the measures of a page. They are values, not constants, because editions change and a bureau may be
// told to use others; GB9704 returns those of the standard. Sizes are in points, 三号 is 16, as word processors have it.
type Profile struct {
	Edition string
	Squeeze bool // adjacent marks of punctuation share room; in PDF and OFD only, word processors do not follow

	Width, Height         Length // paper (5.1)
	Top, Left             Length // 天头, 订口 (5.2.1)
	TextWidth, TextHeight Length // 版心 (5.2.1)
	Lines, Chars          int    // lines a page and characters a line (5.2.3)
	LinePitch             Length // from baseline to baseline
	CharSpacing           Length // added to every character of running text, so that Chars fit

	BodySize, TitleSize, MarkSize, SmallSize Length // 三号, 二号, mark (free), 四号 of page number and imprint

	MarkTop       Length // from the top of the type area to the top of the mark (7.2.4)
	RedLineGap    Length // from the document number to the red line (7.2.7)
	RedLineWidth  Length // thickness; not given by the standard
	Red           [3]uint8
	PageNumberGap Length // from the foot of the type area to the dashes of the page number (7.5)
	ThickRule     Length // first and last rule of the imprint (7.4.1)
	ThinRule      Length

	LetterTop     Length // 信函: from the top of the page to the top of the mark (10.1)
	LetterRuleGap Length // from the mark to the double rule below it
	LetterRule    Length // length of the double rules
	LetterFoot    Length // from the foot of the page to the double rule there
	OrderTop      Length // 命令: from the top of the type area to the top of the mark (10.2)
}

// GB9704 returns the page of GB/T 9704-2012: 22 lines of 28 characters in 156 × 225 mm. The standard was cut for
// characters of 15.75 pt; word processors set 三号 at 16 pt, so a quarter of a point is taken from each, and the pitch
// of 28.95 pt is the largest with which Word keeps 22 lines. MarkSize, RedLineWidth and Red are not in the standard:
// settings, chosen as most bureaus have them.
func GB9704() Profile {
	return Profile{
		Edition: "GB/T 9704-2012",
		Width:   MM(210), Height: MM(297),
		Top: MM(37), Left: MM(28),
		TextWidth: MM(156), TextHeight: MM(225),
		Lines: 22, Chars: 28,
		LinePitch: 28950, CharSpacing: -250,
		BodySize: 16 * Point, TitleSize: 22 * Point, MarkSize: 42 * Point, SmallSize: 14 * Point,
		MarkTop: MM(35), RedLineGap: MM(4), RedLineWidth: 1500,
		Red:           [3]uint8{255, 0, 0},
		PageNumberGap: MM(7),
		ThickRule:     MM(0.35), ThinRule: MM(0.25),
		LetterTop: MM(30), LetterRuleGap: MM(4), LetterRule: MM(170), LetterFoot: MM(20),
		OrderTop: MM(20),
	}
}
