package activity

import (
	"strings"

	"github.com/fazhi-go/fazhi"
)

// personalWords lists what columns of personal data are called.
func personalWords() []string {
	return []string{"姓名", "身份证", "身份号码", "证件号", "电话", "手机", "联系方式", "住址", "家庭地址", "出生", "银行卡", "银行账号", "病史", "病情", "宗教", "指纹"}
}

// doubt notes a column that by its name holds personal data and does not say whether it does.
func (p *parser) doubt(m *mapping, c *column) {
	if m.values["个人信息"] != nil {
		return
	}
	for _, word := range personalWords() {
		if strings.Contains(c.Name, word) {
			p.doubts = append(p.doubts, fazhi.Issue{Code: UnclassedColumn, Severity: fazhi.Warning, Origin: p.origin(m.at("列名")),
				Message: "“" + c.Name + "”列看起来是个人信息，没有写明；不是非记不可的不要设列，非记不可的写 个人信息: 一般 或者 敏感，不是个人信息的写 个人信息: 无"})
			return
		}
	}
}
