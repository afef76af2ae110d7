package content

import (
	"cmp"
	"context"
	"errors"
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/cue"
)

// A Mark says how far the source of a rule has been confirmed. The zero value is the weakest.
type Mark uint8

// The marks.
const (
	Unconfirmed Mark = iota // from experience; no published text has been compared. Issues say so
	Page                    // shown by a public page that quotes it
	Read                    // the article itself has been read
)

// A Rule is one cue as data: words that, standing in a sentence, show what a reader should look at.
//
// Signs, Passing and Unless are regular expressions as package regexp has them. A sentence is judged without the words that
// Passing names; it is let go when it has one of Unless.
type Rule struct {
	Code     fazhi.Code
	Doc      string // one sentence, Chinese
	Basis    string
	Mark     Mark
	Severity fazhi.Severity
	From     fazhi.Date // of the basis; zero is open
	Until    fazhi.Date
	Citing   bool // a sentence that refers to a law is let go
	Signs    []Sign
	Passing  []string
	Unless   []string
}

// A Sign is one group of words of a rule, and what is said where they stand.
type Sign struct {
	Words   string
	Message string // Chinese; empty: the Doc of the rule
	Named   bool   // only a law that is named lets the sentence go; 依法 alone does not, since the words set something themselves
}

// named is a reference to a law or a rule by its name; what notices and opinions say is no basis.
const named = `(?:依照|按照|依据|根据|适用|违反|遵守|参照|落实|执行|符合)[^。；]{0,40}《[^》]*(?:法|法典|条例|规定|办法|细则|规则|解释|决定)(?:（[^）]*）)?(?:〉[^》]*)?》`

// plain is a law by its name without 《》: 依照民事诉讼法第二百三十三条. 办法 and 方法 are none, nor is 本条例.
const plain = `(?:依照|按照|依据|根据)[^，。；《本前]{1,20}(?:[^办方做违非]法|法典|条例)(?:[第和及、的有]|$)`

// lawful is a reference to the law without a name.
const lawful = `依法|依规|法律、(?:行政)?法规|法律法规|有关法律|(?:有关|上级)规定|法律(?:另有)?规定|国家(?:有关|关于[^，。；]{0,20})?(?:规定|标准)|国务院(?:有关)?规定|法定`

// A compiled rule is ready for use.
type compiled struct {
	rule            Rule
	words           *cue.Lexicon
	signs           []*cue.Expression
	passing, unless *cue.Expression // nil: none
	named, lawful   *cue.Expression // nil: a reference to a law does not matter
}

// check makes the check of a rule, which shares words with others. The error says every expression that is wrong.
func (r Rule) check(shared *cue.Lexicon) (fazhi.Check, error) {
	c := compiled{rule: r, words: shared}
	var faults []error
	compile := func(expressions ...string) *cue.Expression {
		if len(expressions) == 0 {
			return nil
		}
		e, err := cue.Compile(expressions...)
		if err != nil {
			faults = append(faults, fmt.Errorf("content: 规则 %s：%w", r.Code, err))
			return nil
		}
		shared.Add(e)
		return e
	}
	for _, s := range r.Signs {
		c.signs = append(c.signs, compile(s.Words))
	}
	if len(r.Signs) == 0 {
		faults = append(faults, fmt.Errorf("content: 规则 %s：没有用语", r.Code))
	}
	c.passing, c.unless = compile(r.Passing...), compile(r.Unless...)
	if r.Citing {
		c.named, c.lawful = compile(named, plain), compile(lawful)
	}
	return fazhi.Check{
		Code: r.Code, Kind: Kind, Doc: r.Doc, Basis: r.basis(), Severity: r.Severity, From: r.From, Until: r.Until,
		Run: fazhi.For(c.run),
	}, errors.Join(faults...)
}

func (r Rule) basis() string {
	if r.Mark == Unconfirmed {
		return r.Basis + "（尚未与原文核对）"
	}
	return r.Basis
}

// run reports each unit once for each thing that it says.
func (c *compiled) run(_ context.Context, p *fazhi.Pass, d *Draft) error {
	found := d.sightings(c.words)
	for i, u := range d.units {
		said := ""
		for j, sentence := range u.sentences {
			in := place{sentence, u.lead, found[i].sentences[j], found[i].lead}
			if message := c.judge(&in); message != "" && message != said {
				p.Report(u.path, message)
				said = message
			}
		}
	}
	return nil
}

// A place is a sentence below its lead, and the words of both.
type place struct {
	sentence, lead string
	has, above     cue.Set
}

// may reports whether the sentence has what an expression needs.
func (in *place) may(e *cue.Expression) bool {
	return e.In(in.has)
}

// mayBelow is may of the lead and the sentence together.
func (in *place) mayBelow(e *cue.Expression) bool {
	return e.In(in.has, in.above)
}

// judge returns what is to be said of a place; empty: nothing.
func (c *compiled) judge(in *place) string {
	bare := ""
	for i, sign := range c.signs {
		if !in.may(sign) {
			continue
		}
		if bare == "" {
			bare = c.without(in)
		}
		if sign.MatchString(bare) && !c.letsGo(in, bare, c.rule.Signs[i].Named) {
			return cmp.Or(c.rule.Signs[i].Message, c.rule.Doc)
		}
	}
	return ""
}

// without returns the sentence without the words that are passed over.
func (c *compiled) without(in *place) string {
	if c.passing == nil || !in.may(c.passing) {
		return in.sentence
	}
	return c.passing.ReplaceAllString(in.sentence, "□")
}

func (c *compiled) letsGo(in *place, bare string, byName bool) bool {
	return c.unless != nil && in.may(c.unless) && c.unless.MatchString(bare) || c.refers(in, bare, byName)
}

// refers reports whether a sentence rests on a law by its own words.
func (c *compiled) refers(in *place, bare string, byName bool) bool {
	if c.named == nil {
		return false
	}
	return !byName && in.mayBelow(c.lawful) && c.lawful.MatchString(in.lead+bare) ||
		in.mayBelow(c.named) && c.named.MatchString(in.lead+bare)
}
