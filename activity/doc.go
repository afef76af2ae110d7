// Package activity holds the work areas of a justice bureau that need no package of their own: meetings, training, legal
// publicity (普法), legal aid (法律援助), lawyers' services and a dozen more. Each area is declared as data, one page of
// YAML: the columns of its ledger, the figures that are counted from it, and one sentence of default prose. A new area
// costs a page and no Go.
//
// Standard returns the built-in areas; Parse reads declarations of your own and says everything that is wrong with them,
// with line numbers; Vet says whether several areas fit together. An Activity then does what a subject package does:
//
//	areas, err := activity.Standard()
//	records, issues, err := areas[0].Read(workbook)
//	section, err := areas[0].Section(records, 2024)
//
// Fields of data cannot hide themselves as fazhi.PersonName does. The built-in areas ask for personal names only where
// the ledger is of no use without them; names appear in no issue and no figure, but whoever prints a record's values
// prints them.
//
// What a row must have when another column says something, a bureau types into a table of conditions: see Checks. What
// that cannot say either — a deadline, a comparison of two columns — is a check of a package of its own. The keys of
// the YAML, the built-in areas' kinds and identifiers of figures, and the codes of issues stay; columns are only added.
package activity
