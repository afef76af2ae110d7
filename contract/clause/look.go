package clause

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/cue"
	"github.com/fazhi-go/fazhi/internal/han"
)

// lookParties reports who signs in a role that is named above the clauses, under a name that nobody has there in this role.
func lookParties(d *Draft, report say) {
	names := map[string]map[string]bool{} // by role
	for _, p := range d.Text().Parties {
		for _, r := range p.Roles {
			if names[r] == nil {
				names[r] = map[string]bool{}
			}
			names[r][bareName(p.Name)] = true
		}
	}
	for _, s := range d.Text().Signers {
		name := bareName(s.Name)
		if slices.ContainsFunc(s.Roles, func(r string) bool { return names[r] != nil && !names[r][name] }) {
			report(s.Path, "")
		}
	}
}

// bareName is a name without blanks, with brackets of one width.
func bareName(s string) string { return bare.Replace(s) }

var bare = strings.NewReplacer(" ", "", "　", "", "(", "（", ")", "）")

// organs are ends of names of what has no capacity of its own; lawful are those of them that have.
var (
	organs = regexp.MustCompile(`(?:科|股|处|科室|中队|领导小组|指挥部|筹备组|专班|临时\p{Han}{0,6}|工作组|(?:局|领导小组|指挥部|中心|委员会)办公室)$`)
	lawful = regexp.MustCompile(`(?:办事处|管理处|人民政府办公室|管理委员会办公室|公证处)$`)
)

// lookOrgans judges the parties as named above the clauses, and who signs, each name once.
func lookOrgans(d *Draft, report say) {
	seen := map[string]bool{}
	judge := func(at fazhi.Path, name string) {
		if isOrgan(name) && !seen[bareName(name)] {
			seen[bareName(name)] = true
			report(at, "")
		}
	}
	for _, p := range slices.Concat(d.Text().Parties, d.Text().Signers) {
		judge(p.Path, p.Name)
	}
	for i, l := range d.Text().Signature {
		if m := signed.FindStringSubmatch(l.Text); m != nil {
			judge(fazhi.At("signature", i), nameOf(m[1]))
		}
	}
}

// leastOrgan is how many characters the name of an organ has at least; shorter ones may be persons.
const leastOrgan = 5

func isOrgan(name string) bool {
	return utf8.RuneCountInString(name) >= leastOrgan && organs.MatchString(name) && !lawful.MatchString(name)
}

var reference = cue.MustCompile(`(.{0,30})第(` + numerals + `)条`)

// ofLaw is what stands before the number of an article of a law.
var ofLaw = regexp.MustCompile(`[》法典]$|条例$|规定$|办法$|解释$|细则$|条[^。；]{0,6}[、和及至]$|》[^。；，]{0,12}$|(?:招标|采购|磋商|谈判)文件$`)

// lookReferences reports references to clauses that the text has not. A text whose clauses of the first level have no number of one
// kind is not judged.
func lookReferences(d *Draft, report say) {
	has, most := topNumbers(d.Text())
	if most == 0 {
		return
	}
	for i := range d.units {
		u := &d.units[i]
		if !reference.May(u.text) || u.section == inAnnexes {
			continue
		}
		for _, at := range reference.FindAllStringSubmatchIndex(u.text, mostMatches) {
			n, _, err := han.ParseNumeral(u.text[at[4]:at[5]])
			if err == nil && !has[n] && !ofLaw.MatchString(u.text[at[2]:at[3]]) {
				report(u.at(at[4]), "")
			}
		}
	}
}

// topNumbers returns the numbers of the articles, or if there are none of the clauses of the first level, and the largest.
func topNumbers(t *Text) (map[int]bool, int) {
	articles := slices.ContainsFunc(t.Clauses, func(c Clause) bool { return c.sort == article })
	has, most := map[int]bool{}, 0
	for _, c := range t.Clauses {
		if articles && c.sort == article || !articles && c.Level == 1 {
			has[c.Value] = true
			most = max(most, c.Value)
		}
	}
	return has, most
}

// lookNumbers reports numbers that are skipped or stand twice, of the same kind below the same clause.
func lookNumbers(d *Draft, report say) {
	type last struct {
		sort  sort
		value int
	}
	open := map[int]last{}
	for i, c := range d.Text().Clauses {
		if before, ok := open[c.Level]; ok && before.sort == c.sort && c.Number != "" && c.Value != before.value+1 {
			report(fazhi.At("clauses", i), "")
		}
		open[c.Level] = last{c.sort, c.Value}
		for level := c.Level + 1; level <= mostOpen; level++ {
			delete(open, level)
		}
	}
}
