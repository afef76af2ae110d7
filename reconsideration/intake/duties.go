package intake

func duties() []Rule {
	return []Rule{
		{Code: "reconsideration/intake/guardian", Group: Duty, Name: "法定代理人", New: "第十四条第三款", judge: (*matter).guarded},
		{Code: "reconsideration/intake/delegates", Group: Duty, Name: "代表人人数", Path: "/delegates", New: "实施条例第八条", Old: "第八条",
			judge: (*matter).delegated},
		{Code: "reconsideration/intake/delegate-consent", Group: Duty, Name: "被代表人同意", New: "第十五条第二款",
			judge: where(ByDelegate, all(clause{DelegateAgreed, Yes, "代表人变更请求、撤回申请、承认第三人请求，没有经被代表的申请人同意"}))},
		{Code: "reconsideration/intake/agents", Group: Duty, Name: "代理人", Path: "/agents", New: "第十七条", judge: (*matter).represented},
		{Code: "reconsideration/intake/told-first", Group: Duty, Name: "告知复议前置", New: "第二十三条第二款",
			judge: after((*matter).first, all(clause{ToldFirst, Yes, "作出行政行为时没有告知先申请行政复议"}))},
		{Code: "reconsideration/intake/hearing", Group: Duty, Name: "听证的组成", Path: "/hearing", New: "第五十条", judge: (*matter).heard},
		{Code: "reconsideration/intake/head", Group: Duty, Name: "负责人参加听证", New: "第五十一条第三款", judge: (*matter).attended},
		{Code: "reconsideration/intake/advice", Group: Duty, Name: "委员会咨询", New: "第五十二条第二款、第三款",
			judge: after((*matter).advised, all(clause{Consulted, Yes, "没有提请行政复议委员会提出咨询意见"}, clause{AdviceRecorded, Yes, "没有记录咨询意见"}))},
		{Code: "reconsideration/intake/forwarding", Group: Duty, Name: "部门转送", Path: "/forwarded", judge: (*matter).forwardedInTime},
	}
}

// guarded wants a legal representative for a citizen without full capacity.
func (m *matter) guarded() verdict {
	switch m.Applicant {
	case "":
		return open(Ask{"/applicant", "申请人的类别", ByApplicant})
	case Citizen:
		return where(Incapable, all(clause{Guardian, Yes, "没有由法定代理人代为申请"}))(m)
	}
	return idle()
}

// The numbers of persons.
const (
	manyApplicants = 5 // more than that choose delegates
	mostDelegates  = 5
	mostAgents     = 2
)

func (m *matter) delegated() verdict {
	switch {
	case m.Applicants == 0:
		return open(Ask{"/applicants", "申请人的人数", ByApplicant})
	case m.Applicants <= manyApplicants:
		return idle("申请人没有超过五人")
	case m.Delegates == nil:
		return open(Ask{"/delegates", "代表人的人数", ByApplicant})
	case *m.Delegates < 1 && m.version == newText:
		v := kept("申请人人数众多的，可以推选代表人；超过五人的推选一至五名，是实施条例第八条的要求")
		v.basis = lawName + "第十五条第一款、" + ruleName + "第八条"
		return v
	case *m.Delegates < 1 || *m.Delegates > mostDelegates:
		return broken("申请人超过五人的，推选一至五名代表人")
	}
	return kept()
}

func (m *matter) represented() verdict {
	switch {
	case m.Agents == nil:
		return open(Ask{"/agents", "代理人的人数", ByApplicant})
	case *m.Agents == 0:
		return idle()
	case *m.Agents > mostAgents:
		return broken("代理人超过二名")
	}
	return all(clause{AgentPapers, Yes, "授权委托手续不全"})(m)
}

// after judges a duty where the answer to a question is 是.
func after(question, judge func(*matter) verdict) func(*matter) verdict {
	return func(m *matter) verdict {
		switch q := question(m); q.state {
		case Holds:
			return judge(m)
		case Open:
			if v := judge(m); v.state == Kept {
				return v
			}
			return q
		}
		return idle()
	}
}

// heard wants one host, two listeners and one clerk of a hearing that was held, and the hearing where the law asks for one.
func (m *matter) heard() verdict {
	if h := m.Hearing; h != nil {
		if h.Hosts == 1 && h.Listeners >= 2 && h.Clerks == 1 {
			return kept()
		}
		return broken("听证应当有一名主持人、两名以上听证员、一名记录员")
	}
	q := m.mustHear()
	if q.state == HoldsNot {
		return idle()
	}
	return open(append(q.asks, Ask{"/hearing", "听证的主持人、听证员、记录员人数", ByOrgan})...)
}

// attended wants the head of the respondent at a hearing that was held, or a reason and somebody else.
func (m *matter) attended() verdict {
	switch {
	case m.Hearing == nil:
		return idle("没有举行听证的记载")
	case m.is(HeadAttended) == Yes || m.is(HeadExcused) == Yes:
		return kept()
	case m.is(HeadAttended) == Unknown || m.is(HeadExcused) == Unknown:
		return open(m.unknowns(HeadAttended, HeadExcused)...)
	}
	return all(clause{HeadAttended, Yes, "被申请人的负责人没有参加听证，也没有说明理由并委托工作人员"})(m)
}

// forwardedInTime judges what a bureau has set; no law that was read has this limit.
func (m *matter) forwardedInTime() verdict {
	f := m.Forwarded
	switch {
	case f == nil:
		return idle()
	case m.profile.Forwarding.IsZero():
		return verdict{state: NotJudged, reasons: []string{"没有设置部门转送的期限"}}
	case f.Sent.IsZero():
		return open(Ask{"/forwarded/sent", "转送之日", ByOrgan})
	}
	moved := *m
	moved.Application = &Application{Received: f.Sent}
	in, why := moved.within(f.Received, m.profile.Forwarding, nil)
	v := of(in, why, "收到申请的部门没有在期限内转送")
	if in == Yes {
		v.reasons = []string{"在期限内转送"}
	}
	v.basis = m.profile.ForwardingBasis
	return v
}
