package score

import "github.com/fazhi-go/fazhi"

// Codes of what does not fit when a document is scored. Marks that cannot be have those of package rubric.
const (
	OtherKind  fazhi.Code = "enforcement/score/rubric/kind"     // the rubric is for documents of another kind
	OtherSort  fazhi.Code = "enforcement/score/rubric/sort"     // the rubric is for documents of another sort
	NotInForce fazhi.Code = "enforcement/score/rubric/force"    // it is not in force on the day whose law decides
	NothingFit fazhi.Code = "enforcement/score/rubric/nothing"  // none of its items applies to the document
	NoReason   fazhi.Code = "enforcement/score/mark/reason"     // a person takes points and does not say why
	BadReason  fazhi.Code = "enforcement/score/mark/text"       // the reason is too long or not a text
	Overridden fazhi.Code = "enforcement/score/mark/overridden" // a person judges otherwise than the program and does not say why
)
