package form

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/checkdigit"
)

// Values holds what is filled in, by the names of the fields. See the types of fields for what each takes; a string is read
// for every type but List, whose items may also be []any and map[string]any, as JSON gives them. An empty text, a zero date
// or number, an empty list and nil are no value; an amount of zero is one.
type Values map[string]any

// ErrValue is returned, wrapped, for values that no person could have typed: an unknown field, a Go type that does not fit.
var ErrValue = errors.New("填写的值不对")

// Limits of values.
const (
	mostText    = 10_000    // characters of a text
	mostPassage = 1_000_000 // characters of a passage
	mostItems   = 10_000    // items of a list
)

// A reader turns Values into what is printed, and collects what is wrong with them.
type reader struct {
	issues fazhi.Issues
	errs   []error
}

func (r *reader) report(code fazhi.Code, severity fazhi.Severity, at fazhi.Path, message string) {
	r.issues = append(r.issues, fazhi.Issue{Code: code, Severity: severity, Path: at, Message: message})
}

func (r *reader) wrong(at fazhi.Path, message string) {
	r.errs = append(r.errs, fmt.Errorf("form: %w：%s %s", ErrValue, at, message))
}

// record reads the values of some fields.
func (r *reader) record(at fazhi.Path, fields []Field, values Values) map[string]any {
	out := make(map[string]any, len(fields))
	for _, f := range fields {
		given := values[f.Name]
		v := r.value(at.At(f.Name), f, given)
		switch {
		case v != nil:
			out[f.Name] = v
		case f.Required && blank(given):
			r.missing(at, f)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(values)) {
		if _, ok := fieldOf(fields, name); !ok {
			r.wrong(at, "没有字段“"+name+"”")
		}
	}
	return out
}

func (r *reader) missing(at fazhi.Path, f Field) {
	r.report(CodeMissing, fazhi.Error, at.At(f.Name), "没有填写“"+f.Name+"”")
}

// blank reports whether nothing was given.
func blank(given any) bool {
	switch v := given.(type) {
	case nil:
		return true
	case string:
		return strings.TrimSpace(v) == ""
	case fazhi.PersonName:
		return strings.TrimSpace(string(v)) == ""
	case fazhi.IDNumber:
		return strings.TrimSpace(string(v)) == ""
	case fazhi.Phone:
		return strings.TrimSpace(string(v)) == ""
	case fazhi.Date:
		return v.IsZero()
	case fazhi.Number:
		return v == fazhi.Number{}
	case []string:
		return len(v) == 0
	case []Values:
		return len(v) == 0
	case []any:
		return len(v) == 0
	}
	return false
}

// value reads one value: a string, []string of a passage, fazhi.Date, fazhi.Money, fazhi.Number, or []any of a list. It is
// nil if there is none that can be used.
func (r *reader) value(at fazhi.Path, f Field, given any) any {
	if blank(given) {
		return nil
	}
	if f.Type == List {
		return r.list(at, f, given)
	}
	if v := native(f.Type, given); v != nil {
		return v
	}
	text, ok := textOf(f.Type, given)
	if !ok {
		r.wrong(at, fmt.Sprintf("不能是 %T", given))
		return nil
	}
	return r.typed(at, f, strings.TrimSpace(text))
}

// native returns a value that has the type already.
func native(t Type, given any) any {
	switch v := given.(type) {
	case fazhi.Date:
		if t == Date {
			return v
		}
	case fazhi.Money:
		if t == Money {
			return v
		}
	case fazhi.Number:
		if t == Number {
			return v
		}
	}
	return nil
}

// textOf returns the text of a value that is one.
func textOf(t Type, given any) (string, bool) {
	switch v := given.(type) {
	case string:
		return v, true
	case fazhi.PersonName:
		return string(v), t == Person
	case fazhi.IDNumber:
		return string(v), t == ID
	case fazhi.Phone:
		return string(v), t == Phone
	}
	return "", false
}

// typed reads what a person typed.
func (r *reader) typed(at fazhi.Path, f Field, text string) any {
	var v any
	var err error
	switch f.Type {
	case Date:
		v, err = fazhi.ParseDate(text)
	case Money:
		v, err = fazhi.ParseMoney(text)
	case Number:
		v, err = fazhi.ParseNumber(text)
	case Choice:
		v = text
		if !slices.Contains(f.Choices, text) {
			err = errors.New("不在选项之中")
		}
	case Passage:
		return r.passage(at, f, text)
	default:
		return r.line(at, f, text)
	}
	if err != nil {
		r.report(CodeValue, fazhi.Error, at, "“"+f.Name+"”填写不对："+explain(f.Type))
		return nil
	}
	return v
}

// explain says what a type wants.
func explain(t Type) string {
	switch t {
	case Date:
		return "应当是日期，如 2025-02-17"
	case Money:
		return "应当是金额，如 12345.67 或 257.3万元"
	case Number:
		return "应当是发文字号，如 泉鲤司〔2025〕5号"
	}
	return "不在选项之中"
}

// line reads a text of one line.
func (r *reader) line(at fazhi.Path, f Field, text string) any {
	switch {
	case utf8.RuneCountInString(text) > mostText:
		r.report(CodeValue, fazhi.Error, at, "“"+f.Name+"”太长")
		return nil
	case !utf8.ValidString(text) || strings.ContainsFunc(text, hostile):
		r.report(CodeValue, fazhi.Error, at, "“"+f.Name+"”中有换行或者控制字符")
		return nil
	}
	if f.Type == ID && checkdigit.IDNumber(text) != nil {
		r.report(CodeID, fazhi.Warning, at, "“"+f.Name+"”不是正确的公民身份号码")
	}
	return text
}

// passage reads a text of several lines; empty ones are left out.
func (r *reader) passage(at fazhi.Path, f Field, text string) any {
	if utf8.RuneCountInString(text) > mostPassage {
		r.report(CodeValue, fazhi.Error, at, "“"+f.Name+"”太长")
		return nil
	}
	var lines []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if !utf8.ValidString(line) || strings.ContainsFunc(line, hostile) {
			r.report(CodeValue, fazhi.Error, at, "“"+f.Name+"”中有控制字符")
			return nil
		}
		lines = append(lines, line)
	}
	return lines
}
