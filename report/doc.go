// Package report builds the annual report on building a rule-of-law government (法治政府建设年度报告) from figures and
// a narrative.
//
// Subject packages count their ledgers and give a Section each: figures, and default prose. A
// Narrative (package report/narrative reads one from Markdown) is the prose, with placeholders where figures belong.
// Assemble joins them into a gongwen.Document and says at once, with line numbers, everything that does not fit: a
// figure that nobody counted, a number typed by hand that no figure confirms, a statutory part that is missing, a section used twice.
//
// The package does not read files, does not draw and knows no subject. What Assemble accepts stays accepted; codes of
// issues never change.
package report
