// Package rubrics holds the built-in rubrics for case files (内置评分标准): the national model of 2024 for files of ecology and
// environment, and house rubrics for the five sorts of files.
//
//	r, err := rubrics.Load(rubrics.Penalty)
//	v, err := casefile.Vocabulary()
//	scorer, issues := rules.CompileRubric(v, r)
//
// No rubric here is an official text. Those of the national model (环执法发〔2024〕4号) keep its points, writs and structure in
// words of this project; those of the house (自拟，非官方) are drafts that rest on the articles which each item names, for
// want of a national table. List says of each where it comes from and how far it is to be trusted.
//
//	house/penalty           行政处罚，普通程序      自拟，非官方   from 2021-07-15, a hundred items
//	house/summary           行政处罚，简易程序      自拟，非官方   from 2021-07-15
//	house/no-penalty        不予行政处罚            自拟，非官方   from 2021-07-15
//	house/permit            行政许可                自拟，非官方   from 2004-07-01
//	house/coercion          行政强制                自拟，非官方   from 2012-01-01
//	house/inspection        行政检查                自拟，非官方   from 2024-12-26
//	mee-2024/penalty        一般行政处罚            官方模型改写   issued 2024-05-31, in force from a day not known
//	mee-2024/no-penalty     不予行政处罚            官方模型改写   the same
//	mee-2024/daily-penalty  按日连续处罚            官方模型改写   the same
//	mee-2024/seizure        查封、扣押              官方模型改写   the same
//	mee-2024/detention      移送拘留                官方模型改写   the same
//	mee-2024/crime          移送涉嫌环境污染犯罪    官方模型改写   the same
//
// Of the national model the grades are this project's: the text that is known names none. Its vetoes give zero, its basic
// elements take at most 10 points in each of two groups, and it names neither a lowest nor a highest score. Its bonus of 15
// points for a transfer counts with the points earned, before scaling, so that such files may have more than 100. A veto
// that dates and facts decide is asserted only where they show it. Where they are not known an item with points is not met,
// and a veto is left to people, as an item of its own whose number ends with 补 and that is not in the source.
//
// A bureau that wants another one writes what Load returns with ruleyaml.Write, or as a workbook with rules.RubricSheets,
// and changes the file.
//
// What is not decided by dates, facts or the list of writs is for people: such items have no conditions. A writ that the
// national model wants leaves its items without points where it is missing; where the source leaves it to people whether
// it was needed, its first item says when to judge 不适用. The house rubrics have an item for each demand of package
// casefile that is made on the organ.
//
// Names stay. A rubric whose content changes gets another version; the digests are pinned by a test.
package rubrics
