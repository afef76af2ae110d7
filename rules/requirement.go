package rules

import (
	"context"
	"fmt"
	"strings"
	"unicode"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// Codes of issues of requirements.
const (
	BadCode       fazhi.Code = "rules/check/code"     // no code, or not one
	DoubleCode    fazhi.Code = "rules/check/double"   // another check has it
	NoMessage     fazhi.Code = "rules/check/message"  // nothing to say
	NoCheckBasis  fazhi.Code = "rules/check/basis"    // no article, no local rule
	BadCheckDates fazhi.Code = "rules/check/dates"    // it ends before it begins
	NoMeets       fazhi.Code = "rules/check/meets"    // no 合格条件, so that nothing can be wrong
	LongText      fazhi.Code = "rules/check/text"     // too long, or with control characters
	BadSeverity   fazhi.Code = "rules/check/severity" // no such severity
)

// A Requirement is a check typed by officials (检查项): documents for which Applies holds must fulfil Meets, else Message
// is said with Basis. Code is theirs, "licheng/contract/amount", and begins with their own name; From and Until are the
// first and the last day on which the requirement is in force, zero is open. Requirements are data: CheckWith makes
// checks of them.
//
// At says where the requirement stands in its file, by the paths "/code" and "/meets/0/value"; nil when it was not read
// from one.
type Requirement struct {
	Code     fazhi.Code         `json:"code"`
	Message  string             `json:"message"`
	Basis    string             `json:"basis"`
	Severity fazhi.Severity     `json:"severity"`
	From     fazhi.Date         `json:"from,omitzero"`
	Until    fazhi.Date         `json:"until,omitzero"`
	Applies  []rubric.Condition `json:"applies,omitempty"`
	Meets    []rubric.Condition `json:"meets,omitempty"`

	At fazhi.Located `json:"-"`
}

// CheckWith appends the checks that requirements make for documents of a kind to checks that there are, whose codes
// they may not have. With any fault the checks come back as they were, with the issues that name all faults by row and
// column; without origins they have the path "/2/meets/0/field" of the third requirement.
//
// A check reports the place of the first condition that does not hold; its run allocates only what it reports.
func CheckWith[T fazhi.Document](checks []fazhi.Check, v *Vocabulary[T], kind fazhi.Kind, list []Requirement) ([]fazhi.Check, fazhi.Issues) {
	seen := make(map[fazhi.Code]bool, len(checks)+len(list))
	for i := range checks {
		seen[checks[i].Code] = true
	}
	made := checks[:len(checks):len(checks)]
	var issues fazhi.Issues
	for i := range list {
		r := &list[i]
		c := &compiler[T]{vocabulary: v, relations: relations(), at: r.At, issues: r.vet(seen)}
		applies := c.list("/applies", "“"+string(r.Code)+"”的适用条件，", r.Applies)
		meets := c.list("/meets", "“"+string(r.Code)+"”的合格条件，", r.Meets)
		rubric.Locate(c.issues, r.At)
		for _, issue := range c.issues {
			issue.Path = fazhi.At(i) + issue.Path
			issues = append(issues, issue)
		}
		seen[r.Code] = true
		made = append(made, fazhi.Check{Code: r.Code, Kind: kind, Doc: r.Message, Basis: r.Basis, Severity: r.Severity,
			From: r.From, Until: r.Until, Run: fazhi.For(required(applies, meets, r.Message))})
	}
	if len(issues) > 0 {
		return checks, issues
	}
	return made, nil
}

// Extend is CheckWith for programs that take faults as an error, which wraps a *fazhi.InvalidError with all of them.
func Extend[T fazhi.Document](checks []fazhi.Check, v *Vocabulary[T], kind fazhi.Kind, list []Requirement) ([]fazhi.Check, error) {
	made, issues := CheckWith(checks, v, kind, list)
	if err := issues.Err(); err != nil {
		return nil, fmt.Errorf("rules: 自定的检查项：%w", err)
	}
	return made, nil
}

// required returns the run of a check.
func required[T fazhi.Document](applies, meets *compiled[T], message string) func(context.Context, *fazhi.Pass, T) error {
	return func(_ context.Context, p *fazhi.Pass, doc T) error {
		if applies.holds(doc) && !meets.holds(doc) {
			p.Report(meets.failing(doc), message)
		}
		return nil
	}
}

// vet says what is wrong with a requirement by itself and beside the codes that are taken.
func (r *Requirement) vet(seen map[fazhi.Code]bool) fazhi.Issues {
	var issues fazhi.Issues
	say := func(code fazhi.Code, field, message string) {
		issues = append(issues, fazhi.Issue{Code: code, Path: fazhi.At(field), Message: message})
	}
	switch {
	case !isCode(r.Code):
		say(BadCode, "code", "代码应当由小写字母、数字、连字符组成，以斜线分段，如 licheng/contract/amount")
	case seen[r.Code]:
		say(DoubleCode, "code", "代码与另一个检查项重复")
	}
	for _, text := range [...]struct {
		field, title, text string
		code               fazhi.Code
	}{{"message", "说明", r.Message, NoMessage}, {"basis", "依据", r.Basis, NoCheckBasis}} {
		switch {
		case strings.TrimSpace(text.text) == "":
			say(text.code, text.field, "没有"+text.title)
		case len(text.text) > rubric.MaxText || strings.ContainsFunc(text.text, unicode.IsControl):
			say(LongText, text.field, text.title+"太长，或者含有换行或控制字符")
		}
	}
	if r.Severity < fazhi.Error || r.Severity > fazhi.Notice {
		say(BadSeverity, "severity", "没有这种程度")
	}
	if !r.From.IsZero() && !r.Until.IsZero() && r.Until.Before(r.From) {
		say(BadCheckDates, "until", "失效日期早于施行日期")
	}
	if n := len(r.Meets); n == 0 || n > rubric.MaxConditions || len(r.Applies) > rubric.MaxConditions {
		say(NoMeets, "meets", fmt.Sprintf("应当有1至%d个合格条件，至多%d个适用条件", rubric.MaxConditions, rubric.MaxConditions))
	}
	return issues
}

// isCode asks the root package, which alone knows the form of codes.
func isCode(code fazhi.Code) bool {
	return fazhi.VetChecks([]fazhi.Check{{Code: code, Doc: "-", Basis: "-", Run: func(context.Context, *fazhi.Pass) error { return nil }}}) == nil
}
