package dispute_test

import (
	"bytes"
	"log/slog"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/mediation/dispute"
)

func ids(alerts []dispute.Alert) []string {
	var list []string
	for _, a := range alerts {
		list = append(list, a.ID)
	}
	return list
}

func pressing() *dispute.Dispute {
	d := whole()
	seen := day("2024-03-05")
	d.Dangers = []dispute.Danger{{Seen: seen, Kind: "刑事案件"}, {Seen: seen, Kind: "其他"}, {Seen: seen, Kind: "治安案件"}}
	d.Referrals = append(d.Referrals, dispute.Referral{From: "泉源区信访局", Sent: day("2024-03-06")})
	d.Referrals[0].Fed = fazhi.Date{}
	d.Agreement.Sealed = fazhi.Date{}
	d.Performed[0].Done = fazhi.Date{}
	return d
}

// 人民调解法第二十五条：及时报告。
func TestAlerts(t *testing.T) {
	d := pressing()
	require.Equal(t, []string{
		"激化报告/RT-1/2024-03-05", "激化报告/RT-1/2024-03-05/3",
		"预防措施/RT-1/2024-03-05", "预防措施/RT-1/2024-03-05/2", "预防措施/RT-1/2024-03-05/3", "反馈逾期/RT-1/2024-04-04", "移送答复/RT-1/2024-03-06",
		"协议未生效/RT-1/2024-03-08", "逾期履行/RT-1/2024-07-01",
	}, ids(dispute.Alerts(d, today())))
	first := dispute.Alerts(d, today())[0]
	require.True(t, first.Urgent)
	require.Equal(t, fazhi.Path("/dangers/0"), first.Path)
	require.Equal(t, fazhi.Ref{Kind: "mediation", ID: "RT-1"}, first.Dispute)
	require.Len(t, dispute.Alerts(d, day("2024-03-05")), 5)
	require.Len(t, dispute.Alerts(d, day("2024-03-06")), 5, "移送当日还不用催")
	require.Len(t, dispute.Alerts(d, day("2024-03-07")), 6)
	require.Len(t, dispute.Alerts(d, day("2024-06-30")), 8, "the last day is in time")
	require.Empty(t, dispute.Alerts(d, day("2024-03-04")))
}

// What becomes of one alert changes no other's ID.
func TestAlertsKeepTheirIDs(t *testing.T) {
	d := pressing()
	d.Dangers[0].Reported = day("2024-03-05")
	require.Equal(t, "激化报告/RT-1/2024-03-05/3", dispute.Alerts(d, today())[0].ID)
	d.Dangers = append(d.Dangers, dispute.Danger{Seen: day("2024-03-05"), Kind: "群体性械斗"})
	require.Equal(t, "激化报告/RT-1/2024-03-05/4", dispute.Alerts(d, today())[1].ID)
	d.Ended = &dispute.Ending{On: day("2024-03-09")}
	require.NotContains(t, ids(dispute.Alerts(d, today())), "协议未生效/RT-1/2024-03-08")
	require.NotContains(t, ids(dispute.Alerts(d, today())), "逾期履行/RT-1/2024-07-01", "协议落空，不再催促")
}

// 人民调解法第二十五条：没有采取预防措施的，也要提醒，但不必立即报告。
func TestAlertsOnMeasures(t *testing.T) {
	d := whole()
	d.Dangers = []dispute.Danger{{Seen: day("2024-03-05"), Kind: "自杀"}}
	alerts := dispute.Alerts(d, today())
	require.Equal(t, []string{"预防措施/RT-1/2024-03-05"}, ids(alerts))
	require.False(t, alerts[0].Urgent)
	d.Dangers[0].Measures = "陪伴"
	require.Empty(t, dispute.Alerts(d, today()))
}

// 特邀调解规定第二十四条第三款：委派调解的协议自双方签名后生效，早于加盖印章。
func TestAlertsOnTheEarlierDay(t *testing.T) {
	d := whole()
	d.Court, d.Agreement.Sealed = nil, day("2024-03-20")
	require.Equal(t, day("2024-03-11"), d.Effective().Signed)
	require.Contains(t, ids(dispute.Alerts(d, day("2024-04-10"))), "申请确认/RT-1/2024-03-20")
	require.NotContains(t, ids(dispute.Alerts(d, day("2024-04-11"))), "申请确认/RT-1/2024-03-20", "三十日已过")
	d.Referrals = nil
	require.Zero(t, d.Effective().Signed, "自行调解的，没有更早的一日")
}

func TestAlertLogs(t *testing.T) {
	var b bytes.Buffer
	slog.New(slog.NewTextHandler(&b, nil)).Info("", "alert", dispute.Alerts(pressing(), today())[0])
	require.Contains(t, b.String(), "alert.id=激化报告/RT-1/2024-03-05 alert.kind=激化报告")
}
