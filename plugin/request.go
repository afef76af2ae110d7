package plugin

import (
	"io"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/checkpoint"
	"github.com/fazhi-go/fazhi/register/numbering"
	"github.com/fazhi-go/fazhi/report"
	"github.com/fazhi-go/fazhi/rules/rubric"
	"github.com/fazhi-go/fazhi/workday"
)

// Fields are only ever added to requests and responses, and their zero value means what was meant before. A nil
// response is an empty one for Check and Guard, and no answer, an error, for a provider.

// A CheckRequest asks for what is wrong with a document by the law of one day.
type CheckRequest struct {
	Doc    fazhi.Document
	LawOn  fazhi.Date   // the day whose law decides; zero: every check is in force
	Today  fazhi.Date   // the day of the run
	Codes  []fazhi.Code // set by the host: the declared checks that are asked for
	Demand []string     // plug-ins that must be there, beside those that the document names itself
}

// A CheckResponse says what is wrong. Code, Path and Message are a must; severity and basis are those of the declared check,
// and the place in the file is the document's.
type CheckResponse struct{ Issues fazhi.Issues }

// A GuardRequest is what is about to be kept, and the state in which it finds the document.
type GuardRequest = register.Attempt

// A GuardResponse is a guard's answer: without a Refusal, it has nothing against it.
type GuardResponse struct{ Refusal *register.Refusal }

// Refuse is the answer of a guard that refuses. The reason is Chinese and holds no value of the document.
func Refuse(code fazhi.Code, reason string) *GuardResponse {
	return &GuardResponse{Refusal: &register.Refusal{Code: code, Reason: reason}}
}

// A SectionRequest asks for one section of a report.
type SectionRequest struct {
	Slot   string
	Organ  string // whose report
	Period fazhi.Period
}

// A SectionResponse holds the section. Its slot is that of the request, or empty.
type SectionResponse struct{ Section report.Section }

// A NumberRequest asks how the numbers of a series are written.
type NumberRequest struct{ Series, Organ string }

// A NumberResponse holds the rule, as a pattern of package register/numbering, "泉鲤司合〔{year}〕{serial}号", or where no
// pattern says it as a function, which does not travel to another process. The rule is pure and asks nobody: it is used
// while the book is locked.
type NumberResponse struct {
	Pattern string
	Number  numbering.Numberer // without a Pattern
}

// Rule returns what writes the numbers, or ErrAnswer.
func (r *NumberResponse) Rule() (numbering.Numberer, error) {
	switch {
	case r.Pattern != "":
		scheme, err := numbering.Parse(r.Pattern)
		if err != nil {
			return nil, bad("编号规则有误")
		}
		return scheme.Number, nil
	case r.Number == nil:
		return nil, bad("没有编号规则")
	}
	return r.Number, nil
}

// A RenderRequest asks for a document in a format.
type RenderRequest struct {
	Format   string
	Document *gongwen.Document
	To       io.Writer // of the plug-in: a buffer
}

// A RenderResponse says what could not be written as the document has it.
type RenderResponse struct{ Issues fazhi.Issues }

// A CalendarRequest asks for the working days of a region.
type CalendarRequest struct{ Region string }

// A CalendarResponse holds them.
type CalendarResponse struct{ Calendar *workday.Calendar }

// A ScoreRequest asks for the score of a document by a rubric.
type ScoreRequest struct {
	Rubric string
	Doc    fazhi.Document
	LawOn  fazhi.Date
	Today  fazhi.Date
}

// A ScoreResponse holds the score, item by item.
type ScoreResponse struct{ Result rubric.Result }

// A SignerRequest asks for who signs with a key.
type SignerRequest struct{ Key string }

// A SignerResponse holds the signer.
type SignerResponse struct{ Signer checkpoint.Signer }
