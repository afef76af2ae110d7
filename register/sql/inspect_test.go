package sql_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/sql"
	"github.com/fazhi-go/fazhi/register/sqlite"
)

// Each change of a table behind the store's back is found.
func TestInspect(t *testing.T) {
	onEach(t, func(t *testing.T, e *engine) {
		s := e.store(t, sql.Options{})
		db := e.db(t)
		for change, want := range map[string]register.Discrepancy{
			"UPDATE fz_entry SET step = 'x' WHERE organ = '@' AND seq = 2":                {Seq: 2, Message: "条目表的检索列与条目不符"},
			"UPDATE fz_entry SET due_day = '' WHERE organ = '@' AND seq = 2":              {Seq: 2, Message: "条目表的检索列与条目不符"},
			"UPDATE fz_entry SET part = 7 WHERE organ = '@' AND seq = 2":                  {Seq: 2, Message: "条目表中同一请求的各条次序有误"},
			"UPDATE fz_entry SET part = -1 WHERE organ = '@' AND seq = 1":                 {Seq: 1, Message: "条目表中同一请求的各条次序有误"},
			"UPDATE fz_counter SET last_serial = 0 WHERE organ = '@'":                     {Counter: true, Message: "编号计数器与条目给出的编号不符"},
			"INSERT INTO fz_counter VALUES ('@', 's', 2025, 0)":                           {Counter: true, Message: "编号计数器与条目给出的编号不符"},
			"INSERT INTO fz_counter VALUES ('@', 's', 2025, 3)":                           {Counter: true, Message: "编号计数器与条目给出的编号不符"},
			"INSERT INTO fz_doc VALUES ('@', 'contract:HT-9', 'contract', NULL, NULL, 4)": {Seq: 4, Message: "文件现状表有条目中没有的文件，或者指向不予登记的条目"},
			"INSERT INTO fz_entry SELECT organ, -5, doc, kind, act, step, on_day, due_day, NULL, part, line_sum, line FROM fz_entry" +
				" WHERE organ = '@' AND seq = 1": {Seq: -5, Message: "条目表有序号不是正数的条目"},
			"INSERT INTO fz_entry SELECT organ, 0, doc, kind, act, step, on_day, due_day, NULL, part, line_sum, line FROM fz_entry" +
				" WHERE organ = '@' AND seq = 1": {Seq: 0, Message: "条目表有序号不是正数的条目"},
			"INSERT INTO fz_entry SELECT organ, 9223372036854775807, doc, kind, act, step, on_day, due_day, NULL, part, line_sum, line" +
				" FROM fz_entry WHERE organ = '@' AND seq = 1": {Seq: 9223372036854775807, Message: "登记簿表记载的末条与条目不符"},
			"INSERT INTO fz_entry SELECT organ, 9, doc, kind, act, step, on_day, due_day, NULL, part, line_sum, line FROM fz_entry" +
				" WHERE organ = '@' AND seq = 1": {Seq: 9, Message: "登记簿表记载的末条与条目不符"},
			"UPDATE fz_entry SET req_id = 'x' WHERE organ = '@' AND seq = 1":              {Seq: 1, Message: "条目表的检索列与条目不符"},
			"DELETE FROM fz_number WHERE organ = '@' AND serial = 2":                      {Seq: 2, Message: "编号表中没有条目给出的编号，或者与条目不符"},
			"UPDATE fz_number SET seq = 1 WHERE organ = '@' AND serial = 3":               {Seq: 3, Message: "编号表中没有条目给出的编号，或者与条目不符"},
			"INSERT INTO fz_number VALUES ('@', 's', 2025, 9, 'x', 1)":                    {Message: "编号表有条目没有给出的编号"},
			"UPDATE fz_counter SET last_serial = 2 WHERE organ = '@'":                     {Counter: true, Message: "编号计数器与条目给出的编号不符"},
			"UPDATE fz_counter SET last_serial = 9 WHERE organ = '@'":                     {Counter: true, Message: "编号计数器与条目给出的编号不符"},
			"DELETE FROM fz_counter WHERE organ = '@'":                                    {Counter: true, Message: "编号计数器缺失"},
			"UPDATE fz_book SET seq = 2 WHERE organ = '@'":                                {Seq: 4, Message: "登记簿表记载的末条与条目不符"},
			"UPDATE fz_doc SET step = 'x' WHERE organ = '@'":                              {Seq: 3, Message: "文件现状表与文件的末条不符"},
			"DELETE FROM fz_doc WHERE organ = '@'":                                        {Seq: 3, Message: "文件现状表与文件的末条不符"},
			"INSERT INTO fz_doc VALUES ('@', 'x:y', 'x', 'z', NULL, 1)":                   {Seq: 1, Message: "文件现状表有条目中没有的文件，或者指向不予登记的条目"},
			"INSERT INTO fz_secret VALUES ('@', 7, '/a', 'x:y', 'k', 'eA==', NULL, NULL)": {Seq: 7, Message: "密文表有条目中没有的密文"},
		} {
			key := inspected(t, s)
			require.Empty(t, collect(t, s.Inspect(t.Context(), key.Scope)))
			_, err := db.Exec(strings.ReplaceAll(change, "@", key.Scope.Organ))
			require.NoError(t, err)
			require.Contains(t, collect(t, s.Inspect(t.Context(), key.Scope)), want, change)
		}
	})
}

// inspected keeps three entries of one request with a number each, and a refusal.
func inspected(t *testing.T, s *sql.Store) register.Key {
	key := keyOf(name(), ref(1))
	key.ReqID = "R-1"
	_, err := s.Append(t.Context(), key, many(key, 3))
	require.NoError(t, err)
	refused := keyOf(key.Scope.Organ, ref(9))
	refused.Counters = nil
	_, err = s.Append(t.Context(), refused, func(p register.Prior) ([]register.Entry, error) {
		entries, err := give(refused)(p)
		if err != nil {
			return nil, err
		}
		entries[0].Act, entries[0].Doc = register.Refused, nil
		return seal(entries...)
	})
	require.NoError(t, err)
	return key
}

// Text that reads as the same entry is not what was digested.
func TestInspectForm(t *testing.T) {
	onEach(t, func(t *testing.T, e *engine) {
		s := e.store(t, sql.Options{})
		db := e.db(t)
		key := inspected(t, s)
		line := ""
		row := "WHERE organ = '" + key.Scope.Organ + "' AND seq = 1"
		require.NoError(t, db.QueryRow("SELECT line FROM fz_entry "+row).Scan(&line))
		line = strings.Replace(line, `"kind":"contract"`, `"kind":"`+e.backslash()+`u0063ontract"`, 1)
		_, err := db.Exec("UPDATE fz_entry SET line = '" + line + "' " + row)
		require.NoError(t, err)
		want := []register.Discrepancy{{Seq: 1, Message: "条目所存的文字不是规范形式"}}
		require.Equal(t, want, collect(t, s.Inspect(t.Context(), key.Scope)))
	})
}

// A book whose end cannot be read is inspected all the same.
func TestInspectPoisoned(t *testing.T) {
	onEach(t, func(t *testing.T, e *engine) {
		s := e.store(t, sql.Options{})
		key := inspected(t, s)
		poison(t, e.db(t), key.Scope.Organ)
		want := []register.Discrepancy{{Seq: 4, Message: "登记簿表记载的末条与条目不符"}}
		require.Equal(t, want, collect(t, s.Inspect(t.Context(), key.Scope)))
	})
}

// backslash writes a backslash in a text of a statement.
func (e *engine) backslash() string {
	if e.name == "mysql" {
		return `\\`
	}
	return `\`
}

// The tables of another program are not those of this one.
func TestInspectSchema(t *testing.T) {
	db := file(t, safe)
	s, err := sql.Open(t.Context(), db, sqlite.Dialect(), sql.Options{Migrate: true})
	require.NoError(t, err)
	defer s.Close()
	key := inspected(t, s)
	_, err = db.Exec("DELETE FROM fz_schema")
	require.NoError(t, err)
	require.Equal(t, []register.Discrepancy{{Message: "版本表与本程序的不符"}}, collect(t, s.Inspect(t.Context(), key.Scope)))
}

// A book that is written to meanwhile has no discrepancy.
func TestInspectWhileWriting(t *testing.T) {
	onEach(t, func(t *testing.T, e *engine) {
		s := e.store(t, sql.Options{})
		key := keyOf(name(), ref(1))
		stop, done := make(chan struct{}), make(chan struct{})
		go func() {
			defer close(done)
			for {
				select {
				case <-stop:
					return
				default:
				}
				if _, err := s.Append(t.Context(), key, give(key)); err != nil {
					t.Error(err)
					return
				}
			}
		}()
		for range 20 {
			require.Empty(t, collect(t, s.Inspect(t.Context(), key.Scope)))
		}
		close(stop)
		<-done
	})
}
