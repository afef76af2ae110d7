package reconsideration

// An Intake says what was done with an application when it came in (处理).
type Intake string

// IsAccepted reports whether the case was accepted (受理), or counts as accepted because nobody decided within the
// days of review (视为受理, 行政复议法第三十条第三款).
func (i Intake) IsAccepted() bool { return i == "受理" || i == "视为受理" }

// An Outcome is the way in which an accepted case was closed (结案方式).
type Outcome string

// outcomes says of every outcome whether it corrects the organ (纠错). Articles are those of the 行政复议法 of 2023.
var outcomes = []struct {
	name       Outcome
	corrective bool
}{
	{"变更", true},   // 第六十三条
	{"撤销", true},   // 第六十四条
	{"部分撤销", true}, // 第六十四条
	{"确认违法", true}, // 第六十五条
	{"责令履行", true}, // 第六十六条
	{"确认无效", true}, // 第六十七条

	{"维持", false},   // 第六十八条
	{"驳回请求", false}, // 第六十九条
	{"协议责任", false}, // 第七十一条
	{"赔偿", false},   // 第七十二条

	{"驳回申请", false},    // 第三十三条
	{"调解", false},      // 第七十三条
	{"和解终止", false},    // 第七十四条
	{"撤回终止", false},    // 第四十一条
	{"改变后撤回终止", false}, // 第四十一条
	{"其他终止", false},    // 第四十一条
}

// Outcomes returns every outcome, in the order of the ledger's choices.
func Outcomes() []Outcome {
	all := make([]Outcome, len(outcomes))
	for i := range outcomes {
		all[i] = outcomes[i].name
	}
	return all
}

// IsCorrective reports whether the outcome counts as a correction (直接纠错): 变更, 撤销, 部分撤销, 确认违法, 责令履行 or
// 确认无效. Liability under agreements (协议责任) and compensation (赔偿), which some places count too, do not.
func (o Outcome) IsCorrective() bool {
	i := o.place()
	return i >= 0 && outcomes[i].corrective
}

// IsWithdrawn reports whether the case ended because the application was withdrawn (撤回), of free will, after a settlement
// or after the organ had changed its act.
func (o Outcome) IsWithdrawn() bool {
	return o == "和解终止" || o == "撤回终止" || o == "改变后撤回终止"
}

// place returns where the outcome stands in the table, -1 if it does not.
func (o Outcome) place() int {
	for i := range outcomes {
		if outcomes[i].name == o {
			return i
		}
	}
	return -1
}

// isKnown reports whether the outcome is in the table.
func (o Outcome) isKnown() bool { return o.place() >= 0 }
