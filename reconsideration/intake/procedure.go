package intake

import "github.com/fazhi-go/fazhi"

func questions() []Rule {
	return []Rule{
		{Group: Question, Name: "复议前置", New: "第二十三条第一款", judge: (*matter).first},
		{Group: Question, Name: "可以适用简易程序", New: "第五十三条", judge: (*matter).simple},
		{Group: Question, Name: "应当听证", New: "第五十条第一款", judge: (*matter).mustHear},
		{Group: Question, Name: "可以听证", New: "第五十条第二款", judge: func(m *matter) verdict {
			return anyOf(m, []ground{fact(m, HearingUseful, "行政复议机构认为有必要"), fact(m, HearingAsked, "申请人请求听证")})
		}},
		{Group: Question, Name: "应当提请咨询", New: "第五十二条第二款", judge: (*matter).advised},
	}
}

// actIs is the answer whether the act is of a kind, and what to ask when nobody has said.
func (m *matter) actIs(a Act) (Answer, []Ask) {
	if m.Act == "" {
		return Unknown, []Ask{{"/act", "行政行为的类别", ByApplicant}}
	}
	return answerOf(m.Act == a), nil
}

// ofAct is the ground that the act is of a kind and a fact is so.
func (m *matter) ofAct(a Act, f Fact, name string) ground {
	is, asks := m.actIs(a)
	return ground{name: name, says: func(m *matter) Answer { return and(is, m.is(f)) }, asks: append(asks, m.unknowns(f)...)}
}

// first answers whether reconsideration comes before a suit (复议前置, 第二十三条).
func (m *matter) first() verdict {
	return anyOf(m, []ground{
		m.ofAct(penalty, OnSpot, "第一项：当场作出的行政处罚"),
		fact(m, HeldResource, "第二项：侵犯已经依法取得的自然资源权利"),
		fact(m, DutyUnmet, "第三项：未履行法定职责"),
		m.ofAct(information, Withheld, "第四项：不予公开政府信息"),
		fact(m, OtherFirst, "第五项：其他法律、行政法规规定"),
	})
}

// simpleMost is the most that a case of the simple procedure may be about, in fen (第五十三条第一款第三项).
const simpleMost fazhi.Money = 3000_00

// small is the ground of the amount.
func (m *matter) small() ground {
	g := ground{name: "第一款第三项：款额三千元以下"}
	if m.Amount == nil {
		g.says, g.asks = func(*matter) Answer { return Unknown }, []Ask{{"/amount", "案件涉及的款额", ByApplicant}}
		return g
	}
	g.says = func(m *matter) Answer { return answerOf(*m.Amount > 0 && *m.Amount <= simpleMost) }
	return g
}

// simple answers whether the simple procedure (简易程序) may be taken: one of four kinds that are clear, or all agree.
func (m *matter) simple() verdict {
	agree := anyOf(m, []ground{fact(m, AllAgree, "第二款：当事人各方同意")})
	kind := m.simpleKind()
	clear := m.isClear()
	switch {
	case kind.state == Holds && clear == Yes:
		return kind
	case agree.state == Holds:
		return agree
	case agree.state == Open:
		kind.asks = append(kind.asks, agree.asks...)
	case kind.state == HoldsNot || clear == No:
		return verdict{state: HoldsNot, reasons: []string{"不是四种案件之一，或者不是事实清楚、权利义务关系明确、争议不大；当事人各方也没有同意"}}
	}
	if kind.state != HoldsNot && clear == Unknown {
		kind.asks = append(kind.asks, m.unknowns(ClearFacts, ClearRights, LittleDispute)...)
	}
	return open(kind.asks...)
}

func (m *matter) isClear() Answer {
	return and(m.is(ClearFacts), m.is(ClearRights), m.is(LittleDispute))
}

func (m *matter) simpleKind() verdict {
	info, asks := m.actIs(information)
	return anyOf(m, []ground{
		fact(m, OnSpot, "第一款第一项：当场作出"),
		fact(m, Caution, "第一款第二项：警告或者通报批评"),
		m.small(),
		{name: "第一款第四项：政府信息公开案件", says: func(*matter) Answer { return info }, asks: asks},
	})
}

// mustHear answers whether the case must be heard. The grounds after the first are those by which
// 行政复议普通程序听证办法 art. 3 describes such cases.
func (m *matter) mustHear() verdict {
	const measure = "（听证办法第三条）"
	return anyOf(m, []ground{
		fact(m, Grave, "重大、疑难、复杂"),
		fact(m, PublicInterest, "涉及国家利益、重大社会公共利益"+measure),
		fact(m, ManyConcerned, "涉及群体性纠纷或者社会关注度较高"+measure),
		fact(m, NewField, "涉及新业态、新领域、新类型行政争议"+measure),
		fact(m, DoubtfulProof, "定案证据疑点较多，或者主要事实分歧较大"+measure),
		fact(m, TangledLaw, "法律关系复杂"+measure),
	})
}

// advised answers whether the committee (行政复议委员会) must be asked.
func (m *matter) advised() verdict {
	own := ground{name: "第三项：省级人民政府对本机关的行政行为", says: func(m *matter) Answer { return answerOf(m.Respondent == Province) }}
	if m.Respondent == "" {
		own.says, own.asks = func(*matter) Answer { return Unknown }, []Ask{{"/respondent", "被申请人的类别", ByApplicant}}
	}
	return anyOf(m, []ground{
		fact(m, Grave, "第一项：重大、疑难、复杂"), fact(m, Technical, "第二项：专业性、技术性较强"), own,
		fact(m, AdviceUseful, "第四项：行政复议机构认为有必要"),
	})
}
