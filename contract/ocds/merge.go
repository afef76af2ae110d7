package ocds

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"
)

// Errors of Merge.
var (
	// ErrNothing says that there are no releases.
	ErrNothing = errors.New("没有可以合并的公布内容")
	// ErrMixed says that the releases are of different processes.
	ErrMixed = errors.New("公布内容不属于同一个合同过程")
)

// Merge returns the compiled release: the latest value of each field, by the rules of the standard. The releases are taken
// in the order of their dates; those of the same date in the order given. The error is ErrNothing or ErrMixed, or says
// which date is none.
func Merge(releases []Release) (*Release, error) {
	if len(releases) == 0 {
		return nil, fmt.Errorf("ocds: %w", ErrNothing)
	}
	parts := make([]dated, len(releases))
	for i := range releases {
		if releases[i].OCID != releases[0].OCID {
			return nil, fmt.Errorf("ocds: %w", ErrMixed)
		}
		at, err := time.Parse(time.RFC3339, string(releases[i].Date))
		if err != nil {
			return nil, fmt.Errorf("ocds: 第%d项的日期不对：%w", i+1, err)
		}
		tree, err := treeOf(&releases[i])
		if err != nil {
			return nil, err
		}
		parts[i] = dated{at: at, date: releases[i].Date, tree: tree}
	}
	return mergeTrees(parts)
}

// A dated tree is a release as JSON.
type dated struct {
	at   time.Time
	date DateTime
	tree map[string]any
}

func treeOf(r *Release) (map[string]any, error) {
	data, err := json.Marshal(r)
	if err != nil {
		return nil, fmt.Errorf("ocds: %w", err)
	}
	var tree map[string]any
	if err := decode(data, &tree); err != nil {
		return nil, fmt.Errorf("ocds: %w", err)
	}
	return tree, nil
}

// decode reads JSON without rounding its numbers.
func decode(data []byte, v any) error {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	return d.Decode(v)
}

func byDate(a, b dated) int { return a.at.Compare(b.at) }

// mergeTrees merges releases of one process and sets what a compiled release says of itself.
func mergeTrees(parts []dated) (*Release, error) {
	parts = slices.SortedStableFunc(slices.Values(parts), byDate)
	out := make(map[string]any)
	for _, p := range parts {
		mergeObject(out, p.tree, "")
	}
	last := parts[len(parts)-1].date
	data, err := json.Marshal(plain(out))
	if err != nil {
		return nil, fmt.Errorf("ocds: %w", err)
	}
	r := new(Release)
	if err := json.Unmarshal(data, r); err != nil {
		return nil, fmt.Errorf("ocds: %w", err)
	}
	r.ID, r.Date, r.Tag = r.OCID+"-"+string(last), last, []string{"compiled"}
	return r, nil
}

// omitted are the fields that only the single releases have (omitWhenMerged in the schema); all stand at the top.
func omitted() []string { return []string{"id", "date", "tag", "publisher", "links"} }

// wholeLists are the lists that are replaced as a whole (wholeListMerge in the schema).
func wholeLists() []string {
	return []string{"identifiers", "additionalIdentifiers", "deliveryLocations", "deliveryAddresses", "additionalClassifications", "locations", "classifications"}
}

// A keyed list is one whose objects are merged by their id; at says where the object with an id stands.
type keyed struct {
	items []any
	at    map[string]int
}

func mergeObject(out, in map[string]any, place string) {
	for name, value := range in {
		if place == "" && slices.Contains(omitted(), name) {
			continue
		}
		if value == nil {
			delete(out, name)
			continue
		}
		if merged := mergeValue(out[name], value, name); merged != nil {
			out[name] = merged
		}
	}
}

// mergeValue returns what a field comes to; what came before is nil for a new one. Empty objects and lists change nothing.
func mergeValue(before, value any, name string) any {
	switch v := value.(type) {
	case map[string]any:
		if len(v) == 0 {
			return before
		}
		object, ok := before.(map[string]any)
		if !ok {
			object = make(map[string]any, len(v))
		}
		mergeObject(object, v, name)
		return object
	case []any:
		if len(v) == 0 {
			return before
		}
		if slices.Contains(wholeLists(), name) || slices.ContainsFunc(v, notObject) {
			return v
		}
		list, ok := before.(*keyed)
		if !ok {
			list = &keyed{at: make(map[string]int, len(v))}
		}
		list.merge(v)
		return list
	}
	return value
}

func notObject(v any) bool { _, ok := v.(map[string]any); return !ok }

// merge takes objects in; those without an id are always new.
func (k *keyed) merge(list []any) {
	for _, item := range list {
		in := item.(map[string]any)
		id, known := idOf(in)
		at, found := k.at[id]
		if !known || !found {
			if known {
				k.at[id] = len(k.items)
			}
			at = len(k.items)
			k.items = append(k.items, make(map[string]any, len(in)))
		}
		mergeObject(k.items[at].(map[string]any), in, "item")
	}
}

// idOf returns the id of an object; 1 and "1" are not the same.
func idOf(object map[string]any) (string, bool) {
	switch id := object["id"].(type) {
	case string:
		return "text " + id, id != ""
	case json.Number:
		return "number " + id.String(), true
	}
	return "", false
}

// plain turns keyed lists into lists again.
func plain(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for name, value := range v {
			v[name] = plain(value)
		}
	case *keyed:
		for i := range v.items {
			v.items[i] = plain(v.items[i])
		}
		return v.items
	case []any:
		for i := range v {
			v[i] = plain(v[i])
		}
	}
	return v
}

// RecordOf returns the record of a contract: its releases, as Releases returns them, and the compiled one. The errors are those
// of Merge.
func RecordOf(releases []Release) (Record, error) {
	compiled, err := Merge(releases)
	if err != nil {
		return Record{}, err
	}
	return Record{OCID: compiled.OCID, Releases: releases, Compiled: compiled}, nil
}
