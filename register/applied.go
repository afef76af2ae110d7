package register

import (
	"errors"
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

// vet says everything that is wrong with the hooks.
func (h *Hooks) vet() error {
	var wrong []error
	if h.Before == nil && len(h.Applied) > 0 {
		wrong = append(wrong, errors.New("有 Hooks.Applied，而没有 Before"))
	}
	if len(h.Applied) > maxApplied {
		wrong = append(wrong, fmt.Errorf("Hooks.Applied 超过 %d 项", maxApplied))
		return errors.Join(wrong...)
	}
	for i, who := range h.Applied {
		switch {
		case !isApplied(who):
			wrong = append(wrong, fmt.Errorf("Hooks.Applied 的 %q 应当写作“名称@版本”，如 licheng/caps@1.2.0，两边各不超过 %d 个字符", who, maxName))
		case isNamed(h.Applied[:i], who):
			wrong = append(wrong, fmt.Errorf("Hooks.Applied 的 %q 重复", who))
		}
	}
	return errors.Join(wrong...)
}

// areApplied reports whether a list can stand in an entry: not too long, each well-formed, no name twice.
func areApplied(list []string) bool {
	if len(list) > maxApplied {
		return false
	}
	for i, who := range list {
		if !isApplied(who) || isNamed(list[:i], who) {
			return false
		}
	}
	return true
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
