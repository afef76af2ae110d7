package mediation_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/workday"
)

// 特邀调解规定第二十七条：委派三十日、委托十五日，自签收材料之日起。
func TestCourtHandsOn(t *testing.T) {
	const court = " 最高人民法院关于人民法院特邀调解的规定第二十七条"
	for source, want := range map[string][]string{
		"法院诉前委派": {"委派调解期限 2024-04-01" + court},
		"法院诉中委托": nil, // 普通程序十五日、简易程序七日，台账不知道
		"公安移交":   nil,
	} {
		w := follow(t, mediation.Case{Source: source, Sort: "合同"}).take("移送", "2024-02-28").take("接收", "2024-03-01")
		require.Equal(t, want, w.due(), source)
		w.take("受理", "2024-03-04").take("告知", "2024-03-04").take("调解", "2024-03-05").take("达成协议", "2024-03-06")
		require.Empty(t, w.due(), source)
	}
	old := follow(t, mediation.Case{Source: "法院诉前委派"}).take("移送", "2016-06-29").take("接收", "2016-06-30")
	require.Empty(t, old.due(), "规定施行之前")
}

// 特邀调解规定第二十七条第三款：自签收材料之日起，不是自同意办理之日起；签收可以补记。
func TestMaterialIsSignedFor(t *testing.T) {
	c := mediation.Case{Source: "法院诉前委派", Sort: "合同"}
	const want = "委派调解期限 2024-04-01 最高人民法院关于人民法院特邀调解的规定第二十七条"
	w := follow(t, c).take("移送", "2024-02-28").take("签收材料", "2024-02-29").take("接收", "2024-03-04")
	require.Equal(t, []string{want}, w.due(), "3月30日为星期六")
	w = follow(t, c).take("移送", "2024-02-28").take("接收", "2024-03-04").take("签收材料", "2024-02-29").take("受理", "2024-03-04")
	require.Equal(t, want, w.due()[0])
	w = follow(t, c).take("移送", "2024-02-28").take("签收材料", "2024-02-29").take("拒收", "2024-03-04")
	require.Empty(t, w.due())
}

// 特邀调解规定第二十条：诉中委托达成的协议，由人民法院审查并制作调解书结案。
func TestEntrustedIsNotConfirmed(t *testing.T) {
	w := follow(t, mediation.Case{Source: "法院诉中委托", Sort: "合同", Form: "书面", Sealed: true}).take("受理", "2024-03-04").
		take("达成协议", "2024-03-06").take("协议生效", "2024-03-06")
	require.Empty(t, w.due())
	w.take("反馈", "2024-03-07").take("归档", "2024-03-08")
}

// What is refused may be sent to somebody else; what failed goes back.
func TestReferralRefusedAndReturned(t *testing.T) {
	machine, err := lifecycle.Compile(mediation.Flow(mediation.Profile{
		Referrals: "某区移送办法", Answer: workday.Span{N: 3, Unit: workday.WorkingDays}, Feedback: workday.Span{N: 40, Unit: workday.CalendarDays},
	}))
	require.NoError(t, err)
	w := follow(t, mediation.Case{Source: "信访移交"})
	w.machine = machine
	w.take("移送", "2024-03-01")
	require.Equal(t, []string{"移送答复期限 2024-03-06 某区移送办法"}, w.due())
	w.take("拒收", "2024-03-05")
	require.Empty(t, w.due())
	w.take("移送", "2024-03-06").take("接收", "2024-03-07")
	require.Equal(t, []string{"结果反馈期限 2024-04-16 某区移送办法"}, w.due())
	require.ErrorIs(t, w.try("反馈", "2024-03-08"), lifecycle.ErrRefused)
	w.take("受理", "2024-03-08").take("激化报告", "2024-03-09").take("调解", "2024-03-11").take("调解不成", "2024-03-20").take("退回", "2024-03-21")
	require.Empty(t, w.due())
	w.take("归档", "2024-03-22")
}

// 民事诉讼法第一百八十七条：立案之日起三十日内审结；第二百五十条：申请执行的期间为二年。
func TestConfirmationAndExecution(t *testing.T) {
	c := mediation.Case{Sort: "合同", Form: "书面", Sealed: true}
	w := follow(t, c).take("受理", "2024-03-01").take("达成协议", "2024-03-04").take("协议生效", "2024-03-04").take("申请司法确认", "2024-03-11")
	w.take("法院立案", "2024-03-12")
	require.Equal(t, []string{"司法确认审查期限 2024-04-11 民事诉讼法第一百八十七条（2022年之前为第一百八十条）"}, w.due())
	w.take("司法确认有效", "2024-03-20").take("履行期限届满", "2024-06-30")
	require.Equal(t, []string{"申请执行期限 2026-06-30 民事诉讼法第二百五十条（2024年之前为第二百四十六条，2022年之前为第二百三十九条）"}, w.due())
	require.ErrorContains(t, w.try("申请执行", "2024-07-08"), "mediation/execution/confirmed")
	w.doc.Confirmation = "确认有效"
	w.take("申请执行", "2024-07-08")
	require.Empty(t, w.due())
	w.take("归档", "2024-07-09")
}
