package content

import (
	"cmp"
	"context"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/statute"
)

// An Organ is a word in which the names of organs end that may not issue normative documents in their own name.
type Organ struct {
	Word    string
	Except  []string // longer words that may: 人民政府办公室
	Message string
}

const (
	inner     = "部门内设机构不得以自己的名义制发规范性文件"
	temporary = "临时机构、议事协调机构不得以自己的名义制发规范性文件"
)

// InnerOrgans returns the words for 内设机构 (国办发〔2018〕37号) and for 临时机构, 议事协调机构, which local rules name.
func InnerOrgans() []Organ {
	return []Organ{
		{"办公室", []string{"人民政府办公室", "政府办公室"}, inner},
		{"科", nil, inner},
		{"股", nil, inner},
		{"处", []string{"办事处", "管理处"}, inner},
		{"大队", nil, inner},
		{"中队", nil, inner},
		{"领导小组", nil, temporary},
		{"协调小组", nil, temporary},
		{"工作小组", nil, temporary},
		{"指挥部", nil, temporary},
		{"联席会议", nil, temporary},
		{"专班", nil, temporary},
		{"工作组", nil, temporary},
		{"议事协调机构", nil, temporary},
	}
}

func organChecks(p Profile) []fazhi.Check {
	organs := p.InnerOrgans
	if organs == nil {
		organs = InnerOrgans()
	}
	return []fazhi.Check{{
		Code: "normdoc/text/issuer", Kind: Kind, Basis: notice37 + "、" + p.rule(), Severity: fazhi.Warning, From: fazhi.DateOf(2018, 5, 16),
		Doc: "不得以部门内设机构、临时机构、议事协调机构的名义制发",
		Run: fazhi.For(func(_ context.Context, p *fazhi.Pass, d *Draft) error {
			for _, signed := range d.parts[statute.Signature] {
				if m := organFault(organs, signed.text); m != "" {
					p.Report(signed.path, m)
				}
			}
			if issuer, _, ok := strings.Cut(d.title(), "关于"); ok {
				if m := organFault(organs, issuer); m != "" {
					p.Report(d.titlePath(), m)
				}
			}
			return nil
		}),
	}}
}

// organFault says why an organ may not issue; empty when it may. Of several organs in one line each is looked at.
func organFault(organs []Organ, names string) string {
	for name := range strings.FieldsFuncSeq(names, func(r rune) bool { return r == ' ' || r == '\u3000' || r == '、' || r == '\t' }) {
		for _, o := range organs {
			if strings.HasSuffix(name, o.Word) && !endsInAny(name, o.Except) {
				return cmp.Or(o.Message, inner)
			}
		}
	}
	return ""
}

func endsInAny(name string, words []string) bool {
	for _, w := range words {
		if strings.HasSuffix(name, w) {
			return true
		}
	}
	return false
}
