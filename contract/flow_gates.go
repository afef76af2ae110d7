package contract

import (
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
)

// A condition is what a gate asks of a contract.
type condition = func(lifecycle.State, lifecycle.Move, *Contract) bool

// gate makes a gate. One that says what a check says takes its words, basis and dates.
func (p Profile) gate(g lifecycle.Gate, holds condition) lifecycle.Gate {
	g.Open = lifecycle.For(holds)
	for _, c := range p.checks() {
		if c.Code == g.Code {
			g.Doc, g.Basis, g.From, g.Until = c.Doc, c.Basis, c.From, c.Until
		}
	}
	return g
}

// isPositive reports whether an opinion given on a day lets the contract go on at another.
func isPositive(opinion string, given, on fazhi.Date) bool {
	switch opinion {
	case beyondReview:
		return true
	case passes, passesAfter:
		return !given.IsZero() && !given.After(on)
	}
	return false
}

// spares reports whether the profile asks for no review of a contract. That a reviewer found one out of scope (不属审查范围) shows in
// where it stands, like every other opinion.
func (p Profile) spares(c *Contract) bool {
	return p.Unreviewed || slices.Contains(p.Exempt, c.Sort) || c.Amount > 0 && c.Amount < p.ReviewFrom
}

// sparesChange reports whether the profile asks for no review of a change: the contract is still spared with all its changes, the
// one that is to take effect among them, whatever its review said. Nil: none in particular.
func (p Profile) sparesChange(c *Contract, effective *Change) bool {
	after := *c
	sum, fits := c.total()
	if fits && effective != nil && effective.isDropped() {
		sum, fits = add(sum, effective.Amount)
	}
	if !fits || sum >= p.ReviewFrom {
		after.Amount = 0
	}
	return p.spares(&after)
}

// opinionGiven keeps the step 审查 for opinions that let the contract go on, so that the step itself says so.
func (p Profile) opinionGiven() lifecycle.Gate {
	return p.gate(lifecycle.Gate{
		Code: "contract/review/opinion", Basis: p.rule(), Path: "/opinion",
		Doc: "记为“审查”的，应当有审查日期和通过、修改后通过或者不属审查范围的意见；不通过的，记为“审查未通过”",
	}, func(_ lifecycle.State, m lifecycle.Move, c *Contract) bool {
		return isPositive(c.Opinion, c.Reviewed, m.On)
	})
}

func (p Profile) opinionRefused() lifecycle.Gate {
	return p.gate(lifecycle.Gate{
		Code: "contract/review/refusal", Basis: p.rule(), Path: "/opinion", Doc: "记为“审查未通过”的，审查意见应当为不通过",
	}, func(_ lifecycle.State, _ lifecycle.Move, c *Contract) bool { return c.Opinion == failsReview })
}

// awardAfterReview keeps the step 中标成交 for contracts that have been reviewed, so that it says so. What the profile spares is
// awarded as 中标待审, and whether it is still spared is asked again when it is signed.
func (p Profile) awardAfterReview() lifecycle.Gate {
	return p.gate(lifecycle.Gate{
		Code: "contract/review/before-award", Basis: p.rule(), Path: "/opinion", Doc: "合同文本尚未经合法性审查，或者不需要审查的，记为“中标待审”",
	}, func(s lifecycle.State, _ lifecycle.Move, _ *Contract) bool {
		return slices.Contains(reviewed(), s.Step)
	})
}

// reviewedBefore asks for the opinion of the review and for a step at which only a reviewed contract can stand.
func (p Profile) reviewedBefore() lifecycle.Gate {
	return p.gate(lifecycle.Gate{
		Code: "contract/review/before-signing", Basis: p.rule(), Path: "/opinion",
		Doc: "未经合法性审查，或者审查意见为不通过的，不得签订",
	}, func(s lifecycle.State, m lifecycle.Move, c *Contract) bool {
		return p.spares(c) || slices.Contains(reviewed(), s.Step) && isPositive(c.Opinion, c.Reviewed, m.On)
	})
}

// decisionFrom is the first day of the 重大行政决策程序暂行条例.
func decisionFrom() fazhi.Date { return fazhi.DateOf(2019, 9, 1) }

func (p Profile) discussedBefore() lifecycle.Gate {
	return p.gate(lifecycle.Gate{
		Code: "contract/major/deliberation", Basis: "重大行政决策程序暂行条例第三十条", Path: "/deliberated", From: decisionFrom(),
		Doc: "属于重大行政决策的合同，应当在签订之前经集体讨论决定",
	}, func(_ lifecycle.State, m lifecycle.Move, c *Contract) bool {
		return !isTrue(c.Decision) || !c.Deliberated.IsZero() && !c.Deliberated.After(m.On)
	})
}

// capableSignatory asks that no inner organ signs for the government.
func (p Profile) capableSignatory() lifecycle.Gate {
	return p.gate(lifecycle.Gate{
		Code: "contract/party/inner-organ", Basis: p.rule(), Path: "/parties",
		Doc: "内设机构、临时机构不得作为政府一方签订合同",
	}, func(_ lifecycle.State, _ lifecycle.Move, c *Contract) bool {
		return !slices.ContainsFunc(c.Parties, func(p Party) bool {
			return p.Side == Government && (p.Capacity == "内设机构" || p.Capacity == "临时机构")
		})
	})
}

// lastChange returns the last change of one of some sorts, of any sort when none is named.
func (c *Contract) lastChange(sorts ...string) *Change {
	for i := range slices.Backward(c.Changes) {
		if x := &c.Changes[i]; len(sorts) == 0 || slices.Contains(sorts, x.Sort) {
			return x
		}
	}
	return nil
}

// isSlight reports whether a change is said to alter nothing of substance, and shows nothing that would: price and term are.
func (x *Change) isSlight() bool {
	return x.Sort == "变更" && isFalse(x.Substance) && x.Amount == 0 && x.Expires.IsZero()
}

func (p Profile) changeOpinionGiven() lifecycle.Gate {
	return p.gate(lifecycle.Gate{
		Code: "contract/change/opinion", Basis: p.rule(), Path: "/changes",
		Doc: "记为“变更审查”的，最后一项变更应当有审查日期和通过、修改后通过或者不属审查范围的意见；不通过的，记为“变更审查未通过”",
	}, func(_ lifecycle.State, m lifecycle.Move, c *Contract) bool {
		x := c.lastChange()
		return x != nil && isPositive(x.Opinion, x.Reviewed, m.On)
	})
}

// changeReviewed asks that the last change of some sorts was reviewed before it takes effect.
func (p Profile) changeReviewed(sorts ...string) lifecycle.Gate {
	return p.gate(lifecycle.Gate{
		Code: "contract/change/review", Basis: p.rule(), Path: "/changes",
		Doc: "实质性变更、补充、解除未经合法性审查，或者审查意见为不通过的，不得生效",
	}, func(s lifecycle.State, m lifecycle.Move, c *Contract) bool {
		x := c.lastChange(sorts...)
		return p.sparesChange(c, x) || x != nil && (x.isSlight() || s.Step == "变更审查" && isPositive(x.Opinion, x.Reviewed, m.On))
	})
}

// completionGates name what is still open when performance is said to be complete.
func completionGates() []lifecycle.Gate {
	return []lifecycle.Gate{
		{
			Code: "contract/completion/acceptance", Basis: "民法典第五百五十七条", Path: "/deliveries",
			Doc: "尚有未交付，或者未验收合格的标的，不得记为履行完毕",
			Open: lifecycle.For(func(_ lifecycle.State, m lifecycle.Move, c *Contract) bool {
				return !slices.ContainsFunc(c.Deliveries, func(d Delivery) bool { return !d.doneOn(m.On) })
			}),
		},
		{
			Code: "contract/completion/payments", Basis: "民法典第五百五十七条", Path: "/payments",
			Doc: "尚有未付清的款项，不得记为履行完毕",
			Open: lifecycle.For(func(_ lifecycle.State, m lifecycle.Move, c *Contract) bool {
				return !slices.ContainsFunc(c.Payments, func(y Payment) bool { return !y.Done() || y.Paid.After(m.On) })
			}),
		},
	}
}

// doneOn reports whether something was handed over and, when the government receives it, found good, by a day.
func (d *Delivery) doneOn(day fazhi.Date) bool {
	there := func(x fazhi.Date) bool { return !x.IsZero() && !x.After(day) }
	return there(d.Delivered) && (d.By == Government || there(d.Accepted) && (d.Result == "" || d.Result == "合格"))
}

// disputesSettled asks that no dispute is open.
func disputesSettled() lifecycle.Gate {
	return lifecycle.Gate{
		Code: "contract/dispute/open", Basis: "政府合同办理流程", Path: "/disputes", Doc: "尚有未了结的争议，不得归档，也不得记为争议了结",
		Open: lifecycle.For(func(_ lifecycle.State, m lifecycle.Move, c *Contract) bool {
			return !slices.ContainsFunc(c.Disputes, func(d Dispute) bool { return d.Ended.IsZero() || d.Ended.After(m.On) })
		}),
	}
}

// endedBefore asks that a contract has ended: a step may have followed its end, then the document says when that was.
func endedBefore() lifecycle.Gate {
	return lifecycle.Gate{
		Code: "contract/archive/ended", Basis: "政府合同办理流程", Path: "/completed", Doc: "合同履行完毕、解除或者终止之后归档",
		Open: lifecycle.For(func(s lifecycle.State, m lifecycle.Move, c *Contract) bool {
			return slices.Contains(ended(), s.Step) || !c.Completed.IsZero() && !c.Completed.After(m.On)
		}),
	}
}

// dutiesDone asks that none of the limits of law and profile runs any more. One that the profile does not set never ran.
func dutiesDone() lifecycle.Gate {
	return lifecycle.Gate{
		Code: "contract/archive/duties", Basis: "政府采购法第四十七条、政府采购法实施条例第五十条、本地政府合同管理规定", Path: "/filed",
		Doc: "应当公告、备案、退还投标保证金而尚未办理的，不得归档",
		Open: lifecycle.For(func(s lifecycle.State, _ lifecycle.Move, _ *Contract) bool {
			return !slices.ContainsFunc(s.Running, func(r lifecycle.Running) bool {
				return slices.Contains([]string{filingLimit, publicLimit, copyLimit, bidBondLimit}, r.Clock)
			})
		}),
	}
}
