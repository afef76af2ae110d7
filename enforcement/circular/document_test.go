package circular_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/casefile"
	"github.com/fazhi-go/fazhi/enforcement/circular"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/internal/outline"
	"github.com/fazhi-go/fazhi/redact"
)

var update = flag.Bool("update", false, "write golden files")

func letter() circular.Letter {
	return circular.Letter{
		Issuer: "某某区司法局", Mark: "某某区司法局文件", Number: fazhi.Number{Issuer: "某司", Year: 2024, Seq: 9}, Date: fazhi.DateOf(2024, 9, 2),
		Basis: []string{"《中华人民共和国行政处罚法》第七十五条"}, How: "每件案卷由法律顾问、赋权部门分别评分。",
		Demand: "未被抽取的案卷，请各单位对照自查。", Mask: redact.Options{Context: true},
	}
}

// full is a round in which everything happens once.
func full() circular.Input {
	in := sample()
	in.Results[1].Faults[0].Reasons = []string{"当事人：张小三（13800138000）没有签名"}
	in.Results[4].Vetoed, in.Results[4].Grade, in.Results[4].Faults[0].Veto = true, "不合格", true
	in.Objections = []circular.Objection{
		{File: "B-1", Raised: fazhi.DateOf(2024, 8, 20), Decided: fazhi.DateOf(2024, 8, 26)},
		{File: "J-1", Raised: fazhi.DateOf(2024, 8, 21), Decided: fazhi.DateOf(2024, 8, 26), Changed: true},
	}
	return in
}

func document(t *testing.T, in circular.Input, l circular.Letter) *gongwen.Document {
	t.Helper()
	s, issues := circular.Sum(in)
	require.Empty(t, issues)
	d, issues, err := s.Document(l)
	require.NoError(t, err)
	require.Empty(t, issues)
	return d
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := "testdata/" + name
	if *update {
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Equal(t, string(want), got)
}

func TestDocument(t *testing.T) {
	d := document(t, full(), letter())
	golden(t, "circular.txt", outline.Of(d))
	require.NotContains(t, outline.Of(d), "13800138000")
	require.NotContains(t, outline.Of(d), "张小三")
}

// Without faults, good files, a head or anything at all, no part stands empty.
func TestBareDocument(t *testing.T) {
	in := sample()
	in.Policy.Good, in.Results = -1, in.Results[2:3]
	golden(t, "clean.txt", outline.Of(document(t, in, circular.Letter{Issuer: "某某区司法局"})))
	golden(t, "empty.txt", outline.Of(document(t, circular.Input{Name: "2025年第一轮", Policy: policy()}, circular.Letter{Issuer: "某某区司法局"})))
}

func TestBadOptions(t *testing.T) {
	s, _ := circular.Sum(sample())
	l := letter()
	l.Mask.Names = []fazhi.PersonName{""}
	_, _, err := s.Document(l)
	require.ErrorIs(t, err, redact.ErrOptions)
	_, _, err = s.Document(circular.Letter{})
	require.ErrorIs(t, err, circular.ErrIssuer)
}

func TestSheets(t *testing.T) {
	s, _ := circular.Sum(full())
	var text string
	for _, sheet := range s.Sheets() {
		text += sheet.Name + "\n"
		for _, row := range sheet.Rows {
			require.Len(t, row, len(sheet.Columns))
			text += fmt.Sprintln(row...)
		}
	}
	golden(t, "sheets.txt", text)
}

// A summary that was kept comes back as it was.
func TestJSON(t *testing.T) {
	s, _ := circular.Sum(full())
	text, err := json.MarshalIndent(s, "", "\t")
	require.NoError(t, err)
	require.NotContains(t, string(text), "null")
	golden(t, "summary.json", string(text)+"\n")
	var back circular.Summary
	require.NoError(t, json.Unmarshal(text, &back))
	again, err := json.MarshalIndent(&back, "", "\t")
	require.NoError(t, err)
	require.Equal(t, string(text), string(again))
	require.Empty(t, back.Check())
}

// A file without a number, which a veto can leave, counts for its grade and for no mean.
func TestFileWithoutScore(t *testing.T) {
	in := sample()
	in.Results[4] = settled("B-1", "丙局", casefile.Permit, 0, "不合格", 1)
	in.Results[4].Final, in.Results[4].Vetoed = in.Results[3].Opinions[0].Outcome.Score, true
	s, issues := circular.Sum(in)
	require.Empty(t, issues)
	require.Equal(t, [3]int{5, 4, 1}, [3]int{s.Reviewed, s.Scored, s.Vetoed})
	require.Equal(t, "90.25", s.Mean.Fixed())
	require.Equal(t, circular.UnitRow{"丙局", 2, 1, 0, 1, []int{0, 0, 0, 1}, 0, "", 0}, s.Units[2])
	require.Contains(t, outline.Of(document(t, in, letter())), "有得分的4件，平均得分90.25分")
}
