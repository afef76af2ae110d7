package seal

import (
	"cmp"
	"encoding"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"

	"github.com/fazhi-go/fazhi"
)

// FieldsOf returns the fields of a document's Go type that are of type fazhi.PersonName, fazhi.IDNumber or fazhi.Phone, as
// encoding/json writes it: through structs, also embedded ones, pointers, slices, arrays and maps. Only the type of v
// counts. In a type that contains itself, the paths have the part **, and may cover a little more than there is.
//
// Other types of personal data, an address as a plain string say, are added by hand. So is what an interface or a
// json.RawMessage holds, which no type tells.
//
// ErrFields says that the type decides nothing: it has personal data as the key of a map, or in a type with a MarshalJSON or
// MarshalText of its own.
func FieldsOf(v any) ([]Field, error) {
	if v == nil {
		return nil, fmt.Errorf("seal: %w：没有给出值", ErrFields)
	}
	f := finder{personal: map[reflect.Type]Class{
		reflect.TypeFor[fazhi.PersonName](): PersonName,
		reflect.TypeFor[fazhi.IDNumber]():   IDNumber,
		reflect.TypeFor[fazhi.Phone]():      Phone,
	}}
	if err := f.look(reflect.TypeOf(v), ""); err != nil {
		return nil, fmt.Errorf("seal: %w：%w", ErrFields, err)
	}
	return f.found, nil
}

// maxLooks bounds the work on types that refer to each other in too many ways.
const maxLooks = 10_000

// A finder goes through a type.
type finder struct {
	personal map[reflect.Type]Class
	found    []Field
	stack    []*visit // the types that are being looked into
	looks    int
}

// A visit is the look into one type.
type visit struct {
	typ      reflect.Type
	contains bool // itself
}

// look adds the fields of a type that stands at a path.
func (f *finder) look(t reflect.Type, at fazhi.Path) error {
	if class, ok := f.personal[t]; ok {
		f.found = append(f.found, Field{Path: string(at), Class: class})
		return nil
	}
	if f.looks++; f.looks > maxLooks {
		return fmt.Errorf("类型 %s 过于复杂", t)
	}
	for _, v := range f.stack {
		if v.typ == t {
			v.contains = true
			return nil
		}
	}
	v, first := &visit{typ: t}, len(f.found)
	f.stack = append(f.stack, v)
	err := f.inside(t, at)
	f.stack = f.stack[:len(f.stack)-1]
	if err == nil && len(f.found) > first && marshals(t) {
		err = fmt.Errorf("%s 的类型 %s 自己决定如何写成 JSON", at, t)
	}
	if v.contains {
		f.repeat(at, first)
	}
	return err
}

// inside looks at what a type consists of.
func (f *finder) inside(t reflect.Type, at fazhi.Path) error {
	switch t.Kind() {
	case reflect.Pointer:
		return f.look(t.Elem(), at)
	case reflect.Slice, reflect.Array:
		return f.look(t.Elem(), at+"/"+anyPart)
	case reflect.Map:
		if _, ok := f.personal[t.Key()]; ok {
			return fmt.Errorf("%s 以个人信息作成员名", at)
		}
		return f.look(t.Elem(), at+"/"+anyPart)
	case reflect.Struct:
		for _, m := range members(t) {
			if err := f.look(m.typ, at.At(m.name)); err != nil {
				return err
			}
		}
	}
	return nil
}

// repeat adds what was found in a type that contains itself, at any depth below.
func (f *finder) repeat(at fazhi.Path, first int) {
	for _, field := range f.found[first:len(f.found):len(f.found)] {
		field.Path = string(at) + "/" + anyParts + field.Path[len(at):]
		f.found = append(f.found, field)
	}
}

// marshals reports whether a type, or a pointer to it, writes itself.
func marshals(t reflect.Type) bool {
	toJSON, toText := reflect.TypeFor[json.Marshaler](), reflect.TypeFor[encoding.TextMarshaler]()
	p := reflect.PointerTo(t)
	return t.Implements(toJSON) || t.Implements(toText) || p.Implements(toJSON) || p.Implements(toText)
}

// A member is a field of a struct as JSON has it.
type member struct {
	name   string
	typ    reflect.Type
	depth  int  // how many embedded structs it is in
	tagged bool // the tag names it
}

// members returns the members that encoding/json writes of a struct: of several of one name the least deep one, of these
// the one that is named by a tag, and none if there are several still.
func members(t reflect.Type) []member {
	all := gather(nil, t, 0, nil)
	var out []member
	for _, m := range all {
		same := slices.DeleteFunc(slices.Clone(all), func(x member) bool { return x.name != m.name })
		slices.SortStableFunc(same, compareMembers)
		if same[0] == m && (len(same) == 1 || compareMembers(same[0], same[1]) < 0) {
			out = append(out, m)
		}
	}
	return out
}

func compareMembers(a, b member) int {
	if a.depth != b.depth || a.tagged == b.tagged {
		return cmp.Compare(a.depth, b.depth)
	}
	if a.tagged {
		return -1
	}
	return 1
}

// gather adds the members of a struct and of those embedded in it. within are the structs that it is embedded in.
func gather(all []member, t reflect.Type, depth int, within []reflect.Type) []member {
	if slices.Contains(within, t) {
		return all
	}
	within = append(slices.Clip(within), t)
	for i := range t.NumField() {
		field := t.Field(i)
		name, written := jsonName(field)
		if !written {
			continue
		}
		if inner, ok := embedded(field); ok && name == "" {
			all = gather(all, inner, depth+1, within)
			continue
		}
		m := member{name: name, typ: field.Type, depth: depth, tagged: name != ""}
		if name == "" {
			m.name = field.Name
		}
		all = append(all, m)
	}
	return all
}
