package review

import (
	"regexp"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi/internal/han"
	"github.com/fazhi-go/fazhi/internal/quote"
)

// A lawName is how issues call a law, and its title.
type lawName struct{ short, title string }

const republic = "中华人民共和国"

// lawNames are the laws that bases call by a short name. Whatever else stands before an article is taken for a title.
func lawNames() []lawName {
	list := []lawName{
		{"行政协议案件规定", "最高人民法院关于审理行政协议案件若干问题的规定"},
		{"仲裁法司法解释", "最高人民法院关于适用〈中华人民共和国仲裁法〉若干问题的解释"},
		{"合同编通则解释", "最高人民法院关于适用〈中华人民共和国民法典〉合同编通则若干问题的解释"},
	}
	for _, short := range []string{
		"民法典", "合同法", "担保法", "物权法", "预算法", "政府采购法", "政府采购法实施条例", "招标投标法", "招标投标法实施条例", "电子签名法", "仲裁法",
		"保守国家秘密法", "档案法", "档案法实施条例", "行政诉讼法", "建筑法", "土地管理法",
	} {
		list = append(list, lawName{short, republic + short})
	}
	return list
}

// noLaw are bases that are habits of this library and no documents: an opinion does not cite them.
var noLaw = []string{"合同文本规范", "政府合同台账填写说明"}

// A place in a law: its title and an article, the latter empty if the law as a whole is meant.
type article struct {
	title   string // without 《》
	plain   bool   // no title of a document: GB 32100—2015
	edition string // （2020年）
	at      string // 第六百八十三条第一款
}

var inArticle = regexp.MustCompile(`^(.*?)(（\d{4}年）)?(第[一二三四五六七八九十百零〇千\d]+条.*)$`)

// articlesOf reads a basis: 民法典第四百七十条、第五百一十条 are two articles of one law.
func articlesOf(basis string) []article {
	var list []article
	for _, part := range partsOf(basis) {
		a := article{title: part}
		if m := inArticle.FindStringSubmatch(part); m != nil {
			a = article{title: m[1], edition: m[2], at: m[3]}
		}
		if a.title == "" && len(list) > 0 {
			before := list[len(list)-1]
			a.title, a.edition, a.plain = before.title, before.edition, before.plain
		} else {
			a.named()
		}
		list = append(list, a)
	}
	return list
}

// named gives an article the title of its law.
func (a *article) named() {
	a.plain = a.title == localRule || strings.HasPrefix(a.title, "GB")
	if inner, ok := strings.CutPrefix(a.title, "《"); ok {
		title, rest, _ := strings.Cut(inner, "》")
		a.title, a.at = title, rest+a.at
	}
	for _, l := range lawNames() {
		if a.title == l.short {
			a.title = l.title
		}
	}
}

// partsOf divides a basis at the 、 that stand outside of brackets and titles.
func partsOf(basis string) []string {
	var parts []string
	from, depth := 0, 0
	for i, r := range basis {
		switch {
		case strings.ContainsRune("《（", r):
			depth++
		case strings.ContainsRune("》）", r):
			depth--
		case r == '、' && depth == 0:
			parts = append(parts, basis[from:i])
			from = i + len("、")
		}
	}
	parts = append(parts, basis[from:])
	return slices.DeleteFunc(parts, func(p string) bool { return p == "" || slices.Contains(noLaw, p) })
}

// A citer cites laws through one paper: the first time by their titles, later, if they are cited again, by the short ones that it has
// given them.
type citer struct {
	uses map[string]int // how often a title will be cited
	said map[string]bool
}

// expect notes that bases will be cited together once.
func (c *citer) expect(bases []string) {
	for _, l := range together(bases) {
		c.uses[l[0].title]++
	}
}

// cite writes bases, each law once with its articles.
func (c *citer) cite(bases []string) string {
	var out []string
	for _, l := range together(bases) {
		text := c.name(l[0])
		for i, a := range l {
			if i > 0 {
				text += "、"
			}
			text += a.at
		}
		out = append(out, text)
	}
	return strings.Join(out, "，")
}

func (c *citer) name(a article) string {
	short, isLaw := strings.CutPrefix(a.title, republic)
	switch {
	case a.plain:
		return a.title
	case !isLaw:
		return quote.Title(a.title) + a.edition
	case c.said[a.title]:
		return quote.Title(short) + a.edition
	case c.uses[a.title] > 1:
		c.said[a.title] = true
		return quote.Title(a.title) + "（以下简称" + quote.Title(short) + "）" + a.edition
	}
	return quote.Title(a.title) + a.edition
}

// together gathers the articles of bases by their laws, each once; what is part of an article that stands there as a whole is left
// out.
func together(bases []string) [][]article {
	var laws [][]article
	for _, basis := range bases {
		for _, a := range articlesOf(basis) {
			n := slices.IndexFunc(laws, func(l []article) bool { return l[0].title == a.title && l[0].edition == a.edition })
			if n < 0 {
				laws = append(laws, []article{a})
			} else if !slices.Contains(laws[n], a) {
				laws[n] = append(laws[n], a)
			}
		}
	}
	for n, l := range laws {
		laws[n] = slices.DeleteFunc(slices.Clone(l), func(a article) bool {
			return slices.ContainsFunc(l, func(b article) bool { return b.at != a.at && b.at != "" && isPart(a.at, b.at) })
		})
		slices.SortStableFunc(laws[n], func(a, b article) int { return a.number() - b.number() })
	}
	return laws
}

// number returns the number of an article, nought if it has none.
func (a article) number() int {
	number, _, _ := strings.Cut(strings.TrimPrefix(a.at, "第"), "条")
	n, _, err := han.ParseNumeral(number)
	if err != nil {
		return 0
	}
	return n
}

// isPart reports whether 第一条第二款 is part of 第一条.
func isPart(part, whole string) bool {
	rest, ok := strings.CutPrefix(part, whole)
	return ok && strings.HasSuffix(whole, "条") && strings.HasPrefix(rest, "第")
}
