package casefile_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/casefile"
	"github.com/fazhi-go/fazhi/enforcement/casefile/casefiletest"
)

// Whatever a file says, but who the party is, is part of its digest.
func TestDigest(t *testing.T) {
	base := casefiletest.Correct(casefile.Penalty).Digest()
	file := reflect.TypeFor[casefile.File]()
	for i := range file.NumField() {
		name := file.Field(i).Name
		if !file.Field(i).IsExported() {
			continue
		}
		f := casefiletest.Correct(casefile.Penalty)
		change(t, reflect.ValueOf(f).Elem().Field(i))
		hidden := slices.Contains([]string{"Row", "Party", "PartyCode"}, name)
		require.Equal(t, hidden, base == f.Digest(), name)
	}
	f := casefiletest.Correct(casefile.Penalty)
	for i := range f.Documents {
		document := reflect.ValueOf(&f.Documents[i]).Elem()
		for j := range document.NumField() {
			before := f.Digest()
			change(t, document.Field(j))
			require.NotEqual(t, before, f.Digest())
		}
	}
	require.NotEqual(t, (&casefile.File{Serial: "a", Number: "b"}).Digest(), (&casefile.File{Serial: "ab"}).Digest())
	day := casefile.Dates{casefile.Decided: fazhi.DateOf(2024, 6, 5)}
	var e casefile.Examined
	require.NoError(t, examiner(t).Examine(f, &e))
	require.Equal(t, f.Digest(), e.Digest)
	require.Equal(t, "c8", (&casefile.File{Serial: "1", Sort: casefile.Penalty, Dates: day}).Digest().String()[:2], "for ever")
}

// change sets a field to another value.
func change(t *testing.T, v reflect.Value) {
	t.Helper()
	switch v.Kind() {
	case reflect.String:
		v.SetString(v.String() + "改")
	case reflect.Int, reflect.Int64, reflect.Uint8:
		if v.CanInt() {
			v.SetInt(v.Int() + 1)
		} else {
			v.SetUint(v.Uint() + 1)
		}
	case reflect.Pointer:
		changed := reflect.New(v.Type().Elem())
		changed.Elem().SetInt(77)
		v.Set(changed)
	case reflect.Array:
		change(t, v.Index(v.Len()-1))
	case reflect.Slice:
		v.Set(reflect.Append(v, reflect.New(v.Type().Elem()).Elem()))
	default:
		changeStruct(t, v)
	}
}

func changeStruct(t *testing.T, v reflect.Value) {
	t.Helper()
	switch p := v.Addr().Interface().(type) {
	case *fazhi.Date:
		*p = p.AddDays(1)
		if p.IsZero() {
			*p = fazhi.DateOf(2024, 1, 1)
		}
	case *casefile.Moment:
		m, err := casefile.ParseMoment("2024-05-06 10:30")
		require.NoError(t, err)
		*p = m
	default:
		require.True(t, strings.HasSuffix(v.Type().Name(), "Row"), v.Type())
	}
}
