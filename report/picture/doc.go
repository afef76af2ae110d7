// Package picture draws a year in one picture (一图读懂): what a bureau shows on its website and in its channels beside the
// annual report, made of the same figures.
//
//	d, issues, err := picture.Draw(picture.Config{Title: "泉鲤区2024年法治政府建设", Organ: "泉鲤区司法局"}, figures, lastYear)
//	err = raster.PNG(file, &d, fonts, 1080) // or svg.Write
//
// The picture is as wide as a telephone and as long as it must be: a heading, the key figures on cards with their change on
// the year before, a card for each work area in which all figures stand with bars, and where the data comes from. Every number
// is printed as the report prints it, by fazhi.Figure.Text; only figures of one unit share a scale. Alt of the drawing
// holds the whole content in words, in reading order.
//
// The package counts nothing and knows no work area: areas are what stands before the dot in a figure's ID. The same figures
// give the same picture. Codes of issues never change.
package picture
