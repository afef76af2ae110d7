//go:build linux

package dbserver

import (
	"context"
	"errors"
	"os/exec"
	"path/filepath"
)

// PostgreSQL makes a cluster and starts a server on it.
func PostgreSQL(ctx context.Context) (*Server, error) {
	var programs [3]string
	for i, name := range [...]string{"initdb", "postgres", "pg_isready"} {
		path, err := find(name, "postgresql", "/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin")
		if err != nil {
			return nil, err
		}
		programs[i] = path
	}
	port, err := freePort()
	if err != nil {
		return nil, err
	}
	s, err := newServer("PostgreSQL", "postgres")
	if err != nil {
		return nil, err
	}
	data := filepath.Join(s.dir, "data")
	s.dsn = "postgres://postgres@127.0.0.1:" + port + "/postgres?sslmode=disable"
	s.command = []string{
		programs[1], "-D", data, "-p", port, "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=",
		"-c", "max_connections=200", "-c", "fsync=on", "-c", "synchronous_commit=on", "-c", "full_page_writes=on",
	}
	s.ready = func(ctx context.Context) bool {
		return exec.CommandContext(ctx, programs[2], "-q", "-h", "127.0.0.1", "-p", port, "-d", "postgres").Run() == nil
	}
	err = s.run(programs[0], "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
	if err == nil {
		err = s.Start(ctx)
	}
	if err != nil {
		return nil, errors.Join(err, s.Stop())
	}
	return s, nil
}
