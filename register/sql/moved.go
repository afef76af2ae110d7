package sql

import (
	"cmp"
	"context"
	"slices"

	"github.com/fazhi-go/fazhi/register"
)

// fromMoved are the entries of the documents that have moved since a listing began.
const fromMoved = "SELECT e.seq, e.line_sum, e.line, 0 FROM" +
	" (SELECT DISTINCT m.doc FROM fz_entry m WHERE m.organ = ? AND m.seq > ? AND m.act <> 'refuse') k" +
	" CROSS JOIN fz_entry e"

// byStanding reports whether a query is answered from the table of where documents stand.
func byStanding(q *register.Query) bool {
	return q.ReqID == "" && q.Number == "" && (q.Step != "" || !q.DueBefore.IsZero())
}

// selectMoved narrows a query down to documents that have moved since, as they stood when the first page was read.
func selectMoved(q *register.Query, at span) selection {
	s := selection{from: fromMoved, args: []any{q.Scope.Organ, at.bound}, order: "e.seq + 0", limit: lastPage}
	s.add("e.organ = ?", q.Scope.Organ)
	s.add("e.doc = k.doc")
	s.add("e.seq > ?", at.after)
	s.add("e.seq <= ?", at.upto)
	if q.Step != "" {
		s.add("e.step = ?", q.Step)
	}
	if !q.DueBefore.IsZero() {
		s.add("e.due_day < ?", q.DueBefore.String())
	}
	s.current(at.bound)
	return s
}

// addMoved adds to a page what has moved since the listing began: the table of where documents stand has it elsewhere by now.
// It is read after that table, so that a document which moves in between is found twice, and not never. The first page
// was read at one moment.
func (p *pages) addMoved(ctx context.Context, q querier, at span) error {
	if !byStanding(&p.query) || at.bound == 0 {
		return nil
	}
	if at.upto = p.at.after; p.last {
		at.upto = least(p.at.upto, at.bound)
	}
	r, err := p.rows(ctx, q, selectMoved(&p.query, at))
	if err != nil {
		return err
	}
	if r.full && r.last < at.upto {
		p.cut(r.last + 1)
	}
	p.items = append(p.items, r.items...)
	slices.SortFunc(p.items, func(a, b item) int { return cmp.Compare(a.seq(), b.seq()) })
	p.items = slices.CompactFunc(p.items, func(a, b item) bool { return a.seq() == b.seq() })
	return nil
}
