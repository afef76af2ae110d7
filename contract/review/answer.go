package review

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract/law"
	"github.com/fazhi-go/fazhi/table"
)

// Sheet is the name of the questionnaire's sheet.
const Sheet = "审查问卷"

// A Reply is the answer to a question. The zero value means that nobody has answered.
type Reply string

// The replies. Yes is that all is well.
const (
	Yes           Reply = "是"
	No            Reply = "否"
	NotApplicable Reply = "不适用"
	Pending       Reply = "待核实"
)

// Replies lists all replies.
func Replies() []Reply { return []Reply{Yes, No, NotApplicable, Pending} }

// An Answer is one row of the questionnaire. The question and its basis are there for the reader; what counts is the code. Role says
// in what capacity somebody answered, never who.
type Answer struct {
	table.Row `json:"-"`
	Contract  string     `json:"-" table:"合同编号,required"`
	Code      fazhi.Code `json:"code" table:"项目代码,required" doc:"不得改动"`
	Aspect    Aspect     `json:"-" table:"方面"`
	Ask       string     `json:"-" table:"问题" doc:"答“是”即没有问题"`
	Basis     string     `json:"-" table:"依据"`
	Reply     Reply      `json:"reply" table:"答复,expected,choices=是|否|不适用|待核实" doc:"不填的为尚未回答"`
	Reason    string     `json:"reason,omitempty" table:"理由" doc:"答“否”“不适用”“待核实”的必须填写"`
	Clause    string     `json:"clause,omitempty" table:"所涉条款" doc:"如：第八条第二款"`
	Advice    string     `json:"advice,omitempty" table:"修改建议" doc:"不填的用通常的建议"`
	Role      string     `json:"role,omitempty" table:"答复人身份,choices=审查人员|审查机构负责人|法律顾问|公职律师|承办单位" doc:"不填姓名"`
}

// Sheet returns the questionnaire of the contract: a row for each of its questions, with the answers that there are.
func (m *Matter) Sheet(answers []Answer) (table.Sheet, error) {
	var rows []*Answer
	for _, q := range m.Questions() {
		a := answerTo(answers, m.Contract.Serial, q.Code)
		a.Contract, a.Code, a.Aspect, a.Ask, a.Basis = m.Contract.Serial, q.Code, topicOf(q).aspect, q.Ask, q.Basis
		rows = append(rows, &a)
	}
	s, err := table.SheetOf(Sheet, rows)
	s.Grid, s.Wrap = true, true
	for i := range s.Columns {
		s.Columns[i].Width = widths()[s.Columns[i].Name]
	}
	return s, err
}

// widths are those of the columns, in Chinese characters: what is read and written at length has most of a page.
func widths() map[string]int {
	return map[string]int{
		"合同编号": 8, "项目代码": 11, "方面": 3, "问题": 26, "依据": 12, "答复": 4, "理由": 12, "所涉条款": 5, "修改建议": 12, "答复人身份": 5,
	}
}

// ReadAnswers reads a questionnaire that was filled in. Issues name the cells that could not be read; such rows are left out, so
// that their questions are unanswered. The error says that the sheet could not be read at all.
func ReadAnswers(src table.Source, sheet string) ([]Answer, fazhi.Issues, error) {
	rows, issues, err := table.All[Answer](src, sheet)
	answers := make([]Answer, len(rows))
	for i, row := range rows {
		answers[i] = *row
	}
	return answers, issues, err
}

// isOf reports whether an answer belongs to a contract; one that did not come from a sheet belongs to that of its review.
func (a *Answer) isOf(serial string) bool { return a.Contract == "" || a.Contract == serial }

// answerTo returns the first answer to a question about a contract, the empty one if there is none.
func answerTo(answers []Answer, serial string, code fazhi.Code) Answer {
	for _, a := range answers {
		if a.Code == code && a.isOf(serial) {
			return a
		}
	}
	return Answer{}
}

// asked returns the question with a code.
func asked(questions []law.Item, code fazhi.Code) (law.Item, bool) {
	for _, q := range questions {
		if q.Code == code {
			return q, true
		}
	}
	return law.Item{}, false
}
