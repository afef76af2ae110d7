package review

import (
	"github.com/fazhi-go/fazhi/rules/rubric"
	"github.com/fazhi-go/fazhi/workday"
)

// A Final says what the third opinion does to the result (第三评查人评分的用法).
type Final string

// The finals.
const (
	ThirdAlone Final = "第三评查人" // the third opinion is the result
	MeanOfAll  Final = "平均"    // the mean of the three
	Median     Final = "中位"    // the one in the middle of the three
)

// A Disputed says who decides on a veto (一票否决) that one side alone asserts.
type Disputed string

// The ways to decide on it.
const (
	ToThird Disputed = "仲裁" // the third reviewer
	ToTalk  Disputed = "合议" // the two sides may first try to agree, else the third reviewer
)

// A Policy is the house rule of one or more rounds (评查规则). Nothing in it has a default: what a policy leaves out is a
// fault, so that the rule says all that it decides; that goes for a setting which a later version of this package adds, too.
// Usual has the values that this library proposes. The zero Policy does not pass Vet.
//
// Two scores that differ by at most Mean give their mean; by at most Talk, the two talk item by item (合议); by more, a
// third reviewer scores. With ByGrade a third one scores, too, where the two grades differ. Differences are compared
// exactly.
type Policy struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	Basis   string `json:"basis"`

	Single  bool          `json:"single"`  // one opinion is enough (单评)
	Mean    rubric.Points `json:"mean"`    // 均值限度
	Talk    rubric.Points `json:"talk"`    // 合议限度
	ByGrade bool          `json:"byGrade"` // 等次不同须第三评查人评分
	Veto    Disputed      `json:"veto"`    // 一方认定否决
	Third   Final         `json:"third"`   // 第三评查人评分用法
	// Override lets reviewers change what the program judged (自动评定), with a reason: a statute may have an exception
	// that the program does not know.
	Override bool `json:"override"`

	Strata     []string `json:"strata"`     // what files are told apart by when they are drawn, names of StrataNames
	Size       int      `json:"size"`       // 抽取件数; 0: by Percent
	Percent    int      `json:"percent"`    // 抽取比例, of the files of the period; 0: by Size
	Minimum    int      `json:"minimum"`    // 每单位最少件数
	PerStratum int      `json:"perStratum"` // 每层最少件数

	Objection     workday.Span `json:"objection"`     // 异议期限; none: not set
	Rectification workday.Span `json:"rectification"` // 整改期限; none: not set
}

// Usual returns the policy that this library proposes. It is nobody's law: practice published by several places, put in
// numbers. A house gives it its own name and number when it adopts it.
func Usual() Policy {
	return Policy{
		Name: "案卷评查双评规则（建议稿）", Version: "1", Basis: "本单位规定；国家没有统一规定",
		Mean: rubric.Whole(5), Talk: rubric.Whole(10), ByGrade: true, Veto: ToThird, Third: ThirdAlone, Override: true,
		Strata: []string{"案卷类型", "涉企", "不予处罚", "乡镇街道", "听证", "复议诉讼"}, Percent: 10, Minimum: 1,
		Objection: workday.Span{N: 5, Unit: workday.WorkingDays}, Rectification: workday.Span{N: 30, Unit: workday.CalendarDays},
	}
}
