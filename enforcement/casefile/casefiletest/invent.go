package casefiletest

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/casefile"
)

// Departments is how many departments the files of Invent come from.
const Departments = 17

// Invent returns n closed and archived files of mixed sorts from Departments departments: mostly penalties by the ordinary
// procedure, with faults here and there as in a real round. The same n and seed give the same files, and the first files
// do not depend on n.
func Invent(n int, seed uint64) []*casefile.File {
	list := make([]*casefile.File, 0, max(n, 0))
	for i := range n {
		list = append(list, invent(i, dice{seed: seed, stream: uint64(i)}))
	}
	return list
}

// dice gives numbers that depend on the seed, the file and how many were asked for, and on nothing else. They are the
// bytes of SHA-256, so that they are the same on every machine and in every version of Go.
type dice struct{ seed, stream, n uint64 }

// below returns a number from 0 to n-1.
func (d *dice) below(n int) int {
	var b [24]byte
	binary.BigEndian.PutUint64(b[0:], d.seed)
	binary.BigEndian.PutUint64(b[8:], d.stream)
	binary.BigEndian.PutUint64(b[16:], d.n)
	d.n++
	sum := sha256.Sum256(b[:])
	return int(binary.BigEndian.Uint64(sum[:8]) % uint64(n))
}

// between returns a number from least to most.
func (d *dice) between(least, most int) int { return least + d.below(most-least+1) }

// one reports true once in n times.
func (d *dice) one(n int) bool { return d.below(n) == 0 }

func invent(i int, d dice) *casefile.File {
	f := &casefile.File{
		Serial: fmt.Sprintf("AJ-%05d", i+1), Organ: fmt.Sprintf("第%02d部门", d.between(1, Departments)),
		Cause: fmt.Sprintf("虚构事项%02d", d.between(1, 20)), Party: fazhi.PersonName(fmt.Sprintf("当事人%05d", i+1)),
		PartySort: []string{casefile.Citizen, casefile.LegalPerson, casefile.LegalPerson, casefile.Organization}[d.below(4)],
		Officers:  number(2), Qualified: number(2),
	}
	if d.one(40) {
		f.Qualified = number(1)
	}
	answer(f, casefile.ShownID, !d.one(30))
	answer(f, casefile.Enterprise, f.PartySort != casefile.Citizen)
	answer(f, casefile.Township, d.one(6))
	answer(f, casefile.Contested, d.one(25))
	d.sort(f)
	lose(f, &d)
	return f
}

// sort gives a file its sort and what that has.
func (d *dice) sort(f *casefile.File) {
	kind := d.below(100)
	begun := fazhi.DateOf(2024, 1, 2).AddDays(d.below(240))
	switch {
	case kind < 60:
		inventPenalty(f, d, begun)
	case kind < 70:
		inventSummary(f, d, begun)
	case kind < 78:
		inventNoPenalty(f, d, begun)
	case kind < 90:
		inventPermit(f, d, begun)
	case kind < 96:
		inventCoercion(f, d, begun)
	default:
		inventInspection(f, d, begun.AddDays(366))
	}
}

func answer(f *casefile.File, fact casefile.Fact, yes bool) { f.Facts[fact] = casefile.AnswerOf(yes) }

// step sets an event some days after another and returns its day.
func (d *dice) step(f *casefile.File, e, after casefile.Event, least, most int) fazhi.Date {
	f.Dates[e] = f.Dates[after].AddDays(d.between(least, most))
	return f.Dates[e]
}

// put adds documents of one day.
func (d *dice) put(f *casefile.File, on fazhi.Date, names ...string) {
	for _, name := range names {
		hold(f, on.String(), name)
		f.Documents[len(f.Documents)-1].Pages = d.between(1, 6)
	}
}

// finish closes and archives a file.
func (d *dice) finish(f *casefile.File, last casefile.Event) {
	d.step(f, casefile.Closed, last, 3, 30)
	d.step(f, casefile.Archived, casefile.Closed, 3, 30)
}

// opened is the beginning of a penalty by the ordinary procedure, also of one that is not given.
func opened(f *casefile.File, d *dice, begun fazhi.Date) {
	f.Procedure = casefile.Ordinary
	f.Dates[casefile.Filed] = begun
	d.step(f, casefile.Found, casefile.Filed, -10, 0)
	f.Dates[casefile.Inspected] = f.Dates[casefile.Found]
	d.step(f, casefile.ActEnded, casefile.Found, -300, 0)
	d.step(f, casefile.Investigated, casefile.Filed, 15, 40)
	answer(f, casefile.InvestigatorDecided, d.one(60))
	answer(f, casefile.Harmful, d.one(30))
	d.put(f, begun, "立案审批表", "现场检查(勘察)笔录", "调查询问笔录")
	d.put(f, f.Dates[casefile.Investigated], "案件调查报告")
}

func inventPenalty(f *casefile.File, d *dice, begun fazhi.Date) {
	f.Sort, f.Number = casefile.Penalty, fmt.Sprintf("某罚〔%d〕%d号", begun.Year(), d.between(1, 400))
	opened(f, d, begun)
	fine := fazhi.Money(d.between(5, 900)) * 100_00
	f.Penalties, f.Fine = []string{"罚款"}, &fine
	major := d.one(4)
	for _, fact := range []casefile.Fact{casefile.HearingDue, casefile.ReviewDue, casefile.DiscussionDue} {
		answer(f, fact, major)
	}
	d.step(f, casefile.Informed, casefile.Investigated, 1, 6)
	d.put(f, f.Dates[casefile.Informed], "行政处罚事先(听证)告知书")
	d.step(f, casefile.Decided, casefile.Informed, 10, 42)
	if d.one(12) {
		d.step(f, casefile.Decided, casefile.Filed, 88, 99)
	}
	if major {
		grave(f, d)
	}
	if d.one(3) {
		d.step(f, casefile.Pleaded, casefile.Informed, 1, 3)
		d.step(f, casefile.PleaAnswered, casefile.Pleaded, 1, 4)
		answer(f, casefile.HeavierAfterPlea, d.one(40))
		d.put(f, f.Dates[casefile.PleaAnswered], "陈述申辩复核意见书")
	}
	answer(f, casefile.Sealed, !d.one(60))
	decided(f, d, "行政处罚决定书")
}

// grave adds what grave cases need.
func grave(f *casefile.File, d *dice) {
	answer(f, casefile.HearingTold, !d.one(20))
	answer(f, casefile.FirstReviewer, true)
	answer(f, casefile.ReviewerQualified, !d.one(15))
	d.step(f, casefile.LegalReviewed, casefile.Decided, -4, 0)
	d.step(f, casefile.Discussed, casefile.Decided, -3, 0)
	if d.one(10) {
		d.step(f, casefile.LegalReviewed, casefile.Decided, 1, 2)
	}
	d.put(f, f.Dates[casefile.Discussed], "法制审核意见书", "集体讨论记录")
}

// decided is the end of a case: the decision, its service, the closing.
func decided(f *casefile.File, d *dice, writ string) {
	d.put(f, f.Dates[casefile.Decided], writ)
	absent := d.one(2)
	answer(f, casefile.PartyAbsent, absent)
	f.Dates[casefile.Served] = f.Dates[casefile.Decided]
	if absent {
		d.step(f, casefile.Served, casefile.Decided, 1, 10)
	}
	d.put(f, f.Dates[casefile.Served], "送达回证")
	d.finish(f, casefile.Served)
	d.put(f, f.Dates[casefile.Closed], "结案审批表")
}

func inventSummary(f *casefile.File, d *dice, begun fazhi.Date) {
	f.Sort, f.Procedure, f.PartySort = casefile.Penalty, casefile.Summary, casefile.Citizen
	fine := fazhi.Money(d.between(1, 4)) * 50_00
	if d.one(20) {
		fine = 300_00
	}
	f.Penalties, f.Fine = []string{"罚款"}, &fine
	for _, e := range []casefile.Event{casefile.ActEnded, casefile.Found, casefile.Inspected, casefile.Informed, casefile.Decided, casefile.Served} {
		f.Dates[e] = begun
	}
	if d.one(2) {
		f.Dates[casefile.FineCollected] = begun
		d.step(f, casefile.FineHandedIn, casefile.FineCollected, 0, 3)
		d.step(f, casefile.FineBanked, casefile.FineHandedIn, 0, 3)
	}
	answer(f, casefile.Harmful, false)
	answer(f, casefile.PartyAbsent, false)
	d.finish(f, casefile.Served)
	d.put(f, begun, "当场行政处罚决定书", "当场处罚备案表")
}

func inventNoPenalty(f *casefile.File, d *dice, begun fazhi.Date) {
	f.Sort, f.Number = casefile.NoPenalty, fmt.Sprintf("某不罚〔%d〕%d号", begun.Year(), d.between(1, 100))
	opened(f, d, begun)
	d.step(f, casefile.Decided, casefile.Investigated, 3, 55)
	decided(f, d, "不予行政处罚决定书")
}

func inventPermit(f *casefile.File, d *dice, begun fazhi.Date) {
	f.Sort, f.Number = casefile.Permit, fmt.Sprintf("某许〔%d〕%d号", begun.Year(), d.between(1, 900))
	f.Dates[casefile.Applied] = begun
	d.step(f, casefile.Accepted, casefile.Applied, 0, 5)
	d.step(f, casefile.Decided, casefile.Accepted, 5, 30)
	d.step(f, casefile.Served, casefile.Decided, 0, 15)
	answer(f, casefile.Joint, d.one(15))
	answer(f, casefile.HearingDue, false)
	d.step(f, casefile.Closed, casefile.Served, 0, 5)
	d.step(f, casefile.Archived, casefile.Closed, 3, 30)
	d.put(f, begun, "行政许可申请书", "行政许可受理通知书")
	d.put(f, f.Dates[casefile.Decided], "行政许可决定书", "送达回证")
}

func inventCoercion(f *casefile.File, d *dice, begun fazhi.Date) {
	f.Sort, f.Number = casefile.Coercion, fmt.Sprintf("某封〔%d〕%d号", begun.Year(), d.between(1, 90))
	f.Dates[casefile.Inspected], f.Dates[casefile.Seized] = begun, begun
	d.step(f, casefile.SeizureReleased, casefile.Seized, 8, 32)
	d.finish(f, casefile.SeizureReleased)
	d.put(f, begun, "现场检查(勘察)笔录", "查封/扣押审批表", "查封/扣押决定书(含清单)", "查封/扣押现场笔录(含清单)")
	d.put(f, f.Dates[casefile.SeizureReleased], "解除查封/扣押决定书")
}

func inventInspection(f *casefile.File, d *dice, begun fazhi.Date) {
	f.Sort = casefile.Inspection
	f.Dates[casefile.Inspected] = begun
	d.finish(f, casefile.Inspected)
	d.put(f, begun, "行政检查审批表", "行政检查通知书", "现场检查(勘察)笔录")
}

// lose takes a document out of one file in eight.
func lose(f *casefile.File, d *dice) {
	if d.one(8) {
		n := d.below(len(f.Documents))
		f.Documents = append(f.Documents[:n:n], f.Documents[n+1:]...)
	}
}
