// Package review is one round of scoring case files by two sides (一轮案卷评查, 双评): what the house rules on it say, the score
// sheets that reviewers fill in, what comes of two opinions, and a record that anyone can check.
//
//	round, issues := review.Open(head, policy, files)      // draws files and reviewers
//	missing := round.Prepare(assigned)                     // by which rubric, and what the program judges
//	for _, task := range round.Tasks(assigned) {           // to each reviewer a workbook,
//		sheets, err := review.Sheets(task)
//		…
//		read, issues, err := review.ReadSheets(book, task) // and back
//		opinions.Add(task, read)
//	}
//	results, err := round.Settle(assigned, opinions)
//
// Then come TalkTasks and ThirdTasks, Settle again after each, VetObjections, RecheckTasks and Recheck for objections, Concords,
// and Ledger for the annual report. A talk that ends without an agreement says so in its sheet (Apart) and is added like any
// other. Task.Workbook names workbooks. Settle and NewSettler work alone, for one file; they know no panel, so the unit of a
// reviewer is what the opinion says.
//
// No national rule says how two scores become one. All of it is house policy (本单位规定), named as such: a Policy is data,
// as JSON or as a sheet. Two things are not for a policy to say: nobody reviews a file of his own unit (回避), and no score is
// ever rounded before it is compared.
//
// Whether a reviewer saw the other's sheet cannot be known. What can be done is done: a sheet holds nothing of the other
// side, and the order in which opinions arrive never counts.
//
// The package draws no files (package sample), scores no items by itself (package score), and reads and writes no files: all
// its functions are pure. Fields, ways and codes are only added.
package review
