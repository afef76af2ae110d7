package checktest

import (
	"bytes"
	"context"
	"encoding/json"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi"
)

// A value is a string or number of a document that no issue may repeat, with the forms in which it might be written.
type value struct {
	json  any // string or json.Number
	forms []string
}

func parseJSON(text []byte) (any, error) {
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	var tree any
	err := decoder.Decode(&tree)
	return tree, err
}

// valuesOf collects the values of a tree. The order does not matter: values are only looked up.
func valuesOf(tree any) []value {
	var out []value
	switch n := tree.(type) {
	case map[string]any:
		for _, child := range n {
			out = append(out, valuesOf(child)...)
		}
	case []any:
		for _, child := range n {
			out = append(out, valuesOf(child)...)
		}
	case string:
		if date, err := fazhi.ParseDate(n); err == nil {
			out = append(out, value{json: n, forms: []string{n, date.String(), date.Chinese()}})
		} else if utf8.RuneCountInString(n) >= 2 {
			out = append(out, value{json: n, forms: []string{n}})
		}
	case json.Number:
		if digits := onlyDigits(n.String()); len(digits) >= 3 {
			out = append(out, value{json: n})
		}
	}
	return out
}

// in returns how an issue writes the value, "" if it does not: a word within the message, a word that is a whole
// segment of the path, a number of the message.
func (v value) in(issue fazhi.Issue) string {
	for _, form := range v.forms {
		if strings.Contains(issue.Message, form) || slices.Contains(segments(issue.Path), form) {
			return form
		}
	}
	number, ok := v.json.(json.Number)
	for _, written := range numbersIn(issue.Message) {
		if ok && sameNumber(number.String(), written) {
			return written
		}
	}
	return ""
}

// findValues faults issues that repeat a value of the document.
func (o *outcome) findValues(checks []fazhi.Check, all []outcome, decode func([]byte) (fazhi.Document, error)) {
	var said []string
	for _, issue := range o.issues {
		for _, v := range o.values {
			written := v.in(issue)
			if written == "" || o.isWording(issue, v, written, checks, all, decode) {
				continue
			}
			said = append(said, "检查项 "+string(issue.Code)+" 的说明或者路径重复了文件中的值 “"+written+"”")
		}
	}
	slices.Sort(said)
	o.faults = append(o.faults, slices.Compact(said)...)
}

// isWording reports whether what looks like a value is the wording of the rule.
func (o *outcome) isWording(issue fazhi.Issue, v value, written string, checks []fazhi.Check, all []outcome,
	decode func([]byte) (fazhi.Document, error)) bool {
	if found := o.withAnother(v, checks, decode).of(issue.Code); len(found) > 0 {
		return slices.ContainsFunc(found, func(i fazhi.Issue) bool { return i.Message == issue.Message && i.Path == issue.Path })
	}
	return slices.ContainsFunc(checks, func(c fazhi.Check) bool {
		return c.Code == issue.Code && strings.Contains(c.Doc+"\n"+c.Basis, written)
	}) || slices.ContainsFunc(all, func(other outcome) bool { return other.writes(issue, v) })
}

// writes reports whether a check says the same of this document, although it does not hold the value.
func (o *outcome) writes(issue fazhi.Issue, v value) bool {
	return !slices.ContainsFunc(o.values, func(w value) bool { return w.json == v.json }) &&
		slices.ContainsFunc(o.issues, func(i fazhi.Issue) bool { return i.Code == issue.Code && i.Message == issue.Message })
}

// withAnother returns what the checks find when another value stands in the place of one.
func (o *outcome) withAnother(v value, checks []fazhi.Check, decode func([]byte) (fazhi.Document, error)) found {
	text, err := json.Marshal(replaced(o.tree, v.json, v.another()))
	if err != nil {
		return nil
	}
	doc, err := decode(text)
	if err != nil {
		return nil
	}
	issues, _ := fazhi.Validate(context.Background(), doc, o.lawOn, o.today, checks)
	return found(issues)
}

// another returns a value of the same shape: the next day, the next digit and letter, 某 for any other sign.
func (v value) another() any {
	if number, ok := v.json.(json.Number); ok {
		text := number.String()
		return json.Number(text[:len(text)-1] + strings.Map(nextRune, text[len(text)-1:]))
	}
	text, _ := v.json.(string)
	if date, err := fazhi.ParseDate(text); err == nil {
		return date.AddDays(1).String()
	}
	return strings.Map(nextRune, text)
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

// replaced returns a tree with one value in the place of another.
func replaced(tree, old, another any) any {
	switch n := tree.(type) {
	case map[string]any:
		out := make(map[string]any, len(n))
		for key, child := range n {
			out[key] = replaced(child, old, another)
		}
		return out
	case []any:
		out := make([]any, len(n))
		for i, child := range n {
			out[i] = replaced(child, old, another)
		}
		return out
	case string, json.Number:
		if n == old {
			return another
		}
	}
	return tree
}

// segments returns the names of a path as the document has them.
func segments(p fazhi.Path) []string {
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
