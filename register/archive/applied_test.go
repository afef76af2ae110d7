package archive_test

import (
	"bytes"
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/archive"
	"github.com/fazhi-go/fazhi/register/audit"
	"github.com/fazhi-go/fazhi/register/checkpoint"
)

// upgraded makes a book in which nobody judged the first entry, and a guard before and after its upgrade the others.
func upgraded(t *testing.T) *register.Memory {
	t.Helper()
	store := register.NewMemory()
	for i, names := range [][]string{nil, {"licheng/caps@1.2.0"}, {"licheng/caps@2.0.0", "quanzhou/days@1"}} {
		o := register.Options{Now: func() time.Time { return noon }}
		if names != nil {
			o.Hooks = register.Hooks{Before: func(context.Context, *register.Attempt) ([]string, error) { return names, nil }}
		}
		book, err := register.New(store, o)
		require.NoError(t, err)
		doc := &register.Raw{Of: fazhi.Ref{Kind: "notice", ID: fmt.Sprint("TZ-", i+1)}, JSON: []byte("{}")}
		_, err = book.Add(t.Context(), register.Request{Scope: scope(), Doc: doc})
		require.NoError(t, err)
	}
	return store
}

// An archive and the checkpoint of a book have who judged, and bring it back.
func TestWhoJudged(t *testing.T) {
	from := upgraded(t)
	file := export(t, from)
	require.Equal(t, 2, bytes.Count(file, []byte(`"applied":[`)))
	require.Contains(t, string(file), `{"act":"add","applied":["licheng/caps@2.0.0","quanzhou/days@1"],"at":`)
	result, err := archive.Verify(bytes.NewReader(file), archive.Options{Checkpoints: []checkpoint.Checkpoint{certify(t, from)}})
	require.NoError(t, err)
	require.Empty(t, result.Faults)
	require.Equal(t, 1, result.Known)

	to := register.NewMemory()
	_, err = archive.Restore(t.Context(), bytes.NewReader(file), to, scope(), archive.Options{})
	require.NoError(t, err)
	require.Equal(t, file, export(t, to))
	var back [][]string
	for e, err := range to.Entries(t.Context(), register.Query{Scope: scope()}) {
		require.NoError(t, err)
		back = append(back, e.Applied)
	}
	require.Equal(t, [][]string{nil, {"licheng/caps@1.2.0"}, {"licheng/caps@2.0.0", "quanzhou/days@1"}}, back)
}

// Who judged cannot be changed afterwards.
func TestWhoJudgedIsChained(t *testing.T) {
	store := upgraded(t)
	lines := bytes.SplitAfter(export(t, store), []byte("\n"))
	known := []checkpoint.Checkpoint{certify(t, store)}
	for name, c := range map[string]struct {
		n        int // the entry
		from, to string
		code     fazhi.Code
	}{
		"another version": {2, "caps@1.2.0", "caps@1.3.0", audit.Link},
		"left out":        {2, `"applied":["licheng/caps@1.2.0"],`, "", audit.Link},
		"put in":          {1, `"add","at"`, `"add","applied":["licheng/caps@1.2.0"],"at"`, audit.Link},
		"in the last":     {3, `,"quanzhou/days@1"`, "", audit.Checkpoint},
		"no version":      {2, "caps@1.2.0", "caps", audit.Unreadable},
		"twice":           {3, "quanzhou/days@1", "licheng/caps@1.0.0", audit.Unreadable},
		"empty":           {2, `["licheng/caps@1.2.0"]`, "[]", audit.Unreadable},
	} {
		text := bytes.Join(change(lines, c.n, c.from, c.to), nil)
		result, err := archive.Verify(bytes.NewReader(text), archive.Options{Checkpoints: known})
		require.NoError(t, err, name)
		var codes []fazhi.Code
		for _, f := range result.Faults {
			codes = append(codes, f.Code)
		}
		require.Contains(t, codes, c.code, name)
	}
}
