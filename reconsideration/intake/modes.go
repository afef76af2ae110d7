package intake

import (
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/workday"
)

// A Mode is a mode of service (送达方式).
type Mode string

// The modes.
const (
	Direct       Mode = "直接送达"
	LeftBehind   Mode = "留置送达"
	Electronic   Mode = "电子送达"
	Entrusted    Mode = "委托送达"
	Mailed       Mode = "邮寄送达"
	PassedOn     Mode = "转交送达"
	Announcement Mode = "公告送达"
)

// A Signer is who signed for a document.
type Signer string

// The signers.
const (
	Recipient Signer = "本人"
	Family    Signer = "同住成年家属"
	Head      Signer = "法定代表人或者主要负责人"
	MailRoom  Signer = "负责收件的人"
	Agent     Signer = "代理人"
	Appointed Signer = "指定的代收人"
	Stranger  Signer = "其他人"
)

func signers() []Signer {
	return []Signer{Recipient, Family, Head, MailRoom, Agent, Appointed, Stranger}
}

// maySign lists who may sign for whom (民事诉讼法 art. 88).
func maySign(p Party) []Signer {
	if p == Citizen {
		return []Signer{Recipient, Family, Agent, Appointed}
	}
	return []Signer{Head, MailRoom, Agent, Appointed}
}

// A ModeInfo says what a mode needs, in words, and from which day it takes effect.
type ModeInfo struct {
	Mode    Mode         `json:"mode"`
	Article string       `json:"article"`
	Needs   string       `json:"needs"`
	Day     string       `json:"day"`
	After   workday.Span `json:"after,omitzero"` // from that day

	signed bool
	needs  func(*matter) verdict
	day    func(*Service) (fazhi.Date, verdict)
}

// Modes returns the modes of service (民事诉讼法 arts. 87 to 95, by 行政复议法 art. 88(1)).
func Modes() []ModeInfo {
	receipt := clause{Receipt, Yes, "没有送达回证"}
	hard := clause{DirectHard, Yes, "直接送达没有困难，不能委托"}
	return []ModeInfo{
		{Mode: Direct, Article: "第八十七条、第八十八条", Needs: "送达回证，由可以签收的人签收", Day: "签收日期", signed: true, needs: all(receipt), day: onSigned},
		{Mode: LeftBehind, Article: "第八十九条", Needs: "拒绝接收；文书留在住所；见证人到场并记明拒收事由和日期，或者拍照、录像", Day: "留置之日",
			needs: (*matter).leftBehind, day: onLeft},
		{Mode: Electronic, Article: "第九十条", Needs: "受送达人同意；能够确认收悉",
			Day:   "到达受送达人特定系统之日，受送达人证明的日期不同的以其为准（民事诉讼法解释第一百三十五条）",
			needs: (*matter).electronic, day: onArrival},
		{Mode: Entrusted, Article: "第九十一条", Needs: "直接送达有困难；送达回证，由可以签收的人签收", Day: "签收日期", signed: true, needs: all(hard, receipt), day: onSigned},
		{Mode: Mailed, Article: "第九十一条", Needs: "回执；直接送达有困难的可以邮寄", Day: "回执上注明的收件日期", needs: (*matter).mailed, day: onSigned},
		{Mode: PassedOn, Article: "第九十二条至第九十四条", Needs: "由部队团以上单位的政治机关、监所或者强制性教育机构转交；送达回证由受送达人签收", Day: "签收日期",
			needs: all(clause{RightPasser, Yes, "转交的单位不符合规定"}, receipt), day: onSigned},
		{Mode: Announcement, Article: "第九十五条", Needs: "下落不明，或者其他方式无法送达；案卷记明原因和经过", Day: "自发出公告之日起经过三十日", After: days(30),
			needs: (*matter).announced, day: onAnnounced},
	}
}

func modeOf(name Mode) ModeInfo {
	list := Modes()
	i := max(0, slices.IndexFunc(list, func(m ModeInfo) bool { return m.Mode == name }))
	return list[i]
}

func basisOf(m ModeInfo) string {
	return lawName + "第八十八条第一款、" + civilName + m.Article
}

// signedBy judges the signature where the mode lets others sign.
func (s *Service) signedBy(mode ModeInfo) verdict {
	switch {
	case !mode.signed:
		return kept()
	case s.Recipient == "":
		return open(Ask{"/recipient", "受送达人的类别", ByOrgan})
	case s.Signer == "":
		return open(Ask{"/signer", "签收的人", ByOrgan})
	case !slices.Contains(maySign(s.Recipient), s.Signer):
		return broken("签收的人不能代收")
	}
	return kept()
}

// mailed only remarks that mail was not needed: that is for the sender to weigh, and a signed receipt fixes the day.
func (m *matter) mailed() verdict {
	if m.is(DirectHard) == No {
		return kept("直接送达没有困难的，应当直接送达；已经签收的，以回执上注明的收件日期为送达日期")
	}
	return kept()
}

// leftBehind wants a refusal, and a witness with a note or a recording.
func (m *matter) leftBehind() verdict {
	v := all(clause{Refused, Yes, "没有拒绝接收，不能留置"}, clause{LeftAtHome, Yes, "文书没有留在受送达人的住所"})(m)
	if m.is(Filmed) == Yes {
		return v
	}
	witness := all(clause{Witnessed, Yes, "没有见证人到场签名"}, clause{RefusalNoted, Yes, "送达回证没有记明拒收事由和日期"})(m)
	if witness.state == Broken && m.is(Filmed) == Unknown {
		witness = open(m.unknowns(Filmed)...)
	} else if witness.state == Broken {
		witness.reasons = append(witness.reasons, "也没有拍照、录像")
	}
	return both(v, witness)
}

func (m *matter) electronic() verdict {
	v := all(clause{Consent, Yes, "受送达人没有同意电子送达"}, clause{Confirmable, Yes, "不是能够确认收悉的方式"})(m)
	if m.is(PaperAsked) == Yes && m.is(PaperGiven) == No {
		v = both(v, kept("受送达人需要纸质文书，应当提供")) // the article does not tie the day to it
	}
	return v
}

// announced wants one of two reasons, and the course in the file.
func (m *matter) announced() verdict {
	noted := m.clause(clause{CourseNoted, Yes, "案卷没有记明原因和经过"})
	if m.is(Untraceable) == Yes || m.is(OthersFailed) == Yes {
		return noted
	}
	if asks := m.unknowns(Untraceable, OthersFailed); len(asks) > 0 {
		return both(noted, open(asks...))
	}
	return both(noted, broken("不是下落不明，其他方式也能够送达"))
}

// dated is the day, or the question for it.
func dated(d fazhi.Date, at fazhi.Path, name string) (fazhi.Date, verdict) {
	if d.IsZero() {
		return d, open(Ask{at, name, ByOrgan})
	}
	return d, kept()
}

func onSigned(s *Service) (fazhi.Date, verdict) {
	return dated(s.Signed, "/signed", "签收或者收件日期")
}
func onLeft(s *Service) (fazhi.Date, verdict) { return dated(s.Left, "/left", "留置之日") }

func onAnnounced(s *Service) (fazhi.Date, verdict) {
	return dated(s.Announced, "/announced", "发出公告之日")
}

// onArrival lets the recipient's proof win (民事诉讼法解释 art. 135).
func onArrival(s *Service) (fazhi.Date, verdict) {
	if !s.Proved.IsZero() {
		return s.Proved, kept("以受送达人证明到达其特定系统的日期为准（民事诉讼法解释第一百三十五条）")
	}
	return dated(s.Arrived, "/arrived", "到达受送达人特定系统之日")
}
