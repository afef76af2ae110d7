package events

import (
	"errors"
	"fmt"
	"time"

	"github.com/fazhi-go/fazhi/register"
)

// What a Sink says when an event did not go out, under errors.Is. Any other error is a failure of which nobody knows
// whether it is the event's or the receiver's.
var (
	// ErrDown: nothing can be delivered just now, whichever event it is.
	ErrDown = fmt.Errorf("接收方暂时不可用：%w", register.ErrStall)
	// ErrReject: the receiver is there, and will not have this event.
	ErrReject = errors.New("接收方不接受这一事件")
	// ErrGone: the receiver wants no more events, for good.
	ErrGone = errors.New("接收方已经取消订阅")
)

// What else can be wrong.
var (
	ErrEnvelope = errors.New("不是规范的事件")
	ErrNotHeld  = errors.New("这份文件没有等待投递的事件")
)

// A Later is an ErrDown of a receiver that says when to come again. A Dispatcher waits so long, but an hour at the most.
type Later struct {
	After time.Duration
	Err   error // what happened; nil: the receiver only asked to wait
}

// Error tells the wait.
func (l *Later) Error() string {
	text := fmt.Sprintf("接收方要求%s之后再投递", l.After)
	if l.Err != nil {
		text += "：" + l.Err.Error()
	}
	return text
}

// Unwrap returns ErrDown and Err.
func (l *Later) Unwrap() []error { return []error{ErrDown, l.Err} }

func faulty(reason string) error { return fmt.Errorf("events: %w：%s", ErrEnvelope, reason) }
