package postgres_test

import (
	"context"
	"fmt"
	"time"

	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/postgres"
	"github.com/fazhi-go/fazhi/register/sql"
)

func Example() {
	ctx := context.Background()
	store, err := postgres.Open(ctx, "postgres://fazhi@db.example/fazhi", postgres.Options{Options: sql.Options{Migrate: true}})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer store.Close()
	book, err := register.New(store, register.Options{Now: time.Now})
	fmt.Println(book != nil, err)
}
