package statute

import (
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi/internal/han"
)

// A citeUnit is the sign of a place, with what follows it where it stands for something else: 条件, 款项, 项目.
type citeUnit struct {
	sign string
	kind Kind
	not  [7]string
}

var citeUnits = [...]citeUnit{
	{"条", Article, [7]string{"件", "例", "目", "纹", "形", "线"}},
	{"款", Paragraph, [7]string{"项", "待", "式"}},
	{"项", Item, [7]string{"目"}},
	{"目", Point, [7]string{"标", "录", "的地", "的是", "前", "光"}},
	{"编", Part, [7]string{"制", "号", "辑", "码"}},
	{"分编", Subpart, [7]string{}},
	{"章", Chapter, [7]string{"程"}},
	{"节", Section, [7]string{"目", "课", "能", "日", "约", "点", "假"}},
}

// unitAt returns the kind of the sign with which s begins, and its length, which is 0 if there is none.
func unitAt(s string) (Kind, int) {
	for i := range citeUnits {
		u := &citeUnits[i]
		if strings.HasPrefix(s, u.sign) {
			if u.stands(s[len(u.sign):]) {
				return u.kind, len(u.sign)
			}
			break
		}
	}
	return Whole, 0
}

// stands reports whether the sign stands for itself before what follows it.
func (u *citeUnit) stands(after string) bool {
	for _, w := range u.not {
		if w != "" && strings.HasPrefix(after, w) {
			return false
		}
	}
	return true
}

// A figure is the number of a place as it is written: 三, （三） or 3.
type figure struct {
	n, size   int  // a size of 0: there is none
	bracketed bool // （三）
	ranged    bool // 至 stands before it
}

// figureAt reads a figure at the beginning of s.
func figureAt(s string) figure {
	open := 0
	if strings.HasPrefix(s, "（") {
		open = len("（")
	} else if s != "" && s[0] == '(' {
		open = 1
	}
	n, size := numeralAt(s[open:])
	if size == 0 {
		n, size = arabicAt(s[open:])
	}
	if n == 0 {
		return figure{}
	}
	if open == 0 {
		return figure{n: n, size: size}
	}
	for _, shut := range [...]string{"）", ")"} {
		if strings.HasPrefix(s[open+size:], shut) {
			return figure{n: n, size: open + size + len(shut), bracketed: true}
		}
	}
	return figure{}
}

// appendPlaces reads the places that stand at a byte of the text, sets the end of the citation behind them and returns it. Without
// a place it returns at.
func appendPlaces(c *Cite, text string, at int) int {
	p := places{text: text, cite: c, end: at}
	p.run()
	return p.end
}

// run reads places as long as they are joined.
func (p *places) run() {
	at := p.end
	for ranged := false; p.one(at, ranged); {
		p.cite.End = p.end
		if at, ranged = p.joint(); at == p.end {
			break
		}
	}
}

// places reads a list of places.
type places struct {
	text  string
	cite  *Cite
	end   int   // behind the last place
	last  Place // the last place
	level Kind  // of its last part; Whole: there is none yet
	stop  int   // behind a list of figures that has no sign: 第一、第二审
	list  [longestList]figure
}

// longestList is the number of members that 第十、十八、二十条 may have.
const longestList = 32

// A joiner joins places.
type joiner struct {
	sign   string
	ranged bool
}

var joiners = [...]joiner{
	{"、", false}, {"和", false}, {"或者", false}, {"至", true}, {"以及", false}, {"及", false}, {"或", false}, {"，", false},
	{"与", false}, {"到", true}, {"—", true}, {"－", true}, {"-", true},
}

func joinerAt(s string) (joiner, bool) {
	for _, j := range joiners {
		if strings.HasPrefix(s, j.sign) {
			return j, true
		}
	}
	return joiner{}, false
}

// joint reads what joins the next place to the last, and returns where that begins, and whether it ends a range. Without
// a next place it returns the end.
func (p *places) joint() (at int, ranged bool) {
	j, ok := joinerAt(p.text[p.end:])
	at = p.end + len(j.sign)
	if !ok || !strings.HasPrefix(p.text[at:], "第") && (j.sign == "，" || !p.elided(p.text[at:])) {
		return p.end, false
	}
	return at, j.ranged
}

// elided reports whether a place without 第 follows, with a sign that the last place has too: 第五十一条、五十二条.
func (p *places) elided(s string) bool {
	f := figureAt(s)
	if f.size == 0 {
		return false
	}
	k, size := unitAt(s[f.size:])
	return size > 0 && k >= Article && k <= p.level && (k > Article || p.last.Article.N > 0)
}

// one reads one place, 第三条第一款第二项, or the list in which it ends, 第三条第一、二款. It reports whether there is one.
func (p *places) one(at int, ranged bool) bool {
	start, place, level := at, Place{}, Whole
	for {
		list, k, end := p.part(at, level)
		if len(list) == 0 || k <= level {
			break
		}
		if level == Whole {
			place = p.last.above(k)
		}
		for _, f := range list {
			place.set(k, f)
			if k == Article && len(list) == 1 {
				place.Article.Sub, end = subAt(p.text, end)
			}
			if len(list) > 1 {
				p.keep(place, start, end, f.ranged)
			}
		}
		level, at, p.level = k, end, k
		if len(list) > 1 {
			p.end = end
			return true
		}
	}
	if at > start {
		p.keep(place, start, at, ranged)
		p.end = at
	}
	return at > start
}

// keep adds a place to the citation, or makes it the end of the last range.
func (p *places) keep(place Place, at, end int, ranged bool) {
	p.last = place
	if n := len(p.cite.Places); ranged && n > 0 {
		p.cite.Places[n-1].To, p.cite.Places[n-1].End = place, end
		return
	}
	p.cite.Places = append(p.cite.Places, Range{From: place, At: at, End: end})
}

// part reads 第三条, or 第十、十八条 with several figures. The first part behind a joiner may lack 第, and so may 前款（一）项.
func (p *places) part(at int, level Kind) (list []figure, k Kind, end int) {
	rest, ok := strings.CutPrefix(p.text[at:], "第")
	if !ok && (level != Whole || p.level == Whole && (p.cite.Unit == Whole || !strings.HasPrefix(rest, "（"))) {
		return nil, Whole, at
	}
	ranged := false
	for list = p.list[:0]; len(list) < longestList; {
		f := figureAt(rest)
		if f.size == 0 {
			break
		}
		f.ranged = ranged
		list, rest = append(list, f), rest[f.size:]
		if k, size := unitAt(rest); size > 0 {
			return list, k, len(p.text) - len(rest) + size
		}
		j, ok := joinerAt(rest)
		if !ok && !f.bracketed {
			break
		}
		rest, ranged = strings.TrimPrefix(rest[len(j.sign):], "第"), j.ranged
	}
	p.stop = len(p.text) - len(rest)
	return nil, Whole, at
}

// subAt reads 之一 behind the number of an article. It is none in 第三条之一般规定.
func subAt(text string, at int) (sub, end int) {
	rest, ok := strings.CutPrefix(text[at:], "之")
	if !ok {
		return 0, at
	}
	n, size := numeralAt(rest)
	for _, w := range [...]string{"般", "部", "切", "定", "种"} {
		if strings.HasPrefix(rest[size:], w) {
			return 0, at
		}
	}
	if n == 0 {
		return 0, at
	}
	return n, at + len("之") + size
}

// above returns what a place of the kind has in common with p when both stand in a list. Articles count through the whole
// text, so that they have nothing.
func (p Place) above(k Kind) Place {
	switch k {
	case Part, Article:
		return Place{}
	case Subpart:
		return Place{Part: p.Part}
	case Chapter:
		return Place{Part: p.Part, Subpart: p.Subpart}
	case Section:
		return Place{Part: p.Part, Subpart: p.Subpart, Chapter: p.Chapter}
	case Paragraph:
		p.Paragraph, p.Item = 0, 0
	case Item:
		p.Item = 0
	}
	p.Point, p.Bracketed = 0, false
	return p
}

// set writes one part of a place.
func (p *Place) set(k Kind, f figure) {
	switch k {
	case Part:
		p.Part = f.n
	case Subpart:
		p.Subpart = f.n
	case Chapter:
		p.Chapter = f.n
	case Section:
		p.Section = f.n
	case Article:
		p.Article = Num{N: f.n}
	case Paragraph:
		p.Paragraph = f.n
	case Item:
		p.Item, p.Bracketed = f.n, f.bracketed
	case Point:
		p.Point = f.n
	}
}

// String returns the place as a text should cite it: 第三条之一第二款第三项.
func (p Place) String() string {
	var b strings.Builder
	write := func(n int, sign string) {
		if n > 0 {
			b.WriteString("第" + han.Numeral(n) + sign)
		}
	}
	write(p.Part, "编")
	write(p.Subpart, "分编")
	write(p.Chapter, "章")
	write(p.Section, "节")
	write(p.Article.N, "条")
	if p.Article.Sub > 0 {
		b.WriteString("之" + han.Numeral(p.Article.Sub))
	}
	write(p.Paragraph, "款")
	write(p.Item, "项")
	if p.Point > 0 {
		b.WriteString("第" + strconv.Itoa(p.Point) + "目")
	}
	return b.String()
}
