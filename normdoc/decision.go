package normdoc

import (
	"cmp"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

// DecisionKind is the kind of major administrative decisions.
const DecisionKind fazhi.Kind = "major-decision"

// DecisionSheet is the name of the sheet of major decisions.
const DecisionSheet = "重大行政决策"

// A Decision is one major administrative decision (重大行政决策) on its way from the start to the archive, as the ledger has
// it (重大行政决策程序暂行条例). The zero value of a field means that the ledger says nothing.
type Decision struct {
	table.Row   `json:"-"`
	Serial      string      `json:"serial" table:"决策编号,required,unique" doc:"本单位的决策编号，不重复" validate:"required"`
	Name        string      `json:"name" table:"决策事项,required" validate:"required"`
	Drafter     string      `json:"drafter" table:"承办单位,required" validate:"required"`
	Listed      bool        `json:"listed" table:"列入目录" doc:"是否列入向社会公布的决策事项目录"`
	CommentFrom fazhi.Date  `json:"commentFrom" table:"征求意见开始日期" doc:"向社会公开征求意见之日"`
	CommentTo   fazhi.Date  `json:"commentTo" table:"征求意见截止日期" doc:"向社会公开征求意见的最后一日"`
	Closed      bool        `json:"closed" table:"依法不予公开"`
	Shortened   string      `json:"shortened" table:"缩短期限说明" doc:"公开征求意见不足三十日的，公开征求意见时所作的说明"`
	Received    fazhi.Count `json:"received" table:"收到意见数" doc:"各种方式收到的意见，条"`
	Adopted     fazhi.Count `json:"adopted" table:"采纳意见数" doc:"全部或者部分采纳的意见，条"`
	Technical   bool        `json:"technical" table:"专业性技术性较强" doc:"是否属于专业性、技术性较强的决策事项"`
	Experts     fazhi.Date  `json:"experts" table:"专家论证日期"`
	Risky       bool        `json:"risky" table:"可能造成不利影响" doc:"实施是否可能对社会稳定、公共安全等方面造成不利影响"`
	Assessed    fazhi.Date  `json:"assessed" table:"风险评估日期"`
	Submitted   fazhi.Date  `json:"submitted" table:"送审日期" doc:"送合法性审查之日"`
	Reviewed    fazhi.Date  `json:"reviewed" table:"审查日期,expected" doc:"出具合法性审查意见之日"`
	Opinion     string      `json:"opinion" table:"审查意见,choices=合法|应当予以修改|不合法"`
	Exploring   bool        `json:"exploring" table:"探索性改革" doc:"是否属于国家尚无明确规定的探索性改革决策事项，并且已经明示法律风险"`
	Met         fazhi.Date  `json:"met" table:"集体讨论日期" doc:"决策机关常务会议或者全体会议讨论之日"`
	Recorded    bool        `json:"recorded" table:"如实记录" doc:"集体讨论决定情况是否如实记录，不同意见是否载明"`
	Outcome     string      `json:"outcome" table:"决定,choices=通过|修改后通过|再次讨论|暂缓|不予通过"`
	Published   fazhi.Date  `json:"published" table:"公布日期"`
	Archived    fazhi.Date  `json:"archived" table:"归档日期" doc:"过程记录和材料归档之日"`
}

var _ fazhi.Located = (*Decision)(nil)

// Kind returns "major-decision".
func (*Decision) Kind() fazhi.Kind { return DecisionKind }

// ID returns the decision's number.
func (d *Decision) ID() string { return d.Serial }

// Title returns the matter decided.
func (d *Decision) Title() string { return d.Name }

// LawOn returns the day whose law decides: that of the discussion, else of the review, of the submission, else today.
func (d *Decision) LawOn(today fazhi.Date) fazhi.Date {
	return cmp.Or(d.Met, d.Reviewed, d.Submitted, today)
}

func (d *Decision) review() review {
	return review{what: "决策草案", put: "提交讨论", meeting: "集体讨论日期", on: d.Reviewed, met: d.Met, opinion: d.Opinion, openRisk: d.Exploring}
}

// ReadDecisions reads the ledger of major decisions from a sheet, as Read does.
func ReadDecisions(src table.Source, sheet string) ([]*Decision, fazhi.Issues, error) {
	return table.All[Decision](src, sheet)
}
