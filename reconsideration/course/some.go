package course

import (
	"fmt"

	"github.com/fazhi-go/fazhi"
)

// MaxIssues is how many issues Check tells of one file.
const MaxIssues = 1000

// some returns at most MaxIssues, and one more that counts the rest; it is an error when one of the rest is.
func some(issues fazhi.Issues) fazhi.Issues {
	if len(issues) <= MaxIssues {
		return issues
	}
	rest := issues[MaxIssues:]
	more := fazhi.Issue{Code: CodeMany, Severity: fazhi.Warning, Message: fmt.Sprintf("还有%d个问题没有列出", len(rest))}
	for _, i := range rest {
		if i.Severity == fazhi.Error {
			more.Severity = fazhi.Error
		}
	}
	return append(issues[:MaxIssues:MaxIssues], more)
}
