package protocol

import (
	"encoding"
	"encoding/json"
	"reflect"
	"strings"
	"sync"
)

// A shape is what JSON of one Go type looks like, as far as lists and members are concerned.
type shape struct {
	members  map[string]*shape // of a struct; nil of everything else
	need     map[string]bool   // members that are always there
	elem     *shape            // of a list or a map
	empty    string            // what stands for a nil value: [] or {} or ""; empty: nothing does
	to       *shape            // of a pointer, which has nothing else
	part     bool              // JSON by itself
	nullable bool              // an ID
}

// behind returns what a pointer points to, and of everything else itself.
func (s *shape) behind() *shape {
	if s != nil && s.to != nil {
		return s.to
	}
	return s
}

// member returns the shape of a member or of a value of a map, nil if it is not known.
func (s *shape) member(name []byte) *shape {
	s = s.behind()
	if s != nil && s.members != nil {
		return s.members[string(name)]
	}
	return s.item()
}

// hasMembers reports whether an object of the shape has parts that are known.
func (s *shape) hasMembers() bool { return s.members != nil || s.elem != nil }

// item returns the shape of an item, nil if it is not known.
func (s *shape) item() *shape {
	if s = s.behind(); s == nil {
		return nil
	}
	return s.elem
}

// shapes are worked out once for each Go type. The zero value is empty and may be used by several goroutines.
type shapes struct {
	opaque []reflect.Type // types that write or read their own JSON implement one of these
	mu     sync.Mutex
	known  map[reflect.Type]*shape
}

// writing returns shapes of what is to be written: what has a say in its own JSON is not looked into.
func writing() *shapes {
	return &shapes{opaque: []reflect.Type{reflect.TypeFor[json.Marshaler](), reflect.TypeFor[encoding.TextMarshaler]()}}
}

// reading returns shapes of what is to be read.
func reading() *shapes {
	return &shapes{opaque: []reflect.Type{reflect.TypeFor[json.Unmarshaler](), reflect.TypeFor[encoding.TextUnmarshaler]()}}
}

func (s *shapes) of(t reflect.Type) *shape {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.known == nil {
		s.known = make(map[reflect.Type]*shape)
	}
	return s.find(t)
}

// find returns the shape of a type, which may hold itself.
func (s *shapes) find(t reflect.Type) *shape {
	if known := s.known[t]; known != nil {
		return known
	}
	found := new(shape)
	s.known[t] = found
	switch {
	case t == reflect.TypeFor[json.RawMessage]():
		found.part = true
	case t == reflect.TypeFor[ID]():
		found.nullable = true
	case s.isOpaque(t):
	case t.Kind() == reflect.Struct:
		found.members, found.need = make(map[string]*shape), make(map[string]bool)
		s.fields(found, t, make(map[reflect.Type]bool))
	case t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.Uint8 && !s.isOpaque(t.Elem()):
		found.empty = `""`
	case t.Kind() == reflect.Slice:
		found.empty, found.elem = "[]", s.find(t.Elem())
	case t.Kind() == reflect.Array:
		found.elem = s.find(t.Elem())
	case t.Kind() == reflect.Map:
		found.empty, found.elem = "{}", s.find(t.Elem())
	case t.Kind() == reflect.Pointer && t.Elem().Kind() != reflect.Pointer:
		found.to = s.find(t.Elem())
	}
	return found
}

func (s *shapes) isOpaque(t reflect.Type) bool {
	for _, i := range s.opaque {
		if t.Implements(i) || t.Kind() != reflect.Pointer && reflect.PointerTo(t).Implements(i) {
			return true
		}
	}
	return false
}

// fields notes the members of a struct, then those of the structs in it, which it covers.
func (s *shapes) fields(into *shape, t reflect.Type, seen map[reflect.Type]bool) {
	if seen[t] {
		return
	}
	seen[t] = true
	var inner []reflect.Type
	for i := range t.NumField() {
		f := t.Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		if in := structOf(f.Type); f.Anonymous && name == "" && in != nil && !s.isOpaque(f.Type) {
			inner = append(inner, in)
			continue
		}
		if !f.IsExported() || name == "-" && options == "" {
			continue
		}
		if name == "" {
			name = f.Name
		}
		if into.members[name] != nil {
			continue
		}
		into.members[name] = s.find(f.Type)
		if !strings.Contains(options, "omit") {
			into.need[name] = true
		}
	}
	for _, in := range inner {
		s.fields(into, in, seen)
	}
}

// structOf returns the struct that t is or points to, or nil.
func structOf(t reflect.Type) reflect.Type {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct {
		return nil
	}
	return t
}
