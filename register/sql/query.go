package sql

import (
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
)

// A selection is a SELECT in the making.
type selection struct {
	from  string
	where []string
	args  []any
	order string
	limit int
}

// add adds a condition.
func (s *selection) add(condition string, args ...any) {
	s.where = append(s.where, condition)
	s.args = append(s.args, args...)
}

func (s *selection) text() string {
	return s.from + " WHERE " + strings.Join(s.where, " AND ") + " ORDER BY " + s.order + " LIMIT " + strconv.Itoa(s.limit)
}

// Pages of entries: the first ones are small, since most queries are for few.
const (
	firstPage    = 32
	lastPage     = 512
	maxPageBytes = 4 << 20
)

const (
	entryFields = "SELECT e.seq, e.line_sum, e.line, (SELECT MAX(b.seq) FROM fz_entry b WHERE b.organ = ?)"
	fromEntries = entryFields + " FROM fz_entry e"
	fromDocs    = entryFields + " FROM fz_doc d JOIN fz_entry e ON e.organ = d.organ AND e.seq = d.seq"

	// isLast holds for the last entries of documents.
	isLast = "e.act <> 'refuse' AND NOT EXISTS (SELECT 1 FROM fz_entry n" +
		" WHERE n.organ = e.organ AND n.doc = e.doc AND n.seq > e.seq AND n.act <> 'refuse'"
	givesNumber = "e.seq IN (SELECT m.seq FROM fz_number m WHERE m.organ = ? AND m.num_text = ?)"
)

// A span is the part of a query that a page is looked for in.
type span struct {
	after int64
	upto  int64 // 0: no bound
	bound int64 // where the book ended when the first page was read; 0: not read yet
}

// selectEntries narrows a query down as far as the tables can; Query.Matches does the rest.
func selectEntries(q *register.Query, at span, limit int) selection {
	s := selection{from: fromEntries, args: []any{q.Scope.Organ}, order: "e.seq", limit: limit}
	prefix := "e"
	switch {
	case q.ReqID != "" || q.Number != "":
		s.order = "e.seq + 0" // keeps engines from reading the book in its order, instead of the few by their index
	case byStanding(q):
		s.from, s.order, prefix = fromDocs, "d.seq", "d"
	}
	s.add(prefix+".organ = ?", q.Scope.Organ)
	s.add(s.order+" > ?", at.after)
	if upto := least(at.upto, at.bound); upto > 0 {
		s.add(s.order+" <= ?", upto)
	}
	if q.Ref != (fazhi.Ref{}) {
		s.add(prefix+".doc = ?", docOf(q.Ref))
	}
	if q.Kind != "" {
		s.add(prefix+".kind = ?", string(q.Kind))
	}
	if q.Step != "" {
		s.add(prefix+".step = ?", q.Step)
	}
	if !q.DueBefore.IsZero() {
		s.add(prefix+".due_day < ?", q.DueBefore.String())
	}
	s.narrow(q)
	if q.IsCurrent() && s.from == fromEntries {
		s.current(at.bound)
	}
	return s
}

// narrow adds the conditions that only the entries themselves can answer.
func (s *selection) narrow(q *register.Query) {
	if q.ReqID != "" {
		s.add("e.req_id = ?", q.ReqID)
	}
	if q.Number != "" {
		s.add(givesNumber, q.Scope.Organ, q.Number)
	}
	if !q.From.IsZero() {
		s.add("e.on_day >= ?", q.From.String())
	}
	if !q.To.IsZero() {
		s.add("(e.on_day <= ? OR e.on_day IS NULL)", q.To.String())
	}
}

// current keeps the last entries of documents, as they were when the first page was read.
func (s *selection) current(bound int64) {
	if bound == 0 {
		s.add(isLast + ")")
		return
	}
	s.add(isLast+" AND n.seq <= ?)", bound)
}

// least returns the smaller of two bounds, of which 0 is none.
func least(a, b int64) int64 {
	if a == 0 || b != 0 && b < a {
		return b
	}
	return a
}
