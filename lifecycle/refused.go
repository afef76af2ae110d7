package lifecycle

import (
	"errors"
	"fmt"

	"github.com/fazhi-go/fazhi"
)

// The codes of reasons against a step, besides those of gates.
const (
	UnknownStep  fazhi.Code = "lifecycle/step"   // the flow has no such step
	UnknownState fazhi.Code = "lifecycle/state"  // the flow does not know the step at which the document stands
	AfterFinal   fazhi.Code = "lifecycle/final"  // the document is done with
	WrongOrder   fazhi.Code = "lifecycle/order"  // the step may not follow, or may not begin
	WrongRole    fazhi.Code = "lifecycle/role"   // somebody else has to take it
	WrongDate    fazhi.Code = "lifecycle/date"   // no day, or one before the last step, which may not be noted late
	NoSuchClock  fazhi.Code = "lifecycle/extend" // the clock to be extended does not run, or in another unit
)

// Errors to branch on; what is returned wraps them.
var (
	ErrRefused  = errors.New("不能办理这一步骤")   // a *Refused
	ErrFlow     = errors.New("办理流程有误")     // of Vet and Compile
	ErrDocument = errors.New("文件与办理流程不相符") // Move.Doc is nil or of another kind: a mistake of the program
)

// A Refused says why a step may not be taken: every reason, as issues without values of the document. It is ErrRefused.
type Refused struct{ Reasons []fazhi.Issue }

// Error returns the first reason and the number of all.
func (e *Refused) Error() string {
	switch len(e.Reasons) {
	case 0:
		return "lifecycle: " + ErrRefused.Error()
	case 1:
		return fmt.Sprintf("lifecycle: %v：%s", ErrRefused, e.Reasons[0])
	}
	return fmt.Sprintf("lifecycle: %v：%s（共%d条理由）", ErrRefused, e.Reasons[0], len(e.Reasons))
}

// Unwrap returns ErrRefused.
func (e *Refused) Unwrap() error { return ErrRefused }
