// Package dbserver starts private database servers for tests: PostgreSQL and MariaDB, on a free port of the loopback, with
// data in a new folder under the system's folder for such, durable as in service, and gone when they are stopped.
//
//	server, err := dbserver.PostgreSQL(ctx)
//	if err != nil { … }
//	defer server.Stop()
//	store, err := postgres.Open(ctx, server.DSN(), postgres.Options{})
//
// Kill ends a server as a power cut of its process would, Start brings it back on the same port.
//
// Nothing but the packages postgresql and mariadb-server is needed, of Debian or another system; their own services need
// not run. As root the servers run under the accounts postgres and mysql, otherwise under the caller's. Linux only.
//
// The program with, below, runs a command beside both.
package dbserver
