package documents

import (
	"maps"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen/form"
	"github.com/fazhi-go/fazhi/mediation/dispute"
)

// referred returns what the letters about a referral have in common, and the referral, nil if there is none of this number.
func referred(d *dispute.Dispute, n int) (form.Values, *dispute.Referral) {
	v := form.Values{fieldMatter: matter(d), fieldParties: partyNames(d)}
	if n < 0 || n >= len(d.Referrals) {
		return v, nil
	}
	r := &d.Referrals[n]
	v["移送单位"], v["接收单位"] = r.From, r.To
	return v, r
}

// numbered puts in the number of a letter as what it is: 文号 if it is a 发文字号, else 函号.
func numbered(v form.Values, number string) {
	if _, err := fazhi.ParseNumber(number); err == nil {
		v["文号"] = number
		return
	}
	v["函号"] = number
}

// ReferralValues returns what is known for the fields of Referral of one referral.
func ReferralValues(d *dispute.Dispute, n int) form.Values {
	v, r := referred(d, n)
	v[fieldFacts], v["同意情况"] = d.Facts, consent(d)
	if r != nil {
		maps.Copy(v, form.Values{"移送方式": r.Channel, "协办单位": r.Joint, "反馈期限": r.Due, fieldDate: r.Sent})
		numbered(v, r.Number)
	}
	return v
}

// ReferralRefusalValues returns what is known for the fields of ReferralRefusal of one referral.
func ReferralRefusalValues(d *dispute.Dispute, n int) form.Values {
	v, r := referred(d, n)
	if r != nil {
		maps.Copy(v, form.Values{"来函日期": r.Sent, "来函文号": r.Number, "拒绝日期": r.Refused, "拒绝理由": r.Reason, fieldDate: r.Refused})
		numbered(v, r.Letter)
	}
	return v
}

// ReferralResultValues returns what is known for the fields of ReferralResult of one referral: the result as it was fed back, else how
// mediation ended.
func ReferralResultValues(d *dispute.Dispute, n int) form.Values {
	v, r := referred(d, n)
	v["办理结果"] = outcome(d)
	if d.Agreement != nil {
		v["协议编号"] = d.Agreement.Number
	}
	if r != nil {
		maps.Copy(v, form.Values{"来函日期": r.Sent, "来函文号": r.Number, "接收日期": r.Accepted, "退回日期": r.Returned, fieldDate: r.Fed})
		if r.Result != "" {
			v["办理结果"] = r.Result
		}
	}
	return v
}

// outcome says how mediation ended; nothing while it goes on.
func outcome(d *dispute.Dispute) string {
	switch {
	case d.Agreement != nil && !d.Agreement.Agreed.IsZero():
		return "经调解，各方当事人于" + d.Agreement.Agreed.Chinese() + "达成" + agreementForm(d) + "调解协议。"
	case d.Ended != nil && !d.Ended.On.IsZero():
		return "没有达成调解协议，已于" + d.Ended.On.Chinese() + "终止调解。"
	}
	return ""
}
