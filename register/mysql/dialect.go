package mysql

import (
	"errors"

	driver "github.com/go-sql-driver/mysql"

	"github.com/fazhi-go/fazhi/register/sql"
)

// Dialect is that of sql.MySQL with what the errors of go-sql-driver/mysql mean, for whoever opens the *sql.DB himself.
func Dialect() sql.Dialect {
	d := sql.MySQL()
	d.Retry = isConflict
	d.Explain = explain
	return d
}

// Numbers of errors.
const (
	lockWaitTimeout = 1205
	deadlock        = 1213
	packetTooLarge  = 1153
	diskFull        = 1021
	tableFull       = 1114
)

func number(err error) uint16 {
	var e *driver.MySQLError
	if !errors.As(err, &e) {
		return 0
	}
	return e.Number
}

// isConflict says that the server has taken the transaction back, or its last statement.
func isConflict(err error) bool {
	n := number(err)
	return n == deadlock || n == lockWaitTimeout
}

// explain says what an error means for who runs the program.
func explain(err error) string {
	n := number(err)
	switch {
	case n == packetTooLarge || errors.Is(err, driver.ErrPktTooLarge):
		return "文件过大，服务器的 max_allowed_packet 不够"
	case n == diskFull || n == tableFull:
		return "服务器的磁盘已满，没有登记"
	}
	return ""
}
