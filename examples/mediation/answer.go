package main

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

// plain is an error in one line, without the names of Go packages.
func plain(err error) string {
	return cli.Plain(err, "dispute", "documents", "dossier", "doubles", "fazhi", "form", "indicators", "lifecycle", "mediation", "register", "table", "workday", "xlsx")
}

// day is that of -today, else the clock's.
func (s *session) day() fazhi.Date {
	if s.today.IsZero() {
		return fazhi.DateIn(s.Now())
	}
	return s.today
}
