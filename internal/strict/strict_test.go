package strict_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/strict"
)

type base struct {
	Serial string `json:"serial"`
}

type part struct {
	Name string `json:"name,omitempty"`
}

type whole struct {
	base
	Plain  string
	Hidden string             `json:"-"`
	Day    fazhi.Date         `json:"day"`
	Own    own                `json:"own"`
	One    *part              `json:"one"`
	List   []part             `json:"list"`
	Map    map[string][]*part `json:"map"`
}

// An own reads its JSON itself.
type own struct{ any }

func (o *own) UnmarshalJSON(data []byte) error { return json.Unmarshal(data, &o.any) }

func TestKey(t *testing.T) {
	for text, want := range map[string]string{
		`{"serial":"1","Plain":"x","day":"2024-01-01","one":{"name":"x"},"list":[{"name":"x"}],"map":{"ANY":[{"name":"x"}]}}`: "",
		`{"SERIAL":"1"}`:                  "/SERIAL",
		`{"serial":"1","Serial":"2"}`:     "/Serial",
		`{"plain":"1"}`:                   "/plain",
		`{"Hidden":"1"}`:                  "/Hidden",
		`{"Z":1,"list":[{"Name":"x"}]}`:   "/Z",
		`{"list":[{},{"Name":"x"}]}`:      "/list/1/Name",
		`{"one":{"a/b":"x"}}`:             "/one/a~1b",
		`{"one":null,"list":null}`:        "",
		`{"map":{"a":[],"b":[{"N":1}]}}`:  "/map/b/0/N",
		`{"own":{"any":{"Thing":1}}}`:     "",
		`{"list":{"Name":"x"}}`:           "", // of another type, so that it cannot be read
		`[]`:                              "",
		`{`:                               "",
		`{"one":{"name":"x","name2":"x"}`: "",
	} {
		path, found := strict.Key[whole]([]byte(text))
		require.Equal(t, fazhi.Path(want), path, text)
		require.Equal(t, want != "", found, text)
	}
	path, found := strict.Key[[]part]([]byte(`[{"name":"x"},{"NAME":"x"}]`))
	require.True(t, found)
	require.Equal(t, fazhi.Path("/1/NAME"), path)
}

// What encoding/json writes has no strange member, whatever was read into the type.
func FuzzKey(f *testing.F) {
	f.Add([]byte(`{"serial":"1","list":[{"name":"x"}],"map":{"a":[{"Name":"x"}]}}`))
	f.Add([]byte(`{"SERIAL":"1","own":[1]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		strict.Key[whole](data)
		var w whole
		if json.Unmarshal(data, &w) != nil {
			return
		}
		written, err := json.Marshal(w)
		require.NoError(t, err)
		_, found := strict.Key[whole](written)
		require.False(t, found, string(written))
	})
}

func ExampleKey() {
	type file struct {
		Serial string `json:"serial"`
	}
	fmt.Println(strict.Key[file]([]byte(`{"serial":"A-1"}`)))
	fmt.Println(strict.Key[file]([]byte(`{"SERIAL":"A-1"}`)))
	// Output:
	//  false
	// /SERIAL true
}
