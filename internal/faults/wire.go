package faults

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// Spoil returns an answer as a plug-in with a fault of the wire writes it: Null, Long and GBK on a check of a document
// with that title, Version and Console on initialize when they are the fault of the start.
func Spoil(start Fault, message, answer []byte) []byte {
	var m struct {
		ID     int64  `json:"id"`
		Method string `json:"method"`
		Params struct {
			Document struct {
				Title Fault `json:"title"`
			} `json:"document"`
		} `json:"params"`
	}
	if err := json.Unmarshal(message, &m); err != nil {
		return answer
	}
	f := m.Params.Document.Title
	if m.Method == "initialize" {
		f = start
	}
	switch f {
	case Null:
		return fmt.Appendf(nil, `{"jsonrpc":"2.0","id":%d,"result":null}`, m.ID)
	case Long:
		return append(answer, bytes.Repeat([]byte(" "), 9<<20)...)
	case GBK:
		return fmt.Appendf(nil, `{"jsonrpc":"2.0","id":%d,"error":{"code":-32603,"message":"`+wrong+`"}}`, m.ID)
	case Version:
		return bytes.ReplaceAll(answer, []byte("fazhi/1"), []byte("fazhi/9"))
	case Console:
		return bytes.ReplaceAll(answer, []byte("规范"), []byte(rule))
	default:
		return answer
	}
}

// Two words as GBK writes them.
const (
	wrong = "\xb3\xf6\xb4\xed" // 出错
	rule  = "\xb9\xe6\xb7\xb6" // 规范
)
