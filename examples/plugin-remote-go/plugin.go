package main

import (
	"context"
	"errors"
	"log"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/plugin"
)

const code = "licheng/contract/large-reviewed"

// fault is the rule: a contract from the threshold on is reviewed by the day on which it is signed.
func fault(c *contract.Contract, threshold fazhi.Money, day fazhi.Date) string {
	switch {
	case c.Amount < threshold || day.IsZero() || !c.Reviewed.IsZero() && !c.Reviewed.After(day):
		return ""
	case c.Reviewed.IsZero():
		return "没有合法性审查日期"
	}
	return "合法性审查晚于签订"
}

// large is the plug-in. It can stand in the list of a host in the same process as it is.
func large(threshold fazhi.Money) plugin.Plugin {
	p := plugin.Plugin{Name: "licheng/large-contracts", Version: "1.0.0", Doc: "大额合同的合法性审查", API: 1, Refuses: []fazhi.Code{code}}
	check := fazhi.Check{Code: code, Kind: contract.Kind, Doc: "大额合同签订之前应当经合法性审查", Basis: "本区政府合同管理办法第十条"}
	check.Run = fazhi.For(func(_ context.Context, p *fazhi.Pass, c *contract.Contract) error {
		if message := fault(c, threshold, c.Signed); message != "" {
			p.Report("/reviewed", message)
		}
		return nil
	})
	p.Checks = []fazhi.Check{check}
	p.Guard = func(_ context.Context, q *plugin.GuardRequest) (*plugin.GuardResponse, error) {
		if q.Ref.Kind != contract.Kind || q.Step != "签订" || q.Doc == nil {
			return nil, nil // without a document the content stays as it was, and there is nothing to judge
		}
		c, ok := q.Doc.(*contract.Contract)
		if !ok {
			return nil, errors.New("政府合同的内容无法读取") // no answer: the host refuses to go on
		}
		message := fault(c, threshold, q.On)
		if message == "" {
			return nil, nil
		}
		answer := plugin.Refuse(code, "大额合同未经合法性审查，不得签订")
		answer.Refusal.Issues = fazhi.Issues{{Code: code, Path: "/reviewed", Message: message, Basis: check.Basis}}
		return answer, nil
	}
	p.Observe = func(_ context.Context, e *plugin.Event) error { // may be told twice: whoever counts, counts organ and seq
		log.Println("told of entry", e.Entry.Seq)
		return nil
	}
	p.Provide.Numberers, p.Provide.Sections = numberers(), sections()
	return p
}
