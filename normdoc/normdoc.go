package normdoc

import (
	"cmp"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

// Kind is the kind of normative documents.
const Kind fazhi.Kind = "normdoc"

// Sheet is the name of the ledger's sheet.
const Sheet = "规范性文件"

// A Doc is one normative document (行政规范性文件) on its way from the draft to the filing, as the ledger has it. The
// zero value of a field means that the ledger says nothing.
type Doc struct {
	table.Row    `json:"-"`
	Serial       string       `json:"serial" table:"文件编号,required,unique" doc:"台账自编的编号，起草时即有，不重复" validate:"required"`
	Name         string       `json:"name" table:"文件名称,required" validate:"required"`
	Number       fazhi.Number `json:"number" table:"发文字号" doc:"印发前不填；联合行文填主办机关的发文字号"`
	Registration string       `json:"registration" table:"登记号" doc:"统一登记的编号，各地写法不同，照录"`
	Drafter      string       `json:"drafter" table:"起草单位,required" validate:"required"`
	Business     bool         `json:"business" table:"涉及经营主体" doc:"是否与市场主体生产经营活动密切相关"`
	Competition  string       `json:"competition" table:"公平竞争审查,choices=不涉及|符合标准|适用例外|违反标准" doc:"起草涉及经营者经济活动的文件应当审查，填审查结论；不涉及的填不涉及"`
	CommentFrom  fazhi.Date   `json:"commentFrom" table:"征求意见开始日期" doc:"公开征求意见之日"`
	CommentTo    fazhi.Date   `json:"commentTo" table:"征求意见截止日期" doc:"公开征求意见的最后一日"`
	Reviewed     fazhi.Date   `json:"reviewed" table:"审查日期,expected" doc:"出具合法性审查意见之日"`
	Opinion      string       `json:"opinion" table:"审查意见,choices=合法|应当予以修改|不合法"`
	Deliberated  fazhi.Date   `json:"deliberated" table:"集体审议日期"`
	Issued       fazhi.Date   `json:"issued" table:"印发日期" doc:"成文日期"`
	Published    fazhi.Date   `json:"published" table:"公布日期" doc:"向社会公布之日"`
	Effective    fazhi.Date   `json:"effective" table:"施行日期"`
	Expires      fazhi.Date   `json:"expires" table:"有效期至" doc:"有效期的最后一日"`
	Filed        fazhi.Date   `json:"filed" table:"备案报送日期,expected"`
	FiledWith    []string     `json:"filedWith" table:"备案机关" doc:"有几个的，用顿号分开"`
	State        string       `json:"state" table:"状态,choices=起草|征求意见|审查|审议|有效|已修改|废止|失效"`
	Class        string       `json:"class" table:"文件类别,choices=政府文件|部门文件" doc:"经政府同意以其办公机构名义印发的，填政府文件"`
	Index        string       `json:"index" table:"索引号" doc:"政府信息公开的索引号，照录"`
	CommentKinds []string     `json:"commentKinds" table:"征求意见方式,choices=公开征求意见|征求部门意见|座谈会|听证会|专家论证|其他" doc:"有几种的，用顿号分开"`
	Received     fazhi.Count  `json:"received" table:"收到意见数" doc:"各种方式收到的意见，条"`
	Adopted      fazhi.Count  `json:"adopted" table:"采纳意见数" doc:"全部或者部分采纳的意见，条"`
	Unadopted    string       `json:"unadopted" table:"未采纳理由" doc:"有意见没有采纳的，写明理由"`
	Risk         string       `json:"risk" table:"风险评估,choices=不涉及|低风险|中风险|高风险"`
	Submitted    fazhi.Date   `json:"submitted" table:"送审日期" doc:"送合法性审核之日"`
	Complete     fazhi.Date   `json:"complete" table:"材料齐备日期" doc:"送审材料齐备之日；经过补正的，为补正后齐备之日"`
	Materials    []string     `json:"materials" table:"送审材料" doc:"收到的材料，包括补正的，用顿号分开"`
	Receipts     []string     `json:"receipts" table:"备案回执" doc:"已经收到其回执的备案机关"`
	Evaluated    fazhi.Date   `json:"evaluated" table:"评估日期" doc:"最近一次实施评估"`
	Cleaned      fazhi.Date   `json:"cleaned" table:"清理日期" doc:"最近一次清理"`
	Cleanup      string       `json:"cleanup" table:"清理结果,choices=继续有效|修改|废止|宣布失效"`
	Changed      fazhi.Date   `json:"changed" table:"修改施行日期" doc:"最近一次修改开始施行之日"`
	Ended        fazhi.Date   `json:"ended" table:"失效废止日期" doc:"废止、宣布失效后不再有效的第一日；有效期届满的不填"`
	Relation     string       `json:"relation" table:"与相关文件的关系,choices=修改|废止|代替|延续" doc:"本文件对相关文件做了什么；延续的，相关文件有效期届满后由本文件接续"`
	Related      []string     `json:"related" table:"相关文件编号" doc:"台账中的文件编号，有几个的，用顿号分开"`
}

var _ fazhi.Located = (*Doc)(nil)

// Kind returns "normdoc".
func (*Doc) Kind() fazhi.Kind { return Kind }

// ID returns the ledger's own number, which drafts have too.
func (d *Doc) ID() string { return d.Serial }

// Title returns the document's name.
func (d *Doc) Title() string { return d.Name }

// LawOn returns the day whose law decides: that of issue, else of deliberation, of review, else today.
func (d *Doc) LawOn(today fazhi.Date) fazhi.Date {
	return cmp.Or(d.Issued, d.Deliberated, d.Reviewed, today)
}

// Read reads the ledger from a sheet. Issues name the cells that could not be read; rows with such a cell are left
// out. The error says that the sheet could not be read at all.
func Read(src table.Source, sheet string) ([]*Doc, fazhi.Issues, error) {
	return table.All[Doc](src, sheet)
}
