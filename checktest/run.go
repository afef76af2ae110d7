package checktest

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/leak"
)

// Run reads every case of a folder and proves that the checks obey these rules. Each case is a sub-test with the name
// of its file.
//
//   - The checks find what the case says, in that order, and nothing else.
//   - They find the same again, also when they run at the same time.
//   - They do not change the document.
//   - No check fails with an error.
//   - No message and no path repeats a value of the document.
//   - Each check has a case that it faults, and one of its kind, while it is in force, that it does not.
//   - fazhi.VetChecks has nothing to say: each check has a code, an explanation and a basis.
//
// Values are the strings of the JSON with two characters or more, dates also as official documents write them, and
// numbers with three digits or more. A word that stands in the issue and in the document may be wording of the rule, as
// 书面 is. The kit puts another value in its place and runs the checks again: if the check says the same as before, it
// was wording. Should the check then say nothing, wording is what its Doc or Basis holds, or what it also says of another
// case whose document does not hold the value.
func Run(t *testing.T, dir fs.FS, checks []fazhi.Check, decode func([]byte) (fazhi.Document, error)) {
	t.Helper()
	outcomes, faults := examine(dir, checks, decode)
	for _, o := range outcomes {
		t.Run(strings.TrimSuffix(o.file, path.Ext(o.file)), func(t *testing.T) {
			for _, fault := range o.faults {
				t.Error(fault)
			}
		})
	}
	for _, fault := range faults {
		t.Error(fault)
	}
}

// An outcome is what came of one case.
type outcome struct {
	file   string
	ran    bool
	kind   fazhi.Kind
	lawOn  fazhi.Date
	today  fazhi.Date
	faults []string
	leak.Case
}

func (o *outcome) fault(format string, args ...any) {
	o.faults = append(o.faults, fmt.Sprintf(format, args...))
}

// examine runs all cases and returns what came of each, and what is wrong with the checks as a whole.
func examine(dir fs.FS, checks []fazhi.Check, decode func([]byte) (fazhi.Document, error)) (outcomes []outcome, faults []string) {
	if err := fazhi.VetChecks(checks); err != nil {
		return nil, []string{err.Error()}
	}
	files, err := caseFiles(dir)
	if err != nil {
		return nil, []string{err.Error()}
	}
	for _, file := range files {
		o := outcome{file: file}
		o.try(dir, checks, decode)
		outcomes = append(outcomes, o)
	}
	cases := make([]leak.Case, 0, len(outcomes))
	for i := range outcomes {
		cases = append(cases, outcomes[i].Case)
	}
	for i := range outcomes {
		outcomes[i].findValues(checks, cases, decode)
	}
	return outcomes, uncovered(checks, outcomes)
}

// try runs one case.
func (o *outcome) try(dir fs.FS, checks []fazhi.Check, decode func([]byte) (fazhi.Document, error)) {
	s, err := readScenario(dir, o.file)
	if err != nil {
		o.fault("案例写法不对：%v", err)
		return
	}
	if o.Tree, err = leak.Parse(s.doc); err != nil {
		o.fault("doc.json 不是 JSON：%v", err)
		return
	}
	o.Values = leak.Values(o.Tree)
	doc, err := decode(s.doc)
	if err != nil {
		o.fault("doc.json 读不成文件：%v", err)
		return
	}
	o.ran, o.kind, o.lawOn, o.today = true, doc.Kind(), s.lawOn, s.today
	before, err := json.Marshal(doc)
	if err != nil {
		o.fault("文件写不成 JSON：%v", err)
		return
	}
	issues, err := fazhi.Validate(context.Background(), doc, s.lawOn, s.today, checks)
	if o.Issues = issues; err != nil {
		o.fault("检查项出错：%v", err)
	}
	if got := places(o.Issues); got != s.want {
		o.fault("应当发现：\n%s实际发现：\n%s", s.want, got)
	}
	if after, err := json.Marshal(doc); err != nil || !bytes.Equal(before, after) {
		o.fault("检查项改动了文件：\n%s\n%s", before, after)
		return
	}
	o.repeat(doc, s, checks)
}

// repeat runs the case three times more, all at once.
func (o *outcome) repeat(doc fazhi.Document, s scenario, checks []fazhi.Check) {
	var again [3]fazhi.Issues
	var wg sync.WaitGroup
	for i := range again {
		wg.Go(func() {
			again[i], _ = fazhi.Validate(context.Background(), doc, s.lawOn, s.today, checks)
		})
	}
	wg.Wait()
	for _, issues := range again {
		if !reflect.DeepEqual(issues, o.Issues) {
			o.fault("再次检查的结果不同：\n%s先前：\n%s", places(issues), places(o.Issues))
			return
		}
	}
}

// uncovered names the checks that no case faults, and those that every case faults.
func uncovered(checks []fazhi.Check, outcomes []outcome) []string {
	var faults []string
	for i := range checks {
		c := &checks[i]
		var faulted, silent bool
		for _, o := range outcomes {
			switch {
			case !o.ran || !c.InForce(o.lawOn) || c.Kind != "" && c.Kind != o.kind:
			case o.finds(c.Code):
				faulted = true
			default:
				silent = true
			}
		}
		if !faulted {
			faults = append(faults, fmt.Sprintf("检查项 %s 没有发现问题的案例", c.Code))
		}
		if !silent {
			faults = append(faults, fmt.Sprintf("检查项 %s 没有不发现问题的案例", c.Code))
		}
	}
	return faults
}

// finds reports whether a check found anything in the document.
func (o *outcome) finds(code fazhi.Code) bool {
	return slices.ContainsFunc(o.Issues, func(i fazhi.Issue) bool { return i.Code == code })
}
