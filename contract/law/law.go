// Package law lists what the law asks of a government contract (政府合同审查清单): thirty rules, C1 to C30, each with the items
// that it comes down to, as data.
//
//	for _, i := range law.Items() {
//		fmt.Println(i.Rule, i.Mode, i.Code, i.Doc, i.Basis)
//	}
//
// An item is computed from the fields of a contract (package contract has the checks), a cue that is looked for in its text
// (package contract/clause), or a question that only the reviewer can answer (package contract/review). What the law does not
// let a program decide is a question and never a guess.
//
// It keeps no state. Items may be added; codes never change.
package law

import "github.com/fazhi-go/fazhi"

// A Mode says who finds out whether an item holds. The zero value is Computed.
type Mode uint8

// The modes.
const (
	Computed Mode = iota // from the fields of the contract
	Cue                  // words in its text that a reviewer should look at
	Question             // asked of the reviewer
)

// String returns the mode in Chinese.
func (m Mode) String() string {
	switch m {
	case Computed:
		return "按字段计算"
	case Cue:
		return "文本线索"
	case Question:
		return "由审查人判断"
	}
	return "未知"
}

// An Item is one thing that is looked at.
type Item struct {
	Rule     string     // C6
	Code     fazhi.Code // for ever
	Mode     Mode
	Doc      string // what must hold, one sentence in Chinese
	Ask      string // of a Question: the question, to which yes is that all is well
	Basis    string // article
	Severity fazhi.Severity
	From     fazhi.Date // first day on which the basis is in force; zero is open
	Until    fazhi.Date // last day; zero is open
}

// A Rule is one of the thirty.
type Rule struct {
	ID    string // C6
	Title string // 采购合同签订期限
}
