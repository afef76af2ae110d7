package circular

import (
	"strconv"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/chart"
)

// width is as wide as the running text.
func width() gongwen.Length { return gongwen.GB9704().TextWidth }

// gradeChart shows how many files have each grade.
func (w *writing) gradeChart() (gongwen.Block, error) {
	c := chart.Chart{Title: "等次分布", Unit: "件", Series: []chart.Series{{Name: "案卷"}}}
	for i, g := range w.s.Policy.Grades {
		c.Categories = append(c.Categories, g.Name)
		add(&c.Series[0], int64(w.s.Grades[i]))
	}
	return drawn(c.Columns(width()))
}

// faultChart shows how many files have each of the common faults.
func (w *writing) faultChart() (gongwen.Block, error) {
	c := chart.Chart{Title: "较为普遍的问题", Unit: "件", Series: []chart.Series{{Name: "案卷"}}}
	for _, f := range w.s.Faults {
		c.Categories = append(c.Categories, f.Name)
		add(&c.Series[0], f.Files.Num)
	}
	return drawn(c.Bars(width()))
}

func add(s *chart.Series, n int64) {
	s.Values = append(s.Values, float64(n))
	s.Texts = append(s.Texts, strconv.FormatInt(n, 10)+"件")
}

func drawn(d gongwen.Drawing, err error) (gongwen.Block, error) {
	if err != nil {
		return nil, err
	}
	return d, nil
}
