package dispute

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/table"
)

// ReadBook reads a workbook: the ledger of package mediation, and from sheets of their own whatever a dispute has besides, each
// row with the number of its dispute. Only the ledger must be there. Rows keep their order.
//
// What a committee refused is not in the ledger, which wants a day of acceptance (受理日期). A referral that was refused (拒收日期), and
// whose number the ledger has not, is a dispute of its own, behind the others, with its committee (承办单位) and source (移送渠道); its
// parties and whatever else follow it. As long as the ledger has a row that could not be read, nobody knows that, and the row is left
// out.
//
// Issues name the cells that could not be read, the rows whose dispute is not in the ledger, and second rows of what a dispute
// has one of; such rows are left out. What Vet asks is asked here, too, and leaves nothing out. The error says that a sheet could
// not be read at all.
func ReadBook(src table.Source) ([]*Dispute, fazhi.Issues, error) {
	cases, issues, err := mediation.Read(src, mediation.Sheet)
	if err != nil {
		return nil, issues, err
	}
	b := &binder{src: src, of: make(map[string]*Dispute, len(cases)), issues: issues, whole: issues.Count(fazhi.Error) == 0}
	for _, c := range cases {
		b.begin(&Dispute{Case: *c})
	}
	for _, p := range referralsFirst() {
		if err := p.read(b); err != nil {
			return b.disputes, b.issues, err
		}
	}
	for _, d := range b.disputes {
		b.issues = append(b.issues, Vet(d)...)
	}
	return b.disputes, b.issues, nil
}

// referralsFirst are the parts in the order in which they are read: referrals say which disputes the ledger has not.
func referralsFirst() []part {
	all := parts()
	i := slices.IndexFunc(all, func(p part) bool { return p.sheet == ReferralSheet })
	return slices.Concat(all[i:i+1], all[:i], all[i+1:])
}

// A binder gives rows to their disputes.
type binder struct {
	src      table.Source
	disputes []*Dispute
	of       map[string]*Dispute
	issues   fazhi.Issues
	whole    bool // every row of the ledger was read
}

func (b *binder) begin(d *Dispute) *Dispute {
	b.disputes, b.of[d.Serial] = append(b.disputes, d), d
	return d
}

// disputeOf returns the dispute of a row, nil if there is none. A referral that was refused may be one.
func (b *binder) disputeOf(serial string, row any) *Dispute {
	d := b.of[serial]
	r, ok := row.(*Referral)
	if d != nil || !ok || !b.whole || r.Refused.IsZero() || !r.Accepted.IsZero() {
		return d
	}
	return b.begin(&Dispute{Case: mediation.Case{Serial: serial, Committee: r.To, Source: r.Channel}})
}

// bindRows reads one sheet, if it is there.
func bindRows[T any](b *binder, sheet string, line func(*T) *Line, add func(*Dispute, T) bool) error {
	if !slices.Contains(b.src.Sheets(), sheet) {
		return nil
	}
	rows, issues, err := table.All[T](b.src, sheet)
	b.issues = append(b.issues, issues...)
	if err != nil {
		return fmt.Errorf("dispute: %w", err)
	}
	for _, row := range rows {
		at := line(row)
		switch d := b.disputeOf(at.Serial, row); {
		case d == nil:
			b.report(Orphan, at, "台账中没有这个编号，或者那一行没有读成")
		case !add(d, *row):
			b.report(Twice, at, "同一纠纷在这张表上只能有一行，协议条款要有协议")
		}
	}
	return nil
}

// report names the cell of the number. It does not say which number: an issue names places and no values.
func (b *binder) report(code fazhi.Code, at *Line, message string) {
	origin, _ := at.Origin("/serial")
	b.issues = append(b.issues, fazhi.Issue{Code: code, Path: "/serial", Origin: origin, Message: message})
}

// Sheets returns the workbook of disputes, as ReadBook reads it; without disputes, the empty one to fill in. The number of parties
// is that of the rows, if there are any. What was refused and never accepted has no row in the ledger, so that of its entry no more is
// kept than the number, and what ReadBook takes from the referral.
func Sheets(disputes []*Dispute) ([]table.Sheet, error) {
	var cases []*mediation.Case
	for _, d := range disputes {
		if d.turnedAway() {
			continue
		}
		c := d.Case
		c.Parties = cmp.Or(len(d.Parties), c.Parties)
		cases = append(cases, &c)
	}
	ledger, err := table.SheetOf(mediation.Sheet, cases)
	if err != nil {
		return nil, fmt.Errorf("dispute: %w", err)
	}
	sheets := []table.Sheet{ledger}
	for _, p := range parts() {
		sheet, err := p.write(disputes)
		if err != nil {
			return nil, fmt.Errorf("dispute: %w", err)
		}
		sheets = append(sheets, sheet)
	}
	return sheets, nil
}

// Origin returns the cell of a field, also of one that stands on a sheet of its own: "/parties/0/signed". A path that has no
// cell has the row of the item, or else of the dispute, and false.
func (d *Dispute) Origin(path fazhi.Path) (fazhi.Origin, bool) {
	list, rest, _ := strings.Cut(strings.TrimPrefix(string(path), "/"), "/")
	for _, p := range parts() {
		if p.list != list {
			continue
		}
		if line, field := p.at(d, rest); line != nil && line.Row != (table.Row{}) {
			return line.Origin(field)
		}
	}
	switch list {
	case "matter", "facts", "extended", "mechanism":
		if d.story != (table.Row{}) {
			return d.story.Origin(fazhi.Path(strings.TrimPrefix(string(path), "/mechanism")))
		}
	}
	return d.Row.Origin(path)
}

// at returns the row that the rest of a path leads to, nil if there is none, and what of it.
func (p part) at(d *Dispute, rest string) (*Line, fazhi.Path) {
	if p.one {
		return p.line(d, 0), below(rest)
	}
	number, field, _ := strings.Cut(rest, "/")
	i, err := strconv.Atoi(number)
	if err != nil {
		return nil, ""
	}
	return p.line(d, i), below(field)
}

func below(field string) fazhi.Path {
	if field == "" {
		return ""
	}
	return fazhi.Path("/" + field)
}
