// Package sql keeps books in a database with SQL, on the caller's *sql.DB.
//
// It imports no driver. The packages sqlite, postgres and mysql beside it open a database by its address; a site with
// another engine that speaks one of these dialects (openGauss, Kingbase, TiDB …) hands in the *sql.DB of its own driver:
//
//	db, err := dbsql.Open("opengauss", dsn)
//	if err != nil { … }
//	store, err := sql.Open(ctx, db, sql.PostgreSQL(), sql.Options{Migrate: true})
//	if err != nil { … }
//	defer store.Close()
//	book, err := register.New(store, register.Options{…})
//
// All engines get the same twenty statements, which are plain: SELECT … FOR UPDATE, INSERT of rows, UPDATE and DELETE by
// key. Every key begins with the organ, so that a table may be partitioned by it and a distributed engine keeps a
// transaction in one place. The tables fz_entry and fz_number are only ever added to; a database administrator may take
// the rights to UPDATE and DELETE them away.
//
// Requests that come at the same time are committed together (group commit): what is waiting when a transaction ends goes
// into the next one. Nobody waits for a timer, and one caller alone is not slowed down.
//
// The package does not pool, does not compute statistics and does not digest: what a line's digest should be is the
// book's business. Tables change only by numbered steps forward; an older program refuses a newer database.
package sql
