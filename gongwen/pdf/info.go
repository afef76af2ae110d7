package pdf

import (
	"strings"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// A property of a file stands in it twice, and both must say the same: in the information dictionary under a key, and in XMP
// (ISO 16684-1) as an element, whose value has a form.
type property struct {
	key           string
	element, form string
	value         string
}

// Forms of values in XMP; %s is the value.
const (
	plainValue   = "%s"
	languageAlt  = `<rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt>`
	orderedValue = "<rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq>"
	bagValue     = "<rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag>"
)

// producer is the name of the program that makes the file.
const producer = "fazhi"

// properties returns what is known of a document, without what is empty.
func properties(pages *layout.Pages) []property {
	date, xmpDate := "", ""
	if d := pages.Created; !d.IsZero() {
		t := d.Time()
		date, xmpDate = t.Format("D:20060102")+"000000+08'00'", t.Format("2006-01-02")+"T00:00:00+08:00"
	}
	all := [...]property{
		{"Title", "dc:title", languageAlt, clean(pages.Title)},
		{"Author", "dc:creator", orderedValue, clean(pages.Props.Issuer)},
		{"Subject", "dc:description", languageAlt, clean(pages.Props.Subject)},
		{"Keywords", "pdf:Keywords", plainValue, clean(strings.Join(pages.Props.Keywords, " "))},
		{"Producer", "pdf:Producer", plainValue, producer},
		{"CreationDate", "xmp:CreateDate", xmpDate, date},
		{"ModDate", "xmp:ModifyDate", xmpDate, date},
		{"", "dc:identifier", plainValue, clean(pages.Props.Index)},
		{"", "dc:language", bagValue, language},
		{"", "dc:format", plainValue, "application/pdf"},
	}
	out := make([]property, 0, len(all))
	for _, p := range all {
		if p.value != "" {
			out = append(out, p)
		}
	}
	return out
}

const language = "zh-CN"

// mostProperty is how many characters of a property are kept.
const mostProperty = 10_000

// clean returns a text that may stand in XML, trimmed as readers of it do.
func clean(s string) string {
	s = strings.TrimSpace(s)
	if len(s) > mostProperty {
		if r := []rune(s); len(r) > mostProperty {
			s = string(r[:mostProperty])
		}
	}
	valid := func(r rune) bool {
		return r >= 0x20 && r != 0x7F && r != utf8.RuneError && r&0xFFFE != 0xFFFE
	}
	if strings.IndexFunc(s, func(r rune) bool { return !valid(r) }) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if valid(r) {
			return r
		}
		return ' '
	}, s)
}

// writeInfo writes the information dictionary (ISO 32000-1, 14.3.3).
func (k *work) writeInfo(number int, list []property) {
	k.begin(number)
	k.file = append(k.file, "<<"...)
	for _, p := range list {
		if p.key != "" {
			k.file = append(append(append(k.file, '/'), p.key...), ' ')
			k.file = appendText(k.file, p.value)
		}
	}
	k.file = append(k.file, ">>"...)
	k.end()
}
