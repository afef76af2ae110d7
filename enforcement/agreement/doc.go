// Package agreement says how far two reviewers agree (双评一致性): on classes, such as grades and vetoes, on scores, and item
// by item.
//
//	table, err := agreement.Tabulate([]string{"不合格", "合格", "良好", "优秀"}, pairs)
//	table.Kappa(agreement.Quadratic)     // weighted κ of ordered grades
//	table.AC1()                          // beside κ, because vetoes are rare
//	agreement.ICC(first, second).ICC21   // absolute agreement of scores
//	agreement.BlandAltman(first, second) // who is stricter, and by how much
//	agreement.ByItem(marks)              // on which items they differ
//
// Every statistic is a Value: a number, or the reason why there is none. All files in one class, a single file, scores
// without variance and the like give no number, and never 0, 1, NaN or an infinity.
//
// Numbers are computed exactly, from counts and from scores as they are, and rounded once at the end. So they do not
// depend on the order of the files, and nothing is lost where large numbers cancel.
//
// The sources are Cohen 1960 and 1968 (κ, weighted κ), Gwet 2008 (AC1), Shrout and Fleiss 1979 (ICC), Bland and Altman 1986
// and 1999 (limits of agreement). No rule of law says which value is good enough, so the package does not either; nor
// does it give intervals or tests of significance.
//
// All functions are pure and may be called at the same time. Fields are only added; a value that is defined stays as it
// is.
package agreement
