//go:build linux

package dbserver

import (
	"fmt"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"syscall"
)

// newServer makes the folder of a server that runs under an account.
func newServer(name, account string) (*Server, error) {
	s := &Server{name: name}
	var err error
	if s.account, err = credential(account); err != nil {
		return nil, err
	}
	if s.dir, err = os.MkdirTemp("", "fazhi-"+account+"-"); err != nil {
		return nil, fmt.Errorf("dbserver: %w", err)
	}
	if s.account != nil {
		err = os.Chown(s.dir, int(s.account.Uid), int(s.account.Gid))
	}
	if err != nil {
		return nil, fmt.Errorf("dbserver: %w", err)
	}
	return s, nil
}

// credential returns that of an account, which root takes on because the servers refuse to run as root. Nobody else needs
// one.
func credential(account string) (*syscall.Credential, error) {
	if os.Geteuid() != 0 {
		return nil, nil
	}
	u, err := user.Lookup(account)
	if err != nil {
		return nil, fmt.Errorf("dbserver: root needs the account %s, which comes with the server's package: %w", account, err)
	}
	uid, err := strconv.ParseUint(u.Uid, 10, 32)
	if err != nil {
		return nil, fmt.Errorf("dbserver: %w", err)
	}
	gid, err := strconv.ParseUint(u.Gid, 10, 32)
	if err != nil {
		return nil, fmt.Errorf("dbserver: %w", err)
	}
	return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}, nil
}

// find returns a program of a server: from PATH, or from the folders where packages put it.
func find(program, apt string, folders ...string) (string, error) {
	if path, err := exec.LookPath(program); err == nil {
		return path, nil
	}
	for _, folder := range folders {
		found, _ := filepath.Glob(filepath.Join(folder, program))
		if len(found) > 0 {
			return found[len(found)-1], nil // of the latest version
		}
	}
	return "", fmt.Errorf("dbserver: %s is neither in PATH nor in %v; install the package %s", program, folders, apt)
}

// freePort returns a port on which nobody listens.
func freePort() (string, error) {
	l, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		return "", fmt.Errorf("dbserver: %w", err)
	}
	defer l.Close()
	_, port, err := net.SplitHostPort(l.Addr().String())
	return port, err
}
