package grid

import (
	"fmt"
	"slices"

	"github.com/fazhi-go/fazhi"
)

// MostIssues is how many issues a list names one by one; a ledger pasted twice says the same of every row.
const MostIssues = 1_000

// Issues is a list of issues that does not grow beyond MostIssues: of those beyond, only the number is kept. The zero value is
// empty.
type Issues struct {
	listed fazhi.Issues
	more   int
}

// Add lists an issue.
func (l *Issues) Add(issue fazhi.Issue) {
	if len(l.listed) == MostIssues {
		l.more++
		return
	}
	l.listed = append(l.listed, issue)
}

// Report lists an issue without an origin.
func (l *Issues) Report(code fazhi.Code, at fazhi.Path, format string, values ...any) {
	if len(l.listed) == MostIssues { // nothing to be written
		l.more++
		return
	}
	l.Add(fazhi.Issue{Code: code, Path: at, Message: fmt.Sprintf(format, values...)})
}

// Join adds what another list has, as if it had been added to this one.
func (l *Issues) Join(from *Issues) {
	room := min(MostIssues-len(l.listed), len(from.listed))
	l.listed = append(l.listed, from.listed[:room]...)
	l.more += from.more + len(from.listed) - room
}

// Clone returns a list of its own with the same issues.
func (l *Issues) Clone() Issues { return Issues{listed: slices.Clone(l.listed), more: l.more} }

// Reset empties the list and keeps its memory.
func (l *Issues) Reset() { *l = Issues{listed: l.listed[:0]} }

// Len returns how many issues are listed.
func (l *Issues) Len() int { return len(l.listed) }

// All returns a copy of the issues, with one that says how many are not listed; nil if there are none.
func (l *Issues) All() fazhi.Issues {
	if l.more == 0 {
		return slices.Clone(l.listed)
	}
	last := l.listed[len(l.listed)-1]
	return append(slices.Clone(l.listed), fazhi.Issue{Code: last.Code, Message: fmt.Sprintf("还有%d处没有列出", l.more)})
}
