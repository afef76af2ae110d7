package review

import (
	"maps"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/gongwen/form"
)

// SheetValues returns what is known for the fields of ReviewSheet: the proposal as a proposal, the decision as the reviewer's.
func (m *Matter) SheetValues(r *Review) form.Values {
	c, p := m.Contract, m.Propose(r)
	v := facts(c)
	var missing []string
	for _, x := range m.Missing() {
		missing = append(missing, x.Name)
	}
	maps.Copy(v, form.Values{
		"送审日期": c.Submitted, "受理日期": c.Received, "送审材料": sorts(c.Attachments), "缺少材料": missing,
		"主要问题": enumerate(only(m.found(r), isGrave)), "建议意见": proposed(p), "审查结论": string(r.Decision.Opinion),
	})
	if n := len(p.Open); n > 0 {
		v["待核实"] = strconv.Itoa(n) + "项"
	}
	return v
}

// proposed writes a proposal.
func proposed(p Proposal) string {
	if p.Opinion == "" {
		return p.Why
	}
	return string(p.Opinion) + "：" + p.Why
}

// mostListed is how many problems stand on the one page; the opinion has all.
const mostListed = 3

// enumerate writes problems as one text: 1.…；2.….
func enumerate(issues fazhi.Issues) string {
	var out []string
	for n, i := range issues[:min(mostListed, len(issues))] {
		out = append(out, strconv.Itoa(n+1)+"."+sentence(i.Message))
	}
	text := strings.Join(out, "；")
	if n := len(issues); n > mostListed {
		text += "；等" + strconv.Itoa(n) + "项"
	}
	return text
}

// FilingValues returns what is known for the fields of FilingSheet.
func FilingValues(c *contract.Contract) form.Values {
	v := facts(c)
	maps.Copy(v, form.Values{
		"订立方式": way(c), "意见编号": c.OpinionNumber, "审查意见": c.Opinion, "意见采纳": c.Adopted, "签订日期": c.Signed,
		"备案日期": c.Filed, "备案号": c.FilingNumber, "备案材料": sorts(c.Attachments),
	})
	return v
}

// ReceiptValues returns what is known for the fields of FilingReceipt.
func ReceiptValues(c *contract.Contract) form.Values {
	return form.Values{
		fieldSender: c.Department, fieldContract: titled(c.Name), fieldSerial: c.Serial, "签订日期": c.Signed, "备案日期": c.Filed,
		"备案号": c.FilingNumber, "备案材料": attached(c.Attachments),
	}
}

// facts returns the fields that both forms on one page begin with.
func facts(c *contract.Contract) form.Values {
	v := form.Values{
		fieldContract: oneLine(c.Name), fieldSerial: c.Serial, "合同类型": c.Sort, "承办单位": c.Department, "合同相对方": c.Counterparty,
		"履行期限": term(c.Begins, c.Expires),
	}
	money(v, "合同金额", c.Amount)
	return v
}
