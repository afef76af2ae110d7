package statistics

import "github.com/fazhi-go/fazhi/reconsideration"

// DirectCorrection is the rate of direct corrections (直接纠错率): of the accepted cases that were concluded, those that were
// decided against the organ (Outcome.IsCorrective). National figures are made in this way.
func DirectCorrection() Ratio {
	return Ratio{ID: "复议统计.直接纠错率", Name: "直接纠错率", Form: Cases, Num: outcomes(reconsideration.Outcome.IsCorrective), Den: []Item{Concluded}}
}

// CaseRatios are the rates of reconsideration, with the variants that are in use: each has an ID of its own, and says in its
// scope what it divides by what.
func CaseRatios() []Ratio {
	direct := DirectCorrection().Num
	with := func(items []Item, more ...Item) []Item { return append(items[:len(items):len(items)], more...) }
	ratio := func(name string, num []Item, den Item) Ratio {
		return Ratio{ID: "复议统计." + name, Name: name, Form: Cases, Num: num, Den: []Item{den}}
	}
	withdrawn := outcomes(reconsideration.Outcome.IsWithdrawn)
	return []Ratio{
		DirectCorrection(),
		ratio("直接纠错率（按受理）", direct, NewlyAccepted),
		ratio("直接纠错率（含协议责任、赔偿）", with(direct, "协议责任", "赔偿"), Concluded),
		ratio("间接纠错率", []Item{Indirect}, Concluded),
		ratio("综合纠错率", with(direct, Indirect), Concluded),
		ratio("调解率", []Item{"调解"}, Concluded),
		ratio("调解和解率", with(withdrawn, "调解"), Concluded),
		ratio("案前化解率", []Item{Settled}, Received),
		ratio("案前化解率（含受理前撤回）", []Item{Settled, Withdrawn}, Received),
		ratio("复议后被诉率", []Item{SuedAfter}, Concluded),
		ratio("简易程序适用率", []Item{SimpleConcluded}, Concluded),
		ratio("简易程序适用率（按受理）", []Item{SimpleAccepted}, NewlyAccepted),
	}
}

// LostSuits is the rate of suits lost (败诉率): of the suits of the first instance that were concluded, those that a judgment
// decided against the organ (Result.IsLost).
func LostSuits() Ratio {
	return Ratio{ID: "应诉统计.败诉率", Name: "败诉率", Form: Suits, Num: []Item{FirstLost}, Den: []Item{First}}
}

// SuitRatios are the rates of suits, with their variants, as CaseRatios. 出庭应诉率 counts suits, or organs in suits (机关次).
func SuitRatios() []Ratio {
	ratio := func(name string, num, den Item) Ratio {
		return Ratio{ID: "应诉统计." + name, Name: name, Form: Suits, Num: []Item{num}, Den: []Item{den}}
	}
	times := ratio("负责人出庭应诉率（按机关次）", HeadTimes, OrganTimes)
	times.Per = "机关次"
	return []Ratio{
		LostSuits(),
		ratio("败诉率（按判决）", FirstLost, FirstJudged),
		ratio("负责人出庭应诉率", HeadsHeard, Heard),
		times,
	}
}

// Ratios returns the rates of a form, nil for an unknown one.
func Ratios(form Form) []Ratio {
	switch form {
	case Cases:
		return CaseRatios()
	case Suits:
		return SuitRatios()
	}
	return nil
}
