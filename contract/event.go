package contract

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

// The names of the sheets of what happened, and of what was attached.
const (
	ChangeSheet     = "变更补充"
	DisputeSheet    = "争议"
	AttachmentSheet = "附件"
)

// A Change is an agreement that alters, adds to or ends a contract (变更、补充、解除协议); it is reviewed like the contract.
type Change struct {
	table.Row  `json:"-"`
	Contract   string      `json:"-" table:"合同编号,required"`
	No         int         `json:"no" table:"序次,required"`
	Sort       string      `json:"sort" table:"种类,required,choices=变更|补充|解除|续期|转让"`
	Reason     string      `json:"reason,omitempty" table:"理由"`
	Clauses    string      `json:"clauses,omitempty" table:"所涉条款"`
	Amount     fazhi.Money `json:"amount,omitempty" table:"增减金额" doc:"增加的为正，减少的为负；单位：元"`
	Substance  *bool       `json:"substance,omitempty" table:"实质性变更" doc:"是否改变标的、数量、质量、价款、履行期限地点方式、违约责任或者争议解决"`
	SameObject *bool       `json:"sameObject,omitempty" table:"标的相同" doc:"追加的货物、工程、服务是否与原合同标的相同"`
	Expires    fazhi.Date  `json:"expires,omitzero" table:"变更后届满日期"`
	Submitted  fazhi.Date  `json:"submitted,omitzero" table:"送审日期"`
	Reviewed   fazhi.Date  `json:"reviewed,omitzero" table:"审查日期"`
	Opinion    string      `json:"opinion,omitempty" table:"审查意见,choices=通过|修改后通过|不通过|不属审查范围"`
	Signed     fazhi.Date  `json:"signed,omitzero" table:"签订日期"`
}

// A Dispute is one about the contract (争议).
type Dispute struct {
	table.Row `json:"-"`
	Contract  string      `json:"-" table:"合同编号,required"`
	Way       string      `json:"way" table:"解决方式,required,choices=协商|调解|仲裁|民事诉讼|行政复议|行政诉讼|其他"`
	Begun     fazhi.Date  `json:"begun,omitzero" table:"发生日期"`
	Case      string      `json:"case,omitempty" table:"案号"`
	Amount    fazhi.Money `json:"amount,omitempty" table:"争议金额" doc:"单位：元"`
	Ended     fazhi.Date  `json:"ended,omitzero" table:"了结日期"`
	Result    string      `json:"result,omitempty" table:"结果,choices=我方胜诉|部分胜诉|我方败诉|和解调解|撤回|其他"`
}

// An Attachment is a file that belongs to a contract. The file itself is kept elsewhere; its digest shows whether it is still
// the same.
type Attachment struct {
	table.Row `json:"-"`
	Contract  string `json:"-" table:"合同编号,required"`
	Sort      string `json:"sort" table:"种类,required,choices=合同草拟稿|签订文本|补充协议|主体资格证明|批准手续|审查意见书|往来函件|会谈纪要|验收证明|收付款凭证|其他"`
	Name      string `json:"name" table:"文件名,required"`
	Digest    string `json:"digest,omitempty" table:"摘要值" doc:"文件的 SHA-256，64位十六进制小写"`
	Size      int64  `json:"size,omitempty" table:"字节数"`
}
