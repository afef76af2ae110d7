package guard

import (
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
)

// A trail is what the entries of a contract say of its content.
type trail struct {
	last     document // as it is now
	reviewed document // of a review that stands
	agreed   document // what is to be signed, then what was
	change   document // of the review of a change that stands
	signed   bool
}

// fresh are the steps from which a contract is reviewed anew, or is not reviewed yet.
func fresh() []string {
	return []string{"草拟", "送审", "退回补正", "补正", "审查未通过", "中标待审"}
}

// drafting are the steps that bring the draft of a change.
func drafting() []string { return []string{"变更送审", "变更审查未通过"} }

// take follows an entry. A correction changes what stands in the book, and what was reviewed and agreed only if one of the roles made
// it.
func (t *trail) take(e *register.Entry, roles []string) error {
	if e.Act == register.Refused {
		return nil
	}
	if len(e.Doc) > 0 {
		doc, err := parse(e.Doc)
		if err != nil {
			return err
		}
		t.last = doc
	}
	switch e.Act {
	case register.Added, register.Stepped:
		t.step(e.Step)
	case register.Corrected:
		if slices.Contains(roles, e.Role) {
			t.correct()
		}
	}
	return nil
}

// correct puts the last document in the place of those that count.
func (t *trail) correct() {
	for _, d := range []*document{&t.reviewed, &t.agreed, &t.change} {
		if *d != nil {
			*d = t.last
		}
	}
}

func (t *trail) step(step string) {
	switch {
	case slices.Contains(fresh(), step):
		t.reviewed, t.agreed = nil, nil
	case step == "审查":
		t.reviewed, t.agreed = t.last, t.last
	case step == "中标成交":
		t.agreed = t.last
	case step == "签订":
		t.agreed, t.signed = t.last, true
	case step == "变更审查":
		t.change = t.last
	case slices.Contains(drafting(), step):
		t.change = nil
	case step == "变更", step == "解除":
		t.agreed, t.change = t.last, nil
	}
}

// A measure is a document that another is held against, and how.
type measure struct {
	document
	code   fazhi.Code
	what   string // in Chinese
	advice string
	award  bool // the award may settle what is open
	exact  bool // no further changes may follow
	asked  bool // the review asked for changes (修改后通过)
}

// measure returns what an attempt is held against, nil where it brings new content or the trail has nothing.
func (t *trail) measure(a *register.Attempt) *measure {
	step, corrects := a.Step, a.Act == register.Corrected
	if corrects {
		step = a.Last.Step
	}
	reviews := step == "审查" || step == "变更审查"
	effect := step == "变更" || step == "解除"
	switch {
	case slices.Contains(fresh(), step), slices.Contains(drafting(), step), step == "终止签订", reviews && !corrects:
		return nil
	case t.change != nil && (step == "变更审查" || effect && !corrects && a.Last.Step == "变更审查"):
		return &measure{
			document: t.change, code: CodeChange, what: "变更审查时", advice: "，应当重新送审", exact: true, asked: t.change.lastChange() == passesAfter,
		}
	case t.agreed == nil:
		return nil
	case t.signed:
		return &measure{document: t.agreed, code: CodeSigned, what: "签订、变更时", advice: "，应当先经变更审查"}
	}
	m := &measure{document: t.agreed, code: CodeReviewed, what: "审查时", advice: "，应当重新送审", asked: t.agreed.text("opinion") == passesAfter}
	if step == "中标成交" && t.reviewed != nil && !corrects {
		m.document, m.award = t.reviewed, t.reviewed["procurement"] == true || t.reviewed["tendered"] == true
	}
	return m
}

// passesAfter is the opinion that asks for changes.
const passesAfter = "修改后通过"
