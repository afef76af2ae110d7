package contract

import "github.com/fazhi-go/fazhi/lifecycle"

// reviewSteps are those of the review before signing.
func reviewSteps(p Profile) []lifecycle.Step {
	limit := []lifecycle.Clock{{Name: reviewLimit, Span: p.Limits.Review, Basis: p.rule()}}
	return []lifecycle.Step{
		{Name: "草拟", Doc: "起草合同文本，询价、尽职调查、磋商", First: true},
		{
			Name: "送审", Doc: "把合同文本和有关材料送合法性审查", First: true,
			After:  []string{"草拟", "中标待审", "中标成交", "退回补正", "审查", "审查未通过", "恢复签订"},
			Starts: limit,
		},
		{
			Name: "退回补正", Doc: "材料不齐全，退回送审单位补正", After: []string{"送审", "补正"},
			Stops: []string{reviewLimit},
		},
		{Name: "补正", Doc: "送审单位补齐材料，审查期限重新起算", After: []string{"退回补正"}, Starts: limit},
		{
			Name: "审查", Doc: "出具合法性审查意见：通过，修改后通过，或者不属审查范围", After: []string{"送审", "补正"},
			Gates: []lifecycle.Gate{p.opinionGiven()},
			Stops: []string{reviewLimit},
		},
		{
			Name: "审查未通过", Doc: "出具不通过的审查意见，或者撤回已经出具的意见",
			After: []string{"送审", "补正", "审查", "中标成交", "暂停签订", "恢复签订"},
			Gates: []lifecycle.Gate{p.opinionRefused()},
			Stops: []string{reviewLimit},
		},
	}
}

// signingClocks are the thirty days to sign, of government procurement and of tenders.
func signingClocks() []lifecycle.Clock {
	return []lifecycle.Clock{
		{
			Name: signingLimit, Span: days(30), Basis: "政府采购法第四十六条第一款", Rule: dayRule, From: procurementFrom(),
			When: lifecycle.For(func(_ lifecycle.State, _ lifecycle.Move, c *Contract) bool { return c.IsProcured() }),
		},
		{
			Name: signingLimit, Span: days(30), Basis: "招标投标法第四十六条第一款", Rule: dayRule, From: tenderFrom(),
			When: lifecycle.For(func(_ lifecycle.State, _ lifecycle.Move, c *Contract) bool { return c.IsTendered() }),
		},
	}
}

// awardSteps are those between award and signing.
func awardSteps(p Profile) []lifecycle.Step {
	limit := signingClocks()
	return []lifecycle.Step{
		{
			Name: "中标待审", Doc: "发出中标、成交通知书，合同文本尚未经合法性审查，或者不需要审查", First: true, After: []string{"草拟", "中标待审"},
			Starts: limit,
		},
		{
			Name: "中标成交", Doc: "合同文本经合法性审查之后，发出中标、成交通知书；中标、成交供应商拒绝签订的，另行确定的，再次发出", First: true,
			After: []string{"草拟", "审查", "中标成交", "恢复签订"},
			Gates: []lifecycle.Gate{p.awardAfterReview()}, Starts: limit,
		},
		{
			Name: "暂停签订", Doc: "询问、质疑可能影响中标、成交结果的，暂停签订合同（政府采购法实施条例第五十四条）",
			After: []string{"中标成交", "审查"},
		},
		{Name: "恢复签订", Doc: "暂停签订的原因消除", After: []string{"暂停签订"}},
		{
			Name: "终止签订", Doc: "不再签订",
			After: []string{"草拟", "中标待审", "中标成交", "送审", "退回补正", "补正", "审查", "审查未通过", "暂停签订", "恢复签订"},
			Final: true,
		},
	}
}
