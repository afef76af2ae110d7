package intake

import "slices"

// An Action is what the organ does next.
type Action string

// The actions.
const (
	Accept     Action = "受理"
	Supply     Action = "补正"   // 通知申请人补正, all items at once
	Wait       Action = "等待补正" // the demand was made
	Inquire    Action = "查明"   // the organ finds out what it can know itself
	Refuse     Action = "不予受理" // with reasons, and the competent organ where it is another
	Dismiss    Action = "驳回申请" // found after acceptance
	GivenUp    Action = "视为放弃"
	LeaveAside Action = "不判断" // under the text before 2024, when nothing that is judged stands against acceptance
)

// A Next is what the organ does next, and why.
type Next struct {
	Action  Action   `json:"action"`
	Basis   string   `json:"basis,omitempty"`
	Reasons []string `json:"reasons,omitempty"`
	Supply  []Ask    `json:"supply,omitempty"` // for the notice of supplements
	Find    []Ask    `json:"find,omitempty"`   // for the organ
	Tell    []string `json:"tell,omitempty"`   // what the document must tell besides
}

// article returns the articles of actions under both texts.
func (m *matter) article(a Action) string {
	now := map[Action]string{Accept: "第三十条第一款", Supply: "第三十一条第一款", Wait: "第三十一条第二款", Inquire: "第三十条第一款", Refuse: "第三十条第二款",
		Dismiss: "第三十三条", GivenUp: "第三十一条第二款"}
	if m.version == newText {
		return lawName + now[a]
	}
	before := map[Action]string{Supply: ruleName + "第二十九条", Wait: ruleName + "第二十九条", GivenUp: ruleName + "第二十九条",
		Inquire: ruleName + "第二十八条", Refuse: oldName + "第十七条第一款", Dismiss: ruleName + "第四十八条第一款第二项", LeaveAside: oldName}
	return before[a]
}

// next draws the conclusion from the findings.
func (m *matter) next(found []Finding, j Jurisdiction) Next {
	n := Next{}
	var hard, soft []string
	for i, r := range conditions() {
		f := found[i]
		switch {
		case f.State == Broken && r.mend && m.Supplement != Supplied && m.Accepted.IsZero():
			soft = append(soft, f.Reasons...)
			n.sort(f.Asks)
		case f.State == Broken:
			hard = append(hard, f.Reasons...)
		case f.State == Open:
			n.ask(f)
		}
	}
	n.Action, n.Reasons = m.action(&n, hard, soft)
	n.Basis = m.article(n.Action)
	n.Tell = m.tell(n.Action, found, j)
	return n
}

// ask notes what is not known in a finding.
func (n *Next) ask(f Finding) {
	if len(f.Asks) == 0 { // a period that cannot be counted
		n.Find = append(n.Find, Ask{f.Path, f.Name, ByOrgan})
	}
	n.sort(f.Asks)
}

// sort puts each question once to whom it is for.
func (n *Next) sort(asks []Ask) {
	for _, a := range asks {
		list := &n.Find
		if a.From == ByApplicant {
			list = &n.Supply
		}
		if !slices.Contains(*list, a) {
			*list = append(*list, a)
		}
	}
}

func (m *matter) action(n *Next, hard, soft []string) (Action, []string) {
	switch {
	case m.Supplement == Lapsed && m.Accepted.IsZero():
		return GivenUp, []string{"无正当理由逾期不补正，记录在案"}
	case len(hard) > 0 && !m.Accepted.IsZero():
		return Dismiss, hard
	case len(hard) > 0:
		return Refuse, hard
	case !m.Accepted.IsZero() && len(n.Supply)+len(n.Find) > 0:
		return Inquire, nil
	case len(n.Supply)+len(soft) > 0 && m.Supplement == "":
		return Supply, soft
	case len(n.Supply)+len(soft) > 0 && m.Supplement == Asked:
		return Wait, soft
	case len(n.Supply) > 0:
		return Inquire, []string{"补正之后仍有不明的，依照第三十条处理"}
	case len(n.Find) > 0:
		return Inquire, nil
	case m.version != newText:
		return LeaveAside, []string{"适用2017年修正的行政复议法，范围和管辖不作判断"}
	}
	return Accept, nil
}

// tell returns what the law wants the applicant to be told.
func (m *matter) tell(a Action, found []Finding, j Jurisdiction) []string {
	state := func(name string) State {
		i := slices.IndexFunc(found, func(f Finding) bool { return f.Name == name })
		return found[i].State
	}
	var tell []string
	if a == Refuse && state("管辖") == Broken && len(j.Organs) > 0 {
		tell = append(tell, "有管辖权的行政复议机关："+tellNames(j.Organs)+"（第三十条第二款）")
	}
	if (a == Refuse || a == Dismiss) && state("复议前置") == Holds {
		tell = append(tell, "可以自收到决定书之日起十五日内起诉（第三十四条）")
	}
	if a == Accept {
		tell = append(tell, "行政复议期间不得向人民法院起诉（第二十九条第一款）")
	}
	return tell
}
