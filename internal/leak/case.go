package leak

import (
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
)

// A Case is a document, as its JSON has it, and what was found in it.
type Case struct {
	Tree   any
	Values []Value // of the tree
	Issues fazhi.Issues
}

// Repeated says which issues of a case repeat a value of its document: each sentence once, sorted. The other cases are
// there for comparison. Again runs the checks on another tree; it returns nothing where that tree is no document.
func (c *Case) Repeated(all []Case, checks []fazhi.Check, again func(tree any) fazhi.Issues) []string {
	var said []string
	for _, issue := range c.Issues {
		for _, v := range c.Values {
			written := v.In(issue)
			if written == "" || c.isWording(issue, v, written, all, checks, again) {
				continue
			}
			said = append(said, "检查项 "+string(issue.Code)+" 的说明或者路径重复了文件中的值 “"+written+"”")
		}
	}
	slices.Sort(said)
	return slices.Compact(said)
}

// isWording reports whether what looks like a value is the wording of the rule.
func (c *Case) isWording(issue fazhi.Issue, v Value, written string, all []Case, checks []fazhi.Check,
	again func(tree any) fazhi.Issues) bool {
	if found := of(issue.Code, again(Replaced(c.Tree, v.JSON, v.Another()))); len(found) > 0 {
		return slices.ContainsFunc(found, func(i fazhi.Issue) bool { return i.Message == issue.Message && i.Path == issue.Path })
	}
	return slices.ContainsFunc(checks, func(c fazhi.Check) bool {
		return c.Code == issue.Code && strings.Contains(c.Doc+"\n"+c.Basis, written)
	}) || slices.ContainsFunc(all, func(other Case) bool { return other.says(issue, v) })
}

// says reports whether a check says the same of this document, although it does not hold the value.
func (c *Case) says(issue fazhi.Issue, v Value) bool {
	return !slices.ContainsFunc(c.Values, func(w Value) bool { return w.JSON == v.JSON }) &&
		slices.ContainsFunc(c.Issues, func(i fazhi.Issue) bool { return i.Code == issue.Code && i.Message == issue.Message })
}

// of returns the issues of one code.
func of(code fazhi.Code, issues fazhi.Issues) fazhi.Issues {
	return slices.DeleteFunc(issues, func(i fazhi.Issue) bool { return i.Code != code })
}
