// Package casefiletest holds invented case files for tests: one of each sort that keeps every demand of package casefile,
// mutants of it that break exactly one, and any number of mixed files for rounds of review.
//
//	for _, m := range casefiletest.Mutants(casefile.Penalty) {
//		// m.File breaks m.Breaks and nothing else
//	}
//
// Nothing in it is real: departments and parties have numbers. The same call gives the same files for ever, so that golden
// files may rest on them. It does not prove anything about a package; the tests do.
package casefiletest
