package mysql_test

import (
	"context"
	"fmt"
	"time"

	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/mysql"
	"github.com/fazhi-go/fazhi/register/sql"
)

func Example() {
	ctx := context.Background()
	store, err := mysql.Open(ctx, "fazhi:secret@tcp(db.example:3306)/fazhi", mysql.Options{Options: sql.Options{Migrate: true}})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer store.Close()
	book, err := register.New(store, register.Options{Now: time.Now})
	fmt.Println(book != nil, err)
}
