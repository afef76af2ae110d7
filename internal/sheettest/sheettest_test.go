package sheettest_test

import (
	"os"
	"runtime"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/sheettest"
	"github.com/fazhi-go/fazhi/table"
)

// A recorder is a test that may fail.
type recorder struct {
	dir    string
	failed bool
}

func (r *recorder) Errorf(string, ...any) { r.failed = true }
func (r *recorder) FailNow()              { runtime.Goexit() }
func (r *recorder) Helper()               {}
func (r *recorder) TempDir() string       { return r.dir }

// fails reports whether a check fails.
func fails(t *testing.T, check func(sheettest.T)) bool {
	r := recorder{dir: t.TempDir()}
	done := make(chan struct{})
	go func() {
		defer close(done)
		check(&r)
	}()
	<-done
	return r.failed
}

// sheet has one row, after a change.
func sheet(change func(*table.Sheet)) []table.Sheet {
	s := table.Sheet{
		Name: "统计", Title: "泉源区统计表", Grid: true, Wrap: true,
		Columns: []table.Column{{Name: "名称", Width: 8}, {Name: "单位", Width: 4}, {Name: "数量", Kind: table.Integer, Width: 6}, {Name: "增减", Kind: table.Integer, Width: 6}},
		Rows:    [][]any{{"受理", "件", int64(3), int64(0)}},
	}
	if change != nil {
		change(&s)
	}
	return []table.Sheet{s}
}

func TestSheets(t *testing.T) {
	require.Equal(t, "== 统计 泉源区统计表\n名称=受理 单位=件 数量=3 增减=0 \n", sheettest.Text(t, sheet(nil)))
	require.Equal(t, "== 统计 泉源区统计表\n名称=受理 单位=件 数量=3 \n", sheettest.Text(t, sheet(nil), "0"))
	require.Equal(t, map[string]string{"统计 受理 件": "3 0"}, sheettest.Rows(sheet(nil)))
	require.Equal(t, []string{"统计"}, sheettest.Names(t, sheet(nil)))
}

func TestSheetsBite(t *testing.T) {
	for name, change := range map[string]func(*table.Sheet){
		"无网格": func(s *table.Sheet) { s.Grid = false },
		"少一格": func(s *table.Sheet) { s.Rows[0] = s.Rows[0][1:] },
		"无列宽": func(s *table.Sheet) { s.Columns[0].Width = 0 },
		"列重名": func(s *table.Sheet) { s.Columns[1].Name = "名称" },
	} {
		require.True(t, fails(t, func(r sheettest.T) { sheettest.Text(r, sheet(change)) }), name)
	}
	require.False(t, fails(t, func(r sheettest.T) { sheettest.Text(r, sheet(nil)) }))
}

func TestGoldenBites(t *testing.T) {
	t.Chdir(t.TempDir())
	require.NoError(t, os.Mkdir("testdata", 0o755))
	require.NoError(t, os.WriteFile("testdata/a.txt", []byte("甲\n"), 0o600))
	require.False(t, fails(t, func(r sheettest.T) { sheettest.Golden(r, "a.txt", "甲\n") }))
	require.True(t, fails(t, func(r sheettest.T) { sheettest.Golden(r, "a.txt", "乙\n") }))
	require.True(t, fails(t, func(r sheettest.T) { sheettest.Golden(r, "b.txt", "甲\n") }))
}
