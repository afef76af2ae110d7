package events

import (
	"context"
	"errors"
	"fmt"

	"github.com/fazhi-go/fazhi/register"
)

// Why an event is not sent though nothing is wrong with it.
var (
	errClosed = fmt.Errorf("等待接收方恢复：%w", register.ErrStall)
	errTired  = fmt.Errorf("先投递新的事件，其余的下次再试：%w", register.ErrStall)
)

// deliver sends one entry. It is the Deliver of the follower.
func (d *Dispatcher) deliver(ctx context.Context, r *register.Event) error {
	now := d.opt.Now()
	switch {
	case !d.health.admits(now):
		return errClosed
	case d.health.tired(now):
		return errTired
	}
	e, err := d.form.Envelope(&r.Entry)
	if err != nil {
		return fmt.Errorf("%w：%w", ErrReject, err)
	}
	err = d.send(ctx, e)
	if ctx.Err() != nil && err != nil {
		return err // the process ends; that says nothing of the receiver
	}
	d.health.note(d.opt.Now(), err)
	if errors.Is(err, ErrGone) {
		return fmt.Errorf("%w：%w", err, register.ErrStall) // nothing is parked for it
	}
	return err
}

// send calls the sink, within its time.
func (d *Dispatcher) send(ctx context.Context, e *Envelope) (err error) {
	ctx, cancel := context.WithTimeout(ctx, d.opt.SendFor)
	defer cancel()
	defer func() {
		if recover() != nil {
			err = errors.New("events: Sink 中断运行（panic）")
		}
	}()
	return d.sub.Sink.Send(ctx, e)
}

// failed tells the log. It is the Failed of the follower.
func (d *Dispatcher) failed(r *register.Event, err error) {
	attrs := []any{
		"subscriber", r.Subscriber, "organ", r.Entry.Organ, "seq", r.Entry.Seq, "document", r.Entry.Ref.String(),
		"attempt", r.Attempt, "error", err,
	}
	switch {
	case errors.Is(err, errClosed), errors.Is(err, errTired):
	case !errors.Is(err, register.ErrStall) && d.health.wait(r.Attempt) == never:
		d.opt.Log.Error("事件多次投递失败，已经停止；请重新投递或者放弃", attrs...)
	default:
		d.opt.Log.Warn("事件未能投递", attrs...)
	}
}
