package chart_test

import (
	"bytes"
	"flag"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/chart"
	"github.com/fazhi-go/fazhi/gongwen/chart/charttest"
	embedded "github.com/fazhi-go/fazhi/gongwen/fonts"
	"github.com/fazhi-go/fazhi/gongwen/layout"
	"github.com/fazhi-go/fazhi/gongwen/svg"
)

var update = flag.Bool("update", false, "write golden files")

const width = gongwen.Length(442 * gongwen.Point) // a line of a document

func fonts(t testing.TB) *layout.Fonts {
	t.Helper()
	f, err := embedded.Embedded()
	require.NoError(t, err)
	return f
}

// years returns the names of so many years.
func years(n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = strconv.Itoa(2025-n+i) + "年"
	}
	return out
}

func reconsideration() chart.Chart {
	return chart.Chart{Title: "行政复议案件", Unit: "件", Categories: years(5), Series: []chart.Series{
		{Name: "收到", Values: []float64{60, 72, 80, 95, 111}},
		{Name: "审结", Values: []float64{50, 61, 70, 90, 67}},
		{Name: "直接纠错", Values: []float64{5, 8, 9, 14, 12}},
	}}
}

// single returns a chart of one series.
func single(values ...float64) chart.Chart {
	return chart.Chart{Title: "件数", Unit: "件", Categories: years(len(values)), Series: []chart.Series{{Values: values}}}
}

// kinds are the ways to draw a chart.
var kinds = []struct {
	name string
	draw func(chart.Chart, gongwen.Length) (gongwen.Drawing, error)
}{{"bars", chart.Chart.Bars}, {"columns", chart.Chart.Columns}, {"line", chart.Chart.Line}, {"shares", chart.Chart.Shares}}

func TestGolden(t *testing.T) {
	for _, kind := range kinds {
		d, err := kind.draw(reconsideration(), width)
		require.NoError(t, err)
		var got bytes.Buffer
		require.NoError(t, svg.Write(&got, &d))
		name := "testdata/" + kind.name + ".svg"
		if *update {
			require.NoError(t, os.MkdirAll("testdata", 0o755))
			require.NoError(t, os.WriteFile(name, got.Bytes(), 0o644))
		}
		want, err := os.ReadFile(name)
		require.NoError(t, err)
		require.Equal(t, string(want), got.String())
	}
}

// Whatever the data, every text can be read.
func TestReadable(t *testing.T) {
	many := single(make([]float64, 60)...)
	for i := range many.Categories {
		many.Series[0].Values[i] = float64(i * i)
		many.Categories[i] = "第" + strconv.Itoa(i) + "个街道办事处的人民调解委员会"
	}
	days := single(make([]float64, 365)...)
	for i := range days.Categories {
		days.Categories[i] = "第" + strconv.Itoa(i+1) + "天"
		days.Series[0].Values[i] = float64(i % 17)
	}
	wordy := reconsideration()
	wordy.Title = strings.Repeat("全区各级行政机关办理行政复议案件情况", 5)
	wordy.Unit = strings.Repeat("件", 60)
	for i := range wordy.Series {
		wordy.Series[i].Name = strings.Repeat("系列", 30)
	}
	six := single(1, 2, 3)
	for i := range 5 {
		six.Series = append(six.Series, chart.Series{Name: "名" + strconv.Itoa(i), Values: []float64{100, -5, float64(i)}})
	}
	printed := single(1600, 70000)
	printed.Series[0].Texts = []string{"1600余条", "7万余份"}
	bare := single(3, 1, 2)
	bare.Title, bare.Unit, bare.Categories = "", "", []string{"", "", ""}
	for name, c := range map[string]chart.Chart{
		"plain": reconsideration(), "one value": single(7), "zero": single(0), "zeros": single(0, 0, 0), "negative": single(-3, -10),
		"both": single(13.2, -10.91, 0), "missing": single(math.NaN(), 3, math.NaN(), 5), "nothing": single(math.NaN()),
		"large": single(1e15, 123456789, 70000), "large and small": single(-1e15, 1e15, 1e-300), "nearly the same": single(1e15, 1e15-0.125),
		"tiny": single(5e-324, 1e-310), "many": many, "days": days, "wordy": wordy, "six": six, "printed": printed, "bare": bare,
		"rates": single(98.5, 99, 100), "peaks": single(9, 0, 9, 0, 9),
	} {
		for _, kind := range kinds {
			t.Run(name+" "+kind.name, func(t *testing.T) {
				d, err := kind.draw(c, width)
				if kind.name == "shares" && (name == "negative" || name == "both" || name == "six" || name == "large and small") {
					require.ErrorIs(t, err, chart.ErrData)
					return
				}
				require.NoError(t, err)
				require.NoError(t, charttest.Check(d, fonts(t)))
				require.Equal(t, width, d.Width)
			})
		}
	}
}

func TestWords(t *testing.T) {
	c := reconsideration()
	c.Series = c.Series[:2]
	c.Categories, c.Series[0].Values, c.Series[1].Values = years(2), []float64{95, 1234567890.5}, []float64{math.NaN(), -7}
	d, err := c.Bars(width)
	require.NoError(t, err)
	require.Equal(t, "条形图：行政复议案件。收到：2023年 95件，2024年 1234567890.5件。审结：2023年 无数据，2024年 -7件。", d.Alt)

	c = chart.Chart{Categories: []string{"标语"}, Series: []chart.Series{{Values: []float64{1600}, Texts: []string{"1600余条"}}}}
	d, err = c.Line(width)
	require.NoError(t, err)
	require.Equal(t, "折线图。标语 1600余条。", d.Alt)
}

// texts returns the labels of a drawing.
func texts(d gongwen.Drawing) []string {
	var out []string
	for _, s := range d.Shapes {
		if l, ok := s.(gongwen.Label); ok {
			out = append(out, l.Text)
		}
	}
	return out
}

func TestColumnsWithoutRoomAreBars(t *testing.T) {
	for name, c := range map[string]struct {
		chart chart.Chart
		want  string
	}{
		"room":        {single(1, 2, 3), "柱形图"},
		"many":        {single(make([]float64, 40)...), "条形图"},
		"long values": {single(12345678, 12345678, 12345678, 12345678, 12345678, 12345678, 12345678, 12345678, 12345678, 12345678, 1), "条形图"},
		"long names":  {chart.Chart{Categories: []string{strings.Repeat("街道", 30), "乙"}, Series: []chart.Series{{Values: []float64{1, 2}}}}, "条形图"},
	} {
		d, err := c.chart.Columns(width)
		require.NoError(t, err, name)
		require.True(t, strings.HasPrefix(d.Alt, c.want), "%s: %s", name, d.Alt)
	}
}

func TestShares(t *testing.T) {
	c := chart.Chart{Unit: "件", Categories: []string{"维持", "驳回", "撤销", "变更", "确认违法", "责令履行", "终止", "调解"},
		Series: []chart.Series{{Name: "2024年", Values: []float64{30, 10, 8, 2, 1, 1, 12, 20}}}}
	d, err := c.Shares(width)
	require.NoError(t, err)
	require.Equal(t, []string{"单位：件", "2024年", "35.7%", "11.9%", "9.5%", "14.3%", "23.8%",
		"维持 30（35.7%）", "驳回 10（11.9%）", "撤销 8（9.5%）", "终止 12（14.3%）", "调解 20（23.8%）", "其余3项 4（4.8%）"}, texts(d))
	require.Contains(t, d.Alt, "责令履行 1件", "the words have all of them")

	d, err = single(0, 0).Shares(width)
	require.NoError(t, err)
	require.Contains(t, texts(d), "2023年 0（—）")
}

func TestTheLineNamesEverySoManyCategories(t *testing.T) {
	d, err := single(make([]float64, 100)...).Line(width)
	require.NoError(t, err)
	named := 0
	for _, text := range texts(d) {
		if strings.HasSuffix(text, "年") {
			named++
		}
	}
	require.Equal(t, 11, named)
}

func TestTheAxisOfALine(t *testing.T) {
	for _, c := range []struct {
		values []float64
		want   string // ticks, from below
	}{
		{[]float64{60, 111}, "0 50 100 150"},
		{[]float64{98.5, 100}, "98.5 99 99.5 100"},
		{[]float64{-4, 13}, "-5 0 5 10 15"},
		{[]float64{-90, -100}, "-100 -98 -96 -94 -92 -90"},
		{[]float64{25000, 70000}, "0 2万 4万 6万 8万"},
		{[]float64{0}, "0 0.2 0.4 0.6 0.8 1"},
		{[]float64{7}, "0 2 4 6 8"},
		{[]float64{-7}, "-8 -6 -4 -2 0"},
		{[]float64{math.NaN()}, "0 0.2 0.4 0.6 0.8 1"},
	} {
		d, err := chart.Chart{Categories: make([]string, len(c.values)), Series: []chart.Series{{Values: c.values, Texts: make([]string, len(c.values))}}}.Line(width)
		require.NoError(t, err)
		require.Equal(t, c.want, strings.Join(texts(d), " "))
	}
}

func TestErrors(t *testing.T) {
	long := single(make([]float64, 100)...)
	for i := range long.Categories {
		long.Categories[i] = strings.Repeat("名", 60)
	}
	long.Style.Size = 26 * gongwen.Point
	for name, c := range map[string]struct {
		chart chart.Chart
		width gongwen.Length
		want  error
	}{
		"empty":          {chart.Chart{}, width, chart.ErrData},
		"no series":      {chart.Chart{Categories: years(2)}, width, chart.ErrData},
		"seven series":   {chart.Chart{Categories: years(1), Series: make([]chart.Series, 7)}, width, chart.ErrData},
		"values missing": {chart.Chart{Categories: years(2), Series: []chart.Series{{Values: []float64{1}}}}, width, chart.ErrData},
		"texts missing":  {chart.Chart{Categories: years(1), Series: []chart.Series{{Values: []float64{1}, Texts: []string{}}}}, width, chart.ErrData},
		"too many":       {single(make([]float64, 501)...), width, chart.ErrData},
		"too large":      {single(1.1e15), width, chart.ErrData},
		"endless":        {single(math.Inf(-1)), width, chart.ErrData},
		"long name":      {chart.Chart{Categories: []string{strings.Repeat("名", 501)}, Series: []chart.Series{{Values: []float64{1}}}}, width, chart.ErrData},
		"narrow":         {single(1), 159 * gongwen.Point, chart.ErrRoom},
		"no width":       {single(1), -5, chart.ErrRoom},
		"wide":           {single(1), math.MaxInt32, chart.ErrRoom},
		"small text":     {chart.Chart{Categories: years(1), Series: []chart.Series{{Values: []float64{1}}}, Style: chart.Style{Size: 5}}, width, chart.ErrRoom},
		"long":           {long, width, chart.ErrRoom},
	} {
		t.Run(name, func(t *testing.T) {
			for _, kind := range kinds[:1] {
				d, err := kind.draw(c.chart, c.width)
				require.ErrorIs(t, err, c.want)
				require.ErrorContains(t, err, "chart: ")
				require.Zero(t, d)
			}
		})
	}
	_, err := chart.Chart{Categories: years(1), Series: []chart.Series{{Values: []float64{1}, Texts: []string{strings.Repeat("余", 40)}}}}.Bars(width)
	require.ErrorIs(t, err, chart.ErrRoom, "no room for bars beside a value")
}

func TestAllFaultsAtOnce(t *testing.T) {
	_, err := chart.Chart{Categories: years(2), Series: []chart.Series{{Values: []float64{1}}, {Values: []float64{1, 2e15}}}}.Bars(width)
	require.ErrorContains(t, err, "第 1 个系列的值与类别的个数不同")
	require.ErrorContains(t, err, "第 2 个系列的第 2 个值太大")
}

func TestStyle(t *testing.T) {
	c := single(5)
	c.Style = chart.Style{Size: 20 * gongwen.Point, Colors: []gongwen.Ink{gongwen.RGB(1, 2, 3)}}
	d, err := c.Columns(width)
	require.NoError(t, err)
	colored := false
	for _, s := range d.Shapes {
		switch v := s.(type) {
		case gongwen.Path:
			colored = colored || v.Fill == gongwen.RGB(1, 2, 3)
		case gongwen.Label:
			require.GreaterOrEqual(t, v.Size, 20*gongwen.Point)
		}
	}
	require.True(t, colored)
}

func TestFormat(t *testing.T) {
	for v, want := range map[float64]string{
		0: "0", 25: "25", 17.906: "17.91", -10.91: "-10.91", 12.5: "12.5", 70000: "70000", 99999999: "99999999",
		123456789: "1.23亿", -1e12: "-1万亿", 1e15: "1000万亿", -0.001: "0",
	} {
		require.Equal(t, want, chart.Format(v))
	}
	require.Equal(t, "—", chart.Format(math.NaN()))
}

func FuzzChart(f *testing.F) {
	shared := fonts(f)
	f.Add("收到\n审结", "件", 1.5, -2e9, uint8(3), uint8(2), int32(442000), int32(10000))
	f.Add("\x00\xff", "", math.NaN(), 5e-324, uint8(200), uint8(1), int32(5000), int32(1))
	f.Fuzz(func(t *testing.T, text, unit string, a, b float64, categories, series uint8, wide, size int32) {
		c := chart.Chart{Title: text, Unit: unit, Style: chart.Style{Size: gongwen.Length(size)}}
		for i := range categories {
			c.Categories = append(c.Categories, text[:int(i)%(len(text)+1)])
		}
		for n := range series % 8 {
			s := chart.Series{Name: text}
			for i := range c.Categories {
				s.Values = append(s.Values, []float64{a, b, a * float64(i), b / float64(n), 0}[(i+int(n))%5])
			}
			c.Series = append(c.Series, s)
		}
		for _, kind := range kinds {
			d, err := kind.draw(c, gongwen.Length(wide))
			if err != nil {
				continue
			}
			require.NoError(t, charttest.Check(d, shared), kind.name)
			again, _ := kind.draw(c, gongwen.Length(wide))
			require.Equal(t, fmt.Sprint(d), fmt.Sprint(again))
		}
	})
}
