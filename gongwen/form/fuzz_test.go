package form_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/form"
)

// What ReadSpec reads comes back the same; what New accepts can be filled; what is filled is a document.
func FuzzReadSpec(f *testing.F) {
	for _, l := range letters() {
		spec, err := json.Marshal(l.spec())
		require.NoError(f, err)
		values, err := json.Marshal(l.values())
		require.NoError(f, err)
		f.Add(spec, values)
	}
	f.Add([]byte(`{"name":"函","kind":"reminder","title":"{a}[{a}]","fields":[{"name":"a","required":true}],"parts":[{"text":"{a}"}]}`), []byte(`{"a":"甲"}`))
	f.Fuzz(func(t *testing.T, data, filled []byte) {
		s, err := form.ReadSpec(data)
		if err != nil {
			require.ErrorIs(t, err, form.ErrSpec)
			return
		}
		text, err := json.Marshal(s)
		require.NoError(t, err)
		back, err := form.ReadSpec(text)
		require.NoError(t, err)
		again, err := json.Marshal(back)
		require.NoError(t, err)
		require.Equal(t, string(text), string(again))
		letter, err := form.New(s)
		var values form.Values
		if err != nil || json.Unmarshal(filled, &values) != nil {
			return
		}
		d, issues, err := letter.Fill(values)
		if err != nil {
			require.ErrorIs(t, err, form.ErrValue)
			return
		}
		require.Equal(t, issues.Err() == nil, d != nil)
		if d != nil {
			_, err = gongwen.Lower(d.Body)
			require.NoError(t, err)
		}
	})
}
