package review

import (
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract/law"
	"github.com/fazhi-go/fazhi/internal/near"
)

// Answered returns what the answers give: for each question, in order, a finding if it was answered with 否, is pending or has no
// answer; then what is wrong with the answers themselves. Answers that belong to another contract answer nothing here.
func (m *Matter) Answered(r *Review) fazhi.Issues {
	j := judge{review: r, serial: m.Contract.Serial, questions: m.Questions()}
	if r.Contract != j.serial {
		j.report(fazhi.Issue{Code: CodeOther, Path: "/contract", Message: "审查记录是另一份合同的"})
		j.review = &Review{}
	}
	j.index()
	for _, q := range j.questions {
		j.question(q)
	}
	for i := range j.review.Answers {
		j.answer(i)
	}
	return j.issues
}

// A judge looks at the answers of a review.
type judge struct {
	review    *Review
	serial    string // of the contract
	questions []law.Item
	first     map[fazhi.Code]int // where the first answer to a question stands
	issues    fazhi.Issues
}

// index notes the answers of the contract.
func (j *judge) index() {
	j.first = make(map[fazhi.Code]int, len(j.review.Answers))
	for n := range j.review.Answers {
		a := &j.review.Answers[n]
		if _, known := j.first[a.Code]; !known && a.isOf(j.serial) {
			j.first[a.Code] = n
		}
	}
}

func (j *judge) report(i fazhi.Issue) { j.issues = append(j.issues, i) }

// at reports something about a field of an answer.
func (j *judge) at(n int, field string, i fazhi.Issue) {
	i.Path = answerPath(n).At(field)
	i.Origin, _ = j.review.Answers[n].Origin(fazhi.At(field))
	j.report(i)
}

// How the messages of findings on questions begin.
const (
	pendingPrefix    = "待核实："
	unansweredPrefix = "尚未回答："
	judgedPrefix     = "审查认为不符合要求："
)

func answerPath(n int) fazhi.Path { return fazhi.At("answers", n) }

// question says what is known of a question: that it is broken, or that it is open.
func (j *judge) question(q law.Item) {
	n, ok := j.first[q.Code]
	if !ok {
		j.report(fazhi.Issue{Code: CodeUnanswered, Severity: fazhi.Notice, Path: "/answers", Message: unansweredPrefix + q.Ask, Basis: q.Basis})
		return
	}
	switch j.review.Answers[n].Reply {
	case Yes, NotApplicable:
	case Pending:
		j.at(n, "reply", fazhi.Issue{Code: CodePending, Severity: fazhi.Notice, Message: pendingPrefix + q.Ask, Basis: q.Basis})
	case No:
		j.at(n, "reply", fazhi.Issue{Code: q.Code, Severity: q.Severity, Message: judgedPrefix + broken(q.Code, q.Doc), Basis: q.Basis})
	default:
		j.at(n, "reply", fazhi.Issue{Code: CodeUnanswered, Severity: fazhi.Notice, Message: unansweredPrefix + q.Ask, Basis: q.Basis})
	}
}

// answer says what is wrong with an answer itself.
func (j *judge) answer(n int) {
	a := &j.review.Answers[n]
	_, known := asked(j.questions, a.Code)
	switch {
	case !a.isOf(j.serial):
		j.at(n, "contract", fazhi.Issue{Code: CodeOther, Message: "这一行是另一份合同的答复"})
	case j.first[a.Code] != n:
		j.at(n, "code", fazhi.Issue{Code: CodeTwice, Message: "同一问题答复了两次，以先答复的为准"})
	case !known:
		j.at(n, "code", fazhi.Issue{Code: CodeStray, Severity: fazhi.Warning, Message: "不是本合同要回答的问题" + j.meant(a.Code)})
	}
	if a.Reply == "" {
		return
	}
	if !slices.Contains(Replies(), a.Reply) {
		j.at(n, "reply", fazhi.Issue{Code: CodeReply, Message: "答复应当是" + listed(Replies()) + "之一"})
	}
	if a.Reply != Yes && blank(a.Reason) {
		j.at(n, "reason", fazhi.Issue{Code: CodeReason, Severity: fazhi.Warning, Message: "没有说明理由"})
	}
	if blank(a.Role) {
		j.at(n, "role", fazhi.Issue{Code: CodeRole, Severity: fazhi.Warning, Message: "没有填写答复人身份"})
	}
}

// meant names the question that was probably meant.
func (j *judge) meant(code fazhi.Code) string {
	codes := make([]string, len(j.questions))
	for i, q := range j.questions {
		codes[i] = string(q.Code)
	}
	if n, ok := near.Name(string(code), codes); ok {
		return "，是不是“" + n + "”？"
	}
	return ""
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }

// listed joins words as running text has them.
func listed[T ~string](words []T) string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = string(w)
	}
	return strings.Join(out, "、")
}
