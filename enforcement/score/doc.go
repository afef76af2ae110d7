// Package score gives a case file its score (案卷得分): by a rubric, what the program finds in the file, and the marks of a
// reviewer; and says how the score came about.
//
//	m, issues, err := score.New(r, score.Options{Examiner: examiner}) // once for each rubric
//	err = examiner.Examine(file, &examined)
//	s, issues := m.Score(&examined, marks)
//	fmt.Println(s.Outcome.Score, s.Outcome.Grade, s.Final(), s.Digest)
//	stored, err := json.Marshal(s.Compact())
//	e, err := m.Explain(&examined, &s)
//	fmt.Print(e.Text()) // or its JSON, or e.Document() for gongwen/pdf
//
// Scores are exact fractions. The same file, rubric and marks have the same digest on every machine, so that anyone can
// score again and compare. Items that apply to the file and that nobody has judged stay open, and the outcome is not final.
//
// For other documents than case files, with a vocabulary of their own, For makes the model.
//
// The package holds no rubric, knows no policy of double review and keeps nothing. Whether a reason that a person gives is
// good is for people.
//
// Digests, the JSON of Compact, Scored and Explanation, and codes of issues stay; fields are only added.
package score
