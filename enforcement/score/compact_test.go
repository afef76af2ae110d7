package score_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/enforcement/score"
)

func TestCompact(t *testing.T) {
	s, _ := model(t, national()).Score(good(), marks())
	c := s.Compact()
	text, err := json.Marshal(c)
	require.NoError(t, err)
	require.JSONEq(t, `{"file": "泉鲤案〔2024〕7号", "rubric": "test/national", "version": "2024",
		"score": {"num": 758200, "den": 81, "points": 93.6}, "grade": "优秀",
		"deductions": [{"item": "D2", "lost": 5.5}, {"item": "B1", "lost": 3, "times": 3}], "digest": "`+s.Digest.String()+`"}`, string(text))
	read, err := score.ParseCompact(text)
	require.NoError(t, err)
	require.Equal(t, c, read)
	c.Deductions[0].Lost = 0
	require.NotZero(t, s.Deductions[0].Lost, "the list is its own")

	empty, err := json.Marshal(score.Compact{})
	require.NoError(t, err)
	require.Contains(t, string(empty), `"deductions":[]`)
	for _, wrong := range []string{"", "null", "{}", string(empty), string(text) + "{}", string(text) + "x",
		strings.Replace(string(text), `"file"`, `"files"`, 1), strings.Replace(string(text), `5.5`, `-5.5`, 1),
		strings.Replace(string(text), `93.6`, `93.7`, 1), strings.Replace(string(text), `"D2"`, `""`, 1), strings.Repeat(" ", 5<<20)} {
		read, err := score.ParseCompact([]byte(wrong))
		require.ErrorIs(t, err, score.ErrCompact, wrong)
		require.Zero(t, read)
	}
}

func FuzzParseCompact(f *testing.F) {
	s, _ := model(f, national()).Score(good(), marks())
	text, err := json.Marshal(s.Compact())
	require.NoError(f, err)
	f.Add(text)
	f.Fuzz(func(t *testing.T, text []byte) {
		c, err := score.ParseCompact(text)
		if err != nil {
			require.ErrorIs(t, err, score.ErrCompact)
			return
		}
		again, err := json.Marshal(c)
		require.NoError(t, err)
		read, err := score.ParseCompact(again)
		require.NoError(t, err)
		if len(c.Deductions) == 0 {
			c.Deductions = read.Deductions
		}
		require.Equal(t, c, read)
	})
}
