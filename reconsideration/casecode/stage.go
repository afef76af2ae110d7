package casecode

import (
	"slices"

	"github.com/fazhi-go/fazhi"
)

// A Stage says what a document is in the life of a case.
type Stage string

// The stages. A suit that is no suit after reconsideration begins with the first instance.
const (
	Reconsideration Stage = "行政复议"
	Review          Stage = "附带审查" // of a normative document (行政复议法第十三条)
	Mediation       Stage = "调解"   // to which the case was referred
	FirstInstance   Stage = "一审"
	Appeal          Stage = "二审"
	Retrial         Stage = "再审"
	Enforcement     Stage = "执行"
	Other           Stage = "其他"
)

// Stages returns all stages.
func Stages() []Stage {
	return []Stage{Reconsideration, Review, Mediation, FirstInstance, Appeal, Retrial, Enforcement, Other}
}

func (s Stage) isKnown() bool { return slices.Contains(Stages(), s) }

// The kinds of reconsideration.Case and reconsideration.Suit, which are not imported, so that a service that shows courses compiles
// in no ledgers.
const (
	caseKind fazhi.Kind = "reconsideration"
	suitKind fazhi.Kind = "suit"
)

// stageOf is the stage of the document that was given the code.
func stageOf(k fazhi.Kind) Stage {
	switch k {
	case caseKind:
		return Reconsideration
	case suitKind:
		return FirstInstance
	}
	return Other
}
