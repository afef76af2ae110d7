package diff

import (
	"regexp"
	"strings"

	"github.com/fazhi-go/fazhi/internal/han"
	"github.com/fazhi-go/fazhi/statute"
)

// citedArticle matches 第十二条 and 第十二条之一.
func citedArticle() *regexp.Regexp {
	return regexp.MustCompile(`第([一二三四五六七八九十百千零〇]+)条(?:之([一二三四五六七八九十]+))?`)
}

// onlyReferences reports whether two texts differ only in articles that they cite, and each of these is the same article as
// before under its new number.
func (c *comparison) onlyReferences(old, new string) bool {
	if old == new || len(c.articles) == 0 {
		return false
	}
	from, to := c.cited.FindAllStringSubmatchIndex(old, -1), c.cited.FindAllStringSubmatchIndex(new, -1)
	if len(from) != len(to) || len(from) == 0 {
		return false
	}
	a, b := 0, 0
	for i := range from {
		if old[a:from[i][0]] != new[b:to[i][0]] {
			return false
		}
		was, is := numberAt(old, from[i]), numberAt(new, to[i])
		if now, ok := c.articles[was]; was != is && (!ok || now != is) {
			return false
		}
		a, b = from[i][1], to[i][1]
	}
	return old[a:] == new[b:]
}

// numberAt returns the number of a cited article.
func numberAt(s string, match []int) statute.Num {
	var num statute.Num
	num.N, _, _ = han.ParseNumeral(s[match[2]:match[3]])
	if match[4] >= 0 {
		num.Sub, _, _ = han.ParseNumeral(s[match[4]:match[5]])
	}
	return num
}

// squeeze takes out blanks: 总　则 is 总则.
func squeeze(s string) string {
	return strings.NewReplacer(" ", "", "\u3000", "", "\u00a0", "", "\t", "").Replace(s)
}
