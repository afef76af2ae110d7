package register

import (
	"errors"
	"slices"

	"github.com/fazhi-go/fazhi"
)

// What can be wrong, apart from a *Refusal, an *fazhi.InvalidError and the errors of workday.
var (
	ErrNotFound = errors.New("登记簿中没有")
	ErrExists   = errors.New("已经登记")
	ErrEnded    = errors.New("已经作废，不能再办理")
	ErrReplay   = errors.New("同一请求号已用于别的请求")
	ErrScope    = errors.New("没有指明机关，或者不是该机关的文件")
	ErrRequest  = errors.New("请求不完整")
	ErrSeries   = errors.New("没有这一编号系列")
	ErrTaken    = errors.New("这一编号已经给出")
	ErrHash     = errors.New("登记簿用的是另一种摘要算法，或者末条被改动")
	ErrReserved = errors.New("预留的编号不能这样使用")
	ErrClock    = errors.New("系统时间早于登记簿最后一条的时间")
	ErrMoved    = errors.New("文件已有变动，请看过现状再办")
	ErrChain    = errors.New("不能接在登记簿之后")
	ErrLine     = errors.New("不是登记簿条目的规范形式")
	ErrUnknown  = errors.New("数据库没有答复，结果不明；请以同一请求号重试")
	ErrClosed   = errors.New("登记簿已经关闭")
	ErrLeased   = errors.New("正由另一进程投递")
)

// A Refusal is the answer of a rule, not a failure: of the flow of steps, or of a guard. The attempt is kept in the book
// as an entry without number.
type Refusal struct {
	Code   fazhi.Code   // of the guard's rule, or of the first of the Issues
	Reason string       // in Chinese, without a value of the document
	Issues fazhi.Issues // the reasons one by one, of a flow or of checks
	Entry  *Entry       // what was kept; nil until then
}

// Error returns the reason.
func (r *Refusal) Error() string { return "register: 不予登记：" + r.reason() }

func (r *Refusal) reason() string {
	if r.Reason != "" || len(r.Issues) == 0 {
		return r.Reason
	}
	return r.Issues[0].Message
}

// isAnswer reports whether the refusal has what every answer has: a reason, and codes that can be kept.
func (r *Refusal) isAnswer() bool {
	return r != nil && r.reason() != "" && len(r.codes()) > 0 &&
		!slices.ContainsFunc(r.codes(), func(c fazhi.Code) bool { return !c.WellFormed() })
}

// codes returns the codes of all reasons.
func (r *Refusal) codes() []fazhi.Code {
	var codes []fazhi.Code
	if r.Code != "" {
		codes = append(codes, r.Code)
	}
	for _, i := range r.Issues {
		codes = append(codes, i.Code)
	}
	return codes
}
