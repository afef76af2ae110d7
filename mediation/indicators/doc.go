// Package indicators counts ledgers of people's mediation (人民调解) into one table whose numbers agree with each other: what was
// accepted, settled and left open in a period, from where disputes came and of which category they were, what became of the
// agreements, and what was averted, by county, street, committee, source, category, level of risk and month.
//
//	counter, err := indicators.New("某某县", fazhi.YearOf(2024), indicators.Settings{})
//	for c := range cases {
//		counter.Add(c)
//	}
//	grid, issues := counter.Grid()
//	issues = grid.Check()
//	comparison, err := indicators.Compare(grid, lastYear, nil)
//
// Which date puts a dispute into the period (口径) differs from number to number and is said by each: Items lists them all. The
// rate of success (成功率) is, as bureaus report it, what succeeded in the period divided by what was accepted in it; Ratios has
// the other denominators that are in use, too. What the ledger does not say has a row of its own, 未填, so that the rows always
// add up. Check names every identity that does not hold with both its sides, also of a grid that was read from JSON. Merge adds
// the grids of counties up to that of the city. Sheets print a grid.
//
// Several sessions of one dispute are one case: a number that was there before, and a dispute that is entered as the same one as
// another (并入编号), are not counted again. The visits in search of disputes (排查) come from a ledger of their own, see Screening.
//
// A Scan reads, checks and counts a ledger of any length in one pass, without keeping its rows. Settle computes what is paid
// for each case (以案定补) by a Policy.
//
// A Counter does not judge disputes: the checks of package mediation do, and a Scan calls them. The national form of these
// statistics is not published; items and categories follow what bureaus publish.
//
// Items, properties and rates may be added; names and codes do not change.
package indicators
