package protocol

import (
	"encoding/json"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// Version names the protocol.
const Version = "fazhi/1"

// Probe is a text that each plug-in must echo as it came. A console that is not UTF-8, as on Chinese Windows, damages it.
const Probe = "规范性文件〔2026〕"

// Limits of a message.
const (
	MaxMessage = 8 << 20 // bytes, without the line end
	MaxDepth   = 64      // arrays and objects in each other
)

// A Method names what is asked.
type Method string

// The methods. Cancel is a notification: it has no id and is not answered.
const (
	Initialize Method = "initialize"
	Check      Method = "check"
	Guard      Method = "guard"
	Number     Method = "number"
	Section    Method = "section"
	Score      Method = "score"
	Observe    Method = "observe"
	Cancel     Method = "cancel"
	Shutdown   Method = "shutdown"
)

// An ID pairs an answer with its request. The host gives 1, 2, 3 …; zero is none, and is written as null in the answer to
// what could not be read.
type ID int64

// A Request is one message to a plug-in. A notification has no ID.
type Request struct {
	JSONRPC string          `json:"jsonrpc" const:"2.0" desc:"JSON-RPC 的版本"`
	ID      ID              `json:"id,omitzero" desc:"请求的编号，答复时原样带回；通知（cancel）没有"`
	Method  Method          `json:"method" desc:"方法"`
	Params  json.RawMessage `json:"params" desc:"参数，其形式由方法决定"`
}

// A Response is the answer to one request. It has either a Result or an Error.
type Response struct {
	JSONRPC string          `json:"jsonrpc" const:"2.0" desc:"JSON-RPC 的版本"`
	ID      ID              `json:"id" desc:"所答复的请求的编号；请求无法读懂时为 null"`
	Result  json.RawMessage `json:"result,omitempty" desc:"结果，其形式由方法决定；与 error 二者居一"`
	Error   *Fault          `json:"error,omitempty" desc:"不能答复的原因"`
}

// Empty is the result of Observe and Shutdown, and what Shutdown is asked with.
type Empty struct{}

// InitializeParams open the conversation. Settings are the site's own, by name.
type InitializeParams struct {
	Protocols []string          `json:"protocols" desc:"主机会说的协议，如 fazhi/1"`
	Library   string            `json:"library" desc:"主机的名称和版本，供记录"`
	Probe     string            `json:"probe" desc:"探测文字，原样送回；用来发现控制台不是 UTF-8"`
	Settings  map[string]string `json:"settings" desc:"本单位给插件的设置，按名称"`
}

// InitializeResult says what the plug-in is and offers. All lists are there, also those without an item.
type InitializeResult struct {
	Protocol string       `json:"protocol" desc:"从 protocols 中选定的协议"`
	Probe    string       `json:"probe" desc:"所收到的探测文字"`
	Plugin   Info         `json:"plugin" desc:"插件是什么"`
	Checks   []Checked    `json:"checks" desc:"检查项"`
	Refuses  []fazhi.Code `json:"refuses" desc:"把关时不予登记所用的代码；guard 为 true 时至少一个"`
	Guard    bool         `json:"guard" desc:"是否把关"`
	Observe  bool         `json:"observe" desc:"是否在登记之后接受通知"`
	Numbers  []string     `json:"numbers" desc:"提供编号规则的序列"`
	Sections []string     `json:"sections" desc:"提供的报告章节"`
	Rubrics  []string     `json:"rubrics" desc:"提供的评分标准"`
}

// Info is what a plug-in is called. Requires names plug-ins that must be in the same host.
type Info struct {
	Name     string   `json:"name" desc:"名称 owner/name，小写字母、数字、连字符，永不改变"`
	Version  string   `json:"version" desc:"版本"`
	Doc      string   `json:"doc" desc:"用途，一句中文"`
	API      int      `json:"api" desc:"所依据的接口级别，现为 1"`
	Requires []string `json:"requires" desc:"同一主机中必须有的其他插件"`
}

// Checked is a check that the plug-in offers, as fazhi.Check has it.
type Checked struct {
	Code     fazhi.Code     `json:"code" desc:"代码，以插件的 owner 开头，永不改变、永不挪用"`
	Kind     fazhi.Kind     `json:"kind" desc:"所检查的文件种类；空为各种"`
	Doc      string         `json:"doc" desc:"检查什么，一句中文"`
	Basis    string         `json:"basis" desc:"依据的条款"`
	Severity fazhi.Severity `json:"severity,omitzero" desc:"严重程度；没有即 error"`
	From     fazhi.Date     `json:"from,omitzero" desc:"生效之日"`
	Until    fazhi.Date     `json:"until,omitzero" desc:"失效前的最后一日"`
}

// A Document is a document on the wire. Content is its own JSON, in which no list and no member is null.
type Document struct {
	Kind    fazhi.Kind      `json:"kind" desc:"文件种类"`
	ID      string          `json:"id" desc:"在该种类中唯一的标识"`
	Title   string          `json:"title" desc:"名称"`
	Content json.RawMessage `json:"content" desc:"文件的内容"`
}

// CheckParams ask for what is wrong with a document by the law of one day.
type CheckParams struct {
	Document Document     `json:"document" desc:"文件"`
	LawOn    fazhi.Date   `json:"lawOn,omitzero" desc:"以哪一日的法律判断；没有即不限"`
	Today    fazhi.Date   `json:"today,omitzero" desc:"检查之日"`
	Codes    []fazhi.Code `json:"codes" desc:"要检查的检查项"`
}

// CheckResult says what was found.
type CheckResult struct {
	Issues []Issue `json:"issues" desc:"发现的问题；没有即空"`
}

// An Issue is one thing that is wrong. Severity and basis are those of its check.
type Issue struct {
	Code    fazhi.Code `json:"code" desc:"检查项的代码"`
	Path    fazhi.Path `json:"path" desc:"在内容中的位置（JSON Pointer）；空为整个文件"`
	Message string     `json:"message" desc:"说明，中文，不得含有文件中的值"`
}

// GuardParams are what is about to be kept, and the state in which it finds the document. Document is not there when
// the content stays as it was; Last is not there when the document is not in the book.
type GuardParams struct {
	Act      register.Act `json:"act" desc:"办理的行为：add 登记，step 办理，correct 更正，void 作废，reserve 预留"`
	Organ    string       `json:"organ" desc:"登记簿所属的机关"`
	Role     string       `json:"role" desc:"办理者的身份，可以为空"`
	Ref      fazhi.Ref    `json:"ref" desc:"哪一个文件"`
	Document *Document    `json:"document,omitempty" desc:"文件的新内容；内容不变时没有"`
	Step     string       `json:"step" desc:"将要进入的步骤"`
	Series   []string     `json:"series" desc:"将要取号的序列"`
	On       fazhi.Date   `json:"on,omitzero" desc:"法律上的日期"`
	By       string       `json:"by" desc:"办理者的账号"`
	Reason   string       `json:"reason" desc:"理由，可以为空"`
	Last     *Last        `json:"last,omitempty" desc:"该文件最近一次登记；尚未登记时没有"`
}

// Last is what was last kept of a document.
type Last struct {
	Seq     int64               `json:"seq" desc:"在登记簿中的顺序号"`
	Act     register.Act        `json:"act" desc:"行为"`
	Step    string              `json:"step" desc:"所处的步骤"`
	On      fazhi.Date          `json:"on,omitzero" desc:"法律上的日期"`
	Numbers []register.Numbered `json:"numbers" desc:"当时给出的编号"`
}

// GuardResult is {} when there is nothing against the attempt.
type GuardResult struct {
	Refusal *Refusal `json:"refusal,omitempty" desc:"不予登记；没有即予以登记"`
}

// A Refusal says why not, by one of the codes that the plug-in has declared, and the reasons one by one, if there are.
type Refusal struct {
	Code   fazhi.Code `json:"code" desc:"refuses 中的代码"`
	Reason string     `json:"reason" desc:"理由，中文，不得含有文件中的值"`
	Issues []Issue    `json:"issues" desc:"逐项的理由；可以为空"`
}

// NumberParams ask how the numbers of a series are written.
type NumberParams struct {
	Series string `json:"series" desc:"序列"`
	Organ  string `json:"organ" desc:"机关"`
}

// NumberResult holds the rule, as package register/numbering reads it: "泉鲤司合〔{year}〕{serial}号".
type NumberResult struct {
	Pattern string `json:"pattern" desc:"编号规则，如 泉鲤司合〔{year}〕{serial}号"`
}

// SectionParams ask for one section of a report about a period.
type SectionParams struct {
	Slot  string     `json:"slot" desc:"章节"`
	Organ string     `json:"organ" desc:"哪个机关的报告"`
	From  fazhi.Date `json:"from,omitzero" desc:"期间的第一日；没有即不限"`
	To    fazhi.Date `json:"to,omitzero" desc:"期间的最后一日；没有即不限"`
}

// SectionResult is one paragraph with placeholders, as report.Sentence reads it, and the figures that it may cite.
type SectionResult struct {
	Prose   string   `json:"prose" desc:"一段文字，数据写作占位符 {{领域.名称}}"`
	Figures []Figure `json:"figures" desc:"数据项"`
}

// A Figure is a number of a report that knows what it counts. Its period is the one that was asked for. Count is how many
// documents it counts; Refs are these, where the plug-in names them, and then as many.
type Figure struct {
	ID    string      `json:"id" desc:"领域.名称，如 复议.纠错率"`
	Name  string      `json:"name" desc:"名称"`
	Unit  string      `json:"unit" desc:"单位：件、份；比率为 %，比率之差为百分点，金额为元、万元或亿元"`
	Noun  string      `json:"noun,omitempty" desc:"单位之后的名词：46个“部门”"`
	Value Value       `json:"value" desc:"值"`
	Scope string      `json:"scope,omitempty" desc:"口径"`
	Count int64       `json:"count" desc:"所统计的文件数"`
	Refs  []fazhi.Ref `json:"refs,omitempty" desc:"所统计的文件；可以不列"`
}

// A Value has exactly one member, by the kind of the quantity.
type Value struct {
	Count   *int64  `json:"count,omitempty" desc:"个数"`
	AtLeast *int64  `json:"atLeast,omitempty" desc:"个数的下限：2000余"`
	Rate    *Rate   `json:"rate,omitempty" desc:"比率"`
	Points  *Points `json:"points,omitempty" desc:"比率之差（百分点）"`
	Fen     *int64  `json:"fen,omitempty" desc:"金额，单位为分"`
}

// A Rate is a share that keeps its parts.
type Rate struct {
	Num int64 `json:"num" desc:"分子"`
	Den int64 `json:"den" desc:"分母"`
}

// Points is the change of a rate.
type Points struct {
	Now    Rate `json:"now" desc:"本期"`
	Before Rate `json:"before" desc:"上期"`
}

// ScoreParams ask for the score of a document by a rubric.
type ScoreParams struct {
	Rubric   string     `json:"rubric" desc:"评分标准"`
	Document Document   `json:"document" desc:"文件"`
	LawOn    fazhi.Date `json:"lawOn,omitzero" desc:"以哪一日的法律判断；没有即不限"`
	Today    fazhi.Date `json:"today,omitzero" desc:"评分之日"`
}

// ScoreResult is the score, item by item. Its marks and their paths are lists also when they are empty.
type ScoreResult = rubric.Result

// ObserveParams tell of one entry of a book. Entry is its line, as docs/trail.md describes it; Attempt is 1 for the first
// time.
type ObserveParams struct {
	Entry   json.RawMessage `json:"entry" desc:"登记簿中的一条，见 docs/trail.md"`
	Attempt int             `json:"attempt" desc:"第几次投递，从 1 起；同一条可能来两次"`
}

// CancelParams name the request whose answer is no longer wanted.
type CancelParams struct {
	ID ID `json:"id" desc:"不再需要答复的请求的编号"`
}
