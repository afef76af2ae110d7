package workday_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/workday"
)

func TestParseSpan(t *testing.T) {
	for _, x := range []struct {
		unit  workday.Unit
		n     int
		short string
		texts []string
	}{
		{workday.WorkingDays, 5, "5wd", []string{"5个工作日", "五个工作日", "5工作日", "五工作日", "５个工作日"}},
		{workday.WorkingDays, -5, "-5wd", []string{"5个工作日前", "五个工作日前"}},
		{workday.CalendarDays, 60, "60d", []string{"60日", "六十日", "60天", "60个自然日", "六〇日"}},
		{workday.CalendarDays, 15, "15d", []string{"15日", "十五日", "一十五日"}},
		{workday.CalendarDays, -7, "-7d", []string{"7日前", "七日前", "7天前"}},
		{workday.Months, 3, "3m", []string{"3个月", "三个月"}},
		{workday.Months, 2, "2m", []string{"两个月", "二个月"}},
		{workday.Years, 1, "1y", []string{"1年", "一年"}},
		{workday.Years, 20, "20y", []string{"20年", "二十年"}},
		{workday.CalendarDays, 99999, "99999d", []string{"99999日"}},
	} {
		want := workday.Span{N: x.n, Unit: x.unit}
		require.Equal(t, x.short, want.String())
		require.Equal(t, x.n < 0, want.Back())
		for _, text := range append(x.texts, x.short, want.Chinese()) {
			got, err := workday.ParseSpan(text)
			require.NoError(t, err, text)
			require.Equal(t, want, got, text)
		}
	}
	require.Equal(t, "5个工作日", span("5wd").Chinese())
	require.Equal(t, "60日", span("60d").Chinese())
	require.Equal(t, "7日前", span("-7d").Chinese())
	require.Equal(t, "3个月", span("3m").Chinese())
	require.Equal(t, "1年", span("1y").Chinese())
}

func TestParseSpanRefuses(t *testing.T) {
	for _, text := range []string{
		"", "5", "wd", "d", "-d", "--5d", "+5d", "-", "0d", "0wd", "-0d", "05d", "5 d", " 5d", "5d ", "5D", "5WD", "5w", "100000d",
		"99999999999999999999d", "1.5d", "1e3d", "5日后", "-5日", "日", "前", "日前", "个月", "零日", "负五日", "0日", "100000日", "十万日",
		"3月", "三月", "半年", "5个日", "1年3个月", "５wd", "五wd", "五d",
	} {
		got, err := workday.ParseSpan(text)
		require.ErrorIs(t, err, workday.ErrSpan, "%q", text)
		require.Zero(t, got, text)
	}
}

func TestSpanJSON(t *testing.T) {
	type limit struct{ Review, None workday.Span }
	data, err := json.Marshal(limit{Review: span("5wd")})
	require.NoError(t, err)
	require.JSONEq(t, `{"Review": "5wd", "None": ""}`, string(data))
	var back limit
	require.NoError(t, json.Unmarshal(data, &back))
	require.Equal(t, limit{Review: span("5wd")}, back)
	require.NoError(t, json.Unmarshal([]byte(`{"Review": "十个工作日"}`), &back))
	require.Equal(t, span("10wd"), back.Review)
	require.ErrorIs(t, json.Unmarshal([]byte(`{"Review": "十"}`), &back), workday.ErrSpan)
	require.Zero(t, back.Review, "a failed parse leaves the zero value")

	for _, wrong := range []workday.Span{{N: 1, Unit: 4}, {N: 1, Unit: -1}, {N: 100000}, {Unit: workday.Years}} {
		_, err := json.Marshal(wrong)
		require.ErrorIs(t, err, workday.ErrSpan)
		require.Empty(t, wrong.String())
		require.Empty(t, wrong.Chinese())
	}
	require.True(t, workday.Span{}.IsZero())
	require.Empty(t, workday.Span{}.Chinese())
}

func FuzzParseSpan(f *testing.F) {
	for _, s := range []string{"5wd", "-60d", "3m", "1y", "五个工作日", "六十日前", "两个月", "20年", "1.5d", "3月"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s, err := workday.ParseSpan(text)
		if err != nil {
			require.ErrorIs(t, err, workday.ErrSpan)
			require.Zero(t, s)
			return
		}
		for _, form := range []string{s.String(), s.Chinese()} {
			again, err := workday.ParseSpan(form)
			require.NoError(t, err)
			require.Equal(t, s, again)
		}
	})
}
