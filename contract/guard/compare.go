package guard

import (
	"reflect"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
)

// A difference is a place at which two documents differ.
type difference struct {
	path fazhi.Path
	name string
}

// differences returns where a document differs, each place once, in the order of the fields.
func (m *measure) differences(fields []Field, doc document) []difference {
	var found []difference
	for _, f := range fields {
		for _, path := range m.places(f, doc) {
			if !slices.ContainsFunc(found, func(d difference) bool { return d.path == path }) {
				found = append(found, difference{path, f.Name})
			}
		}
	}
	return found
}

// places returns where a document differs in a field.
func (m *measure) places(f Field, doc document) []fazhi.Path {
	list, field, isList := strings.Cut(string(f.Path), "/*/")
	switch {
	case m.award && f.Award, m.asked && f.Term:
		return nil
	case f.Path == attachments:
		return m.digests(doc)
	case isList:
		return m.items(f, fazhi.Path(list), field, doc)
	}
	name := strings.TrimPrefix(string(f.Path), "/")
	if f.Path == amount && m.award && lowered(m.document[name], doc[name]) || agree(f, m.document[name], doc[name]) {
		return nil
	}
	return []fazhi.Path{f.Path}
}

// items compares a field of the items of a list, one by one.
func (m *measure) items(f Field, path fazhi.Path, field string, doc document) []fazhi.Path {
	name := strings.TrimPrefix(string(path), "/")
	old, now := m.document.list(name), doc.list(name)
	if path == parties && len(old) == 0 {
		return nil
	}
	if path == parties && m.award {
		old, now = ofGovernment(old), ofGovernment(now)
	}
	if len(now) < len(old) || len(now) > len(old) && (path != changes || m.exact) {
		return []fazhi.Path{path}
	}
	var found []fazhi.Path
	for i := range old {
		was, _ := old[i].(map[string]any)
		is, _ := now[i].(map[string]any)
		if !agree(f, was[field], is[field]) {
			found = append(found, path.At(i, field))
		}
	}
	return found
}

// ofGovernment leaves the parties of the government's side.
func ofGovernment(list []any) []any {
	var own []any
	for _, p := range list {
		if member(p, "side") == string(contract.Government) {
			own = append(own, p)
		}
	}
	return own
}

// agree reports whether a value may follow another one.
func agree(f Field, was, is any) bool {
	switch {
	case isBlank(was):
		return f.Term || isBlank(is)
	case isCommitment(was):
		return true
	}
	return reflect.DeepEqual(was, is)
}

// lowered reports whether an amount is no higher than one that is known.
func lowered(was, is any) bool {
	most, _ := was.(float64)
	n, known := is.(float64)
	return known && n > 0 && n <= most
}

// digests compares files of one kind where both documents have any. Further agreements may follow until one takes effect.
func (m *measure) digests(doc document) []fazhi.Path {
	for _, kind := range texts() {
		old, now := digestsOf(m.document, kind), digestsOf(doc, kind)
		if len(old) == 0 || len(now) == 0 {
			continue
		}
		mayFollow := kind == "补充协议" && !m.exact
		gone := slices.ContainsFunc(old, func(d string) bool { return !slices.Contains(now, d) })
		if gone || !mayFollow && len(old) != len(now) {
			return []fazhi.Path{attachments}
		}
	}
	return nil
}

// digestsOf returns the digests of the files of a kind, in order, each once.
func digestsOf(d document, kind string) []string {
	var digests []string
	for _, a := range d.list("attachments") {
		if digest := member(a, "digest"); digest != "" && member(a, "sort") == kind {
			digests = append(digests, digest)
		}
	}
	slices.Sort(digests)
	return slices.Compact(digests)
}
