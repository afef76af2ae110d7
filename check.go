package fazhi

import (
	"context"
	"errors"
	"fmt"
	"strings"
)

// A Check is one rule, as a value: what it is called, which documents it judges, on which article it rests, and from
// when until when that article is in force.
//
// From and Until are the first and the last day; zero means open. Run reports through the Pass and returns an error
// only when it could not do its work. It must not change the document and must not depend on anything but the Pass; it
// may be called from several goroutines at once.
type Check struct {
	Code     Code
	Kind     Kind     // documents it judges; empty: all
	Doc      string   // one sentence for a lawyer, in Chinese
	Basis    string   // article, clause or local rule
	Severity Severity // of the issues it reports
	From     Date
	Until    Date
	Run      func(context.Context, *Pass) error
}

// InForce reports whether the check is in force on a day. On the zero Date, a day that is not known, every check is.
func (c *Check) InForce(on Date) bool {
	return on.IsZero() || (c.From.IsZero() || !on.Before(c.From)) && (c.Until.IsZero() || !on.After(c.Until))
}

// A Pass is one run of one check over one document. LawOn is the day whose law decides, Today the day of the run.
type Pass struct {
	Doc    Document
	LawOn  Date
	Today  Date
	check  *Check
	issues Issues
}

// Report notes that something is wrong at a path. The message is Chinese and holds no value of the document.
func (p *Pass) Report(at Path, message string) {
	i := Issue{Code: p.check.Code, Severity: p.check.Severity, Path: at, Message: message, Basis: p.check.Basis}
	if d, ok := p.Doc.(Located); ok {
		i.Origin, _ = d.Origin(at)
	}
	p.issues = append(p.issues, i)
}

// For turns a function that judges documents of one Go type into the Run of a Check. A document of another type is an
// error of the program.
func For[D Document](run func(context.Context, *Pass, D) error) func(context.Context, *Pass) error {
	return func(ctx context.Context, p *Pass) error {
		d, ok := p.Doc.(D)
		if !ok {
			return fmt.Errorf("不能用于 %T", p.Doc)
		}
		return run(ctx, p, d)
	}
}

// Validate runs the checks that are in force on lawOn and judge d's kind, in the order given, and returns everything
// they found: a case of 2023 is judged by the law of 2023. The error says which checks could not do their work; the
// issues of the others are returned all the same. A cancelled context ends the run.
func Validate(ctx context.Context, d Document, lawOn, today Date, checks []Check) (Issues, error) {
	var found Issues
	var failed []error
	p := Pass{Doc: d, LawOn: lawOn, Today: today}
	for i := range checks {
		c := &checks[i]
		if !c.InForce(lawOn) || c.Kind != "" && c.Kind != d.Kind() {
			continue
		}
		if err := ctx.Err(); err != nil {
			return found, errors.Join(append(failed, err)...)
		}
		if c.Run == nil {
			failed = append(failed, fmt.Errorf("fazhi: 检查项 %s：没有 Run", c.Code))
			continue
		}
		p.check, p.issues = c, nil
		if err := c.Run(ctx, &p); err != nil {
			failed = append(failed, fmt.Errorf("fazhi: 检查项 %s：%w", c.Code, err))
		}
		found = append(found, p.issues...)
	}
	return found, errors.Join(failed...)
}

// VetChecks says everything that is wrong with a list of checks, before the first document is seen: malformed or
// double codes, missing functions, explanations or bases, dates in the wrong order.
func VetChecks(checks []Check) error {
	var faults []error
	seen := make(map[Code]bool, len(checks))
	for i := range checks {
		c := &checks[i]
		say := func(message string) {
			faults = append(faults, fmt.Errorf("fazhi: 第 %d 个检查项 %q：%s", i+1, c.Code, message))
		}
		if !c.Code.WellFormed() {
			say("代码应为小写字母、数字、连字符，以斜线分段")
		}
		if seen[c.Code] {
			say("代码重复")
		}
		seen[c.Code] = true
		if c.Run == nil {
			say("没有 Run")
		}
		if c.Doc == "" {
			say("没有说明")
		}
		if c.Basis == "" {
			say("没有依据")
		}
		if !c.From.IsZero() && !c.Until.IsZero() && c.Until.Before(c.From) {
			say("失效日期早于生效日期")
		}
	}
	return errors.Join(faults...)
}

// WellFormed reports whether a code has at least two segments of lower-case letters, digits and hyphens.
func (c Code) WellFormed() bool {
	parts := strings.Split(string(c), "/")
	for _, part := range parts {
		if part == "" || strings.Trim(part, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
			return false
		}
	}
	return len(parts) > 1
}
