package plugin

import (
	"cmp"
	"strings"

	"github.com/fazhi-go/fazhi"
)

// comparePaths orders places as a reader meets them: the whole before its parts, the second element before the tenth.
func comparePaths(a, b fazhi.Path) int {
	x, y := string(a), string(b)
	for x != "" && y != "" {
		var s, t string
		s, x = segment(x)
		t, y = segment(y)
		if c := compareSegments(s, t); c != 0 {
			return c
		}
	}
	return cmp.Compare(len(x), len(y))
}

// segment cuts the first part off a path.
func segment(path string) (first, rest string) {
	path = strings.TrimPrefix(path, "/")
	if i := strings.IndexByte(path, '/'); i >= 0 {
		return path[:i], path[i:]
	}
	return path, ""
}

// compareSegments puts numbers before names, for one order of both: 9, 10, 1a.
func compareSegments(s, t string) int {
	switch first, second := isIndex(s), isIndex(t); {
	case first && second:
		return cmp.Or(cmp.Compare(len(s), len(t)), cmp.Compare(s, t))
	case first:
		return -1
	case second:
		return 1
	}
	return cmp.Compare(s, t)
}

func isIndex(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
