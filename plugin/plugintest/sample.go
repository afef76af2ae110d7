package plugintest

import (
	"reflect"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/plugin/protocol"
)

// A sample is a document to try the plug-in with.
type sample struct {
	name         string // "contract far-dates"
	wire         protocol.Document
	doc          fazhi.Document
	lawOn, today fazhi.Date
}

// kinds returns the kinds that the checks declare, sorted; none means all.
func (t *trial) kinds() []fazhi.Kind {
	var kinds []fazhi.Kind
	for i := range t.p.Checks {
		if kind := t.p.Checks[i].Kind; kind != "" {
			kinds = append(kinds, kind)
		}
	}
	slices.Sort(kinds)
	return slices.Compact(kinds)
}

// bases returns the documents that all others are made of.
func (t *trial) bases() []protocol.Document {
	given := slices.Clone(t.Documents)
	for _, c := range t.Golden {
		given = append(given, c.Document)
	}
	return bases(t.kinds(), given)
}

// sample decodes a document; false means that there is no such document.
func (t *trial) sample(v variant) (sample, bool) {
	doc, err := t.decode(v.document)
	if err != nil || doc == nil {
		return sample{}, false
	}
	name := string(v.document.Kind) + " " + v.document.ID
	if v.name != "plain" {
		name = string(v.document.Kind) + " " + v.name
	}
	return sample{name: name, wire: v.document, doc: doc, today: today()}, true
}

// plain returns the well-formed documents, those of the golden cases on their days. One that cannot be decoded is a fault.
func (t *trial) plain() []sample {
	var all []sample
	for i, d := range t.bases() {
		s, ok := t.sample(plain(d))
		if !ok {
			t.fault("Config.Decode 不能读文件 %s %s", d.Kind, d.ID)
			continue
		}
		if i -= len(t.Documents); i >= 0 && i < len(t.Golden) { // bases keeps what is given in its order
			s = t.Golden[i].on(s)
		}
		all = append(all, s)
	}
	return all
}

// Which hostile documents are meant.
const (
	small = false
	every = true
)

// hostile returns the hostile documents, the large ones too if they are wanted; of each kind the first document is enough.
func (t *trial) hostile(large bool) []sample {
	var all []sample
	for _, d := range t.Hostile {
		if s, ok := t.sample(plain(d)); ok {
			all = append(all, s)
		}
	}
	seen := make(map[fazhi.Kind]bool)
	for _, d := range t.bases() {
		if seen[d.Kind] {
			continue
		}
		seen[d.Kind] = true
		for _, v := range t.suite.hostile(d) {
			if v.large && !large {
				continue
			}
			if s, ok := t.sample(v); ok {
				all = append(all, s)
			}
		}
		if s, ok := t.sample(plain(d)); ok && !t.Remote && spoil(reflect.ValueOf(s.doc)) {
			s.name = string(d.Kind) + " bad-utf8"
			all = append(all, s)
		}
	}
	return all
}

// spoil puts bytes that are not UTF-8 into the texts of a document, and reports whether there are any.
func spoil(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Pointer:
		return !v.IsNil() && spoil(v.Elem())
	case reflect.Struct:
		any := false
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() && spoil(v.Field(i)) {
				any = true
			}
		}
		return any
	case reflect.String:
		if v.CanSet() {
			v.SetString("\xff\xfe〔\x80")
		}
		return v.CanSet()
	}
	return false
}

// tree returns the document as its JSON has it.
func (s *sample) tree() any {
	d := s.wire
	if text, err := marshal(s.doc); err == nil {
		d.Content = text
	}
	return tree(d)
}

// again returns a sample whose content is another; false means that there is no such document.
func (t *trial) again(s *sample, content any) (sample, bool) {
	d := s.wire
	d.Content = encode(content)
	out, ok := t.sample(variant{name: "plain", document: d})
	out.lawOn, out.today = s.lawOn, s.today
	return out, ok
}
