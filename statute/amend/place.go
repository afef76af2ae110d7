package amend

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi/internal/han"
	"github.com/fazhi-go/fazhi/statute"
)

// A Place is a place in a text as a decision names it. The zero Place is the whole text.
type Place struct {
	statute.Place
	Preamble int // 序言第七自然段
}

// IsZero reports whether it is the whole text.
func (p Place) IsZero() bool { return p == Place{} }

// units are the parts of a place, from the largest, as decisions write them.
func units() []unit {
	return []unit{{"自然段", statute.Line}, {"编", statute.Part}, {"分编", statute.Subpart}, {"章", statute.Chapter}, {"节", statute.Section}, {"条", statute.Article},
		{"款", statute.Paragraph}, {"项", statute.Item}, {"目", statute.Point}}
}

type unit struct {
	sign string
	kind statute.Kind
}

// unitOf returns the kind of a unit: Article of 条.
func unitOf(sign string) statute.Kind {
	for _, u := range units() {
		if u.sign == sign {
			return u.kind
		}
	}
	return statute.Whole
}

// part returns the number of one unit of the place.
func (p *Place) part(k statute.Kind) *int {
	return map[statute.Kind]*int{
		statute.Line: &p.Preamble, statute.Part: &p.Part, statute.Subpart: &p.Subpart, statute.Chapter: &p.Chapter, statute.Section: &p.Section,
		statute.Article: &p.Article.N, statute.Paragraph: &p.Paragraph, statute.Item: &p.Item, statute.Point: &p.Point,
	}[k]
}

// String returns the place as a decision writes it: 第五条第二款第三项. It is empty for the whole text.
func (p Place) String() string {
	if p.Preamble > 0 {
		return "序言第" + han.Numeral(p.Preamble) + "自然段"
	}
	return p.Place.String()
}

// unit returns what the place is: the smallest unit that it names.
func (p Place) unit() statute.Kind {
	smallest := statute.Whole
	for _, u := range units() {
		if *p.part(u.kind) > 0 {
			smallest = u.kind
		}
	}
	return smallest
}

// cut returns the place down to a unit and no further: the article of a paragraph.
func (p Place) cut(k statute.Kind) Place {
	switch k {
	case statute.Item:
		p.Point = 0
	case statute.Paragraph:
		p.Item, p.Point = 0, 0
	case statute.Article:
		p.Paragraph, p.Item, p.Point = 0, 0, 0
	case statute.Section, statute.Chapter, statute.Subpart, statute.Part:
		p.Preamble, p.Article, p.Paragraph, p.Item, p.Point = 0, statute.Num{}, 0, 0, 0
	case statute.Whole:
		p = Place{}
	}
	return p
}

// number returns the number of the smallest unit; zero of the whole text.
func (p Place) number() statute.Num {
	switch k := p.unit(); k {
	case statute.Whole:
		return statute.Num{}
	case statute.Article:
		return p.Article
	default:
		return statute.Num{N: *p.part(k)}
	}
}

// with returns the place with another number of its smallest unit.
func (p Place) with(n int) Place {
	switch k := p.unit(); k {
	case statute.Whole:
	case statute.Article:
		p.Article = statute.Num{N: n}
	default:
		*p.part(k) = n
	}
	return p
}

const numeral = `[一二三四五六七八九十百千零〇两]+`

// step matches one step of a place: 第三条之一, 第（三）项.
const step = `第[（(]?(` + numeral + `|\d{1,3})[）)]?(自然段|分编|编|章|节|条|款|项|目)(?:之(` + numeral + `))?`

// readPlace reads 第五条第二款. What a place leaves out it has from the one before: 第三款 is in the article named last.
func (g *grammar) readPlace(s string, last Place) Place {
	if strings.HasPrefix(s, "这一") || strings.HasPrefix(s, "该") || strings.HasPrefix(s, "本") && !strings.Contains(s, "第") {
		sign, _ := utf8.DecodeLastRuneInString(s)
		if k := unitOf(string(sign)); k != statute.Whole {
			return last.cut(k)
		}
		return last
	}
	var p Place
	for i, m := range g.step.FindAllStringSubmatch(s, -1) {
		n, _, err := han.ParseNumeral(m[1])
		if err != nil {
			return Place{}
		}
		if i == 0 {
			p = inherit(m[2], last)
		}
		*p.part(unitOf(m[2])) = n
		if m[3] != "" && m[2] == "条" {
			p.Article.Sub, _, _ = han.ParseNumeral(m[3])
		}
	}
	return p
}

// inherit returns what a place that begins with the unit has from the one before.
func inherit(unit string, last Place) Place {
	switch unit {
	case "款":
		return last.cut(statute.Article)
	case "项":
		return last.cut(statute.Paragraph)
	case "目":
		return last.cut(statute.Item)
	case "节":
		last = last.cut(statute.Section)
		last.Section = 0
		return last
	}
	return Place{}
}

// mostPlaces is how many places a range may stand for.
const mostPlaces = 300

// readPlaces reads 第三条、第五条第一款和第二款, 第三条至第五条. It is nil when a range cannot be counted out.
func (g *grammar) readPlaces(s string, last Place) []Place {
	var places []Place
	s = g.described.ReplaceAllString(s, "")
	for _, m := range g.listed.FindAllStringSubmatch(s, -1) {
		p := g.readPlace(m[2], last)
		if p.IsZero() {
			return nil
		}
		if m[1] == "至" || m[1] == "到" {
			from, to := last.number(), p.number()
			if last.unit() != p.unit() || from.Sub+to.Sub > 0 || to.N <= from.N || to.N-from.N > mostPlaces || len(places) == 0 {
				return nil
			}
			for n := from.N + 1; n < to.N; n++ {
				places = append(places, last.with(n))
			}
		}
		places, last = append(places, p), p
	}
	return places
}

// one matches one place in a sentence, with what names the text before it.
const one = `(?:(?:《[^》]*》|宪法|\p{Han}{1,20}?(?:法|条例|办法|规定|细则|规则))?的?(?:序言)?(?:` + bareStep + `)+|这一(?:自然段|条|款|项)|该(?:条|款|项))`

const bareStep = `第[（(]?(?:` + numeral + `|\d{1,3})[）)]?(?:自然段|分编|编|章|节|条|款|项|目)(?:之` + numeral + `)?`

// several matches places one after the other; a heading may be quoted between the steps: 第六十七条“…”中第六项.
const several = one + `(?:(?:“”中|、|和|以及|与|至|到)` + one + `)*`

func placeExpressions() (steps, described, listed *regexp.Regexp) {
	return regexp.MustCompile(step), regexp.MustCompile(`“”中`), regexp.MustCompile(`(至|到)?((?:` + bareStep + `)+|这一(?:自然段|条|款|项)|该(?:条|款|项))`)
}
