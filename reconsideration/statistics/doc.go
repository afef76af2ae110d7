// Package statistics counts the ledgers of reconsideration (行政复议) and of suits (行政应诉) into one table each, whose
// numbers agree with each other, and makes the rates that are printed of it, each with its numerator, its denominator and
// what they cover (口径).
//
//	year := fazhi.YearOf(2024)
//	counter, err := statistics.OfCases("某某区", year)
//	for c := range cases {
//		counter.Add(c)
//	}
//	grid, issues := counter.Grid()
//	issues = grid.Check()
//	rate, err := statistics.DirectCorrection().Of(grid)
//
// A Grid (统计表) has a row for all cases, rows by matter, organ, field, applicant, channel and so on, and one for each month.
// What is carried over (上期结转) is computed from the dates: what was open when the period began. Check names every identity
// that does not hold with both sides, also of a grid that was typed, read from JSON or from a workbook; any single number
// that is changed by hand is found. Merge adds the grids of counties up to that of the city.
//
// A Counter looks at every case once and keeps none. It does not judge cases: run the checks of package reconsideration
// first. What a case says against itself is counted so that the identities hold all the same: a date that lies before the
// one it should follow counts as that one.
//
// The national form (行政复议、行政应诉案件统计制度) could not be read in full. The identities of intake and of conclusion are
// those of a form that is in use; the denominators of rates differ from place to place, so they are data: see Ratio.
//
// Items, axes and ratios may be added; names and codes do not change.
package statistics
