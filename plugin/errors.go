package plugin

import (
	"errors"
	"fmt"
	"runtime"
)

// What can go wrong with a plug-in at work, under errors.Is.
var (
	ErrPanic       = errors.New("崩溃")
	ErrOverrun     = errors.New("超过时限，没有答复")
	ErrQuarantined = errors.New("多次超过时限，已停用")
	ErrAnswer      = errors.New("答复有误")
	ErrMissing     = errors.New("缺少所要求的插件")
	ErrNoProvider  = errors.New("没有插件提供")
)

// An Error says which plug-in failed at which hook.
type Error struct {
	Plugin Applied
	Hook   Hook
	Err    error  // the plug-in's own error, or one of the above
	Panic  any    // the value, of ErrPanic; it may hold anything, so keep it out of logs
	Stack  []byte // of ErrPanic
}

// Error names the plug-in, the hook and the error. Of a panic it tells only what the Go runtime said, not a value that
// somebody else made.
func (e *Error) Error() string {
	text := fmt.Sprintf("plugin: 插件 %s（%s）：%v", e.Plugin, e.Hook, e.Err)
	if fault, ok := e.Panic.(runtime.Error); ok {
		return text + "：" + fault.Error()
	}
	return text
}

// Unwrap returns Err.
func (e *Error) Unwrap() error { return e.Err }
