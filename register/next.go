package register

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/register/numbering"
)

// next makes the entry of a job, and says why it is a refusal, if it is one. It runs inside the store's transaction: it is
// pure but for the clock, asks nobody, and keeps nothing.
func (j *job) next(p Prior, judged *judgement) ([]Entry, *Refusal, error) {
	if judged.asked && judged.seen != p.Last.seq() || !j.trusted && p.Head.Seq > 0 {
		return nil, nil, errStale
	}
	if j.Seen != 0 && j.Seen != p.Last.seq() {
		return nil, nil, fmt.Errorf("register: %w", ErrMoved)
	}
	at, err := j.book.moment(p.Head.At)
	if err != nil {
		return nil, nil, err
	}
	if err := j.fits(p.Last, today(at)); err != nil {
		return nil, nil, err
	}
	e := Entry{
		Organ: j.Scope.Organ, Seq: p.Head.Seq + 1, Ref: j.Ref, Act: j.act, With: j.With, At: at, On: j.On, Applied: judged.applied,
		By: j.By, Role: j.Scope.Role, Reason: j.Reason, ReqID: j.ReqID, Doc: j.doc, Secrets: j.secrets, Prev: p.Head.Sum,
	}
	refusal := judged.refusal
	if refusal == nil {
		refusal, err = j.move(&e, p.Last)
	}
	if err == nil && refusal == nil {
		err = j.number(&e, p)
	}
	if err != nil {
		return nil, nil, err
	}
	if refusal != nil {
		j.refuse(&e, p.Last, refusal)
	}
	for i := range e.Secrets {
		e.Secrets[i].Seq = e.Seq
	}
	if err := e.seal(j.book.hash); err != nil {
		return nil, nil, err
	}
	return []Entry{e}, refusal, nil
}

// moment returns the time of an entry: now, but never before the last entry's.
func (b *Book) moment(last time.Time) (time.Time, error) {
	now := millis(b.now())
	switch {
	case now.Year() < 2000:
		return time.Time{}, fmt.Errorf("register: %w：系统时间有误", ErrClock)
	case !now.Before(last):
		return now, nil
	case last.Sub(now) <= b.skew:
		return last, nil
	}
	return time.Time{}, fmt.Errorf("register: %w：早了 %s", ErrClock, last.Sub(now).Round(time.Second))
}

// fits reports whether the act is possible on a document in its state.
func (j *job) fits(last *Entry, now fazhi.Date) error {
	if last != nil && last.Act == Expired {
		last = nil // it never came, and may come yet
	}
	reserved := last != nil && last.Act == Reserved
	var err error
	switch {
	case j.act == Reserved && last != nil:
		err = ErrExists
	case j.act == Reserved:
		err = j.holdable(now)
	case j.act == Added && reserved:
		err = j.usable(last, now)
	case j.act == Added && last != nil:
		err = ErrExists
	case j.act == Added:
	case j.act == Expired && (!reserved || !last.Due.Before(now)):
		err = ErrReserved
	case last == nil, reserved && j.act != Voided && j.act != Expired:
		err = ErrNotFound
	case last.Act.Ends():
		err = ErrEnded
	}
	if err != nil {
		return fmt.Errorf("register: %w", err)
	}
	return nil
}

// holdable reports whether the series let their numbers be reserved until the day asked for.
func (j *job) holdable(now fazhi.Date) error {
	last := j.lastDay()
	if cmp.Or(j.Until, last).Before(now) {
		return fmt.Errorf("%w：预留的最后一日已经过去", ErrReserved)
	}
	if j.Until.After(last) {
		return fmt.Errorf("%w：最迟预留至 %s", ErrReserved, last)
	}
	return nil
}

// lastDay is the last day on which all series let a reserved number be used: within their days, and within the year of
// the number.
func (j *job) lastDay() fazhi.Date {
	var last fazhi.Date
	for _, s := range j.draw {
		day := j.On.AddDays(s.Hold)
		if end := fazhi.YearOf(j.On.Year()).To; !s.Continuous && day.After(end) {
			day = end
		}
		if last.IsZero() || day.Before(last) {
			last = day
		}
	}
	return last
}

// usable reports whether a document may still take up the numbers reserved for it.
func (j *job) usable(reservation *Entry, now fazhi.Date) error {
	if now.After(reservation.Due) {
		return fmt.Errorf("%w：预留已经期满", ErrReserved)
	}
	for _, n := range reservation.Numbers {
		if n.Year != 0 && n.Year != j.On.Year() {
			return fmt.Errorf("%w：预留的是另一年度的编号", ErrReserved)
		}
	}
	return nil
}

// move says where the document stands after the entry. It is the flow's word, if the kind has a flow.
func (j *job) move(e *Entry, last *Entry) (*Refusal, error) {
	switch j.act {
	case Voided:
		e.Step = voidStep
		if last.Act == Reserved {
			e.Act, e.Step = Expired, expireStep
		}
	case Expired:
		e.Step = expireStep
	case Reserved:
		e.Step, e.Due = reserveStep, j.Until
		if e.Due.IsZero() {
			e.Due = j.lastDay()
		}
	case Corrected:
		e.Step, e.Running, e.Due = last.Step, last.Running, last.Due
		if e.On.IsZero() {
			e.On = last.On
		}
	default:
		return j.step(e, last)
	}
	return nil, nil
}

func (j *job) step(e *Entry, last *Entry) (*Refusal, error) {
	e.Step = j.Step
	flow := j.book.flows[j.Ref.Kind]
	if flow == nil {
		return nil, nil
	}
	var from lifecycle.State
	if j.act == Stepped {
		from = last.state()
	}
	to, err := flow.machine.Take(j.book.calendar, from, lifecycle.Move{Step: j.Step, On: j.On, Role: j.Scope.Role, Doc: j.Doc})
	if refused := (*lifecycle.Refused)(nil); errors.As(err, &refused) {
		return &Refusal{Issues: refused.Reasons}, nil
	}
	e.Running, e.Due = to.Running, to.Due()
	return nil, err
}

// number gives the entry the next number of each series, but for those that were reserved for it.
func (j *job) number(e *Entry, p Prior) error {
	for i, s := range j.draw {
		c := j.key.Counters[i]
		if j.act == Added && p.Last != nil && p.Last.drew(c) {
			continue
		}
		n := Numbered{Series: s.Name, Year: c.Year, Serial: p.Serials[i]}
		var err error
		n.Text, err = s.Number(numbering.Slot{Organ: e.Organ, Series: s.Name, Year: c.Year, Serial: n.Serial, Ref: e.Ref})
		if err != nil {
			return fmt.Errorf("register: 编号系列 %q：%w", s.Name, err)
		}
		if !isName(n.Text, maxID) {
			return fmt.Errorf("register: 编号系列 %q 的编号%s", s.Name, nameRule(maxID))
		}
		e.Numbers = append(e.Numbers, n)
	}
	return nil
}

// drew reports whether the entry gave a number of the counter.
func (e *Entry) drew(c Counter) bool {
	return slices.ContainsFunc(e.Numbers, func(n Numbered) bool { return n.counter() == c })
}

// refuse makes the entry that of an attempt which changes nothing.
func (j *job) refuse(e *Entry, last *Entry, r *Refusal) {
	e.Act, e.Step, e.Reason, e.Codes = Refused, j.Step, r.reason(), r.codes()
	e.Doc, e.Secrets, e.With = nil, nil, nil
	e.Running, e.Due = nil, fazhi.Date{}
	if !isText(e.Reason, maxReason) {
		e.Reason = "理由不合规范，没有记录"
	}
	if e.On.IsZero() && last != nil {
		e.On = last.On
	}
}
