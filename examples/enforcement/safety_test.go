package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/enforcement/review"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
)

// A file that is there is never replaced, and is whole from the first moment, with links and without.
func TestCreate(t *testing.T) {
	for name, link := range map[string]func(old, name string) error{
		"links":    os.Link,
		"no links": func(_, _ string) error { return errors.ErrUnsupported },
		"somebody is quicker": func(_, name string) error {
			require.NoError(t, os.WriteFile(name, []byte("填好"), 0o600))
			return fs.ErrExist
		},
		"somebody is quicker, without links": func(_, name string) error {
			require.NoError(t, os.WriteFile(name, []byte("填好"), 0o600))
			return errors.ErrUnsupported
		},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "评分表", "甲.xlsx")
			want := "空白"
			err := create(path, []byte("空白"), link)
			if strings.HasPrefix(name, "somebody") {
				require.ErrorIs(t, err, fs.ErrExist)
				want = "填好"
			} else {
				require.NoError(t, err)
			}
			require.ErrorIs(t, create(path, []byte("又"), link), fs.ErrExist)
			require.Equal(t, map[string]string{"甲.xlsx": want}, tree(t, filepath.Dir(path)))
		})
	}
}

// A sheet that comes between the look and the writing is read, not overwritten.
func TestSheetThatCameInTheMeantime(t *testing.T) {
	dir := held(t)
	require.NoError(t, os.RemoveAll(dir+"/结果"))
	r, err := openRound(dir)
	require.NoError(t, err)
	require.NoError(t, r.draw())
	before, task := tree(t, dir), r.record.Tasks(r.assigned)[0]
	name := sheetFolder + sheetName(task) + ".xlsx"
	state := sheetState{File: r.path(name)}
	require.NoError(t, r.send(task, name, &state))
	require.Equal(t, filled, state.State)
	require.Zero(t, state.Open)
	require.Equal(t, before, tree(t, dir))
}

// While a run works on a round, no other does; the lock of a run that was killed keeps nobody out, and none stays behind.
func TestLock(t *testing.T) {
	clitest.Folder(t)
	does(t, cli.Well, "sample 样例 -blank")
	release, err := lock("样例/评查")
	require.NoError(t, err)
	before := tree(t, "样例")
	require.Equal(t, "enforcement：不能办理 样例/评查：另一次运行正在办理这一轮，请等它结束\n", does(t, cli.Unusable, "review 样例/评查"))
	require.Equal(t, before, tree(t, "样例"))
	release()
	require.NoError(t, os.WriteFile("样例/评查/"+lockFile, nil, 0o600))
	does(t, cli.Found, "review 样例/评查")
	require.NoFileExists(t, "样例/评查/"+lockFile)
}

// Of several runs at once each either works alone or says that another one does.
func TestRunsAtOnce(t *testing.T) {
	dir := held(t)
	want := tree(t, dir)
	require.NoError(t, os.RemoveAll(dir+"/结果"))
	codes := make([]int, 4)
	var runs sync.WaitGroup
	for i := range codes {
		runs.Go(func() { codes[i], _, _ = try("review", dir) })
	}
	runs.Wait()
	require.Contains(t, codes, cli.Well)
	for _, code := range codes {
		require.Contains(t, []int{cli.Well, cli.Unusable}, code)
	}
	require.Equal(t, want, tree(t, dir))
}

// What a killed run left half-written goes; what somebody else has put there stays.
func TestSweep(t *testing.T) {
	dir := held(t)
	want := tree(t, dir)
	for _, name := range []string{"", "评分表", "结果"} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name, strings.Replace(unfinished, "*", "123", 1)), []byte("半"), 0o600))
	}
	require.NoError(t, os.Remove(dir+"/结果/评查记录.json")) // the last that a run writes
	does(t, cli.Well, "review "+dir)
	require.Equal(t, want, tree(t, dir))
	require.NoError(t, os.WriteFile(dir+"/结果/说明.tmp", []byte("甲"), 0o600))
	does(t, cli.Well, "review "+dir)
	require.FileExists(t, dir+"/结果/说明.tmp")
}

// A score sheet that somebody has filled in is not written over.
func TestSheetOfScoreStays(t *testing.T) {
	clitest.Folder(t)
	does(t, cli.Well, "sample 样例 -blank")
	line := "score house/penalty 样例/案卷.json -sheet 表.xlsx"
	does(t, cli.Well, line)
	does(t, cli.Well, line)
	require.NoError(t, os.WriteFile("表.xlsx", []byte("填好"), 0o600))
	require.Equal(t, "enforcement：不能写入 表.xlsx：已经存在，内容不同，没有写入\n", does(t, cli.Unusable, line))
	require.Equal(t, "填好", tree(t, ".")["表.xlsx"])
}

// What lies among the sheets or the case files and is not read is named.
func TestStrangers(t *testing.T) {
	dir := held(t)
	for _, name := range []string{"法律顾问-L1(1).xlsx", "合议-AJ-00001-L1、F1.xlsx", ".DS_Store", "~$法律顾问-L1.xlsx"} {
		require.NoError(t, os.WriteFile(dir+"/评分表/"+name, nil, 0o600))
	}
	said := does(t, cli.Found, "review "+dir)
	require.Equal(t, 2, strings.Count(said, "没有读取"))
	require.Contains(t, said, "警告　样例/评查/评分表/法律顾问-L1(1).xlsx：不是现在要的评分表")
	require.Contains(t, said, "合议-AJ-00001-L1、F1.xlsx：不是现在要的评分表")
	require.Contains(t, said, "本轮评查已经办完")
}

// Sheets of a stage that has not come yet are no strangers.
func TestLaterSheetsAreNoStrangers(t *testing.T) {
	dir := held(t)
	require.NoError(t, os.RemoveAll(dir+"/结果"))
	require.NoError(t, os.Remove(dir+"/评分表/法律顾问-L1.xlsx"))
	require.NotContains(t, does(t, cli.Found, "review "+dir), "没有读取")
}

// The files of a folder are read whatever the case of their extension, and others are named; the folder may have any name.
func TestFolderOfFiles(t *testing.T) {
	dir := held(t)
	other := "评查[2025]"
	require.NoError(t, os.Rename(dir, other))
	data, err := os.ReadFile(other + "/案卷.jsonl")
	require.NoError(t, err)
	require.NoError(t, os.Remove(other+"/案卷.jsonl"))
	require.NoError(t, os.MkdirAll(other+"/案卷/下级", 0o755))
	for i, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		name := string(rune('a'+i)) + ".JSON"
		require.NoError(t, os.WriteFile(filepath.Join(other, "案卷", name), []byte(line), 0o600))
	}
	require.NoError(t, os.WriteFile(other+"/案卷/说明.txt", nil, 0o600))
	said := does(t, cli.Found, "review "+other)
	require.Contains(t, said, "案卷 29 件")
	require.Contains(t, said, "本轮评查已经办完")
	require.Equal(t, 2, strings.Count(said, "没有读取"))
	require.Contains(t, said, "案卷/下级：不是 .json 案卷，没有读取")
}

// A talk that ends apart goes on to the third reviewer; one that is open is waited for, and counted once.
func TestTalks(t *testing.T) {
	for name, x := range map[string]struct {
		say  string
		want []string
	}{
		"apart": {review.Apart, []string{"第三评查人-AJ-00023", "还缺 1 项"}},
		"open":  {"", []string{"合议-AJ-00023-L2、F3.xlsx 由合议", "待评 1 项", "还缺 1 项"}},
	} {
		t.Run(name, func(t *testing.T) {
			dir := held(t)
			require.NoError(t, os.RemoveAll(dir+"/结果"))
			sayInTalk(t, dir, "AJ-00023", x.say)
			said := does(t, cli.Found, "review "+dir)
			for _, want := range x.want {
				require.Contains(t, said, want)
			}
			require.Equal(t, 1, strings.Count(said, "还缺："))
		})
	}
}

// sayInTalk fills the talk about a file in once more, with this verdict on its first open item.
func sayInTalk(t *testing.T, dir, file, verdict string) {
	t.Helper()
	r, err := openRound(dir)
	require.NoError(t, err)
	require.NoError(t, r.draw())
	require.NoError(t, r.takeAll(r.record.Tasks(r.assigned), sheetName))
	require.NoError(t, r.settle())
	for _, task := range r.record.TalkTasks(r.assigned, r.results) {
		if task.Files[0].Case.File != file {
			continue
		}
		sheets, err := review.Sheets(task)
		require.NoError(t, err)
		s, first := &sheets[1], -1
		for i := range s.Rows {
			if first < 0 && s.Rows[i][7] == "" {
				first = i
			}
		}
		require.Equal(t, "评定", s.Columns[7].Name)
		fill(s, &task, 0)
		s.Rows[first][7], s.Rows[first][8], s.Rows[first][9] = verdict, "", ""
		require.NoError(t, r.to.book(sheetFolder+fileName(caseName(task))+".xlsx", sheets...))
		return
	}
	t.Fatal("no talk about " + file)
}
