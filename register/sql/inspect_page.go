package sql

import (
	"bytes"
	"cmp"
	"context"
	dbsql "database/sql"
	"maps"
	"slices"

	"github.com/fazhi-go/fazhi/register"
)

const inspectEntries = "SELECT seq, line_sum, line, doc, kind, act, step, on_day, due_day, req_id FROM fz_entry"

// page compares the columns of some entries with their lines, and the table of numbers with what they gave. It returns
// whether there may be more.
func (i *inspection) page(ctx context.Context, q querier) (full bool, err error) {
	page := selection{from: inspectEntries, order: "seq", limit: lastPage}
	page.add("organ = ?", i.scope.Organ)
	if i.begun {
		page.add("seq > ?", i.at)
	}
	given := make(map[string]place)
	rows, err := q.QueryContext(ctx, i.store.dialect.number(page.text()), page.args...)
	if err != nil {
		return false, err
	}
	defer rows.Close()
	read, length := 0, 0
	for length < maxPageBytes && rows.Next() {
		n, err := i.entry(rows, given)
		if err != nil {
			return false, unreadable(err)
		}
		read++
		length += n
	}
	if err := rows.Err(); err != nil {
		return false, err
	}
	full = read == lastPage || length >= maxPageBytes
	if err := rows.Close(); err != nil {
		return false, err
	}
	return full, i.numbersOf(ctx, q, given)
}

// A place is a number and the entry that gave it.
type place struct {
	register.Numbered
	seq int64
}

// entry compares the columns of one entry.
func (i *inspection) entry(rows *dbsql.Rows, given map[string]place) (length int, err error) {
	var seq int64
	var sum, doc, kind, act string
	var line []byte
	var step, on, due, req dbsql.NullString
	if err := rows.Scan(&seq, &sum, &line, &doc, &kind, &act, &step, &on, &due, &req); err != nil {
		return 0, err
	}
	i.begun, i.at = true, seq
	if seq <= 0 {
		i.say(seq, "条目表有序号不是正数的条目")
		return len(line), nil
	}
	i.last.Seq = seq
	e, err := readEntry(i.scope.Organ, seq, sum, line)
	if err != nil {
		i.bad++ // which Entries says
		return len(line), nil
	}
	i.last = register.Head{Organ: e.Organ, Seq: e.Seq, Sum: e.Sum, At: e.At}
	if again, err := e.AppendLine(make([]byte, 0, len(line))); err != nil || !bytes.Equal(again, line) {
		i.say(seq, "条目所存的文字不是规范形式")
	}
	if doc != docOf(e.Ref) || kind != string(e.Ref.Kind) || act != string(e.Act) || !isText(step, e.Step) ||
		!isText(on, e.On.String()) || !isText(due, e.Due.String()) || !isText(req, e.ReqID) {
		i.say(seq, "条目表的检索列与条目不符")
	}
	for _, n := range e.Numbers {
		i.numbers++
		c := register.Counter{Series: n.Series, Year: n.Year}
		i.serials[c] = max(i.serials[c], n.Serial)
		given[n.Text] = place{Numbered: n, seq: seq}
	}
	return len(line), nil
}

// isText reports whether a column has a text, which is NULL where it is empty.
func isText(column dbsql.NullString, text string) bool {
	return column.Valid == (text != "") && column.String == text
}

// numbersOf compares the table of numbers.
func (i *inspection) numbersOf(ctx context.Context, q querier, given map[string]place) error {
	texts := slices.Sorted(maps.Keys(given))
	err := lookup(texts, maxRows, func(part []string) error {
		args := append([]any{i.scope.Organ}, anys(part)...)
		rows, err := q.QueryContext(ctx, i.store.dialect.text(inspectNumbers, len(part)), args...)
		if err != nil {
			return err
		}
		return each(rows, func(rows *dbsql.Rows) error {
			var n place
			if err := rows.Scan(&n.Series, &n.Year, &n.Serial, &n.Text, &n.seq); err != nil {
				return err
			}
			if given[n.Text] == n {
				delete(given, n.Text)
			}
			return nil
		})
	})
	for _, n := range slices.SortedFunc(maps.Values(given), func(a, b place) int { return cmp.Compare(a.seq, b.seq) }) {
		i.say(n.seq, "编号表中没有条目给出的编号，或者与条目不符")
	}
	return err
}
