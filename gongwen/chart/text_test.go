package chart_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/chart"
)

func TestNoFontIsWiderThanTextWidth(t *testing.T) {
	f := fonts(t)
	for _, face := range gongwen.Faces() {
		if face == gongwen.Song {
			continue
		}
		for _, r := range allASCII() + "泉鲤〔〕％①，。“”—…·é" {
			font, ok := f.Pick(face, r)
			require.True(t, ok)
			g, _ := font.TrueType().Glyph(r)
			require.LessOrEqual(t, font.Width(g), int(chart.TextWidth(string(r), 1000)), "%d %c", face, r)
		}
	}
}

func allASCII() string {
	var b strings.Builder
	for r := ' '; r <= '~'; r++ {
		b.WriteRune(r)
	}
	return b.String()
}

func TestTextWidth(t *testing.T) {
	require.Equal(t, 4*gongwen.Point*10, chart.TextWidth("泉鲤12司", 10*gongwen.Point))
	require.Zero(t, chart.TextWidth("", 10*gongwen.Point))
	require.Positive(t, chart.TextWidth(strings.Repeat("泉", 1_000_000), 10_000*gongwen.Point), "no overflow")
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text  string
		ems   int
		lines int
		want  string
	}{
		{"审查政府合同", 10, 2, "审查政府合同"},
		{"政府常务会议专题法治讲座", 10, 2, "政府常务会议|专题法治讲座"},
		{"政府常务会议专题法治讲座", 5, 2, "政府常务会|议专题法…"},
		{"一图读懂泉鲤区2024年法治政府建设", 12, 3, "一图读懂泉鲤区|2024年法治政府建设"},
		{"收到（复议），审结", 4, 5, "收到（复|议），审|结"},
		{"see the words here", 5, 9, "see the|words here"},
		{"abcdefghij", 2, 9, "abc|defg|hij"},
		{"", 5, 2, ""},
		{"   ", 5, 2, ""},
		{"名", 0, 2, "名"},
		{"名字", 0, 1, "…"},
	} {
		got := chart.Wrap(c.text, gongwen.Length(c.ems)*10*gongwen.Point, 10*gongwen.Point, c.lines)
		require.Equal(t, c.want, strings.Join(got, "|"), c.text)
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("政府常务会议（专题）2024年", int32(50000), int32(10000), 3)
	f.Add("0%", int32(-43), int32(-29), 14)
	f.Add("\xff\x00 a", int32(-1), int32(0), -1)
	f.Fuzz(func(t *testing.T, text string, width, size int32, lines int) {
		got := chart.Wrap(text, gongwen.Length(width), gongwen.Length(size), lines)
		require.NotEmpty(t, got)
		if lines > 0 {
			require.LessOrEqual(t, len(got), lines)
		}
		for _, line := range got {
			if len([]rune(line)) > 1 {
				require.LessOrEqual(t, chart.TextWidth(line, gongwen.Length(size)), max(gongwen.Length(width), 0))
			}
		}
	})
}
