package due

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
)

// A View is a list of items (视图).
type View string

// The views, in the order in which they are shown.
const (
	Deliver  View = "待交付"
	Accept   View = "待验收"
	Settle   View = "待收付"
	Limits   View = "其他期限" // review, filing, expiry and the like: reminded of, in none of the three lists before
	Abnormal View = "可能异常" // what was found again because it is late, and what does not fit together
)

// Views returns the views in their order.
func Views() []View { return []View{Deliver, Accept, Settle, Limits, Abnormal} }

// An Item is one thing to be done, or one thing that looks wrong, in one contract. Amounts are what is open, in fen.
type Item struct {
	View       View        `json:"view"`
	Code       fazhi.Code  `json:"code"`
	Contract   string      `json:"contract"` // its number
	Name       string      `json:"name,omitempty"`
	Department string      `json:"department,omitempty"`
	What       string      `json:"what"` // in Chinese
	Day        fazhi.Date  `json:"day,omitzero"`
	Left       int         `json:"left"` // days from today to Day, below nought when it is late; 0 without a Day
	Amount     fazhi.Money `json:"amount,omitempty"`
	Interest   fazhi.Money `json:"interest,omitempty"` // for being late, up to today
	Basis      string      `json:"basis"`              // the article, or that it was agreed
	Note       string      `json:"note,omitempty"`     // what a person should know of the day: the year whose notice is missing
	Path       fazhi.Path  `json:"path"`

	Provisional bool         `json:"provisional,omitempty"` // a notice of days off that is to come may move Day
	Origin      fazhi.Origin `json:"origin,omitzero"`

	key      string // what tells items of one code in one contract apart
	disputed bool   // a payment in dispute, which is late by the plan and not by the 保障中小企业款项支付条例 (第十五条)
}

// Ref returns the reference to the contract.
func (i *Item) Ref() fazhi.Ref { return fazhi.Ref{Kind: contract.Kind, ID: i.Contract} }

// Late reports whether the day of the item is over.
func (i *Item) Late() bool { return i.Left < 0 }

// Issue returns an item as a finding, without any value of the contract. Those of Abnormal are warnings, others notices.
func (i *Item) Issue() fazhi.Issue {
	severity := fazhi.Notice
	if i.View == Abnormal {
		severity = fazhi.Warning
	}
	message := "需要办理的事项"
	if s, ok := sortOf(i.Code); ok {
		message = s.doc
	}
	return fazhi.Issue{Code: i.Code, Severity: severity, Path: i.Path, Origin: i.Origin, Message: message, Basis: i.Basis}
}
