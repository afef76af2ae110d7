//go:build linux

package dbserver

import (
	"context"
	"errors"
	"net"
	"os"
	"path/filepath"
)

// MariaDB makes the tables of a server and starts it.
func MariaDB(ctx context.Context) (*Server, error) {
	install, err := find("mariadb-install-db", "mariadb-server", "/usr/bin")
	if err != nil {
		return nil, err
	}
	daemon, err := find("mariadbd", "mariadb-server", "/usr/sbin", "/usr/libexec")
	if err != nil {
		return nil, err
	}
	port, err := freePort()
	if err != nil {
		return nil, err
	}
	s, err := newServer("MariaDB", "mysql")
	if err != nil {
		return nil, err
	}
	file := func(name string) string { return filepath.Join(s.dir, name) }
	s.dsn = "root@tcp(127.0.0.1:" + port + ")/fazhi"
	s.command = []string{
		daemon, "--no-defaults", "--datadir=" + file("data"), "--port=" + port, "--bind-address=127.0.0.1",
		"--socket=" + file("socket"), "--pid-file=" + file("pid"), "--init-file=" + file("init.sql"), "--skip-name-resolve",
		"--max-connections=200", "--innodb-flush-log-at-trx-commit=1",
	}
	s.ready = func(ctx context.Context) bool { return greets(ctx, "127.0.0.1:"+port) }
	err = os.WriteFile(file("init.sql"), []byte("CREATE DATABASE IF NOT EXISTS fazhi CHARACTER SET utf8mb4;\n"), 0o644)
	if err == nil {
		err = s.run(install, "--no-defaults", "--datadir="+file("data"), "--auth-root-authentication-method=normal", "--skip-test-db")
	}
	if err == nil {
		err = s.Start(ctx)
	}
	if err != nil {
		return nil, errors.Join(err, s.Stop())
	}
	return s, nil
}

// greets reports whether a server speaks first, as those of MySQL do when they are ready.
func greets(ctx context.Context, address string) bool {
	var d net.Dialer
	conn, err := d.DialContext(ctx, "tcp", address)
	if err != nil {
		return false
	}
	defer conn.Close()
	if deadline, ok := ctx.Deadline(); ok {
		_ = conn.SetReadDeadline(deadline)
	}
	_, err = conn.Read(make([]byte, 1))
	return err == nil
}
