package sqlite

import (
	"errors"

	driver "modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"github.com/fazhi-go/fazhi/register/sql"
)

// Dialect is that of sql.SQLite with what the errors of modernc.org/sqlite mean, for whoever opens the *sql.DB himself.
func Dialect() sql.Dialect {
	d := sql.SQLite()
	d.Retry = isBusy
	d.Undone = isFull
	d.Explain = explain
	return d
}

// code returns the primary result code, 0 if the error is not SQLite's.
func code(err error) int {
	var e *driver.Error
	if !errors.As(err, &e) {
		return 0
	}
	return e.Code() & 0xff
}

// isBusy says that another process was writing.
func isBusy(err error) bool {
	c := code(err)
	return c == lib.SQLITE_BUSY || c == lib.SQLITE_LOCKED
}

func isFull(err error) bool { return code(err) == lib.SQLITE_FULL }

// explain says what an error means for who runs the program.
func explain(err error) string {
	switch code(err) {
	case lib.SQLITE_FULL:
		return "磁盘已满，没有登记"
	case lib.SQLITE_READONLY:
		return "数据库文件不能写入"
	case lib.SQLITE_IOERR:
		return "磁盘读写出错"
	case lib.SQLITE_CORRUPT, lib.SQLITE_NOTADB:
		return "数据库文件已经损坏，或者不是数据库文件"
	case lib.SQLITE_CANTOPEN:
		return "数据库文件不能打开"
	case lib.SQLITE_BUSY:
		return "另一进程占用数据库过久"
	case lib.SQLITE_ERROR: // the statements are always the same, so it is the tables, or what somebody has hung on them
		return "数据库不能执行语句，登记簿的表可能已被改动或者不能使用"
	}
	return ""
}
