// Package postgres keeps books in PostgreSQL, through github.com/jackc/pgx.
//
//	store, err := postgres.Open(ctx, "postgres://fazhi@db.example/fazhi", postgres.Options{})
//	if err != nil { … }
//	defer store.Close()
//	book, err := register.New(store, register.Options{…})
//
// Any number of processes may have the same database open. A server whose settings would lose numbers in a power cut
// (fsync, full_page_writes or synchronous_commit off) is refused. With a standby that may take over, name it in
// synchronous_standby_names, or numbers are given twice after a failover.
//
// openGauss, Kingbase and others that follow PostgreSQL but log in otherwise need their own driver: see the package sql.
package postgres
