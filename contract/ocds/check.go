package ocds

import (
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/fazhi-go/fazhi"
)

// Bounds of what is said about a file, however bad it is.
const (
	mostIssues = 1000
	mostFields = 100
	longName   = 64 // bytes of a name that is repeated
)

// A checker compares JSON with the types of this package. What it has checked, encoding/json reads without fault.
type checker struct {
	issues fazhi.Issues
	errors int
	fields map[string]*unknown // by their paths without numbers
	order  []*unknown
	more   int // places of fields beyond mostFields
}

// An unknown field is one for which contracts have no place.
type unknown struct {
	first fazhi.Path
	count int
}

func (c *checker) say(i fazhi.Issue) {
	if i.Severity == fazhi.Error {
		c.errors++
	}
	switch {
	case len(c.issues) < mostIssues:
		c.issues = append(c.issues, i)
	case len(c.issues) == mostIssues:
		c.issues = append(c.issues, notice(CodeJSON, "", "问题太多，以下不再列出"))
	}
}

// hopeless reports whether so much is wrong that the package is refused as a whole.
func (c *checker) hopeless() bool { return c.errors >= mostIssues }

// check returns the value without what contracts have no place for.
func (c *checker) check(v any, t reflect.Type, path fazhi.Path, field string) any {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch {
	case v == nil || c.hopeless():
		return nil
	case t == reflect.TypeFor[DateTime]():
		return c.date(v, path)
	case t == reflect.TypeFor[ID]():
		return c.id(v, path)
	case t == reflect.TypeFor[json.Number]():
		if _, ok := v.(json.Number); ok {
			return v
		}
	case t.Kind() == reflect.String:
		if s, ok := v.(string); ok {
			return s
		}
	case t.Kind() == reflect.Slice:
		if list, ok := v.([]any); ok {
			return c.list(list, t.Elem(), path, field)
		}
	case t.Kind() == reflect.Struct:
		if object, ok := v.(map[string]any); ok {
			return c.object(object, t, path, field)
		}
	}
	return c.wrong(path)
}

func (c *checker) wrong(path fazhi.Path) any {
	c.say(fault(CodeType, path, "值的类型不对"))
	return nil
}

func (c *checker) date(v any, path fazhi.Path) any {
	s, ok := v.(string)
	if !ok {
		return c.wrong(path)
	}
	if _, err := time.Parse(time.RFC3339, s); err != nil || dayOf(DateTime(s)).IsZero() {
		c.say(fault(CodeDate, path, "时间应当写作 2024-05-06T00:00:00+08:00"))
		return nil
	}
	return s
}

// id accepts a text that is not blank, or a whole number.
func (c *checker) id(v any, path fazhi.Path) any {
	switch v := v.(type) {
	case string:
		if strings.TrimSpace(v) != "" {
			return v
		}
	case json.Number:
		if _, err := strconv.ParseInt(v.String(), 10, 64); err == nil {
			return v
		}
	}
	return c.wrong(path)
}

func (c *checker) list(list []any, t reflect.Type, path fazhi.Path, field string) any {
	out := make([]any, 0, len(list))
	for i, v := range list {
		at := path.At(i)
		if v == nil {
			c.wrong(at)
			continue
		}
		if v = c.check(v, t, at, field); v != nil {
			out = append(out, v)
		}
	}
	if !slices.Contains(wholeLists(), last(field)) {
		c.doubles(out, path)
	}
	return out
}

func last(field string) string { return field[strings.LastIndexByte(field, '/')+1:] }

// doubles reports objects of one id that say different things: merging would keep the last and lose the others without a word. 1 and
// "1" are one id here, since a ledger has only texts.
func (c *checker) doubles(list []any, path fazhi.Path) {
	first := make(map[string]map[string]any, len(list))
	for i, v := range list {
		object, _ := v.(map[string]any)
		id, ok := textOf(object["id"])
		if !ok {
			continue
		}
		if before, known := first[id]; !known {
			first[id] = object
		} else if !reflect.DeepEqual(before, object) {
			c.say(fault(CodeDouble, path.At(i), "同一列表中有两项的编号相同而内容不同"))
		}
	}
}

// textOf returns an id as a ledger has it.
func textOf(id any) (string, bool) {
	switch v := id.(type) {
	case string:
		return v, true
	case json.Number:
		return v.String(), true
	}
	return "", false
}

func (c *checker) object(object map[string]any, t reflect.Type, path fazhi.Path, field string) any {
	out := make(map[string]any, len(object))
	known := 0
	for i := range t.NumField() {
		f := t.Field(i)
		name, option, _ := strings.Cut(f.Tag.Get("json"), ",")
		v, given := object[name]
		if given {
			known++
		}
		switch {
		case f.Tag.Get("ocds") == "out" && v != nil:
			c.notTaken(path.At(name), field+"/"+name)
		case v == nil && option == "":
			c.say(fault(CodeMissing, path.At(name), "必须有的字段没有"))
		case given && f.Tag.Get("ocds") != "out":
			out[name] = c.check(v, f.Type, path.At(name), field+"/"+name)
		}
	}
	if known < len(object) {
		c.others(object, t, path, field)
	}
	if t == reflect.TypeFor[Value]() {
		c.amount(out, path)
	}
	return out
}

// others counts the members that a type has not. Null says nothing, so nothing is lost with it.
func (c *checker) others(object map[string]any, t reflect.Type, path fazhi.Path, field string) {
	known := make(map[string]bool, t.NumField())
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		known[name] = true
	}
	for _, name := range slices.Sorted(maps.Keys(object)) {
		if known[name] || object[name] == nil {
			continue
		}
		if len(name) > longName {
			name = strings.ToValidUTF8(name[:longName], "") + "…"
		}
		c.notTaken(path.At(name), field+"/"+name)
	}
}

func (c *checker) notTaken(path fazhi.Path, field string) {
	u := c.fields[field]
	switch {
	case u != nil:
		u.count++
	case len(c.fields) == mostFields:
		c.more++
	default:
		u = &unknown{first: path, count: 1}
		c.fields[field] = u
		c.order = append(c.order, u)
	}
}

// amount wants yuan with at most two decimals.
func (c *checker) amount(value map[string]any, path fazhi.Path) {
	n, ok := value["amount"].(json.Number)
	if !ok {
		return
	}
	if _, err := fazhi.ParseMoney(n.String()); err != nil {
		c.say(fault(CodeAmount, path.At("amount"), "金额最多两位小数，绝对值不超过 92233720368547758.07"))
		value["amount"] = nil
	}
}

// lost returns the notices of fields that were not taken over.
func (c *checker) lost() fazhi.Issues {
	var list fazhi.Issues
	for _, u := range c.order {
		list = append(list, notice(CodeNotTaken, u.first, fmt.Sprintf("合同没有对应的项目，未采用；这个字段共出现%d处", u.count)))
	}
	if c.more > 0 {
		list = append(list, notice(CodeNotTaken, "", fmt.Sprintf("还有未采用的其他字段，共出现%d处", c.more)))
	}
	return list
}

// dayOf returns the day in Beijing. The first and the last second of a day stand for the day where they were written: so the
// standard has days written of which the hour is not known.
func dayOf(d DateTime) fazhi.Date {
	t, err := time.Parse(time.RFC3339, string(d))
	if err != nil {
		return fazhi.Date{}
	}
	if clock := t.Format(time.TimeOnly); clock != "00:00:00" && clock != "23:59:59" {
		t = t.In(beijing())
	}
	return fazhi.DateIn(t)
}
