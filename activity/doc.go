// Package activity holds the work areas of a justice bureau that need no package of their own: meetings, training, legal
// publicity (普法), legal aid (法律援助), lawyers' services and a dozen more. Each area is declared as data, one page of
// YAML: the columns of its ledger (列), what a row must fulfil (核对), the steps that it takes (流程), the figures that are
// counted from it and their parts by quarter, month or column (数据项), and one sentence of default prose (例句). A new area
// costs a page and no Go. The file docs/activity.md of this module describes the language; Schema is its JSON Schema.
//
// Standard returns the built-in areas; Parse reads declarations of your own and says everything that is wrong with them,
// with lines and columns; Vet says whether several areas fit together. An Activity then does what a subject package does:
//
//	areas, err := activity.Standard()
//	records, issues, err := areas[0].ReadFor(workbook, activity.Reading{Year: 2024, Today: today})
//	found, err := areas[0].Examine(ctx, records, today)
//	section, err := areas[0].Section(records, 2024)
//
// Fields of data cannot hide themselves as fazhi.PersonName does. Columns are declared to hold personal data (个人信息, see
// Class): these appear in no issue, no figure, no title and no JSON; but whoever prints the values of a table.Record himself
// prints them. The built-in areas ask for personal names only where the ledger is of no use without them.
//
// An area has no averages and no greatest values: figures add up across organs, and these do not. What a declaration cannot
// say is a check of a package of its own. The keys of the YAML, the built-in areas' kinds and identifiers of figures, and the
// codes of issues stay; columns are only added.
package activity
