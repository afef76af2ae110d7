// Package lifecycle holds the way of a document (办理流程) as data: which steps it may take, in what order, by whom, and
// by when.
//
//	flow := contract.Flow(contract.Profile{Rule: "某区政府合同管理办法"})
//	machine, err := lifecycle.Compile(flow) // once; says everything that is wrong with the flow
//	state, err := machine.Take(calendar, lifecycle.State{}, lifecycle.Move{Step: "送审", On: day, Doc: c})
//	state.Due()         // the day by which the next clock runs out
//	machine.Next(state) // the steps that may follow
//
// A Flow is plain data: a bureau takes the one of a subject package and changes steps, roles or limits before it
// compiles. A Machine never changes and may be used by several goroutines.
//
// Take is pure: no clock, no input or output, no random. It takes the state before a step and returns the state after
// it, or says everything that stands against the step as a *Refused. It changes nothing that the caller gave.
//
// The rules of clocks (期限):
//
//   - A clock begins on the day of the step, which is not counted (民法典 art. 201, 民事诉讼法 art. 85). One of the same
//     name that runs already is replaced.
//   - Law and local rules count by the day of the step: a clock or gate that is not in force on it is left out.
//   - A step that comes too late is not refused. What lateness means is the law's affair: a gate can say it.
//   - A pausing step (中止) stops the count from its own day on; the day of the resuming step (恢复) counts again. No
//     statute that was read says either. Leaving out the day of 中止 makes the limit one day later than counting it would,
//     counting the day of 恢复 one day earlier than leaving it out; a pause that begins and ends on one day changes nothing.
//   - A pause that begins during another (中止 during 鉴定) takes its place, and one resumption ends it.
//   - A step that may be noted late (补记) may have a day before the last step's. Its clocks begin with its own day, and
//     pauses between that day and its noting are not theirs.
//   - Clocks that begin with a pausing step run during the pause.
//   - When the State Council's notice of a year is missing, the last day of a limit of days, months or years stays where it
//     is and is marked Provisional: the true day is the same or later. Provisional days are computed anew with every
//     step. Limits of working days, and limits that would move to an earlier day, are an error instead.
//
// The package does not know any law: flows with their articles are in the subject packages. It does not keep states,
// give numbers or ask who somebody is. It does not count back from an event (举行听证的五日前); package workday does.
//
// The names of steps and clocks are kept in registers, so in a flow they are only added. Codes of reasons stay.
package lifecycle
