package bench

import (
	"cmp"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// The plain program is what a good programmer writes without this library: a gapless number from a counter row, the
// record, a chained event and an outbox row in one transaction of prepared, portable statements. It repeats nothing, finds
// nothing again and knows no steps.

// plainTables are its tables.
var plainTables = []string{
	"counter (organ varchar(64) NOT NULL, yr integer NOT NULL, last_no bigint NOT NULL, PRIMARY KEY (organ, yr))",
	"chain (organ varchar(64) NOT NULL, seq bigint NOT NULL, head varchar(64) NOT NULL, PRIMARY KEY (organ))",
	"record (organ varchar(64) NOT NULL, yr integer NOT NULL, no bigint NOT NULL, req varchar(128) NOT NULL," +
		" body text NOT NULL, PRIMARY KEY (organ, yr, no), UNIQUE (organ, req))",
	"event (organ varchar(64) NOT NULL, seq bigint NOT NULL, head varchar(64) NOT NULL, payload text NOT NULL," +
		" PRIMARY KEY (organ, seq))",
	"outbox (organ varchar(64) NOT NULL, seq bigint NOT NULL, payload text NOT NULL, PRIMARY KEY (organ, seq))",
}

// Its statements. What stands in braces is one row.
const (
	lockCounter = "SELECT last_no FROM plain_counter WHERE organ = ? AND yr = ? LOCK"
	lockChain   = "SELECT seq, head FROM plain_chain WHERE organ = ? LOCK"
	moveCounter = "UPDATE plain_counter SET last_no = ? WHERE organ = ? AND yr = ?"
	moveChain   = "UPDATE plain_chain SET seq = ?, head = ? WHERE organ = ?"
	addCounter  = "INSERT INTO plain_counter (organ, yr, last_no) VALUES {(?, ?, ?)}"
	addChain    = "INSERT INTO plain_chain (organ, seq, head) VALUES {(?, ?, ?)}"
	addRecord   = "INSERT INTO plain_record (organ, yr, no, req, body) VALUES {(?, ?, ?, ?, ?)}"
	addEvent    = "INSERT INTO plain_event (organ, seq, head, payload) VALUES {(?, ?, ?, ?)}"
	addOutbox   = "INSERT INTO plain_outbox (organ, seq, payload) VALUES {(?, ?, ?)}"
)

// plainYear is the year of all numbers, plainRows the most rows of a statement.
const (
	plainYear = 2024
	plainRows = 64
)

// makePlain makes the tables anew, with a counter and a chain for each organ.
func makePlain(ctx context.Context, tb testing.TB, e *engine, db *sql.DB, organs []string) {
	for _, t := range plainTables {
		name, _, _ := strings.Cut(t, " ")
		for _, s := range []string{"DROP TABLE IF EXISTS plain_" + name, "CREATE TABLE plain_" + t + e.table} {
			if _, err := db.ExecContext(ctx, s); err != nil {
				tb.Fatal(err)
			}
		}
	}
	var counters, chains []any
	for _, o := range organs {
		counters = append(counters, o, plainYear, 0)
		chains = append(chains, o, 0, strings.Repeat("0", 64))
	}
	d := newDesk(ctx, tb, e, db)
	if err := cmp.Or(d.insert(ctx, addCounter, 3, counters), d.insert(ctx, addChain, 3, chains)); err != nil {
		tb.Fatal(err)
	}
}

// A desk is a connection with its statements. An error ends the benchmark, so nothing is taken back.
type desk struct {
	engine *engine
	conn   *sql.Conn
	ready  map[string]*sql.Stmt
}

func newDesk(ctx context.Context, tb testing.TB, e *engine, db *sql.DB) *desk {
	conn, err := db.Conn(ctx)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = conn.Close() })
	return &desk{engine: e, conn: conn, ready: make(map[string]*sql.Stmt)}
}

// prepare returns a statement, which is prepared once.
func (d *desk) prepare(ctx context.Context, statement string, rows int) (*sql.Stmt, error) {
	key := statement
	if rows > 1 {
		key = fmt.Sprint(rows, statement)
	}
	if s := d.ready[key]; s != nil {
		return s, nil
	}
	s, err := d.conn.PrepareContext(ctx, d.engine.text(statement, rows))
	d.ready[key] = s
	return s, err
}

func (d *desk) exec(ctx context.Context, statement string, rows int, args ...any) error {
	s, err := d.prepare(ctx, statement, rows)
	if err != nil {
		return err
	}
	_, err = s.ExecContext(ctx, args...)
	return err
}

func (d *desk) row(ctx context.Context, statement string, args []any, to ...any) error {
	s, err := d.prepare(ctx, statement, 1)
	if err != nil {
		return err
	}
	return s.QueryRowContext(ctx, args...).Scan(to...)
}

// insert adds rows, in statements of 64, 32 … 1 of them.
func (d *desk) insert(ctx context.Context, statement string, columns int, args []any) error {
	for rows := plainRows; rows > 0; rows /= 2 {
		for ; len(args) >= rows*columns; args = args[rows*columns:] {
			if err := d.exec(ctx, statement, rows, args[:rows*columns]...); err != nil {
				return err
			}
		}
	}
	return nil
}

// keep is the transaction, for one request or for several.
func (d *desk) keep(ctx context.Context, list []request) error {
	if _, err := d.conn.ExecContext(ctx, d.engine.begin); err != nil {
		return err
	}
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(r, s request) int { return cmp.Compare(r.organ, s.organ) })
	var rows plainAdded
	for len(list) > 0 {
		n := slices.IndexFunc(list, func(r request) bool { return r.organ != list[0].organ })
		if n < 0 {
			n = len(list)
		}
		if err := d.number(ctx, list[:n], &rows); err != nil {
			return err
		}
		list = list[n:]
	}
	err := cmp.Or(
		d.insert(ctx, addRecord, 5, rows.records),
		d.insert(ctx, addEvent, 4, rows.events),
		d.insert(ctx, addOutbox, 3, rows.outbox),
	)
	if err != nil {
		return err
	}
	_, err = d.conn.ExecContext(ctx, "COMMIT")
	return err
}

// plainAdded are the rows that a transaction adds, one value after another.
type plainAdded struct{ records, events, outbox []any }

// number gives the requests of one organ their numbers and chains them.
func (d *desk) number(ctx context.Context, list []request, rows *plainAdded) error {
	organ := list[0].organ
	var last, seq int64
	var head string
	if err := d.row(ctx, lockCounter, []any{organ, plainYear}, &last); err != nil {
		return err
	}
	if err := d.row(ctx, lockChain, []any{organ}, &seq, &head); err != nil {
		return err
	}
	for _, r := range list {
		body, err := json.Marshal(r.doc)
		if err != nil {
			return err
		}
		last++
		seq++
		digest := sha256.Sum256(body)
		payload := fmt.Sprintf(`{"act":"add","digest":"%x","no":"泉鲤司〔%d〕%d号"}`, digest, plainYear, last)
		link := sha256.Sum256(fmt.Appendf(nil, "%s\n%s\n%d\n%s", head, organ, seq, payload))
		head = hex.EncodeToString(link[:])
		rows.records = append(rows.records, organ, plainYear, last, r.id, string(body))
		rows.events = append(rows.events, organ, seq, head, payload)
		rows.outbox = append(rows.outbox, organ, seq, payload)
	}
	if err := d.exec(ctx, moveCounter, 1, last, organ, plainYear); err != nil {
		return err
	}
	return d.exec(ctx, moveChain, 1, seq, head, organ)
}
