package intake

import "github.com/fazhi-go/fazhi"

// A Fact is something that is so, is not so, or is unknown: the key of an answer in JSON.
type Fact string

// Facts of an application.
const (
	Identified      Fact = "identified"
	RightRespondent Fact = "rightRespondent"
	Incapable       Fact = "incapable"
	Guardian        Fact = "guardian"
	Interest        Fact = "interest"
	Claims          Fact = "claims"
	Reasons         Fact = "reasons"
	Omission        Fact = "omission"
	Urgent          Fact = "urgent"
	Told            Fact = "told"
	RealEstate      Fact = "realEstate"
	LongerLaw       Fact = "longerLaw"
	Excused         Fact = "excused"
	AcceptedBefore  Fact = "acceptedBefore"
	Sued            Fact = "sued"
	Withdrawn       Fact = "withdrawn"
	AgainstWill     Fact = "againstWill"
	AfterSettlement Fact = "afterSettlement"
	OwnName         Fact = "ownName"
	ByDistrict      Fact = "byDistrict"
	ByDelegate      Fact = "byDelegate"
	DelegateAgreed  Fact = "delegateAgreed"
	AgentPapers     Fact = "agentPapers"
	OnSpot          Fact = "onSpot"
	HeldResource    Fact = "heldResource"
	DutyUnmet       Fact = "dutyUnmet"
	Withheld        Fact = "withheld"
	OtherFirst      Fact = "otherFirst"
	ToldFirst       Fact = "toldFirst"
	Caution         Fact = "caution"
	ClearFacts      Fact = "clearFacts"
	ClearRights     Fact = "clearRights"
	LittleDispute   Fact = "littleDispute"
	AllAgree        Fact = "allAgree"
	Grave           Fact = "grave"
	PublicInterest  Fact = "publicInterest"
	ManyConcerned   Fact = "manyConcerned"
	NewField        Fact = "newField"
	DoubtfulProof   Fact = "doubtfulProof"
	TangledLaw      Fact = "tangledLaw"
	HearingAsked    Fact = "hearingAsked"
	HearingUseful   Fact = "hearingUseful"
	HeadAttended    Fact = "headAttended"
	HeadExcused     Fact = "headExcused"
	Technical       Fact = "technical"
	AdviceUseful    Fact = "adviceUseful"
	Consulted       Fact = "consulted"
	AdviceRecorded  Fact = "adviceRecorded"
)

// Facts of a service.
const (
	Receipt      Fact = "receipt"
	Refused      Fact = "refused"
	RefusalNoted Fact = "refusalNoted"
	Witnessed    Fact = "witnessed"
	Filmed       Fact = "filmed"
	LeftAtHome   Fact = "leftAtHome"
	Consent      Fact = "consent"
	Confirmable  Fact = "confirmable"
	DirectHard   Fact = "directHard"
	PaperGiven   Fact = "paperGiven"
	PaperAsked   Fact = "paperAsked"
	RightPasser  Fact = "rightPasser"
	Untraceable  Fact = "untraceable"
	OthersFailed Fact = "othersFailed"
	CourseNoted  Fact = "courseNoted"
)

// A Source says who can tell what is not known.
type Source string

// The sources.
const (
	ByApplicant Source = "申请人"    // by a supplement (补正)
	ByOrgan     Source = "行政复议机关" // by finding it out itself
)

// A FactInfo says what a fact means.
type FactInfo struct {
	Fact Fact   `json:"fact"`
	Name string `json:"name"` // a statement that is so or is not
	From Source `json:"from"`
}

// Facts returns what may be said of an application, in a fixed order.
func Facts() []FactInfo {
	return []FactInfo{
		{Identified, "有明确的申请人", ByApplicant},
		{RightRespondent, "列明的被申请人符合第十九条", ByApplicant},
		{Incapable, "申请人是无民事行为能力人或者限制民事行为能力人", ByApplicant},
		{Guardian, "由法定代理人代为申请", ByApplicant},
		{Interest, "申请人与行政行为有利害关系", ByApplicant},
		{Claims, "有具体的行政复议请求", ByApplicant},
		{Reasons, "有申请行政复议的理由", ByApplicant},
		{Omission, "行政机关逾期没有履行职责，也没有答复", ByApplicant},
		{Urgent, "在紧急情况下请求履行保护人身权、财产权的职责", ByApplicant},
		{Told, "作出行政行为时告知了申请权利、行政复议机关和申请期限", ByApplicant},
		{RealEstate, "因不动产提出申请", ByApplicant},
		{LongerLaw, "有法律规定的申请期限超过六十日", ByOrgan},
		{Excused, "因不可抗力或者其他正当理由耽误申请期限", ByApplicant},
		{AcceptedBefore, "行政复议机关受理过该申请人就同一行政行为提出的申请", ByOrgan},
		{Sued, "人民法院受理过该申请人就同一行政行为提起的行政诉讼", ByOrgan},
		{Withdrawn, "以同一事实和理由提出的申请曾经撤回并且终止", ByOrgan},
		{AgainstWill, "申请人能够证明撤回违背其真实意愿", ByApplicant},
		{AfterSettlement, "当事人达成和解之后撤回", ByOrgan},
		{OwnName, "派出机构依照法律、法规、规章以自己的名义作出", ByOrgan},
		{ByDistrict, "派出机构由直辖市、设区的市的工作部门按照行政区划设立", ByOrgan},
		{ByDelegate, "代表人变更请求、撤回申请或者承认第三人的请求", ByOrgan},
		{DelegateAgreed, "被代表的申请人同意", ByApplicant},
		{AgentPapers, "提交了授权委托书和双方身份证明，写明委托事项、权限和期限", ByApplicant},
		{OnSpot, "行政行为当场作出", ByApplicant},
		{HeldResource, "决定侵犯申请人已经依法取得的自然资源权利", ByApplicant},
		{DutyUnmet, "认为存在第十一条规定的未履行法定职责情形", ByApplicant},
		{Withheld, "申请政府信息公开，行政机关不予公开", ByApplicant},
		{OtherFirst, "其他法律、行政法规规定应当先申请行政复议", ByOrgan},
		{ToldFirst, "作出行政行为时告知了先申请行政复议", ByApplicant},
		{Caution, "行政行为是警告或者通报批评", ByApplicant},
		{ClearFacts, "事实清楚", ByOrgan},
		{ClearRights, "权利义务关系明确", ByOrgan},
		{LittleDispute, "争议不大", ByOrgan},
		{AllAgree, "当事人各方同意适用简易程序", ByOrgan},
		{Grave, "案件重大、疑难、复杂", ByOrgan},
		{PublicInterest, "涉及国家利益、重大社会公共利益", ByOrgan},
		{ManyConcerned, "涉及群体性纠纷或者社会关注度较高", ByOrgan},
		{NewField, "涉及新业态、新领域、新类型行政争议", ByOrgan},
		{DoubtfulProof, "定案证据疑点较多，或者主要事实分歧较大", ByOrgan},
		{TangledLaw, "法律关系复杂", ByOrgan},
		{HearingAsked, "申请人请求听证", ByApplicant},
		{HearingUseful, "行政复议机构认为有必要听证", ByOrgan},
		{HeadAttended, "被申请人的负责人参加听证", ByOrgan},
		{HeadExcused, "负责人不能参加，说明理由并委托相应的工作人员参加", ByOrgan},
		{Technical, "案件专业性、技术性较强", ByOrgan},
		{AdviceUseful, "行政复议机构认为有必要提请咨询", ByOrgan},
		{Consulted, "提请行政复议委员会提出咨询意见", ByOrgan},
		{AdviceRecorded, "记录咨询意见", ByOrgan},
	}
}

// ServiceFacts returns what may be said of a service, in a fixed order.
func ServiceFacts() []FactInfo {
	return []FactInfo{
		{Receipt, "有送达回证", ByOrgan},
		{Refused, "受送达人或者其同住成年家属拒绝接收", ByOrgan},
		{RefusalNoted, "在送达回证上记明拒收事由和日期", ByOrgan},
		{Witnessed, "有关基层组织或者所在单位的代表到场，送达人、见证人签名或者盖章", ByOrgan},
		{Filmed, "采用拍照、录像等方式记录送达过程", ByOrgan},
		{LeftAtHome, "文书留在受送达人的住所", ByOrgan},
		{Consent, "受送达人同意电子送达", ByOrgan},
		{Confirmable, "采用能够确认其收悉的电子方式", ByOrgan},
		{DirectHard, "直接送达有困难", ByOrgan},
		{PaperAsked, "受送达人提出需要纸质文书", ByOrgan},
		{PaperGiven, "提供了纸质文书", ByOrgan},
		{RightPasser, "转交单位是部队团以上单位的政治机关、监所或者强制性教育机构", ByOrgan},
		{Untraceable, "受送达人下落不明", ByOrgan},
		{OthersFailed, "用其他方式无法送达", ByOrgan},
		{CourseNoted, "在案卷中记明公告的原因和经过", ByOrgan},
	}
}

// An Ask is something that has to be known before a rule can be judged.
type Ask struct {
	Path fazhi.Path `json:"path"`
	Name string     `json:"name"`
	From Source     `json:"from"`
}

func askFact(list []FactInfo, f Fact) Ask {
	for _, info := range list {
		if info.Fact == f {
			return Ask{Path: fazhi.At("facts", string(f)), Name: info.Name, From: info.From}
		}
	}
	return Ask{Path: fazhi.At("facts", string(f)), From: ByOrgan}
}
