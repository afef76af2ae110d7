package sql

import (
	"errors"
	"fmt"
)

// A Dialect is what differs between engines. It is plain data: take one of the three and change what your engine needs.
type Dialect struct {
	Name string

	Numbered bool   // parameters are $1, $2 …; otherwise ?
	Begin    string // begins a transaction that writes
	Lock     string // ends a SELECT that locks its rows; may be empty
	Bigint   string // the type of 64 bits, as CAST has it
	Enter    string // sets organs and role for row-level security, as two parameters; empty: there is none

	// Session are statements for each connection that writes.
	Session []string
	// Durable are the settings without which a power cut takes back numbers that were given.
	Durable []Setting

	Types Types

	// OneWriter says that the engine lets one connection write at a time.
	OneWriter bool

	// JoinKeys says that many keys are looked up by a join with a table of them. PostgreSQL takes a search for a list of keys
	// in an organ of which it has no statistics for one that may read the organ's whole book.
	JoinKeys bool

	// Quotes says that the engine's messages about a statement repeat values, in single quotes. They are left out of what an
	// error says, since they may be personal data.
	Quotes bool

	// Retry reports whether an error says that nothing was kept and that the transaction is to be repeated: a deadlock, a
	// conflict. Nil: never.
	Retry func(error) bool
	// Undone reports whether an error of COMMIT says that nothing was kept for certain. Nil: only if Retry does.
	Undone func(error) bool
	// Explain says in Chinese what the engine means, empty if it has nothing to add; nil: nothing.
	Explain func(error) string
}

// Types are the differences in the definition of tables.
type Types struct {
	Varchar string // with a %d for the length in characters
	Text    string // without a limit
	Table   string // ends the definition of a table
	Narrow  string // ends that of a table with short rows, after Table

	// Autocommit says that a definition cannot be taken back, so that each must bear to be repeated.
	Autocommit bool
}

// A Setting is one that must be right.
type Setting struct {
	Query string   // asks for it; one row, one column
	Want  []string // what is right
	Name  string   // what to call it
}

// SQLite is the dialect of SQLite in WAL mode. Retry, which needs the driver, is set by the package register/sqlite.
func SQLite() Dialect {
	return Dialect{
		Name:      "sqlite",
		Begin:     "BEGIN IMMEDIATE",
		Bigint:    "bigint",
		OneWriter: true,
		// A transaction touches some hundred pages, the same ones again and again. The log is read through when a file is
		// opened after a crash: 2,048 pages keep that short.
		// What is deleted, a secret above all, is overwritten; the log keeps it until it begins anew, at the latest at Close.
		Session: []string{
			"PRAGMA temp_store = MEMORY", "PRAGMA cache_size = -65536", "PRAGMA wal_autocheckpoint = 2048", "PRAGMA secure_delete = ON",
		},
		Types: Types{Varchar: "varchar(%d)", Text: "text", Narrow: " WITHOUT ROWID"},
		Durable: []Setting{
			{Query: "PRAGMA journal_mode", Want: []string{"wal"}, Name: "journal_mode"},
			{Query: "PRAGMA synchronous", Want: []string{"2", "3"}, Name: "synchronous"},
		},
	}
}

// PostgreSQL is the dialect of PostgreSQL and of engines that follow it.
func PostgreSQL() Dialect {
	return Dialect{
		Name:     "postgresql",
		JoinKeys: true,
		Numbered: true,
		Begin:    "BEGIN ISOLATION LEVEL READ COMMITTED",
		Lock:     " FOR UPDATE",
		Bigint:   "bigint",
		// Whoever writes looks for keys and nothing else, one after another in an index; but a new table looks too small for it.
		Session: []string{"SET enable_seqscan TO off", "SET enable_hashjoin TO off", "SET enable_mergejoin TO off"},
		Enter:   "SELECT set_config('fazhi.organ', ?, true), set_config('fazhi.role', ?, true)",
		Types:   Types{Varchar: `varchar(%d) COLLATE "C"`, Text: "text"},
		Durable: []Setting{
			{Query: "SHOW fsync", Want: []string{"on"}, Name: "fsync"},
			{Query: "SHOW full_page_writes", Want: []string{"on"}, Name: "full_page_writes"},
			{Query: "SHOW synchronous_commit", Want: []string{"on", "remote_apply"}, Name: "synchronous_commit"},
		},
		Retry: retryState,
	}
}

// retryState knows serialization_failure and deadlock_detected of drivers whose errors have a SQLSTATE.
func retryState(err error) bool {
	var s interface{ SQLState() string }
	if !errors.As(err, &s) {
		return false
	}
	switch s.SQLState() {
	case "40001", "40P01":
		return true
	}
	return false
}

// MySQL is the dialect of MariaDB, MySQL and engines that follow them. Retry, which needs the driver, is set by the
// package register/mysql.
func MySQL() Dialect {
	return Dialect{
		Name:    "mysql",
		Quotes:  true,
		Begin:   "START TRANSACTION",
		Lock:    " FOR UPDATE",
		Bigint:  "signed",
		Session: []string{"SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED"},
		Types: Types{
			Varchar: "varchar(%d)", Text: "longtext", Autocommit: true,
			Table: " ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin",
		},
		Durable: []Setting{
			{Query: "SELECT @@innodb_flush_log_at_trx_commit", Want: []string{"1"}, Name: "innodb_flush_log_at_trx_commit"},
			{Query: "SELECT CASE WHEN @@log_bin = 0 THEN 1 ELSE @@sync_binlog END", Want: []string{"1"}, Name: "sync_binlog"},
		},
	}
}

// vet says everything that is missing.
func (d *Dialect) vet() error {
	var wrong []error
	say := func(bad bool, message string) {
		if bad {
			wrong = append(wrong, errors.New(message))
		}
	}
	say(d.Name == "", "没有 Name")
	say(d.Begin == "", "没有 Begin")
	say(d.Bigint == "", "没有 Bigint")
	say(d.Types.Varchar == "", "没有 Types.Varchar")
	say(d.Types.Text == "", "没有 Types.Text")
	if len(wrong) > 0 {
		return fmt.Errorf("register/sql: %w：%w", ErrDialect, errors.Join(wrong...))
	}
	return nil
}

func (d *Dialect) retry(err error) bool { return d.Retry != nil && d.Retry(err) }

func (d *Dialect) undone(err error) bool { return d.retry(err) || d.Undone != nil && d.Undone(err) }

// quiet is an error about a statement without the values that it repeats.
func (d *Dialect) quiet(err error) error {
	if err == nil || !d.Quotes {
		return err
	}
	return &quietError{err: err}
}

// explain puts what the engine means before its own words.
func (d *Dialect) explain(err error) error {
	if err == nil || d.Explain == nil {
		return err
	}
	if words := d.Explain(err); words != "" {
		return fmt.Errorf("%s：%w", words, err)
	}
	return err
}
