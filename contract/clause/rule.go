package clause

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/cue"
)

// A Rule is one cue as data: words that, standing in a sentence, show what a reviewer should look at.
//
// Signs, Passing and Unless are regular expressions as package regexp has them. A sentence is judged without the words that
// Passing names; it is let go when it has one of Unless.
type Rule struct {
	Code        fazhi.Code
	Rule        string // of package law: "C4"; empty: the rule is about the text itself
	Doc         string // one sentence, Chinese
	Basis       string
	Unconfirmed bool // the article was not compared with a published text; issues say so
	Severity    fazhi.Severity
	From        fazhi.Date // of the basis; zero is open
	Until       fazhi.Date
	Sorts       []string // kinds of contracts (合同类型) that it judges; empty: all
	Except      []string // kinds that it does not judge
	// Administrative says that it judges only what the record calls an administrative agreement (行政协议), or, when the record
	// is silent, contracts of Sorts.
	Administrative bool
	// Award says that it judges only contracts that were procured or tendered (政府采购、招标投标). A text without a record may be
	// one.
	Award bool
	// Unsigned says that signature blocks are not judged while the record has no day of signing: they are filled in by hand.
	Unsigned bool
	Signs    []Sign
	Passing  []string
	Unless   []string

	look func(*Draft, say) // of a rule that compares; nil: Signs
}

// say reports something at a place.
type say func(at fazhi.Path, message string)

// A Sign is one group of words of a rule, and what is said where they stand.
type Sign struct {
	Words   string
	Message string // Chinese; empty: the Doc of the rule
	Bare    bool   // the words say no themselves (不负责任), so a 不得 before them does not matter
	// A first group in Words, without Above, is the part of them in which, and right before which, a no denies them: what the subject
	// does not do in an earlier part of the sentence does not matter.
	//
	// Above makes the first group of Words a number, in digits or Chinese numerals: the sign counts only
	// when it is larger, and then whatever stands before it.
	Above int
}

// mostFindings is how often one rule reports in one text.
const mostFindings = 500

// negations are words that, standing before a sign in the same part of a sentence, forbid or deny what it means.
var negations = cue.MustCompile(`不[得应可会予能以再作做设提申许准为对]|不(?:需|需要|要求|提供|承担|存在|适用|采用|接受|选择|包括|使用|属于|承诺|保证)|严?禁止?|均不|并不|也不|无权|无需|无须|拒绝|避免|防止|而非|并非|反对`)

// reach is how many bytes before a sign a negation is looked for.
const reach = 150

// A compiled rule is ready for use.
type compiled struct {
	rule            Rule
	lexicon         *cue.Lexicon
	signs           []*cue.Expression
	passing, unless *cue.Expression // nil: none
}

// check makes the check of a rule. The error says every expression that is wrong.
func (r Rule) check(lexicon *cue.Lexicon) (fazhi.Check, error) {
	c := compiled{rule: r, lexicon: lexicon}
	var faults []error
	compile := func(expressions ...string) *cue.Expression {
		if len(expressions) == 0 {
			return nil
		}
		e, err := cue.Compile(expressions...)
		if err != nil {
			faults = append(faults, fmt.Errorf("clause: 规则 %s：%w", r.Code, err))
			return nil
		}
		lexicon.Add(e)
		return e
	}
	for _, s := range r.Signs {
		e := compile(s.Words)
		if c.signs = append(c.signs, e); e != nil && s.Above > 0 && e.NumSubexp() == 0 {
			faults = append(faults, fmt.Errorf("clause: 规则 %s：要比较的数没有加括号", r.Code))
		}
	}
	if len(r.Signs) == 0 && r.look == nil {
		faults = append(faults, fmt.Errorf("clause: 规则 %s：没有用语", r.Code))
	}
	c.passing, c.unless = compile(r.Passing...), compile(r.Unless...)
	return fazhi.Check{
		Code: r.Code, Kind: Kind, Doc: r.Doc, Basis: r.basis(), Severity: r.Severity, From: r.From, Until: r.Until,
		Run: fazhi.For(c.run),
	}, errors.Join(faults...)
}

func (r Rule) basis() string {
	if r.Unconfirmed {
		return r.Basis + "（尚未与原文核对）"
	}
	return r.Basis
}

// judges reports whether a rule is for a contract.
func (r *Rule) judges(d *Draft) bool {
	if slices.Contains(r.Except, d.sort) {
		return false
	}
	if r.Award && d.contract.Serial != "" && !d.contract.Procurement && !d.contract.Tendered {
		return false
	}
	if a := d.contract.Administrative; r.Administrative && a != nil {
		return *a
	}
	return len(r.Sorts) == 0 && !r.Administrative || slices.Contains(r.Sorts, d.sort)
}

// run reports each line once for each thing that it says.
func (c *compiled) run(_ context.Context, p *fazhi.Pass, d *Draft) error {
	if !c.rule.judges(d) {
		return nil
	}
	type finding struct {
		at      fazhi.Path
		message string
	}
	said := map[finding]bool{}
	report := func(at fazhi.Path, message string) {
		f := finding{at, cmp.Or(message, c.rule.Doc)}
		if !said[f] && len(said) < mostFindings {
			said[f] = true
			p.Report(f.at, f.message)
		}
	}
	if c.rule.look != nil {
		c.rule.look(d, report)
	}
	c.read(d, report)
	return nil
}

// read looks for the signs.
func (c *compiled) read(d *Draft, report say) {
	found, all := d.sightings(c.lexicon)
	if !slices.ContainsFunc(c.signs, func(e *cue.Expression) bool { return e.In(all) }) {
		return
	}
	for i := range d.units {
		u := &d.units[i]
		if c.rule.Unsigned && u.section == inSignature && d.contract.Signed.IsZero() {
			continue
		}
		for j, s := range u.sentences {
			if at, sign := c.judge(s.text, found[i][j]); sign != nil {
				report(u.at(s.at+at), sign.Message)
			}
		}
	}
}

// judge returns where in a sentence the first sign stands that counts, and the sign; nil for none.
func (c *compiled) judge(text string, has cue.Set) (int, *Sign) {
	bare := ""
	for i, e := range c.signs {
		if !e.In(has) {
			continue
		}
		if bare == "" {
			if c.unless != nil && c.unless.In(has) && c.unless.MatchString(text) {
				return 0, nil
			}
			bare = c.without(text, has)
		}
		sign := &c.rule.Signs[i]
		for _, at := range e.FindAllStringSubmatchIndex(bare, mostMatches) {
			if sign.counts(bare, at) {
				return at[0], sign
			}
		}
	}
	return 0, nil
}

// mostMatches is how many places of one sentence are tried.
const mostMatches = 50

// without returns the sentence with the words that are passed over blotted out; places stay as they are.
func (c *compiled) without(text string, has cue.Set) string {
	if c.passing == nil || !c.passing.In(has) {
		return text
	}
	return c.passing.ReplaceAllStringFunc(text, func(s string) string { return strings.Repeat("-", len(s)) })
}

// counts reports whether a match is one: nothing before it says no, and its number is large enough.
func (s *Sign) counts(text string, at []int) bool {
	if s.Above > 0 {
		n, ok := thousandths(text[at[2]:at[3]])
		return ok && n > int64(s.Above)*1000 // 不得超过 belongs to the number
	}
	from := at[0]
	if len(at) > 2 && at[2] >= 0 {
		from = at[2]
	}
	return s.Bare || !denied(text, from, at[1])
}

// twice says no to a no: 不得拒绝 is a duty.
var twice = cue.MustCompile(`不[得能应可会][^。；，]{0,10}(?:拒绝|拒不|推诿|推脱|推辞)|不得不`)

// denied reports whether the part of a sentence up to the end of a match says no: 不得提供担保, 甲方不为乙方提供担保.
func denied(text string, from, to int) bool {
	before := text[max(0, from-reach):to]
	begin := from - max(0, from-reach)
	if i := strings.LastIndexAny(before[:begin], "，,：:"); i >= 0 {
		before = before[i:]
	}
	if twice.May(before) {
		before = twice.ReplaceAllStringFunc(before, func(string) string { return "" })
	}
	return negations.May(before) && negations.MatchString(before)
}
