package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/gm"
	"github.com/fazhi-go/fazhi/register/mysql"
	"github.com/fazhi-go/fazhi/register/postgres"
	"github.com/fazhi-go/fazhi/register/sql"
	"github.com/fazhi-go/fazhi/register/sqlite"
)

// A session is one call of the program, with the store that it works on.
type session struct {
	cli.World
	options
	args  []string
	store register.Store
	done  func() error
	fresh string // the file of the store, if it was made just now
	scope register.Scope
	head  register.Head
	hash  register.Hash
}

func (s *session) close() error {
	if s.done == nil {
		return nil
	}
	return s.done()
}

// An access is what a command wants of the store.
type access int

const (
	looks  access = iota // reads only
	checks               // also looks at counters, which takes the lock of a writer
	writes               // makes the book if it is not there
)

// begin opens the store and finds the book. Only who writes may find none.
func (s *session) begin(ctx context.Context, a access) error {
	if err := s.connect(ctx, a); err != nil {
		return err
	}
	if err := s.find(ctx); err != nil {
		return err
	}
	if s.head.Seq == 0 && a != writes {
		return errors.New("没有这个机关的登记簿")
	}
	return nil
}

// errAddress says how to write one. An address may hold a password, so it is never repeated.
var errAddress = errors.New("-store 应写作 mem:、sqlite:文件、postgres://… 或者 mysql://用户:密码@主机:端口/数据库")

// connect opens the store.
func (s *session) connect(ctx context.Context, a access) error {
	address := cmp.Or(s.options.store, defaultStore)
	scheme, rest, _ := strings.Cut(address, ":")
	o := sql.Options{Migrate: a == writes, Now: s.Now, ReadOnly: a == looks}
	switch {
	case address == "mem:":
		s.store = register.NewMemory()
	case scheme == "sqlite" && (strings.HasPrefix(rest, "//") || strings.HasPrefix(rest, "file:") || strings.HasPrefix(rest, ":")):
		return fmt.Errorf("%w：sqlite: 之后直接写文件的路径", cli.ErrUsage)
	case scheme == "sqlite" && rest != "":
		return s.openFile(ctx, rest, a)
	case scheme == "postgres", scheme == "postgresql":
		store, err := postgres.Open(ctx, address, postgres.Options{Options: o})
		if err != nil {
			return err
		}
		s.store, s.done = store, store.Close
	case scheme == "mysql":
		dsn, err := mysqlDSN(address)
		if err != nil {
			return err
		}
		store, err := mysql.Open(ctx, dsn, mysql.Options{Options: o})
		if err != nil {
			return err
		}
		s.store, s.done = store, store.Close
	default:
		return errAddress
	}
	return nil
}

// mysqlDSN turns a URL into the form that the driver reads.
func mysqlDSN(address string) (string, error) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || len(u.Path) < 2 {
		return "", errAddress
	}
	host := u.Host
	if u.Port() == "" {
		host += ":3306"
	}
	dsn := "tcp(" + host + ")" + u.Path
	if u.User != nil {
		who := u.User.Username()
		if password, ok := u.User.Password(); ok {
			who += ":" + password
		}
		dsn = who + "@" + dsn
	}
	if u.RawQuery != "" {
		dsn += "?" + u.RawQuery
	}
	return dsn, nil
}

func (s *session) openFile(ctx context.Context, path string, a access) error {
	_, err := os.Stat(path)
	missing := errors.Is(err, fs.ErrNotExist)
	switch {
	case missing && a != writes:
		return fmt.Errorf("没有登记簿文件 %s", filepath.Base(path))
	case missing && s.organ == "":
		return errNoOrgan() // before a file is made
	}
	store, err := sqlite.Open(ctx, path, sqlite.Options{Now: s.Now, ReadOnly: a == looks})
	if err != nil {
		return fmt.Errorf("%s：%w", filepath.Base(path), whyNot(err))
	}
	if missing {
		s.fresh = path
	}
	s.store, s.done = store, store.Close
	return nil
}

// find chooses the book: the one asked for, or the only one that there is.
func (s *session) find(ctx context.Context) error {
	s.scope = register.Scope{Organ: s.organ, Role: s.role}
	if s.organ == register.AllOrgans {
		return register.ErrScope
	}
	if err := s.findHead(ctx); err != nil {
		return err
	}
	return s.findHash(ctx)
}

func (s *session) findHead(ctx context.Context) error {
	ask := register.Scope{Organ: s.organ}
	if s.organ == "" {
		ask.Organ = register.AllOrgans
	}
	var heads []register.Head
	for h, err := range s.store.Heads(ctx, ask) {
		if err != nil {
			return err
		}
		heads = append(heads, h)
	}
	switch {
	case len(heads) == 1:
		s.head = heads[0]
		s.scope.Organ = s.head.Organ
	case s.organ == "" && len(heads) == 0:
		return errNoOrgan()
	case s.organ == "":
		var organs []string
		for _, h := range heads {
			organs = append(organs, h.Organ)
		}
		return fmt.Errorf("%w：有几个机关的登记簿，用 -organ 写明是哪一个：%s", cli.ErrUsage, strings.Join(organs, "、"))
	}
	return nil
}

func errNoOrgan() error {
	return fmt.Errorf("%w：没有写明 -organ，登记簿又是空的", cli.ErrUsage)
}

// hashes are those that a book may be chained with.
func hashes() []register.Hash {
	return []register.Hash{register.SHA256(), {Name: "sm3", New: gm.NewSM3}}
}

// hashOf returns the hash of a name, SHA-256 without one.
func hashOf(name string) register.Hash {
	for _, h := range hashes() {
		if h.Name == name {
			return h
		}
	}
	return register.SHA256()
}

// findHash finds out how the book is chained, from its ends. To go on with another hash would break the chain.
func (s *session) findHash(ctx context.Context) error {
	s.hash = hashOf(s.options.hash)
	for _, q := range [...]register.Query{{Scope: s.scope, Upto: 1}, {Scope: s.scope, After: s.head.Seq - 1, Upto: s.head.Seq}} {
		if s.head.Seq == 0 {
			return nil
		}
		for e, err := range s.store.Entries(ctx, q) {
			if errors.Is(err, register.ErrLine) {
				break
			}
			if err != nil {
				return err
			}
			if own, ok := hashOfEntry(&e); ok {
				if s.options.hash != "" && s.options.hash != own.Name {
					return fmt.Errorf("%w：登记簿的摘要算法是 %s，不是 -hash 所写的", cli.ErrUsage, own.Name)
				}
				s.hash = own
				return nil
			}
		}
	}
	return nil
}

func hashOfEntry(e *register.Entry) (register.Hash, bool) {
	text, err := e.AppendLine(nil)
	for _, h := range hashes() {
		if err == nil && h.Of(text) == e.Sum {
			return h, true
		}
	}
	return register.Hash{}, false
}

// china is the zone in which a moment has its day.
func china() *time.Location { return time.FixedZone("UTC+8", 8*60*60) }

func (s *session) today() fazhi.Date { return fazhi.DateIn(s.Now().In(china())) }

// Limits of files, in bytes.
const (
	maxDocument = 4 << 20
	maxSmall    = 1 << 20 // of everything else but archives
)

// file reads a file of at most so many bytes; - is the standard input.
func (s *session) file(name string, most int64) ([]byte, error) {
	data, err := s.slurp(name, most+1)
	if err == nil && int64(len(data)) > most {
		err = fmt.Errorf("文件超过 %d MB", most>>20)
	}
	if err != nil {
		return nil, fmt.Errorf("%s：%w", baseOf(name), whyNot(err))
	}
	return data, nil
}

func (s *session) slurp(name string, most int64) ([]byte, error) {
	in := s.Stdin
	if name != "-" {
		f, err := openRegular(name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		in = f
	}
	data, err := io.ReadAll(io.LimitReader(in, most))
	return bytes.TrimPrefix(data, []byte("\ufeff")), err // as some editors write it
}

// openRegular opens a file that is one: not a folder, and nothing that blocks.
func openRegular(name string) (*os.File, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("不是文件")
	}
	return os.Open(name)
}

func baseOf(name string) string {
	if name == "-" {
		return "标准输入"
	}
	return filepath.Base(name)
}

// errThere says that a file would be overwritten.
var errThere = errors.New("已经有这个文件，不覆盖")

// create writes a new file; nothing is left of one that could not be written to its end.
func create(name string, mode fs.FileMode, write func(io.Writer) error) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if errors.Is(err, fs.ErrExist) {
		err = errThere
	}
	if err == nil {
		if err = errors.Join(write(f), f.Sync(), f.Close()); err != nil {
			_ = os.Remove(name)
		}
	}
	if err != nil {
		return fmt.Errorf("%s：%w", filepath.Base(name), whyNot(err))
	}
	return nil
}

// whyNot says in Chinese why the operating system refused, without repeating the path.
func whyNot(err error) error {
	var path *fs.PathError
	switch {
	case errors.Is(err, sqlite.ErrReadOnly):
		return fmt.Errorf("%w：没有写入的权限", sqlite.ErrReadOnly)
	case errors.Is(err, fs.ErrNotExist):
		return errors.New("没有这个文件，或者没有所在的文件夹")
	case errors.Is(err, fs.ErrPermission):
		return errors.New("没有权限")
	case errors.As(err, &path):
		return path.Err
	}
	return err
}
