package casefile

import (
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/workday"
)

// A Duty is a demand of the law that is not of days (程序事实、金额、人数、时点).
type Duty struct {
	Norm
	// Path is the place that decides.
	Path fazhi.Path

	judge func(*File) State
	asked string // the name of the limit of a request on which it rests, as Limit.Asked
}

// duty makes a duty that an answer decides, when it applies.
func duty(n Norm, fact Fact, good Answer, when condition) Duty {
	return Duty{Norm: n, Path: fact.Path(), judge: under(when, func(f *File) State { return answered(f.Facts[fact], good) })}
}

// under judges where the condition holds. What was done is kept, also where it is not known whether it had to be.
func under(when condition, judge func(*File) State) func(*File) State {
	return func(f *File) State {
		applies := when.ask(f)
		if applies == No {
			return NotApplicable
		}
		if state := judge(f); applies == Yes || state == Kept {
			return state
		}
		return NoRecord
	}
}

// Duties returns the demands that are not of days, in the order of the fields of the Vocabulary.
func Duties() []Duty {
	return slices.Concat(officerDuties(), penaltyDuties(), amountDuties(), coercionDuties())
}

func officerDuties() []Duty {
	return slices.Concat(penaltyOfficers(), coercionOfficers(), inspectionOfficers())
}

func penaltyOfficers() []Duty {
	law, handled := penaltyLaw(), []Sort{Penalty, NoPenalty}
	return []Duty{
		{Norm: Norm{Code: "enforcement/file/duty/officers", Name: "执法人员人数要求", Sorts: handled,
			Doc: "执法人员不得少于两人；法律另有规定的除外"}.in(law, "第四十二条第一款"), Path: "/officers", judge: twoOfficers},
		{Norm: Norm{Code: "enforcement/file/duty/qualified", Name: "执法资格要求", Sorts: handled,
			Doc: "执法人员都应当具有行政执法资格"}.in(law, "第四十二条第一款"), Path: "/qualified", judge: allQualified},
		duty(Norm{Code: "enforcement/file/duty/shown-id", Name: "出示证件要求", Sorts: handled, Procedures: []Procedure{Ordinary},
			Doc: "调查、检查时主动出示执法证件"}.in(law, "第五十五条第一款"), ShownID, Yes, nil),
		duty(Norm{Code: "enforcement/file/duty/summary-shown-id", Name: "当场处罚出示证件要求", Sorts: handled, Procedures: []Procedure{Summary},
			Doc: "当场作出处罚决定的，向当事人出示执法证件"}.in(law, "第五十二条第一款"), ShownID, Yes, nil),
	}
}

func coercionOfficers() []Duty {
	law, sorts := coercionLaw(), []Sort{Coercion}
	return []Duty{
		{Norm: Norm{Code: "enforcement/file/duty/coercion-officers", Name: "强制措施人员人数要求", Sorts: sorts,
			Doc: "行政强制措施由两名以上行政执法人员实施"}.in(law, "第十八条第二项"), Path: "/officers", judge: twoOfficers},
		{Norm: Norm{Code: "enforcement/file/duty/coercion-qualified", Name: "强制措施人员资格要求", Sorts: sorts,
			Doc: "行政强制措施由行政机关具备资格的行政执法人员实施"}.in(law, "第十七条第三款"), Path: "/qualified", judge: allQualified},
		duty(Norm{Code: "enforcement/file/duty/coercion-shown-id", Name: "强制措施出示证件要求", Sorts: sorts,
			Doc: "实施行政强制措施出示执法身份证件"}.in(law, "第十八条第三项"), ShownID, Yes, nil),
	}
}

func inspectionOfficers() []Duty {
	paper, sorts, enterprise := inspections(), []Sort{Inspection}, is(Enterprise)
	return []Duty{
		{Norm: Norm{Code: "enforcement/file/duty/inspection-officers", Name: "检查人员人数要求", Sorts: sorts,
			Doc: "涉企行政检查由两名以上执法人员实施"}.in(paper, ""), Path: "/officers", judge: under(enterprise, twoOfficers)},
		{Norm: Norm{Code: "enforcement/file/duty/inspection-qualified", Name: "检查人员资格要求", Sorts: sorts,
			Doc: "实施涉企行政检查的人员都应当具有行政执法资格"}.in(paper, ""), Path: "/qualified", judge: under(enterprise, allQualified)},
		duty(Norm{Code: "enforcement/file/duty/inspection-shown-id", Name: "检查出示证件要求", Sorts: sorts,
			Doc: "实施涉企行政检查主动出示执法证件"}.in(paper, ""), ShownID, Yes, enterprise),
	}
}

func twoOfficers(f *File) State {
	if f.Officers == nil {
		return NoRecord
	}
	return stateOf(*f.Officers >= 2)
}

func allQualified(f *File) State {
	if f.Officers == nil || f.Qualified == nil {
		return NoRecord
	}
	return stateOf(*f.Qualified > 0 && *f.Qualified >= *f.Officers)
}

func penaltyDuties() []Duty {
	law, permit, penalties, ordinary := penaltyLaw(), permitLaw(), []Sort{Penalty}, []Procedure{Ordinary}
	return []Duty{
		duty(Norm{Code: "enforcement/file/duty/hearing-told", Name: "听证权利告知要求", Sorts: penalties, Procedures: ordinary,
			Doc: "属于应当告知听证权利的，已经告知"}.in(law, "第六十三条第一款"), HearingTold, Yes, is(HearingDue)),
		duty(Norm{Code: "enforcement/file/duty/permit-hearing-told", Name: "许可听证权利告知要求", Sorts: []Sort{Permit},
			Doc: "许可直接涉及重大利益关系的，决定前告知听证权利"}.in(permit, "第四十七条第一款"), HearingTold, Yes, is(HearingDue)),
		{Norm: Norm{Code: "enforcement/file/duty/hearing-held", Name: "举行听证要求", Sorts: penalties, Procedures: ordinary,
			Doc: "属于应当告知听证权利的，当事人按期要求听证后应当组织听证；撤回要求或者视为放弃的除外"}.in(law, "第六十三条第一款"),
			Path: Heard.Path(), judge: hearingHeld, asked: "听证要求期限"},
		duty(Norm{Code: "enforcement/file/duty/reviewer", Name: "审核人员资格要求", Sorts: penalties, Procedures: ordinary,
			Doc: "初次从事法制审核的人员应当通过国家统一法律职业资格考试取得法律职业资格"}.in(law, "第五十八条第二款"), ReviewerQualified, Yes, all(is(ReviewDue), is(FirstReviewer))),
		duty(Norm{Code: "enforcement/file/duty/investigator", Name: "查审分离要求", Sorts: []Sort{Penalty, NoPenalty}, Procedures: ordinary,
			Doc: "调查人员不参与本案的审查、表决（全国评查细则的要求；法律只规定由负责人对调查结果进行审查）"}.in(law, "第五十七条第一款"), InvestigatorDecided, No, nil),
		duty(Norm{Code: "enforcement/file/duty/plea", Name: "申辩不加重要求", Sorts: penalties,
			Doc: "不得因当事人陈述、申辩而给予更重的处罚"}.in(law, "第四十五条第二款"), HeavierAfterPlea, No, happened(Pleaded)),
		duty(Norm{Code: "enforcement/file/duty/seal", Name: "决定书印章要求", Sorts: penalties, Procedures: ordinary,
			Doc: "决定书盖有作出决定的行政机关的印章"}.in(law, "第五十九条第二款"), Sealed, Yes, nil),
	}
}

// hearingHeld judges a case that is decided: a request led to a hearing. Whether it was in time is asked after that.
func hearingHeld(f *File) State {
	switch {
	case f.Dates[HearingRequested].IsZero() || f.Dates[Decided].IsZero() || f.Facts[HearingDue] == No:
		return NotApplicable
	case !f.Dates[Heard].IsZero():
		return Kept
	case f.Facts[HearingWaived] == Yes:
		return NotApplicable
	}
	return answered(f.Facts[HearingDue], No)
}

func amountDuties() []Duty {
	law, penalties := penaltyLaw(), []Sort{Penalty}
	return []Duty{
		{Norm: Norm{Code: "enforcement/file/duty/on-the-spot", Name: "当场处罚限额", Sorts: penalties, Procedures: []Procedure{Summary},
			Doc: "当场处罚限于警告，或者对公民二百元以下、对法人或者其他组织三千元以下的罚款"}.in(law, "第五十一条"), Path: "/fine", judge: onTheSpot},
		{Norm: Norm{Code: "enforcement/file/duty/added-fine", Name: "加处罚款限额", Sorts: penalties,
			Doc: "加处罚款的数额不得超出罚款的数额"}.in(law, "第七十二条第一款第一项"), Path: "/added", judge: addedFine},
	}
}

// onTheSpot judges by the lower ceiling, and by the higher one where the party is no citizen.
func onTheSpot(f *File) State {
	const citizen, organization fazhi.Money = 200_00, 3000_00
	other := func(kind string) bool { return kind != "警告" && kind != "罚款" }
	switch {
	case slices.ContainsFunc(f.Penalties, other):
		return Broken
	case f.Fine == nil && len(f.Penalties) == 0, f.Fine == nil && slices.Contains(f.Penalties, "罚款"):
		return NoRecord
	case f.Fine == nil || *f.Fine <= citizen:
		return Kept
	case f.PartySort == "" && *f.Fine <= organization:
		return NoRecord
	case f.PartySort == Citizen:
		return Broken
	}
	return stateOf(*f.Fine <= organization)
}

func addedFine(f *File) State {
	switch {
	case f.Added == nil:
		return NotApplicable
	case f.Fine == nil:
		return NoRecord
	}
	return stateOf(*f.Added <= *f.Fine)
}

func coercionDuties() []Duty {
	law, permit := coercionLaw(), permitLaw()
	return []Duty{
		{Norm: Norm{Code: "enforcement/file/duty/24-hours", Name: "当场强制报告时限",
			Doc: "情况紧急当场实施行政强制措施的，二十四小时内报告并补办批准手续"}.in(law, "第十九条"), Path: "/onSpotReported", judge: reported},
		duty(Norm{Code: "enforcement/file/duty/pauses-told", Name: "检测期间告知要求",
			Doc: "查封、扣押中检测、检验、检疫、技术鉴定的期间应当书面告知当事人"}.in(law, "第二十五条第三款"), PausesTold, Yes, testedWhileSeized),
		duty(Norm{Code: "enforcement/file/duty/permit-pauses-told", Name: "许可除外期间告知要求", Sorts: []Sort{Permit},
			Doc: "听证、检验、检测、鉴定、专家评审等所需时间应当书面告知申请人"}.in(permit, "第四十五条"), PausesTold, Yes, hasPauses),
		duty(Norm{Code: "enforcement/file/duty/extension-told", Name: "延长查封冻结告知要求",
			Doc: "延长查封、扣押、冻结的决定应当及时书面告知当事人并说明理由"}.in(law, "第二十五条第二款、第三十二条第二款"), ExtensionTold, Yes, extendedCoercion),
		duty(Norm{Code: "enforcement/file/duty/permit-extension-told", Name: "许可延期告知要求", Sorts: []Sort{Permit},
			Doc: "延长许可期限的理由应当告知申请人"}.in(permit, "第四十二条"), ExtensionTold, Yes, happened(Extended)),
	}
}

// reported judges the one limit of hours.
func reported(f *File) State {
	switch {
	case f.OnSpot.IsZero() && f.OnSpotReported.IsZero():
		return NotApplicable
	case f.OnSpot.IsZero() || f.OnSpotReported.IsZero():
		return NoDate
	}
	passed := f.OnSpotReported.Minutes(f.OnSpot)
	return stateOf(passed >= 0 && passed <= 24*60)
}

// testedWhileSeized reports whether something was seized and a pause is for tests of it.
func testedWhileSeized(f *File) Answer {
	return AnswerOf(!f.Dates[Seized].IsZero() && slices.ContainsFunc(f.Pauses, func(p workday.Pause) bool { return holdsWord(p.Reason, tests()) }))
}

func extendedCoercion(f *File) Answer {
	return AnswerOf(!f.Dates[SeizureExtended].IsZero() || !f.Dates[FreezeExtended].IsZero())
}
