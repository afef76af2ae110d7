package casefile

import "github.com/fazhi-go/fazhi/workday"

// reckon judges a limit for a file, and the request on which it rests.
func (x *Examiner) reckon(l *Limit, f *File, r *reckoning, buf []workday.Pause) {
	l.reckon(x.calendar, f, r, buf)
	r.state = x.owed(l.Asked, f, r.state, buf)
}

// duty judges a duty for a file, and the request on which it rests.
func (x *Examiner) duty(d *Duty, f *File, buf []workday.Pause) State {
	return x.owed(d.asked, f, d.judge(f), buf)
}

// owed is the state of a demand that rests on a party's request (听证): who asked too late was owed nothing, and where it is
// not known whether the request was in time, nothing is broken yet. What was done all the same is kept.
func (x *Examiner) owed(asked string, f *File, s State, buf []workday.Pause) State {
	if asked == "" || s != Broken && s != NoDate {
		return s
	}
	var request reckoning
	x.limits[x.byName[asked][0].index].reckon(x.calendar, f, &request, buf)
	switch {
	case request.state == Broken && !request.reversed:
		return NotApplicable
	case request.state == NoDate, request.state == Incalculable:
		return request.state
	}
	return s
}
