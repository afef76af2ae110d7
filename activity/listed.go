package activity

import (
	"strconv"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

// mostIssues is how many issues of a sheet are listed, as in package table.
const mostIssues = 1_000

// listed gathers issues up to a bound. The zero listed is empty.
type listed struct {
	issues fazhi.Issues
	more   int            // that are not listed
	worst  fazhi.Severity // of these
	at     fazhi.Origin   // of one of them
}

func (l *listed) add(issue fazhi.Issue) {
	if len(l.issues) < mostIssues {
		l.issues = append(l.issues, issue)
		return
	}
	if l.more == 0 {
		l.worst, l.at = issue.Severity, issue.Origin
	}
	l.more++
	l.worst = min(l.worst, issue.Severity)
}

// all returns the issues; the last one says how many are not listed and is as grave as the gravest of them.
func (l *listed) all() fazhi.Issues {
	if l.more == 0 {
		return l.issues
	}
	return append(l.issues, fazhi.Issue{Code: table.MoreIssues, Severity: l.worst,
		Origin: fazhi.Origin{File: l.at.File, Sheet: l.at.Sheet}, Message: "本表还有 " + strconv.Itoa(l.more) + " 个问题没有列出"})
}

// issue is an Error at a cell of the record, named by its column. Basis is what declares the ledger.
func (r *Record) issue(code fazhi.Code, column, message string) fazhi.Issue {
	at, _ := r.Origin(fazhi.At(column))
	return fazhi.Issue{Code: code, Path: fazhi.At(column), Origin: at, Basis: "台账填写说明", Message: "“" + column + "”列：" + message}
}
