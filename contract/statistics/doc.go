// Package statistics counts ledgers of government contracts (政府合同) into one table whose numbers agree with each other:
// what was reviewed, signed, filed, changed and disputed in a period, what was late, and what is open at its end, by kind,
// amount, department, result of review, way of procurement and so on.
//
//	counter, err := statistics.New("某某区", fazhi.YearOf(2024), statistics.Settings{Profile: profile})
//	for c := range contracts {
//		counter.Add(c)
//	}
//	grid, issues := counter.Grid()
//	issues = grid.Check()
//	comparison, err := statistics.Compare(grid, lastYear)
//
// Which date puts a contract into the period (口径) differs from number to number and is said by each: Items lists them all.
// A Grid (统计表) has a row for all contracts, and rows for each value of each property (分类); what the ledger does not say
// has a row of its own, 未填, so that the rows always add up. Check names every identity that does not hold with both sides,
// also of a grid that was read from JSON. Merge adds the grids of counties up to that of the city. Sheets print a grid.
//
// A contract whose number was there before is reported and not counted again. Amounts are never rounded and never wrap
// around: what cannot be added is an issue. Foreign money is not added to yuan.
//
// A Counter looks at every contract once and keeps none, only sixteen bytes of each for its number. It does not judge
// contracts: the checks of package contract do. No national form of these statistics is known; the bands of amounts and
// which contracts are purchases are settings.
//
// Items, properties and rates may be added; names and codes do not change.
package statistics
