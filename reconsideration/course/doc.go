// Package course follows a case from its events to any day (案件办理过程): reconsideration and the suits after it, under one code.
//
//	file, err := course.Read(data)                       // JSON
//	r, err := course.New(calendar, reconsideration.Profile{})
//	issues, err := r.Check(file)                         // everything that the events say against each other
//	standing, err := r.Replay(file, day)                 // where the case stood at the end of that day
//
// A Standing says which limits have begun and whether each runs, stands still, was met or was missed, with its last day, the
// reasons and the consequence; and what may happen next. Consequences (视为受理, 视为放弃 …) are said and never done: the case
// goes on when its file has the event that notes them.
//
// Events stand in the order in which they were noted. One that the flow lets be noted late (补记: proofs of delivery) takes its
// place by its day. An event that cannot be is reported with its place and left out; what rests on it is reported as well.
//
// A limit that needs the days off of a year that the calendar does not have is a *workday.NoCalendarError, which names the year.
//
// The package does not keep files, give codes or judge whether a decision is right. Which steps exist is in package
// reconsideration; codes of issues never change, members of the JSON are only added.
package course
