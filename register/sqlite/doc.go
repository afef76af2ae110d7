// Package sqlite keeps books in one SQLite file: the store to begin with, and enough for a county.
//
//	store, err := sqlite.Open(ctx, "/var/lib/fazhi/book.db", sqlite.Options{})
//	if err != nil { … }
//	defer store.Close()
//	book, err := register.New(store, register.Options{…})
//
// The engine is modernc.org/sqlite, in pure Go. What is committed is on the disk: the file is in WAL mode with
// synchronous=FULL, and a store that finds anything else does not open, since with less a power cut takes back numbers that
// were given, and gives them again. For the same reason network file systems are refused, and engines older than 3.51.3,
// which may corrupt a file in WAL mode.
//
// Several processes on one machine may have the same file open. Do not copy the file while it is open: VACUUM INTO makes
// a copy that is whole. Whoever may not write beside a file reads such a copy, or opens the file as Options.Frozen.
package sqlite
