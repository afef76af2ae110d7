package dispute

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/table"
)

// A Dispute is one dispute in full (人民调解案件): the entry of the ledger, and who, what and how. It holds personal data. The
// zero value of a field means that the file says nothing.
type Dispute struct {
	mediation.Case

	Matter     string         `json:"matter,omitempty"` // 纠纷事由 in a few words, without names
	Facts      string         `json:"facts,omitempty"`  // 纠纷主要事实和争议事项
	Parties    []Party        `json:"parties,omitempty"`
	Mediators  []Mediator     `json:"mediators,omitempty"`
	Mechanism  *Mechanism     `json:"mechanism,omitempty"`
	Referrals  []Referral     `json:"referrals,omitempty"`
	Talks      []Session      `json:"talks,omitempty"`
	Appraisals []fazhi.Period `json:"appraisals,omitempty"` // 鉴定期间, which does not count in medical disputes
	Extended   fazhi.Date     `json:"extended,omitzero"`    // 约定延长至
	Agreement  *Agreement     `json:"agreement,omitempty"`
	Performed  []Performance  `json:"performance,omitempty"`
	Visits     []Visit        `json:"visits,omitempty"`
	Court      *Confirmation  `json:"court,omitempty"`
	Dangers    []Danger       `json:"dangers,omitempty"`
	Ended      *Ending        `json:"ended,omitempty"`
	Papers     []Paper        `json:"papers,omitempty"`

	story table.Row // of the row that the first of them came from
}

var (
	_ mediation.Record = (*Dispute)(nil)
	_ fazhi.Located    = (*Dispute)(nil)
)

// A Line is what every row of the sheets below the ledger has: its place, and the number of its dispute.
type Line struct {
	table.Row `json:"-"`
	Serial    string `json:"-" table:"编号,required" doc:"人民调解台账中的编号"`
}

// A Party is one of the sides (当事人).
type Party struct {
	Line
	Name           fazhi.PersonName `json:"name" table:"姓名或者名称,required"`
	Organisation   bool             `json:"organisation,omitempty" table:"单位" doc:"是否为法人、非法人组织"`
	ID             fazhi.IDNumber   `json:"id,omitempty" table:"公民身份号码"`
	CreditCode     string           `json:"creditCode,omitempty" table:"统一社会信用代码"`
	Phone          fazhi.Phone      `json:"phone,omitempty" table:"联系电话"`
	Address        string           `json:"address,omitempty" table:"住址"`
	Representative fazhi.PersonName `json:"representative,omitempty" table:"代表人" doc:"法定代表人、监护人或者委托代理人"`
	Authorised     bool             `json:"authorised,omitempty" table:"授权委托书" doc:"委托代理人是否有授权委托书"`
	Minor          bool             `json:"minor,omitempty" table:"未成年人"`
	Consent        string           `json:"consent,omitempty" table:"调解意愿,choices=同意|拒绝"`
	Informed       fazhi.Date       `json:"informed,omitzero" table:"告知日期" doc:"告知权利义务之日"`
	Signed         fazhi.Date       `json:"signed,omitzero" table:"签名日期" doc:"在协议书上签名、盖章或者按指印之日"`
	Standing       string           `json:"standing,omitempty" table:"代表身份,choices=法定代表人|负责人|监护人|委托代理人" doc:"代表人凭什么代表"`
	Applied        bool             `json:"applied,omitempty" table:"申请人" doc:"是否申请调解；共同申请的，各方都填"`
	Refused        fazhi.Date       `json:"refused,omitzero" table:"拒绝日期" doc:"明确拒绝调解之日"`
	Outside        bool             `json:"outside,omitempty" table:"未参加协议" doc:"协议由其他当事人达成、不涉及这一方的"`
	Earning        bool             `json:"earning,omitempty" table:"以劳动收入为生" doc:"十六周岁以上的未成年人，是否以自己的劳动收入为主要生活来源"`
}

// A Mediator is one of those who mediate (人民调解员), or was invited to help (受邀参与人).
type Mediator struct {
	Line
	Name    fazhi.PersonName `json:"name" table:"姓名,required"`
	Invited string           `json:"invited,omitempty" table:"受邀身份" doc:"受邀参与调解的：亲属、邻里、专家、律师；人民调解员不填"`
	Agreed  bool             `json:"agreed,omitempty" table:"当事人同意邀请"`
	Lead    bool             `json:"lead,omitempty" table:"主持"`
	Chosen  bool             `json:"chosen,omitempty" table:"当事人选择" doc:"由当事人选择的；调委会指定的不填"`
	Signed  fazhi.Date       `json:"signed,omitzero" table:"签名日期" doc:"在协议书上签名之日"`
}

// A Referral is a dispute handed from one body to another (移交、委派、委托): sent, taken or refused, and answered.
type Referral struct {
	Line
	No        int        `json:"no" table:"序号"`
	From      string     `json:"from" table:"移送单位,required"`
	To        string     `json:"to" table:"承办单位,required"`
	Channel   string     `json:"channel" table:"移送渠道,required,choices=公安移交|法院委派委托|检察机关移送|信访移交|热线转办|综治中心分流|行政机关移交|其他|法院诉前委派|法院诉中委托|12345热线|12348热线|110联动|行业主管部门移交"`
	Procedure string     `json:"procedure,omitempty" table:"审理程序,choices=普通|简易" doc:"法院诉中委托的，案件适用的程序"`
	Number    string     `json:"number,omitempty" table:"移送文号"`
	Joint     []string   `json:"joint,omitempty" table:"协办单位"`
	Sent      fazhi.Date `json:"sent" table:"移送日期,required"`
	Material  fazhi.Date `json:"material,omitzero" table:"签收材料日期"`
	Accepted  fazhi.Date `json:"accepted,omitzero" table:"接收日期"`
	Refused   fazhi.Date `json:"refused,omitzero" table:"拒收日期"`
	Reason    string     `json:"reason,omitempty" table:"拒收理由"`
	Letter    string     `json:"letter,omitempty" table:"拒收函号"`
	Due       fazhi.Date `json:"due,omitzero" table:"办理期限" doc:"移送单位定的最后一日"`
	Fed       fazhi.Date `json:"fed,omitzero" table:"反馈日期" doc:"反馈结果之日"`
	Result    string     `json:"result,omitempty" table:"反馈结果"`
	Returned  fazhi.Date `json:"returned,omitzero" table:"退回日期" doc:"调解不成，退回移送单位之日"`
	Withdrawn fazhi.Date `json:"withdrawn,omitzero" table:"撤诉日期" doc:"法院诉中委托的，裁定准许撤诉之日"`
}

// A Session is one time of mediation (一次调解).
type Session struct {
	Line
	On      fazhi.Date `json:"on" table:"调解日期,required"`
	Place   string     `json:"place,omitempty" table:"地点"`
	Online  bool       `json:"online,omitempty" table:"在线"`
	Outcome string     `json:"outcome,omitempty" table:"调解情况,choices=继续调解|达成协议|未达成协议"`
	Record  bool       `json:"record,omitempty" table:"有调解记录"`
}

// An Agreement is what the parties agreed (调解协议). Oral ones have effect when agreed; written ones when all parties signed,
// a mediator signed and the committee sealed (人民调解法第二十九条、第三十条).
type Agreement struct {
	Line
	Number  string      `json:"number,omitempty" table:"协议书编号"`
	Agreed  fazhi.Date  `json:"agreed" table:"达成日期,required"`
	Oral    bool        `json:"oral,omitempty" table:"口头协议"`
	Terms   []string    `json:"terms"` // 协议内容, on a sheet of their own
	How     string      `json:"how,omitempty" table:"履行方式"`
	Until   fazhi.Date  `json:"until,omitzero" table:"履行期限" doc:"最后一日"`
	Amount  fazhi.Money `json:"amount,omitempty" table:"协议涉及金额" doc:"单位：元"`
	Sealed  fazhi.Date  `json:"sealed,omitzero" table:"盖章日期" doc:"加盖人民调解委员会印章之日"`
	Copies  int         `json:"copies,omitempty" table:"份数"`
	Subject string      `json:"subject,omitempty" table:"协议性质,choices=给付|身份关系|确认物权|确认知识产权|其他" doc:"人民法院审查司法确认申请时看的"`
}

// A Performance is a part of the agreement that is to be performed (履行).
type Performance struct {
	Line
	What   string      `json:"what" table:"履行内容,required"`
	Due    fazhi.Date  `json:"due,omitzero" table:"应履行日期"`
	Done   fazhi.Date  `json:"done,omitzero" table:"履行日期"`
	Amount fazhi.Money `json:"amount,omitempty" table:"金额" doc:"单位：元"`
}

// A Visit is one after the agreement (回访).
type Visit struct {
	Line
	On        fazhi.Date `json:"on" table:"回访日期,required"`
	Performed string     `json:"performed,omitempty" table:"履行情况,choices=履行完毕|部分履行|未履行"`
	Satisfied string     `json:"satisfied,omitempty" table:"满意程度,choices=满意|基本满意|不满意"`
	Hidden    bool       `json:"hidden,omitempty" table:"有隐患"`
}

// A Confirmation is that of a court (司法确认), the last one if the parties asked again after a refusal (民事诉讼法第二百零六条). As
// long as they did not, a refusal stands beside an agreement that came after it, and is not judged by that.
type Confirmation struct {
	Line
	Court     string     `json:"court,omitempty" table:"人民法院"`
	Applied   fazhi.Date `json:"applied,omitzero" table:"申请日期" doc:"交邮的，为交邮之日"`
	Jointly   bool       `json:"jointly,omitempty" table:"共同申请" doc:"是否由双方当事人共同申请"`
	Invited   bool       `json:"invited,omitempty" table:"法院邀请调解" doc:"是否由人民法院邀请调解组织调解"`
	Accepted  fazhi.Date `json:"accepted,omitzero" table:"立案日期"`
	Decided   fazhi.Date `json:"decided,omitzero" table:"裁定日期"`
	Result    string     `json:"result,omitempty" table:"结果,choices=确认有效|驳回|不予受理|撤回"`
	Case      string     `json:"case,omitempty" table:"案号"`
	Executed  fazhi.Date `json:"executed,omitzero" table:"申请执行日期"`
	Materials []string   `json:"materials,omitempty" table:"提交材料,choices=申请书|调解协议|主持调解证明|财产权利证明|身份及联系方式"`
	Served    fazhi.Date `json:"served,omitzero" table:"送达日期" doc:"裁定书送达之日，有先后的为最后一日"`
}

// A Danger is a sign that a dispute may grow worse (激化), and what was done about it (人民调解法第二十五条).
type Danger struct {
	Line
	Seen     fazhi.Date `json:"seen" table:"发现日期,required"`
	Kind     string     `json:"kind" table:"种类,required,choices=治安案件|刑事案件|群体性上访|群体性械斗|自杀|其他" doc:"有可能引起的"`
	People   int        `json:"people,omitempty" table:"涉及人数"`
	Measures string     `json:"measures,omitempty" table:"预防措施"`
	Reported fazhi.Date `json:"reported,omitzero" table:"报告日期"`
	To       string     `json:"to,omitempty" table:"报告单位" doc:"公安机关或者其他有关部门"`
	Averted  bool       `json:"averted,omitempty" table:"已防止"`
}

// An Ending is mediation that did not succeed (终止调解).
type Ending struct {
	Line
	On     fazhi.Date `json:"on" table:"终止日期,required"`
	Why    string     `json:"why" table:"终止原因,required,choices=调解不成|一方拒绝|当事人撤回|不应受理|超过期限|其他"`
	Advice []string   `json:"advice,omitempty" table:"告知途径,choices=仲裁|行政|司法"`
}

// A Paper is one that lies in the file (卷宗材料).
type Paper struct {
	Line
	Part  int    `json:"part" table:"部分" doc:"卷宗的第几部分，1至13"`
	Name  string `json:"name" table:"材料名称,required"`
	Pages int    `json:"pages,omitempty" table:"页数"`
}
