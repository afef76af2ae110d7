package review

import (
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
)

// A Material is something that is submitted together with a contract (送审材料). An attachment is this material if it is of one of
// the Sorts, or if its name holds one of the Words.
type Material struct {
	Name  string                        // "主体资格证明"
	Sorts []string                      // kinds of attachments (附件种类)
	Words []string                      // in the name of the file
	When  func(*contract.Contract) bool // which contracts need it; nil: all
	Basis string                        // article; the local rule if empty
}

// CommonMaterials returns what offices commonly ask for: local rules name the draft, proof of capacity and qualification, and the
// approvals, and each has its own list beyond that. It is a start for a bureau's own list.
func CommonMaterials() []Material {
	return []Material{
		{Name: "合同草拟稿", Sorts: []string{"合同草拟稿"}},
		{Name: "主体资格、资质证明", Sorts: []string{"主体资格证明"}, Words: []string{"营业执照", "资质证书"}},
		{Name: "批准手续", Sorts: []string{"批准手续"}, When: needsApproval},
		{Name: "中标、成交通知书", Words: []string{"中标通知书", "成交通知书"}, When: isAwarded, Basis: "政府采购法第四十六条、招标投标法第四十五条"},
		{Name: "授权委托书", Words: []string{"授权委托书"}, When: byAgent, Basis: "民法典第一百六十五条"},
	}
}

// ChangeMaterials returns what offices commonly ask for with an agreement that changes a contract.
func ChangeMaterials() []Material {
	return []Material{
		{Name: "变更、补充协议草拟稿", Sorts: []string{"补充协议"}},
		{Name: "原合同签订文本", Sorts: []string{"签订文本"}},
		{Name: "批准手续", Sorts: []string{"批准手续"}, When: needsApproval},
	}
}

// needsApproval are the contracts over what belongs to the state or is paid from a budget, and those that may be major.
func needsApproval(c *contract.Contract) bool {
	approved := []string{"特许经营", "国有土地使用权", "国有资产", "自然资源", "征收补偿", "收购储备", "招商引资"}
	isMajor := c.Major != nil && *c.Major
	return isMajor || slices.Contains(approved, c.Sort) || c.Works != nil && *c.Works
}

func isAwarded(c *contract.Contract) bool { return awarded(c) && !c.Awarded.IsZero() }

// byAgent reports whether somebody other than the representative signs for a party that is an organization.
func byAgent(c *contract.Contract) bool {
	return slices.ContainsFunc(c.Parties, func(p contract.Party) bool {
		return p.Signatory != "" && p.Representative != "" && p.Signatory != p.Representative
	})
}

// Needed returns the materials that the contract needs.
func (m *Matter) Needed() []Material {
	return slices.DeleteFunc(slices.Clone(m.Materials), func(x Material) bool { return x.When != nil && !x.When(m.Contract) })
}

// Missing returns the materials that the contract needs and has no attachment for.
func (m *Matter) Missing() []Material {
	return slices.DeleteFunc(m.Needed(), func(x Material) bool { return slices.ContainsFunc(m.Contract.Attachments, x.is) })
}

// is reports whether an attachment is the material.
func (x Material) is(a contract.Attachment) bool {
	return slices.Contains(x.Sorts, a.Sort) ||
		slices.ContainsFunc(x.Words, func(w string) bool { return strings.Contains(a.Name, w) })
}

const missingPrefix = "送审材料中没有"

// Incomplete returns an issue for each material that is missing.
func (m *Matter) Incomplete() fazhi.Issues {
	var issues fazhi.Issues
	for _, x := range m.Missing() {
		issues = append(issues, fazhi.Issue{
			Code: CodeMaterial, Severity: fazhi.Warning, Path: "/attachments", Message: missingPrefix + x.Name, Basis: m.basisOf(x),
		})
	}
	return issues
}

func (m *Matter) basisOf(x Material) string {
	if x.Basis != "" {
		return x.Basis
	}
	return m.rule()
}
