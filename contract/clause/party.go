package clause

import (
	"regexp"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
)

// role is what a party is called in a contract, with what stands in brackets after it, up to the colon. roleEnd of that which ends a
// line without colon, as in a signature block.
const (
	role     = `[甲乙丙丁戊]方|\p{Han}{1,6}[方人者]|\p{Han}{0,6}(?:机构|部门|单位|主体)|\p{Han}{1,4}商`
	brackets = `(?:\s?[（(][^）)]{1,14}[）)])*`
)

var (
	named   = regexp.MustCompile(`(?:^|[\s|　])\s*(` + role + `)(` + brackets + `)\s?[：:]`)
	inCells = regexp.MustCompile(`\|\s*((?:[甲乙丙丁戊]方|\p{Han}{2}[方人]|供应商)` + brackets + `)\s*\|`) // | 甲方 | 某局 |
	stamped = regexp.MustCompile(`^[|\s　]*(?:` + role + `)` + brackets + `\s?[：:]?\s?[（(](?:盖|公|签|单位|加盖|印)?[^）)]{0,8}[章签字][^）)]{0,8}[）)]`)
	signed  = regexp.MustCompile(`^[|\s　]*(?:` + role + `)` + brackets + `(?:法定|授权|委托)?(?:代表人?|代理人)?[（(]?(?:签[字章名]|盖章)[^）)：:]{0,6}[）)]?\s?[：:](.*)`)
	closing = regexp.MustCompile(`以下无正文|本页无正文|^[（(]?签[署字章]页`)
	inside  = regexp.MustCompile(`[（(]([^）)]*)[）)]`)
	open    = regexp.MustCompile(`[\s　]{2,}|[|＿_]|　`)
)

// notParties are persons and offices that a block names beside the parties.
var notParties = []string{"法定代表人", "代表人", "负责人", "联系人", "经办人", "代理人", "委托代理人", "授权代表人", "授权人", "签字人", "收货人",
	"收款人", "开户人", "见证方", "见证人", "鉴证方", "联系方", "项目负责人", "主管部门", "开户单位", "收款单位", "见证单位", "鉴证单位", "鉴证机构"}

// partiesOf returns the parties that lines name: of every role what stands up to the next one.
func partiesOf(lines []Line, section string) []Party {
	var list []Party
	for i, l := range lines {
		text := inCells.ReplaceAllString(l.Text, " $1：")
		places := named.FindAllStringSubmatchIndex(text, -1)
		for j, at := range places {
			end := len(text)
			if j+1 < len(places) {
				end = places[j+1][0]
			}
			name := nameOf(text[at[1]:end])
			if r := text[at[2]:at[3]]; name != "" && !slices.Contains(notParties, r) {
				list = append(list, Party{rolesOf(r, text[at[4]:at[5]]), name, fazhi.At(section, i)})
			}
		}
	}
	return list
}

// nameOf returns a name without what is left open after it.
func nameOf(s string) string {
	s = strings.Trim(s, " \t　_＿|")
	if at := open.FindStringIndex(s); at != nil {
		s = s[:at[0]]
	}
	if at := inside.FindStringSubmatchIndex(s); at != nil && strings.ContainsAny(s[at[2]:at[3]], "章签") {
		s = s[:at[0]]
	}
	return strings.TrimRight(s, "。；;，, ")
}

// rolesOf returns the role and those in its brackets that are roles too: 授予方（以下简称甲方）.
func rolesOf(r, behind string) []string {
	list := []string{r}
	for _, in := range inside.FindAllStringSubmatch(behind, -1) {
		called := strings.Trim(in[1], "以下简称“”\"：: ")
		if isRole.MatchString(called) {
			list = append(list, called)
		}
	}
	return list
}

var isRole = regexp.MustCompile(`^(?:` + role + `)$`)

// signs reports whether a line begins the signature block: a party that seals, a party of the preamble by its name, or the words
// that nothing follows.
func (b *builder) signs(line string) bool {
	if strings.ContainsAny(line, "章签字正文") && (closing.MatchString(line) || stamped.MatchString(line) || signed.MatchString(line)) {
		return true
	}
	if !strings.ContainsAny(line, "：:") {
		return false
	}
	at := named.FindStringSubmatchIndex(line)
	if at == nil || at[0] != 0 {
		return false
	}
	first, ok := b.called[line[at[2]:at[3]]]
	name := nameOf(line[at[1]:])
	return ok && (name == "" || alike(name, first))
}

// firstNames returns the first name that the parties have in each role.
func firstNames(parties []Party) map[string]string {
	first := map[string]string{}
	for _, p := range parties {
		for _, r := range p.Roles {
			if _, ok := first[r]; !ok {
				first[r] = p.Name
			}
		}
	}
	return first
}

// alike reports whether two names begin in the same way.
func alike(a, b string) bool {
	const first = len("某某")
	return len(a) >= first && len(b) >= first && a[:first] == b[:first]
}
