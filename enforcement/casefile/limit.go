package casefile

import (
	"cmp"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/workday"
)

// A Limit is a statutory limit of time (法定期限) between two events of a file. The day of Start is not counted; End must
// not come after the last day, or, of a limit that is counted back (7日前), not after the day to which it leads. An End
// before the Start keeps no limit, unless Early says so.
type Limit struct {
	Norm
	Start, End Event
	Span       workday.Span

	// Postponed is an event from which the limit runs when it comes after Start: 暂缓分期届满日期. The zero Event is none.
	Postponed Event

	// Wait says that End must come after the last day instead: 催告书送达十日后.
	Wait bool

	// Early says that an End before the Start keeps the limit, which has not begun to run: an act that was found while it
	// went on.
	Early bool

	// Standing says that what began with Start lasts until End: of a file that was closed or archived without an End, the
	// limit is broken if that day is after the last.
	Standing bool

	// Asked is the name of the limit of a party's request on which this one rests; after a request that came too late it
	// cannot be broken. Empty: it rests on none.
	Asked string

	// Extension is by how much the limit grows when the event Extended happened before it was over; zero: it cannot.
	Extension workday.Span
	Extended  Event

	// Elsewhere says that Extension, when it is zero, may be set by rules that are not known here (法律、法规、规章另有规定): with an
	// extension approved in time, a limit that would be broken is Incalculable, until a bureau gives its own.
	Elsewhere bool

	// Other and OtherExtension stand in the place of Span and Extension when the fact Instead is so; zero: they never do.
	Other, OtherExtension workday.Span
	Instead               Fact

	// Excluded are words of which the reason of a pause must hold one, so that its days do not count: 鉴定. The empty word
	// fits every reason; without words no pause counts.
	Excluded []string

	// Rest says what happens when the last day is a day off.
	Rest workday.Rest

	when condition // nil: always
}

// spans returns the length and the extension for a file, and whether the fact that decides is known.
func (l *Limit) spans(f *File) (span, extension workday.Span, known bool) {
	if l.Other.IsZero() {
		return l.Span, l.Extension, true
	}
	switch f.Facts[l.Instead] {
	case Yes:
		return l.Other, l.OtherExtension, true
	case No:
		return l.Span, l.Extension, true
	}
	return l.Span, l.Extension, false
}

// start is the event from which the limit runs.
func (l *Limit) start(f *File) Event {
	if l.Postponed != 0 && f.Dates[l.Postponed].After(f.Dates[l.Start]) {
		return l.Postponed
	}
	return l.Start
}

// end is the day that decides, and whether it is that of the closing because what should have ended stood until then.
func (l *Limit) end(f *File) (day fazhi.Date, standing bool) {
	day = f.Dates[l.End]
	if !day.IsZero() || !l.Standing {
		return day, false
	}
	day = cmp.Or(f.Dates[Closed], f.Dates[Archived])
	return day, !day.IsZero()
}

// term is the limit for a file. The buffer is for the pauses that count.
func (l *Limit) term(f *File, span workday.Span, buf []workday.Pause) workday.Term {
	t := workday.Term{Start: f.Dates[l.start(f)], Span: span, Rest: l.Rest, Pauses: buf}
	if len(l.Excluded) == 0 {
		return t
	}
	for _, p := range f.Pauses {
		if holdsWord(p.Reason, l.Excluded) {
			t.Pauses = append(t.Pauses, p)
		}
	}
	return t
}

func holdsWord(reason string, words []string) bool {
	return slices.ContainsFunc(words, func(word string) bool { return strings.Contains(reason, word) })
}

// tests are the words for tests that do not count when something is seized (行政强制法第二十五条第三款).
func tests() []string { return []string{"检测", "检验", "检疫", "鉴定"} }

// A reckoning is how a limit was counted for a file.
type reckoning struct {
	state    State
	term     workday.Term
	deadline workday.Deadline
	err      error
	// unsure says that a fact would have to be known, reversed that the end comes before the start, late that the extension
	// was approved when the limit was over, elsewhere that it is not known how long it is, standing that there is no end and
	// the closing stands for it.
	unsure, reversed, late, elsewhere, standing bool
	end                                         fazhi.Date
}

// reckon judges the limit for a file that it is for. The buffer is for the pauses that count.
func (l *Limit) reckon(c *workday.Calendar, f *File, r *reckoning, buf []workday.Pause) {
	start := f.Dates[l.start(f)]
	r.end, r.standing = l.end(f)
	switch applies := l.when.ask(f); {
	case applies == No:
		r.state = NotApplicable
	case applies == Unknown:
		r.state = NoRecord
	case start.IsZero() || r.end.IsZero():
		r.state = NoDate
	case !l.Span.Back() && r.end.Before(start):
		r.state, r.reversed = stateOf(l.Early), true
	default:
		l.count(c, f, r, buf)
	}
	if r.standing && (r.reversed || r.state != Broken && r.state != NotApplicable) {
		r.state = NoDate
	}
}

// count asks the calendar. Where it is not known which of two lengths holds, only what breaks both is broken.
func (l *Limit) count(c *workday.Calendar, f *File, r *reckoning, buf []workday.Pause) {
	span, extension, known := l.spans(f)
	l.try(c, f, r, span, extension, buf)
	if r.state != Broken || known {
		return
	}
	other := *r
	if l.try(c, f, &other, l.Other, l.OtherExtension, buf); other.state != Broken {
		r.state, r.unsure = NoRecord, true
	}
}

// try asks for one length, once more if the limit was extended.
func (l *Limit) try(c *workday.Calendar, f *File, r *reckoning, span, extension workday.Span, buf []workday.Pause) {
	r.term = l.term(f, span, buf[:0])
	r.due(c, l)
	if r.state == Broken && l.isExtended(f) {
		r.late = f.Dates[l.Extended].After(r.deadline.End)
		switch {
		case r.late:
		case extension.IsZero():
			r.state, r.elsewhere = Incalculable, true
		default:
			r.term.Span.N += extension.N
			r.due(c, l)
		}
	}
}

// isExtended reports whether an extension that the limit knows, or may know elsewhere, was approved since it began.
func (l *Limit) isExtended(f *File) bool {
	day := f.Dates[l.Extended]
	return (l.Elsewhere || !l.Extension.IsZero()) && !day.IsZero() && !day.Before(f.Dates[l.start(f)])
}

func (r *reckoning) due(c *workday.Calendar, l *Limit) {
	r.deadline, r.err = c.Due(r.term)
	switch {
	case r.err != nil || r.deadline.Provisional:
		r.state = Incalculable
	case l.Wait:
		r.state = stateOf(r.end.After(r.deadline.End))
	default:
		r.state = stateOf(!r.end.After(r.deadline.End))
	}
}

// days, working, months and years are the lengths of the tables. Which of them a law means is its own words' matter:
// 行政处罚法 art. 85, 行政许可法 art. 82, 行政强制法 art. 69.
func days(n int) workday.Span    { return workday.Span{N: n, Unit: workday.CalendarDays} }
func working(n int) workday.Span { return workday.Span{N: n, Unit: workday.WorkingDays} }
func months(n int) workday.Span  { return workday.Span{N: n, Unit: workday.Months} }
func years(n int) workday.Span   { return workday.Span{N: n, Unit: workday.Years} }

// Limits returns the statutory limits, in the order of the fields of the Vocabulary. The list is the caller's own: a
// bureau whose sector has another limit (法律、法规、规章另有规定) changes one and gives it to NewExaminer.
func Limits() []Limit {
	return slices.Concat(penaltyLimits(), collectionLimits(), permitLimits(), coercionLimits(), executionLimits())
}

func penaltyLimits() []Limit {
	law := penaltyLaw()
	penalties, ordinary := []Sort{Penalty}, []Procedure{Ordinary}
	return []Limit{
		{Norm: Norm{Code: "enforcement/file/limit/liability", Name: "追责期限", Sorts: penalties,
			Doc: "违法行为终了二年内发现；涉及公民生命健康安全、金融安全且有危害后果的，五年内发现；行为终了之前发现的，期限尚未起算"}.in(law, "第三十六条"),
			Start: ActEnded, End: Found, Span: years(2), Other: years(5), Instead: Harmful, Rest: workday.Unmoved, Early: true},
		{Norm: Norm{Code: "enforcement/file/limit/decision", Name: "处罚决定期限", Sorts: []Sort{Penalty, NoPenalty}, Procedures: ordinary,
			Doc: "立案之日起九十日（自然日）内作出决定；法律、法规、规章另有规定的除外"}.in(law, "第六十条"),
			Start: Filed, End: Decided, Span: days(90), Extended: Extended, Elsewhere: true, when: filedSince(law.from),
			Excluded: []string{"听证", "公告", "检测", "检验", "检疫", "监测", "鉴定", "评估", "认定", "送达", "中止"}},
		{Norm: Norm{Code: "enforcement/file/limit/preservation", Name: "先行登记保存期限",
			Doc: "先行登记保存后七日（工作日）内作出处理决定"}.in(law, "第五十六条"),
			Start: Preserved, End: PreservationHandled, Span: working(7), when: happened(Preserved)},
		{Norm: Norm{Code: "enforcement/file/limit/service", Name: "处罚送达期限", Sorts: penalties, Procedures: ordinary,
			Doc: "当事人不在场的，作出决定后七日（工作日）内送达；公告送达的，公告期间不计入"}.in(law, "第六十一条"),
			Start: Decided, End: Served, Span: working(7), Excluded: []string{"公告"}, when: is(PartyAbsent)},
		{Norm: Norm{Code: "enforcement/file/limit/hearing-request", Name: "听证要求期限", Sorts: penalties, Severity: fazhi.Notice,
			Doc: "当事人在告知后五日（工作日）内要求听证；逾期要求的，机关可以不举行"}.in(law, "第六十四条第一项"),
			Start: Informed, End: HearingRequested, Span: working(5), when: happened(HearingRequested)},
		{Norm: Norm{Code: "enforcement/file/limit/hearing-wait", Name: "听证申请期届满要求", Sorts: penalties, Procedures: ordinary,
			Doc: "应当告知听证权利的，告知后满五日（工作日）才可以作出决定"}.in(law, "第六十四条第一项"),
			Start: Informed, End: Decided, Span: working(5), Wait: true, when: is(HearingDue)},
		{Norm: Norm{Code: "enforcement/file/limit/hearing-notice", Name: "听证通知期限", Sorts: []Sort{Penalty, NoPenalty},
			Doc: "举行听证的七日（工作日）前通知当事人和有关人员"}.in(law, "第六十四条第二项"),
			Start: Heard, End: HearingNoticed, Span: working(-7), when: happened(Heard)},
		{Norm: Norm{Code: "enforcement/file/limit/withdrawal", Name: "撤回公开期限", Sorts: penalties,
			Doc: "公开的决定被变更、撤销、确认违法或者确认无效的，三日（工作日）内撤回信息并公开说明理由"}.in(law, "第四十八条第二款"),
			Start: Changed, End: Withdrawn, Span: working(3), Early: true, when: all(happened(Published), happened(Changed))},
	}
}

func collectionLimits() []Limit {
	law := penaltyLaw()
	collected := happened(FineCollected)
	return []Limit{
		{Norm: Norm{Code: "enforcement/file/limit/hand-in", Name: "当场收缴罚款上缴期限", Sorts: []Sort{Penalty},
			Doc: "当场收缴的罚款，自收缴之日（在水上收缴的，自抵岸之日）起二日（工作日）内交至行政机关"}.in(law, "第七十一条"),
			Start: FineCollected, End: FineHandedIn, Span: working(2), when: collected},
		{Norm: Norm{Code: "enforcement/file/limit/bank", Name: "罚款缴银行期限", Sorts: []Sort{Penalty},
			Doc: "行政机关收到当场收缴的罚款后，二日（工作日）内缴付银行"}.in(law, "第七十一条"),
			Start: FineHandedIn, End: FineBanked, Span: working(2), when: collected},
	}
}

func permitLimits() []Limit {
	law, permits := permitLaw(), []Sort{Permit}
	return []Limit{
		{Norm: Norm{Code: "enforcement/file/limit/permit-correction", Name: "补正告知期限", Sorts: permits,
			Doc: "申请材料不齐全的，收到之日起五日（工作日）内一次告知"}.in(law, "第三十二条第一款第四项"),
			Start: Applied, End: CorrectionTold, Span: working(5), when: happened(CorrectionTold)},
		{Norm: Norm{Code: "enforcement/file/limit/permit-decision", Name: "许可决定期限", Sorts: permits,
			Doc: "受理之日起二十日（工作日）内决定，经负责人批准可以延长十日；联合办理的四十五日，可以延长十五日；法律、法规另有规定的除外"}.in(law, "第四十二条"),
			Start: Accepted, End: Decided, Span: working(20), Extension: working(10), Extended: Extended, when: taken,
			Other: working(45), OtherExtension: working(15), Instead: Joint,
			Excluded: []string{"听证", "招标", "拍卖", "检验", "检测", "检疫", "鉴定", "专家评审"}},
		{Norm: Norm{Code: "enforcement/file/limit/permit-service", Name: "许可送达期限", Sorts: permits,
			Doc: "作出准予许可的决定后十日（工作日）内颁发、送达"}.in(law, "第四十四条"),
			Start: Decided, End: Served, Span: working(10), when: granted},
		{Norm: Norm{Code: "enforcement/file/limit/permit-hearing-request", Name: "许可听证申请期限", Sorts: permits, Severity: fazhi.Notice,
			Doc: "被告知听证权利之日起五日（工作日）内提出听证申请"}.in(law, "第四十七条第一款"),
			Start: Informed, End: HearingRequested, Span: working(5), when: happened(HearingRequested)},
		{Norm: Norm{Code: "enforcement/file/limit/permit-hearing", Name: "许可听证组织期限", Sorts: permits,
			Doc: "五日（工作日）内提出听证申请的，二十日（工作日）内组织听证；申请人撤回或者放弃的除外"}.in(law, "第四十七条第一款"),
			Start: HearingRequested, End: Heard, Span: working(20), Asked: "许可听证申请期限", when: all(happened(HearingRequested), not(HearingWaived))},
		{Norm: Norm{Code: "enforcement/file/limit/permit-hearing-notice", Name: "许可听证通知期限", Sorts: permits,
			Doc: "举行听证的七日（工作日）前通知申请人、利害关系人"}.in(law, "第四十八条第一款第一项"),
			Start: Heard, End: HearingNoticed, Span: working(-7), when: happened(Heard)},
	}
}

// granted says whether a permit was given: a refusal is served, but no certificate is issued in ten days.
func granted(f *File) Answer { return AnswerOf(taken(f) == Yes && !f.Has(refusal)) }

// taken says whether the organ took the application up (受理), as it counts where the file does not say otherwise.
func taken(f *File) Answer {
	return AnswerOf(f.Facts[NotAccepted] != Yes && !f.Has(rejection) && !slices.ContainsFunc(rejectionAlso(), f.Has))
}

// coercionLimits do not move to the next workday: our reading, because thirty days are the most that a party has to bear
// (不得超过), a holiday cannot make them more, and a freeze ends by itself with its last day (第三十三条第三款).
func coercionLimits() []Limit {
	law := coercionLaw()
	return []Limit{
		{Norm: Norm{Code: "enforcement/file/limit/seizure", Name: "查封扣押期限",
			Doc: "查封、扣押不超过三十日（自然日；最后一日为节假日的不顺延，法律未明文，为本项目的理解），经负责人批准可以延长三十日；检测、检验、检疫、技术鉴定的期间不计入；法律、行政法规另有规定的除外"}.in(law, "第二十五条"),
			Start: Seized, End: SeizureReleased, Span: days(30), Extension: days(30), Extended: SeizureExtended, Rest: workday.Unmoved, Standing: true,
			Excluded: tests(), when: happened(Seized)},
		{Norm: Norm{Code: "enforcement/file/limit/freeze-service", Name: "冻结决定交付期限",
			Doc: "冻结存款、汇款的，三日（工作日）内向当事人交付冻结决定书"}.in(law, "第三十一条"),
			Start: Frozen, End: FreezeServed, Span: working(3), when: happened(Frozen)},
		{Norm: Norm{Code: "enforcement/file/limit/freeze", Name: "冻结期限",
			Doc: "冻结之日起三十日（自然日；最后一日为节假日的不顺延，法律未明文，为本项目的理解）内作出处理或者解除决定，经负责人批准可以延长三十日；法律另有规定的除外"}.in(law, "第三十二条"),
			Start: Frozen, End: FreezeReleased, Span: days(30), Extension: days(30), Extended: FreezeExtended, Rest: workday.Unmoved,
			Standing: true, when: happened(Frozen)},
	}
}

func executionLimits() []Limit {
	law := coercionLaw()
	return []Limit{
		{Norm: Norm{Code: "enforcement/file/limit/urging-wait", Name: "催告后申请执行的最早时间",
			Doc: "催告书送达十日（工作日）后当事人仍未履行的，才可以申请人民法院强制执行"}.in(law, "第五十四条"),
			Start: Urged, End: CourtApplied, Span: working(10), Wait: true, when: happened(CourtApplied)},
		{Norm: Norm{Code: "enforcement/file/limit/court", Name: "申请执行期限",
			Doc: "申请复议、提起诉讼的法定期限届满之日起三个月内申请人民法院强制执行；批准延期、分期缴纳罚款的，自该期限结束之日起（行政处罚法第七十二条第二款）"}.in(law, "第五十三条"),
			Start: SuitExpired, Postponed: DeferralEnded, End: CourtApplied, Span: months(3), when: happened(CourtApplied)},
		{Norm: Norm{Code: "enforcement/file/limit/added-fine-wait", Name: "加处罚款等候期限",
			Doc: "加处罚款超过三十日（自然日），经催告仍不履行的，才可以强制执行"}.in(law, "第四十六条第一款"),
			Start: Due, End: EnforcementDecided, Span: days(30), Wait: true, Rest: workday.Unmoved,
			when: all(happened(EnforcementDecided), func(f *File) Answer { return AnswerOf(f.Added != nil && *f.Added > 0) })},
	}
}
