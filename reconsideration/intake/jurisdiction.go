package intake

import (
	"slices"
	"strings"
)

// An Organ is a reconsideration organ (行政复议机关) in words of its role towards the respondent.
type Organ string

// The roles.
const (
	OwnLevel      Organ = "本级人民政府"
	NextLevel     Organ = "上一级人民政府"
	Founder       Organ = "设立派出机关的人民政府"
	Prefecture    Organ = "省、自治区人民政府的派出机关" // 参照设区的市级人民政府的职责权限
	Manager       Organ = "管理该组织的人民政府"
	LocalOrgan    Organ = "派出机构所在地人民政府"
	Itself        Organ = "作出行政行为的机关"
	HomeMinistry  Organ = "设立或者管理该机构、组织的国务院部门"
	UpperLine     Organ = "上一级主管部门"
	UpperJustice  Organ = "上一级司法行政部门"
	NotCompetent  Organ = "其他机关"
	prefectureDoc       = "派出机关参照设区的市级人民政府的职责权限管辖"
	branchOfLevel       = "派出机构没有规定授权的，以设立它的工作部门为被申请人（实施条例第十四条），仍由本级人民政府管辖"
)

func organs() []Organ {
	return []Organ{OwnLevel, NextLevel, Founder, Prefecture, Manager, LocalOrgan, Itself, HomeMinistry, UpperLine, UpperJustice, NotCompetent}
}

// A Competence is a row of the table of jurisdiction (管辖). Where it has two organs, the applicant chooses.
type Competence struct {
	Respondent Respondent      `json:"respondent"`
	If         map[Fact]Answer `json:"if,omitempty"`
	Organs     []Organ         `json:"organs"`
	Article    string          `json:"article"`
	Doc        string          `json:"doc,omitempty"`
}

// Competences returns arts. 24 to 28 as a table.
func Competences() []Competence {
	return []Competence{
		{Department, nil, []Organ{OwnLevel}, "第二十四条第一款第一项", ""},
		{LowerGovernment, nil, []Organ{NextLevel}, "第二十四条第一款第二项", ""},
		{Outpost, nil, []Organ{Founder}, "第二十四条第一款第三项", ""},
		{OutpostDepartment, nil, []Organ{Prefecture}, "第二十四条第三款", prefectureDoc},
		{OutpostGovernment, nil, []Organ{Prefecture}, "第二十四条第三款", prefectureDoc},
		{Authorized, nil, []Organ{Manager}, "第二十四条第一款第四项", "由管理该组织、或者其工作部门管理该组织的人民政府管辖"},
		{Province, nil, []Organ{Itself}, "第二十四条第二款", "对决定不服的，可以起诉，也可以申请国务院裁决（第二十六条）"},
		{Branch, map[Fact]Answer{OwnName: Yes, ByDistrict: No}, []Organ{OwnLevel}, "第二十四条第四款", ""},
		{Branch, map[Fact]Answer{OwnName: Yes, ByDistrict: Yes}, []Organ{OwnLevel, LocalOrgan}, "第二十四条第四款", ""},
		{Branch, map[Fact]Answer{OwnName: No}, []Organ{OwnLevel}, "第二十四条第一款第一项", branchOfLevel},
		{Ministry, nil, []Organ{Itself}, "第二十五条第一项", "对决定不服的，可以起诉，也可以申请国务院裁决（第二十六条）"},
		{MinistryBranch, nil, []Organ{HomeMinistry}, "第二十五条第二项", ""},
		{MinistryAuthorized, nil, []Organ{HomeMinistry}, "第二十五条第三项", ""},
		{VerticalOrgan, nil, []Organ{UpperLine}, "第二十七条", ""},
		{Justice, nil, []Organ{OwnLevel, UpperJustice}, "第二十八条", ""},
	}
}

// A Jurisdiction says which organs are competent. No organs: it cannot be said yet; Asks says why.
type Jurisdiction struct {
	Organs []Organ `json:"organs,omitempty"`
	Choice bool    `json:"choice,omitempty"` // the applicant chooses among them
	Basis  string  `json:"basis,omitempty"`
	Doc    string  `json:"doc,omitempty"`
	Asks   []Ask   `json:"asks,omitempty"`
}

// possible returns the rows that what is known does not exclude, and what would decide between them.
func (m *matter) possible() (rows []Competence, asks []Ask) {
	for _, row := range Competences() {
		if row.Respondent != m.Respondent {
			continue
		}
		excluded := false
		for f, want := range row.If {
			excluded = excluded || m.is(f) != Unknown && m.is(f) != want
		}
		if !excluded {
			rows = append(rows, row)
		}
	}
	if len(rows) > 1 {
		asks = m.unknowns(OwnName, ByDistrict)
	}
	return rows, asks
}

func (m *matter) jurisdiction() Jurisdiction {
	if m.version != newText {
		return Jurisdiction{}
	}
	rows, asks := m.possible()
	switch {
	case m.Respondent == "":
		return Jurisdiction{Asks: []Ask{{"/respondent", "被申请人的类别", ByApplicant}}}
	case m.Respondent == VerticalOrgan && (m.Vertical == "" || m.Vertical == otherVertical):
		return Jurisdiction{Asks: []Ask{{"/vertical", "属于第二十七条的哪一类垂直领导机关", ByOrgan}}}
	case len(rows) != 1:
		return Jurisdiction{Asks: asks}
	}
	row := rows[0]
	return Jurisdiction{Organs: row.Organs, Choice: len(row.Organs) > 1, Basis: lawName + row.Article, Doc: row.Doc}
}

// competent judges whether the organ that received the application is one of those. It is also known where every possible row
// has the organ, or none.
func (m *matter) competent() verdict {
	j := m.jurisdiction()
	if m.Organ == "" {
		return open(append(j.Asks, Ask{"/organ", "收到申请的机关与被申请人的关系", ByOrgan})...)
	}
	rows, _ := m.possible()
	has := func(r Competence) bool { return slices.Contains(r.Organs, m.Organ) }
	lacks := func(r Competence) bool { return !has(r) }
	switch {
	case len(rows) == 0 || len(j.Organs) == 0 && len(rows) == 1:
		return open(j.Asks...)
	case !slices.ContainsFunc(rows, lacks):
		v := kept(j.Doc)
		v.basis = j.Basis
		return v
	case !slices.ContainsFunc(rows, has):
		v := broken("收到申请的机关没有管辖权" + tellOrgans(j.Organs))
		v.basis = j.Basis
		return v
	}
	return open(j.Asks...)
}

func tellOrgans(organs []Organ) string {
	if len(organs) == 0 {
		return ""
	}
	return "；有管辖权的是" + tellNames(organs)
}

func tellNames(organs []Organ) string {
	names := make([]string, len(organs))
	for i, o := range organs {
		names[i] = string(o)
	}
	return strings.Join(names, "，或者")
}
