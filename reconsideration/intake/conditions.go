package intake

func conditions() []Rule {
	item := func(n string) string { return "第三十条第一款" + n }
	return []Rule{
		{Code: "reconsideration/intake/parties", Group: Condition, Name: "申请人和被申请人", New: item("第一项") + "、第十九条", Old: "第二十八条第一项",
			judge: all(clause{Identified, Yes, "没有明确的申请人"},
				clause{RightRespondent, Yes, "错列被申请人，应当告知申请人变更（实施条例第二十二条）"}), mend: true},
		{Code: "reconsideration/intake/interest", Group: Condition, Name: "利害关系", New: item("第二项"), Old: "第二十八条第二项",
			judge: all(clause{Interest, Yes, "申请人与行政行为没有利害关系"})},
		{Code: "reconsideration/intake/claims", Group: Condition, Name: "请求和理由", New: item("第三项"), Old: "第二十八条第三项",
			judge: all(clause{Claims, Yes, "没有具体的行政复议请求"}, clause{Reasons, Yes, "没有理由"}), mend: true},
		{Code: "reconsideration/intake/time", Group: Condition, Name: "申请期限", Path: "/received", New: item("第四项") + "、第二十条",
			Old: "第二十八条第四项、" + oldName + "第九条", judge: (*matter).inTime},
		{Code: "reconsideration/intake/scope", Group: Condition, Name: "行政复议范围", Path: "/act", New: item("第五项"), judge: (*matter).inScope},
		{Code: "reconsideration/intake/jurisdiction", Group: Condition, Name: "管辖", Path: "/organ", New: item("第六项"), judge: (*matter).competent},
		{Code: "reconsideration/intake/once", Group: Condition, Name: "没有受理过", New: item("第七项") + "、第二十九条第二款", Old: "第二十八条第七项",
			judge: all(clause{AcceptedBefore, No, "行政复议机关受理过同一申请"}, clause{Sued, No, "人民法院受理过同一行政行为的诉讼，不得申请行政复议"})},
		{Code: "reconsideration/intake/withdrawn", Group: Condition, Name: "没有撤回过", New: "实施条例第三十八条第二款", Old: "第三十八条第二款",
			judge: where(Withdrawn, (*matter).withdrawn)},
	}
}

// withdrawn lets nobody apply again: after a settlement by the law of 2023 (第七十四条第二款), else by the 实施条例.
func (m *matter) withdrawn() verdict {
	v := all(clause{AgainstWill, Yes, "撤回之后不得再以同一事实和理由申请"})(m)
	if m.is(AfterSettlement) == Yes && m.version == newText {
		v.basis = lawName + "第七十四条第二款"
	}
	return v
}

// inScope judges the kind of act (第十一条、第十二条).
func (m *matter) inScope() verdict {
	info, known := actOf(m.Act)
	if !known {
		return open(Ask{"/act", "行政行为的类别", ByApplicant})
	}
	v := kept("属于" + string(info.Act))
	if info.Excluded {
		v = broken(string(info.Act) + "不属于行政复议范围")
	}
	v.basis = lawName + info.Article
	return v
}
