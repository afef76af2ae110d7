package statute

import "strings"

// Base says what the places of a citation are places of.
type Base uint8

// The bases.
const (
	BaseNone    Base = iota // nothing is written: 第三条. Within a text it is the text itself
	BaseUnclear             // the same behind the citation of a law in one sentence, so that it may belong to that law
	BaseOwn                 // 本法, 本条例, 本办法, 本章 …
	BaseLaw                 // another text by its name: 《甲法》第三条, 刑法第三条
	BaseNear                // 本条, 本款, 本项; 前条, 前款, 前两款, 前项: see Unit and Back of Cite
	BaseSame                // 该条, 同条: what has just been cited
)

// A Cite is one citation in a text: a law with its places, or places alone. The forms are those of 立法技术规范（试行）（一） 9 and those
// that published texts have besides. The zero Cite cites nothing.
//
//	《甲法》（国发〔2020〕1号）第三条第一款、第五条   one citation, BaseLaw, two places
//	本办法第十条至第十二条                          BaseOwn, one range
//	前两款                                         BaseNear, Unit Paragraph, Back 2, no places
type Cite struct {
	At, End int // the bytes that it takes in the text
	Base    Base
	Unit    Kind   // of BaseNear: Article, Paragraph or Item
	Back    int    // of BaseNear: 0 is 本条, 1 前条, 2 前两条
	Law     string // of BaseLaw: the name as it is written, without 《》. A name without 《》 may have a word before it; of BaseOwn: 办法
	Titled  bool   // of BaseLaw: the name stands within 《》
	Docno   string // what stands in brackets behind the name and has a number or a year
	Places  []Range
}

// A Range is one place that is cited, or several in a row: 第三条至第五条. To is zero for a single place.
type Range struct {
	From, To Place
	At, End  int // the bytes that it takes in the text
}

// A Place is a place within a text, as a citation writes it. What is 0 is not written. Of 第三条第一款、第二款 the second place
// has the article too.
type Place struct {
	Part, Subpart, Chapter, Section int
	Article                         Num
	Paragraph, Item, Point          int
	Bracketed                       bool // 第（三）项: 立法技术规范 wants 第三项
}

// AppendCites appends the citations in a text to dst, in their order. A law that is named without a place is a citation when
// its name is that of a law; a document that is no law, as 《合格证》, is none.
//
// It takes time in proportion to the text, whatever that is.
func AppendCites(dst []Cite, text string) []Cite {
	s := scanner{text: text, next: [...]int{-1, -1, -1, -1}, law: -1}
	for {
		at, sign := s.find()
		if at < 0 {
			return dst
		}
		c, ok := s.read(at, sign)
		if !ok {
			s.at = max(s.at, at+len("第"))
			continue
		}
		s.clear(&c)
		dst = append(dst, c)
		s.at = c.End
	}
}

// A scanner looks for citations from left to right.
type scanner struct {
	text string
	at   int             // up to here the text is read
	next [len(signs)]int // where each sign comes next; -1 not known yet
	law  int             // behind the last law of the same sentence; -1: none
}

// signs begin a citation, apart from the last one, which ends the name of a law.
var signs = [...]string{"第", "《", "前", "》"}

const shut = len(signs) - 1

// find returns where the next sign that may begin a citation stands, and which it is; -1 for none.
func (s *scanner) find() (at, sign int) {
	at = -1
	for i := range shut {
		if n := s.seek(i, s.at); n < len(s.text) && (at < 0 || n < at) {
			at, sign = n, i
		}
	}
	return at, sign
}

// seek returns where a sign comes next from a place on, which never goes back; the length of the text if it does not.
func (s *scanner) seek(sign, from int) int {
	if n := s.next[sign]; n >= from {
		return n
	}
	n := strings.Index(s.text[from:], signs[sign])
	if n < 0 {
		n = len(s.text) - from
	}
	s.next[sign] = from + n
	return from + n
}

// read reads the citation that begins with a sign.
func (s *scanner) read(at, sign int) (Cite, bool) {
	switch signs[sign] {
	case "《":
		return s.titled(at)
	case "前":
		return s.back(at)
	}
	c := Cite{At: at}
	p := places{text: s.text, cite: &c, end: at}
	if p.run(); p.end == at {
		s.at = p.stop
		return Cite{}, false
	}
	s.before(&c)
	return c, !s.isHeading(&c)
}

// isHeading reports whether what looks like a citation is an article that begins within a line: a sentence has ended before it,
// and what follows is not said of it.
func (s *scanner) isHeading(c *Cite) bool {
	before := trimBlanksRight(s.text[max(0, c.At-len("。　　")):c.At])
	if c.Base != BaseNone || len(c.Places) != 1 || c.At > 0 && !strings.HasSuffix(before, "。") {
		return false
	}
	p, after := c.Places[0], s.text[c.End:]
	return p.To == Place{} && p.From == Place{Article: p.From.Article} && (blank(after) > 0 || !isCited(after))
}

// clear makes a bare place unclear that follows a law in the same sentence.
func (s *scanner) clear(c *Cite) {
	switch {
	case c.Base == BaseLaw:
		s.law = c.End
	case c.Base == BaseNone && s.law >= 0:
		if strings.Contains(s.text[s.law:c.At], "。") {
			s.law = -1
			return
		}
		c.Base, s.law = BaseUnclear, c.End
	}
}

// back reads 前款, 前两款第一项 and the like.
func (s *scanner) back(at int) (Cite, bool) {
	c := Cite{At: at, Base: BaseNear, Back: 1}
	rest := s.text[at+len("前"):]
	if n, size := numeralAt(rest); size > 0 {
		if n < 2 || n > 99 {
			return Cite{}, false
		}
		c.Back, rest = n, rest[size:]
	}
	k, size := unitAt(rest)
	if size == 0 || k != Article && k != Paragraph && k != Item || isTime(s.text[:at]) {
		return Cite{}, false
	}
	c.Unit, c.End = k, len(s.text)-len(rest)+size
	appendPlaces(&c, s.text, c.End)
	return c, true
}

// isTime reports whether 前 belongs to the word before it: 目前, 之前, 提前.
func isTime(before string) bool {
	for _, w := range [...]string{"目", "之", "提", "当", "此", "事", "先", "空"} {
		if strings.HasSuffix(before, w) {
			return true
		}
	}
	return false
}
