package invent

import (
	"errors"
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/activity"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/enforcement"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/normdoc"
	"github.com/fazhi-go/fazhi/reconsideration"
	"github.com/fazhi-go/fazhi/report"
)

// lastYear is what the bureau counted in the year before. Of that year the ledgers have only what reaches into this one;
// those of suits and of the review of normative documents have all of it, so their values are the ledgers'.
func lastYear() map[string]fazhi.Quantity {
	percent := func(num, den int64) fazhi.Quantity { return fazhi.Rate{Num: num, Den: den} }
	lost := fazhi.Rate{Num: 7, Den: 57}
	return map[string]fazhi.Quantity{
		"合同.审查": count(21), "规范性文件.审查": count(5), "规范性文件.备案": count(4), "议题.审查": count(79),
		"复议.收到": count(98), "复议.审结": count(61), "复议.纠错率": percent(13, 61),
		"应诉.办理": count(12), "应诉.审结": count(12), "应诉.出庭率": percent(62, 62), "应诉.败诉率": lost,
		"应诉.败诉率变化": fazhi.Points{Now: lost, Before: fazhi.Rate{Num: 5, Den: 54}},
		"调解.受理":    count(3862), "调解.成功": count(3829), "调解.宣传": count(3),
		"案卷评查.次数": count(2), "案卷评查.部门": count(17), "案卷评查.案卷": count(268),
		"执法监督.邀检察院评查": count(1), "执法监督.抽查": count(241), "执法监督.问题": count(52),
		"会议.党组会": count(22), "会议.办公会": count(18), "会议.研究事项": count(176),
		"学习.专题讲座": count(4), "学习.培训人次": count(315), "述法.部门": count(45), "述法.人次": count(52),
		"立法联系点.活动": count(12), "立法联系点.建议": count(16),
		"普法.微课堂": count(96), "普法.反欺凌": count(9), "普法.活动": count(587), "普法.标语": atLeast(1400), "普法.资料": atLeast(60000),
		"法治辅导员.人数": count(20), "法治辅导员.学校": count(8), "法治辅导员.活动": count(26), "安置帮教.衔接率": percent(58, 58),
		"法律援助.案件": count(251), "法律援助.咨询": count(3105),
		"法律援助.挽回损失": fazhi.Money(231_6000_00), "法律援助.节约律师费": fazhi.Money(198_4000_00),
		"法治体检.企业": count(15), "法治体检.报告书": count(15), "法治体检.建议": count(31), "公共法律服务.热线": count(2210),
		"律师.讲座": count(41), "律师.咨询": count(488), "律师.体检": count(8),
		"社区顾问.重大咨询": count(57), "社区顾问.普法": count(24), "社区顾问.协助": count(79), "法律顾问.考核率": percent(39, 39),
		"物业.街道": count(8), "物业.小区": count(251), "物业.意见": count(59), "物业.合同": count(8), "物业.调解": count(6),
		"物业.普法": count(16), "物业.讲座": count(3), "物业.咨询": count(132),
	}
}

// LastYear returns the figures of the year before, in the order of the report.
func LastYear() ([]fazhi.Figure, error) {
	sections, err := emptySections(year - 1)
	if err != nil {
		return nil, err
	}
	values := lastYear()
	var all []fazhi.Figure
	for _, s := range sections {
		for _, f := range s.Figures {
			value, known := values[f.ID]
			if !known {
				continue // of a work area of which the example has no ledger
			}
			delete(values, f.ID)
			f.Value, f.From = value, fazhi.Source{}
			all = append(all, f)
		}
	}
	for stray := range values {
		return nil, fmt.Errorf("没有数据项“%s”", stray)
	}
	return all, nil
}

// emptySections returns the sections of all work areas without any record: names, units and scopes of their figures.
func emptySections(year int) ([]report.Section, error) {
	var sections []report.Section
	var faults []error
	add := func(s report.Section, err error) {
		sections = append(sections, s)
		faults = append(faults, err)
	}
	add(contract.Section(nil, year))
	add(normdoc.Section(nil, year))
	add(normdoc.ItemSection(nil, year))
	add(reconsideration.Section(nil, year))
	add(reconsideration.SuitSection(nil, year))
	add(mediation.Section(nil, year))
	add(enforcement.Section(nil, year))
	areas, err := activity.Standard()
	faults = append(faults, err)
	for _, a := range areas {
		add(a.Section(nil, year))
	}
	return sections, errors.Join(faults...)
}
