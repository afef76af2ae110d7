package plugintest

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// fingerprint writes all of a value, fields that are not exported among them, so that two states can be compared. What a
// function does cannot be seen.
func fingerprint(v any) string {
	var f printer
	f.value(reflect.ValueOf(v))
	if text, err := marshal(v); err == nil { // what only its own MarshalJSON knows
		f.Write(text)
	}
	return f.String()
}

type printer struct {
	strings.Builder
	seen []uintptr // pointers that are being written
}

func (f *printer) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.Invalid:
		f.WriteString("nil ")
	case reflect.Bool:
		f.WriteString(strconv.FormatBool(v.Bool()) + " ")
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		f.WriteString(strconv.FormatInt(v.Int(), 10) + " ")
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		f.WriteString(strconv.FormatUint(v.Uint(), 10) + " ")
	case reflect.Float32, reflect.Float64, reflect.Complex64, reflect.Complex128:
		fmt.Fprintf(f, "%v ", v)
	case reflect.String:
		f.WriteString(strconv.Quote(v.String()) + " ")
	case reflect.Struct:
		f.WriteString(v.Type().String() + "{")
		for i := range v.NumField() {
			f.value(v.Field(i))
		}
		f.WriteString("}")
	case reflect.Pointer, reflect.Interface:
		f.inner(v)
	case reflect.Slice, reflect.Array:
		f.items(v)
	case reflect.Map:
		f.members(v)
	}
}

// inner follows a pointer once.
func (f *printer) inner(v reflect.Value) {
	if v.IsNil() {
		f.WriteString("nil ")
		return
	}
	if v.Kind() == reflect.Pointer {
		if slices.Contains(f.seen, v.Pointer()) {
			f.WriteString("again ")
			return
		}
		f.seen = append(f.seen, v.Pointer())
		defer func() { f.seen = f.seen[:len(f.seen)-1] }()
	}
	f.value(v.Elem())
}

// items tells a nil slice from an empty one.
func (f *printer) items(v reflect.Value) {
	if v.Kind() == reflect.Slice && v.IsNil() {
		f.WriteString("nil ")
		return
	}
	f.WriteString("[")
	for i := range v.Len() {
		f.value(v.Index(i))
	}
	f.WriteString("]")
}

// members writes a map in the order of the written keys.
func (f *printer) members(v reflect.Value) {
	all := make(map[string]reflect.Value)
	for each := v.MapRange(); each.Next(); {
		key := printer{seen: f.seen}
		key.value(each.Key())
		all[key.String()] = each.Value()
	}
	f.WriteString("map{")
	for _, key := range slices.Sorted(maps.Keys(all)) {
		f.WriteString(key + ":")
		f.value(all[key])
	}
	f.WriteString("}")
}
