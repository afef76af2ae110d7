package statistics

import "github.com/fazhi-go/fazhi/reconsideration"

// caseForm is the form of reconsideration. Its identities are those of a form that is in use: what came in and what became of
// it before acceptance; what was accepted and where it stands.
func caseForm() *form {
	f := &form{
		items: []definition{
			{Received, "收到日期在期间内的申请，不论是否受理"}, {CarriedPending, "期间首日之前收到、首日前尚未处理"}, {CarriedOpen, "期间首日之前受理、首日前尚未审结"},
			{Accepted, "本期受理和上期已受理结转之和"}, {NewlyAccepted, "受理（含视为受理）日期在期间内"},
			{Elsewhere, "告知向有权机关申请、转送"}, {Refused, ""}, {Waived, ""}, {Settled, ""}, {Withdrawn, ""},
			{Unreviewed, "期间末日尚未处理"}, {Supplementing, "期间末日已通知补正、尚未补正"},
			{InWork, "期间末日尚未审结"}, {Suspended, "期间末日已中止、尚未恢复"}, {Concluded, "已受理且审结日期在期间内的案件，含上期结转"},
		},
		states: []state{{Unreviewed, CarriedPending}, {Supplementing, CarriedPending}, {InWork, CarriedOpen}, {Suspended, CarriedOpen}},
		sums:   []equation{equal([]Item{Accepted}, []Item{CarriedOpen, NewlyAccepted})},
		balances: []equation{
			equal([]Item{Received, CarriedPending, CarriedOpen}, []Item{Accepted, Elsewhere, Refused, Waived, Settled, Withdrawn, Unreviewed, Supplementing}),
			equal([]Item{Accepted}, []Item{InWork, Suspended, Concluded}),
		},
		bounds: []equation{
			atMost(Indirect, outcomes(reconsideration.Outcome.IsWithdrawn)...), atMost(SimpleAccepted, NewlyAccepted),
			atMost(SimpleConcluded, Concluded), atMost(SuedAfter, Concluded),
		},
		axes: axesOf[reconsideration.Case](caseAxes()),
	}
	f.ends(outcomes(func(reconsideration.Outcome) bool { return true }))
	f.items = append(f.items,
		definition{Indirect, "审结的案件中，经监督协调，被申请人自行纠正，申请人撤回申请"},
		definition{SimpleAccepted, "本期受理的案件中，受理时适用简易程序"}, definition{SimpleConcluded, "审结的案件中，适用简易程序且没有转为普通程序"},
		definition{SuedAfter, "审结的案件中，有当事人就其提起行政诉讼"}, definition{Opinions, "审结的案件制发的份数"}, definition{Suggestions, "审结的案件制发的份数"})
	return f
}

// suitForm is the form of suits.
func suitForm() *form {
	f := &form{
		items: []definition{
			{Received, "收到应诉通知日期在期间内的案件，各审级分别计"}, {Carried, "期间首日之前收到应诉通知、首日前尚未审结"},
			{Pending, "期间末日尚未审结"}, {Concluded, "审结日期在期间内的案件，各审级分别计，含上期结转"},
		},
		states:   []state{{Pending, Carried}},
		balances: []equation{equal([]Item{Received, Carried}, []Item{Pending, Concluded})},
		bounds: []equation{
			atMost(First, Concluded), atMost(FirstJudged, First), atMost(FirstLost, FirstJudged), atMost(FirstLost, results(reconsideration.Result.IsLost)...),
			atMost(HeadsHeard, Heard), atMost(Heard, OrganTimes), atMost(HeadTimes, OrganTimes), atMost(HeadsHeard, HeadTimes),
		},
		axes: axesOf[reconsideration.Suit](suitAxes()),
	}
	f.ends(results(func(reconsideration.Result) bool { return true }))
	f.items = append(f.items,
		definition{First, "审结日期在期间内的一审案件，含上期结转"}, definition{FirstJudged, "审结的一审案件中，以判决结案"}, definition{FirstLost, "审结的一审案件中，判决撤销、部分撤销、变更、履行、给付、确认违法、确认无效、承担协议责任、赔偿"},
		definition{Heard, "开庭日期在期间内的案件，各审级分别计"}, definition{HeadsHeard, "其中行政机关负责人出庭的案件"},
		definition{OrganTimes, "开庭的案件中被诉机关的个次"}, definition{HeadTimes, "其中负责人出庭的个次"})
	return f
}

func outcomes(of func(reconsideration.Outcome) bool) []Item {
	return itemsOf(reconsideration.Outcomes(), of)
}

func results(of func(reconsideration.Result) bool) []Item {
	return itemsOf(reconsideration.Results(), of)
}

func itemsOf[T ~string](all []T, of func(T) bool) (items []Item) {
	for _, one := range all {
		if of(one) {
			items = append(items, Item(one))
		}
	}
	return items
}
