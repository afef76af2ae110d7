package sql

import (
	dbsql "database/sql"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	_ "modernc.org/sqlite"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
)

// TestPlans holds that no statement reads a table from end to end, or an organ's book where it looks for few entries.
func TestPlans(t *testing.T) {
	db, err := dbsql.Open("sqlite", ":memory:")
	require.NoError(t, err)
	defer db.Close()
	db.SetMaxOpenConns(1)
	d := SQLite()
	for _, statement := range Schema(d) {
		_, err := db.Exec(statement)
		require.NoError(t, err, statement)
	}
	wholeBook := regexp.MustCompile(`(?m)SEARCH (fz_entry|fz_number|fz_doc|fz_counter|fz_secret|[emnd]) .*\(organ=\?\)$`)
	for _, statement := range []string{
		lockBooks, moveBooks, findCounters, moveCounters, findRequests, joinRequests, findLast, joinLast, dropDocs, dropDocsX, lockSecret, setSecret, ofEntries,
		lockCursor, setCursor, dropParked,
	} {
		for _, n := range []int{1, 2, 16, 64} {
			plan := planOf(t, db, d.text(statement, n))
			require.NotRegexp(t, `SCAN (fz|[end]\b)`, plan, statement)
			require.NotRegexp(t, wholeBook, plan, statement)
		}
	}
	for name, q := range map[string]register.Query{
		"document": {Ref: fazhi.Ref{Kind: "a", ID: "b"}}, "request": {ReqID: "r"}, "number": {Number: "n"},
		"current": {Ref: fazhi.Ref{Kind: "a", ID: "b"}, Current: true}, "step": {Step: "s"}, "all": {},
		"due": {DueBefore: fazhi.DateOf(2025, 1, 1)},
	} {
		q.Scope.Organ = "o"
		page := selectEntries(&q, span{}, firstPage)
		plan := planOf(t, db, page.text())
		t.Log(name + "\n" + plan)
		require.NotContains(t, plan, "SCAN e", name)
		require.NotRegexp(t, wholeBook, plan, name)
		if byStanding(&q) {
			page := selectMoved(&q, span{upto: 1, bound: 1})
			plan := planOf(t, db, page.text())
			t.Log(name + ", moved\n" + plan)
			require.NotRegexp(t, `SCAN [em]\b`, plan, name)
			require.NotRegexp(t, wholeBook, plan, name)
			require.Regexp(t, `SEARCH e .*doc=\?`, plan, name)
		}
	}
}

// planOf asks how a statement would be run; a table from end to end is a SCAN.
func planOf(t *testing.T, db *dbsql.DB, statement string) string {
	t.Helper()
	args := make([]any, strings.Count(statement, "?"))
	rows, err := db.Query("EXPLAIN QUERY PLAN "+statement, args...)
	require.NoError(t, err, statement)
	var b strings.Builder
	require.NoError(t, each(rows, func(rows *dbsql.Rows) error {
		var id, parent, unused int
		var detail string
		err := rows.Scan(&id, &parent, &unused, &detail)
		b.WriteString(detail + "\n")
		return err
	}))
	return b.String()
}
