package akn

import (
	"cmp"
	"errors"
	"fmt"
	"regexp"

	"github.com/fazhi-go/fazhi"
)

// ErrMeta is returned, wrapped, for a Meta that lacks something or cannot be part of an identifier.
var ErrMeta = errors.New("著录信息不完整")

// A Meta is what a text does not say itself, or not surely. Country, Locality, Subtype, the IDs and the Slug become parts of the
// identifier (IRI) of the text:
//
//	/akn/cn-350599/act/guifanxing/qyqzf/2024-03-05/qyzg-2024-1/zho@2024-05-01
type Meta struct {
	Country  string // ISO 3166-1, "cn" if empty
	Locality string // of a local text the code of the division (GB/T 2260)
	Subtype  string // a word for the sort of text, "guifanxing" if empty
	Slug     string // names the text among those of the organ and the day

	Organ  Organ // issued the text
	Editor Organ // made the file; Organ if zero

	Title   string   // that of the text if empty, the Slug if it has none
	Numbers []Number // the first is the number of the work

	Dated     fazhi.Date // 成文日期
	Published fazhi.Date // Dated if zero
	Effective fazhi.Date // 施行日期; Dated if zero
	Ends      fazhi.Date // the last day in force; zero: none is known
	Amended   []fazhi.Date
	Prepared  fazhi.Date // of the file, Dated if zero
}

// An Organ has an ID of lower-case letters, digits and hyphens, which begins with a letter.
type Organ struct{ ID, Name string }

// A Number is one of the numbers of a text: {"发文字号", "泉源政规〔2024〕1号"}, {"登记号", …}, {"索引号", …}.
type Number struct{ Name, Text string }

// filled returns m with what is left out, or everything that is wrong with it.
func (m Meta) filled(title string) (Meta, error) {
	m.Country = cmp.Or(m.Country, "cn")
	m.Subtype = cmp.Or(m.Subtype, "guifanxing")
	m.Editor = cmp.Or(m.Editor, m.Organ)
	m.Title = cmp.Or(m.Title, title, m.Slug)
	for _, d := range [...]*fazhi.Date{&m.Published, &m.Effective, &m.Prepared} {
		if d.IsZero() {
			*d = m.Dated
		}
	}
	return m, m.check()
}

var (
	identifier = regexp.MustCompile(`^[a-z][a-z0-9-]*$`)
	wordOfIRI  = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9-]*$`)
	digits     = regexp.MustCompile(`^[0-9]*$`)
)

func (m *Meta) check() error {
	var errs []error
	wrong := func(field, rule string) { errs = append(errs, fmt.Errorf("akn: %w：%s %s", ErrMeta, field, rule)) }
	for _, f := range [...]struct{ field, value string }{
		{"Country", m.Country}, {"Subtype", m.Subtype}, {"Organ.ID", m.Organ.ID}, {"Editor.ID", m.Editor.ID},
	} {
		if !identifier.MatchString(f.value) {
			wrong(f.field, "应当由小写字母、数字和连字符组成，以字母开头")
		}
	}
	if !wordOfIRI.MatchString(m.Slug) {
		wrong("Slug", "应当由字母、数字和连字符组成")
	}
	if !digits.MatchString(m.Locality) {
		wrong("Locality", "应当是行政区划代码")
	}
	if m.Dated.IsZero() {
		wrong("Dated", "没有填写")
	}
	if m.Organ.ID == m.Editor.ID && m.Organ.Name != m.Editor.Name {
		wrong("Editor.ID", "与 Organ.ID 相同而名称不同")
	}
	return errors.Join(errs...)
}

// work returns the identifier of the work.
func (m *Meta) work() string {
	place := m.Country
	if m.Locality != "" {
		place += "-" + m.Locality
	}
	return "/akn/" + place + "/act/" + m.Subtype + "/" + m.Organ.ID + "/" + m.Dated.String() + "/" + m.Slug
}

// expression returns the identifier of the text as it is in force from a day on.
func (m *Meta) expression() string { return m.work() + "/zho@" + m.Effective.String() }
