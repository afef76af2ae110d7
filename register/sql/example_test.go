package sql_test

import (
	"context"
	dbsql "database/sql"
	"fmt"
	"strings"

	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/sql"
)

// A site hands in the database of its own driver, and the dialect that its engine speaks.
func Example() {
	open := func(ctx context.Context, db *dbsql.DB) (register.Store, error) {
		d := sql.PostgreSQL()
		d.Name = "opengauss"
		d.Types.Varchar = "varchar(%d)"
		return sql.Open(ctx, db, d, sql.Options{Migrate: true})
	}
	_, err := open(context.Background(), nil)
	fmt.Println(err)
	// Output: register/sql: 没有数据库
}

// A database administrator gets the statements on paper.
func ExampleSchema() {
	for _, statement := range sql.Schema(sql.MySQL())[:2] {
		name, _, _ := strings.Cut(statement, " (")
		fmt.Println(name)
	}
	// Output:
	// CREATE TABLE IF NOT EXISTS fz_schema
	// CREATE TABLE IF NOT EXISTS fz_book
}
