// Package casefile is the case file of an enforcement organ (行政执法案卷) as scoring sees it: its events, facts and writs, and
// whether it keeps the limits of the law.
//
//	x, err := casefile.NewExaminer(calendar)
//	var facts casefile.Examined
//	err = x.Examine(file, &facts)
//	scorer, issues := rules.CompileRubric(casefile.Vocabulary(), r)
//	result := scorer.Score(&facts)
//
// Each limit, the order of steps and the writs that there must be are fields of the Vocabulary, so that rubrics speak of
// them as data: 处罚决定期限, 等于, 符合.
//
// It judges no content: whether evidence is sufficient or a norm fits is for people.
//
// Events, facts, limits and fields are only added; names and codes never change.
package casefile
