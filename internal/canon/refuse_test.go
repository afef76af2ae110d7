package canon_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/canon"
)

func refused(t testing.TB, text, path string) *canon.Error {
	t.Helper()
	out, err := canon.Append(nil, []byte(text))
	var e *canon.Error
	require.ErrorAs(t, err, &e, "%.100q", text)
	require.Empty(t, out)
	require.Equal(t, path, e.Path, "%.100q", text)
	require.NotEmpty(t, e.Reason)
	return e
}

func TestAppendRefuses(t *testing.T) {
	const (
		incomplete = "JSON 文本不完整"
		value      = "此处应当是一个 JSON 值"
		inexact    = "这个数不能准确地写成规范形式（双精度），请写成字符串"
		number     = "数字写法有误"
		surrogate  = "代理对不完整，不是一个字符"
		hex        = `\u 之后应当是四位十六进制数字`
		utf8       = "不是有效的 UTF-8"
		duplicate  = "成员名重复"
	)
	for _, x := range []struct {
		name, text, path string
		offset           int
		reason           string
	}{
		{"nothing", "", "", 0, incomplete},
		{"blanks", " \n", "", 2, incomplete},
		{"a name twice", `{"a":1,"b":{"甲":1,"乙":2,"甲":3}}`, "/b/甲", 28, duplicate},
		{"a name twice, in order", `{"a":1,"a":1}`, "/a", 7, duplicate},
		{"a name twice, escaped", `[{"a/~":1,"b":2,"\u0061\/~":1}]`, "/0/a~1~0", 16, duplicate},
		{"an empty name twice", `{"":1,"":2}`, "/", 6, duplicate},
		{"bytes that are not UTF-8", "{\"a\":\"张\xff\"}", "/a", 9, utf8},
		{"a name that is not UTF-8", "{\"a\xe6\":1}", "", 3, utf8},
		{"an overlong character", "[\"\xc0\xaf\"]", "/0", 2, utf8},
		{"a surrogate in UTF-8", "[\"\xed\xa0\x80\"]", "/0", 2, utf8},
		{"half a pair", `["a","\ud800"]`, "/1", 6, surrogate},
		{"half a pair and a letter", `["\ud800\u0041"]`, "/0", 2, surrogate},
		{"half a pair and half an escape", `["\ud800\ud`, "/0", 2, surrogate},
		{"two first halves", `["\ud800\ud800"]`, "/0", 2, surrogate},
		{"a second half", `{"\udc00":1}`, "", 2, surrogate},
		{"after the text", `{} {}`, "", 3, "JSON 文本之后还有多余的内容"},
		{"NUL after the text", "1\x00", "", 1, "JSON 文本之后还有多余的内容"},
		{"a byte order mark", "\ufeff{}", "", 0, value},
		{"a number that is not a double", `{"a":{"b":[0,9007199254740993]}}`, "/a/b/1", 13, inexact},
		{"too many digits", `[0.1000000000000000055]`, "/0", 1, inexact},
		{"too large", `{"a":1e309}`, "/a", 5, inexact},
		{"too small", `{"a":1e-400}`, "/a", 5, inexact},
		{"a nought too many", `[01]`, "/0", 2, number},
		{"a minus and a nought too many", `[-01]`, "/0", 3, number},
		{"a plus", `[+1]`, "/0", 1, value},
		{"a minus alone", `[-]`, "/0", 2, number},
		{"a minus at the end", `-`, "", 1, incomplete},
		{"a point without digits", `[1.]`, "/0", 3, number},
		{"a point first", `[.5]`, "/0", 1, value},
		{"an exponent without digits", `[1e+]`, "/0", 4, number},
		{"a hexadecimal number", `[0x1]`, "", 2, "此处应当是“,”或者“]”"},
		{"an array that ends", `{"a":[1`, "/a", 7, incomplete},
		{"an array that goes on", `{"a":[1,]}`, "/a/1", 8, value},
		{"an array without comma", `[1 2]`, "", 3, "此处应当是“,”或者“]”"},
		{"an object that ends", `[{"a":1`, "/0", 7, incomplete},
		{"an object that goes on", `{"a":1,}`, "", 7, "此处应当是成员名"},
		{"an object without comma", `{"a":1 "b":2}`, "", 7, "此处应当是“,”或者“}”"},
		{"a name without colon", `{"a" 1}`, "/a", 5, "成员名之后应当是“:”"},
		{"a name without quotes", `{a:1}`, "", 1, "此处应当是成员名"},
		{"a name without value", `{"a":}`, "/a", 5, value},
		{"a string that ends", `["a`, "/0", 3, incomplete},
		{"a string that ends in an escape", `["a\`, "/0", 4, incomplete},
		{"a line break in a string", "[\"a\nb\"]", "/0", 3, "字符串中的控制字符应当转义"},
		{"NUL in a string", "[\"\x00\"]", "/0", 2, "字符串中的控制字符应当转义"},
		{"an unknown escape", `["\x41"]`, "/0", 2, "没有这样的转义"},
		{"an escape too short", `["\u12"]`, "/0", 2, hex},
		{"an escape not hexadecimal", `["\u00g0"]`, "/0", 2, hex},
		{"a word", `[True]`, "/0", 1, value},
		{"half a word", `[tru]`, "/0", 1, value},
		{"a word too long", `[nullx]`, "", 5, "此处应当是“,”或者“]”"},
		{"a comment", "// \n1", "", 0, value},
		{"single quotes", "['a']", "/0", 1, value},
		{"a blank of Unicode", "\u00a01", "", 0, value},
		{"a vertical tab", "\v1", "", 0, value},
	} {
		t.Run(x.name, func(t *testing.T) {
			require.Equal(t, &canon.Error{Path: x.path, Offset: x.offset, Reason: x.reason}, refused(t, x.text, x.path))
		})
	}
}

func TestErrorIsOneSentence(t *testing.T) {
	require.EqualError(t, refused(t, `{"a":[1,1e999]}`, "/a/1"), "canon: /a/1（第9字节）：这个数不能准确地写成规范形式（双精度），请写成字符串")
	require.EqualError(t, refused(t, `[1`, ""), "canon: 第3字节：JSON 文本不完整")
}

// An error is logged and passed on: it holds no value of the document.
func TestErrorKeepsValuesToItself(t *testing.T) {
	for _, text := range []string{
		`{"a":"机密` + "\xff" + `"}`, `{"a":"机密\ud800"}`, `{"a":"机密\q"}`, `{"a":"机密`, `{"a":"机密" 机密}`, `{"a":机密}`,
		`{"a":"机密","a":"机密"}`, `{"a":["机密",]}`, `{"a":"机密"}机密`,
	} {
		_, err := canon.Append(nil, []byte(text))
		require.Error(t, err)
		require.NotContains(t, err.Error(), "机密")
	}
}

// A hostile name does not fill a log.
func TestLongNamesAreCut(t *testing.T) {
	long := strings.Repeat("名", 100)
	refused(t, `{"`+long+`":?}`, "/"+strings.Repeat("名", 21)+"…")
	refused(t, `{"`+long[:63]+`":?}`, "/"+long[:63])
}

func TestDepth(t *testing.T) {
	deep := func(n int) string { return strings.Repeat("[", n) + strings.Repeat("]", n) }
	require.Equal(t, deep(canon.MaxDepth), canonical(t, deep(canon.MaxDepth)))
	e := refused(t, deep(canon.MaxDepth+1), strings.Repeat("/0", canon.MaxDepth))
	require.Equal(t, canon.MaxDepth, e.Offset)
	require.Equal(t, "数组和对象的嵌套超过64层", e.Reason)
	refused(t, strings.Repeat(`{"a":`, canon.MaxDepth+1), strings.Repeat("/a", canon.MaxDepth))
	require.Equal(t, "[[],[]]", canonical(t, "[[],[]]"), "neighbours are not deeper")
}

func TestSize(t *testing.T) {
	full := "1" + strings.Repeat(" ", canon.MaxSize-1)
	require.Equal(t, "1", canonical(t, full))
	e := refused(t, full+" ", "")
	require.Equal(t, &canon.Error{Offset: canon.MaxSize, Reason: "JSON 文本超过16 MiB"}, e)
}

// Whatever encoding/json writes for a document is accepted, and what it refuses is refused.
func TestAppendRefusesWhatTheStandardLibraryRefuses(t *testing.T) {
	for _, text := range []string{"", "[", "{]", "nul", "[1,]", `{"a"}`, `"\a"`, "1 1", "--1", "1e", "01", "\"\n\"", "[,]", "{,}", "]", "\""} {
		require.False(t, json.Valid([]byte(text)))
		_, err := canon.Append(nil, []byte(text))
		require.Error(t, err, text)
	}
}
