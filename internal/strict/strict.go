// Package strict reads JSON as a Go type, and nothing else.
//
//	f, fault := strict.Read[File](data)
//	if path, found := strict.Key[File](data); found { … }
//
// Read refuses what is no JSON, what stands twice, what the type has not and what it cannot hold, and says where. Key alone finds
// the members that are not written as the type names them: encoding/json takes SERIAL for serial, so that of serial and SERIAL in
// one object the last one counts in silence. It looks into structs, lists and maps in each other, and not into types that read
// their JSON themselves; whether the text is JSON at all and has each name once, and whether values are of the right type, it
// leaves to others. The package keeps no state.
package strict

import (
	"encoding"
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
)

// Key returns the path of the first member that T has not, the members of an object before what is in them, in the order of
// their names; false if there is none, or if the text cannot be read as a T.
func Key[T any](data []byte) (fazhi.Path, bool) {
	return walker{}.walk("", data, reflect.TypeFor[T]())
}

// A walker holds the members of the structs that it met, so that a long list does not ask for them again and again.
type walker map[reflect.Type]map[string]reflect.Type

func (w walker) walk(at fazhi.Path, data []byte, t reflect.Type) (fazhi.Path, bool) {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if readsItself(t) {
		return "", false
	}
	switch t.Kind() {
	case reflect.Struct:
		known := w.members(t)
		return w.object(at, data, func(key string) (reflect.Type, bool) { f, ok := known[key]; return f, ok })
	case reflect.Map:
		return w.object(at, data, func(string) (reflect.Type, bool) { return t.Elem(), true })
	case reflect.Slice, reflect.Array:
		return w.list(at, data, t.Elem())
	}
	return "", false
}

// readsItself reports whether encoding/json leaves the reading to the type.
func readsItself(t reflect.Type) bool {
	p := reflect.PointerTo(t)
	return p.Implements(reflect.TypeFor[json.Unmarshaler]()) || p.Implements(reflect.TypeFor[encoding.TextUnmarshaler]())
}

// object looks at the members of an object; of says which type one has, and whether there may be one of its name.
func (w walker) object(at fazhi.Path, data []byte, of func(key string) (reflect.Type, bool)) (fazhi.Path, bool) {
	var read map[string]json.RawMessage
	if json.Unmarshal(data, &read) != nil {
		return "", false
	}
	keys := slices.Sorted(maps.Keys(read))
	for _, key := range keys {
		if _, ok := of(key); !ok {
			return at.At(key), true
		}
	}
	for _, key := range keys {
		t, _ := of(key)
		if path, found := w.walk(at.At(key), read[key], t); found {
			return path, true
		}
	}
	return "", false
}

func (w walker) list(at fazhi.Path, data []byte, t reflect.Type) (fazhi.Path, bool) {
	var read []json.RawMessage
	if json.Unmarshal(data, &read) != nil {
		return "", false
	}
	for i, one := range read {
		if path, found := w.walk(at.At(i), one, t); found {
			return path, true
		}
	}
	return "", false
}

// members returns the JSON names of a struct's fields with their types, those of structs in it among them.
func (w walker) members(t reflect.Type) map[string]reflect.Type {
	if known, ok := w[t]; ok {
		return known
	}
	known := map[string]reflect.Type{}
	for f := range t.Fields() {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case f.Tag.Get("json") == "-":
		case name == "" && f.Anonymous && f.Type.Kind() == reflect.Struct:
			maps.Copy(known, w.members(f.Type))
		case f.IsExported() && name == "":
			known[f.Name] = f.Type
		case f.IsExported():
			known[name] = f.Type
		}
	}
	w[t] = known
	return known
}
