package circular

import (
	"encoding/json"
	"maps"
	"slices"

	"github.com/fazhi-go/fazhi"
)

// maxDifferences is how many places are named that do not follow from the files.
const maxDifferences = 100

// recount counts the files again and reports every place of the summary that says something else.
func (k *checking) recount() {
	if len(k.s.Files) == 0 {
		if k.s.Reviewed > 0 {
			k.issues = append(k.issues, fazhi.Issue{Code: BadTotals, Severity: fazhi.Notice, Path: "/files", Message: "没有逐卷的结果，只核对了各表的合计"})
		}
		return
	}
	again := Summary{Name: k.s.Name, Period: k.s.Period, Policy: k.s.Policy, Handed: k.s.Handed, Files: k.s.Files, Objections: k.s.Objections}
	again.count()
	k.differ("", tree(again), tree(*k.s), maxDifferences)
}

// tree returns the JSON of a summary as maps, lists and values.
func tree(s Summary) (value any) {
	text, err := json.Marshal(s)
	if err == nil {
		err = json.Unmarshal(text, &value)
	}
	if err != nil {
		return nil // no summary has none: all its fields can be written
	}
	return value
}

// differ compares two trees and reports the places that differ, at most so many; it returns how many are left.
func (k *checking) differ(at fazhi.Path, want, got any, room int) int {
	switch want := want.(type) {
	case map[string]any:
		if got, ok := got.(map[string]any); ok {
			for _, key := range slices.Sorted(maps.Keys(want)) {
				room = k.differ(at.At(key), want[key], got[key], room)
			}
			return room
		}
	case []any:
		if got, ok := got.([]any); ok && len(got) == len(want) {
			for i := range want {
				room = k.differ(at.At(i), want[i], got[i], room)
			}
			return room
		}
	default:
		if want == got {
			return room
		}
	}
	if room > 0 {
		k.report(BadTotals, at, "与逐卷的结果不符")
	}
	return room - 1
}
