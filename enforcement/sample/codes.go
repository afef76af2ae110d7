package sample

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi"
)

// Codes of what is wrong with a plan, a frame or a draw, or worth knowing.
const (
	BadSeed        fazhi.Code = "enforcement/sample/seed"             // none, or not one line of text
	BadSize        fazhi.Code = "enforcement/sample/size"             // less than one, or more than the frame
	BadMinimum     fazhi.Code = "enforcement/sample/minimum"          // negative, or more than the size
	BadNumber      fazhi.Code = "enforcement/sample/file/number"      // a file without a number
	DoubleNumber   fazhi.Code = "enforcement/sample/file/double"      // two files with one number
	BadDepartment  fazhi.Code = "enforcement/sample/file/department"  // a file without a department
	BadStrata      fazhi.Code = "enforcement/sample/file/strata"      // a blank key, or not as many keys as other files
	Empty          fazhi.Code = "enforcement/sample/empty"            // an expected department or stratum has no files
	Short          fazhi.Code = "enforcement/sample/short"            // one has fewer files than the minimum
	Undrawn        fazhi.Code = "enforcement/sample/undrawn"          // a department or stratum gave no file
	BadRoles       fazhi.Code = "enforcement/sample/roles"            // a blank or double role
	BadReviewer    fazhi.Code = "enforcement/sample/reviewer"         // a reviewer without ID, role or unit
	DoubleReviewer fazhi.Code = "enforcement/sample/reviewer/double"  // two reviewers with one ID
	NearUnit       fazhi.Code = "enforcement/sample/reviewer/near"    // a unit that is nearly written as a department is
	BadRefusal     fazhi.Code = "enforcement/sample/refusal"          // a refusal of an unknown reviewer or file
	NoSeat         fazhi.Code = "enforcement/sample/seat"             // nobody may review a file
	Overload       fazhi.Code = "enforcement/sample/load"             // too many files for those who may review them
	BadReplacement fazhi.Code = "enforcement/sample/replacement"      // the file is not drawn, or no reason is given
	NoneLeft       fazhi.Code = "enforcement/sample/replacement/none" // no file is left in the stratum
	RosterChanged  fazhi.Code = "enforcement/sample/roster"           // the frame is not the one that was drawn from
	Differs        fazhi.Code = "enforcement/sample/differs"          // the record is not what the draw gives
)

// findings collects issues.
type findings struct{ issues fazhi.Issues }

func (f *findings) say(severity fazhi.Severity, code fazhi.Code, at fazhi.Path, message string) {
	f.issues = append(f.issues, fazhi.Issue{Code: code, Severity: severity, Path: at, Message: message})
}

func (f *findings) fault(code fazhi.Code, at fazhi.Path, message string) {
	f.say(fazhi.Error, code, at, message)
}

func (f *findings) notice(code fazhi.Code, at fazhi.Path, message string) {
	f.say(fazhi.Notice, code, at, message)
}

// text reports a text that is blank or could be confused with another: the draw depends on its bytes.
func (f *findings) text(code fazhi.Code, at fazhi.Path, name, text string) {
	if complaint := amiss(text); complaint != "" {
		f.fault(code, at, name+complaint)
	}
}

// amiss says what is wrong with a text, "" if nothing is.
func amiss(text string) string {
	switch {
	case strings.TrimSpace(text) == "":
		return "为空"
	case strings.TrimSpace(text) != text:
		return "前后有空白"
	case !utf8.ValidString(text):
		return "不是 UTF-8 文本"
	case strings.ContainsFunc(text, unicode.IsControl):
		return "含有换行或者其他控制字符"
	}
	return ""
}

func broken(issues fazhi.Issues) bool { return issues.Count(fazhi.Error) > 0 }

// quoted lists names: “甲局”、“乙局”.
func quoted(names []string) string {
	names = slices.Compact(slices.Sorted(slices.Values(names)))
	return "“" + strings.Join(names, "”、“") + "”"
}
