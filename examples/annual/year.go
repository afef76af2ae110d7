package main

import (
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/annual/internal/figures"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/report"
	"github.com/fazhi-go/fazhi/report/picture"
)

// pictureWidth is how many points wide year.png is: what telephones show at full width.
const pictureWidth = 1080

// keyFigures are the figures on the cards at the top of the picture of the year, as far as there are ledgers for them.
var keyFigures = [...]string{
	"复议.收到", "复议.纠错率", "应诉.出庭率",
	"合同.审查", "规范性文件.审查", "案卷评查.案卷",
	"调解.受理", "法律援助.案件", "普法.活动",
}

// areaTitles are the titles of the work areas in the picture, by what stands before the dot of a figure's ID.
var areaTitles = map[string]string{
	"会议": "会议与议事", "学习": "领导干部学法", "述法": "述法", "立法联系点": "基层立法联系点",
	"合同": "政府合同审查", "规范性文件": "行政规范性文件", "议题": "政府常务会议议题", "复议": "行政复议", "应诉": "行政应诉",
	"执法监督": "行政执法监督", "案卷评查": "行政执法案卷评查", "普法": "法治宣传教育", "法治辅导员": "学校法治辅导员", "安置帮教": "安置帮教", "调解": "人民调解",
	"法律援助": "法律援助", "法治体检": "企业法治体检", "公共法律服务": "公共法律服务热线", "律师": "律师服务企业",
	"社区顾问": "社区法律顾问", "法律顾问": "党政机关法律顾问", "物业": "法律服务进小区",
}

// pictureOfYear draws the picture of the year (一图读懂), with changes on the year before if its figures are there. Figures
// without a value are left out; a year without any figure has no picture, and nil is returned.
func (r *result) pictureOfYear(n report.Narrative, in *input) (*gongwen.Drawing, error) {
	last, issues, err := lastYear(in, n.Meta.Year, r.figures)
	r.issues = append(r.issues, issues...)
	if err != nil {
		return nil, err
	}
	config := pictureConfig(n, r.figures)
	if len(config.Figures) == 0 {
		return nil, nil
	}
	drawing, issues, err := picture.Draw(config, r.figures, last.Figures)
	if err != nil {
		return nil, fmt.Errorf("绘制一图读懂：%w", err)
	}
	r.issues = append(r.issues, located(issues, r.figures, last.Origins)...)
	return &drawing, nil
}

// lastYear reads the figures of the year before.
func lastYear(in *input, year int, now []fazhi.Figure) (figures.Last, fazhi.Issues, error) {
	if in.lastYear == nil {
		return figures.Last{}, nil, nil
	}
	return figures.Read(in.lastYear, year-1, now)
}

func pictureConfig(n report.Narrative, all []fazhi.Figure) picture.Config {
	c := picture.Config{
		Title: fmt.Sprintf("一图读懂%d年度法治政府建设情况", n.Meta.Year), Organ: n.Meta.Issuer, Date: n.Meta.Date, Year: n.Meta.Year,
		Source: fmt.Sprintf("各业务台账，统计期间为%d年1月1日至12月31日", n.Meta.Year),
		Keys:   []string{}, Areas: areaTitles, Forms: formsOf(n),
	}
	known := map[string]bool{}
	for _, f := range all {
		if !prints(f, c.Forms[f.ID]) {
			delete(c.Forms, f.ID) // an issue of the report, which falls back to the usual form too
		}
		if prints(f, c.Forms[f.ID]) {
			known[f.ID] = true
			c.Figures = append(c.Figures, f.ID)
		}
	}
	for _, id := range keyFigures {
		if known[id] {
			c.Keys = append(c.Keys, id)
		}
	}
	return c
}

func prints(f fazhi.Figure, form fazhi.Form) bool {
	_, err := f.Text(form)
	return err == nil
}

// formsOf returns how the narrative prints figures that it does not print in the usual form: 余, or with other decimals.
func formsOf(n report.Narrative) map[string]fazhi.Form {
	forms := map[string]fazhi.Form{}
	for _, item := range n.Items {
		for _, m := range item.Marks {
			if _, known := forms[m.ID]; !known {
				forms[m.ID] = fazhi.Form{Approx: m.Form.Approx, Places: m.Form.Places}
			}
		}
	}
	return forms
}

// codeDifferent is the code of package picture for figures that cannot be compared with those of the year before.
const codeDifferent fazhi.Code = "picture/last/different"

// located names the cell of the year before in issues about figures that cannot be compared with it.
func located(issues fazhi.Issues, all []fazhi.Figure, origins map[string]fazhi.Origin) fazhi.Issues {
	cells := map[fazhi.Path]fazhi.Origin{}
	for i, f := range all {
		cells[fazhi.At("figures", i)] = origins[f.ID]
	}
	for i := range issues {
		if issues[i].Code == codeDifferent {
			issues[i].Origin = cells[issues[i].Path]
		}
	}
	return issues
}
