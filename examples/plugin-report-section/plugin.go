package main

import (
	"context"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/report"
)

// name is that of the plug-in; a template may require it.
const name = "licheng/kiosk"

// slot is the name under which a narrative calls for the section: {{> 自助机}}.
const slot = "自助机"

// kiosks is the plug-in. It counts when it is asked, so its figures are those of the day of the report.
func kiosks(visits []*visit) plugin.Plugin {
	return plugin.Plugin{
		Name: name, Version: "1.0.0", Doc: "公共法律服务自助机的咨询情况", API: 1,
		Provide: plugin.Providers{Sections: map[string]func(context.Context, *plugin.SectionRequest) (*plugin.SectionResponse, error){
			slot: func(_ context.Context, q *plugin.SectionRequest) (*plugin.SectionResponse, error) {
				s, err := report.Sentence(slot, prose, figures(visits, q.Period))
				return &plugin.SectionResponse{Section: s}, err
			},
		}},
	}
}

// prose is the sentence for the report. Its numbers are placeholders: the figures say what stands there.
const prose = "公共法律服务自助机接待咨询{{自助机.咨询}}，当场解答的占{{自助机.解答率|1位小数}}。"

// figures counts the visits of a period. A rate keeps its parts, so that those of several counties add up.
func figures(visits []*visit, period fazhi.Period) []fazhi.Figure {
	in := func(v *visit) bool { return period.Contains(v.On) }
	solved := func(v *visit) bool { return v.Solved }
	return []fazhi.Figure{
		report.Count(fazhi.Figure{
			ID: "自助机.咨询", Name: "自助机接待咨询", Unit: "人次", Period: period, Scope: "咨询日期在期间内，一次咨询计一次",
		}, visits, in),
		report.Share(fazhi.Figure{
			ID: "自助机.解答率", Name: "自助机当场解答率", Unit: "%", Period: period, Scope: "期间内的咨询中当场解答的所占比例",
		}, visits, in, solved),
	}
}
