package table

import (
	"encoding"
	"reflect"

	"github.com/fazhi-go/fazhi"
)

// A setter writes a value into its field of the record under way and reports false when the field's own type refuses it.
type setter func(*value) bool

// setter returns the setter of a field in a record, which must be addressable. Reflection is done here, once for a sheet.
func (f *field) setter(record reflect.Value) setter {
	target := record.FieldByIndex(f.index)
	if f.pointer {
		return f.pointerSetter(target)
	}
	return f.setterOf(target)
}

// pointerSetter fills a pointer with a new value each time.
func (f *field) pointerSetter(target reflect.Value) setter {
	holder := reflect.New(f.typ).Elem()
	set := f.setterOf(holder)
	return func(v *value) bool {
		holder.SetZero()
		if !set(v) {
			return false
		}
		fresh := reflect.New(f.typ)
		fresh.Elem().Set(holder)
		target.Set(fresh)
		return true
	}
}

// setterOf returns the setter of what is no pointer.
func (f *field) setterOf(target reflect.Value) setter {
	at := target.Addr().Interface()
	if f.own {
		own := at.(encoding.TextUnmarshaler)
		return func(v *value) bool { return own.UnmarshalText([]byte(v.text)) == nil }
	}
	switch at := at.(type) {
	case *string:
		return func(v *value) bool { *at = v.text; return true }
	case *bool:
		return func(v *value) bool { *at = v.yes; return true }
	case *fazhi.Date:
		return func(v *value) bool { *at = v.date; return true }
	case *fazhi.Money:
		return func(v *value) bool { *at = fazhi.Money(v.n); return true }
	case *fazhi.Count:
		return func(v *value) bool { *at = fazhi.Count{N: v.n, More: v.more}; return true }
	case *fazhi.Number:
		return func(v *value) bool { *at = v.number; return true }
	}
	return f.kindSetter(target)
}

// kindSetter returns the setter of a type that is made from one of those the language has.
func (f *field) kindSetter(target reflect.Value) setter {
	switch f.Kind {
	case YesNo:
		return func(v *value) bool { target.SetBool(v.yes); return true }
	case Integer:
		return func(v *value) bool {
			fits := !target.OverflowInt(v.n)
			if fits {
				target.SetInt(v.n)
			}
			return fits
		}
	case List:
		return func(v *value) bool {
			target.Set(reflect.MakeSlice(f.typ, len(v.list), len(v.list)))
			for i, item := range v.list {
				target.Index(i).SetString(item)
			}
			return true
		}
	}
	return func(v *value) bool { target.SetString(v.text); return true }
}
