package dispute

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/table"
)

// Limits of what a dispute may hold, so that memory and time are bounded.
const (
	MaxItems = 500  // of a list
	MaxText  = 4000 // characters of a text
)

// Vet says what cannot be in a dispute, whatever the law: a value that its column does not know, nothing where something must
// be, blanks around texts, negative numbers, lists without end. What the ledger wants is for the check mediation/fields to say.
// The messages hold no values.
func Vet(d *Dispute) fazhi.Issues {
	if d == nil {
		return nil
	}
	v := &vetter{dispute: d}
	v.structure("", reflect.ValueOf(d).Elem(), false)
	return v.issues
}

type vetter struct {
	dispute *Dispute
	issues  fazhi.Issues
}

func (v *vetter) report(code fazhi.Code, path fazhi.Path, message string) {
	i := fazhi.Issue{Code: code, Path: path, Message: message}
	i.Origin, _ = v.dispute.Origin(path)
	v.issues = append(v.issues, i)
}

// structure looks at the fields of a struct. What is required is asked for only below the ledger's entry.
func (v *vetter) structure(at fazhi.Path, s reflect.Value, below bool) {
	t := s.Type()
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case name == "-" || !f.IsExported() || f.Type == reflect.TypeFor[table.Row]() || f.Type == reflect.TypeFor[Line]():
		case f.Type == reflect.TypeFor[mediation.Case]():
			v.structure(at, s.Field(i), false)
		case name == "parties" && f.Type.Kind() == reflect.Int && len(v.dispute.Parties) > 0: // the parties themselves stand for their number
		default:
			v.value(at.At(name), s.Field(i), f.Tag.Get("table"), below)
		}
	}
}

// value looks at one value with the tag of its column.
func (v *vetter) value(at fazhi.Path, x reflect.Value, tag string, below bool) {
	_, options, _ := strings.Cut(tag, ",")
	if below && x.IsZero() && slices.Contains(strings.Split(options, ","), "required") {
		v.report(NoValue, at, "没有填写")
		return
	}
	switch x.Kind() {
	case reflect.String:
		v.text(at, x.String(), choices(options))
	case reflect.Int, reflect.Int64:
		if x.Int() < 0 {
			v.report(BadCount, at, "不能是负数")
		}
	case reflect.Slice:
		v.list(at, x, tag)
	case reflect.Pointer:
		if !x.IsNil() {
			v.structure(at, x.Elem(), true)
		}
	case reflect.Struct:
		v.period(at, x)
	}
}

func (v *vetter) list(at fazhi.Path, x reflect.Value, tag string) {
	if x.Len() > MaxItems {
		v.report(TooMany, at, fmt.Sprintf("超过%d项", MaxItems))
	}
	for i := range min(x.Len(), MaxItems) {
		if x.Index(i).Kind() == reflect.Struct && x.Index(i).Type() != reflect.TypeFor[fazhi.Period]() {
			v.structure(at.At(i), x.Index(i), true)
			continue
		}
		if x.Index(i).Kind() == reflect.String && x.Index(i).Len() == 0 {
			v.report(NoValue, at.At(i), "没有填写")
			continue
		}
		v.value(at.At(i), x.Index(i), tag, true)
	}
}

// period wants the first day, and the last not before it.
func (v *vetter) period(at fazhi.Path, x reflect.Value) {
	if p, ok := x.Interface().(fazhi.Period); ok && (p.From.IsZero() || !p.To.IsZero() && p.To.Before(p.From)) {
		v.report(BadValue, at, "没有起日，或者止日早于起日")
	}
}

func (v *vetter) text(at fazhi.Path, text string, choices []string) {
	switch {
	case text == "":
	case choices != nil && !slices.Contains(choices, text):
		v.report(BadValue, at, "不是可选的值，可用："+strings.Join(choices, "、"))
	case strings.TrimSpace(text) != text:
		v.report(BadText, at, "首尾有空白")
	case !utf8.ValidString(text) || strings.ContainsFunc(text, func(r rune) bool { return unicode.IsControl(r) && r != '\n' }):
		v.report(BadText, at, "含有乱码或者控制字符")
	case utf8.RuneCountInString(text) > MaxText:
		v.report(BadText, at, fmt.Sprintf("超过%d个字", MaxText))
	}
}

// choices returns those of the options of a column, nil if any text will do.
func choices(options string) []string {
	for option := range strings.SplitSeq(options, ",") {
		if list, ok := strings.CutPrefix(option, "choices="); ok {
			return strings.Split(list, "|")
		}
	}
	return nil
}
