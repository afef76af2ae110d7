package normdoc

import (
	"slices"

	"github.com/fazhi-go/fazhi"
)

// Codes of issues that hold the documents of a ledger against each other.
const (
	CodeUnknownRelated fazhi.Code = "normdoc/relation/unknown"  // the related document is not in the ledger
	CodeNumberTwice    fazhi.Code = "normdoc/number/twice"      // a number of another document, which is never given again
	CodeNoEffective    fazhi.Code = "normdoc/version/effective" // published, and it is not known when it came into force
)

// LedgerVersions returns the versions of the documents of a ledger, in its order, from their dates and from what they do
// to each other: a document that 修改 another makes its next version, one that 废止 or 代替 it ends it, each on the day on
// which it comes into force itself; one that 延续 another is a document of its own, with numbers of its own.
//
// Nothing is guessed: a document without a day of coming into force has no version, and is an issue if it was published. A
// related document that the ledger does not have, and numbers that two documents share, are issues too; so is an end without
// a day, and of such a document the version that ended is left out. A draft that was not published has no version and does
// nothing to others.
func LedgerVersions(docs []*Doc) ([]Version, fazhi.Issues) {
	l := ledger{docs: docs, bySerial: make(map[string]int, len(docs)), acts: make(map[int][]act)}
	for i, d := range docs {
		if _, double := l.bySerial[d.Serial]; !double {
			l.bySerial[d.Serial] = i
		}
	}
	l.relate()
	l.numbers()
	var versions []Version
	for i, d := range docs {
		switch {
		case d.comesIntoForce():
			versions = append(versions, l.versionsOf(d, l.acts[i])...)
		case d.Effective.IsZero() && !d.Published.IsZero():
			l.say(d, CodeNoEffective, "/effective", "已经公布，没有施行日期，不能判断是否有效")
		}
	}
	return versions, l.issues
}

type ledger struct {
	docs     []*Doc
	bySerial map[string]int
	acts     map[int][]act // what other documents do to one
	issues   fazhi.Issues
}

// An act is something that ends a version, on its first day without it.
type act struct {
	on  fazhi.Date
	why string
}

func (l *ledger) say(d *Doc, code fazhi.Code, at fazhi.Path, message string) {
	i := fazhi.Issue{Code: code, Path: at, Message: message, Basis: ledgerForm}
	i.Origin, _ = d.Origin(at)
	l.issues = append(l.issues, i)
}

// relate notes what documents do to others.
func (l *ledger) relate() {
	for _, d := range l.docs {
		for _, serial := range d.Related {
			i, known := l.bySerial[serial]
			switch {
			case !known:
				l.say(d, CodeUnknownRelated, "/related", "台账中没有相关文件")
			case d.Relation == "" || d.Relation == "延续" || !d.comesIntoForce() || l.docs[i] == d:
			default:
				l.acts[i] = append(l.acts[i], act{d.Effective, d.Relation})
			}
		}
	}
}

// numbers finds numbers that two documents share.
func (l *ledger) numbers() {
	seen := make(map[string]bool, 2*len(l.docs))
	for _, d := range l.docs {
		l.number(seen, d, "/registration", d.Registration)
		l.number(seen, d, "/number", d.Number.String())
	}
}

func (l *ledger) number(seen map[string]bool, d *Doc, at fazhi.Path, text string) {
	key := string(at) + "=" + text
	if text != "" && seen[key] {
		l.say(d, CodeNumberTwice, at, "台账中另一份文件已经使用这个编号，应当核对")
	}
	seen[key] = true
}

// comesIntoForce reports whether there is a day from which the document is in force: it is no draft, and did not end before.
func (d *Doc) comesIntoForce() bool {
	end, _ := endOf(d)
	return !d.Effective.IsZero() && (end.IsZero() || !end.Before(d.Effective)) && !(d.isDraft() && d.Published.IsZero())
}

// versionsOf returns the versions of a document. The last one is left out if it ended on a day that nobody says.
func (l *ledger) versionsOf(d *Doc, acts []act) []Version {
	all := versionsOf(d, acts)
	if n := len(all); n > 0 && d.endsUnknown(&all[n-1]) {
		l.say(d, stateDatesCode, "/ended", endWithoutDay)
		return all[:n-1]
	}
	return all
}

// endsUnknown reports whether the ledger says that the document has ended, and neither it nor another document says when.
func (d *Doc) endsUnknown(last *Version) bool {
	switch d.State {
	case "废止":
		return last.Why == "" || last.Why == expiry && d.Ended.IsZero()
	case "失效":
		return last.Why == ""
	}
	return false
}

// versionsOf cuts the days of a document at the acts.
func versionsOf(d *Doc, acts []act) []Version {
	end, why := endOf(d)
	acts = slices.Clone(acts)
	if !d.Changed.IsZero() && !slices.ContainsFunc(acts, func(a act) bool { return a.why == "修改" && a.on == d.Changed }) {
		acts = append(acts, act{d.Changed, "修改"})
	}
	slices.SortStableFunc(acts, func(a, b act) int { return a.on.Compare(b.on) })
	v := Version{Ref: fazhi.RefOf(d), Title: d.Name, N: 1, Numbers: d.numbers(), Period: fazhi.Period{From: d.Effective}}
	var all []Version
	for _, a := range acts {
		if !end.IsZero() && a.on.After(end) {
			break
		}
		if a.why != "修改" {
			end, why = a.on.AddDays(-1), a.why
			break
		}
		if a.on.After(v.From) { // amended before it came into force: only the amended text ever is
			v.To, v.Why = a.on.AddDays(-1), a.why
			all = append(all, v)
			v.From, v.To, v.Why = a.on, fazhi.Date{}, ""
		}
		v.N++
	}
	v.To, v.Why = end, why
	if !v.To.IsZero() && v.To.Before(v.From) {
		return all
	}
	return append(all, v)
}

// endOf returns the last day by the document's own dates, and why it is the last.
func endOf(d *Doc) (fazhi.Date, string) {
	if d.Ended.IsZero() || !d.Expires.IsZero() && d.Ended.After(d.Expires) {
		if d.Expires.IsZero() {
			return fazhi.Date{}, ""
		}
		return d.Expires, expiry
	}
	if d.State == "失效" || d.Cleanup == "宣布失效" {
		return d.Ended.AddDays(-1), "失效"
	}
	return d.Ended.AddDays(-1), "废止"
}

// numbers are those that the ledger has.
func (d *Doc) numbers() []string {
	var all []string
	for _, text := range []string{d.Registration, d.Number.String()} {
		if text != "" {
			all = append(all, text)
		}
	}
	return all
}
