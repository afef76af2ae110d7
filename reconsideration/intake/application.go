package intake

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/workday"
)

// An Application is what is known of an application for reconsideration (行政复议申请): kinds, numbers, days and answers, and
// nothing of a person. A zero field means that nobody has said.
type Application struct {
	Received   fazhi.Date `json:"received"`           // by the organ
	Accepted   fazhi.Date `json:"accepted,omitzero"`  // law.Accepted says which of both days decides on the text
	Submitted  fazhi.Date `json:"submitted,omitzero"` // posted or handed in; time on the way does not count (在途时间)
	Applicant  Party      `json:"applicant,omitempty"`
	Applicants int        `json:"applicants,omitempty"`
	Delegates  *int       `json:"delegates,omitempty"` // 代表人 of many applicants
	Agents     *int       `json:"agents,omitempty"`    // 代理人: the most that one party has

	Organ      Organ      `json:"organ,omitempty"` // what the organ that received the application is to the respondent
	Respondent Respondent `json:"respondent,omitempty"`
	Vertical   Vertical   `json:"vertical,omitempty"` // of a 垂直领导机关
	Act        Act        `json:"act,omitempty"`

	Acted      fazhi.Date     `json:"acted,omitzero"`      // 行政行为作出之日
	Knew       fazhi.Date     `json:"knew,omitzero"`       // 知道或者应当知道行政行为之日 (实施条例 art. 15)
	KnewRights fazhi.Date     `json:"knewRights,omitzero"` // 知道或者应当知道申请权利、机关和期限之日, where they were not told
	DutyAsked  fazhi.Date     `json:"dutyAsked,omitzero"`  // 行政机关收到履职申请之日
	DutyDue    fazhi.Date     `json:"dutyDue,omitzero"`    // 履行期限届满之日, where one is set
	Longer     workday.Span   `json:"longer,omitzero"`     // 法律规定的更长申请期限
	Obstacles  []fazhi.Period `json:"obstacles,omitempty"` // 耽误申请期限的期间, with the day on which the obstacle ended

	Amount     *fazhi.Money    `json:"amount,omitempty"` // 案件涉及款额 in fen; 0: there is none
	Supplement Supplement      `json:"supplement,omitempty"`
	Hearing    *Hearing        `json:"hearing,omitempty"`
	Attached   []Attachment    `json:"attached,omitempty"`
	Forwarded  *Forwarding     `json:"forwarded,omitempty"`
	Facts      map[Fact]Answer `json:"facts,omitempty"`
}

// A Hearing is who conducts a hearing (听证).
type Hearing struct {
	Hosts     int `json:"hosts"`     // 主持人
	Listeners int `json:"listeners"` // 听证员
	Clerks    int `json:"clerks"`    // 记录员
}

// An Attachment is a normative document that is to be reviewed with the case (附带审查).
type Attachment struct {
	Ref        fazhi.Ref `json:"ref"`             // of the kind "normdoc", by its document number
	Maker      Maker     `json:"maker,omitempty"` // 制定机关
	Regulation Answer    `json:"regulation"`      // it is a 规章 or ranks higher
	Relied     Answer    `json:"relied"`          // the act rests on it
	Competent  Answer    `json:"competent"`       // this organ may deal with it (有权处理)
	ByOrgan    Answer    `json:"byOrgan"`         // the organ found it itself (第五十七条); 否: the applicant asked
}

// A Forwarding is how a department that may no longer decide handed an application on (转送).
type Forwarding struct {
	Received fazhi.Date `json:"received"`
	Sent     fazhi.Date `json:"sent,omitzero"`
}

// A Party is a kind of applicant or recipient.
type Party string

// A Supplement says how far a demand for supplements (补正) has come; empty: none was made.
type Supplement string

// The stages of a supplement.
const (
	Asked    Supplement = "已通知"
	Supplied Supplement = "已补正"
	Lapsed   Supplement = "无正当理由逾期" // 视为放弃
)

// The kinds of parties.
const (
	Citizen Party = "公民"
	Company Party = "法人"
	Other   Party = "其他组织"
)
