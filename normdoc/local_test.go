package normdoc_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/checktest"
	"github.com/fazhi-go/fazhi/normdoc"
	"github.com/fazhi-go/fazhi/workday"
)

func workdays(n int) workday.Span { return workday.Span{N: n, Unit: workday.WorkingDays} }
func days(n int) workday.Span     { return workday.Span{N: n, Unit: workday.CalendarDays} }
func months(n int) workday.Span   { return workday.Span{N: n, Unit: workday.Months} }
func years(n int) workday.Span    { return workday.Span{N: n, Unit: workday.Years} }

// local is an invented place that sets every limit.
func local(t testing.TB) normdoc.Profile {
	t.Helper()
	calendar, err := workday.StateCouncil()
	require.NoError(t, err)
	return normdoc.Profile{
		Rule: "清源市行政规范性文件管理办法", Calendar: calendar,
		Limits: normdoc.Limits{
			Review: workdays(15), FromComplete: true, ReviewLeast: workdays(5), Comment: days(15), Filing: days(15),
			Receipt: days(10), Refiling: days(15), Correction: days(30), Cleanup: years(2),
			ItemReview: workdays(7), DecisionReview: workdays(10),
		},
		Validity: normdoc.Validity{
			General: years(5), Trial: years(2), Notice: years(1),
			Reminders: []normdoc.Reminder{{Name: "评估", Before: months(6)}, {Name: "报审", Before: months(2)}},
		},
		Filings: []normdoc.Filing{
			{To: "市政府", Class: "政府文件"}, {To: "区人大常委会", Class: "政府文件", Within: days(30)}, {To: "区政府", Class: "部门文件"},
		},
		Materials: []string{"送审稿", "起草说明"},
		Numbers: []normdoc.NumberRule{
			{Series: "登记号", Pattern: "QYDR-{year}-{organ}{serial:4}", Organs: []normdoc.OrganCode{{"区政府", "001"}, {"区政府办公室", "002"}}},
			{Series: "发文字号", Pattern: "清泉政规〔{year}〕{serial}号"},
			{Series: "索引号", Pattern: "QZ00001-3000-{year}-{serial:5}"},
		},
	}
}

// A place whose limit runs from the submission, and which sets limits of filing for single organs only.
func TestLimitsFromSubmission(t *testing.T) {
	p := local(t)
	p.Limits.FromComplete, p.Limits.Filing = false, workday.Span{}
	all := checktest.Of(normdoc.Kind, checks(t, p))
	find := func(d *normdoc.Doc) string {
		issues, err := fazhi.Validate(t.Context(), d, day("2024-06-03"), day("2024-07-08"), all)
		require.NoError(t, err)
		var found []string
		for _, i := range issues {
			if i.Code == "normdoc/review/days" || i.Code == "normdoc/review/least" || i.Code == "normdoc/filing/days" {
				found = append(found, string(i.Code)+" "+string(i.Path))
			}
		}
		return strings.Join(found, " ")
	}
	review := func(reviewed, deliberated string) *normdoc.Doc {
		return &normdoc.Doc{Submitted: day("2024-05-06"), Complete: day("2024-05-20"), Reviewed: day(reviewed), Deliberated: day(deliberated)}
	}
	require.Empty(t, find(review("2024-05-24", "2024-05-28")))
	require.Equal(t, "normdoc/review/days /reviewed", find(review("2024-05-27", "2024-05-28")))
	require.Equal(t, "normdoc/review/least /submitted", find(review("2024-05-09", "2024-05-10")))
	filed := func(class, on string) *normdoc.Doc {
		return &normdoc.Doc{Class: class, Published: day("2024-06-05"), Filed: day(on)}
	}
	require.Empty(t, find(filed("政府文件", "2024-07-05")), "thirty days to 区人大常委会")
	require.Equal(t, "normdoc/filing/days /filed", find(filed("政府文件", "2024-07-08")))
	require.Empty(t, find(filed("部门文件", "2024-07-08")), "no limit for 区政府")
}

// Days of a year without a notice are not judged.
func TestYearsThatTheCalendarDoesNotKnow(t *testing.T) {
	all := checktest.Of(normdoc.Kind, checks(t, local(t)))
	d := &normdoc.Doc{Serial: "GF-1", Name: "办法", Drafter: "区城管局", Complete: day("2040-01-02"), Issued: day("2040-01-02"), Deliberated: day("2040-01-02"),
		Reviewed: day("2040-01-02"), Opinion: "合法", Materials: []string{"送审稿", "起草说明"}, Published: day("2040-11-02"), Filed: day("2040-12-31"),
		FiledWith: []string{"市政府"}}
	issues, err := fazhi.Validate(t.Context(), d, day("2040-01-02"), day("2040-12-31"), all)
	require.NoError(t, err)
	require.Empty(t, issues)
}

func TestLawOnOfDecisions(t *testing.T) {
	today := day("2025-06-01")
	require.Equal(t, today, (&normdoc.Decision{}).LawOn(today))
	require.Equal(t, day("2024-03-01"), (&normdoc.Decision{Submitted: day("2024-03-01")}).LawOn(today))
	require.Equal(t, day("2024-03-02"), (&normdoc.Decision{Submitted: day("2024-03-01"), Reviewed: day("2024-03-02")}).LawOn(today))
	require.Equal(t, day("2024-03-03"), (&normdoc.Decision{Reviewed: day("2024-03-02"), Met: day("2024-03-03")}).LawOn(today))
}
