package reconsideration

import (
	"context"

	"github.com/fazhi-go/fazhi"
)

func suitChecks(p Profile) []fazhi.Check {
	return []fazhi.Check{
		{
			Code: "reconsideration/suit/dates", Kind: SuitKind, Basis: p.rule(),
			Doc: "收到应诉通知、开庭、审结的日期依次先后",
			Run: fazhi.For(suitDates),
		},
		{
			Code: "reconsideration/suit/conclusion", Kind: SuitKind, Basis: p.rule(),
			Doc: "裁判结果与审结日期同有同无",
			Run: fazhi.For(suitConclusion),
		},
		{
			Code: "reconsideration/suit/result", Kind: SuitKind, Basis: p.rule(),
			Doc: "裁判结果应当是可填的结果之一，并与审级相符",
			Run: fazhi.For(suitResult),
		},
		{
			Code: "reconsideration/suit/appearance-recorded", Kind: SuitKind, Basis: p.rule(),
			Doc: "开庭的案件填写出庭人员，没有开庭的不填",
			Run: fazhi.For(appearanceRecorded),
		},
		{
			Code: "reconsideration/suit/organ-times", Kind: SuitKind, Basis: p.rule(),
			Doc: "负责人出庭的机关不多于被诉机关；出庭人员填写负责人的才有",
			Run: fazhi.For(organTimes),
		},
		{
			Code: "reconsideration/suit/appearance", Kind: SuitKind, Basis: "行政诉讼法第三条第三款", From: fazhi.DateOf(2015, 5, 1),
			Doc: "行政机关负责人应当出庭应诉，不能出庭的应当委托相应的工作人员出庭，不得仅委托律师",
			Run: fazhi.For(appearance),
		},
		{
			Code: "reconsideration/suit/excuse", Kind: SuitKind, Severity: fazhi.Warning, From: fazhi.DateOf(2018, 2, 8),
			Basis: "《最高人民法院关于适用〈中华人民共和国行政诉讼法〉的解释》第一百二十九条第三款",
			Doc:   "负责人有正当理由不能出庭的，应当向人民法院提交情况说明",
			Run:   fazhi.For(excuse),
		},
	}
}

func suitDates(_ context.Context, p *fazhi.Pass, s *Suit) error {
	inOrder(p, s.Notified,
		step{s.Heard, "/heard", "开庭日期早于收到应诉通知日期"},
		step{s.Concluded, "/concluded", "审结日期早于收到应诉通知日期或者开庭日期"})
	return nil
}

func suitConclusion(_ context.Context, p *fazhi.Pass, s *Suit) error {
	switch {
	case s.Result != "" && s.Concluded.IsZero():
		p.Report("/concluded", "有裁判结果，没有审结日期")
	case s.Result == "" && !s.Concluded.IsZero():
		p.Report("/result", "已经审结，没有裁判结果")
	}
	return nil
}

func suitResult(_ context.Context, p *fazhi.Pass, s *Suit) error {
	switch {
	case s.Result == "":
	case !s.Result.isKnown():
		p.Report("/result", "裁判结果不是可填的结果")
	case s.Instance == "一审" && s.Result.isAppellate():
		p.Report("/result", "裁判结果只用于上诉、再审案件")
	}
	return nil
}

func appearanceRecorded(_ context.Context, p *fazhi.Pass, s *Suit) error {
	switch {
	case !s.Heard.IsZero() && s.Appeared == "":
		p.Report("/appeared", "已经开庭，没有填写出庭人员")
	case s.Heard.IsZero() && s.Appeared != "":
		p.Report("/heard", "填写了出庭人员，没有开庭日期")
	}
	return nil
}

func organTimes(_ context.Context, p *fazhi.Pass, s *Suit) error {
	switch {
	case s.Heads > max(1, s.Organs):
		p.Report("/heads", "负责人出庭的机关多于被诉机关")
	case s.Heads > 0 && s.Appeared != headOfOrgan:
		p.Report("/heads", "填写了负责人出庭的机关数，出庭人员不是负责人")
	}
	return nil
}

func appearance(_ context.Context, p *fazhi.Pass, s *Suit) error {
	switch s.Appeared {
	case "仅律师":
		p.Report("/appeared", "只有律师出庭")
	case "无人":
		p.Report("/appeared", "行政机关没有人出庭")
	}
	return nil
}

func excuse(_ context.Context, p *fazhi.Pass, s *Suit) error {
	if s.Appeared == "工作人员" && !s.Excused {
		p.Report("/excused", "负责人没有出庭，也没有提交情况说明")
	}
	return nil
}
