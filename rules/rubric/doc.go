// Package rubric is the model of scoring (评分标准 and 得分) as pure data: a rubric of items with points, the marks that
// somebody or some program gives, and the result that adds them up exactly.
//
//	issues := rubric.Vet(r)             // points that do not add up, double items …
//	result, issues := rubric.Sum(r, marks)
//	fmt.Println(result.Got, result.Of, result.Digest)
//
// It knows neither ledgers nor documents: package rules reads rubrics from workbooks and turns their conditions into a
// scorer, rules/ruleyaml reads them from YAML, and plug-ins in any language send marks as JSON. It needs nothing but the
// standard library, so that it may be used anywhere.
//
// It does not grade, scale or round: how points become a grade is for the work area.
//
// Fields are only added; the digest of a rubric that does not use an added field stays.
package rubric
