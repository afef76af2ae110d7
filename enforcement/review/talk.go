package review

import (
	"strings"

	"github.com/fazhi-go/fazhi/rules/rubric"
)

// Apart is what the sheet of a talk offers beside the verdicts: on this item the two sides do not agree (不能一致). The item
// is read as one that is not judged, whose reason begins with Apart, so that the opinion stays open and yet is complete: it
// goes to Opinions.Add, Settle does not count the talk, and the file waits for the third reviewer.
const Apart = "不能一致"

const apartBecause = Apart + "："

// apartOn reports whether a mark of a talk says that there is no agreement.
func apartOn(m *rubric.Mark) bool {
	return m.Verdict == rubric.NotJudged && (m.Reason == Apart || strings.HasPrefix(m.Reason, apartBecause))
}

// apart reads the row of an item on which a talk has not come to an agreement.
func (r *rowReader) apart(auto *rubric.Mark, item *rubric.Item) rubric.Mark {
	m := rubric.Mark{Item: item.ID, Reason: Apart}
	if said := r.row.Reason; said != "" && said != auto.Reason {
		m.Reason = apartBecause + said
	}
	switch {
	case auto.Verdict != rubric.NotJudged:
		r.fault(ChangedAuto, "verdict", "双方一致的项目不得更改")
	case r.row.Taken != "" || r.row.Times != "":
		r.fault(BadTaken, "taken", "不能一致的，不填扣分和处数")
	case len(m.Reason) > rubric.MaxText:
		r.fault(BadReason, "reason", tooLong)
	}
	return m
}

const tooLong = "理由太长"

// wrongVerdict names the choices.
func (r *rowReader) wrongVerdict() {
	if r.task.Role == Agreed {
		r.fault(BadVerdict, "verdict", "应当是合格、不合格、不适用或者不能一致")
		return
	}
	r.fault(BadVerdict, "verdict", "应当是合格、不合格或者不适用")
}
