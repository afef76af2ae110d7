package casefiletest

import (
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/casefile"
)

// A Mutant is a correct file with one thing wrong. Breaks is the name of the one demand that it breaks, as the field of
// the vocabulary has it; of a document that is missing, the document.
type Mutant struct {
	Name   string
	Breaks string
	File   *casefile.File
}

// Mutants returns the mutants of the correct file of a sort: each limit missed by a day, each duty neglected, each pair of
// steps turned round, each document missing. Where a date serves two demands, the file is changed so that only one of them
// breaks: a late hearing has no legal review that it could be later than. The changes are those of the tables below.
func Mutants(sort casefile.Sort) []Mutant {
	var list []Mutant
	for _, c := range changes() {
		if c.sort == sort {
			f := c.base()
			c.change(f)
			f.Serial += "-" + c.breaks
			list = append(list, Mutant{Name: c.breaks, Breaks: c.breaks, File: f})
		}
	}
	return append(list, missing(sort)...)
}

// missing makes a mutant for each document that the law wants in the correct file.
func missing(sort casefile.Sort) []Mutant {
	var list []Mutant
	done := make(map[string]bool)
	for _, base := range correct(sort) {
		for _, d := range base.Documents {
			f := clone(base)
			if without(f, d.Name); isWanted(base, d.Name) && !done[base.Serial+d.Name] {
				done[base.Serial+d.Name] = true
				f.Serial += "-缺" + d.Name
				list = append(list, Mutant{Name: "缺少" + d.Name, Breaks: d.Name, File: f})
			}
		}
	}
	return list
}

// correct are the correct files of a sort, with those that went further than the usual one.
func correct(sort casefile.Sort) []*casefile.File {
	switch sort {
	case casefile.Penalty:
		sued, self := penalty(), penalty()
		unpaid(sued)
		enforced(self)
		return []*casefile.File{penalty(), Summary(), sued, self}
	case casefile.Permit:
		return []*casefile.File{permit(), extendedPermit(), rejected()}
	}
	if f := Correct(sort); f != nil {
		return []*casefile.File{f}
	}
	return nil
}

// extendedPermit is a permit that took longer, with the reason told.
func extendedPermit() *casefile.File {
	f := permit()
	f.Dates[casefile.Extended], f.Facts[casefile.ExtensionTold] = day("2024-04-10"), casefile.Yes
	hold(f, "2024-04-10", "延长许可期限告知书")
	return f
}

// rejected is an application that was not taken on.
func rejected() *casefile.File {
	f := started("AJ-XK-2", casefile.Permit)
	f.PartySort = casefile.LegalPerson
	set(f, map[casefile.Event]string{casefile.Applied: "2024-01-26", casefile.Archived: "2024-02-20"})
	yes(f, casefile.Enterprise, casefile.NotAccepted)
	no(f, casefile.Joint, casefile.HearingDue)
	hold(f, "2024-01-26", "行政许可申请书", "行政许可不予受理通知书")
	return f
}

// isWanted reports whether a writ for the file has that name; its conditions hold, because the correct file has them all.
func isWanted(f *casefile.File, name string) bool {
	return slices.ContainsFunc(casefile.Writs(), func(w casefile.Writ) bool { return w.Name == name && w.IsFor(f) })
}

// clone copies what mutants change.
func clone(f *casefile.File) *casefile.File {
	c := *f
	c.Documents = slices.Clone(f.Documents)
	return &c
}

// change is what makes a mutant of a file.
type change struct {
	sort   casefile.Sort
	breaks string
	base   func() *casefile.File
	change func(*casefile.File)
}

func changes() []change {
	return slices.Concat(lateSteps(), neglected(), turned(), permits(), others())
}

// late sets an event so many days after another.
func late(e, after casefile.Event, days int) func(*casefile.File) {
	return func(f *casefile.File) { f.Dates[e] = f.Dates[after].AddDays(days) }
}

// on sets days, and clears those without text.
func on(days map[casefile.Event]string) func(*casefile.File) {
	return func(f *casefile.File) { set(f, days) }
}

// both makes two changes.
func both(list ...func(*casefile.File)) func(*casefile.File) {
	return func(f *casefile.File) {
		for _, c := range list {
			c(f)
		}
	}
}

func says(fact casefile.Fact, a casefile.Answer) func(*casefile.File) {
	return func(f *casefile.File) { f.Facts[fact] = a }
}

// plain takes the plea and the hearing out of a file.
func plain(f *casefile.File) {
	for _, e := range []casefile.Event{casefile.Pleaded, casefile.PleaAnswered, casefile.HearingRequested, casefile.HearingNoticed, casefile.Heard} {
		f.Dates[e] = fazhi.Date{}
	}
	no(f, casefile.HearingDue)
}

// unpaid makes a file of one whose party did not pay, up to the application to a court.
func unpaid(f *casefile.File) {
	set(f, map[casefile.Event]string{casefile.SuitExpired: "2024-12-17", casefile.Urged: "2024-12-18",
		casefile.CourtApplied: "2025-01-03", casefile.Closed: "2025-05-06", casefile.Archived: "2025-05-20"})
	hold(f, "2024-12-18", "督促履行义务催告书", "强制执行申请书")
}

// enforced makes a file of one whose fine the organ itself enforces, with an added fine.
func enforced(f *casefile.File) {
	f.Added = money(45_000_00)
	set(f, map[casefile.Event]string{casefile.Urged: "2024-07-15", casefile.EnforcementDecided: "2024-08-02",
		casefile.Closed: "2024-09-02", casefile.Archived: "2024-09-20"})
	hold(f, "2024-07-15", "督促履行义务催告书", "强制执行决定书")
}

// lateSteps are the limits of penalties, each missed by a day.
func lateSteps() []change {
	const p = casefile.Penalty
	return []change{
		{p, "追责期限", penalty, on(map[casefile.Event]string{casefile.Found: "2024-03-06"})},
		{p, "处罚决定期限", penalty, on(map[casefile.Event]string{casefile.Decided: "2024-06-06"})},
		{p, "先行登记保存期限", penalty, on(map[casefile.Event]string{casefile.PreservationHandled: "2024-03-20"})},
		{p, "处罚送达期限", penalty, on(map[casefile.Event]string{casefile.Served: "2024-06-18"})},
		{p, "听证要求期限", penalty, on(map[casefile.Event]string{casefile.HearingRequested: "2024-04-19"})},
		{p, "听证申请期届满要求", penalty, both(plain, says(casefile.HearingDue, casefile.Yes), on(map[casefile.Event]string{casefile.Informed: "2024-05-29"}))},
		{p, "听证通知期限", penalty, on(map[casefile.Event]string{casefile.HearingNoticed: "2024-04-25"})},
		{p, "撤回公开期限", penalty, on(map[casefile.Event]string{casefile.Changed: "2024-09-13", casefile.Withdrawn: "2024-09-20"})},
		{p, "当场收缴罚款上缴期限", Summary, on(map[casefile.Event]string{casefile.FineHandedIn: "2024-10-01"})},
		{p, "罚款缴银行期限", Summary, on(map[casefile.Event]string{casefile.FineBanked: "2024-10-10"})},
		{p, "催告后申请执行的最早时间", penalty, both(unpaid, on(map[casefile.Event]string{casefile.CourtApplied: "2025-01-02"}))},
		{p, "申请执行期限", penalty, both(unpaid, on(map[casefile.Event]string{casefile.CourtApplied: "2025-03-18"}))},
		{p, "加处罚款等候期限", penalty, both(enforced, on(map[casefile.Event]string{casefile.EnforcementDecided: "2024-08-01"}))},
	}
}

// neglected are the duties of penalties.
func neglected() []change {
	const p = casefile.Penalty
	return []change{
		{p, "执法人员人数要求", penalty, oneOfficer},
		{p, "执法资格要求", penalty, func(f *casefile.File) { f.Qualified = number(1) }},
		{p, "出示证件要求", penalty, says(casefile.ShownID, casefile.No)},
		{p, "当场处罚出示证件要求", Summary, says(casefile.ShownID, casefile.No)},
		{p, "听证权利告知要求", penalty, says(casefile.HearingTold, casefile.No)},
		{p, "举行听证要求", penalty, on(map[casefile.Event]string{casefile.Heard: "", casefile.HearingNoticed: ""})},
		{p, "审核人员资格要求", penalty, says(casefile.ReviewerQualified, casefile.No)},
		{p, "查审分离要求", penalty, says(casefile.InvestigatorDecided, casefile.Yes)},
		{p, "申辩不加重要求", penalty, says(casefile.HeavierAfterPlea, casefile.Yes)},
		{p, "决定书印章要求", penalty, says(casefile.Sealed, casefile.No)},
		{p, "当场处罚限额", Summary, func(f *casefile.File) { f.Fine = money(200_01) }},
		{p, "加处罚款限额", penalty, func(f *casefile.File) { f.Added = money(50_000_01) }},
	}
}

// turned are the pairs of steps of penalties, each turned round by a day.
func turned() []change {
	const p = casefile.Penalty
	return []change{
		{p, "先发现后立案", penalty, both(on(map[casefile.Event]string{casefile.ActEnded: "2024-01-05"}), late(casefile.Found, casefile.Filed, 1))},
		{p, "先立案后终结", penalty, late(casefile.Investigated, casefile.Filed, -1)},
		{p, "先调查终结后决定", penalty, late(casefile.Investigated, casefile.Decided, 1)},
		{p, "先告知后决定", penalty, both(plain, late(casefile.Informed, casefile.Decided, 1))},
		{p, "先申辩后复核", penalty, late(casefile.PleaAnswered, casefile.Pleaded, -1)},
		{p, "先复核后决定", penalty, late(casefile.PleaAnswered, casefile.Decided, 1)},
		{p, "先听证后审核", penalty, late(casefile.LegalReviewed, casefile.Heard, -1)},
		{p, "先听证后决定", penalty, both(on(map[casefile.Event]string{casefile.LegalReviewed: ""}), says(casefile.ReviewDue, casefile.No), late(casefile.Heard, casefile.Decided, 1))},
		{p, "先审核后决定", penalty, late(casefile.LegalReviewed, casefile.Decided, 1)},
		{p, "申辩后再讨论", penalty, late(casefile.Discussed, casefile.Pleaded, -1)},
		{p, "先讨论后决定", penalty, late(casefile.Discussed, casefile.Decided, 1)},
		{p, "先决定后送达", penalty, both(says(casefile.PartyAbsent, casefile.No), late(casefile.Served, casefile.Decided, -1))},
		{p, "先决定后公开", penalty, late(casefile.Published, casefile.Decided, -1)},
		{p, "先决定后结案", penalty, late(casefile.Closed, casefile.Decided, -1)},
		{p, "先结案后归档", penalty, late(casefile.Archived, casefile.Closed, -1)},
		{p, "先届满后催告", penalty, both(enforced, late(casefile.Urged, casefile.Due, 0))},
		{p, "先催告后执行", penalty, both(enforced, late(casefile.Urged, casefile.EnforcementDecided, 1))},
	}
}

// permits are the changes of permits.
func permits() []change {
	const p = casefile.Permit
	return []change{
		{p, "补正告知期限", permit, on(map[casefile.Event]string{casefile.CorrectionTold: "2024-02-03"})},
		{p, "许可决定期限", permit, on(map[casefile.Event]string{casefile.Decided: "2024-04-12"})},
		{p, "许可送达期限", permit, on(map[casefile.Event]string{casefile.Served: "2024-04-26"})},
		{p, "许可听证申请期限", permit, on(map[casefile.Event]string{casefile.HearingRequested: "2024-02-28"})},
		{p, "许可听证组织期限", permit, on(map[casefile.Event]string{casefile.Heard: "2024-03-27"})},
		{p, "许可听证通知期限", permit, on(map[casefile.Event]string{casefile.HearingNoticed: "2024-03-16"})},
		{p, "许可听证权利告知要求", permit, says(casefile.HearingTold, casefile.No)},
		{p, "许可除外期间告知要求", permit, says(casefile.PausesTold, casefile.No)},
		{p, "许可延期告知要求", extendedPermit, says(casefile.ExtensionTold, casefile.No)},
		{p, "先申请后受理", permit, both(on(map[casefile.Event]string{casefile.CorrectionTold: ""}), late(casefile.Applied, casefile.Accepted, 1))},
		{p, "许可先听证后决定", permit, on(map[casefile.Event]string{casefile.Informed: "2024-03-27", casefile.HearingRequested: "2024-04-01",
			casefile.HearingNoticed: "2024-04-01", casefile.Heard: "2024-04-12"})},
	}
}

func oneOfficer(f *casefile.File) { f.Officers, f.Qualified = number(1), number(1) }

// others are the changes of the other sorts.
func others() []change {
	const n, c, i = casefile.NoPenalty, casefile.Coercion, casefile.Inspection
	return []change{
		{n, "处罚决定期限", noPenalty, on(map[casefile.Event]string{casefile.Decided: "2024-10-09"})},
		{n, "先立案后终结", noPenalty, late(casefile.Investigated, casefile.Filed, -1)},
		{n, "查审分离要求", noPenalty, says(casefile.InvestigatorDecided, casefile.Yes)},
		{c, "查封扣押期限", coercion, on(map[casefile.Event]string{casefile.SeizureReleased: "2024-10-30"})},
		{c, "冻结决定交付期限", coercion, on(map[casefile.Event]string{casefile.FreezeServed: "2024-09-05"})},
		{c, "冻结期限", coercion, on(map[casefile.Event]string{casefile.FreezeReleased: "2024-09-30"})},
		{c, "当场强制报告时限", coercion, func(f *casefile.File) { f.OnSpotReported = moment("2024-08-30 09:01") }},
		{c, "强制措施人员人数要求", coercion, oneOfficer},
		{c, "强制措施人员资格要求", coercion, func(f *casefile.File) { f.Qualified = number(1) }},
		{c, "强制措施出示证件要求", coercion, says(casefile.ShownID, casefile.No)},
		{c, "检测期间告知要求", coercion, func(f *casefile.File) {
			f.Pauses, f.Facts[casefile.PausesTold] = append(f.Pauses, pause("2024-09-09", "2024-09-12", "检测")), casefile.No
		}},
		{c, "延长查封冻结告知要求", coercion, says(casefile.ExtensionTold, casefile.No)},
		{i, "检查人员人数要求", inspection, oneOfficer},
		{i, "检查人员资格要求", inspection, func(f *casefile.File) { f.Qualified = number(1) }},
		{i, "检查出示证件要求", inspection, says(casefile.ShownID, casefile.No)},
	}
}
