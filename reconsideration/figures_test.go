package reconsideration_test

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/reconsideration"
	"github.com/fazhi-go/fazhi/report/reporttest"
)

// day reads a date of the tests.
func day(text string) fazhi.Date {
	d, _ := fazhi.ParseDate(text)
	return d
}

// cases have rows at the borders of the year 2024.
func cases() []*reconsideration.Case {
	return []*reconsideration.Case{
		{Serial: "前年收到，第一日撤销", Received: day("2023-12-31"), Intake: "受理", Accepted: day("2024-01-04"), Concluded: day("2024-01-05"), Outcome: "撤销"},
		{Serial: "第一日收到，不予受理", Received: day("2024-01-01"), Intake: "不予受理"},
		{Serial: "本年维持", Received: day("2024-03-01"), Intake: "受理", Accepted: day("2024-03-05"), Concluded: day("2024-04-05"), Outcome: "维持"},
		{Serial: "视为受理，责令履行", Received: day("2024-04-01"), Intake: "视为受理", Accepted: day("2024-04-09"), Concluded: day("2024-12-31"), Outcome: "责令履行"},
		{Serial: "调解不是纠错", Received: day("2024-05-01"), Intake: "受理", Accepted: day("2024-05-06"), Concluded: day("2024-06-01"), Outcome: "调解"},
		{Serial: "最后一日收到，次年变更", Received: day("2024-12-31"), Intake: "受理", Accepted: day("2025-01-06"), Concluded: day("2025-02-01"), Outcome: "变更"},
		{Serial: "前年的案件", Received: day("2023-05-01"), Intake: "受理", Accepted: day("2023-05-06"), Concluded: day("2023-06-01"), Outcome: "撤销"},
		{Serial: "没有受理，误填审结", Received: day("2023-05-01"), Intake: "不予受理", Concluded: day("2024-06-01"), Outcome: "撤销"},
	}
}

// suits have rows of both years. Only suits of the first instance count for the rate of suits lost.
func suits() []*reconsideration.Suit {
	const government, department = "本级政府", "工作部门"
	return []*reconsideration.Suit{
		{Serial: "政府一审胜诉", Level: government, Instance: "一审", Notified: day("2024-01-01"), Heard: day("2024-02-01"), Appeared: "负责人", Concluded: day("2024-03-01"), Result: "驳回诉讼请求"},
		{Serial: "政府二审", Level: government, Instance: "二审", Notified: day("2024-06-01"), Concluded: day("2024-12-31"), Result: "驳回上诉维持原判"},
		{Serial: "政府未结", Level: government, Instance: "一审", Notified: day("2024-12-31")},
		{Serial: "部门败诉", Level: department, Instance: "一审", Notified: day("2023-12-31"), Heard: day("2024-01-01"), Appeared: "工作人员", Concluded: day("2024-02-01"), Result: "撤销并重作"},
		{Serial: "部门撤诉", Level: department, Instance: "一审", Notified: day("2024-03-01"), Concluded: day("2024-04-01"), Result: "改变后撤诉"},
		{Serial: "部门二审败诉", Level: department, Instance: "二审", Notified: day("2024-03-01"), Heard: day("2024-12-31"), Appeared: "负责人", Concluded: day("2024-12-31"), Result: "撤销"},
		{Serial: "上年败诉", Level: department, Instance: "一审", Notified: day("2023-03-01"), Heard: day("2023-04-01"), Appeared: "无人", Concluded: day("2023-12-31"), Result: "确认违法"},
		{Serial: "上年政府胜诉", Level: government, Instance: "一审", Notified: day("2022-11-01"), Concluded: day("2023-01-01"), Result: "驳回起诉"},
		{Serial: "前年败诉", Level: department, Instance: "一审", Notified: day("2022-03-01"), Concluded: day("2022-12-31"), Result: "确认违法"},
	}
}

func TestFigures(t *testing.T) {
	require.Equal(t, map[string]string{"复议.收到": "5件", "复议.审结": "4件", "复议.纠错率": "50%"}, reporttest.Printed(reconsideration.Figures(cases(), 2024)))
	require.Equal(t, map[string]string{"复议.收到": "0件", "复议.审结": "1件", "复议.纠错率": "100%"}, reporttest.Printed(reconsideration.Figures(cases(), 2025)))
	require.Equal(t, map[string]string{"复议.收到": "0件", "复议.审结": "0件", "复议.纠错率": ""}, reporttest.Printed(reconsideration.Figures(nil, 2024)))
	require.Equal(t, []string{"复议.审结", "复议.纠错率"}, reporttest.Counting(reconsideration.Figures(cases(), 2024), "前年收到，第一日撤销"))
}

func TestSuitFigures(t *testing.T) {
	require.Equal(t, map[string]string{
		"应诉.办理": "3件", "应诉.审结": "2件", "应诉.出庭率": "66.67%", "应诉.败诉率": "33.33%", "应诉.败诉率变化": "下降16.67个百分点",
	}, reporttest.Printed(reconsideration.SuitFigures(suits(), 2024)))
	require.Equal(t, map[string]string{
		"应诉.办理": "0件", "应诉.审结": "0件", "应诉.出庭率": "", "应诉.败诉率": "", "应诉.败诉率变化": "",
	}, reporttest.Printed(reconsideration.SuitFigures(nil, 2024)))
	require.Equal(t, []string{"应诉.败诉率变化"}, reporttest.Counting(reconsideration.SuitFigures(suits(), 2024), "上年败诉"))
	require.Empty(t, reporttest.Counting(reconsideration.SuitFigures(suits(), 2024), "前年败诉"))
}

// Rates keep their parts, so that counties add up, and are rounded when they are printed.
func TestRatesOfALargerLedger(t *testing.T) {
	var cases []*reconsideration.Case
	for i := range 67 {
		c := &reconsideration.Case{Serial: strconv.Itoa(i), Intake: "受理", Concluded: day("2024-06-01"), Outcome: "维持"}
		if i < 12 {
			c.Outcome = "撤销"
		}
		cases = append(cases, c)
	}
	f := reconsideration.Figures(cases, 2024)[2]
	require.Equal(t, fazhi.Rate{Num: 12, Den: 67}, f.Value)
	require.Equal(t, "17.91%", reporttest.Printed([]fazhi.Figure{f})["复议.纠错率"])

	suits := append(suitsOf("2024-06-01", 73, 1), suitsOf("2023-06-01", 57, 7)...)
	text := reporttest.Printed(reconsideration.SuitFigures(suits, 2024))
	require.Equal(t, "1.37%", text["应诉.败诉率"])
	require.Equal(t, "下降10.91个百分点", text["应诉.败诉率变化"])
}

func suitsOf(concluded string, n, lost int) []*reconsideration.Suit {
	var suits []*reconsideration.Suit
	for i := range n {
		s := &reconsideration.Suit{Serial: concluded + strconv.Itoa(i), Instance: "一审", Concluded: day(concluded), Result: "驳回诉讼请求"}
		if i < lost {
			s.Result = "撤销"
		}
		suits = append(suits, s)
	}
	return suits
}

// What is not defined is not spoken of.
func TestSectionsLeaveOutRatesOfNothing(t *testing.T) {
	section, err := reconsideration.Section(nil, 2024)
	require.NoError(t, err)
	require.Len(t, section.Items[0].Marks, 2)
	section, err = reconsideration.SuitSection(nil, 2024)
	require.NoError(t, err)
	require.Len(t, section.Items[0].Marks, 2)
	section, err = reconsideration.SuitSection(suitsOf("2024-06-01", 3, 0), 2024)
	require.NoError(t, err)
	require.Len(t, section.Items[0].Marks, 3, "nobody was heard, and there is no year before")
}
