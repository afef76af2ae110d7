package table

import (
	"encoding"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"unicode"

	"github.com/fazhi-go/fazhi"
)

// field is a field of a record struct that a column fills.
type field struct {
	wanted
	index   []int
	pointer bool         // the field is a pointer, nil for an empty cell
	own     bool         // the type reads its text itself
	typ     reflect.Type // without the pointer
}

// binding is how the columns of a ledger fill a struct type.
type binding struct {
	fields []field
	row    []int // index of the embedded Row, nil if there is none
}

var (
	rowType       = reflect.TypeFor[Row]()
	unmarshalType = reflect.TypeFor[encoding.TextUnmarshaler]()
	knownKinds    = map[reflect.Type]Kind{
		reflect.TypeFor[fazhi.Date]():   Date,
		reflect.TypeFor[fazhi.Money]():  Money,
		reflect.TypeFor[fazhi.Count]():  Count,
		reflect.TypeFor[fazhi.Number](): Number,
	}
)

// bind reads the tags of a struct type. The error names every field that cannot be filled.
func bind(t reflect.Type) (*binding, error) {
	if t.Kind() != reflect.Struct {
		return nil, fmt.Errorf("table: %s 不是结构类型", t)
	}
	b := &binding{}
	faults := b.walk(t, nil, "")
	if len(faults) == 0 {
		faults = append(faults, VetColumns(b.columns()))
	}
	if err := errors.Join(faults...); err != nil {
		return nil, fmt.Errorf("table: %s 的字段标签：%w", t, err)
	}
	return b, nil
}

// walk collects the tagged fields of a struct and of the structs in it.
func (b *binding) walk(t reflect.Type, index []int, path fazhi.Path) []error {
	var faults []error
	for i := range t.NumField() {
		f := t.Field(i)
		at := append(index[:len(index):len(index)], i)
		tag, tagged := f.Tag.Lookup("table")
		switch {
		case f.Type == rowType && f.Anonymous:
			if path == "" {
				b.row = at
			}
		case tagged && tag != "-":
			added, err := newField(f, tag, at, path)
			if err != nil {
				faults = append(faults, fmt.Errorf("字段 %s：%w", f.Name, err))
				continue
			}
			b.fields = append(b.fields, added)
		case !tagged && f.Type.Kind() == reflect.Struct && (f.IsExported() || f.Anonymous):
			below := path
			if !f.Anonymous || jsonName(f) != "" {
				below = path.At(pathName(f))
			}
			faults = append(faults, b.walk(f.Type, at, below)...)
		}
	}
	return faults
}

func newField(f reflect.StructField, tag string, index []int, path fazhi.Path) (field, error) {
	if !f.IsExported() {
		return field{}, errors.New("没有导出，不能填写")
	}
	added := field{index: index, typ: f.Type}
	if added.pointer = f.Type.Kind() == reflect.Pointer; added.pointer {
		added.typ = f.Type.Elem()
	}
	var ok bool
	if added.Kind, added.own, ok = kindOf(added.typ); !ok {
		return field{}, fmt.Errorf("不支持类型 %s", f.Type)
	}
	name, options, _ := strings.Cut(tag, ",")
	added.Name, added.path, added.Doc = name, path.At(pathName(f)), f.Tag.Get("doc")
	for option := range strings.SplitSeq(options, ",") {
		choices, isChoices := strings.CutPrefix(option, "choices=")
		switch {
		case option == "required":
			added.Required = true
		case option == "expected":
			added.Expected = true
		case option == "unique":
			added.Unique = true
		case isChoices:
			added.Choices = strings.Split(choices, "|")
		case option != "":
			return field{}, fmt.Errorf("未知的选项 %q", option)
		}
	}
	return added, nil
}

// kindOf returns the kind of column that fills a Go type, and whether the type reads the text itself.
func kindOf(t reflect.Type) (kind Kind, own, ok bool) {
	if k, ok := knownKinds[t]; ok {
		return k, false, true
	}
	if reflect.PointerTo(t).Implements(unmarshalType) {
		return Text, true, true
	}
	switch t.Kind() {
	case reflect.String:
		return Text, false, true
	case reflect.Bool:
		return YesNo, false, true
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return Integer, false, true
	case reflect.Slice:
		return List, false, t.Elem().Kind() == reflect.String
	}
	return Text, false, false
}

func jsonName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	if name == "-" {
		return ""
	}
	return name
}

// pathName returns the name of a field in a path: its JSON name, or the Go name in lower camel case.
func pathName(f reflect.StructField) string {
	if name := jsonName(f); name != "" {
		return name
	}
	runes := []rune(f.Name)
	for i, r := range runes {
		if !unicode.IsUpper(r) || i > 0 && i+1 < len(runes) && unicode.IsLower(runes[i+1]) {
			break
		}
		runes[i] = unicode.ToLower(r)
	}
	return string(runes)
}

func (b *binding) columns() []Column {
	columns := make([]Column, len(b.fields))
	for i := range b.fields {
		columns[i] = b.fields[i].Column
	}
	return columns
}

// get returns the field's value for a Sheet.
func (f *field) get(record reflect.Value) any {
	v := record.FieldByIndex(f.index)
	if f.own && !f.pointer {
		return v.Addr().Interface() // the method may be the pointer's
	}
	return v.Interface()
}
