package remote

import (
	"errors"
	"fmt"
	"strings"
)

// What can go wrong, under errors.Is, beside plugin.ErrOverrun (no answer in time), plugin.ErrAnswer (what came is no
// answer), protocol.ErrTooLarge and protocol.ErrClosed.
var (
	ErrStart    = errors.New("不能启动")
	ErrChecksum = errors.New("文件与给定的 SHA-256 不符")
	ErrEnded    = errors.New("进程中途结束")
	ErrResting  = errors.New("屡次失败，暂不重新启动")
	ErrChanged  = errors.New("重新启动后的声明与原先不同")
	ErrStatus   = errors.New("服务没有答复")
)

// An Error says what became of a child process.
type Error struct {
	Program string // the path
	Err     error  // one of the above
	Status  string // how the process has ended: "exit status 3", "signal: killed"; empty: not known

	// Printed is the end of what the process wrote on standard error, or the beginning of a line on standard output that is no
	// answer. It may hold anything, so keep it out of logs.
	Printed string

	starting bool // no document has been sent
}

// Error names the program, the error and the status. What was printed it tells only of a start.
func (e *Error) Error() string {
	text := fmt.Sprintf("remote: 程序 %s：%v", e.Program, e.Err)
	if e.Status != "" {
		text += "（" + e.Status + "）"
	}
	if said := strings.Join(strings.Fields(e.Printed), " "); e.starting && said != "" {
		text += "：" + said
	}
	return text
}

// Unwrap returns Err.
func (e *Error) Unwrap() error { return e.Err }
