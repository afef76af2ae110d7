package main

import (
	_ "embed" // the data of the example
	"encoding/json"

	"github.com/fazhi-go/fazhi"
)

// A visit is one consultation at a kiosk (自助机), as the system that runs them has it.
type visit struct {
	Serial string     `json:"serial"`
	On     fazhi.Date `json:"on"`
	Solved bool       `json:"solved"`
}

func (*visit) Kind() fazhi.Kind { return "licheng/kiosk-visit" }
func (v *visit) ID() string     { return v.Serial }
func (*visit) Title() string    { return "自助机咨询" }

//go:embed visits.json
var visitsJSON []byte

// visits stands for a question to the database of the system.
func visits() ([]*visit, error) {
	var all []*visit
	err := json.Unmarshal(visitsJSON, &all)
	return all, err
}
