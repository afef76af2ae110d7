package documents

import (
	"cmp"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen/form"
	"github.com/fazhi-go/fazhi/mediation/dispute"
)

// RefusalValues returns what is known for the fields of Refusal. That a dispute should not be accepted has several grounds; which it
// is, and its basis, whoever writes the letter says.
func RefusalValues(d *dispute.Dispute) form.Values {
	v := with(d, form.Values{fieldParties: partyNames(d)})
	if n := len(d.Referrals); n > 0 {
		v["收到日期"] = cmp.Or(d.Referrals[n-1].Material, d.Referrals[n-1].Sent)
	}
	if e := d.Ended; e != nil {
		v["途径"], v[fieldDate] = e.Advice, e.On
		if e.Why == endRefused {
			v["情形"] = refusesOne
		}
	}
	return v
}

// EndValues returns what is known for the fields of End.
func EndValues(d *dispute.Dispute) form.Values {
	v := with(d, form.Values{fieldParties: partyNames(d), "受理日期": d.Accepted})
	if e := d.Ended; e != nil {
		v["终止日期"], v["终止情形"], v["途径"], v[fieldDate] = e.On, e.Why, e.Advice, e.On
		if e.Why == endLate && d.Sort == "医疗" && !d.Accepted.Before(fazhi.DateOf(2018, 10, 1)) {
			v["期限依据"] = "《医疗纠纷预防和处理条例》第三十八条"
		}
	}
	return v
}

// ConfirmationValues returns what is known for the fields of Confirmation.
func ConfirmationValues(d *dispute.Dispute) form.Values {
	v := with(d, form.Values{fieldParties: people(d), "生效日期": d.Effective().On})
	if a := d.Agreement; a != nil {
		v["协议形式"], v["协议编号"], v["达成日期"], v["协议内容"] = agreementForm(d), a.Number, a.Agreed, ended(a.Terms)
	}
	if c := d.Court; c != nil {
		v["法院"], v["材料"], v["申请日期"] = c.Court, c.Materials, c.Applied
	}
	return v
}

func agreementForm(d *dispute.Dispute) string {
	if d.Agreement.Oral {
		return "口头"
	}
	return "书面"
}

func agreedOn(a *dispute.Agreement) fazhi.Date {
	if a == nil {
		return fazhi.Date{}
	}
	return a.Agreed
}
