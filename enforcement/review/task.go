package review

import (
	"fmt"
	"strings"
	"unicode/utf16"

	"github.com/fazhi-go/fazhi/rules/rubric"
)

// A Task is what one reviewer is to do in a round (评查任务). It becomes one workbook: a reviewer gets one file, fills it in and
// sends one file back. In it every case file has a sheet of its own, because two files side by side on one sheet invite
// marks in the wrong rows, and a sheet can be printed and signed for its file alone.
//
// With Override a reviewer may change what the program judged. Whoever reviews in two roles has two tasks.
type Task struct {
	Round    string     `json:"round"`
	Reviewer string     `json:"reviewer"`
	Role     Role       `json:"role"`
	Unit     string     `json:"unit,omitempty"`
	Override bool       `json:"override"`
	Files    []Assigned `json:"files"`
}

// An Assigned is one file of a task with the rubric by which it is scored. Auto are the marks of the program in the order of
// the items; what it does not judge is left to the reviewer. Nil: there are none.
type Assigned struct {
	Case   Case           `json:"case"`
	Rubric *rubric.Rubric `json:"-"`
	Auto   []rubric.Mark  `json:"-"`
}

// auto returns the mark of the program on the i-th item, a mark that is not judged if there is none.
func (a *Assigned) auto(i int) rubric.Mark {
	if i < len(a.Auto) {
		return a.Auto[i]
	}
	return rubric.Mark{Item: a.Rubric.Items[i].ID}
}

// digests returns the digest of each file's rubric; the zero Digest where there is none.
func (t *Task) digests() []rubric.Digest {
	known, list := make(map[*rubric.Rubric]rubric.Digest), make([]rubric.Digest, len(t.Files))
	for i := range t.Files {
		r := t.Files[i].Rubric
		if r == nil {
			continue
		}
		if _, ok := known[r]; !ok {
			known[r] = r.Digest()
		}
		list[i] = known[r]
	}
	return list
}

// title is the head of a file's sheet: everything that tells it from every other.
func (t *Task) title(i int) string {
	a := &t.Files[i]
	return fmt.Sprintf("评分表：%s／%s／%s（%s）／%s %s版", t.Round, a.Case.File, t.Reviewer, t.Role, a.Rubric.ID, a.Rubric.Version)
}

// sheetName is the name of a file's sheet: its place and number, without what workbooks forbid.
func (t *Task) sheetName(i int) string {
	clean := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]'`, r) || r < ' ' || r >= 0xfffd && r <= 0xffff {
			return '_'
		}
		return r
	}, t.Files[i].Case.File)
	name := fmt.Sprintf("%d.%s", i+1, clean)
	for n, size := 0, 0; n < len(name); {
		r := []rune(name[n:])[0]
		if size += utf16.RuneLen(r); size > 31 {
			return name[:n]
		}
		n += len(string(r))
	}
	return name
}
