package main

import (
	"encoding/json"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/normdoc"
	"github.com/fazhi-go/fazhi/workday"
)

// A story is a document on its way from the draft to its end, as a file tells it.
type story struct {
	Organ     string               `json:"organ"`
	Numbers   []normdoc.NumberRule `json:"numbers"`
	Filings   []string             `json:"filings"`
	Steps     []stage              `json:"steps"`
	AsOf      []fazhi.Date         `json:"asof"`      // days for which it is asked what is in force
	Reminders []fazhi.Date         `json:"reminders"` // days on which it is asked what has to be done before the end
}

// A stage is one step that is tried. Set is what the ledger says from then on; Refused, that the step is not allowed yet.
type stage struct {
	Step    string          `json:"step"`
	On      fazhi.Date      `json:"on"`
	Set     json.RawMessage `json:"set"`
	Refused bool            `json:"refused"`
}

// profile is an invented local rule: ten working days for the review, thirty days for each filing, five years of validity
// with an evaluation six months before the end.
func (s *story) profile() normdoc.Profile {
	p := normdoc.Profile{
		Rule:   "清源县行政规范性文件管理办法（虚构）",
		Limits: normdoc.Limits{Review: workday.Span{N: 10}},
		Validity: normdoc.Validity{
			General:        workday.Span{N: 5, Unit: workday.Years},
			FirstDayCounts: true,
			Reminders:      []normdoc.Reminder{{Name: "评估", Before: workday.Span{N: 6, Unit: workday.Months}}},
		},
		Numbers: s.Numbers,
	}
	for _, organ := range s.Filings {
		p.Filings = append(p.Filings, normdoc.Filing{To: organ, Within: workday.Span{N: 30, Unit: workday.CalendarDays}})
	}
	return p
}
