// Package workday computes statutory periods (期间): when a limit of working days, days, months or years ends, and why.
//
//	calendar, err := workday.StateCouncil() // once; then shared by everybody
//	span, err := workday.ParseSpan("5个工作日")
//	deadline, err := calendar.Deadline(workday.Term{
//		Start: received, Span: span, Basis: "行政复议法第三十条第一款",
//	})
//	deadline.End // the last day
//	deadline.Why // the reasons, line by line, in Chinese
//
// The rules are those common to 民法典 arts. 201 to 203, 民事诉讼法 (2023) art. 85 — to which 行政复议法 (2023) art. 88(1)
// refers — and 法释〔2018〕1号 art. 48 for administrative suits:
//
//   - The day on which a period begins is not counted.
//   - A period of months or years ends on the day of the last month that corresponds to the day it began; where the month
//     has no such day, on its last day.
//   - When the last day is a day off, the first working day after it is the last. Days off before it count, unless the
//     period is one of working days.
//   - Days of a suspension (中止) or excluded by law (鉴定、听证、补正) are not counted; see Pause.
//
// The statutes speak of 法定休假日. That weekends, the days off of the yearly State Council notice and its make-up
// workdays (调休上班) are meant is practice everywhere, though no statute says so. It is data here, not code: New makes a
// calendar of whatever notices it is given.
//
// For periods that are counted back from an event (举行听证的五日前), no statute moves a last day that is a day off. Moving
// it towards the event would shorten the time that the law grants, so it stays where it is; a reason says so and names
// the working day before. Term.Rest can ask for that day instead.
//
// A day of a year whose notice is not known is never guessed: the error is a *NoCalendarError and names the year. The
// notice of a year may still change the last days of December before it, as those of 2019 and 2023 did; a result that
// depends on such days is marked Provisional until that notice is there.
//
// The package does not know which limits a law has, nor which of them it means as working days: 五日 are five working
// days where a law says so (行政复议法 art. 88(2), 行政处罚法 art. 85, 行政强制法 art. 69, 行政许可法 art. 82) and five days of
// the calendar where none does, so say 5wd or 5d. It does not count in hours, does not judge whether a letter was posted
// in time (在途时间), and does not decide from which day a suspension counts.
//
// All values may be used from several goroutines. Short and Chinese forms of a Span and the form of calendar files stay;
// the wording of reasons may get better.
package workday
