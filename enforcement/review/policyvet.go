package review

import (
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// Codes of what is wrong with a policy.
const (
	BadPolicyText   fazhi.Code = "enforcement/review/policy/text"    // no name, version or basis
	BadPolicyLimit  fazhi.Code = "enforcement/review/policy/limit"   // limits of scores that cannot be, or are out of order
	BadPolicyChoice fazhi.Code = "enforcement/review/policy/choice"  // none of the choices
	BadPolicySample fazhi.Code = "enforcement/review/policy/sample"  // how many files are drawn is not said, or twice
	BadPolicySpan   fazhi.Code = "enforcement/review/policy/span"    // a limit of time that runs backwards
	MoreSettings    fazhi.Code = "enforcement/review/policy/more"    // more rows that are no settings than are named
	PolicySetting   fazhi.Code = "enforcement/review/policy/setting" // a setting is unknown, missing, double, or cannot be read
)

// hundred is the greatest difference that two scores of a ledger can have.
var hundred = rubric.Whole(100)

// Vet says everything that is wrong with a policy. Paths are those of its JSON.
func (p *Policy) Vet() fazhi.Issues {
	var issues fazhi.Issues
	report := func(wrong bool, code fazhi.Code, key, message string) {
		if wrong {
			issues = append(issues, fazhi.Issue{Code: code, Path: fazhi.At(key), Message: message})
		}
	}
	report(p.Name == "", BadPolicyText, "name", "没有规则名称")
	report(p.Version == "", BadPolicyText, "version", "没有版本")
	report(p.Basis == "", BadPolicyText, "basis", "没有依据；没有上级规定的，写明是本单位规定")
	report(p.Mean < 0 || p.Mean > hundred, BadPolicyLimit, "mean", "均值限度应当在0至100分之间")
	report(p.Talk <= 0 || p.Talk > hundred, BadPolicyLimit, "talk", "合议限度应当大于0分，不超过100分")
	report(p.Talk < p.Mean, BadPolicyLimit, "talk", "合议限度不得小于均值限度；不作合议的，与均值限度相同")
	for _, s := range settings() {
		report(len(s.choices) > 0 && !slices.Contains(s.choices, s.get(p)), BadPolicyChoice, s.key, "“"+s.name+"”没有这种取值")
	}
	for i, name := range p.Strata {
		report(!slices.Contains(StrataNames(), name), BadPolicyChoice, "strata", "没有这种分层")
		report(slices.Index(p.Strata, name) < i, BadPolicyChoice, "strata", "分层重复")
	}
	report(p.Size < 0 || p.Percent < 0 || p.Percent > 100, BadPolicySample, "size", "抽取件数不得小于0，抽取比例应当在0至100之间")
	report(p.Size > 0 && p.Percent > 0, BadPolicySample, "size", "抽取件数和抽取比例只能定一个")
	report(p.Size == 0 && p.Percent == 0, BadPolicySample, "size", "抽取件数和抽取比例都没有定")
	report(p.Minimum < 0, BadPolicySample, "minimum", "每单位最少件数不得小于0")
	report(p.PerStratum < 0, BadPolicySample, "perStratum", "每层最少件数不得小于0")
	report(p.Objection.Back(), BadPolicySpan, "objection", "期限不得倒算")
	report(p.Rectification.Back(), BadPolicySpan, "rectification", "期限不得倒算")
	return issues
}
