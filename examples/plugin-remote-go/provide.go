package main

import (
	"context"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/report"
)

const (
	series  = "合同编号"
	pattern = "泉鲤司合〔{year}〕{serial}号"
	slot    = "法律顾问"
	prose   = "法律顾问为大额合同出具审查意见{{顾问.审查}}。"
)

func numberers() map[string]func(context.Context, *plugin.NumberRequest) (*plugin.NumberResponse, error) {
	return map[string]func(context.Context, *plugin.NumberRequest) (*plugin.NumberResponse, error){
		series: func(context.Context, *plugin.NumberRequest) (*plugin.NumberResponse, error) {
			return &plugin.NumberResponse{Pattern: pattern}, nil
		},
	}
}

func sections() map[string]func(context.Context, *plugin.SectionRequest) (*plugin.SectionResponse, error) {
	return map[string]func(context.Context, *plugin.SectionRequest) (*plugin.SectionResponse, error){
		slot: func(_ context.Context, q *plugin.SectionRequest) (*plugin.SectionResponse, error) {
			s, err := report.Sentence(slot, prose, []fazhi.Figure{figure(q.Period)})
			return &plugin.SectionResponse{Section: s}, err
		},
	}
}

// figure counts the opinions of the counsel in a period. The list stands for a question to your own database.
func figure(period fazhi.Period) fazhi.Figure {
	var refs []fazhi.Ref
	for _, o := range []struct {
		contract string
		on       fazhi.Date
	}{{"HT-1", fazhi.DateOf(2024, 3, 1)}, {"HT-7", fazhi.DateOf(2024, 5, 20)}, {"HT-9", fazhi.DateOf(2025, 1, 8)}} {
		if period.Contains(o.on) {
			refs = append(refs, fazhi.Ref{Kind: contract.Kind, ID: o.contract})
		}
	}
	from := fazhi.SourceOf(slices.Values(refs))
	return fazhi.Figure{
		ID: "顾问.审查", Name: "法律顾问审查大额合同", Unit: "份", Scope: "出具意见的日期在本期，一份合同计一次",
		Value: fazhi.Count{N: from.Count}, Period: period, From: from,
	}
}
