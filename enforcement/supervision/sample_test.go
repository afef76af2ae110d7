package supervision_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/enforcement/supervision"
)

func TestParseSamples(t *testing.T) {
	for text, want := range map[string]string{
		"":          "",
		"投诉举报案件287": "投诉举报案件287件",
		"投诉举报案件287件、行政处罚案卷12卷": "投诉举报案件287件、行政处罚案卷12件",
		" 许可 3 宗；\n处罚 4份,":     "许可3件、处罚4件",
		"案卷007":                "案卷7件",
		"案卷0":                  "案卷0件",
	} {
		s, err := supervision.ParseSamples(text)
		require.NoError(t, err, text)
		require.Equal(t, want, s.String())
	}
	s, err := supervision.ParseSamples("投诉举报案件287件、行政处罚案卷12件")
	require.NoError(t, err)
	require.Equal(t, int64(299), s.Total())
	require.Equal(t, []string{"投诉举报案件", "行政处罚案卷"}, s.Sorts())
}

func TestWhatIsNoSample(t *testing.T) {
	for _, text := range []string{"12", "案卷", "案卷十二件", "案卷-", "案卷5件件", "案卷1234567890", "案卷1件、案卷2件", "案卷2023 12件", "案卷１2", "案\x00卷1",
		strings.Repeat("甲", 3), manySorts(101)} {
		s, err := supervision.ParseSamples(text)
		require.ErrorIs(t, err, supervision.ErrSamples, text)
		require.Nil(t, s)
	}
	_, err := supervision.ParseSamples(manySorts(100))
	require.NoError(t, err)
}

// manySorts names so many sorts, by strokes.
func manySorts(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat("类", i+1) + "1、")
	}
	return b.String()
}

// Samples that would not be read back are not written.
func TestSamplesThatCannotBeWritten(t *testing.T) {
	for _, s := range []supervision.Samples{{{Sort: "", N: 1}}, {{Sort: "甲、乙", N: 1}}, {{Sort: "甲", N: -1}}, {{Sort: "甲2", N: 1}}, {{Sort: "甲", N: 1}, {Sort: "甲", N: 2}}} {
		_, err := s.MarshalText()
		require.ErrorIs(t, err, supervision.ErrSamples, s)
	}
}

func FuzzParseSamples(f *testing.F) {
	for _, text := range []string{"", "投诉举报案件287件、行政处罚案卷12卷", "许可 3 宗；处罚4份", "案卷2023 12", "甲1乙2"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s, err := supervision.ParseSamples(text)
		if err != nil {
			require.ErrorIs(t, err, supervision.ErrSamples)
			require.Nil(t, s)
			return
		}
		written, err := s.MarshalText()
		require.NoError(t, err)
		again, err := supervision.ParseSamples(string(written))
		require.NoError(t, err)
		require.Equal(t, s, again)
		require.GreaterOrEqual(t, s.Total(), int64(0))
	})
}
