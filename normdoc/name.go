package normdoc

import "strings"

// BareName returns the name of a document without 《》 and without the note behind it, and that note with its brackets:
// 停车管理办法 and （试行）.
func BareName(name string) (bare, note string) {
	bare = strings.TrimRight(strings.TrimSpace(name), "》")
	for _, open := range [...]string{"（", "("} {
		if i := strings.LastIndex(bare, open); i > 0 && (strings.HasSuffix(bare, "）") || strings.HasSuffix(bare, ")")) {
			bare, note = bare[:i], bare[i:]
			break
		}
	}
	return strings.TrimPrefix(strings.TrimRight(bare, "》 "), "《"), note
}

// IsNamedAsLaw reports whether a document has the name of a law or a regulation, 法 or 条例, which a normative document may not
// have (参照规章制定程序条例第七条). 办法, 方法 and 做法 are no such names.
func IsNamedAsLaw(name string) bool {
	bare, _ := BareName(name)
	for _, method := range [...]string{"办法", "方法", "做法"} {
		if strings.HasSuffix(bare, method) {
			return false
		}
	}
	return strings.HasSuffix(bare, "法") || strings.HasSuffix(bare, "条例")
}
