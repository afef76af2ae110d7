package mediation

import (
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
)

// followChecks are those of what comes after an agreement, and of what statistics ask for besides.
func followChecks(p Profile) []fazhi.Check {
	return []fazhi.Check{
		{
			Code: "mediation/performance/agreement", Kind: Kind, Basis: "人民调解法第三十一条", From: lawFrom(),
			Doc: "有调解协议的，才有履行情况",
			Run: on(performedWithout),
		},
		{
			Code: "mediation/confirmation/agreement", Kind: Kind, Basis: "人民调解法第三十三条", From: lawFrom(),
			Doc: "达成调解协议的，才能申请司法确认；申请被驳回、撤回之后没有调解成功的除外",
			Run: on(confirmedWithout),
		},
		{
			Code: "mediation/averted", Kind: Kind, Basis: p.LedgerRule(),
			Doc: "填写防止激化人数的，填写防止了什么",
			Run: on(avertedWhat),
		},
		{
			Code: "mediation/same", Kind: Kind, Basis: p.LedgerRule(),
			Doc: "并入编号是另一件的编号",
			Run: on(sameAsItself),
		},
		{
			Code: "mediation/county", Kind: Kind, Basis: p.LedgerRule(),
			Doc: "行政区划代码是县级代码，六位数字",
			Run: on(countyCode),
		},
	}
}

func performedWithout(p *fazhi.Pass, c *Case) {
	if c.Performed != "" && c.Result != "成功" && !c.undone() {
		p.Report("/performed", "没有调解协议，却填写了履行情况")
	}
}

func confirmedWithout(p *fazhi.Pass, c *Case) {
	if c.Confirmation != "" && c.Confirmation != "未申请" && c.Result != "成功" && !c.undone() {
		p.Report("/confirmation", "没有调解协议，却填写了司法确认")
	}
}

func avertedWhat(p *fazhi.Pass, c *Case) {
	if c.AvertedPeople > 0 && c.Averted == "" {
		p.Report("/averted", "填写了防止激化人数，没有填写防止了什么")
	}
}

func sameAsItself(p *fazhi.Pass, c *Case) {
	if c.Same != "" && c.Same == c.Serial {
		p.Report("/same", "并入的是本件自己")
	}
}

func countyCode(p *fazhi.Pass, c *Case) {
	if c.County != "" && (len(c.County) != 6 || strings.Trim(c.County, "0123456789") != "") {
		p.Report("/county", "不是六位数字的代码")
	}
}

// localChecks are those of what the profile lists. Whatever has no list is not judged.
func localChecks(p Profile) []fazhi.Check {
	return []fazhi.Check{
		{
			Code: "mediation/detail", Kind: Kind, Basis: p.LedgerRule(),
			Doc: "类型细目属于本地在纠纷类型之下所分的细目",
			Run: on(func(pass *fazhi.Pass, c *Case) { detail(pass, c, p.Extensions) }),
		},
		{
			Code: "mediation/risk", Kind: Kind, Basis: p.LedgerRule(),
			Doc: "风险等级是本地所用的等级",
			Run: on(func(pass *fazhi.Pass, c *Case) { listed(pass, "/risk", c.Risk, p.Risks) }),
		},
		{
			Code: "mediation/source", Kind: Kind, Basis: p.LedgerRule(),
			Doc: "纠纷来源是本地所用的来源",
			Run: on(func(pass *fazhi.Pass, c *Case) { listed(pass, "/source", c.Source, p.Sources) }),
		},
	}
}

func detail(p *fazhi.Pass, c *Case, extensions []Extension) {
	switch {
	case c.Detail == "":
	case c.Sort == "":
		p.Report("/sort", "填写了类型细目，没有填写纠纷类型")
	case len(extensions) > 0 && !slices.ContainsFunc(extensions, func(x Extension) bool {
		return x.Sort == c.Sort && slices.Contains(x.Details, c.Detail)
	}):
		p.Report("/detail", "本地在这一纠纷类型之下没有这个细目")
	}
}

func listed(p *fazhi.Pass, path fazhi.Path, value string, list []string) {
	if value != "" && list != nil && !slices.Contains(list, value) {
		p.Report(path, "不是本地所用的值")
	}
}
