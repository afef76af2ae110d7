package due_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/contract/due"
	"github.com/fazhi-go/fazhi/workday"
)

// day reads a date of the tests.
func day(text string) fazhi.Date {
	d, err := fazhi.ParseDate(text)
	if err != nil {
		panic(err)
	}
	return d
}

func isTrue() *bool { b := true; return &b }

func rate(p contract.Percent) *contract.Percent { return &p }

// local is a profile with limits and prime rates that were made up.
func local() contract.Profile {
	return contract.Profile{
		Rule: "某区管理办法",
		Limits: contract.Limits{
			Review: workday.Span{N: 5, Unit: workday.WorkingDays}, Filing: workday.Span{N: 15, Unit: workday.CalendarDays},
		},
		Prime: []contract.Prime{{From: day("2024-01-01"), Rate: 3450}, {From: day("2025-01-01"), Rate: 3100}},
	}
}

func finder(t testing.TB, p contract.Profile) *due.Finder {
	t.Helper()
	f, err := due.New(due.Options{Profile: p})
	require.NoError(t, err)
	return f
}

// show writes items as lines.
func show(items []due.Item) []string {
	var lines []string
	for _, i := range items {
		text := fmt.Sprintf("%s %s", i.View, i.What)
		if !i.Day.IsZero() {
			text += fmt.Sprintf(" %s %+d", i.Day, i.Left)
		}
		if i.Amount != 0 {
			text += " " + i.Amount.String()
		}
		if i.Interest != 0 {
			text += " 息" + i.Interest.String()
		}
		lines = append(lines, text+" 〔"+i.Basis+"〕")
	}
	return lines
}

// signed is a contract that was signed on 1 March 2024 and goes on.
func signed(change func(*contract.Contract)) *contract.Contract {
	c := &contract.Contract{Serial: "HT-1", Name: "甲合同", Department: "某局", Signed: day("2024-03-01"), Filed: day("2024-03-04")}
	change(c)
	return c
}

// small is the other party as a small enterprise.
func small() []contract.Party { return []contract.Party{{Side: contract.Other, Small: isTrue()}} }

func TestOf(t *testing.T) {
	for _, x := range []struct {
		name  string
		today string
		doc   *contract.Contract
		want  []string
	}{
		{"什么也没有", "2025-03-03", signed(func(*contract.Contract) {}), nil},
		{"待交付", "2025-03-03", signed(func(c *contract.Contract) {
			c.Deliveries = []contract.Delivery{
				{No: 1, What: "路灯", Due: day("2025-03-13")}, {No: 2, What: "场地", By: contract.Government, Due: day("2025-03-02")},
				{No: 3, What: "图纸"},
			}
		}), []string{
			"待交付 相对方交付路灯 2025-03-13 +10 〔合同约定〕", "待交付 政府一方交付场地 2025-03-02 -1 〔合同约定〕", "待交付 相对方交付图纸 〔合同约定〕",
			"可能异常 政府一方交付场地：逾期没有交付 2025-03-02 -1 〔合同约定〕",
		}},
		{"末日当天不算逾期", "2025-03-02", signed(func(c *contract.Contract) {
			c.Deliveries = []contract.Delivery{{No: 1, What: "路灯", Due: day("2025-03-02")}}
		}), []string{"待交付 相对方交付路灯 2025-03-02 +0 〔合同约定〕"}},
		{"待验收", "2025-03-03", signed(func(c *contract.Contract) {
			c.Deliveries = []contract.Delivery{
				{No: 1, What: "路灯", Delivered: day("2025-02-20"), AcceptBy: day("2025-02-28")},
				{No: 2, What: "场地", By: contract.Government, Delivered: day("2025-02-20")},
				{No: 3, What: "灯杆", Delivered: day("2025-02-20"), Accepted: day("2025-02-21"), Result: "不合格"},
			}
		}), []string{
			"待验收 验收路灯 2025-02-28 -3 〔合同约定〕", "可能异常 验收路灯：逾期没有验收 2025-02-28 -3 〔合同约定〕", "可能异常 灯杆验收不合格 〔合同约定〕",
		}},
		{"以后发生的还没有发生", "2025-02-10", signed(func(c *contract.Contract) {
			c.Deliveries = []contract.Delivery{{No: 1, What: "路灯", Due: day("2025-02-28"), Delivered: day("2025-02-20"), Accepted: day("2025-02-21")}}
			c.Completed, c.Progress = day("2025-02-21"), "履行完毕"
		}), []string{"待交付 相对方交付路灯 2025-02-28 +18 〔合同约定〕"}},
		{"已经解除的不再交付，仍要结清", "2025-03-03", signed(func(c *contract.Contract) {
			c.Progress = "解除"
			c.Deliveries = []contract.Delivery{{No: 1, What: "路灯", Due: day("2025-03-13")}}
			c.Payments = []contract.Payment{{No: 1, Direction: contract.Receive, Amount: 100_00, Due: day("2025-03-05")}}
		}), []string{"待收付 收款第1期 2025-03-05 +2 100.00 〔合同约定〕"}},
		{"约定天数，末日为星期六顺延", "2025-03-03", signed(func(c *contract.Contract) {
			c.Payments = []contract.Payment{{No: 1, Direction: contract.Pay, Amount: 100_00, PaidSoFar: 40_00, Since: day("2025-02-20"), Days: 30}}
		}), []string{"待收付 付款第1期 2025-03-24 +21 60.00 〔合同约定〕"}},
		{"中小企业没有约定，三十日", "2025-09-01", signed(func(c *contract.Contract) {
			c.Parties, c.Payments = small(), []contract.Payment{{No: 1, Direction: contract.Pay, Amount: 100_000_00, Since: day("2025-07-01"), Basis: "验收合格"}}
		}), []string{
			"待收付 付款第1期 2025-07-31 -32 100000.00 息1600.00 〔保障中小企业款项支付条例（2020年）第八条第一款；逾期利息：保障中小企业款项支付条例（2020年）第十五条，每日万分之五〕",
			"可能异常 付款第1期：逾期没有支付中小企业款项 2025-07-31 -32 100000.00 息1600.00 〔保障中小企业款项支付条例（2020年）第八条第一款；逾期利息：保障中小企业款项支付条例（2020年）第十五条，每日万分之五〕",
		}},
		{"中小企业约定九十日，最长六十日", "2025-08-28", signed(func(c *contract.Contract) {
			c.Parties, c.Payments = small(), []contract.Payment{{No: 1, Direction: contract.Pay, Amount: 100_00, Since: day("2025-07-01"), Days: 90}}
		}), []string{"待收付 付款第1期 2025-09-01 +4 100.00 〔保障中小企业款项支付条例（2020年）第八条第一款（最长六十日）〕"}},
		{"中小企业约定的利率低于市场报价利率", "2024-07-09", signed(func(c *contract.Contract) {
			c.Parties, c.LateRate = small(), rate(3000)
			c.Payments = []contract.Payment{{No: 1, Direction: contract.Pay, Amount: 36_500_00, Since: day("2024-05-01"), Due: day("2024-05-30")}}
		}), []string{
			"待收付 付款第1期 2024-05-30 -40 36500.00 息138.00 〔合同约定；逾期利息：保障中小企业款项支付条例（2020年）第十五条，约定的利率低于订立合同时的一年期贷款市场报价利率，按后者计算〕",
			"可能异常 付款第1期：逾期没有支付中小企业款项 2024-05-30 -40 36500.00 息138.00 〔合同约定；逾期利息：保障中小企业款项支付条例（2020年）第十五条，约定的利率低于订立合同时的一年期贷款市场报价利率，按后者计算〕",
		}},
		{"2025年签订的，依2025年条例", "2025-09-01", signed(func(c *contract.Contract) {
			c.Signed, c.Filed, c.Parties = day("2025-06-03"), day("2025-06-03"), small()
			c.Payments = []contract.Payment{{No: 1, Direction: contract.Pay, Amount: 100_000_00, Since: day("2025-07-01")}}
		}), []string{
			"待收付 付款第1期 2025-07-31 -32 100000.00 息1600.00 〔保障中小企业款项支付条例（2025年）第九条第一款；逾期利息：保障中小企业款项支付条例（2025年）第十七条，每日万分之五〕",
			"可能异常 付款第1期：逾期没有支付中小企业款项 2025-07-31 -32 100000.00 息1600.00 〔保障中小企业款项支付条例（2025年）第九条第一款；逾期利息：保障中小企业款项支付条例（2025年）第十七条，每日万分之五〕",
		}},
		{"条例施行以前签订的，不以六十日为限，不计利息", "2025-10-01", signed(func(c *contract.Contract) {
			c.Signed, c.Filed, c.Parties = day("2019-03-01"), day("2019-03-01"), small()
			c.Payments = []contract.Payment{{No: 1, Direction: contract.Pay, Amount: 100_00, Since: day("2025-07-01"), Days: 90}}
		}), []string{
			"待收付 付款第1期 2025-09-29 -2 100.00 〔合同约定〕", "可能异常 付款第1期：逾期没有付款 2025-09-29 -2 100.00 〔合同约定〕",
		}},
		{"征收补偿不是采购", "2025-10-01", signed(func(c *contract.Contract) {
			c.Sort, c.Parties = "征收补偿", small()
			c.Payments = []contract.Payment{{No: 1, Direction: contract.Pay, Amount: 100_00, Since: day("2025-07-01"), Days: 90}}
		}), []string{
			"待收付 付款第1期 2025-09-29 -2 100.00 〔合同约定〕", "可能异常 付款第1期：逾期没有付款 2025-09-29 -2 100.00 〔合同约定〕",
		}},
		{"拖延验收", "2024-08-15", signed(func(c *contract.Contract) {
			c.Parties, c.Payments = small(), []contract.Payment{{No: 1, Direction: contract.Pay, Amount: 100_000_00, Basis: "验收合格"}}
			c.Deliveries = []contract.Delivery{{No: 1, What: "路灯", Delivered: day("2024-07-01"), AcceptBy: day("2024-07-15")}}
		}), []string{
			"待验收 验收路灯 2024-07-15 -31 〔合同约定〕",
			"待收付 付款第1期 2024-08-14 -1 100000.00 息50.00 〔保障中小企业款项支付条例（2020年）第八条第一款、第九条第二款；逾期利息：保障中小企业款项支付条例（2020年）第十五条，每日万分之五〕",
			"可能异常 验收路灯：逾期没有验收 2024-07-15 -31 〔合同约定〕",
			"可能异常 付款第1期：逾期没有支付中小企业款项 2024-08-14 -1 100000.00 息50.00 〔保障中小企业款项支付条例（2020年）第八条第一款、第九条第二款；逾期利息：保障中小企业款项支付条例（2020年）第十五条，每日万分之五〕",
		}},
		{"约定的日期在国庆节，顺延", "2024-10-08", signed(func(c *contract.Contract) {
			c.Payments = []contract.Payment{{No: 1, Direction: contract.Pay, Amount: 100_00, Due: day("2024-10-01")}}
		}), []string{"待收付 付款第1期 2024-10-08 +0 100.00 〔合同约定〕"}},
		{"行政协议的应收款没有诉讼时效", "2025-01-02", signed(func(c *contract.Contract) {
			c.Administrative = isTrue()
			c.Payments = []contract.Payment{{No: 1, Direction: contract.Receive, Amount: 100_00, Due: day("2024-04-26")}}
		}), []string{
			"待收付 收款第1期 2024-04-26 -251 100.00 〔合同约定〕", "可能异常 收款第1期：逾期没有收款 2024-04-26 -251 100.00 〔合同约定〕",
		}},
		{"有争议的款项不计利息", "2025-09-01", signed(func(c *contract.Contract) {
			c.Parties = small()
			c.Payments = []contract.Payment{{No: 2, Direction: contract.Pay, Amount: 100_00, Since: day("2025-07-01"), Due: day("2025-07-31"), Disputed: true}}
		}), []string{
			"待收付 付款第2期（有争议） 2025-07-31 -32 100.00 〔合同约定〕", "可能异常 付款第2期（有争议）：逾期没有付款 2025-07-31 -32 100.00 〔合同约定〕",
		}},
		{"逾期收款按约定计息，诉讼时效三年", "2026-12-01", signed(func(c *contract.Contract) {
			c.LateRate = rate(3650)
			c.Payments = []contract.Payment{{No: 1, Direction: contract.Receive, Amount: 1000_00, Due: day("2024-04-26")}}
		}), []string{
			"待收付 收款第1期 2024-04-26 -949 1000.00 息94.90 〔合同约定；逾期利息：合同约定的年利率3.65%〕",
			"其他期限 收款第1期的诉讼时效 2027-04-26 +146 1000.00 〔民法典第一百八十八条第一款〕",
			"可能异常 收款第1期的诉讼时效 2027-04-26 +146 1000.00 〔民法典第一百八十八条第一款〕",
			"可能异常 收款第1期：逾期没有收款 2024-04-26 -949 1000.00 息94.90 〔合同约定；逾期利息：合同约定的年利率3.65%〕",
		}},
		{"诉讼中时效不届满", "2024-06-03", signed(func(c *contract.Contract) {
			c.Payments = []contract.Payment{{No: 1, Direction: contract.Receive, Amount: 1000_00, Due: day("2024-04-26")}}
			c.Disputes = []contract.Dispute{{Way: "民事诉讼", Begun: day("2024-05-06"), Amount: 1000_00}}
		}), []string{
			"待收付 收款第1期 2024-04-26 -38 1000.00 〔合同约定〕", "可能异常 收款第1期：逾期没有收款 2024-04-26 -38 1000.00 〔合同约定〕",
			"可能异常 争议没有了结：民事诉讼 1000.00 〔合同约定〕",
		}},
		{"保证金", "2024-03-11", signed(func(c *contract.Contract) {
			c.Tendered = true
			c.Deposits = []contract.Deposit{
				{Sort: "投标保证金", Amount: 10_00, Received: day("2024-02-01")}, {Sort: "履约保证金", Amount: 20_00, Received: day("2024-03-01"), ReturnDue: day("2024-03-08")},
				{Sort: "押金", Amount: 30_00},
			}
		}), []string{
			"待收付 退还投标保证金 2024-03-06 -5 10.00 〔招标投标法实施条例第五十七条第二款〕", "待收付 退还履约保证金 2024-03-08 -3 20.00 〔合同约定〕",
			"可能异常 退还投标保证金：逾期没有退还保证金 2024-03-06 -5 10.00 〔招标投标法实施条例第五十七条第二款〕",
			"可能异常 退还履约保证金：逾期没有退还保证金 2024-03-08 -3 20.00 〔合同约定〕",
		}},
		{"采购合同的期限", "2024-03-11", signed(func(c *contract.Contract) { c.Procurement, c.Filed = true, fazhi.Date{} }), []string{
			"其他期限 合同备案 2024-03-18 +7 〔某区管理办法〕", "其他期限 采购合同公告 2024-03-05 -6 〔政府采购法实施条例第五十条〕",
			"其他期限 采购合同副本备案 2024-03-12 +1 〔政府采购法第四十七条〕",
			"可能异常 采购合同公告：逾期没有办理 2024-03-05 -6 〔政府采购法实施条例第五十条〕",
		}},
		{"没有签订", "2024-03-11", &contract.Contract{
			Serial: "HT-2", Procurement: true, Awarded: day("2024-03-01"), Submitted: day("2024-03-01"), Progress: "履行中",
		}, []string{
			"其他期限 合法性审查 2024-03-08 -3 〔某区管理办法〕", "其他期限 签订采购合同 2024-04-01 +21 〔政府采购法第四十六条第一款〕",
			"可能异常 合法性审查：逾期没有办理 2024-03-08 -3 〔某区管理办法〕", "可能异常 没有签订就开始履行 〔民法典第四百九十条〕",
		}},
		{"没有备案就履行", "2024-03-19", signed(func(c *contract.Contract) { c.Filed, c.Progress = fazhi.Date{}, "履行中" }), []string{
			"其他期限 合同备案 2024-03-18 -1 〔某区管理办法〕", "可能异常 合同备案：逾期没有办理 2024-03-18 -1 〔某区管理办法〕",
			"可能异常 超过备案期限没有备案，正在履行 2024-03-18 -1 〔某区管理办法〕",
		}},
		{"续约通知与届满", "2025-01-10", signed(func(c *contract.Contract) { c.Notice, c.Expires = day("2025-01-31"), day("2025-03-31") }), []string{
			"其他期限 通知对方是否续约 2025-01-31 +21 〔合同约定〕", "其他期限 合同届满 2025-03-31 +80 〔合同约定〕",
		}},
		{"续约通知日期已过", "2025-02-01", signed(func(c *contract.Contract) { c.Notice, c.Expires = day("2025-01-31"), day("2025-03-31") }), []string{
			"其他期限 通知对方是否续约 2025-01-31 -1 〔合同约定〕", "其他期限 合同届满 2025-03-31 +58 〔合同约定〕",
			"可能异常 通知对方是否续约：续约通知日期已过 2025-01-31 -1 〔合同约定〕",
		}},
		{"届满没有终结，不自动续约", "2025-04-01", signed(func(c *contract.Contract) { c.Notice, c.Expires = day("2025-01-31"), day("2025-03-31") }), []string{
			"其他期限 合同届满 2025-03-31 -1 〔合同约定〕", "可能异常 合同届满：履行期限届满，合同没有终结 2025-03-31 -1 〔合同约定〕",
		}},
		{"签订了续期协议", "2025-04-01", signed(func(c *contract.Contract) {
			c.Notice, c.Expires = day("2025-01-31"), day("2025-03-31")
			c.Changes = []contract.Change{{Sort: "续期", Signed: day("2025-03-01"), Expires: day("2026-03-31")}, {Sort: "续期", Expires: day("2030-03-31")}}
		}), []string{"其他期限 合同届满 2026-03-31 +364 〔合同约定〕"}},
		{"超过约定金额", "2025-03-03", signed(func(c *contract.Contract) {
			c.Amount = 100_00
			c.Changes = []contract.Change{{Amount: 10_00, Signed: day("2024-05-01")}, {Amount: 50_00}}
			c.Payments = []contract.Payment{
				{No: 1, Direction: contract.Pay, Amount: 60_00, PaidSoFar: 70_00}, {No: 2, Direction: contract.Pay, Amount: 60_00, Paid: day("2025-03-01")},
			}
		}), []string{
			"可能异常 付款计划合计超过合同金额 10.00 〔合同约定〕", "可能异常 付款合计超过合同金额 20.00 〔合同约定〕", "可能异常 第1期超过约定金额 10.00 〔合同约定〕",
		}},
		{"质量保证金不受付款期限限制", "2025-08-20", signed(func(c *contract.Contract) {
			c.Parties = small()
			c.Payments = []contract.Payment{{No: 1, Direction: contract.Pay, Amount: 100, Basis: "质保期满", Since: day("2025-07-01"), Due: day("2026-07-01")}}
		}), []string{"待收付 付款第1期 2026-07-01 +315 1.00 〔合同约定〕"}},
		{"涉密的采购合同不公告", "2024-03-04", signed(func(c *contract.Contract) { c.Procurement, c.Secret = true, true }), []string{
			"其他期限 采购合同副本备案 2024-03-12 +8 〔政府采购法第四十七条〕",
		}},
		{"法律施行之前的采购合同", "2002-12-20", &contract.Contract{Serial: "HT-3", Procurement: true, Awarded: day("2002-12-10")}, nil},
		{"招标的工程，也是政府采购", "2024-03-11", &contract.Contract{
			Serial: "HT-3", Procurement: true, Sort: "工程", Nature: contract.Nature{Tendered: true}, Awarded: day("2024-03-01"),
		}, []string{"其他期限 签订中标合同 2024-04-01 +21 〔招标投标法第四十六条第一款〕"}},
		{"不属审查范围的不审查", "2024-03-11", &contract.Contract{Serial: "HT-3", Submitted: day("2024-03-01"), Opinion: "不属审查范围"}, nil},
		{"部分合格", "2025-03-03", signed(func(c *contract.Contract) {
			c.Deliveries = []contract.Delivery{{No: 1, What: "灯杆", Delivered: day("2025-02-20"), Accepted: day("2025-02-21"), Result: "部分合格"}}
		}), []string{"可能异常 灯杆验收部分合格 〔合同约定〕"}},
		{"没有签订就付款", "2025-03-03", &contract.Contract{
			Serial: "HT-3", Payments: []contract.Payment{{No: 1, Direction: contract.Pay, Amount: 100, PaidSoFar: 1}},
		}, []string{"可能异常 没有签订就开始履行 〔民法典第四百九十条〕"}},
		{"约定的退还日期早于法定的", "2024-03-02", signed(func(c *contract.Contract) {
			c.Tendered = true
			c.Filed = day("2024-03-01")
			c.Deposits = []contract.Deposit{{Sort: "投标保证金", Amount: 100, Received: day("2024-02-01"), ReturnDue: day("2024-03-04")}}
		}), []string{"待收付 退还投标保证金 2024-03-04 +2 1.00 〔合同约定〕"}},
		{"约定的退还日期晚于法定的", "2024-03-02", signed(func(c *contract.Contract) {
			c.Procurement, c.Announced, c.CopyFiled = true, day("2024-03-01"), day("2024-03-01")
			c.Filed = day("2024-03-01")
			c.Deposits = []contract.Deposit{{Sort: "投标保证金", Amount: 100, Received: day("2024-02-01"), ReturnDue: day("2024-06-03")}}
		}), []string{"待收付 退还投标保证金 2024-03-08 +6 1.00 〔政府采购法实施条例第三十三条第二款、第三款〕"}},
		{"没有届满日期的续约通知", "2025-02-01", signed(func(c *contract.Contract) { c.Notice = day("2025-02-28") }), []string{
			"其他期限 通知对方是否续约 2025-02-28 +27 〔合同约定〕",
		}},
		{"已经归档", "2025-03-03", signed(func(c *contract.Contract) {
			c.Procurement, c.Archived = true, day("2025-03-01")
			c.Payments = []contract.Payment{{No: 1, Direction: contract.Pay, Amount: 1}}
		}), nil},
	} {
		t.Run(x.name, func(t *testing.T) {
			got := finder(t, local()).Of(x.doc, day(x.today))
			require.Equal(t, x.want, show(got))
			for i := range got {
				require.Equal(t, x.doc.Serial, got[i].Ref().ID)
				require.NotEqual(t, "需要办理的事项", got[i].Issue().Message, "every code is known")
			}
		})
	}
}

// Where the notice of a year is missing the day is provisional, and the year is named; working days cannot be counted at all.
func TestYearWithoutNotice(t *testing.T) {
	f := finder(t, local())
	c := signed(func(c *contract.Contract) {
		c.Signed, c.Filed, c.Procurement = day("2031-03-03"), fazhi.Date{}, true
		c.CopyFiled = day("2031-03-03")
	})
	items := f.Of(c, day("2031-03-03"))
	require.Equal(t, []string{"其他期限 合同备案 2031-03-18 +15 〔某区管理办法〕", "其他期限 采购合同公告 〔政府采购法实施条例第五十条〕"}, show(items))
	require.Equal(t, "2031年的放假安排没有公布，届满日暂定", items[0].Note)
	require.Equal(t, "2031年的放假安排没有公布，按工作日计算的期限不能推算", items[1].Note)
	require.True(t, items[0].Provisional && items[1].Provisional)
	reminders := slices.Collect(f.Reminders(slices.Values([]*contract.Contract{c}), day("2031-03-03")))
	require.Len(t, reminders, 1, "what cannot be counted is reminded of at once")
	require.Equal(t, "HT-1#announcement", reminders[0].ID)
}

func TestNothingOfNothing(t *testing.T) {
	require.Empty(t, finder(t, local()).Of(nil, day("2025-03-03")))
	require.Empty(t, finder(t, local()).Of(&contract.Contract{}, fazhi.Date{}))
	require.Empty(t, new(due.Finder).Of(&contract.Contract{}, day("2025-03-03")))
}

// Issues say where, and no value.
func TestIssue(t *testing.T) {
	c := signed(func(c *contract.Contract) {
		c.Deliveries = []contract.Delivery{{No: 1, What: "绝密路灯", Due: day("2025-03-02")}}
	})
	items := finder(t, local()).Of(c, day("2025-03-03"))
	require.Len(t, items, 2)
	require.Equal(t, fazhi.Issue{
		Code: due.LateDelivery, Severity: fazhi.Warning, Path: "/deliveries/0/due", Message: "逾期没有交付", Basis: "合同约定",
	}, items[1].Issue())
	require.Equal(t, fazhi.Notice, func() fazhi.Severity { i := items[0].Issue(); return i.Severity }())
}

func TestOptions(t *testing.T) {
	_, err := due.New(due.Options{
		YearDays: 300, Windows: map[fazhi.Code][]int{"contract/due/paiment": {3}, due.Expiry: {-1}, due.Filing: {3, 3}, due.Rejected: {1}},
		To: map[fazhi.Code][]string{"contract/due/x": {"科长"}},
	})
	for _, want := range []string{
		"计息天数", `没有 "contract/due/paiment" 这种提醒，是不是 contract/due/payment？`, "contract/due/expiry 的提醒天数", "contract/due/filing 的提醒天数",
		`没有 "contract/due/rejected"`, `没有 "contract/due/x"`,
	} {
		require.ErrorContains(t, err, want)
	}
	due.Windows()[due.Expiry][0] = 1
	require.Equal(t, []int{90, 60, 30}, due.Windows()[due.Expiry])
}
