package register

import (
	"fmt"
	"slices"
	"strings"
)

// maxApplied bounds how many judge an attempt.
const maxApplied = 100

const (
	nameLetters    = "abcdefghijklmnopqrstuvwxyz0123456789-"
	versionLetters = nameLetters + "ABCDEFGHIJKLMNOPQRSTUVWXYZ.+_"
)

// vetApplied says what is wrong with a list of those who judged, if it cannot stand in an entry: it is too long, one of them
// is not well-formed, a name comes twice.
func vetApplied(list []string) error {
	if len(list) > maxApplied {
		return fmt.Errorf("审查程序超过 %d 个", maxApplied)
	}
	for i, who := range list {
		switch {
		case !isApplied(who):
			return fmt.Errorf("审查程序 %.150q 应当写作“名称@版本”，如 licheng/caps@1.2.0，两边各不超过 %d 个字符", who, maxName)
		case isNamed(list[:i], who):
			return fmt.Errorf("审查程序 %q 重复", who)
		}
	}
	return nil
}

// isApplied reports whether a text is a name, an @ and a version. A name is of lower-case letters, digits and hyphens, in
// segments; a version of letters, digits and . + - _.
func isApplied(who string) bool {
	name, version, _ := strings.Cut(who, "@")
	if len(name) > maxName || len(version) > maxName || !isOf(version, versionLetters) {
		return false
	}
	for segment := range strings.SplitSeq(name, "/") {
		if !isOf(segment, nameLetters) {
			return false
		}
	}
	return true
}

func isOf(s, letters string) bool { return s != "" && strings.Trim(s, letters) == "" }

// isNamed reports whether a list has the name of who, in whichever version.
func isNamed(list []string, who string) bool {
	name := who[:strings.IndexByte(who, '@')+1]
	return slices.ContainsFunc(list, func(other string) bool { return strings.HasPrefix(other, name) })
}
