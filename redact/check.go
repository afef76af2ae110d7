package redact

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
)

// Check looks again at a document that is to be published, with other and wider patterns than masking: an Error is a listed
// name, an identity number, a secrecy mark or a file that should not be there; a Warning what a person has to decide; a
// Notice an image, whose picture nobody but a person can judge. No issue repeats a value. The error wraps
// gongwen.ErrBlock.
func (r *Redactor) Check(d *gongwen.Document) (fazhi.Issues, error) {
	c := checking{r: r}
	_, err := walk(d, visitor{
		func(at fazhi.Path, label, text string) []cut { c.text(at, label, text); return nil },
		func(at fazhi.Path, data []byte) ([]byte, error) {
			c.report(CodeImage, fazhi.Notice, at, "图片的内容应当由人核对")
			return data, nil
		},
	})
	if err != nil {
		return nil, err
	}
	if d.Head.Secrecy != "" {
		c.report(CodeSecret, fazhi.Error, "/head/secrecy", "文件有密级")
	}
	for i := range d.Files {
		c.report(CodeFile, fazhi.Error, fazhi.At("files", i), "文件随附其他文件")
	}
	if d.Props.Disclosure == "" || d.Props.Disclosure == "不予公开" {
		c.report(CodeDisclosure, fazhi.Warning, "/props/disclosure", "没有标明公开属性")
	}
	return c.issues, nil
}

// mostIssues is the largest number of issues of CheckText, but for those of a kind that is not yet among them.
const mostIssues = 1000

// CheckText looks again at a text, as Check does. Origin says the line: "第3行". After 1,000 issues only the first of a code and
// severity is still listed, and the last issue says how many more there are.
func (r *Redactor) CheckText(s string) fazhi.Issues {
	c := checking{r: r, most: mostIssues}
	number := 0
	for line := range strings.Lines(s) {
		number++
		c.origin = fazhi.Origin{Cell: fmt.Sprintf("第%d行", number)}
		c.text("", "", line)
	}
	if c.more > 0 {
		last := c.gravest
		last.Message = fmt.Sprintf("另有 %d 处问题，未一一列出", c.more)
		c.issues = append(c.issues, last)
	}
	return c.issues
}

type checking struct {
	r       *Redactor
	origin  fazhi.Origin
	issues  fazhi.Issues
	most    int         // issues that are listed; 0: all
	more    int         // issues that are not
	gravest fazhi.Issue // the first of the gravest of them
}

func (c *checking) report(code fazhi.Code, severity fazhi.Severity, at fazhi.Path, message string) {
	issue := fazhi.Issue{Code: code, Severity: severity, Path: at, Origin: c.origin, Message: message}
	if c.most == 0 || len(c.issues) < c.most || !c.lists(code, severity) {
		c.issues = append(c.issues, issue)
		return
	}
	if c.more++; c.more == 1 || severity < c.gravest.Severity {
		c.gravest = issue
	}
}

// lists reports whether there is an issue of a code and severity.
func (c *checking) lists(code fazhi.Code, severity fazhi.Severity) bool {
	return slices.ContainsFunc(c.issues, func(i fazhi.Issue) bool { return i.Code == code && i.Severity == severity })
}

// A checkPattern is something that should not stand in a public copy. Texts are folded.
type checkPattern struct {
	code    fazhi.Code
	message string
	find    *regexp.Regexp
	sound   func(string) bool // says that a match is nothing to worry about; nil: none is
}

// personWords are those of the plain words that name nobody but people. A surname after them is worth a look, whatever follows.
const personWords = "证人|见证人|目击者|目击证人|知情人|案外人|被询问人|被调查人|投诉人|举报人|受害人|被害人|死者|伤者|驾驶人|驾驶员"

// checkPatterns are wider than what masking looks for.
func checkPatterns() []checkPattern {
	re := regexp.MustCompile
	return []checkPattern{
		{CodeNumber, "有一长串数字，可能是证件、电话或者银行账号", re(`[0-9A-Za-z]*[0-9]{11,}[0-9A-Za-z]*`), publicCode},
		{CodeNumber, "可能是电话号码", re(`(?:^|[^0-9A-Za-z])1[ -]{0,3}[3-9](?:[^0-9A-Za-z\p{Han}\n;。、]{0,3}[0-9]){9}(?:[^0-9A-Za-z]|$)`), nil},
		{CodeNumber, "有一长串汉字数字，可能是证件或者电话", re(`[` + spelledDigits + `](?:[ ./_,-]{0,2}[` + spelledDigits + `]){7,}`), nil},
		{CodeNumber, "证件、电话、账号之后有号码", re(`(?:身份证|公民身份|电话|手机|传真|账号|帐号|卡号|护照|通行证|车牌)[^0-9×,;。、\n]{0,8}[0-9]{6,}`), publicCode},
		{CodeNumber, "有一长串分组的数字，可能是证件或者银行账号", re(`(?:^|[^0-9A-Za-z-])[0-9](?:[ ./_,-]?[0-9]){14,}[Xx]?`), grouped},
		{CodeNumber, "可能是固定电话号码", re(`(?:^|[^0-9A-Za-z-])\(?0[1-9][0-9]{1,2}\)?[ ./_,-]{0,3}[2-8](?:[ ./_,-]?[0-9]){6,7}(?:[^0-9A-Za-z]|$)`), nil},
		{CodeNumber, "可能是不动产权证书编号", re(`(?:不动产|房产证|房权证|土地证|使用证)[^0-9×,;。\n]{0,8}[0-9]{4,}`), nil},
		{CodeNumber, "可能是护照、通行证号码", re(`(?:^|[^0-9A-Za-z-])[A-Za-z]{1,2}[0-9]{7,10}(?:[^0-9A-Za-z-]|$)`), nil},
		{CodeNumber, "可能是车牌号码", re(`[` + plateProvinces + `] ?[A-Za-z][·•. -]{0,2}(?:[0-9A-Za-z] ?){4,6}`), noPlate},
		{CodeContact, "可能是电子邮箱、微信号或者QQ号", re(`[0-9A-Za-z]@|(?:微信|QQ|qq|支付宝|抖音|钉钉)[^0-9A-Za-z×,;。\n]{0,4}[0-9A-Za-z_-]{5,}`), nil},
		{CodeName, "可能是姓名", re(`(?:人|方|者|员|姓名|原告|被告)(?:\([^()\n]{0,12}\))? {0,4}: {0,4}\p{Han} {0,4}\p{Han}{1,3}(?:[^\p{Han}]|$)`), noName},
		{CodeName, "可能是姓名", re(`(?:` + plainWords + `)\p{Han}{2,4}(?:[^\p{Han}]|$)`), noPerson},
		{CodeName, "可能是姓名", re(`(?:` + personWords + `)(?:[` + singles + `]|` + strings.Join(strings.Fields(compounds), "|") + `)\p{Han}`), noWitness},
		{CodeAddress, "可能是住址", re(`[路街巷弄村园苑城厦寓庄里]\p{Han}{0,6} ?[0-9]{1,5}(?:[-之][0-9]+)? ?(?:号|栋|幢|室|单元|楼|座)`), nil},
		{CodeAddress, "可能是住址", re(`(?:住址|住所地?|地址|户籍地?|现住):? {0,4}[^×,;。\n]{6,40}(?:路|街|巷|村|社区|小区|号|室|栋|幢)`), nil},
	}
}

// text looks at one text.
func (c *checking) text(at fazhi.Path, label, text string) {
	p := newPage(label, text)
	if secrecyMark(p.text) {
		c.report(CodeSecret, fazhi.Error, at, "文字中有密级标志")
	}
	c.listed(at, p)
	type finding struct {
		message  string
		severity fazhi.Severity
		start    int
	}
	seen := map[finding]bool{} // what several patterns find at one place is one issue
	for _, pattern := range c.r.wider {
		for _, m := range pattern.find.FindAllStringIndex(p.text, -1) {
			start, end := p.at(m[0]), p.at(m[1])
			match := p.text[m[0]:m[1]]
			if end <= p.from || pattern.sound != nil && pattern.sound(match) || c.stays(p, start, end) {
				continue
			}
			severity := fazhi.Warning
			if identity(match) {
				severity = fazhi.Error
			}
			if what := (finding{pattern.message, severity, start}); !seen[what] {
				seen[what] = true
				c.report(pattern.code, severity, at, pattern.message)
			}
		}
	}
}

// listed reports names and texts of the options that are still there, whatever stands between their characters.
func (c *checking) listed(at fazhi.Path, p *page) {
	if c.r.names.trie.next == nil && c.r.others.next == nil {
		return
	}
	bare := newPage("", strings.Map(func(r rune) rune {
		if blank(r) || strings.ContainsRune("-_.*/|", r) {
			return -1
		}
		return r
	}, string(p.folded[p.from:])))
	found := func(start, end, _ int) {
		if !c.r.kept(bare, start, end) && (bare.rune(start-1) != '某' || !ordinal(bare.rune(start))) {
			c.report(CodeName, fazhi.Error, at, "名单上的姓名或者文字还在")
		}
	}
	c.r.names.trie.find(bare, found)
	c.r.others.find(bare, found)
}

// stays reports whether a match touches a text that stays.
func (c *checking) stays(p *page, start, end int) bool {
	for i := start; i < end; i++ {
		if stop, _ := c.r.keep.at(p, i); stop > i {
			return true
		}
	}
	return c.r.kept(p, start, end)
}

// publicCode reports a social credit code, and numbers that end with one.
func publicCode(match string) bool {
	return len(match) == 18 && !identity(match) && creditCode(match)
}

// grouped reports digits without a group, which another pattern sees.
func grouped(match string) bool { return !strings.ContainsAny(strings.TrimSpace(match), " ./_,-") }

// noPlate reports less than two digits: a plate has more, and words in capitals have none.
func noPlate(match string) bool {
	digits := 0
	for _, r := range match {
		if digit(r) {
			digits++
		}
	}
	return digits < 2
}

// noPerson is noName for a name without a colon before it.
func noPerson(match string) bool {
	for w := range strings.SplitSeq(plainWords, "|") {
		if name, ok := strings.CutPrefix(match, w); ok && !noName(":"+name) && !strings.Contains(everyday, " "+string([]rune(name)[:2])+" ") {
			return false
		}
	}
	return true
}

// noWitness is noPerson for a surname and one character more, of which the surname may be a word: 证人和.
func noWitness(match string) bool {
	runes := []rune(match)
	return strings.ContainsRune("和向应保连初明时", runes[len(runes)-2]) || noPerson(match)
}

// noName reports a match that names an office, or a person who is masked already.
func noName(match string) bool {
	_, name, _ := strings.Cut(match, ":")
	runes := []rune(squeeze(name))
	for len(runes) > 0 && !han(runes[len(runes)-1]) {
		runes = runes[:len(runes)-1]
	}
	if len(runes) < 2 || strings.ContainsRune(string(runes), '某') {
		return true
	}
	office := strings.ContainsRune("局厅所部委会院府厂店社队站处科司办校行馆村镇乡街区县市省党团组", runes[len(runes)-1])
	known := strings.ContainsRune(singles, runes[0]) || compound(string(runes[:2]))
	return office && len(runes) > 2 || !known
}
