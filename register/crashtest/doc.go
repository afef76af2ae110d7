// Package crashtest tries what the register promises by breaking things: processes and database servers are killed at
// random moments, disks fill up, files become read-only or are damaged, clocks run back, rows are altered behind the
// store's back. It has tests only.
//
//	go test ./register/crashtest                                  # SQLite, a few kills
//	go test -v -tags tools -timeout 30m ./register/crashtest      # all engines, some hundred kills
//	go test -tags tools ./register/crashtest -run Kill -seed 42   # the same kills again
//
// With the tag tools it starts its own PostgreSQL and MariaDB, see the package dbserver, and mounts a small disk, which
// takes root. What it does at random depends on the seed, and each failure names it; when exactly a process dies depends on
// the machine too.
//
// The test program runs itself again as the processes that are killed. They announce each request before they make it and
// report each answer afterwards, through a pipe; what was reported is held against the book.
package crashtest
