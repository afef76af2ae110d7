package main

import (
	"context"
	"fmt"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/journey"
	"github.com/fazhi-go/fazhi/examples/internal/press"
	"github.com/fazhi-go/fazhi/mediation/dispute"
	"github.com/fazhi-go/fazhi/mediation/dossier"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/workday"
)

func (s *session) journey(ctx context.Context, args []string, out *trail) error {
	tale, err := tell(args)
	if err != nil {
		return err
	}
	t, err := newTraveller(tale, out)
	if err != nil {
		return fmt.Errorf("这份历程不能使用，见样例：%w", err)
	}
	if t.press, err = press.New(s.out, args...); err != nil {
		return err
	}
	for i := range tale.Steps {
		if err := t.take(ctx, &tale.Steps[i]); err != nil {
			return fmt.Errorf("%s（%s）：%w", tale.Steps[i].Step, tale.Steps[i].On, err)
		}
	}
	out.Lines, out.Surprises = t.Lines, t.Surprises
	out.Trail, err = t.Trail(ctx)
	return err
}

// A traveller takes a dispute on the journey of a story.
type traveller struct {
	*journey.Traveller
	story  *story
	out    *trail
	checks []fazhi.Check
	press  *press.Press
	doc    *dispute.Dispute // of the step that was tried last
}

func newTraveller(s *story, out *trail) (*traveller, error) {
	calendar, err := workday.StateCouncil()
	if err != nil {
		return nil, err
	}
	t, rules := &traveller{story: s, out: out}, s.Place.profile(calendar)
	if t.checks, err = dispute.Checks(rules); err != nil {
		return nil, err
	}
	t.Traveller, err = journey.New(journey.Plan{Organ: s.Organ, Flow: dispute.Flow(rules), Calendar: calendar, Read: t.read, Judge: t.judge})
	return t, err
}

// take tries one step, and writes its papers.
func (t *traveller) take(ctx context.Context, s *stage) error {
	refused, err := t.Take(ctx, &s.Stage)
	if err != nil || refused {
		return err
	}
	return t.write(s.Papers)
}

// read reads what is tried. Dangers that were seen are told at once, also where the step is refused.
func (t *traveller) read(d journey.Draft) (_ fazhi.Document, err error) {
	if t.doc, err = disputeOf(d); err == nil {
		t.warn(t.doc)
	}
	return t.doc, err
}

// warn notes what has to be reported at once, each once.
func (t *traveller) warn(d *dispute.Dispute) {
	for _, a := range dispute.Alerts(d, t.Today) {
		if a.Urgent && !slices.ContainsFunc(t.out.Alerts, func(b dispute.Alert) bool { return a.ID == b.ID }) {
			t.out.Alerts = append(t.out.Alerts, a)
		}
	}
}

// judge is the hook before a step: it runs the checks from acceptance on, those of the file before it is closed, and refuses what
// has an error. That an agreement has no effect yet is for the gate of 协议生效 to say.
func (t *traveller) judge(ctx context.Context, a *register.Attempt) ([]string, error) {
	judged := []string{"quanyuan/checks@1.0.0"}
	d, ok := a.Doc.(*dispute.Dispute)
	if !ok || d.Accepted.IsZero() {
		return judged, nil
	}
	issues, err := fazhi.Validate(ctx, d, d.LawOn(a.On), a.On, t.checks)
	if err != nil {
		return nil, err
	}
	if a.Step == "归档" {
		issues = append(issues, dossier.Profile{}.Issues(d, t.story.Archive)...)
	}
	t.Line.Judged = fmt.Sprintf("检查发现错误 %d，警告 %d", issues.Count(fazhi.Error), issues.Count(fazhi.Warning))
	grave := slices.DeleteFunc(issues, func(i fazhi.Issue) bool {
		return i.Severity != fazhi.Error || i.Code == "mediation/agreement/effect"
	})
	if len(grave) > 0 {
		return judged, &register.Refusal{Code: "quanyuan/mediation/checks", Reason: grave[0].Message, Issues: grave}
	}
	return judged, nil
}
