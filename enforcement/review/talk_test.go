package review_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/review"
	"github.com/fazhi-go/fazhi/enforcement/sample"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// A talking is a round of one file whose two sides are to talk.
type talking struct {
	round    review.Round
	assigned []review.Assigned
	opinions review.Opinions
	talk     review.Task
	book     *book
}

func newTalking(t *testing.T) *talking {
	t.Helper()
	r := simple(rubric.Veto{})
	x := &talking{round: review.Round{Name: "第1次", Policy: review.Usual(), Files: []review.Entry{{File: "AJ-1"}}},
		assigned: []review.Assigned{{Case: drawn(), Rubric: &r}}}
	x.round.Drawn.Picks = []sample.Pick{{Unit: sample.Unit{ID: "AJ-1"}, Reserve: "L2"}}
	x.round.Drawn.Plan.Panel.Reviewers = []sample.Reviewer{{ID: "L2", Role: review.Counsel, Unit: "律师事务所"}}
	for role, score := range map[string]string{review.Counsel: "81", review.Empowering: "87"} {
		x.opinions.Add(review.Task{Files: x.assigned}, []review.Opinion{marked(t, r, role, score)})
	}
	results, err := x.round.Settle(x.assigned, x.opinions)
	require.NoError(t, err)
	talks := x.round.TalkTasks(x.assigned, results)
	require.Len(t, talks, 1)
	x.talk = talks[0]
	sheets, err := review.Sheets(x.talk)
	require.NoError(t, err)
	require.Equal(t, []string{"合格", "不合格", "不适用", review.Apart}, sheets[1].Columns[7].Choices)
	x.book = bookOf(t, sheets...)
	return x
}

// say fills in 评定, 扣分, 处数 and 理由 of an item, and reads the workbook.
func (x *talking) say(t *testing.T, item string, cells ...string) ([]review.Opinion, fazhi.Issues) {
	t.Helper()
	for n, text := range cells {
		x.book.set("1.AJ-1", 7+n, x.book.find(t, "1.AJ-1", item), text)
	}
	read, issues, err := review.ReadSheets(x.book, x.talk)
	require.NoError(t, err)
	return read, issues
}

// A talk without an agreement comes back as a complete sheet, and the file goes on to the third reviewer.
func TestTalkWithoutAgreement(t *testing.T) {
	for reason, want := range map[string]string{"各执一词": "不能一致：各执一词", "": "不能一致"} {
		x := newTalking(t)
		read, issues := x.say(t, "1", review.Apart, "", "", reason)
		require.Empty(t, issues, "nothing is left to be judged")
		require.Equal(t, 1, read[0].Outcome.Open)
		require.Equal(t, rubric.Mark{Item: "1", Reason: want}, read[0].Result.Marks[0])
		x.opinions.Add(x.talk, read)
		results, err := x.round.Settle(x.assigned, x.opinions)
		require.NoError(t, err)
		require.Contains(t, results[0].Why, "合议未予采纳：1项没有达成一致；待第三评查人评分")
		require.Equal(t, review.Third, results[0].Awaits)
		require.Empty(t, x.round.TalkTasks(x.assigned, results))
		require.Len(t, x.round.ThirdTasks(x.assigned, results), 1)
	}
}

// What the sides said stands in the sheet, and is not repeated as the reason why they stay apart.
func TestTalkKeepsWhatWasSaidOut(t *testing.T) {
	x := newTalking(t)
	read, issues := x.say(t, "1", review.Apart)
	require.Empty(t, issues)
	require.Equal(t, review.Apart, read[0].Result.Marks[0].Reason)
}

// An item left blank is not one without agreement: the talk is not over.
func TestTalkThatIsNotOver(t *testing.T) {
	x := newTalking(t)
	read, issues := x.say(t, "1", "", "", "", "还要商量")
	require.Equal(t, 1, issues.Count(fazhi.Warning))
	x.opinions.Add(x.talk, read)
	results, err := x.round.Settle(x.assigned, x.opinions)
	require.NoError(t, err)
	require.Contains(t, results[0].Why, "合议的评查意见有1项未评；待逐项合议")
	require.Equal(t, review.Agreed, results[0].Awaits)
}

func TestTalkFaults(t *testing.T) {
	for want, c := range map[string][]string{
		"H4 enforcement/review/sheet/automatic /files/0/items/1/verdict 双方一致的项目不得更改":       {"2", review.Apart},
		"I3 enforcement/review/sheet/points /files/0/items/0/taken 不能一致的，不填扣分和处数":          {"1", review.Apart, "5"},
		"K3 enforcement/review/sheet/text /files/0/items/0/reason 理由太长":                    {"1", review.Apart, "", "", strings.Repeat("长", 663)},
		"H3 enforcement/review/sheet/verdict /files/0/items/0/verdict 应当是合格、不合格、不适用或者不能一致": {"1", "不一致"},
	} {
		x := newTalking(t)
		_, issues := x.say(t, c[0], c[1:]...)
		require.Contains(t, said(issues), want)
	}
}

// Only a talk may end so: a reviewer by himself has to judge.
func TestApartIsForTalksAlone(t *testing.T) {
	b := filled(t, task())
	b.set(first, 7, b.find(t, first, "1"), review.Apart)
	_, issues, err := review.ReadSheets(b, task())
	require.NoError(t, err)
	require.Contains(t, said(issues), "H4 enforcement/review/sheet/verdict /files/0/items/1/verdict 应当是合格、不合格或者不适用")
}

// What two sides said is left out of the sheet where it is too long to be a reason; what is just short enough stands there.
func TestTalkOfLongReasons(t *testing.T) {
	r := simple(rubric.Veto{})
	const rest = len("法律顾问：不合格，扣19分（）；赋权部门：不合格，扣13分（）")
	for length, stands := range map[int]bool{rubric.MaxText - rest: true, rubric.MaxText - rest + 1: false} {
		a, b := marked(t, r, review.Counsel, "81"), marked(t, r, review.Empowering, "87")
		a.Result.Marks[0].Reason, b.Result.Marks[0].Reason = strings.Repeat("x", length/2), strings.Repeat("y", length-length/2)
		got, err := review.Settle(review.Usual(), r, drawn(), []review.Opinion{a, b}, nil)
		require.NoError(t, err)
		round := review.Round{Name: "第1次"}
		talks := round.TalkTasks([]review.Assigned{{Case: drawn(), Rubric: &r}}, []review.Settled{got})
		require.Equal(t, stands, talks[0].Files[0].Auto[0].Reason != "")
	}
}

// An item that is judged is agreed on, whatever its reason says.
func TestTalkThatAgreesInTheEnd(t *testing.T) {
	x := newTalking(t)
	read, issues := x.say(t, "1", "不合格", "16", "", review.Apart)
	require.Empty(t, issues)
	x.opinions.Add(x.talk, read)
	results, err := x.round.Settle(x.assigned, x.opinions)
	require.NoError(t, err)
	require.Equal(t, review.ByTalk, results[0].Way)
}

// A talk by which nothing applies gives no result; one in which nothing is judged is waited for.
func TestTalkAboutNothing(t *testing.T) {
	r := scaled(rubric.Veto{Effect: rubric.VetoFail})
	opinion := func(role string, verdict rubric.Verdict) review.Opinion {
		var marks []rubric.Mark
		for _, item := range r.Items {
			m := rubric.Mark{Item: item.ID, Verdict: verdict, Reason: "测试"}
			if verdict == rubric.Met {
				m.Points = item.Points
			}
			marks = append(marks, m)
		}
		result, issues := rubric.Sum(r, marks)
		require.Empty(t, issues)
		return review.Opinion{Reviewer: role, Role: role, Unit: role, Result: result}
	}
	p := review.Usual()
	p.Veto = review.ToTalk
	sides := []review.Opinion{opinion(review.Counsel, rubric.Met), opinion(review.Empowering, rubric.NotMet)}
	for verdict, want := range map[rubric.Verdict][2]string{
		rubric.NotApplicable: {"合议未予采纳：没有可以计分的项目；待第三评查人评分", review.Third},
		rubric.NotJudged:     {"合议的评查意见有11项未评；待逐项合议", review.Agreed},
	} {
		talk := opinion(review.Agreed, verdict)
		got, err := review.Settle(p, r, drawn(), sides, &talk)
		require.NoError(t, err)
		require.Contains(t, got.Why, want[0])
		require.Equal(t, want[1], got.Awaits)
	}
}
