package casefile

import (
	"cmp"
	"slices"

	"github.com/fazhi-go/fazhi"
)

// A Norm is one demand of the law on a case file: its code, the name of its field in the Vocabulary, on what it rests and
// for which files it is. A Sorts or Procedures without entries is for all; a file that does not name its procedure counts
// as one of the ordinary procedure. From and Until are the first and last day in force, zero means open.
type Norm struct {
	Code       fazhi.Code
	Name       string // 处罚决定期限
	Doc        string // one sentence for a lawyer
	Law        string // 行政处罚法
	Article    string // 第六十条
	Sorts      []Sort
	Procedures []Procedure
	From       fazhi.Date
	Until      fazhi.Date
	Severity   fazhi.Severity // of the check
}

// Basis returns law and article: "行政处罚法第六十条".
func (n *Norm) Basis() string { return n.Law + n.Article }

// IsFor reports whether the norm is for a file: by its sort, its procedure and the day whose law decides.
func (n *Norm) IsFor(f *File) bool {
	procedure := cmp.Or(f.Procedure, Ordinary)
	return (len(n.Sorts) == 0 || slices.Contains(n.Sorts, f.Sort)) &&
		(len(n.Procedures) == 0 || slices.Contains(n.Procedures, procedure)) && n.inForce(f.LawOn(fazhi.Date{}))
}

// inForce reports whether the norm is in force on a day; on a day that is not known every norm is.
func (n *Norm) inForce(on fazhi.Date) bool {
	return on.IsZero() || (n.From.IsZero() || !on.Before(n.From)) && (n.Until.IsZero() || !on.After(n.Until))
}

// in returns the norm with its law, as the tables of this package write it.
func (n Norm) in(l statute, article string) Norm {
	n.Law, n.From, n.Article = l.name, l.from, article
	return n
}

// statute is a law with the day on which the text that is meant came into force.
type statute struct {
	name string
	from fazhi.Date
}

// The laws that the tables rest on, in the texts in force: of 行政处罚法 that of 2021, whose articles before were others.
func penaltyLaw() statute  { return statute{"行政处罚法", fazhi.DateOf(2021, 7, 15)} }
func permitLaw() statute   { return statute{"行政许可法", fazhi.DateOf(2004, 7, 1)} }
func coercionLaw() statute { return statute{"行政强制法", fazhi.DateOf(2012, 1, 1)} }

// inspections is the State Council's paper on inspections of enterprises.
func inspections() statute { return statute{"国办发〔2024〕54号", fazhi.DateOf(2024, 12, 26)} }

// A condition says whether a demand applies to a file of its sort; Unknown where the file does not say.
type condition func(*File) Answer

// ask is the condition's answer; without a condition it is Yes.
func (c condition) ask(f *File) Answer {
	if c == nil {
		return Yes
	}
	return c(f)
}

func happened(e Event) condition {
	return func(f *File) Answer { return AnswerOf(!f.Dates[e].IsZero()) }
}

func is(fact Fact) condition { return func(f *File) Answer { return f.Facts[fact] } }

// not holds unless the file says that the fact is so.
func not(fact Fact) condition { return func(f *File) Answer { return AnswerOf(f.Facts[fact] != Yes) } }

// filedSince holds for cases filed on that day or later, and for those whose day is not known.
func filedSince(first fazhi.Date) condition {
	return func(f *File) Answer { return AnswerOf(f.Dates[Filed].IsZero() || !f.Dates[Filed].Before(first)) }
}

func hasPauses(f *File) Answer { return AnswerOf(len(f.Pauses) > 0) }

// all holds when every condition does; one that does not hold decides before one that is not known.
func all(conditions ...condition) condition {
	return func(f *File) Answer {
		result := Yes
		for _, c := range conditions {
			switch c(f) {
			case No:
				return No
			case Unknown:
				result = Unknown
			}
		}
		return result
	}
}
