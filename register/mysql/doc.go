// Package mysql keeps books in MariaDB or MySQL, through github.com/go-sql-driver/mysql.
//
//	store, err := mysql.Open(ctx, "fazhi:secret@tcp(db.example:3306)/fazhi", mysql.Options{})
//	if err != nil { … }
//	defer store.Close()
//	book, err := register.New(store, register.Options{…})
//
// Any number of processes may have the same database open. A server whose settings would lose numbers in a power cut
// (innodb_flush_log_at_trx_commit other than 1; with a binary log, sync_binlog other than 1) is refused. Documents of more
// than a few MiB need a larger max_allowed_packet on the server.
//
// Names are told apart by their bytes, whatever the server's default collation is.
package mysql
