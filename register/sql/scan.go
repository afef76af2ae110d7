package sql

import (
	dbsql "database/sql"
	"fmt"
	"strconv"
	"time"

	"github.com/fazhi-go/fazhi/register"
)

// scanHead reads organ, seq, head and at_ms. What is wrong with the values is the book's err, so that the books after it are
// read all the same.
func scanHead(rows *dbsql.Rows) (book, error) {
	var organ string
	var seq, sum, at dbsql.NullString
	if err := rows.Scan(&organ, &seq, &sum, &at); err != nil {
		return book{}, err
	}
	h := register.Head{Organ: organ}
	ms, err := strconv.ParseInt(at.String, 10, 64)
	h.At = fromMillis(ms)
	if err == nil {
		h.Seq, err = strconv.ParseInt(seq.String, 10, 64)
	}
	if err == nil {
		err = h.Sum.UnmarshalText([]byte(sum.String))
	}
	if err != nil || h.Seq < 0 {
		err = fmt.Errorf("register/sql: %s 的登记簿的末尾不能读取：%w", organ, register.ErrLine)
		return book{head: register.Head{Organ: organ}, err: err}, nil
	}
	return book{head: h}, nil
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
