package casefiletest

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/casefile"
	"github.com/fazhi-go/fazhi/workday"
)

// Correct returns a file of the sort that keeps every demand, most limits to the last day: a penalty by the ordinary
// procedure with a hearing, a permit with a hearing, an extended seizure with a freeze. It is nil for a sort that there
// is not.
func Correct(sort casefile.Sort) *casefile.File {
	switch sort {
	case casefile.Penalty:
		return penalty()
	case casefile.NoPenalty:
		return noPenalty()
	case casefile.Permit:
		return permit()
	case casefile.Coercion:
		return coercion()
	case casefile.Inspection:
		return inspection()
	}
	return nil
}

// Summary returns a file of a penalty by the summary procedure (简易程序) that keeps every demand.
func Summary() *casefile.File {
	f := started("AJ-JY-1", casefile.Penalty)
	f.Procedure, f.Number = casefile.Summary, "某城管当罚〔2024〕1号"
	f.PartySort, f.Penalties, f.Fine = casefile.Citizen, []string{"罚款"}, money(200_00)
	set(f, map[casefile.Event]string{
		casefile.ActEnded: "2024-09-27", casefile.Found: "2024-09-27", casefile.Inspected: "2024-09-27",
		casefile.Informed: "2024-09-27", casefile.Decided: "2024-09-27", casefile.Served: "2024-09-27",
		casefile.FineCollected: "2024-09-27", casefile.FineHandedIn: "2024-09-30", casefile.FineBanked: "2024-10-09",
		casefile.Closed: "2024-10-10", casefile.Archived: "2024-10-18",
	})
	yes(f, casefile.ShownID)
	no(f, casefile.PartyAbsent, casefile.Harmful, casefile.Enterprise)
	hold(f, "2024-09-27", "当场行政处罚决定书", "当场处罚备案表")
	return f
}

func penalty() *casefile.File {
	f := started("AJ-CF-1", casefile.Penalty)
	f.Procedure, f.Number = casefile.Ordinary, "某城管罚〔2024〕1号"
	f.PartySort, f.Penalties, f.Fine = casefile.LegalPerson, []string{"罚款"}, money(50_000_00)
	set(f, map[casefile.Event]string{
		casefile.ActEnded: "2022-03-05", casefile.Found: "2024-03-05", casefile.Inspected: "2024-03-05",
		casefile.Filed: "2024-03-07", casefile.Preserved: "2024-03-08", casefile.PreservationHandled: "2024-03-19",
		casefile.OrderedToCorrect: "2024-03-20", casefile.Investigated: "2024-04-10", casefile.Informed: "2024-04-11",
		casefile.Pleaded: "2024-04-15", casefile.HearingRequested: "2024-04-18", casefile.PleaAnswered: "2024-04-22",
		casefile.HearingNoticed: "2024-04-24", casefile.Heard: "2024-05-07", casefile.LegalReviewed: "2024-05-20",
		casefile.Discussed: "2024-05-28", casefile.Decided: "2024-06-05", casefile.Served: "2024-06-17",
		casefile.Published: "2024-06-18", casefile.Due: "2024-07-02", casefile.Closed: "2024-07-08", casefile.Archived: "2024-07-19",
	})
	yes(f, casefile.Enterprise, casefile.ShownID, casefile.PartyAbsent, casefile.HearingDue, casefile.HearingTold, casefile.ReviewDue,
		casefile.FirstReviewer, casefile.ReviewerQualified, casefile.DiscussionDue, casefile.Sealed)
	no(f, casefile.InvestigatorDecided, casefile.HeavierAfterPlea, casefile.Harmful, casefile.Continuing)
	hold(f, "2024-03-07", "立案审批表", "现场检查(勘察)笔录", "先行登记保存决定书", "调查询问笔录", "收集的其他证据")
	hold(f, "2024-03-20", "责令改正违法行为决定书")
	hold(f, "2024-04-11", "案件调查报告", "行政处罚事先(听证)告知书", "陈述申辩复核意见书", "行政处罚听证通知书", "听证笔录")
	hold(f, "2024-05-28", "法制审核意见书", "集体讨论记录")
	hold(f, "2024-06-05", "行政处罚决定书", "送达回证")
	hold(f, "2024-07-08", "结案审批表")
	return f
}

func noPenalty() *casefile.File {
	f := started("AJ-BY-1", casefile.NoPenalty)
	f.Procedure, f.Number, f.PartySort = casefile.Ordinary, "某城管不罚〔2024〕1号", casefile.Organization
	set(f, map[casefile.Event]string{
		casefile.ActEnded: "2024-06-20", casefile.Found: "2024-06-28", casefile.Inspected: "2024-06-28", casefile.Filed: "2024-07-05",
		casefile.Investigated: "2024-09-20", casefile.Decided: "2024-10-08", casefile.Served: "2024-10-09",
		casefile.Closed: "2024-10-15", casefile.Archived: "2024-10-25",
	})
	yes(f, casefile.Enterprise, casefile.ShownID)
	no(f, casefile.InvestigatorDecided, casefile.PartyAbsent)
	hold(f, "2024-07-05", "立案审批表", "现场检查(勘察)笔录", "调查询问笔录", "案件调查报告")
	hold(f, "2024-10-08", "不予行政处罚决定书", "送达回证", "结案审批表")
	return f
}

func permit() *casefile.File {
	f := started("AJ-XK-1", casefile.Permit)
	f.Number, f.PartySort = "某城管许〔2024〕1号", casefile.LegalPerson
	set(f, map[casefile.Event]string{
		casefile.Applied: "2024-01-26", casefile.CorrectionTold: "2024-02-02", casefile.Accepted: "2024-02-08",
		casefile.Informed: "2024-02-20", casefile.HearingRequested: "2024-02-27", casefile.HearingNoticed: "2024-03-15",
		casefile.Heard: "2024-03-26", casefile.Decided: "2024-04-11", casefile.Served: "2024-04-25", casefile.Archived: "2024-05-20",
	})
	f.Pauses = append(f.Pauses, pause("2024-02-28", "2024-03-26", "听证"))
	yes(f, casefile.Enterprise, casefile.HearingDue, casefile.HearingTold, casefile.PausesTold)
	no(f, casefile.Joint)
	hold(f, "2024-01-26", "行政许可申请书", "补正告知书", "行政许可受理通知书")
	hold(f, "2024-03-26", "听证笔录", "行政许可决定书", "送达回证")
	return f
}

func coercion() *casefile.File {
	f := started("AJ-QZ-1", casefile.Coercion)
	f.Number, f.PartySort = "某城管封〔2024〕1号", casefile.LegalPerson
	set(f, map[casefile.Event]string{
		casefile.Inspected: "2024-08-29", casefile.Seized: "2024-08-30", casefile.SeizureExtended: "2024-09-29",
		casefile.SeizureReleased: "2024-10-29", casefile.Frozen: "2024-08-30", casefile.FreezeServed: "2024-09-04",
		casefile.FreezeReleased: "2024-09-29", casefile.Archived: "2024-11-20",
	})
	f.OnSpot, f.OnSpotReported = moment("2024-08-29 09:00"), moment("2024-08-30 09:00")
	yes(f, casefile.Enterprise, casefile.ShownID, casefile.ExtensionTold)
	hold(f, "2024-08-30", "现场检查(勘察)笔录", "查封/扣押审批表", "查封/扣押决定书(含清单)", "查封/扣押现场笔录(含清单)", "冻结审批表", "冻结现场笔录", "冻结通知书", "冻结决定书")
	hold(f, "2024-09-29", "解除冻结决定书")
	hold(f, "2024-10-29", "查封/扣押延期决定书", "解除查封/扣押决定书")
	return f
}

func inspection() *casefile.File {
	f := started("AJ-JC-1", casefile.Inspection)
	f.PartySort = casefile.LegalPerson
	set(f, map[casefile.Event]string{casefile.Inspected: "2025-03-10", casefile.Archived: "2025-03-20"})
	yes(f, casefile.Enterprise, casefile.ShownID)
	hold(f, "2025-03-10", "行政检查审批表", "行政检查通知书", "现场检查(勘察)笔录")
	return f
}

// started is what every file has.
func started(serial string, sort casefile.Sort) *casefile.File {
	return &casefile.File{Serial: serial, Organ: "第01部门", Sort: sort, Cause: "虚构事项一", Party: "当事人0001",
		Officers: number(2), Qualified: number(2)}
}

func set(f *casefile.File, days map[casefile.Event]string) {
	for e, text := range days {
		f.Dates[e] = day(text)
	}
}

func yes(f *casefile.File, facts ...casefile.Fact) {
	for _, fact := range facts {
		f.Facts[fact] = casefile.Yes
	}
}

func no(f *casefile.File, facts ...casefile.Fact) {
	for _, fact := range facts {
		f.Facts[fact] = casefile.No
	}
}

// hold puts documents of two pages into the file; the digest is that of their name.
func hold(f *casefile.File, on string, names ...string) {
	for _, name := range names {
		sum := sha256.Sum256([]byte(f.Serial + name))
		f.Documents = append(f.Documents, casefile.Document{Name: name, Date: day(on), Pages: 2,
			Digest: "sha256:" + hex.EncodeToString(sum[:])})
	}
}

// without takes documents of that name out of the file.
func without(f *casefile.File, name string) {
	f.Documents = slices.DeleteFunc(f.Documents, func(d casefile.Document) bool { return d.Name == name })
}

// day reads a day of the tables of this package; the zero Date would show in the first test.
func day(text string) fazhi.Date {
	d, err := fazhi.ParseDate(text)
	if err != nil {
		return fazhi.Date{}
	}
	return d
}

func moment(text string) casefile.Moment {
	m, err := casefile.ParseMoment(text)
	if err != nil {
		return casefile.Moment{}
	}
	return m
}

func money(fen fazhi.Money) *fazhi.Money { return &fen }

func number(n int) *int { return &n }

func pause(from, to, reason string) workday.Pause {
	return workday.Pause{Period: fazhi.Period{From: day(from), To: day(to)}, Reason: reason}
}
