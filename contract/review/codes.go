package review

import "github.com/fazhi-go/fazhi"

// Codes of issues. An answer of no has the code of its question, which package law lists.
const (
	CodeUnanswered fazhi.Code = "contract/questionnaire/unanswered" // a question without an answer
	CodePending    fazhi.Code = "contract/questionnaire/pending"    // answered with 待核实
	CodeStray      fazhi.Code = "contract/questionnaire/stray"      // an answer to what is not asked about this contract
	CodeTwice      fazhi.Code = "contract/questionnaire/twice"      // two answers to one question
	CodeReply      fazhi.Code = "contract/questionnaire/reply"      // a reply that is none of the four
	CodeReason     fazhi.Code = "contract/questionnaire/reason"     // no reason where one is needed
	CodeRole       fazhi.Code = "contract/questionnaire/role"       // it does not say in what capacity somebody answered
	CodeOther      fazhi.Code = "contract/questionnaire/other"      // the answers belong to another contract
	CodeScope      fazhi.Code = "contract/scope/out"                // the local rule leaves such contracts out
	CodeMaterial   fazhi.Code = "contract/materials/missing"        // a material that is asked for is not there
	CodeSetAside   fazhi.Code = "contract/conclusion/set-aside"     // a finding was set aside without a reason, or there is no such finding
	CodeUndecided  fazhi.Code = "contract/conclusion/undecided"     // the reviewer has not decided
	CodeOpinion    fazhi.Code = "contract/conclusion/opinion"       // a decision that is none of the four
	CodeOpen       fazhi.Code = "contract/conclusion/open"          // decided while something is open, without a reason
	CodeMilder     fazhi.Code = "contract/conclusion/milder"        // milder than what was proposed, without a reason
	CodeLedger     fazhi.Code = "contract/conclusion/ledger"        // the ledger has another opinion than the review
)
