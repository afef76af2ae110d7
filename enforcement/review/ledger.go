package review

import (
	"math/big"

	"github.com/fazhi-go/fazhi/enforcement"
	"github.com/fazhi-go/fazhi/enforcement/casefile"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// A LedgerHead is what all rows of a round's ledger share.
type LedgerHead struct {
	Round      string // 评查批次
	Procurator bool   // 检察院参与
}

// LedgerRow returns a result as a row of the ledger that the annual report counts (enforcement.File), so that the checks of
// Policy.Profile come to the same grade.
//
// The ledger has scores of two decimals from 0 to 100 and knows no talk: after a talk both sides have the score they agreed
// on, after a third opinion or a re-check 仲裁评分 is the result. A score that a veto has left without a number stands as 0.
// Fractions of a hundredth are cut off, never rounded up, so that no grade gets better; only where the two sides have different
// grades, one of them gets the hundredth that their cut-off parts make together, because the mean may need it.
func LedgerRow(h LedgerHead, s *Settled) *enforcement.File {
	f := &enforcement.File{Serial: s.File, Round: h.Round, Reviewed: s.Reviewed, Department: s.Unit, Sort: ledgerSort(s.Sort),
		Veto: s.Vetoed, Procurator: h.Procurator, Grade: enforcement.Grade(s.Grade)}
	counsel, empowering := s.opinion(Counsel), s.opinion(Empowering)
	if empowering != nil {
		f.Reviewer = empowering.Unit
	}
	f.Counsel, f.Empowering = pair(counsel, empowering)
	switch s.Way {
	case ByTalk:
		f.Counsel, f.Empowering = cut(s.Final), cut(s.Final)
	case ByThird, ByRecheck:
		f.Arbiter = cut(s.Final)
	}
	return f
}

// opinion returns the opinion of a role, nil for none.
func (s *Settled) opinion(role Role) *Opinion {
	for i := range s.Opinions {
		if s.Opinions[i].Role == role {
			return &s.Opinions[i]
		}
	}
	return nil
}

// ledgerSort is what the ledger calls a sort of files: it has no penalties that are not imposed.
func ledgerSort(s casefile.Sort) string {
	if s == casefile.NoPenalty {
		return string(casefile.Penalty)
	}
	return string(s)
}

// cut returns a score as the ledger holds it.
func cut(s rubric.Score) *enforcement.Score {
	whole, _ := split(s)
	return inLedger(whole)
}

func inLedger(hundredths int64) *enforcement.Score {
	score := enforcement.Score(max(0, min(hundredths, int64(enforcement.Points(100)))))
	return &score
}

// split returns whole hundredths and what is left of one.
func split(s rubric.Score) (int64, *big.Rat) {
	r := s.Rat()
	whole := new(big.Int)
	whole.DivMod(r.Num(), r.Denom(), new(big.Int))
	return whole.Int64(), r.Sub(r, new(big.Rat).SetInt(whole))
}

// pair returns the scores of two sides as the ledger holds them.
func pair(a, b *Opinion) (*enforcement.Score, *enforcement.Score) {
	switch {
	case a == nil && b == nil:
		return nil, nil
	case a == nil:
		return nil, cut(b.Outcome.Score)
	case b == nil:
		return cut(a.Outcome.Score), nil
	}
	wholeA, restA := split(a.Outcome.Score)
	wholeB, restB := split(b.Outcome.Score)
	carry := new(big.Rat).Add(restA, restB).Cmp(big.NewRat(1, 1)) >= 0 && a.Outcome.Grade != b.Outcome.Grade
	switch order := restA.Cmp(restB); {
	case !carry:
	case order > 0 || order == 0 && wholeA < wholeB:
		wholeA++
	default:
		wholeB++
	}
	return inLedger(wholeA), inLedger(wholeB)
}
