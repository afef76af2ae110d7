package picture_test

import (
	"bytes"
	"flag"
	"fmt"
	"image/png"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/chart/charttest"
	"github.com/fazhi-go/fazhi/gongwen/raster"
	"github.com/fazhi-go/fazhi/gongwen/svg"
	"github.com/fazhi-go/fazhi/report/picture"
)

var update = flag.Bool("update", false, "write golden files")

func draw(t *testing.T, c picture.Config, figures, last []fazhi.Figure) gongwen.Drawing {
	t.Helper()
	d, issues, err := picture.Draw(c, figures, last)
	require.NoError(t, err)
	require.Empty(t, issues)
	return d
}

func TestGolden(t *testing.T) {
	d := draw(t, config(), small(), before(small()))
	var got bytes.Buffer
	require.NoError(t, svg.Write(&got, &d))
	const name = "testdata/small.svg"
	if *update {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(name, got.Bytes(), 0o644))
	}
	want, err := os.ReadFile(name)
	require.NoError(t, err)
	require.Equal(t, string(want), got.String())
}

// The figures of a whole report, without and with the year before: every text can be read, and every figure stands in the
// words and in the picture as the report prints it.
func TestTheAnnualReport(t *testing.T) {
	figures, f := annual(t), fonts(t)
	for name, last := range map[string][]fazhi.Figure{"alone": nil, "compared": before(figures)} {
		t.Run(name, func(t *testing.T) {
			d := draw(t, config(), figures, last)
			require.NoError(t, charttest.Check(d, f))
			shown := strings.Join(labels(d), "")
			for _, figure := range figures {
				require.Contains(t, d.Alt, figure.Name+printed(t, figure))
				bare, err := figure.Text(fazhi.Form{Bare: true})
				require.NoError(t, err)
				require.Contains(t, shown, bare, figure.ID)
			}
			require.Equal(t, last != nil, strings.Contains(d.Alt, "比上年"))

			if last != nil {
				return
			}
			var b bytes.Buffer
			require.NoError(t, raster.PNG(&b, &d, f, 1080))
			size, err := png.DecodeConfig(&b)
			require.NoError(t, err)
			require.Equal(t, 1080, size.Width)
			require.Equal(t, int(d.Height)/500, size.Height, "two points of the picture to the point: all lines are sharp")
		})
	}
}

func TestWords(t *testing.T) {
	c := config()
	c.Areas = map[string]string{"复议": "行政复议"}
	d := draw(t, c, small()[:3], small()[:1])
	require.Equal(t, "一图读懂泉鲤区2024年法治政府建设。依法行政　执法为民　建设人民满意的法治政府。"+
		"关键数字：收到行政复议申请111件，与上年持平。"+
		"行政复议：收到行政复议申请111件，与上年持平；已受理案件中审结67件；行政复议纠错率17.91%。"+
		"数据来源：泉鲤区司法局各业务台账，统计期间为2024年1月1日至12月31日。泉鲤区司法局。2025年3月28日。", d.Alt)
	require.Contains(t, labels(d), "2023年")

	d = draw(t, picture.Config{}, small()[:1], small()[:1])
	require.Equal(t, "一图读懂。关键数字：收到行政复议申请111件，与上年持平。", d.Alt)
}

func TestWhatIsShown(t *testing.T) {
	for name, c := range map[string]struct {
		config picture.Config
		want   string
	}{
		"the first of each area": {picture.Config{}, "关键数字：收到行政复议申请111件；宣传标语1600余条；败诉率同比下降10.91个百分点；挽回损失257.3万元。" +
			"复议：收到行政复议申请111件；已受理案件中审结67件；行政复议纠错率17.91%。普法：宣传标语1600余条；宣传活动639场。"},
		"chosen keys": {picture.Config{Keys: []string{"复议.纠错率", "普法.活动", "复议.纠错率"}, Figures: []string{}}, "关键数字：行政复议纠错率17.91%；宣传活动639场。"},
		"no keys":     {picture.Config{Keys: []string{}, Figures: []string{"普法.活动", "法援.挽回"}}, "普法：宣传活动639场。法援：挽回损失257.3万元。"},
		"one in its area": {picture.Config{Keys: []string{"普法.标语"}, Figures: []string{"普法.活动", "法援.挽回"}},
			"关键数字：宣传标语1600余条。普法：宣传活动639场。法援：挽回损失257.3万元。"},
		"forms": {picture.Config{Keys: []string{}, Figures: []string{"复议.收到", "复议.纠错率"},
			Forms: map[string]fazhi.Form{"复议.收到": {Approx: true}, "复议.纠错率": {Places: 1, Bare: true}}}, "复议：收到行政复议申请110余件；行政复议纠错率17.9%。"},
	} {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, "一图读懂。"+c.want, draw(t, c.config, small(), nil).Alt)
		})
	}
}

func TestChanges(t *testing.T) {
	count := func(n int64) fazhi.Quantity { return fazhi.Count{N: n} }
	for _, c := range []struct {
		now, before fazhi.Quantity
		unit, want  string
	}{
		{count(111), count(98), "件", "比上年增长13.27%"},
		{count(98), count(111), "件", "比上年下降11.71%"},
		{count(5), count(5), "件", "与上年持平"},
		{count(1_000_000), count(1_000_001), "件", "与上年基本持平"},
		{count(0), count(4), "件", "比上年下降100%"},
		{count(4), count(0), "件", ""},
		{count(-4), count(2), "件", ""},
		{count(1 << 62), count(1), "件", "比上年增长461168601842738790300%"},
		{fazhi.Count{N: 1600, More: true}, count(1500), "条", ""},
		{count(1600), fazhi.Count{N: 1500, More: true}, "条", ""},
		{fazhi.Rate{Num: 1, Den: 73}, fazhi.Rate{Num: 7, Den: 57}, "%", "比上年下降10.91个百分点"},
		{fazhi.Rate{Num: 1, Den: 2}, fazhi.Rate{Num: 1, Den: 4}, "%", "比上年上升25个百分点"},
		{fazhi.Rate{Num: 1, Den: 2}, fazhi.Rate{Num: 2, Den: 4}, "%", "与上年持平"},
		{fazhi.Rate{Num: 1, Den: 2}, fazhi.Rate{}, "%", ""},
		{fazhi.Money(2573), fazhi.Money(2000), "元", "比上年增长28.65%"},
		{fazhi.Points{Now: fazhi.Rate{Num: 1, Den: 2}, Before: fazhi.Rate{Num: 1, Den: 4}}, fazhi.Points{Now: fazhi.Rate{Num: 1, Den: 2}, Before: fazhi.Rate{Num: 1, Den: 4}}, "百分点", ""},
	} {
		f := fazhi.Figure{ID: "甲.乙", Name: "名", Unit: c.unit, Value: c.now}
		prior := f
		prior.Value = c.before
		d := draw(t, picture.Config{}, []fazhi.Figure{f}, []fazhi.Figure{prior})
		_, change, _ := strings.Cut(strings.TrimSuffix(d.Alt, "。"), "，")
		require.Equal(t, c.want, change, "%v %v", c.now, c.before)
	}
}

// Bars of a card share one scale: those of the unit that most figures have; rates are parts of one.
func TestBars(t *testing.T) {
	figure := func(id, unit string, v fazhi.Quantity) fazhi.Figure {
		return fazhi.Figure{ID: "甲." + id, Name: id, Unit: unit, Value: v}
	}
	d := draw(t, picture.Config{Keys: []string{}}, []fazhi.Figure{
		figure("a", "件", fazhi.Count{N: 100}), figure("b", "场", fazhi.Count{N: 7}), figure("c", "件", fazhi.Count{N: 50}),
		figure("d", "场", fazhi.Count{N: 9}), figure("e", "%", fazhi.Rate{Num: 1, Den: 4}), figure("f", "件", fazhi.Count{N: 0}),
		figure("g", "件", fazhi.Count{N: -3}),
	}, nil)
	const full = 880
	require.Equal(t, []int{full, full / 2, full, full / 4}, barWidths(d), "a, c, the track of e and e")

	alone := draw(t, picture.Config{Keys: []string{}}, []fazhi.Figure{figure("a", "件", fazhi.Count{N: 100}), figure("b", "场", fazhi.Count{N: 7})}, nil)
	require.Empty(t, barWidths(alone))
}

// barWidths returns the widths of what is 14 points of the picture high.
func barWidths(d gongwen.Drawing) []int {
	var out []int
	for _, s := range d.Shapes {
		p, ok := s.(gongwen.Path)
		if ok && p.Steps[2].To.Y-p.Steps[0].To.Y == 14*500 {
			out = append(out, int(p.Steps[2].To.X-p.Steps[0].To.X)/500)
		}
	}
	return out
}

func TestIssues(t *testing.T) {
	figures := small()
	other := small()[0]
	other.Unit = "次"
	scope := small()[1]
	scope.Scope = "全区"
	kind := small()[2]
	kind.Value = fazhi.Count{N: 1}
	twice := append(small(), small()[3])
	empty := small()
	empty[2].Value = fazhi.Rate{}
	empty[3].Value = nil
	for name, c := range map[string]struct {
		config        picture.Config
		figures, last []fazhi.Figure
		want          string
	}{
		"unknown": {picture.Config{Keys: []string{"复议.收到", "无.无"}, Figures: []string{"无.无"}}, figures, nil,
			"picture/figure/unknown error /config/keys/1, picture/figure/unknown error /config/figures/0"},
		"double": {picture.Config{}, twice, append(small()[:1], small()[0]), "picture/figure/double error /figures/7, picture/figure/double error /last/1"},
		"print": {picture.Config{Forms: map[string]fazhi.Form{"复议.审结": {Approx: true}, "复议.收到": {Approx: true}, "应诉.败诉率变化": {Approx: true}}}, empty, nil,
			"picture/figure/print warning /figures/2, picture/figure/print warning /figures/3, picture/figure/print warning /figures/5"},
		"different": {picture.Config{}, figures, []fazhi.Figure{other, scope, kind}, "picture/last/different notice /figures/0, " +
			"picture/last/different notice /figures/1, picture/last/different notice /figures/2"},
	} {
		t.Run(name, func(t *testing.T) {
			d, issues, err := picture.Draw(c.config, c.figures, c.last)
			require.NoError(t, err)
			require.NoError(t, charttest.Check(d, fonts(t)))
			var got []string
			for _, i := range issues {
				require.NotEmpty(t, i.Message)
				got = append(got, fmt.Sprintf("%s %s %s", i.Code, i.Severity, i.Path))
			}
			require.Equal(t, c.want, strings.Join(got, ", "))
			require.NotContains(t, d.Alt, "比上年")
		})
	}
	d, _, err := picture.Draw(picture.Config{}, empty, nil)
	require.NoError(t, err)
	require.Contains(t, d.Alt, "行政复议纠错率无数据")
	require.Contains(t, labels(d), "—")
}

func TestErrors(t *testing.T) {
	long := make([]fazhi.Figure, 501)
	for i := range long {
		long[i] = fazhi.Figure{ID: fmt.Sprintf("%d.数", i), Name: strings.Repeat("名", 40), Unit: "件", Value: fazhi.Count{N: 1}}
	}
	for name, c := range map[string]struct {
		config  picture.Config
		figures []fazhi.Figure
		want    error
	}{
		"nothing":        {picture.Config{}, nil, picture.ErrEmpty},
		"nothing chosen": {picture.Config{Keys: []string{"无"}, Figures: []string{}}, small(), picture.ErrEmpty},
		"too many":       {picture.Config{}, long, picture.ErrLong},
		"too long":       {picture.Config{}, long[:500], picture.ErrLong},
	} {
		d, _, err := picture.Draw(c.config, c.figures, nil)
		require.ErrorIs(t, err, c.want, name)
		require.ErrorContains(t, err, "picture: ", name)
		require.Zero(t, d, name)
	}
}

func FuzzDraw(f *testing.F) {
	shared := fonts(f)
	f.Add("一图读懂", "复议.收到", "收到行政复议申请", "件", int64(111), int64(98), uint8(7), true)
	f.Add("\x00\xff", "..", "", strings.Repeat("长", 50), int64(-1<<63), int64(1<<62), uint8(200), false)
	f.Fuzz(func(t *testing.T, title, id, name, unit string, now, then int64, n uint8, more bool) {
		values := []fazhi.Quantity{fazhi.Count{N: now, More: more}, fazhi.Rate{Num: now, Den: then}, fazhi.Money(now),
			fazhi.Points{Now: fazhi.Rate{Num: now, Den: then}, Before: fazhi.Rate{Num: 1, Den: now}}, nil, fazhi.Count{N: then}}
		var figures, last []fazhi.Figure
		for i := range n {
			figure := fazhi.Figure{ID: id[:int(i)%(len(id)+1)] + "." + fmt.Sprint(i), Name: name[:int(i)%(len(name)+1)], Unit: unit, Value: values[int(i)%len(values)]}
			figures = append(figures, figure)
			figure.Value = values[int(i*3)%len(values)]
			last = append(last, figure)
		}
		c := picture.Config{Title: title, Subtitle: name, Organ: unit, Source: title, Year: int(int32(now))}
		d, issues, err := picture.Draw(c, figures, last)
		if err != nil {
			return
		}
		require.NoError(t, charttest.Check(d, shared))
		again, same, _ := picture.Draw(c, figures, last)
		require.Equal(t, fmt.Sprint(d, issues), fmt.Sprint(again, same))
	})
}
