package protocol

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

// Errors under errors.Is.
var (
	ErrMessage     = errors.New("消息不合协议")          // malformed, or a duplicate name, or not UTF-8
	ErrTooLarge    = errors.New("消息超过 8 MiB")      // see MaxMessage
	ErrVersion     = errors.New("协议版本不合")          // the plug-in speaks none of ours
	ErrProbe       = errors.New("插件的输入输出不是 UTF-8") // the probe came back damaged
	ErrDeclaration = errors.New("插件的声明有误")         // what it says in initialize does not fit
	ErrDocument    = errors.New("文件不能写成协议中的 JSON") // its JSON breaks a rule
	ErrClosed      = errors.New("与插件的连接已关闭")       // the Conn or Client was closed
)

// Codes of faults: those of JSON-RPC 2.0, and one for a request that was cancelled.
const (
	CodeParse          = -32700 // no JSON, or a rule of all messages broken
	CodeInvalidRequest = -32600 // JSON, but no request
	CodeNoMethod       = -32601 // a method that the plug-in does not have
	CodeInvalidParams  = -32602 // params that do not fit the method
	CodeInternal       = -32603 // the plug-in failed
	CodeCancelled      = -32800 // the request was cancelled
)

// A Fault is the answer of a plug-in that cannot do what it is asked. The message is Chinese and holds no value of a
// document. As an error it comes from Client's hooks under errors.As.
type Fault struct {
	Code    int    `json:"code" desc:"错误码，见 JSON-RPC 2.0；-32800 为已取消"`
	Message string `json:"message" desc:"说明，中文，不得含有文件中的值"`
}

// longest is how many characters of a plug-in's own text stand in an error.
const longest = 200

// Error returns the code and the message, which is cut and has no control characters.
func (f *Fault) Error() string {
	return "插件答复错误 " + strconv.Itoa(f.Code) + "：" + plain(f.Message)
}

// plain returns a text of the other side as it may stand in an error or a log.
func plain(s string) string {
	s = strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return ' '
		}
		return r
	}, s)
	if runes := []rune(s); len(runes) > longest {
		s = string(runes[:longest]) + "…"
	}
	return s
}

func fault(code int, format string, args ...any) *Fault {
	return &Fault{Code: code, Message: fmt.Sprintf(format, args...)}
}
