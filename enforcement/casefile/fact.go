package casefile

import (
	"fmt"

	"github.com/fazhi-go/fazhi"
)

// A Fact is something in a case that is so or is not (程序事实).
type Fact uint8

// The facts.
const (
	Enterprise Fact = iota
	Township
	Contested
	ShownID
	PartyAbsent
	HearingDue
	HearingTold
	ReviewDue
	ReviewerQualified
	DiscussionDue
	InvestigatorDecided
	HeavierAfterPlea
	Harmful
	Continuing
	PausesTold
	ExtensionTold
	Joint
	Sealed
	HearingWaived
	FirstReviewer
	NotAccepted
	facts // how many there are
)

// factNodes are the facts by their constants: the key of JSON, the Chinese name of columns and fields, what is meant.
func factNodes() [facts]node {
	return [...]node{
		Enterprise:          {"enterprise", "涉企", "当事人是企业或者个体工商户"},
		Township:            {"township", "乡镇街道办理", "由乡镇人民政府、街道办事处办理"},
		Contested:           {"contested", "经过复议诉讼", ""},
		ShownID:             {"shownId", "出示执法证件", "主动出示并且记录在案"},
		PartyAbsent:         {"partyAbsent", "当事人不在场", "没有当场交付决定书"},
		HearingDue:          {"hearingDue", "应当告知听证", "处罚或者许可属于应当告知听证权利的"},
		HearingTold:         {"hearingTold", "已告知听证权利", ""},
		ReviewDue:           {"reviewDue", "应当法制审核", "属于法定应当法制审核的情形"},
		ReviewerQualified:   {"reviewerQualified", "审核人员有法律职业资格", "通过国家统一法律职业资格考试取得"},
		DiscussionDue:       {"discussionDue", "应当集体讨论", "情节复杂或者重大违法行为"},
		InvestigatorDecided: {"investigatorDecided", "调查人员参与审查表决", ""},
		HeavierAfterPlea:    {"heavierAfterPlea", "因申辩加重处罚", ""},
		Harmful:             {"harmful", "危害健康金融安全", "涉及公民生命健康安全、金融安全且有危害后果"},
		Continuing:          {"continuing", "连续或者继续", "违法行为有连续或者继续状态"},
		PausesTold:          {"pausesTold", "不计期间已书面告知", "所需时间已经书面告知当事人、申请人"},
		ExtensionTold:       {"extensionTold", "延期已书面告知", "延长的决定及理由已经告知当事人、申请人"},
		Joint:               {"joint", "联合办理", "统一办理或者联合办理、集中办理"},
		Sealed:              {"sealed", "加盖印章", "决定书盖有作出决定的机关印章"},
		HearingWaived:       {"hearingWaived", "放弃听证", "要求听证后撤回，或者无正当理由不出席、中途退出而视为放弃"},
		FirstReviewer:       {"firstReviewer", "初次从事法制审核", "本案审核人员是初次从事行政处罚决定法制审核的人员"},
		NotAccepted:         {"notAccepted", "不予受理", "许可申请没有受理"},
	}
}

// String returns the Chinese name: "涉企".
func (f Fact) String() string {
	if f >= facts {
		return fmt.Sprintf("Fact(%d)", uint8(f))
	}
	return factNodes()[f].name
}

// Path returns the place of the fact in a file: "/facts/enterprise".
func (f Fact) Path() fazhi.Path {
	if f >= facts {
		return ""
	}
	return fazhi.At("facts", factNodes()[f].key)
}

// An Answer says whether a fact is so. The zero value, Unknown, means that the file does not say.
type Answer uint8

// The answers.
const (
	Unknown Answer = iota
	No
	Yes
)

// AnswerOf returns Yes or No.
func AnswerOf(yes bool) Answer {
	if yes {
		return Yes
	}
	return No
}

// Facts are the answers of a file. JSON has an object of true and false for those that are known.
type Facts [facts]Answer

// MarshalJSON writes the answers in the order of the facts.
func (f Facts) MarshalJSON() ([]byte, error) {
	return object(func(put func(key string, value any)) {
		for i, n := range factNodes() {
			if f[i] != Unknown {
				put(n.key, f[i] == Yes)
			}
		}
	})
}

// UnmarshalJSON reads what MarshalJSON wrote. A key that is no fact is an error.
func (f *Facts) UnmarshalJSON(data []byte) error {
	var made Facts
	err := members("facts", data, func(take func(string, func(bool))) {
		for i, n := range factNodes() {
			take(n.key, func(yes bool) { made[i] = AnswerOf(yes) })
		}
	})
	if err != nil {
		return err
	}
	*f = made
	return nil
}
