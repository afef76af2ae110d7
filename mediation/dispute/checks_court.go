package dispute

import (
	"cmp"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/workday"
)

// The articles of 民事诉讼法 and of the court's rules on it have other numbers in every text. A basis names today's first.
const (
	askRule     = "人民调解法第三十三条第一款"
	inviteRule  = "民事诉讼法第二百零五条（2024年之前为第二百零一条）"
	reviewRule  = "民事诉讼法第一百八十七条（2022年之前为第一百八十条）"
	executeRule = "民事诉讼法第二百五十条（2024年之前为第二百四十六条，2022年之前为第二百三十九条）"
	entrustRule = "最高人民法院关于人民法院特邀调解的规定第二十条"
)

// suitRule names an article of the court's rules on 民事诉讼法 by its number since 10 April 2022, and by that before.
func suitRule(now, before string) string {
	return "最高人民法院关于适用民事诉讼法的解释第" + now + "条（2022年4月10日之前为第" + before + "条）"
}

// askingChecks are those of asking a court for confirmation (申请司法确认).
func (j *judge) askingChecks() []fazhi.Check {
	return append([]fazhi.Check{
		{
			Code: "mediation/confirmation/jointly", Kind: mediation.Kind, Basis: askRule, From: lawFrom(),
			Doc: "司法确认由双方当事人共同申请",
			Run: of(jointly),
		},
		{
			Code: "mediation/confirmation/effective", Kind: mediation.Kind, Basis: askRule, From: lawFrom(),
			Doc: "协议生效后才能申请司法确认",
			Run: of(confirmEffective),
		},
		{
			Code: "mediation/confirmation/term", Kind: mediation.Kind, Basis: askRule, From: lawFrom(),
			Doc: "司法确认自调解协议生效之日起三十日内申请；期满前交邮的，不算过期",
			Run: of(j.confirmTerm(false)),
		},
		{
			Code: "mediation/confirmation/term-accepted", Kind: mediation.Kind, Basis: askRule, From: lawFrom(), Severity: fazhi.Warning,
			Doc: "法院已经立案的司法确认申请，记载的申请日期在三十日之内；期满前交邮的，填交邮之日",
			Run: of(j.confirmTerm(true)),
		},
		{
			Code: "mediation/confirmation/court", Kind: mediation.Kind, Basis: inviteRule, From: invitedFrom(),
			Doc: "人民法院邀请调解的，向作出邀请的人民法院申请司法确认；调解组织自行调解的，向有管辖权的人民法院申请",
			Run: of(court),
		},
		{
			Code: "mediation/confirmation/entrusted", Kind: mediation.Kind, Basis: entrustRule, From: courtFrom(),
			Doc: "法院诉中委托调解达成的协议，提交法院审查并制作调解书结案，不申请司法确认；已经撤诉的除外",
			Run: of(entrusted),
		},
	}, contentChecks()...)
}

// contentChecks are those of what is asked for, which the court's rules of 2015 have.
func contentChecks() []fazhi.Check {
	return []fazhi.Check{
		{
			Code: "mediation/confirmation/subject", Kind: mediation.Kind, Basis: suitRule("三百五十五", "三百五十七"), From: rulesFrom(),
			Doc: "确认身份关系无效、有效或者解除，物权、知识产权确权的协议，人民法院不予受理司法确认申请",
			Run: of(subject),
		},
		{
			Code: "mediation/confirmation/clear", Kind: mediation.Kind, Basis: suitRule("三百五十八", "三百六十"), From: rulesFrom(), Severity: fazhi.Warning,
			Doc: "协议内容不明确、违反自愿原则的，人民法院裁定驳回司法确认申请",
			Run: of(unclear),
		},
		{
			Code: "mediation/confirmation/materials", Kind: mediation.Kind, Basis: suitRule("三百五十四", "三百五十六"), From: rulesFrom(), Severity: fazhi.Warning,
			Doc: "申请司法确认提交调解协议、调解组织主持调解的证明，提供双方当事人的身份、住所、联系方式",
			Run: of(materials),
		},
	}
}

// rulingChecks are those of what the court does, and of execution (强制执行).
func (j *judge) rulingChecks() []fazhi.Check {
	return []fazhi.Check{
		{
			Code: "mediation/confirmation/review-term", Kind: mediation.Kind, Basis: reviewRule, From: suitFrom(), Severity: fazhi.Warning,
			Doc: "人民法院自立案之日起三十日内审结；有特殊情况的由本院院长批准延长",
			Run: of(j.reviewTerm),
		},
		{
			Code: "mediation/confirmation/result", Kind: mediation.Kind, Basis: j.profile.LedgerRule(),
			Doc: "司法确认有结果的，填写裁定日期；日期依次为申请、立案、裁定",
			Run: of(confirmResult),
		},
		{
			Code: "mediation/execution/confirmed", Kind: mediation.Kind, Basis: "人民调解法第三十三条第二款", From: lawFrom(),
			Doc: "经人民法院确认有效的调解协议，才能申请强制执行",
			Run: of(executedUnconfirmed),
		},
		{
			Code: "mediation/execution/term", Kind: mediation.Kind, Basis: executeRule, From: suitFrom(), Severity: fazhi.Warning,
			Doc: "申请执行的期间为二年，自履行期间的最后一日起计算；分期履行的，自最后一期履行期限届满之日起计算；没有约定履行期间的，自裁定送达之日起计算",
			Run: of(j.executeTerm),
		},
	}
}

// applied reports whether a court was asked.
func (d *Dispute) applied() bool { return d.Court != nil && !d.Court.Applied.IsZero() }

func jointly(p *fazhi.Pass, d *Dispute) {
	if d.applied() && !d.Court.Jointly {
		p.Report("/court/jointly", "没有记明由双方当事人共同申请")
	}
}

// superseded reports whether what the court turned away was an agreement before the one that there is (民事诉讼法第二百零六条).
func (d *Dispute) superseded() bool {
	away := d.Court != nil && slices.Contains([]string{"驳回", "不予受理", "撤回"}, d.Court.Result)
	return away && d.Agreement != nil && d.Agreement.Agreed.After(d.Court.Applied)
}

func confirmEffective(p *fazhi.Pass, d *Dispute) {
	effect := d.Effective()
	on := cmp.Or(effect.Signed, effect.On)
	if d.applied() && !d.superseded() && (on.IsZero() || d.Court.Applied.Before(on)) {
		p.Report("/court/applied", "申请司法确认时协议没有生效")
	}
}

// confirmTerm judges the days of applications that the court accepted, or of the others.
func (j *judge) confirmTerm(accepted bool) func(*fazhi.Pass, *Dispute) {
	return func(p *fazhi.Pass, d *Dispute) {
		if !d.applied() || d.superseded() || accepted == d.Court.Accepted.IsZero() {
			return
		}
		last, known := j.last(d.Effective().On, workday.Span{N: 30, Unit: workday.CalendarDays})
		if known && d.Court.Applied.After(last) {
			p.Report("/court/applied", "申请司法确认超过协议生效之日起三十日")
		}
	}
}

func court(p *fazhi.Pass, d *Dispute) {
	if !d.applied() {
		return
	}
	inviting := d.invitingCourts()
	switch {
	case d.Court.Court == "":
		p.Report("/court/court", "没有记明向哪个人民法院申请")
	case len(inviting) > 0 && !slices.Contains(inviting, d.Court.Court):
		p.Report("/court/court", "不是邀请调解的人民法院")
	}
}

func entrusted(p *fazhi.Pass, d *Dispute) {
	if d.applied() && d.entrusted() {
		p.Report("/court/applied", "法院诉中委托达成的协议，应当提交法院，由法院制作调解书结案")
	}
}

// entrusted reports whether a court entrusted the dispute during a suit (诉中委托) that is not withdrawn.
func (d *Dispute) entrusted() bool {
	return slices.ContainsFunc(d.Referrals, func(r Referral) bool {
		return r.Channel == channelEntrusted && !r.Accepted.IsZero() && r.Returned.IsZero() && r.Withdrawn.IsZero()
	})
}

// The ways on which courts hand disputes on. 法院委派委托, of old ledgers, is either.
const (
	channelAssigned  = "法院诉前委派"
	channelEntrusted = "法院诉中委托"
)

// invitingCourts are the courts that invited mediation before they filed a case (先行调解), and were answered yes. What went back to
// the court is mediated by the committee on its own.
func (d *Dispute) invitingCourts() []string {
	var courts []string
	for _, r := range d.Referrals {
		if r.Channel == channelAssigned && !r.Accepted.IsZero() && r.Returned.IsZero() && !slices.Contains(courts, r.From) {
			courts = append(courts, r.From)
		}
	}
	return courts
}

// Courts returns the courts that the parties may ask for confirmation (民事诉讼法第二百零五条): those that invited the mediation by
// name, or else the kinds of courts that the law names. In matters of an intermediate court it is that of the same place. What a
// court entrusted during a suit (诉中委托) has none: that court examines the agreement and closes the suit
// (最高人民法院关于人民法院特邀调解的规定第二十条).
func (d *Dispute) Courts() []string {
	if d.entrusted() {
		return nil
	}
	if courts := d.invitingCourts(); len(courts) > 0 {
		return courts
	}
	return []string{"当事人住所地的基层人民法院", "标的物所在地的基层人民法院", "调解组织所在地的基层人民法院"}
}

func subject(p *fazhi.Pass, d *Dispute) {
	if d.applied() && !d.superseded() && d.Agreement != nil && slices.Contains([]string{"身份关系", "确认物权", "确认知识产权"}, d.Agreement.Subject) {
		p.Report("/agreement/subject", "这一性质的协议，人民法院不予受理司法确认申请")
	}
}

func unclear(p *fazhi.Pass, d *Dispute) {
	if !d.applied() || d.superseded() || d.Agreement == nil {
		return
	}
	if len(d.Agreement.Terms) == 0 {
		p.Report("/agreement/terms", "协议没有内容，不明确")
	}
	eachParty("consent", "当事人不愿调解，协议不是自愿达成", func(x Party) bool { return x.Consent == "拒绝" })(p, d)
}

func materials(p *fazhi.Pass, d *Dispute) {
	if !d.applied() {
		return
	}
	for _, need := range []string{"调解协议", "主持调解证明", "身份及联系方式"} {
		if !slices.Contains(d.Court.Materials, need) {
			p.Report("/court/materials", "提交的材料中没有"+need)
		}
	}
}

func (j *judge) reviewTerm(p *fazhi.Pass, d *Dispute) {
	if d.Court == nil {
		return
	}
	last, known := j.last(d.Court.Accepted, workday.Span{N: 30, Unit: workday.CalendarDays})
	if late(p, d.Court.Decided, last, known) {
		p.Report("/court/decided", "自立案之日起三十日内没有审结")
	}
}

func confirmResult(p *fazhi.Pass, d *Dispute) {
	c := d.Court
	if c == nil {
		return
	}
	if c.Result != "" && c.Decided.IsZero() || c.Result == "" && !c.Decided.IsZero() {
		p.Report("/court/decided", "结果和裁定日期应当都填写")
	}
	if !c.Accepted.IsZero() && c.Accepted.Before(c.Applied) || !c.Decided.IsZero() && (c.Decided.Before(c.Applied) || c.Decided.Before(c.Accepted)) {
		p.Report("/court/accepted", "申请、立案、裁定的日期先后不对")
	}
}

func executedUnconfirmed(p *fazhi.Pass, d *Dispute) {
	if d.Court != nil && !d.Court.Executed.IsZero() && d.Court.Result != "确认有效" {
		p.Report("/court/executed", "协议没有经人民法院确认有效")
	}
}

func (j *judge) executeTerm(p *fazhi.Pass, d *Dispute) {
	if d.Court == nil || d.Court.Executed.IsZero() {
		return
	}
	last, known := j.last(d.performBy(), workday.Span{N: 2, Unit: workday.Years})
	if known && d.Court.Executed.After(last) {
		p.Report("/court/executed", "申请执行超过二年")
	}
}

// performBy is the last day of performance: that of the agreement or of its last part, whichever is later; when none is agreed,
// the day on which the ruling was served, with which it takes effect. Zero when nobody says.
func (d *Dispute) performBy() fazhi.Date {
	var last fazhi.Date
	if d.Agreement != nil {
		last = d.Agreement.Until
	}
	for _, x := range d.Performed {
		if x.Due.After(last) {
			last = x.Due
		}
	}
	if last.IsZero() && d.Court != nil {
		last = d.Court.Served
	}
	return last
}
