package normdoc

import (
	"errors"
	"fmt"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/numbering"
)

// The series that Flow draws from, and the index number (索引号), which a system gives when it publishes.
const (
	RegistrationSeries = "登记号"
	NumberSeries       = "发文字号"
	IndexSeries        = "索引号"
)

// A NumberRule is how one series of numbers is written, as data: a pattern of package numbering, in which {organ} stands
// for the code of the organ. Places have nothing in common but that: RCDR-{year}-{organ}{serial:4} with 001 for the
// government and 002 for its office, HFGS—{year}—{serial}, QZ01104-3000-{year}-{serial:5}.
type NumberRule struct {
	Series  string      `json:"series"`
	Pattern string      `json:"pattern"`
	Organs  []OrganCode `json:"organs,omitempty"` // those that {organ} stands for; none without {organ}
}

// An OrganCode is the code of one organ in numbers.
type OrganCode struct {
	Organ string `json:"organ"` // as register.Scope names it
	Code  string `json:"code"`
}

// ErrNumberRule is returned, wrapped, for a rule that cannot be used.
var ErrNumberRule = errors.New("编号规则有误")

// ErrOrgan is returned, wrapped, for an organ that has no code in a rule.
var ErrOrgan = errors.New("编号规则中没有这个机关的代码")

// Numbers are the numbers of one series, made from a rule. They do not change and may be used by several goroutines. The
// zero Numbers has none.
type Numbers struct {
	series  string
	schemes []organScheme
}

type organScheme struct {
	organ  string // empty: any
	scheme numbering.Scheme
}

const organField = "{organ}"

// NewNumbers checks a rule. The error is ErrNumberRule and says everything that is wrong with it.
func NewNumbers(rule NumberRule) (*Numbers, error) {
	var wrong []error
	if rule.Series == "" {
		wrong = append(wrong, errors.New("没有系列的名称"))
	}
	if strings.Contains(rule.Pattern, organField) != (len(rule.Organs) > 0) {
		wrong = append(wrong, errors.New("{organ} 和机关代码应当都有，或者都没有"))
	}
	organs := rule.Organs
	if len(organs) == 0 {
		organs = []OrganCode{{}}
	}
	n := &Numbers{series: rule.Series}
	for i, o := range organs {
		if len(rule.Organs) > 0 {
			wrong = append(wrong, o.vet(organs[:i]))
		}
		scheme, err := numbering.Parse(strings.ReplaceAll(rule.Pattern, organField, o.Code))
		if err != nil {
			wrong = append(wrong, err)
			break // the next organ would say the same
		}
		n.schemes = append(n.schemes, organScheme{organ: o.Organ, scheme: scheme})
	}
	if err := errors.Join(wrong...); err != nil {
		return nil, fmt.Errorf("normdoc: %w：%w", ErrNumberRule, err)
	}
	return n, nil
}

// vet says what is wrong with a code.
func (o OrganCode) vet(before []OrganCode) error {
	if o.Organ == "" || o.Code == "" || strings.ContainsAny(o.Code, "{}") {
		return errors.New("机关或者代码为空，或者代码含有花括号")
	}
	for _, b := range before {
		if b.Organ == o.Organ || b.Code == o.Code {
			return errors.New("机关或者代码重复")
		}
	}
	return nil
}

// Series returns the name of the series.
func (n *Numbers) Series() string { return n.series }

// Number writes the number of a slot by the code of its Organ. It is a numbering.Numberer. The error is ErrOrgan, or
// numbering.ErrNumber.
func (n *Numbers) Number(slot numbering.Slot) (string, error) {
	for i := range n.schemes {
		if o := &n.schemes[i]; o.organ == "" || o.organ == slot.Organ {
			return o.scheme.Number(slot)
		}
	}
	return "", fmt.Errorf("normdoc: %w", ErrOrgan)
}

var _ numbering.Numberer = (&Numbers{}).Number

// Read reads what Number wrote: the slot with Organ, Series, Year and Serial. Anything else is numbering.ErrNumber, or
// numbering.ErrCheck.
func (n *Numbers) Read(text string) (numbering.Slot, error) {
	err := fmt.Errorf("normdoc: %w", numbering.ErrNumber)
	for i := range n.schemes {
		o := &n.schemes[i]
		slot, wrong := o.scheme.Read(text)
		if wrong == nil {
			slot.Organ, slot.Series = o.organ, n.series
			return slot, nil
		}
		if len(n.schemes) == 1 || errors.Is(wrong, numbering.ErrCheck) {
			err = wrong
		}
	}
	return numbering.Slot{}, err
}

// Next returns the number after text, of the same organ and year. It does not count: see register.Book.
func (n *Numbers) Next(text string) (string, error) {
	slot, err := n.Read(text)
	if err != nil {
		return "", err
	}
	slot.Serial++
	return n.Number(slot)
}

// Series returns the series of the profile's number rules for a book: each begins anew in each year, if its number shows
// the year. The error joins what is wrong with the rules.
func (p Profile) Series() ([]register.Series, error) {
	var all []register.Series
	var wrong []error
	for _, rule := range p.Numbers {
		n, err := NewNumbers(rule)
		if err != nil {
			wrong = append(wrong, err)
			continue
		}
		all = append(all, register.Series{Name: n.series, Number: n.Number, Continuous: !n.schemes[0].scheme.Yearly()})
	}
	if err := errors.Join(wrong...); err != nil {
		return nil, err
	}
	return all, nil
}

// numberChecks hold the numbers of the ledger against the profile's rules.
func numberChecks(p Profile) ([]fazhi.Check, error) {
	var checks []fazhi.Check
	for _, rule := range p.Numbers {
		n, err := NewNumbers(rule)
		if err != nil {
			return nil, err
		}
		if c, ok := n.check(p.rule()); ok {
			checks = append(checks, c)
		}
	}
	return checks, nil
}
