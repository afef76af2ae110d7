package contract_test

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/workday"
)

// A way is that of one contract.
type way struct {
	*testing.T
	machine  *lifecycle.Machine
	calendar *workday.Calendar
	doc      *contract.Contract
	state    lifecycle.State
}

func follow(t *testing.T, p contract.Profile, c *contract.Contract) *way {
	t.Helper()
	machine, err := lifecycle.Compile(contract.Flow(p))
	require.NoError(t, err)
	calendar, err := workday.StateCouncil()
	require.NoError(t, err)
	return &way{T: t, machine: machine, calendar: calendar, doc: c}
}

func (w *way) try(step string, month, day int) error {
	next, err := w.machine.Take(w.calendar, w.state, lifecycle.Move{Step: step, On: on(month, day), Doc: w.doc})
	if err == nil {
		w.state = next
	}
	return err
}

func (w *way) take(step string, month, day int) *way {
	w.Helper()
	require.NoError(w, w.try(step, month, day), step)
	return w
}

// refuses returns the codes of what stands against a step.
func (w *way) refuses(step string, month, day int) []string {
	w.Helper()
	var refused *lifecycle.Refused
	require.ErrorAs(w, w.try(step, month, day), &refused)
	var codes []string
	for _, r := range refused.Reasons {
		codes = append(codes, string(r.Code))
	}
	return codes
}

// due writes the limits that run, in the order in which they began.
func (w *way) due() []string {
	var due []string
	for _, r := range w.state.Running {
		due = append(due, r.Clock+" "+r.Due.String())
	}
	return due
}

func on(month, day int) fazhi.Date {
	return fazhi.DateOf(2024, 1, 1).AddDays([]int{0, 0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335}[month] + day - 1)
}

func isTrue() *bool { b := true; return &b }

// good is a contract with a positive review of 5 March, bad one with a negative.
func good() *contract.Contract {
	return &contract.Contract{Serial: "HT-1", Reviewed: on(3, 5), Opinion: "修改后通过"}
}
func bad() *contract.Contract {
	return &contract.Contract{Serial: "HT-1", Reviewed: on(3, 5), Opinion: "不通过"}
}

// atSigned is a contract that was signed on 8 March.
func atSigned(t *testing.T, c *contract.Contract) *way {
	t.Helper()
	c.Reviewed, c.Opinion = on(3, 5), "通过"
	return follow(t, contract.Profile{}, c).take("送审", 3, 1).take("审查", 3, 5).take("签订", 3, 8)
}

func TestWayOfAContract(t *testing.T) {
	c := good()
	w := follow(t, contract.Profile{}, c)
	w.take("草拟", 2, 20).take("送审", 3, 1).take("退回补正", 3, 2).take("补正", 3, 3).take("审查", 3, 5).take("签订", 3, 8)
	w.take("备案", 3, 12).take("履行", 4, 1)
	require.Empty(t, w.due(), "no national law sets limits")
	w.take("交付", 4, 20).take("验收", 4, 24).take("付款", 4, 22).take("预警", 5, 1).take("变更送审", 5, 6)
	c.Changes = []contract.Change{{Sort: "补充", Opinion: "通过", Reviewed: on(5, 9)}}
	w.take("变更审查", 5, 9).take("变更", 5, 13).take("中止履行", 7, 1).take("恢复履行", 8, 1)
	c.Disputes = []contract.Dispute{{Begun: on(8, 10), Ended: on(9, 2)}}
	w.take("争议", 8, 10).take("争议了结", 9, 2).take("履行完毕", 9, 30).take("归档", 10, 10).take("移交档案", 12, 2)
	require.Empty(t, w.machine.Next(w.state))
	atSigned(t, good()).take("终止", 5, 6).take("归档", 5, 7)
}

// Where a contract stands proves the review: the document of a request that asks for signing cannot claim it.
func TestNoSigningWithoutReview(t *testing.T) {
	for _, steps := range [][]string{
		nil, {"草拟"}, {"中标待审"}, {"送审"}, {"送审", "退回补正"}, {"送审", "审查", "送审"}, {"送审", "审查", "中标成交", "送审"},
		{"送审", "审查未通过"}, {"送审", "审查", "审查未通过"}, {"送审", "审查", "中标成交", "审查未通过"},
		{"送审", "审查", "暂停签订", "审查未通过"}, {"中标待审", "送审", "审查未通过", "送审"},
	} {
		w := follow(t, contract.Profile{Rule: "某区管理办法"}, nil)
		for _, step := range steps {
			w.doc = good()
			if step == "审查未通过" {
				w.doc = bad()
			}
			w.take(step, 3, 5)
		}
		w.doc = good()
		require.Contains(t, w.refuses("签订", 3, 8), "contract/review/before-signing", steps)
	}
}

// No way through the flow, however long, leads to 签订 without a review that stands.
func TestNoWayAroundReview(t *testing.T) {
	type node struct {
		step     string
		reviewed bool
	}
	w := follow(t, contract.Profile{}, nil)
	seen := map[node]bool{{}: true}
	signed := 0
	for todo := []node{{}}; len(todo) > 0; todo = todo[1:] {
		for _, next := range w.machine.Flow().Steps {
			for _, doc := range []*contract.Contract{good(), bad()} {
				w.state, w.doc = lifecycle.State{Step: todo[0].step}, doc
				if w.try(next.Name, 3, 8) != nil {
					continue
				}
				to := node{next.Name, todo[0].reviewed}
				switch next.Name {
				case "审查":
					to.reviewed = true
				case "草拟", "送审", "退回补正", "补正", "审查未通过", "中标待审":
					to.reviewed = false
				case "签订":
					require.True(t, to.reviewed, todo[0].step)
					signed++
				}
				if !seen[to] {
					seen[to] = true
					todo = append(todo, to)
				}
			}
		}
	}
	require.Equal(t, 3, signed, "after 审查, 中标成交, 恢复签订")
	require.Greater(t, len(seen), len(w.machine.Flow().Steps)-2)
}

// The document that is signed must be the one that passed.
func TestSignedAsReviewed(t *testing.T) {
	for _, x := range []struct {
		name string
		doc  contract.Contract
		open bool
	}{
		{"通过", contract.Contract{Opinion: "通过", Reviewed: on(3, 5)}, true},
		{"修改后通过", contract.Contract{Opinion: "修改后通过", Reviewed: on(3, 5)}, true},
		{"不属审查范围", contract.Contract{Opinion: "不属审查范围"}, true},
		{"不通过", contract.Contract{Opinion: "不通过", Reviewed: on(3, 5)}, false},
		{"没有意见", contract.Contract{Reviewed: on(3, 5)}, false},
		{"没有审查日期", contract.Contract{Opinion: "通过"}, false},
		{"审查在签订之后", contract.Contract{Opinion: "通过", Reviewed: on(3, 9)}, false},
	} {
		t.Run(x.name, func(t *testing.T) {
			w := follow(t, contract.Profile{Rule: "某区管理办法"}, good()).take("送审", 3, 1).take("审查", 3, 5)
			w.doc = &x.doc
			if x.open {
				w.take("签订", 3, 8)
				return
			}
			require.Equal(t, []string{"contract/review/before-signing"}, w.refuses("签订", 3, 8))
			require.ErrorContains(t, w.try("签订", 3, 8), "某区管理办法")
		})
	}
}

// The step 审查 is for opinions that let a contract go on, 审查未通过 for the other.
func TestStepSaysTheOpinion(t *testing.T) {
	w := follow(t, contract.Profile{}, bad()).take("送审", 3, 1)
	require.Equal(t, []string{"contract/review/opinion"}, w.refuses("审查", 3, 5))
	w.take("审查未通过", 3, 5).take("送审", 3, 6)
	w.doc = good()
	require.Equal(t, []string{"contract/review/refusal"}, w.refuses("审查未通过", 3, 7))
	require.Equal(t, []string{"contract/review/opinion"}, follow(t, contract.Profile{}, good()).take("送审", 3, 1).refuses("审查", 3, 4))
	w.take("审查", 3, 7)
}

// What the profile leaves out is signed without review, and nothing else: 不属审查范围 is an opinion, given at the step 审查.
func TestUnreviewed(t *testing.T) {
	c := &contract.Contract{Sort: "买卖", Amount: 29_999_99}
	for _, p := range []contract.Profile{{Unreviewed: true}, {Exempt: []string{"租赁", "买卖"}}, {ReviewFrom: 30_000_00}} {
		follow(t, p, c).take("签订", 3, 8)
		follow(t, p, c).take("中标待审", 3, 1).take("签订", 3, 8)
	}
	for _, p := range []contract.Profile{{}, {Exempt: []string{"租赁"}}, {ReviewFrom: 29_999_99}} {
		require.Equal(t, []string{"contract/review/before-signing"}, follow(t, p, c).refuses("签订", 3, 8))
		require.Equal(t, []string{"contract/review/before-signing"}, follow(t, p, c).take("中标待审", 3, 1).refuses("签订", 3, 8))
	}
	unknown := &contract.Contract{}
	require.Len(t, follow(t, contract.Profile{ReviewFrom: 1}, unknown).refuses("签订", 3, 8), 1, "an amount that is not known spares nothing")

	beyond := &contract.Contract{Opinion: "不属审查范围", Amount: 480_000_00}
	local := contract.Profile{ReviewFrom: 50_000_00}
	require.Equal(t, []string{"contract/review/before-signing"}, follow(t, local, beyond).refuses("签订", 3, 8), "a claim of the document")
	follow(t, local, beyond).take("送审", 3, 1).take("审查", 3, 5).take("签订", 3, 8)
}

// An award says that the contract was reviewed, so it is never one of a contract that was only spared: what it says of itself may
// be another thing when it is signed.
func TestAwardFollowsReview(t *testing.T) {
	local := contract.Profile{ReviewFrom: 50_000_00, Exempt: []string{"意向书"}}
	for _, small := range []*contract.Contract{{Amount: 1_00}, {Sort: "意向书"}, {Opinion: "不属审查范围"}} {
		require.Equal(t, []string{"contract/review/before-award"}, follow(t, local, small).refuses("中标成交", 3, 1))
		w := follow(t, local, small).take("草拟", 3, 1)
		require.Equal(t, []string{"contract/review/before-award"}, w.refuses("中标成交", 3, 1))
		w.take("中标待审", 3, 1)
		w.doc = &contract.Contract{Sort: "工程", Amount: 9_999_999_999_00, Opinion: "通过", Reviewed: on(3, 3)}
		require.Equal(t, []string{"contract/review/before-signing"}, w.refuses("签订", 3, 8))
	}
	require.Equal(t, []string{"contract/review/before-award"}, follow(t, contract.Profile{Unreviewed: true}, good()).refuses("中标成交", 3, 1))
}

// 送审、补正都起算审查期限；不通过之后可以再次送审。
func TestReviewedAgain(t *testing.T) {
	w := follow(t, contract.Profile{Limits: contract.Limits{Review: workday.Span{N: 5, Unit: workday.WorkingDays}}}, bad())
	w.take("送审", 3, 1)
	require.Equal(t, []string{"审查期限 2024-03-08"}, w.due())
	w.take("退回补正", 3, 4)
	require.Empty(t, w.due())
	w.take("补正", 3, 6)
	require.Equal(t, []string{"审查期限 2024-03-13"}, w.due())
	w.take("审查未通过", 3, 12)
	require.Empty(t, w.due())
	w.take("送审", 3, 14).take("终止签订", 3, 15)
}

// 政府采购法第四十六条：三十日内签订；第四十七条：七个工作日内备案；实施条例第五十条：两个工作日内公告。
func TestProcurement(t *testing.T) {
	local := contract.Profile{Limits: contract.Limits{Filing: workday.Span{N: 15, Unit: workday.CalendarDays}}}
	w := follow(t, local, &contract.Contract{Procurement: true, Opinion: "通过", Reviewed: on(3, 5)})
	w.take("中标待审", 3, 1)
	require.Equal(t, []string{"采购合同签订期限 2024-04-01"}, w.due(), "3月31日为星期日")
	w.take("送审", 3, 4).take("审查", 3, 5).take("签订", 3, 8)
	require.Equal(t, []string{"备案期限 2024-03-25", "采购合同公告期限 2024-03-12", "采购合同备案期限 2024-03-19"}, w.due(), "3月23日为星期六")
	w.take("采购合同公告", 3, 11).take("采购合同备案", 3, 15)
	require.Equal(t, []string{"备案期限 2024-03-25"}, w.due())
	w.take("备案", 3, 18)
	require.Empty(t, w.due())

	w = follow(t, contract.Profile{}, &contract.Contract{Procurement: true, Nature: contract.Nature{Secret: true}, Opinion: "通过", Reviewed: on(3, 5)})
	w.take("送审", 3, 4).take("审查", 3, 5).take("签订", 3, 8)
	require.Equal(t, []string{"采购合同备案期限 2024-03-19"}, w.due(), "what is secret is not announced")
}

// 实施条例第三十二条第二款：采购文件载明拟签订的合同文本，审查可以在中标之前；第四十九条：另行确定下一候选人；第五十四条：暂停签订。
func TestReviewBeforeTheAward(t *testing.T) {
	w := follow(t, contract.Profile{}, &contract.Contract{Procurement: true, Opinion: "通过", Reviewed: on(3, 5)})
	w.take("送审", 3, 1).take("审查", 3, 5).take("中标成交", 4, 1)
	require.Equal(t, []string{"采购合同签订期限 2024-05-06"}, w.due(), "5月1日至5日放假")
	w.take("中标成交", 4, 8)
	require.Equal(t, []string{"采购合同签订期限 2024-05-08"}, w.due())
	before := w.state
	w.take("暂停签订", 4, 10).take("恢复签订", 4, 22).take("签订", 4, 26)
	require.Equal(t, []string{"采购合同公告期限 2024-04-29", "采购合同备案期限 2024-05-09"}, w.due(), "4月28日为调休上班日")
	w.state = before
	w.take("签订", 4, 26)
	w.state = before
	w.take("暂停签订", 4, 10).take("终止签订", 4, 22)
}

// 招标投标法实施条例第五十七条第二款：书面合同签订后五日内退还投标保证金；政府采购法实施条例第三十三条第二款：五个工作日内。
func TestBidBond(t *testing.T) {
	bonds := []contract.Deposit{{Sort: "投标保证金", Amount: 100}}
	tendered := contract.Nature{Tendered: true}
	w := atSigned(t, &contract.Contract{Nature: tendered, Deposits: bonds})
	require.Equal(t, []string{"投标保证金退还期限 2024-03-13"}, w.due())
	require.Empty(t, w.take("退还投标保证金", 3, 12).due())
	w = atSigned(t, &contract.Contract{Procurement: true, Nature: tendered, Deposits: bonds})
	require.Contains(t, w.due(), "投标保证金退还期限 2024-03-15")
	w = atSigned(t, &contract.Contract{Procurement: true, Sort: "工程", Nature: tendered, Deposits: bonds})
	require.Contains(t, w.due(), "投标保证金退还期限 2024-03-13", "政府采购法第四条")
	returned := []contract.Deposit{{Sort: "投标保证金", Returned: on(3, 8)}, {Sort: "履约保证金"}}
	require.Empty(t, atSigned(t, &contract.Contract{Nature: tendered, Deposits: returned}).due())
	require.Empty(t, atSigned(t, &contract.Contract{Deposits: bonds}).due(), "no tender")
}

// 招标投标法第四十六条第一款：自中标通知书发出之日起三十日内订立书面合同。
func TestTender(t *testing.T) {
	w := follow(t, contract.Profile{}, &contract.Contract{Nature: contract.Nature{Tendered: true}}).take("中标待审", 3, 1)
	require.Equal(t, []string{"采购合同签订期限 2024-04-01"}, w.due())
	require.Equal(t, "招标投标法第四十六条第一款", w.state.Running[0].Basis)
}

func TestWhoMaySign(t *testing.T) {
	for _, x := range []struct {
		party contract.Party
		open  bool
	}{
		{contract.Party{Side: contract.Government, Capacity: "机关法人"}, true},
		{contract.Party{Side: contract.Government, Capacity: "内设机构"}, false},
		{contract.Party{Side: contract.Government, Capacity: "临时机构"}, false},
		{contract.Party{Side: contract.Other, Capacity: "内设机构"}, true},
	} {
		c := good()
		c.Parties = []contract.Party{x.party}
		w := follow(t, contract.Profile{}, c).take("送审", 3, 1).take("审查", 3, 5)
		if x.open {
			w.take("签订", 3, 8)
			continue
		}
		require.Len(t, w.refuses("签订", 3, 8), 1)
	}
}

// 重大行政决策程序暂行条例第三十条：集体讨论。一份重大合同不当然是重大行政决策。
func TestMajorIsDeliberated(t *testing.T) {
	local := contract.Profile{MajorFrom: 100, MajorSorts: []string{"特许经营"}}
	decided := func(c *contract.Contract) { c.Decision = isTrue() }
	for _, x := range []struct {
		name    string
		profile contract.Profile
		change  func(*contract.Contract)
		open    bool
	}{
		{"重大行政决策，没有讨论", contract.Profile{}, decided, false},
		{"重大行政决策，讨论在后", contract.Profile{}, func(c *contract.Contract) { decided(c); c.Deliberated = on(3, 9) }, false},
		{"重大行政决策，已经讨论", contract.Profile{}, func(c *contract.Contract) { decided(c); c.Deliberated = on(3, 8) }, true},
		{"填写为不是", contract.Profile{}, func(c *contract.Contract) { c.Decision = new(bool) }, true},
		{"本地的重大合同，不是重大行政决策", local, func(c *contract.Contract) { c.Amount, c.Major = 100, isTrue() }, true},
		{"种类属于重大", local, func(c *contract.Contract) { c.Sort = "特许经营" }, true},
	} {
		t.Run(x.name, func(t *testing.T) {
			c := good()
			x.change(c)
			w := follow(t, x.profile, c).take("送审", 3, 1).take("审查", 3, 5)
			if x.open {
				w.take("签订", 3, 8)
				return
			}
			require.Equal(t, []string{"contract/major/deliberation"}, w.refuses("签订", 3, 8))
		})
	}
}

// A change of substance, a supplement and an end by agreement wait for a positive review of their own.
func TestChangeIsReviewed(t *testing.T) {
	passed := contract.Change{Sort: "变更", Substance: isTrue(), Opinion: "通过", Reviewed: on(5, 9)}
	for _, x := range []struct {
		name   string
		change contract.Change
		way    []string
		step   string
		codes  []string
	}{
		{"审查通过", passed, []string{"变更送审", "变更审查"}, "变更", nil},
		{"没有审查", passed, nil, "变更", []string{"contract/change/review"}},
		{"只是送审", passed, []string{"变更送审"}, "变更", []string{"contract/change/review"}},
		{"审查之后又送审", passed, []string{"变更送审", "变更审查", "变更送审"}, "变更", []string{"contract/change/review"}},
		{"审查之后撤回", passed, []string{"变更送审", "变更审查", "变更审查未通过"}, "变更", []string{"contract/change/review"}},
		{"非实质性变更", contract.Change{Sort: "变更", Substance: new(bool)}, nil, "变更", nil},
		{"非实质性的补充也审查", contract.Change{Sort: "补充", Substance: new(bool)}, nil, "变更", []string{"contract/change/review"}},
		{"没有变更协议", contract.Change{Sort: "解除"}, nil, "变更", []string{"contract/change/review"}},
		{"意见为不通过", contract.Change{Sort: "变更", Opinion: "不通过", Reviewed: on(5, 9)}, []string{"变更送审"}, "变更审查", []string{"contract/change/opinion"}},
		{"解除没有审查", contract.Change{Sort: "解除"}, nil, "解除", []string{"contract/change/review"}},
		{"解除经审查", contract.Change{Sort: "解除", Opinion: "修改后通过", Reviewed: on(5, 9)}, []string{"变更送审", "变更审查"}, "解除", nil},
		{"解除不属审查范围", contract.Change{Sort: "解除", Opinion: "不属审查范围"}, []string{"变更审查"}, "解除", nil},
		{"解除自称不属审查范围", contract.Change{Sort: "解除", Opinion: "不属审查范围"}, nil, "解除", []string{"contract/change/review"}},
		{"改了价款，不是非实质性变更", contract.Change{Sort: "变更", Substance: new(bool), Amount: 1}, nil, "变更", []string{"contract/change/review"}},
		{"改了期限，不是非实质性变更", contract.Change{Sort: "变更", Substance: new(bool), Expires: on(9, 1)}, nil, "变更", []string{"contract/change/review"}},
	} {
		t.Run(x.name, func(t *testing.T) {
			w := atSigned(t, &contract.Contract{Changes: []contract.Change{{Sort: "补充", Opinion: "不通过"}, x.change}})
			for _, step := range x.way {
				w.take(step, 5, 9)
			}
			if x.codes == nil {
				w.take(x.step, 5, 13)
				return
			}
			require.Equal(t, x.codes, w.refuses(x.step, 5, 13))
		})
	}
	w := follow(t, contract.Profile{Unreviewed: true}, &contract.Contract{}).take("签订", 3, 8)
	w.take("变更", 5, 6).take("解除", 5, 7)
}

// A contract that was spared for its amount is reviewed when changes make it larger.
func TestChangeBeyondSpared(t *testing.T) {
	small := contract.Contract{Amount: 49_999_99, Changes: []contract.Change{{Sort: "补充", Amount: 1}}}
	local := contract.Profile{ReviewFrom: 50_000_00}
	w := follow(t, local, &small).take("签订", 3, 8)
	require.Equal(t, []string{"contract/change/review"}, w.refuses("变更", 5, 6))
	small.Changes[0].Amount = math.MaxInt64
	require.Equal(t, []string{"contract/change/review"}, w.refuses("变更", 5, 6), "what cannot be added is not small")
	small.Changes[0] = contract.Change{Sort: "补充", Amount: 1, Opinion: "不通过"}
	require.Equal(t, []string{"contract/change/review"}, w.refuses("变更", 5, 6), "that it failed does not make it small")
	small.Changes[0] = contract.Change{Sort: "补充", Amount: -1}
	w.take("变更", 5, 6)
	small.Changes[0] = contract.Change{Sort: "补充", Amount: 1, Opinion: "通过", Reviewed: on(5, 5)}
	w.take("变更审查", 5, 6).take("变更", 5, 6)
}

// The review of a change has the limit of a review.
func TestChangeIsReviewedInTime(t *testing.T) {
	local := contract.Profile{Limits: contract.Limits{Review: workday.Span{N: 5, Unit: workday.WorkingDays}}}
	c := good()
	c.Changes = []contract.Change{{Sort: "补充", Opinion: "通过", Reviewed: on(5, 9)}}
	w := follow(t, local, c).take("送审", 3, 1).take("审查", 3, 5).take("签订", 3, 8)
	for _, end := range []string{"变更审查", "变更审查未通过"} {
		require.Equal(t, []string{"变更审查期限 2024-05-11"}, w.take("变更送审", 5, 6).due(), "5月11日为调休上班日")
		before := w.state
		require.Empty(t, w.take(end, 5, 9).due())
		w.state = before
	}
}

// Performance is not complete while something is open; the reason names it.
func TestCompletion(t *testing.T) {
	paid := contract.Payment{Amount: 100, Paid: on(5, 6)}
	done := contract.Delivery{Delivered: on(5, 1), Accepted: on(5, 2), Result: "合格"}
	for _, x := range []struct {
		name  string
		doc   contract.Contract
		codes []string
	}{
		{"都已完成", contract.Contract{Payments: []contract.Payment{paid}, Deliveries: []contract.Delivery{done}}, nil},
		{"没有填写", contract.Contract{}, nil},
		{"没有付清", contract.Contract{Payments: []contract.Payment{paid, {Amount: 100, PaidSoFar: 99}}}, []string{"contract/completion/payments"}},
		{"以后才付", contract.Contract{Payments: []contract.Payment{{Amount: 100, Paid: on(5, 8)}}}, []string{"contract/completion/payments"}},
		{"没有验收", contract.Contract{Deliveries: []contract.Delivery{{Delivered: on(5, 1)}}}, []string{"contract/completion/acceptance"}},
		{"验收不合格", contract.Contract{Deliveries: []contract.Delivery{{Delivered: on(5, 1), Accepted: on(5, 2), Result: "不合格"}}}, []string{"contract/completion/acceptance"}},
		{"政府一方已交付", contract.Contract{Deliveries: []contract.Delivery{{By: contract.Government, Delivered: on(5, 1)}}}, nil},
		{
			"都没有", contract.Contract{Deliveries: []contract.Delivery{{}}, Payments: []contract.Payment{{Amount: 1}}},
			[]string{"contract/completion/acceptance", "contract/completion/payments"},
		},
	} {
		t.Run(x.name, func(t *testing.T) {
			w := atSigned(t, &x.doc)
			if x.codes == nil {
				w.take("履行完毕", 5, 7)
				return
			}
			require.Equal(t, x.codes, w.refuses("履行完毕", 5, 7))
			w.take("终止", 5, 7)
		})
	}
}

// Nothing is archived before its end, with duties undone, or in dispute.
func TestArchiving(t *testing.T) {
	c := &contract.Contract{Procurement: true, Disputes: []contract.Dispute{{Begun: on(4, 1)}}}
	w := atSigned(t, c)
	all := []string{"contract/archive/duties", "contract/archive/ended", "contract/dispute/open"}
	require.Equal(t, all, w.refuses("归档", 5, 7))
	require.Equal(t, []string{"contract/dispute/open"}, w.refuses("争议了结", 5, 7))
	w.take("履行完毕", 5, 6).take("采购合同公告", 5, 7)
	require.Equal(t, all, w.refuses("归档", 5, 7), "the copy is not filed; the last step is not the end any more")
	w.take("采购合同备案", 5, 7)
	require.Equal(t, all[1:], w.refuses("归档", 5, 7))
	c.Completed, c.Disputes[0].Ended = on(5, 8), on(5, 8)
	require.Equal(t, all[1:], w.refuses("归档", 5, 7), "that has not happened yet")
	c.Completed, c.Disputes[0].Ended = on(5, 6), on(5, 7)
	w.take("争议了结", 5, 7).take("归档", 5, 7)
	require.Equal(t, []string{"lifecycle/order"}, w.refuses("履行", 5, 8))
}

func TestNothingIsFiledBeforeSigning(t *testing.T) {
	w := follow(t, contract.Profile{}, good()).take("送审", 3, 1).take("审查", 3, 5)
	for _, step := range []string{"备案", "采购合同备案", "采购合同公告", "履行"} {
		require.Equal(t, []string{"lifecycle/order"}, w.refuses(step, 3, 6))
	}
}

// Books carry these names.
func TestStepsStay(t *testing.T) {
	flow := contract.Flow(contract.Profile{})
	for _, name := range []string{
		"送审", "退回补正", "审查", "中标成交", "暂停签订", "恢复签订", "终止签订", "签订", "采购合同公告", "采购合同备案", "备案", "履行", "变更",
		"中止履行", "恢复履行", "履行完毕", "解除", "终止", "归档",
	} {
		require.GreaterOrEqual(t, flow.Index(name), 0, name)
	}
	require.Equal(t, []string{"合同编号"}, flow.Steps[flow.Index("签订")].Numbers)
	require.True(t, slices.ContainsFunc(flow.Steps, func(s lifecycle.Step) bool { return s.Final }))
}
