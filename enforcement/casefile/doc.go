// Package casefile is the case file of an enforcement organ (行政执法案卷) as scoring sees it: its events, facts and writs, and
// whether it keeps the law's limits (法定期限), duties (程序要求), order of steps (步骤顺序) and list of writs (文书齐全).
//
//	x, err := casefile.NewExaminer(calendar)
//	file, issues, err := casefile.Read("案卷.json", r) // or ReadSheets, or Import with a column map
//	var facts casefile.Examined
//	err = x.Examine(file, &facts)
//	vocabulary, err := casefile.Vocabulary()
//	scorer, issues := rules.CompileRubric(vocabulary, r)
//	result := scorer.Score(&facts)
//	explained, err := x.Explain(file, "处罚决定期限")
//
// The demands are tables: Limits, Duties, Orders and Writs, each with its article and the days it is in force. Each limit,
// duty and order is a field of the Vocabulary, so that rubrics speak of it as data: 处罚决定期限, 等于, 符合. Its value is a
// State. A year whose calendar is not known, or not settled yet, is 无法计算 and never guessed.
//
// Days are counted by package workday. 行政处罚法 art. 85 makes 二日, 三日, 五日 and 七日 working days, 行政强制法 art. 69 what is
// not longer than ten days, 行政许可法 art. 82 every limit for the organ; the ninety days of a penalty and the thirty of a
// seizure are days of the calendar, and the latter are not made longer by a holiday, as this project reads the law.
//
// Checks makes the same demands checks, for systems that register files without scoring them. Kit casefiletest has files
// that keep everything, mutants that break one thing, and any number of invented files.
//
// It judges no content: whether evidence is sufficient or a norm fits is for people. It knows no limit of a sector's own
// rules; a bureau gives NewExaminer its own. It does not know which documents a case had reason to have beyond its events
// and facts: a record of questioning (调查询问笔录) is never missed.
//
// Events, facts, limits and fields are only added; names and codes never change.
package casefile
