package strict_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/canon"
	"github.com/fazhi-go/fazhi/internal/strict"
)

func TestRead(t *testing.T) {
	w, fault := strict.Read[whole]([]byte(` {"serial":"1","day":"2024-01-01","list":[{"name":"x"}]} `))
	require.Nil(t, fault)
	require.Equal(t, &whole{base: base{"1"}, Day: fazhi.DateOf(2024, 1, 1), List: []part{{"x"}}}, w)
	for text, want := range map[string]strict.Fault{
		`{"SERIAL":"甲"}`:                {Path: "/SERIAL", Reason: "没有这一项"},
		`{"list":[{},{"page":"甲"}]}`:    {Path: "/list/1/page", Reason: "没有这一项"},
		`{"serial":1}`:                  {Path: "/serial", Reason: "值的类型不对"},
		`{"list":[{"name":1}],"one":2}`: {Path: "/list", Reason: "值的类型不对"},
		`{"day":"甲"}`:                   {Path: "/day", Reason: "值的写法不对", Form: true},
		`[]`:                            {Reason: "应当是一个对象"},
		`null`:                          {Reason: "应当是一个对象"},
		`"甲"`:                           {Reason: "应当是一个对象"},
	} {
		w, fault := strict.Read[whole]([]byte(text))
		require.Nil(t, w, text)
		require.NotNil(t, fault, text)
		require.Equal(t, want, strict.Fault{Path: fault.Path, Reason: fault.Reason, Form: fault.Form}, text)
		require.NotContains(t, fault.Error(), "甲")
	}
	_, fault = strict.Read[[]part]([]byte(`{}`))
	require.Equal(t, "值的类型不对", fault.Reason)
	_, fault = strict.Read[[]part]([]byte(`null`))
	require.Equal(t, "值的类型不对", fault.Reason)
}

// What package canon refuses has its place, and the byte.
func TestReadRefusesWhatIsNoJSON(t *testing.T) {
	for text, path := range map[string]fazhi.Path{``: "", `{"serial":"甲","serial":"甲"}`: "/serial", `{} {}`: ""} {
		w, fault := strict.Read[whole]([]byte(text))
		require.Nil(t, w, text)
		require.Equal(t, path, fault.Path, text)
		require.Regexp(t, `^第\d+字节：`, fault.Reason)
		require.NotContains(t, fault.Error(), "甲")
	}
}

// What stands behind a fault can be asked for.
func TestFaultUnwraps(t *testing.T) {
	_, fault := strict.Read[whole]([]byte(`{`))
	require.ErrorAs(t, fault, new(*canon.Error))
	require.Equal(t, errors.Unwrap(fault).Error(), fault.Error())
	_, fault = strict.Read[whole]([]byte(`{"serial":1}`))
	require.ErrorAs(t, fault, new(*json.UnmarshalTypeError))
	_, fault = strict.Read[whole]([]byte(`{"day":"甲"}`))
	require.ErrorIs(t, fault, fazhi.ErrDate)
}

// Whatever is read is written as something that is read again as the same.
func FuzzRead(f *testing.F) {
	f.Add([]byte(`{"serial":"1","list":[{"name":"x"}],"map":{"a":[{"name":"x"}]}}`))
	f.Add([]byte(`{"day":"2024-02-30","own":[1]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, fault := strict.Read[[]part](data)
		if fault != nil {
			require.NotEmpty(t, fault.Reason)
			require.NotEmpty(t, fault.Error())
			return
		}
		written, err := json.Marshal(p)
		require.NoError(t, err)
		again, fault := strict.Read[[]part](written)
		require.Nil(t, fault)
		require.Equal(t, p, again)
	})
}

func ExampleRead() {
	type file struct {
		Serial string     `json:"serial"`
		Day    fazhi.Date `json:"day"`
	}
	for _, text := range []string{`{"serial":"A-1","day":"2024-05-06"}`, `{"serial":"A-1","page":3}`, `{"day":"昨天"}`} {
		f, fault := strict.Read[file]([]byte(text))
		if fault != nil {
			fmt.Println(fault.Path, fault.Reason)
			continue
		}
		fmt.Println(f.Serial, f.Day)
	}
	// Output:
	// A-1 2024-05-06
	// /page 没有这一项
	// /day 值的写法不对
}
