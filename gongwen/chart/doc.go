// Package chart draws charts for reports: bars, columns, lines and shares.
//
//	c := chart.Chart{Title: "行政复议案件", Unit: "件", Categories: []string{"2022年", "2023年", "2024年"},
//		Series: []chart.Series{{Name: "收到", Values: []float64{80, 95, 111}}, {Name: "审结", Values: []float64{61, 70, 67}}}}
//	d, err := c.Columns(gongwen.MM(156)) // a gongwen.Drawing, 156 mm wide; its height follows
//
// The same data can be drawn in each way. Every chart states its values in figures and, for readers who cannot see it, in
// words. The colours differ in lightness too, so that they stay apart in black and white print and for colour-blind
// readers, and lines have marks of different shapes. Names and values never cover each other: what does not fit is broken
// into lines, or drawn in another way that has room. TextWidth and Wrap are for those who draw around charts.
//
// The package knows no fonts: it takes Chinese characters as squares and Latin letters as wide as those of Times. It does not
// compute: no sums, no averages, no trends; shares of a whole are the exception. The same chart gives the same drawing.
package chart
