package reconsideration

import "github.com/fazhi-go/fazhi"

// A step is a date of a case, where it stands, and what is said when it lies before an earlier step.
type step struct {
	on    fazhi.Date
	path  fazhi.Path
	early string
}

// inOrder reports the steps that lie before the first day or before a step ahead of them. A step without a date has not
// been taken.
func inOrder(p *fazhi.Pass, first fazhi.Date, steps ...step) {
	latest := first
	for _, s := range steps {
		if !s.on.IsZero() && s.on.Before(latest) {
			p.Report(s.path, s.early)
		}
		if latest.Before(s.on) {
			latest = s.on
		}
	}
}
