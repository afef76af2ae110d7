package sql

import (
	dbsql "database/sql"
	"fmt"
	"time"

	"github.com/fazhi-go/fazhi/register"
)

// scanHead reads organ, seq, head and at_ms.
func scanHead(rows *dbsql.Rows) (register.Head, error) {
	var h register.Head
	var sum string
	var at int64
	if err := rows.Scan(&h.Organ, &h.Seq, &sum, &at); err != nil {
		return register.Head{}, err
	}
	if err := h.Sum.UnmarshalText([]byte(sum)); err != nil {
		return register.Head{}, own(fmt.Errorf("register/sql: %s 的登记簿的末尾不能读取：%w", h.Organ, register.ErrChain))
	}
	h.At = fromMillis(at)
	return h, nil
}

// readEntry makes an entry of a row. A row that disagrees with its line is register.ErrLine, and the entry then has the
// organ and the sequence number only. The entry keeps the line.
func readEntry(organ string, seq int64, sum string, line []byte) (register.Entry, error) {
	e, err := register.ReadLine(line)
	if err == nil && (e.Organ != organ || e.Seq != seq || e.Sum.UnmarshalText([]byte(sum)) != nil) {
		err = register.ErrLine
	}
	if err != nil {
		return register.Entry{Organ: organ, Seq: seq}, fmt.Errorf("register/sql: %s 的第 %d 条：%w", organ, seq, err)
	}
	return e, nil
}

// millis writes a time as the tables have it; 0 is no time.
func millis(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMilli()
}

func fromMillis(ms int64) time.Time {
	if ms == 0 {
		return time.Time{}
	}
	return time.UnixMilli(ms).UTC()
}
