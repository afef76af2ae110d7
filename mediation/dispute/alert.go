package dispute

import (
	"fmt"
	"log/slog"

	"github.com/fazhi-go/fazhi"
)

// The kinds of alerts.
const (
	AlertReport    = "激化报告"  // to police or another body, at once
	AlertMeasures  = "预防措施"  // none against a danger
	AlertReferral  = "移送答复"  // neither accepted nor refused
	AlertFeedback  = "反馈逾期"  // no result reported back by the day that the referring body set
	AlertOverdue   = "逾期履行"  // part of the agreement not performed in time
	AlertSignature = "协议未生效" // agreed in writing, and something is missing
	AlertConfirm   = "申请确认"  // the thirty days may be counted from an earlier day than that of effect
)

// An Alert is something that has to be done about a dispute. It holds no names, so it may be sent on and logged.
type Alert struct {
	// ID is made from the kind, the dispute, the day and, of several of one day, their number in the file: the same fact has the
	// same ID on every day, so that nobody is told twice, whatever becomes of the others and is added behind.
	ID      string     `json:"id"`
	Kind    string     `json:"kind"`
	Dispute fazhi.Ref  `json:"dispute"`
	Path    fazhi.Path `json:"path"`
	Since   fazhi.Date `json:"since"` // the day from which it has had to be done
	Message string     `json:"message"`
	Basis   string     `json:"basis"`
	Urgent  bool       `json:"urgent,omitempty"` // at once (及时报告)
}

var _ slog.LogValuer = Alert{}

// LogValue logs the ID and the kind.
func (a Alert) LogValue() slog.Value {
	return slog.GroupValue(slog.String("id", a.ID), slog.String("kind", a.Kind))
}

// Alerts returns what has to be done about a dispute on a day, in the order of the kinds and of the file: dangers that must be
// reported to police or another body come first (人民调解法第二十五条). What is done is left out, and so is what begins after today.
func Alerts(d *Dispute, today fazhi.Date) []Alert {
	b := &alerter{dispute: d, today: today, seen: map[string]int{}}
	b.dangers()
	b.referrals()
	b.agreement()
	for i, x := range d.Performed {
		b.add(d.Ended == nil && x.Done.IsZero() && !x.Due.IsZero(), Alert{
			Kind: AlertOverdue, Path: fazhi.At("performance", i), Since: x.Due.AddDays(1), Basis: "人民调解法第三十一条第二款",
			Message: "履行期限已过，没有履行，应当督促",
		})
	}
	return b.alerts
}

func (b *alerter) dangers() {
	for i, x := range b.dispute.Dangers {
		b.add(x.mustReport() && x.Reported.IsZero(), Alert{
			Kind: AlertReport, Path: fazhi.At("dangers", i), Since: x.Seen, Basis: "人民调解法第二十五条", Urgent: true,
			Message: "有可能引起治安案件、刑事案件，应当及时向公安机关或者其他有关部门报告",
		})
	}
	for i, x := range b.dispute.Dangers {
		b.add(x.Measures == "" && !x.Averted, Alert{
			Kind: AlertMeasures, Path: fazhi.At("dangers", i), Since: x.Seen, Basis: "人民调解法第二十五条",
			Message: "纠纷有可能激化，应当采取有针对性的预防措施",
		})
	}
}

// referrals leaves the day of sending to whoever was sent something.
func (b *alerter) referrals() {
	for i, r := range b.dispute.Referrals {
		b.add(r.Accepted.IsZero() && r.Refused.IsZero() && b.today.After(r.Sent), Alert{
			Kind: AlertReferral, Path: fazhi.At("referrals", i), Since: r.Sent, Message: "移送的纠纷还没有答复",
		})
		b.add(!r.Accepted.IsZero() && !r.Due.IsZero() && r.answered().IsZero(), Alert{
			Kind: AlertFeedback, Path: fazhi.At("referrals", i), Since: r.Due.AddDays(1), Message: "移送单位定的期限已过，没有反馈结果",
		})
	}
}

func (b *alerter) agreement() {
	d := b.dispute
	if d.Agreement == nil || d.Ended != nil {
		return
	}
	e := d.Effective()
	if len(e.Wants) > 0 {
		b.add(true, Alert{
			Kind: AlertSignature, Path: e.Wants[0].Path, Since: d.Agreement.Agreed, Basis: "人民调解法第二十九条第二款",
			Message: e.Wants[0].Message + "，协议没有生效",
		})
	}
	b.add(!e.Signed.IsZero() && !d.applied() && !b.today.After(e.Signed.AddDays(30)), Alert{
		Kind: AlertConfirm, Path: e.Latest, Since: e.On, Basis: "最高人民法院关于人民法院特邀调解的规定第二十四条第三款",
		Message: "法院委派调解的协议，申请司法确认的三十日可能自双方签名之日起计算，需要确认的，请在这三十日内申请",
	})
}

type alerter struct {
	dispute *Dispute
	today   fazhi.Date
	seen    map[string]int
	alerts  []Alert
}

// add counts an item, and adds its alert if it is open and has begun.
func (b *alerter) add(open bool, a Alert) {
	a.Dispute = fazhi.Ref{Kind: b.dispute.Kind(), ID: b.dispute.Serial}
	a.ID = fmt.Sprintf("%s/%s/%s", a.Kind, b.dispute.Serial, a.Since)
	b.seen[a.ID]++
	if n := b.seen[a.ID]; n > 1 {
		a.ID = fmt.Sprintf("%s/%d", a.ID, n)
	}
	if open && !a.Since.After(b.today) {
		b.alerts = append(b.alerts, a)
	}
}
