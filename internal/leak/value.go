package leak

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi"
)

// A Value is a string or number of a document that no issue may repeat, with the forms in which it might be written.
type Value struct {
	JSON  any // string or json.Number
	forms []string
}

// Parse reads JSON into a tree whose numbers are as they were written.
func Parse(text []byte) (any, error) {
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	var tree any
	err := decoder.Decode(&tree)
	return tree, err
}

// Values collects the values of a tree. The order does not matter: values are only looked up.
func Values(tree any) []Value {
	var out []Value
	switch n := tree.(type) {
	case map[string]any:
		for _, child := range n {
			out = append(out, Values(child)...)
		}
	case []any:
		for _, child := range n {
			out = append(out, Values(child)...)
		}
	case string:
		if date, err := fazhi.ParseDate(n); err == nil {
			out = append(out, Value{JSON: n, forms: []string{n, date.String(), date.Chinese()}})
		} else if utf8.RuneCountInString(n) >= 2 {
			out = append(out, Value{JSON: n, forms: []string{n}})
		}
	case json.Number:
		if digits := onlyDigits(n.String()); len(digits) >= 3 {
			out = append(out, Value{JSON: n})
		}
	}
	return out
}

// In returns how an issue writes the value, "" if it does not: a word within the message, a word that is a whole
// segment of the path, a number of the message.
func (v Value) In(issue fazhi.Issue) string {
	for _, form := range v.forms {
		if strings.Contains(issue.Message, form) || slices.Contains(Segments(issue.Path), form) {
			return form
		}
	}
	number, ok := v.JSON.(json.Number)
	for _, written := range numbersIn(issue.Message) {
		if ok && sameNumber(number.String(), written) {
			return written
		}
	}
	return ""
}

// Another returns a value of the same shape: the next day, the next digit and letter, 某 for any other sign. Every digit of
// a number changes, so that an amount in fen is another one in 元 too.
func (v Value) Another() any {
	if number, ok := v.JSON.(json.Number); ok {
		return anotherNumber(number.String())
	}
	text, _ := v.JSON.(string)
	if date, err := fazhi.ParseDate(text); err == nil {
		return date.AddDays(1).String()
	}
	return strings.Map(nextRune, text)
}

func anotherNumber(text string) json.Number {
	digits := []byte(text)
	first := true
	for i, d := range digits {
		if d < '0' || d > '9' {
			continue
		}
		if digits[i] = '0' + (d-'0'+1)%10; first && d == '9' { // no number begins with 0
			digits[i] = '1'
		}
		first = false
	}
	return json.Number(digits)
}

func nextRune(r rune) rune {
	switch {
	case r == '9':
		return '0'
	case r == 'z' || r == 'Z':
		return r - 'z' + 'a'
	case r >= '0' && r < '9', r >= 'a' && r < 'z', r >= 'A' && r < 'Z':
		return r + 1
	case r < 128:
		return r
	}
	return '某'
}

// Replaced returns a tree with one value in the place of another.
func Replaced(tree, old, another any) any {
	switch n := tree.(type) {
	case map[string]any:
		out := make(map[string]any, len(n))
		for key, child := range n {
			out[key] = Replaced(child, old, another)
		}
		return out
	case []any:
		out := make([]any, len(n))
		for i, child := range n {
			out[i] = Replaced(child, old, another)
		}
		return out
	case string, json.Number:
		if n == old {
			return another
		}
	}
	return tree
}

// Segments returns the names of a path as the document has them.
func Segments(p fazhi.Path) []string {
	parts := strings.Split(string(p), "/")[1:]
	for i, part := range parts {
		parts[i] = strings.NewReplacer("~1", "/", "~0", "~").Replace(part)
	}
	return parts
}

// numbersIn returns the numbers of a text as they are written: "12,345.67".
func numbersIn(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return !strings.ContainsRune("0123456789,.", r) })
}

// sameNumber compares digits alone, so that 1234500 分 is found in "12,345元" too.
func sameNumber(a, b string) bool {
	a, b = onlyDigits(a), onlyDigits(b)
	short := strings.TrimRight(a, "0")
	return a == b || len(short) >= 3 && short == strings.TrimRight(b, "0")
}

func onlyDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}
