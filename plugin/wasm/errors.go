package wasm

import (
	"errors"
	"fmt"
	"strings"

	"github.com/tetratelabs/wazero/sys"
)

// What can go wrong, under errors.Is, beside plugin.ErrOverrun (no answer in time), plugin.ErrAnswer (what came is no
// answer), protocol.ErrTooLarge and protocol.ErrClosed.
var (
	ErrModule = errors.New("模块不能用") // another than the SHA-256 names, or one that cannot be run here
	ErrEnded  = errors.New("模块中途结束")
)

// ended says how a module ended. The runtime names faults and functions of the module, never values.
func ended(err error) error {
	if err == nil {
		return fmt.Errorf("%w：没有答复就退出", ErrEnded)
	}
	if exit, ok := errors.AsType[*sys.ExitError](err); ok {
		return fmt.Errorf("%w：退出码 %d", ErrEnded, exit.ExitCode())
	}
	text, _, _ := strings.Cut(err.Error(), "\n") // the rest is a stack trace
	if _, what, ok := strings.Cut(text, " failed: "); ok {
		text = what
	}
	return fmt.Errorf("%w：%s", ErrEnded, text)
}
