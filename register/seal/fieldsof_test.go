package seal_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/canon"
	"github.com/fazhi-go/fazhi/register/seal"
)

// Types of every shape.
type (
	Person struct {
		Name  fazhi.PersonName `json:"name"`
		ID    fazhi.IDNumber   `json:"idNumber,omitempty"`
		Phone *fazhi.Phone     `json:"phone,omitempty"`
		Role  string           `json:"role"`
	}
	hidden struct {
		Agent fazhi.PersonName
	}
	Shapes struct {
		*Person           // its members are promoted
		hidden            // of an unexported type too
		Named     hidden  `json:"named"`
		Inner     *Person `json:"inner"`
		List      []Person
		Pointers  []**Person                  `json:"pointers"`
		Array     [2]fazhi.Phone              `json:"array"`
		ByRole    map[string]fazhi.PersonName `json:"by/role"`
		Deep      map[string][]map[int]Person `json:"deep"`
		Witnesses []fazhi.PersonName          `json:"证人,omitempty"`
		Out       fazhi.PersonName            `json:"-"`
		//lint:ignore SA5008 encoding/json calls it "-"
		Dash fazhi.PersonName `json:"-,"`
		//lint:ignore SA5008 encoding/json takes the name of the field
		BadName fazhi.PersonName              `json:"a\"b"`
		Any     any                           `json:"any"`
		Date    fazhi.Date                    `json:"date"`
		Func    map[fazhi.Kind]map[string]int `json:"counts"`
	}
	// Shadow's own name hides the embedded one, whose id number is written.
	Shadow struct {
		Person
		Name string `json:"name"`
	}
	// Twice has two names as deep as each other, so that none is written.
	Twice struct {
		Person
		hidden
		*Other
	}
	Other struct {
		Name fazhi.PersonName `json:"name"`
		Tag  fazhi.PersonName `json:"Agent"`
	}
	Embeds struct{ fazhi.PersonName }
)

func paths(t testing.TB, v any) string {
	t.Helper()
	list, err := seal.FieldsOf(v)
	require.NoError(t, err)
	out := make([]string, len(list))
	for i, f := range list {
		out[i] = f.Path
		if f.Class != seal.PersonName {
			out[i] += ":" + string(f.Class)
		}
	}
	return strings.Join(out, " ")
}

func TestFieldsOf(t *testing.T) {
	person := func(at string) string { return strings.ReplaceAll("@/name @/idNumber:id @/phone:phone", "@", at) }
	require.Equal(t, person(""), paths(t, Person{}))
	require.Equal(t, person(""), paths(t, &Person{}))
	require.Equal(t, person("/*"), paths(t, map[string]*Person{}))
	require.Equal(t, strings.Join([]string{
		person(""), "/Agent", "/named/Agent", person("/inner"), person("/List/*"), person("/pointers/*"), "/array/*:phone",
		"/by~1role/*", person("/deep/*/*/*"), "/证人/*", "/-", "/BadName",
	}, " "), paths(t, Shapes{}))
	require.Equal(t, "/idNumber:id /phone:phone", paths(t, Shadow{}))
	require.Equal(t, "/idNumber:id /phone:phone /Agent", paths(t, Twice{}), "the tagged Agent")
	require.Equal(t, "/PersonName", paths(t, Embeds{}))
	for _, v := range []any{0, "", []byte{}, fazhi.Date{}, map[string]any{}, struct{}{}, make(chan Person), func(Person) {}} {
		require.Empty(t, paths(t, v), "%T", v)
	}
}

// Types that contain themselves.
type (
	Node struct {
		Name     fazhi.PersonName `json:"name"`
		Children []*Node          `json:"children,omitempty"`
		Spouse   *Node            `json:"spouse,omitempty"`
	}
	Odd  struct{ Even map[string]Even }
	Even struct {
		Odd   *Odd
		Phone fazhi.Phone
	}
	Endless []Endless
	Self    struct {
		*Self
		Name fazhi.PersonName
	}
)

func TestFieldsOfRecursiveTypes(t *testing.T) {
	require.Equal(t, "/name /**/name", paths(t, Node{}))
	require.Equal(t, "/x/*/name /x/*/**/name", paths(t, struct {
		X []Node `json:"x"`
	}{}))
	require.Equal(t, "/Even/*/Phone:phone /**/Even/*/Phone:phone", paths(t, Odd{}))
	require.Empty(t, paths(t, Endless{}))
	require.Equal(t, "/Name", paths(t, Self{}))

	tree := Node{Name: name, Spouse: &Node{Name: name}, Children: []*Node{{Name: name}, {Name: name, Children: []*Node{{Name: name, Spouse: &Node{Name: name}}}}}}
	requireSealed(t, tree, 6)
	requireSealed(t, Odd{Even: map[string]Even{"a": {Phone: phone, Odd: &Odd{Even: map[string]Even{"b": {Phone: phone}}}}}}, 2)
}

// Writes decides itself how it is written.
type Writes struct{ Name fazhi.PersonName }

func (*Writes) MarshalJSON() ([]byte, error) { return []byte(`"欧阳测试"`), nil }

type Text struct{ Name fazhi.PersonName }

func (Text) MarshalText() ([]byte, error) { return []byte("欧阳测试"), nil }

func TestFieldsOfCannotTell(t *testing.T) {
	for _, v := range []any{
		nil, Writes{}, []Writes{}, struct{ X *Writes }{}, Text{}, struct{ Text }{}, map[fazhi.PersonName]int{}, []map[fazhi.IDNumber]Person{},
	} {
		list, err := seal.FieldsOf(v)
		require.ErrorIs(t, err, seal.ErrFields, "%T", v)
		require.Nil(t, list)
	}
}

// filled returns a value of a type with personal data wherever it can be.
func filled(v reflect.Value, depth int) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(map[string]string{"PersonName": name, "IDNumber": idNo, "Phone": phone}[v.Type().Name()])
	case reflect.Pointer:
		if depth > 0 {
			v.Set(reflect.New(v.Type().Elem()))
			filled(v.Elem(), depth-1)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		filled(v.Index(0), depth)
		filled(v.Index(1), depth)
	case reflect.Array:
		filled(v.Index(0), depth)
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		e := reflect.New(v.Type().Elem()).Elem()
		filled(e, depth)
		v.SetMapIndex(reflect.Zero(v.Type().Key()), e)
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Field(i); f.CanSet() || v.Type().Field(i).Anonymous && f.Kind() == reflect.Struct {
				filled(f, depth)
			}
		}
	}
}

// requireSealed fails unless a document sealed by the fields of its type has nothing personal left and comes back whole.
func requireSealed(t *testing.T, v any, secretsWanted int) {
	t.Helper()
	written, err := json.Marshal(v)
	require.NoError(t, err)
	require.Regexp(t, name+"|"+phone, string(written), "there is something to hide")
	list, err := seal.FieldsOf(v)
	require.NoError(t, err)
	o := options(ring(t))
	o.Fields = map[fazhi.Kind][]seal.Field{kind: list}
	s := newSealer(t, o)
	public, secrets, err := s.Seal(organ, ref, written)
	require.NoError(t, err)
	requireCanonical(t, public)
	requireNothingPersonal(t, string(public))
	if secretsWanted > 0 {
		require.Len(t, secrets, secretsWanted)
	}
	restored, forgotten, err := s.Restore(public, secrets)
	require.NoError(t, err)
	require.Empty(t, forgotten)
	canonical, err := canon.Append(nil, written)
	require.NoError(t, err)
	require.Equal(t, string(canonical), string(restored))
}

// What FieldsOf says is what encoding/json does.
func TestNothingIsLeftOfAnyShape(t *testing.T) {
	for _, v := range []any{&Person{}, &Shapes{}, &Shadow{}, &Twice{}, &Other{}, &Embeds{}, &[]Shapes{}, &map[string]Twice{}, &struct{ X [2]Shapes }{}} {
		filled(reflect.ValueOf(v).Elem(), 3)
		requireSealed(t, v, 0)
	}
}
