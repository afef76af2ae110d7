package sql_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/sql"
)

// Each change of a table behind the store's back is found.
func TestInspect(t *testing.T) {
	onEach(t, func(t *testing.T, e *engine) {
		s := e.store(t, sql.Options{})
		db := e.db(t)
		for change, want := range map[string]register.Discrepancy{
			"UPDATE fz_entry SET step = 'x' WHERE organ = '@' AND seq = 2":                {Seq: 2, Message: "条目表的检索列与条目不符"},
			"UPDATE fz_entry SET req_id = 'x' WHERE organ = '@' AND seq = 1":              {Seq: 1, Message: "条目表的检索列与条目不符"},
			"DELETE FROM fz_number WHERE organ = '@' AND serial = 2":                      {Seq: 2, Message: "编号表中没有条目给出的编号，或者与条目不符"},
			"UPDATE fz_number SET seq = 1 WHERE organ = '@' AND serial = 3":               {Seq: 3, Message: "编号表中没有条目给出的编号，或者与条目不符"},
			"INSERT INTO fz_number VALUES ('@', 's', 2025, 9, 'x', 1)":                    {Message: "编号表有条目没有给出的编号"},
			"UPDATE fz_counter SET last_serial = 2 WHERE organ = '@'":                     {Message: "编号计数器与条目给出的编号不符"},
			"UPDATE fz_counter SET last_serial = 9 WHERE organ = '@'":                     {Message: "编号计数器与条目给出的编号不符"},
			"DELETE FROM fz_counter WHERE organ = '@'":                                    {Message: "编号计数器缺失"},
			"UPDATE fz_book SET seq = 2 WHERE organ = '@'":                                {Seq: 3, Message: "登记簿表记载的末条与条目不符"},
			"UPDATE fz_doc SET step = 'x' WHERE organ = '@'":                              {Seq: 3, Message: "文件现状表与文件的末条不符"},
			"DELETE FROM fz_doc WHERE organ = '@'":                                        {Seq: 3, Message: "文件现状表与文件的末条不符"},
			"INSERT INTO fz_doc VALUES ('@', 'x:y', 'x', 'z', NULL, 1)":                   {Seq: 1, Message: "文件现状表有条目中没有的文件"},
			"INSERT INTO fz_secret VALUES ('@', 7, '/a', 'x:y', 'k', 'eA==', NULL, NULL)": {Seq: 7, Message: "密文表有条目中没有的密文"},
		} {
			key := keyOf(name(), ref(1))
			_, err := s.Append(t.Context(), key, many(key, 3))
			require.NoError(t, err)
			require.Empty(t, collect(t, s.Inspect(t.Context(), key.Scope)))
			_, err = db.Exec(strings.ReplaceAll(change, "@", key.Scope.Organ))
			require.NoError(t, err)
			require.Contains(t, collect(t, s.Inspect(t.Context(), key.Scope)), want, change)
		}
	})
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
