package dispute

import (
	"github.com/fazhi-go/fazhi"
)

// An Effect says from when an agreement has effect (生效), or what it wants. The zero value is that of a dispute without an
// agreement.
type Effect struct {
	On     fazhi.Date // the day; zero while something is missing
	Wants  []Want     // what is missing, in the order of the file
	Oral   bool       // an oral agreement has effect from the day on which it was made (人民调解法第三十条)
	Latest fazhi.Path // what came last and so decided the day: "/parties/1/signed"

	// Signed is the day on which the last party signed, if that is before On and a court assigned the mediation (诉前委派). Then
	// 最高人民法院关于人民法院特邀调解的规定第二十四条第三款 has the agreement take effect from that day. The law prevails, and says On; but a
	// court may count the thirty days of 司法确认 from Signed, so it is safe to ask within them.
	Signed fazhi.Date
}

// A Want is one thing that an agreement needs to take effect and has not, without any value.
type Want struct {
	Path    fazhi.Path
	Message string
}

// Effective computes from when the agreement has effect. A written one has when every party has signed, a mediator of the
// committee has signed and the committee has sealed, so from the last of these days (人民调解法第二十九条第二款). That one of several
// mediators is enough, the earliest, is a reading: the law does not say how many sign. Whoever was invited to help need not sign, nor
// a party whom the agreement does not bind (Party.Outside). In medical disputes 医疗纠纷预防和处理条例第三十九条第一款 has the parties
// sign or seal and speaks of no fingerprint; how a party signed, nobody records.
func (d *Dispute) Effective() Effect {
	a := d.Agreement
	if a == nil {
		return Effect{}
	}
	if a.Oral {
		return oralEffect(a)
	}
	e := &Effect{}
	for _, i := range d.bound() {
		e.take(fazhi.At("parties", i, "signed"), d.Parties[i].Signed, "有当事人没有签名、盖章或者按指印")
	}
	parties := e.On
	if len(d.bound()) == 0 {
		e.Wants = append(e.Wants, Want{"/parties", "没有记明当事人"})
	}
	path, signed := d.firstMediator()
	e.take(path, signed, "没有人民调解员签名")
	e.take("/agreement/sealed", a.Sealed, "没有加盖人民调解委员会印章")
	if len(e.Wants) > 0 {
		return Effect{Wants: e.Wants}
	}
	if parties.Before(e.On) && len(d.invitingCourts()) > 0 {
		e.Signed = parties
	}
	return *e
}

// bound returns which parties are parties to the agreement.
func (d *Dispute) bound() []int {
	var out []int
	for i := range d.Parties {
		if !d.Parties[i].Outside {
			out = append(out, i)
		}
	}
	return out
}

func oralEffect(a *Agreement) Effect {
	if a.Agreed.IsZero() {
		return Effect{Oral: true, Wants: []Want{{"/agreement/agreed", "没有达成协议的日期"}}}
	}
	return Effect{Oral: true, On: a.Agreed, Latest: "/agreement/agreed"}
}

// take notes a day of a signature or seal, or that there is none.
func (e *Effect) take(path fazhi.Path, on fazhi.Date, missing string) {
	switch {
	case on.IsZero():
		e.Wants = append(e.Wants, Want{path, missing})
	case on.After(e.On):
		e.On, e.Latest = on, path
	}
}

// firstMediator returns the earliest signature of a mediator of the committee.
func (d *Dispute) firstMediator() (fazhi.Path, fazhi.Date) {
	at, first := fazhi.Path("/mediators"), fazhi.Date{}
	for i, m := range d.Mediators {
		if m.Invited == "" && !m.Signed.IsZero() && (first.IsZero() || m.Signed.Before(first)) {
			at, first = fazhi.At("mediators", i, "signed"), m.Signed
		}
	}
	return at, first
}
