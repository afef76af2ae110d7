package sql

import (
	"errors"
	"fmt"

	"github.com/fazhi-go/fazhi/register"
)

// What can be wrong with a database, apart from the errors of register.
var (
	ErrSchema   = errors.New("数据库中登记簿的表不能使用")
	ErrWeak     = errors.New("数据库的设置不能保证断电后已给出的编号不丢失")
	ErrReadOnly = errors.New("登记簿以只读方式打开")
	ErrDialect  = errors.New("数据库方言不完整")
	ErrPool     = errors.New("连接池太小")
)

// errAgain marks an error after which the same transaction is to be tried again: another process was faster.
var errAgain = errors.New("另一进程正在写入")

// errNoBook says that organs have no book yet.
var errNoBook = errors.New("机关还没有登记簿")

// errRows says that an UPDATE did not meet the rows that were read before.
var errRows = errors.New("计数器或者登记簿的行不在表中")

// A failure is a transaction that did not succeed.
type failure struct {
	err     error
	unbegun bool // there was no transaction: no connection, or another process held the database for as long as one waits
	again   bool // nothing was kept, and another try may succeed
	unknown bool // the answer to COMMIT was lost
}

func (f *failure) Error() string { return f.err.Error() }
func (f *failure) Unwrap() error { return f.err }

// failed gives an error of the database its final form.
func failed(err error) error { return fmt.Errorf("register/sql: 数据库出错：%w", err) }

// unsure says that an outcome is not known.
func unsure(err error) error { return fmt.Errorf("register/sql: %w：%w", register.ErrUnknown, err) }

// unreadable says what an error of reading a row means: its columns do not hold what they should. This package's own
// errors say it themselves.
func unreadable(err error) error {
	if known := (*ownError)(nil); errors.As(err, &known) {
		return err
	}
	return fmt.Errorf("表中有内容不能读取，可能已经损坏：%w", err)
}
