package review

import (
	"crypto/sha256"
	"fmt"
	"strings"
)

// Workbook returns a name for the workbook of a task, without an extension, that every file system takes: 法律顾问-L1 for a
// reviewer of the two sides, 合议-AJ-1-L1、F1 for a task of another role about one file.
//
// Two tasks of a round have two names. Where letters had to be replaced, or a hyphen in the reviewer's ID could make one
// name of two, eight digits of a SHA-256 follow. Names that differ only in upper and lower case are left to the caller.
func (t *Task) Workbook() string {
	parts := []string{t.Role, t.Reviewer}
	about := len(t.Files) == 1 && t.Role != Counsel && t.Role != Empowering
	if about {
		parts = []string{t.Role, t.Files[0].Case.File, t.Reviewer}
	}
	exact := strings.Join(parts, "-")
	name := strings.TrimRight(strings.Map(fileRune, exact), ". ")
	if name == exact && !(about && strings.Contains(t.Reviewer, "-")) {
		return name
	}
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return fmt.Sprintf("%s-%x", name, sum[:4])
}

// fileRune replaces what some file system does not take.
func fileRune(r rune) rune {
	if strings.ContainsRune(`/\:*?"<>|`, r) || unclean("x"+string(r)+"x") != "" {
		return '_'
	}
	return r
}
