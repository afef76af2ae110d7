package course_test

import (
	"errors"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/reconsideration/course"
	"github.com/fazhi-go/fazhi/workday"
)

// letterOf are the letters of the steps of cases, and those of suits.
func letterOf() (ofCase, ofSuit map[string]string) {
	return map[string]string{
			"行政行为作出": "P", "知道行政行为": "K", "收到": "R", "通知补正": "N", "补正通知送达": "S", "补正": "U", "受理": "A", "受理（简易程序）": "a", "视为受理": "V",
			"不予受理": "X", "不予受理决定书送达": "x", "视为放弃": "G", "转为普通程序": "C", "听取意见": "L", "调查取证": "I", "听证通知": "n", "听证": "H",
			"委员会咨询": "B", "延长审理期限": "T", "中止": "Q", "中止（参加人未确定）": "q", "中止（附带审查，有权处理）": "O", "中止（附带审查，无权处理）": "o", "恢复": "r",
			"发送副本": "c", "副本送达": "s", "答复": "d", "通知制定机关": "m", "制定机关收到通知": "M", "制定机关答复": "w", "转送附带审查": "z", "接受机关收到转送": "Z",
			"收到处理意见": "y", "决定": "D", "终止": "t", "终止决定书送达": "k", "调解": "F", "决定书送达": "e", "责令重作送达": "f", "重新作出": "h",
			"意见书送达": "i", "意见书反馈": "j", "归档": "g",
		}, map[string]string{
			"收到复议决定": "d", "起诉": "q", "收到应诉通知": "n", "答辩": "a", "出庭": "c", "判决送达": "p", "裁判生效": "e", "履行": "l", "归档": "g",
		}
}

// words returns what a lawful course looks like as a word, finished or not: of a case and of a suit.
func words() (ofCase, ofSuit *regexp.Regexp) {
	const still = `(?:(?:Q[csd]*)+|(?:q[csd]*)+|(?:O[csd]*)+(?:m[csd]*(?:M[csd]*(?:w[csd]*)?)?)?|(?:o[csd]*)+(?:z[csd]*(?:Z[csd]*(?:y[csd]*)?)?)?)`
	ends := `(?:D[efhij]*g?|` + still + `?(?:tk*[ij]*g?|F[ij]*g?)?)`
	simple := `(?:[LInHBcsd]|` + still + `r)*`
	ordinary := `(?:[LInHBcsdT]|` + still + `r)*`
	heard := `(?:A` + ordinary + ends + `|a` + simple + `(?:C` + ordinary + `)?` + ends + `)`
	deemed := `V` + ordinary + ends
	return regexp.MustCompile(`^P?K?(?:R(?:(?:NS?U?)?(?:Xx?g?|` + heard + `)?|(?:NS?U)?` + deemed + `|NSG)?)?$`),
		regexp.MustCompile(`^(?:d?q?|(?:d?q)?n[ac]*(?:pe?l*g?)?)$`)
}

// A limit runs from one of some steps to one of others.
type limit struct {
	from, to string // letters
	span     string
}

// late are the steps that may be noted after others.
const late = "SsefiMZx"

// A judge is the independent rule: words, answers, and limits counted one by one.
type judge struct {
	require  *require.Assertions
	calendar *workday.Calendar
	word     string
	days     []fazhi.Date
	on       fazhi.Date
	faults   []string
}

func (j *judge) fault(ok bool, name string) {
	if !ok {
		j.faults = append(j.faults, name)
	}
}

// judgeFile returns what is wrong with a file on a day, sorted.
func judgeFile(r *require.Assertions, calendar *workday.Calendar, f *course.File, on fazhi.Date) []string {
	ofCase, ofSuit := letterOf()
	caseWord, suitWord := words()
	j := &judge{require: r, calendar: calendar, on: on}
	j.spell(f.Events, ofCase)
	j.fault(caseWord.MatchString(j.word), "word "+j.word)
	served := j.first("e")
	if len(j.faults) == 0 {
		j.ofCase()
	}
	for _, s := range f.Suits {
		k := &judge{require: r, calendar: calendar, on: on, faults: j.faults}
		k.spell(s.Events, ofSuit)
		k.fault(suitWord.MatchString(k.word), "word "+k.word)
		if told := k.first("d"); !told.IsZero() {
			k.fault(!served.IsZero() && !served.After(told), "sued before service")
		}
		if filed := k.first("q"); !filed.IsZero() {
			k.fault(j.suable(filed), "sued too early")
		}
		if len(k.faults) == 0 {
			k.each(limit{"d", "q", "15d"}, limit{"n", "ap", "15d"})
			if k.has("e") {
				k.fault(k.first("e").After(k.due(k.first("p"), "15d")), "early effect")
			}
		}
		j.faults = k.faults
	}
	slices.Sort(j.faults)
	return j.faults
}

// spell writes the events as a word by their days, and looks at roles and at the order of the list.
func (j *judge) spell(events []course.Event, letter map[string]string) {
	var latest fazhi.Date
	sorted := slices.Clone(events)
	for _, e := range events {
		l, known := letter[e.Step]
		j.fault(known && !e.On.IsZero(), "unknown")
		j.fault(e.Role != "" || !strings.Contains("DCT", l) || l == "", "role")
		if !known || strings.Contains(late, l) && letter["收到"] != "" { // in a suit nothing is noted late
			continue
		}
		j.fault(!e.On.Before(latest), "list")
		latest = e.On
	}
	for i, e := range events {
		j.fault(!slices.ContainsFunc(events[:i], func(f course.Event) bool { return f.Step == e.Step && f.On == e.On }), "double")
	}
	slices.SortStableFunc(sorted, func(a, b course.Event) int { return a.On.Compare(b.On) })
	for _, e := range sorted {
		if l := letter[e.Step]; l != "" {
			j.word, j.days = j.word+l, append(j.days, e.On)
		}
	}
}

func (j *judge) has(l string) bool { return strings.Contains(j.word, l) }

// first is the day of the first of some letters.
func (j *judge) first(l string) fazhi.Date {
	if i := strings.IndexAny(j.word, l); i >= 0 {
		return j.days[i]
	}
	return fazhi.Date{}
}

func (j *judge) due(start fazhi.Date, span string, pauses ...workday.Pause) fazhi.Date {
	s, err := workday.ParseSpan(span)
	j.require.NoError(err)
	term := workday.Term{Start: start, Span: s, Pauses: pauses}
	d, err := j.calendar.Due(term)
	if errors.Is(err, workday.ErrNoCalendar) { // years after the last notice
		term.Rest = workday.Unmoved
		d, err = j.calendar.Due(term)
	}
	j.require.NoError(err)
	return d.End
}

// each judges limits: late when the step that stops them comes after the last day, open when none has come.
func (j *judge) each(limits ...limit) {
	for _, l := range limits {
		for i, c := range j.word {
			if strings.ContainsRune(l.from, c) {
				j.reach(l, i, j.due(j.days[i], l.span))
			}
		}
	}
}

// reach judges the limit that begins at a place of the word.
func (j *judge) reach(l limit, from int, due fazhi.Date) {
	for i := from + 1; i < len(j.word); i++ {
		if c := j.word[i]; strings.IndexByte(l.to+"gG", c) >= 0 || c == j.word[from] {
			j.fault(!j.days[i].After(due), "late "+l.from)
			return
		}
	}
	j.fault(!j.on.After(due), "open "+l.from)
}

// ofCase judges what words do not say.
func (j *judge) ofCase() {
	for _, need := range []string{"sd", "fh", "ij"} {
		at := strings.IndexByte(j.word, need[1])
		j.fault(at < 0 || strings.IndexByte(j.word[:at], need[0]) >= 0, "needs "+need)
	}
	old := j.first("R").Year() < 2024
	for ending, service := range map[string]string{"D": "ef", "t": "k", "X": "x"} {
		j.fault(!j.has("g") || !j.has(ending) || strings.ContainsAny(j.word, service), "not served "+ending)
	}
	ordinary := !old && (!j.has("a") || j.has("C"))
	at := strings.IndexByte(j.word, 'D')
	j.fault(!ordinary || at < 0 || strings.ContainsAny(j.word[:at], "LH"), "not heard")
	if !old {
		j.heard()
	}
	j.intake(old)
	const ended = "DtF"
	j.each(limit{"K", "R", "60d"}, limit{"q", "rtF", "60d"}, limit{"O", "rtF", "30d"}, limit{"f", "h", "60d"}, limit{"i", "j", "60d"},
		limit{"o", "zrtF", "7wd"}, limit{"Z", "yrtF", "60d"})
	if old {
		j.each(limit{"R", "csX" + ended, "7wd"})
		for i, c := range j.word {
			if c == 's' {
				j.reply(i, j.due(j.days[i], "10d"))
			}
		}
	} else {
		j.each(limit{"P", "R", "5y"}, limit{"AV", "cs" + ended, "7wd"}, limit{"a", "cs" + ended, "3wd"}, limit{"O", "mrtF", "3wd"}, limit{"M", "wrtF", "10wd"})
		j.replies()
	}
	j.decision(old)
}

// reply judges the reply to the copy served at a place of the word, and a decision that did not wait for it.
func (j *judge) reply(at int, due fazhi.Date) {
	j.reach(limit{from: "s", to: "dDtF"}, at, due)
	if end := strings.IndexAny(j.word[at+1:], "dDs"); end >= 0 && j.word[at+1+end] == 'D' {
		j.fault(j.days[at+1+end].After(due), "not awaited")
	}
}

// replies judges each reply by the procedure on the day on which the copy was served.
func (j *judge) replies() {
	for i, c := range j.word {
		if c != 's' {
			continue
		}
		span := "10wd"
		if j.has("a") && !strings.Contains(j.word[:i], "C") {
			span = "5wd"
		}
		j.reply(i, j.due(j.days[i], span))
	}
}

// heard judges the notices of hearings: the n-th day of hearings needs a notice that was not used up by those before.
func (j *judge) heard() {
	used := 0 // places of the word up to which notices are used up
	for i, c := range j.word {
		if c != 'H' || strings.ContainsRune(j.word[:i], 'H') && j.days[strings.LastIndexByte(j.word[:i], 'H')] == j.days[i] {
			continue
		}
		n := strings.IndexByte(j.word[used:i], 'n')
		j.fault(n >= 0 && !j.days[used+n].After(j.due(j.days[i], "-5wd")), "notice of hearing")
		used += n + 1
	}
}

// suable reports whether the case was over, or its limit, on a day; or nobody had applied.
func (j *judge) suable(on fazhi.Date) bool {
	over := !j.has("R")
	for i, c := range j.word {
		over = over || strings.ContainsRune("efXtGF", c) && !j.days[i].After(on)
	}
	return over
}

// intake judges the days of review and of supplement.
func (j *judge) intake(old bool) {
	for i, c := range j.word {
		switch {
		case c == 'R' || c == 'U':
			due := j.due(j.days[i], "5wd")
			if i+1 == len(j.word) {
				j.fault(!j.on.After(due), "open review")
			} else if j.word[i+1] == 'V' {
				j.fault(j.days[i+1] == due, "deemed on another day")
			} else {
				j.fault(!j.days[i+1].After(due), "late review")
			}
		case c == 'S' && !old:
			due := j.due(j.days[i], "10wd")
			if i+1 == len(j.word) {
				j.fault(!j.on.After(due), "open supplement")
			} else {
				j.fault(j.days[i+1].After(due) == (j.word[i+1] == 'G'), "supplement")
			}
		}
	}
}

// decision judges the limit for the decision, and its extension.
func (j *judge) decision(old bool) {
	at := strings.IndexAny(j.word, "AaV")
	if old {
		at = strings.IndexByte(j.word, 'R')
	}
	if at < 0 {
		return
	}
	days, pauses := 60, []workday.Pause(nil)
	if j.word[at] == 'a' {
		days = 30
	}
	due := func() fazhi.Date { return j.due(j.days[at], spanOf(days), pauses...) }
	stands := func() bool { return len(pauses) > 0 && pauses[len(pauses)-1].To.IsZero() }
	resume := func(on fazhi.Date) {
		if stands() {
			p := &pauses[len(pauses)-1]
			if p.To = on.AddDays(-1); p.To.Before(p.From) {
				pauses = pauses[:len(pauses)-1]
			}
		}
	}
	extended := false
	for i := at + 1; i < len(j.word); i++ {
		on := j.days[i]
		switch c := j.word[i]; {
		case strings.IndexByte("QqOo", c) >= 0 || old && c == 'N':
			resume(on)
			pauses = append(pauses, workday.Pause{Period: fazhi.Period{From: on}})
		case c == 'r' || old && (c == 'U' || c == 'A'):
			resume(on)
		case c == 'C':
			days += 30
		case c == 'T':
			j.fault(stands() || !on.After(due()), "late extension")
			if !extended {
				days, extended = days+30, true
			}
		case strings.IndexByte("DtFXG", c) >= 0:
			j.fault(stands() || !on.After(due()), "late decision")
			return
		}
	}
	j.fault(stands() || !j.on.After(due()), "open decision")
}

func spanOf(days int) string { return strconv.Itoa(days) + "d" }
