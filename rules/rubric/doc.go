// Package rubric is the model of scoring (评分标准 and 得分) as pure data: a rubric of items with points, the marks that
// somebody or some program gives, and the result that adds them up exactly.
//
//	issues := rubric.Vet(r)             // points that do not add up, double items …
//	result, issues := rubric.Sum(r, marks)
//	outcome := rubric.NewFormula(r).Outcome(result.Marks)
//	fmt.Println(outcome.Score, outcome.Grade, result.Digest)
//
// It knows neither ledgers nor documents: package rules reads rubrics from workbooks and turns their conditions into a
// scorer, rules/ruleyaml reads them from YAML, and plug-ins in any language send marks as JSON. It needs nothing but the
// standard library, so that it may be used anywhere.
//
// A Formula holds the ways of scoring that are met in practice: points earned, deductions fixed, for each fault or within a
// range, bonuses, vetoes of four effects, scaling without what does not apply, caps and grades. Scores are exact fractions.
//
// Fields are only added; the digest of a rubric that does not use an added field stays.
package rubric
