package score

import (
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/casefile"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// Options say more of a rubric for case files. Examiner tells in explanations how limits were counted; nil: only the days are
// told. Sort and Procedure are those of the files that the rubric is for; empty: of all. A file that does not name its
// procedure counts as one of the ordinary procedure.
//
// The digest of a file is the one that Examine took: a file that is changed after that has to be examined anew.
type Options struct {
	Examiner  *casefile.Examiner
	Sort      casefile.Sort
	Procedure casefile.Procedure
}

// New makes the model of a rubric for case files (案卷). The issues are those of rules.CompileRubric with
// casefile.Vocabulary, and OtherKind; with an error among them the model is nil. The error is of the program alone.
func New(r rubric.Rubric, o Options) (*Model[*casefile.Examined], fazhi.Issues, error) {
	vocabulary, err := casefile.Vocabulary()
	if err != nil {
		return nil, nil, fmt.Errorf("score: %w", err)
	}
	look, decided := newLooker(o.Examiner), casefile.Decided.Path()
	return For(Subject[*casefile.Examined]{
		Kind: casefile.Kind, Vocabulary: vocabulary,
		Name:   func(x *casefile.Examined) string { return fileOf(x).Serial },
		Digest: digestOf,
		LawOn: func(x *casefile.Examined) (fazhi.Date, fazhi.Path) {
			f := fileOf(x)
			if f.Dates[casefile.Decided].IsZero() {
				return f.LawOn(fazhi.Date{}), "/dates"
			}
			return f.Dates[casefile.Decided], decided
		},
		Suits: o.suits,
		Look:  func(x *casefile.Examined, c rubric.Condition) []Evidence { return look.at(fileOf(x), &c) },
	}, r)
}

// fileOf returns the file, and an empty one where there is none.
func fileOf(x *casefile.Examined) *casefile.File {
	if x == nil || x.File == nil {
		return new(casefile.File)
	}
	return x.File
}

func digestOf(x *casefile.Examined) rubric.Digest {
	if x == nil {
		return rubric.Digest{}
	}
	return x.Digest
}

// suits reports whether a file is of the sort that the rubric is for, and where it says so.
func (o Options) suits(x *casefile.Examined) (fazhi.Path, bool) {
	f := fileOf(x)
	if o.Sort != "" && f.Sort != o.Sort {
		return "/sort", false
	}
	ordinary := func(p casefile.Procedure) bool { return p == "" || p == casefile.Ordinary }
	return "/procedure", o.Procedure == "" || f.Procedure == o.Procedure || ordinary(f.Procedure) && ordinary(o.Procedure)
}
