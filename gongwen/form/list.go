package form

import (
	"fmt"

	"github.com/fazhi-go/fazhi"
)

// list reads the value of a list: []any of strings or of map[string]any.
func (r *reader) list(at fazhi.Path, f Field, given any) any {
	items, ok := itemsOf(given)
	if !ok {
		r.wrong(at, fmt.Sprintf("不能是 %T", given))
		return nil
	}
	if len(items) > mostItems {
		r.report(CodeValue, fazhi.Error, at, "“"+f.Name+"”的项太多")
		return nil
	}
	out := make([]any, 0, len(items))
	for i, item := range items {
		if v := r.item(at.At(i), f, item); v != nil {
			out = append(out, v)
		}
	}
	return out
}

// item reads one item of a list.
func (r *reader) item(at fazhi.Path, f Field, given any) any {
	if len(f.Of) == 0 {
		plain := Field{Name: f.Name}
		v := r.value(at, plain, given)
		if v == nil && blank(given) {
			r.report(CodeMissing, fazhi.Error, at, "“"+f.Name+"”有一项没有填写")
		}
		return v
	}
	switch v := given.(type) {
	case Values:
		return r.record(at, f.Of, v)
	case map[string]any:
		return r.record(at, f.Of, v)
	}
	r.wrong(at, fmt.Sprintf("不能是 %T", given))
	return nil
}

func itemsOf(given any) ([]any, bool) {
	var out []any
	switch v := given.(type) {
	case []any:
		return v, true
	case []string:
		for _, s := range v {
			out = append(out, s)
		}
	case []Values:
		for _, x := range v {
			out = append(out, x)
		}
	default:
		return nil, false
	}
	return out, true
}
