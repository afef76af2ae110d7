package content

import (
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/cue"
	"github.com/fazhi-go/fazhi/normdoc"
	"github.com/fazhi-go/fazhi/statute"
)

// expressions are those of the rules and of the package.
func expressions(tb testing.TB) []*cue.Expression {
	list := []*cue.Expression{forceForm, spanForm, untilForm, dayForm}
	for _, r := range Rules() {
		for _, s := range r.Signs {
			e, err := cue.Compile(s.Words)
			require.NoError(tb, err)
			require.False(tb, e.Free(), "%s is slow: %s", r.Code, s.Words)
			list = append(list, e)
		}
		for _, either := range [][]string{r.Passing, r.Unless, {named, plain}, {lawful}} {
			e, err := cue.Compile(either...)
			require.NoError(tb, err)
			list = append(list, e)
		}
	}
	return list
}

// What an expression matches has what it needs, in a search word by word and in one for all words.
func FuzzSightings(f *testing.F) {
	list, shared := expressions(f), cue.NewLexicon()
	for _, e := range list {
		shared.Add(e)
	}
	f.Add("应当经批准，未取得证照不得经营，处五百元罚款，没收，收取押金，提交证明，统一价格，必须，但，和/或，自2024年5月1日起施行，有效期5年")
	f.Fuzz(func(t *testing.T, text string) {
		in := place{sentence: text, has: shared.Find(text)}
		for _, e := range list {
			require.Equal(t, e.May(text), in.may(e), "%s in %q", e, text)
			if e.MatchString(text) {
				require.True(t, e.May(text), "%s in %q", e, text)
			}
		}
	})
}

// Two profiles judge one draft at the same time, and a draft of nothing.
func TestProfilesShareADraft(t *testing.T) {
	text, _ := statute.Parse("", "甲办法\n\n第一条　经营者必须经县商务局批准。违者罚款五百元。\n")
	d := New(normdoc.Doc{}, text)
	today := fazhi.DateOf(2025, 1, 1)
	usual, err := Checks(Profile{})
	require.NoError(t, err)
	more, err := Checks(Profile{More: []Rule{{Code: "jia/text/seller", Doc: "经营者", Basis: "甲", Signs: []Sign{{Words: "经营者"}}}}})
	require.NoError(t, err)
	want, err := fazhi.Validate(t.Context(), New(normdoc.Doc{}, text), today, today, usual)
	require.NoError(t, err)
	require.NotEmpty(t, want)
	var group sync.WaitGroup
	var got [8]fazhi.Issues
	var failed [8]error
	for i := range got {
		group.Go(func() {
			got[i], failed[i] = fazhi.Validate(t.Context(), d, today, today, [][]fazhi.Check{usual, more}[i%2])
		})
	}
	group.Wait()
	for i := range got {
		require.NoError(t, failed[i])
		require.Equal(t, want, got[i][:len(want)])
		require.Len(t, got[i], len(want)+i%2)
	}
	_, err = fazhi.Validate(t.Context(), &Draft{}, today, today, usual)
	require.NoError(t, err)
}
