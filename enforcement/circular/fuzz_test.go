package circular_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/circular"
)

// Whatever somebody writes into a summary that was kept: there is a document, or it says why not.
func FuzzDocument(f *testing.F) {
	s, _ := circular.Sum(full())
	text, err := json.Marshal(s)
	require.NoError(f, err)
	f.Add(text)
	f.Add([]byte(`{"policy":{"grades":[{"name":"优秀","least":0}]},"grades":[0],"faults":[{"files":{}}]}`))
	f.Add([]byte(`{"good":[{"file":"J-1"}]}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		var s circular.Summary
		if json.Unmarshal(text, &s) != nil {
			return
		}
		d, issues, err := s.Document(letter())
		if err == nil {
			require.Equal(t, issues.Count(fazhi.Error) == 0, d != nil)
		}
	})
}
