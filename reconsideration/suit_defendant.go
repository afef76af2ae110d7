package reconsideration

import (
	"errors"
	"fmt"
)

// ErrDefendant says that no rule names the defendant after this outcome.
var ErrDefendant = errors.New("没有规定复议后的被告")

// A Defendant is who is sued after reconsideration (复议后的被告). The zero value is nobody.
type Defendant string

// The defendants.
const (
	BothDefendants  Defendant = "共同被告"  // the organ of the act and the reconsideration authority
	AuthorityIsSued Defendant = "复议机关"  // alone
	OrganIsSued     Defendant = "原行政机关" // alone
	AsSuedFor       Defendant = "依所诉确定" // the organ for its act, the authority for what it did not do, or for its dismissal
)

// Reviewed is how a reconsideration ended, as far as the defendant depends on it. Outcomes are all that one decision holds, as a
// decision that upholds one act and quashes another; none: no decision came in time.
type Reviewed struct {
	Outcomes []Outcome

	// Procedural says that 确认违法 rests on a breach of the legal procedure only (违反法定程序).
	Procedural bool
}

// A Reason is why: one sentence and its article.
type Reason struct{ Doc, Basis string }

// A sued is one row of the table.
type sued struct {
	who Defendant
	Reason
}

// Defendant returns who is sued and why (行政诉讼法第二十六条第二款、第三款, 解释第二十二条、第一百三十三条、第一百三十四条). A decision
// that changed only facts, grounds or the law applied has the outcome 维持. Of several outcomes each counts; where one upholds
// and another changes, both organs are sued. 赔偿 follows the outcome beside which it stands, because a claim is granted and
// rejected alike. It is ErrDefendant for an outcome that no rule names, as mediation, and for 赔偿 alone.
func (r Reviewed) Defendant() (Defendant, Reason, error) {
	if len(r.Outcomes) == 0 {
		return AsSuedFor, Reason{"复议机关在法定期限内没有作出决定：起诉原行政行为的，原机关为被告；起诉不作为的，复议机关为被告", "行政诉讼法第二十六条第三款"}, nil
	}
	var all sued
	for _, o := range r.Outcomes {
		if o == "赔偿" {
			continue
		}
		one, ok := r.after(o)
		if !ok || o.IsWithdrawn() && len(r.Outcomes) > 1 {
			return "", Reason{}, fmt.Errorf("reconsideration: %w", ErrDefendant)
		}
		all = all.with(one)
	}
	if all.who == "" {
		return "", Reason{}, fmt.Errorf("reconsideration: %w", ErrDefendant)
	}
	return all.who, all.Reason, nil
}

// with joins what one decision holds. Only where it upholds something beside are both sued (解释第一百三十四条第二款).
func (s sued) with(t sued) sued {
	switch {
	case s.who == "":
		return t
	case s.who == t.who:
		return s
	case s.who != BothDefendants && t.who != BothDefendants:
		return sued{AsSuedFor, Reason{"改变的部分，复议机关为被告；驳回申请的部分，起诉原行政行为的，原机关为被告，起诉驳回的，复议机关为被告",
			"行政诉讼法第二十六条第二款、" + reading + "第二十二条第一款、第一百三十三条"}}
	}
	return sued{BothDefendants, Reason{"复议决定既有维持的内容，又有改变或者不予受理的内容", reading + "第一百三十四条第二款"}}
}

// after is the row of one outcome.
func (r Reviewed) after(o Outcome) (sued, bool) {
	upheld := sued{BothDefendants, Reason{"复议机关维持原行政行为", "行政诉讼法第二十六条第二款"}}
	changed := sued{AuthorityIsSued, Reason{"复议机关改变原行政行为的处理结果", "行政诉讼法第二十六条第二款、" + reading + "第二十二条第一款"}}
	switch o {
	case "维持":
		return upheld, true
	case "驳回请求":
		return sued{BothDefendants, Reason{"驳回复议请求属于维持", reading + "第一百三十三条"}}, true
	case "驳回申请":
		return sued{AsSuedFor, Reason{"以不符合受理条件为由驳回申请，不属于维持", reading + "第一百三十三条"}}, true
	case "确认无效":
		return sued{AuthorityIsSued, Reason{"确认原行政行为无效属于改变", reading + "第二十二条第二款"}}, true
	case "确认违法":
		if r.Procedural {
			return sued{BothDefendants, Reason{"以违反法定程序为由确认违法，不属于改变", reading + "第二十二条第三款"}}, true
		}
		return sued{AuthorityIsSued, Reason{"确认原行政行为违法属于改变", reading + "第二十二条第三款"}}, true
	case "变更", "撤销", "部分撤销", "责令履行", "协议责任":
		return changed, true
	case "撤回终止", "改变后撤回终止", "和解终止":
		return sued{OrganIsSued, Reason{"申请撤回，没有复议决定；法律、法规没有规定复议为必经程序的，在法定起诉期限内可以起诉原行政行为", reading + "第五十八条"}}, true
	}
	return sued{}, false
}
