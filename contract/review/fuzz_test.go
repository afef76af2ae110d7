package review_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/contract/review"
	"github.com/fazhi-go/fazhi/gongwen/form"
	"github.com/fazhi-go/fazhi/table"
)

// What can be read is judged, proposed on and written again without a panic, and reads as the same.
func FuzzReadReview(f *testing.F) {
	seed, err := json.Marshal(sampleReview())
	require.NoError(f, err)
	f.Add(seed)
	f.Add([]byte(`{"contract":"HT-2025-7","answers":[{"code":"","reply":"否"}],"decision":{"opinion":"通过"}}`))
	opinion, err := form.New(review.Opinion())
	require.NoError(f, err)
	m := matter()
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := review.ReadReview(data)
		if err != nil {
			require.ErrorIs(t, err, review.ErrReview)
			return
		}
		m.Issues(r)
		m.Propose(r)
		_, _, err = opinion.Fill(m.OpinionValues(r))
		require.NoError(t, err)
		again, err := json.Marshal(r)
		require.NoError(t, err)
		back, err := review.ReadReview(again)
		require.NoError(t, err)
		twice, err := json.Marshal(back)
		require.NoError(t, err)
		require.Equal(t, string(again), string(twice))
	})
}

// Any questionnaire is read or refused; what is read is judged, and each of its answers keeps its cell.
func FuzzReadAnswers(f *testing.F) {
	m := matter()
	s, err := m.Sheet(sampleReview().Answers)
	require.NoError(f, err)
	var b strings.Builder
	require.NoError(f, table.WriteCSV(&b, s))
	f.Add(b.String())
	f.Add("合同编号,项目代码,答复\nHT-2025-7,contract/sample/debt,否\n")
	f.Fuzz(func(t *testing.T, text string) {
		src, err := table.CSV("问卷.csv", []byte(text))
		if err != nil {
			return
		}
		answers, _, err := review.ReadAnswers(src, "")
		if err != nil {
			return
		}
		for _, a := range answers {
			origin, ok := a.Origin("/code")
			require.True(t, ok)
			require.NotEmpty(t, origin.Cell)
		}
		m.Issues(&review.Review{Contract: "HT-2025-7", Answers: answers})
	})
}
