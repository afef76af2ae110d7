package redact

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Expressions that find addresses. Texts are folded.
const (
	digitsOfDoor = `[0-9]{1,5}(?:[-之][0-9]{1,4})?`
	doors        = `(?:号楼|号院|号(?:之[0-9一二三四五六七八九十]{1,3})?|弄|栋|幢|座)`
	streets      = `(?:大道|路|街|巷|弄|胡同|村|屯|社区|小区|新村|花园|苑|公寓|广场|大厦|家园|城|里)`
	street       = `(?:大道|路|街|巷|弄|胡同)`
	rest         = `(?:\p{Han}{0,6}?(?:[0-9]{1,5}|[A-Z])(?:号楼|号|弄|栋|幢|座|单元|楼|层|室|房)|[0-9]{1,4}(?:-[0-9]{1,5}){1,2})*(?:[0-9]{3,4})?`
)

// A finder of addresses.
type addresses struct {
	door, group, labelled, lives, settled *regexp.Regexp
}

func newAddresses() addresses {
	const label = `(?:家庭住址|户籍地址|户籍所在地|户籍地|户籍|现住址|现住|经常居住地|住址|住所地|住所|居住地|通讯地址|联系地址|送达地址|邮寄地址|家庭地址|地址)`
	return addresses{
		door:     regexp.MustCompile(`(` + streets + `)(?:[东西南北中]{1,2}(?:路|街|段|区)?)?` + digitsOfDoor + doors + rest),
		group:    regexp.MustCompile(`(` + street + `)[一二三四五六七八九十百]{1,4}号` + rest + `|(村|屯|寨)(?:第)?[0-9一二三四五六七八九十]{1,3}组` + rest),
		labelled: regexp.MustCompile(label + ` {0,4}: {0,4}([^ ,。;、\n()](?: ?[^ ,。;、\n()])*)`),
		lives:    regexp.MustCompile(`(?:^|[,;。:\s])(?:现|家|暂)?住(?:址|所|所地)?(?:在|于)? ?(\p{Han}{2,5}[省市区县旗](?: ?[^ ,。;、\n()])+)`),
		settled:  regexp.MustCompile(`(?:户籍所在地|户籍地)(?:为|是|位于|在)? ?(\p{Han}{2,5}[省市区县旗](?: ?[^ ,。;、\n()])+)`),
	}
}

// find finds addresses and masks them below the county.
func (a addresses) find(p *page, each func(hit)) {
	if p.contains("号", "弄", "栋", "幢", "座", "组") {
		a.byDoor(p, each)
	}
	if p.contains("住", "址", "籍") {
		a.byLabel(p, each)
	}
}

// byDoor finds streets with the number of a door.
func (a addresses) byDoor(p *page, each func(hit)) {
	for _, re := range []*regexp.Regexp{a.door, a.group} {
		for _, m := range re.FindAllStringSubmatchIndex(p.text, -1) {
			end := p.beforeYear(p.at(m[1]))
			if strings.ContainsRune("线标文令公通工库矿井车地款项条", p.rune(end)) && p.rune(end) != 0 {
				continue
			}
			each(hit{start: p.addressStart(p.at(max(m[2], m[len(m)-2]))), end: end, kind: Address, mask: covered})
		}
	}
}

// beforeYear returns the end of an address that does not run into the year of a date.
func (p *page) beforeYear(end int) int {
	if p.rune(end) == '年' && end >= 4 && digit(p.rune(end-4)) {
		return end - 4
	}
	return end
}

// byLabel finds what stands after a word like 住址.
func (a addresses) byLabel(p *page, each func(hit)) {
	for _, re := range []*regexp.Regexp{a.labelled, a.lives, a.settled} {
		for _, m := range re.FindAllStringSubmatchIndex(p.text, -1) {
			value := p.text[m[2]:m[3]]
			if strings.ContainsRune("房宿院宅户校民在地本当该各所", firstRune(value)) || slices.Contains([]string{"无", "略", "不详", "同上"}, value) {
				continue
			}
			if kept := county(value); kept < len(value) {
				each(hit{start: p.at(m[2] + kept), end: p.at(m[3]), kind: Address, mask: covered})
			}
		}
	}
}

func firstRune(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }

// county returns the length in bytes of the beginning of an address that names province, city and county.
func county(s string) int {
	kept, since := 0, 0
	for i, r := range s {
		since++
		if since > 8 || !han(r) {
			break
		}
		if end := i + utf8.RuneLen(r); division(s[:i], r) {
			kept, since = end, 0
		}
	}
	return kept
}

// division reports whether a character ends the name of a division down to the county, and not 小区, 社区, 城市 and so on.
func division(before string, r rune) bool {
	if !strings.ContainsRune("省市区县旗盟", r) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	if r == '市' {
		return !strings.ContainsRune("城都超门上股", last)
	}
	return !strings.ContainsRune("小社园校街片库厂老商地", last)
}

// joins reports whether 和 at a place joins two things, and is no part of a name after a street, town or village: 丁街道和平村.
func (p *page) joins(i int) bool {
	return p.rune(i-1) == 0 || !strings.ContainsRune("街道镇乡路村里巷", p.rune(i-1))
}

// mostStreet is the largest length of what stands before a street in its address below the county.
const mostStreet = 20

// addressStart returns where the address of a street begins: after the county, or after a word that no name of a street
// holds, at most mostStreet characters before; else a few characters before.
func (p *page) addressStart(street int) int {
	least := max(street-mostStreet, p.from, 0)
	for i := street - 1; i >= least; i-- {
		r := p.folded[i]
		switch {
		case !han(r) && !alnum(r):
			return i + 1
		case strings.ContainsRune("在住于至到往从位址为是由向经", r) && i < street-1:
			return i + 1
		case strings.ContainsRune("和与及", r) && i < street-1 && p.joins(i):
			return i + 1
		case i < street-1 && division(string(p.folded[max(i-1, 0):i]), r):
			return i + 1
		}
	}
	return max(street-4, least)
}
