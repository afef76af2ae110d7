package intake

import (
	"maps"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/near"
)

// The codes of values that cannot be.
const (
	CodeValue fazhi.Code = "reconsideration/intake/value" // no such kind, number or fact
	CodeDays  fazhi.Code = "reconsideration/intake/days"  // days against each other
)

// Check returns what in an application cannot be, all of it.
func (a *Application) Check() fazhi.Issues {
	var c checker
	choice(&c, "/applicant", a.Applicant, parties())
	choice(&c, "/organ", a.Organ, organs())
	choice(&c, "/respondent", a.Respondent, respondents())
	choice(&c, "/vertical", a.Vertical, verticals())
	choice(&c, "/act", a.Act, named(Acts(), func(i ActInfo) Act { return i.Act }))
	choice(&c, "/supplement", a.Supplement, []Supplement{Asked, Supplied, Lapsed})
	c.facts(a.Facts, Facts())
	c.numbers(a)
	c.attached(a.Attached)
	c.days(a)
	return c.issues
}

func parties() []Party { return []Party{Citizen, Company, Other} }

// named returns the keys of a table.
func named[T, K any](list []T, key func(T) K) []K {
	keys := make([]K, len(list))
	for i, item := range list {
		keys[i] = key(item)
	}
	return keys
}

type checker struct{ issues fazhi.Issues }

func (c *checker) value(ok bool, at fazhi.Path, message string) {
	if !ok {
		c.issues = append(c.issues, fazhi.Issue{Code: CodeValue, Path: at, Message: message})
	}
}

func choice[T ~string](c *checker, at fazhi.Path, v T, list []T) {
	if v == "" || slices.Contains(list, v) {
		return
	}
	names := named(list, func(t T) string { return string(t) })
	message := "没有这一类别"
	if meant, ok := near.Name(string(v), names); ok {
		message += "，是不是“" + meant + "”？"
	}
	c.value(false, at, message)
}

func (c *checker) facts(facts map[Fact]Answer, list []FactInfo) {
	names := named(list, func(i FactInfo) string { return string(i.Fact) })
	for _, f := range slices.Sorted(maps.Keys(facts)) {
		if slices.Contains(names, string(f)) {
			c.value(facts[f] >= Unknown && facts[f] <= Yes, fazhi.At("facts", string(f)), "应当是 是、否、未知 之一")
			continue
		}
		message := "有不认识的事实"
		if meant, ok := near.Name(string(f), names); ok {
			message += "，是不是“" + meant + "”？"
		}
		c.value(false, "/facts", message)
	}
}

func (c *checker) numbers(a *Application) {
	c.value(a.Applicants >= 0, "/applicants", "人数不能是负数")
	c.value(a.Delegates == nil || *a.Delegates >= 0, "/delegates", "人数不能是负数")
	c.value(a.Agents == nil || *a.Agents >= 0, "/agents", "人数不能是负数")
	c.value(a.Amount == nil || *a.Amount >= 0, "/amount", "款额不能是负数")
	c.value(!a.Longer.Back(), "/longer", "期限应当向后计算")
	if h := a.Hearing; h != nil {
		c.value(h.Hosts >= 0 && h.Listeners >= 0 && h.Clerks >= 0, "/hearing", "人数不能是负数")
	}
	c.value(a.Applicants == 0 || a.Delegates == nil || *a.Delegates <= a.Applicants, "/delegates", "代表人多于申请人")
}

func (c *checker) attached(list []Attachment) {
	for i, a := range list {
		at := fazhi.At("attached", i)
		c.value(a.Ref.Kind == normdoc && a.Ref.ID != "", at.At("ref"), "应当以文号指明规范性文件")
		for _, answer := range []Answer{a.Regulation, a.Relied, a.Competent, a.ByOrgan} {
			c.value(answer >= Unknown && answer <= Yes, at, "应当是 是、否、未知 之一")
		}
		choice(c, at.At("maker"), a.Maker, named(Makers(), func(i MakerInfo) Maker { return i.Maker }))
	}
}

// normdoc is the kind of normative documents, as package normdoc has it.
const normdoc fazhi.Kind = "normdoc"

// days wants each day not before the one that it follows.
func (c *checker) days(a *Application) {
	order := []struct {
		at            fazhi.Path
		first, second fazhi.Date
		message       string
	}{
		{"/accepted", a.Received, a.Accepted, "受理早于收到申请"},
		{"/submitted", a.Submitted, a.Received, "提交晚于收到"},
		{"/acted", a.Acted, a.Received, "行政行为晚于收到申请"},
		{"/knew", a.Acted, a.Knew, "知道早于作出行政行为"},
		{"/knew", a.Knew, a.Received, "知道晚于收到申请"},
		{"/knewRights", a.KnewRights, a.Received, "知道权利晚于收到申请"},
		{"/dutyDue", a.DutyAsked, a.DutyDue, "履行期限届满早于提出履职申请"},
	}
	if f := a.Forwarded; f != nil {
		c.before("/forwarded", f.Received, f.Sent, "转送早于收到")
	}
	for _, o := range order {
		c.before(o.at, o.first, o.second, o.message)
	}
	for i, p := range a.Obstacles {
		c.before(fazhi.At("obstacles", i), p.From, p.To, "止日早于起日")
		c.value(!p.From.IsZero(), fazhi.At("obstacles", i, "from"), "没有起日")
	}
}

func (c *checker) before(at fazhi.Path, first, second fazhi.Date, message string) {
	if !first.IsZero() && !second.IsZero() && second.Before(first) {
		c.issues = append(c.issues, fazhi.Issue{Code: CodeDays, Path: at, Message: message})
	}
}
