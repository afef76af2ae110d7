package documents

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen/form"
	"github.com/fazhi-go/fazhi/internal/han"
	"github.com/fazhi-go/fazhi/mediation/dispute"
)

// RightsValues returns what is known for the fields of Rights: its date, if all parties were told on one day.
func RightsValues(d *dispute.Dispute) form.Values {
	var on fazhi.Date
	for i, p := range d.Parties {
		if i > 0 && p.Informed != on {
			on = fazhi.Date{}
			break
		}
		on = p.Informed
	}
	return with(d, form.Values{fieldParties: partyNames(d), fieldDate: on})
}

// RecordValues returns what is known for the fields of Record of one talk. What was said is put in by whoever took it down.
func RecordValues(d *dispute.Dispute, talk int) form.Values {
	v := with(d, form.Values{fieldParties: partyNames(d), fieldMediators: mediators(d), "参与人": invited(d)})
	if talk < 0 || talk >= len(d.Talks) {
		return v
	}
	s := &d.Talks[talk]
	v["次序"], v["调解日期"], v["结果"] = "第"+han.Numeral(talk+1)+"次", s.On, s.Outcome
	switch {
	case s.Online:
		v["方式"] = "在线调解"
	case s.Place != "":
		v["方式"], v["地点"] = "现场调解", sentence(s.Place)
	}
	return v
}

// InquiryValues returns what is known for the fields of Inquiry: of the inquiry itself a dispute says nothing.
func InquiryValues(d *dispute.Dispute) form.Values { return common(d) }

// VisitValues returns what is known for the fields of Visit of one visit. That no trouble was found is for the visitor to say.
func VisitValues(d *dispute.Dispute, visit int) form.Values {
	v := with(d, form.Values{fieldParties: partyNames(d), "协议日期": agreedOn(d.Agreement)})
	if visit < 0 || visit >= len(d.Visits) {
		return v
	}
	x := &d.Visits[visit]
	v["回访日期"], v["履行情况"], v["满意程度"] = x.On, x.Performed, x.Satisfied
	if x.Hidden {
		v["隐患"] = "有隐患"
	}
	return v
}
