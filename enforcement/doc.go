// Package enforcement holds the review of enforcement files (行政执法案卷评查): its ledger, its checks and the figures it
// gives to the annual report.
//
//	files, issues, err := enforcement.Read(workbook, enforcement.Sheet)
//	checks, err := enforcement.Checks(enforcement.Profile{})
//	issues, err = fazhi.Validate(ctx, files[0], files[0].LawOn(today), today, checks)
//	section, err := enforcement.Section(files, 2024)
//
// For files of 行政处罚 review is part of 行政执法评议、考核 (行政处罚法第七十五条). No national rule says how files are scored by
// two sides (双评); the rules of score, grade and third opinion are house policy, which comes in as a Profile.
//
// Vocabulary names the fields for conditions that officials type: in the checks of a profile, and in rubrics that
// rules.CompileRubric turns into a scorer.
//
// The ledger holds results. How they come about is in the packages below: casefile (the file and its statutory limits),
// rubrics and score, sample (who reviews what), review (two opinions become one result), agreement, circular (通报); beside
// them repeat (重复执法预警) and supervision (执法监督检查).
//
// Columns of the ledger are only ever added, codes of issues never change.
package enforcement
