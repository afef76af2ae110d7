package reconsideration_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/reconsideration"
)

// due returns the last day of a clock that runs.
func (w *way) due(clock string) string {
	w.Helper()
	r, ok := w.state.Clock(clock)
	require.True(w, ok, clock)
	return r.Due.String()
}

// 期限对照：第八十八条第二款的工作日，其余的自然日，末日为休息日的顺延，调休上班的不顺延。
func TestVectors(t *testing.T) {
	received := func(on string) *way { return followCase(t).take("收到", on) }
	for _, x := range []struct {
		way       *way
		step, on  string
		clock, by string
	}{
		{followCase(t), "收到", "2024-02-08", "审查期限", "2024-02-21"},
		{followCase(t), "收到", "2024-04-26", "审查期限", "2024-05-07"},
		{followCase(t), "收到", "2024-09-27", "审查期限", "2024-10-10"},
		{followCase(t), "处罚机关收到申请", "2025-09-26", "处罚机关转送期限", "2025-10-10"},
		{received("2025-01-22"), "受理", "2025-01-24", "发送副本期限", "2025-02-10"},
		{received("2026-02-09").take("通知补正", "2026-02-11"), "补正通知送达", "2026-02-13", "补正期限", "2026-03-05"},
		{received("2025-04-22"), "受理（简易程序）", "2025-04-25", "发送副本期限", "2025-04-29"},
		{received("2026-09-08").take("受理", "2026-09-10"), "中止（附带审查，有权处理）", "2026-09-18", "通知制定机关期限", "2026-09-22"},
		{received("2024-08-01"), "受理", "2024-08-03", "审理期限", "2024-10-08"},
		{followCase(t), "知道行政行为", "2024-12-06", "申请期限", "2025-02-05"},
		{received("2025-08-01"), "受理", "2025-08-05", "审理期限", "2025-10-09"},
		{received("2026-01-15"), "受理（简易程序）", "2026-01-19", "审理期限", "2026-02-24"},
		{received("2024-12-02").take("受理", "2024-12-04").take("决定", "2025-01-13"), "决定书送达", "2025-01-14", "起诉期限", "2025-02-05"},
		{received("2026-08-03").take("受理", "2026-08-05").take("决定", "2026-09-09"), "决定书送达", "2026-09-10", "起诉期限", "2026-09-28"},
		{received("2026-07-20"), "受理", "2026-07-22", "审理期限", "2026-09-20"},
	} {
		require.Equal(t, x.by, x.way.take(x.step, x.on).due(x.clock), "%s %s", x.step, x.on)
	}
}

// 第二十条、第二十一条，实施条例第十六条：申请期限；障碍期间不计入，之后继续计算。
func TestTimeToApply(t *testing.T) {
	const lawful = "申请期限 2024-10-08 行政复议法第二十条第一款"
	followCase(t).take("行政行为作出", "2024-08-01").runs("最长申请期限 2029-08-01 行政复议法第二十一条").
		take("知道行政行为", "2024-08-03").runs("最长申请期限 2029-08-01 行政复议法第二十一条", lawful).
		take("收到", "2024-09-02").runs("审查期限 2024-09-09 行政复议法第三十条第一款")
	followCase(t).take("行政行为作出（不动产）", "2024-08-01").runs("最长申请期限 2044-08-01 行政复议法第二十一条")
	w := followCase(t).take("知道行政行为（未告知）", "2024-08-01").runs("未告知时最长申请期限 2025-08-01 行政复议法第二十条第三款").
		take("知道申请权利", "2025-06-30").runs("未告知时最长申请期限 2025-08-01 行政复议法第二十条第三款", "申请期限 2025-08-29 行政复议法第二十条第三款")
	w.take("处罚机关收到申请", "2025-07-31").runs("处罚机关转送期限 2025-08-07 行政复议法第三十二条").take("收到", "2025-08-05")
	followCase(t).take("收到履职申请", "2024-08-03").runs("履行职责期限 2024-10-08 行政复议法实施条例第十六条第一款第二项").
		refuses("履行职责期限届满", "2024-10-07", "reconsideration/omission/on-expiry").
		take("履行职责期限届满", "2024-10-08").runs("申请期限 2024-12-09 行政复议法实施条例第十六条第一款").take("收到", "2024-12-09")
	followCase(t).take("知道行政行为", "2024-08-03").take("申请障碍发生", "2024-08-12").runs("申请期限  行政复议法第二十条第一款").
		take("申请障碍消除", "2024-08-22").runs("申请期限 2024-10-12 行政复议法第二十条第一款").take("收到", "2024-10-12")
	followCase(t).take("知道行政行为", "2023-08-01").runs("申请期限 2023-10-07 行政复议法（2017年修正）第九条第一款")
	followCase(t).take("处罚机关收到申请", "2025-07-31").take("受理前撤回", "2025-08-01")
}

// 行政诉讼法第四十五条：期满未决定的，自届满之日起十五日内起诉；案件仍应当决定。
func TestUndecidedInTime(t *testing.T) {
	w := followCase(t).take("收到", "2024-08-01").take("受理", "2024-08-03").take("发送副本", "2024-08-05").
		refuses("期满未决定", "2024-10-07", "reconsideration/undecided/on-expiry").
		take("听取意见", "2024-10-09").take("期满未决定", "2024-10-08").
		runs("审理期限 2024-10-08 行政复议法第六十二条第一款", "起诉期限 2024-10-23 行政诉讼法第四十五条")
	w.take("听取意见", "2024-10-10").take("决定", "2024-10-11").take("决定书送达", "2024-10-12").runs("起诉期限 2024-10-28 行政诉讼法第四十五条")
}

// After the decision the document says which law decides.
func TestLawAfterTheDecision(t *testing.T) {
	decided := func(c *reconsideration.Case) *way {
		return follow(t, reconsideration.Flow(reconsideration.Profile{}), c).take("收到", "2023-12-11").take("受理", "2023-12-15").take("决定", "2024-01-10").take("意见书送达", "2024-01-12")
	}
	decided(&reconsideration.Case{Accepted: fazhi.DateOf(2023, 12, 15)}).runs("意见书反馈期限 2024-03-12 行政复议法实施条例第五十七条第一款")
	decided(&reconsideration.Case{}).runs("意见书反馈期限 2024-03-12 行政复议法第七十六条")
}

// Every clock of both flows has a consequence, on its last day or the day after; one that stands still has none.
func TestEveryClockHasAConsequence(t *testing.T) {
	for _, flow := range []lifecycle.Flow{reconsideration.Flow(reconsideration.Profile{}), reconsideration.SuitFlow(reconsideration.Profile{})} {
		for _, step := range flow.Steps {
			for _, c := range step.Starts {
				due := fazhi.DateOf(2024, 10, 8)
				got, ok := reconsideration.ConsequenceOf(lifecycle.Running{Clock: c.Name, Basis: c.Basis, Due: due})
				require.True(t, ok)
				require.NotEmpty(t, got.Effect)
				require.NotEmpty(t, got.Doc)
				require.NotEmpty(t, got.Basis)
				require.Contains(t, []int{0, 1}, got.On.DaysSince(due))
				if got.Step != "" {
					require.GreaterOrEqual(t, flow.Index(got.Step), 0, got.Step)
				}
			}
		}
	}
	_, ok := reconsideration.ConsequenceOf(lifecycle.Running{Clock: "审理期限"})
	require.False(t, ok)
}

// What follows cites the article under which the limit ran, and the effect of the version that decides.
func TestConsequencesOfTheVersion(t *testing.T) {
	const reading = "《最高人民法院关于适用〈中华人民共和国行政诉讼法〉的解释》"
	for _, x := range []struct{ clock, basis, effect, want string }{
		{"起诉期限", "行政诉讼法第四十五条", "不能再起诉", "行政诉讼法第四十五条"},
		{"起诉期限", "行政诉讼法第四十六条第一款", "不能再起诉", "行政诉讼法第四十六条第一款"},
		{"起诉期限", reading + "第六十四条第一款", "不能再起诉", reading + "第六十四条第一款"},
		{"起诉期限", reading + "第六十六条", "不能再起诉", reading + "第六十六条"},
		{"起诉期限", "行政复议法第三十四条（复议前置）", "复议前置的，不能再起诉", "行政复议法第三十四条（复议前置）"},
		{"起诉期限", "行政复议法（2017年修正）第十九条（复议前置）", "复议前置的，不能再起诉", "行政复议法（2017年修正）第十九条（复议前置）"},
		{"申请期限", "行政复议法（2017年修正）第九条第一款", "不予受理", "行政复议法（2017年修正）第九条、第十七条第一款"},
		{"申请期限", "行政复议法第二十条第一款", "不予受理", "行政复议法第二十条、第三十条"},
		{"重新作出期限", "行政复议法（2017年修正）第三十二条第一款、行政复议法实施条例第四十九条第一款", "责令限期履行", "行政复议法（2017年修正）第三十二条第二款"},
		{"重新作出期限", "行政复议法实施条例第四十九条第一款", "责令限期履行", "行政复议法第七十七条第二款"},
		{"意见书反馈期限", "行政复议法第七十六条", "违反期限", "行政复议法第七十六条"},
	} {
		got, ok := reconsideration.ConsequenceOf(lifecycle.Running{Clock: x.clock, Basis: x.basis, Due: fazhi.DateOf(2024, 10, 8)})
		require.True(t, ok)
		require.Equal(t, []string{x.effect, x.want}, []string{got.Effect, got.Basis}, x.basis)
		if strings.Contains(x.want, "2017") {
			require.NotContains(t, got.Doc, "约谈")
		}
	}
	followCase(t).take("收到", "2023-02-27").take("受理", "2023-03-01").take("决定", "2023-04-10").take("责令重作送达", "2023-04-12").
		runs("重新作出期限 2023-06-12 行政复议法（2017年修正）第三十二条第一款、行政复议法实施条例第四十九条第一款")
}

// 2017年文本收到即为受理：2023年收到、2024年受理的，各处都依旧法。
func TestReceiptDecides(t *testing.T) {
	c := &reconsideration.Case{Received: fazhi.DateOf(2023, 12, 28), Accepted: fazhi.DateOf(2024, 1, 8)}
	require.Equal(t, c.Received, c.LawOn(fazhi.DateOf(2024, 6, 3)))
	follow(t, reconsideration.Flow(reconsideration.Profile{}), c).take("收到", "2023-12-28").take("不予受理", "2023-12-29").
		take("责令受理", "2024-01-05").take("受理", "2024-01-08").take("副本送达", "2024-01-09").
		runs("答复期限 2024-01-19 行政复议法（2017年修正）第二十三条第一款")
}

// 行政诉讼法第四十五条至第四十七条，解释第六十四条、第六十六条：起诉期限。
func TestTimeToSue(t *testing.T) {
	const reading = "《最高人民法院关于适用〈中华人民共和国行政诉讼法〉的解释》"
	sue := func() *way {
		return follow(t, reconsideration.SuitFlow(reconsideration.Profile{}), &reconsideration.Suit{Instance: "一审", Result: "驳回诉讼请求"})
	}
	sue().take("收到复议决定", "2025-01-14").runs("起诉期限 2025-02-05 行政诉讼法第四十五条").take("起诉", "2025-02-05").runs().take("收到应诉通知", "2025-02-10")
	sue().take("复议期满未决定", "2026-09-10").runs("起诉期限 2026-09-28 行政诉讼法第四十五条")
	sue().take("行政行为作出", "2024-07-01").take("知道行政行为", "2024-07-08").
		runs("最长起诉期限 2029-07-01 行政诉讼法第四十六条第二款", "起诉期限 2025-01-08 行政诉讼法第四十六条第一款").take("起诉", "2024-12-02").runs()
	sue().take("知道行政行为（未告知）", "2024-07-08").take("知道起诉期限", "2025-03-03").
		runs("未告知时最长起诉期限 2025-07-08 "+reading+"第六十四条第一款", "起诉期限 2025-09-03 "+reading+"第六十四条第一款")
	sue().take("收到履职申请", "2024-08-08").runs("履行职责期限 2024-10-08 行政诉讼法第四十七条第一款").
		refuses("履行职责期限届满", "2024-10-07", "reconsideration/suit/omission/on-expiry").
		take("履行职责期限届满", "2024-10-08").runs("起诉期限 2025-04-08 " + reading + "第六十六条")
}

// 行政诉讼法第八十五条：上诉期限届满才生效；解释第一百一十条：六个月内申请再审；对再审裁判不再申请。
func TestEffectAndRetrial(t *testing.T) {
	const reading = "《最高人民法院关于适用〈中华人民共和国行政诉讼法〉的解释》第一百一十条"
	judged := func(instance string) *way {
		return follow(t, reconsideration.SuitFlow(reconsideration.Profile{}), &reconsideration.Suit{Instance: instance, Result: "撤销"}).
			take("收到应诉通知", "2025-01-14").take("判决送达", "2025-04-15")
	}
	w := judged("一审").refuses("裁判生效", "2025-04-30", "reconsideration/suit/effect").take("裁判生效", "2025-05-06").runs("申请再审期限 2025-11-06 " + reading)
	before := w.state
	w.take("申请再审", "2025-11-06")
	w.state = before
	w.take("履行", "2025-05-20").take("归档", "2025-06-03")
	judged("二审").take("裁判生效", "2025-04-15").runs("申请再审期限 2025-10-15 " + reading)
	judged("再审").take("裁判生效", "2025-04-15").runs()
}
