package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

// strayFile is the code of a file that nobody has read.
const strayFile fazhi.Code = "example/round/stray"

// stray says that something in the folder was not read.
func (r *round) stray(path, why string) {
	r.issues = append(r.issues, fazhi.Issue{Code: strayFile, Severity: fazhi.Warning, Origin: fazhi.Origin{File: path}, Message: why})
}

// strangers names what lies among the score sheets and is none that was asked for. Sheets of a stage that the round has not
// come to are not strange yet.
func (r *round) strangers() error {
	list, err := os.ReadDir(r.path(sheetFolder))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return cli.Unreadable(r.path(sheetFolder), err)
	}
	for _, e := range list {
		path := filepath.Join(r.path(sheetFolder), e.Name())
		asked := slices.ContainsFunc(r.sheets, func(s sheetState) bool { return s.File == path })
		later := slices.ContainsFunc(r.later, func(role string) bool { return strings.HasPrefix(e.Name(), role+"-") })
		if !asked && !later && !bySystem(e.Name()) {
			r.stray(path, "不是现在要的评分表，没有读取：收回的评分表应当用发出时的名称")
		}
	}
	return nil
}

// bySystem reports whether desktops put a file of this name into folders.
func bySystem(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || slices.Contains([]string{"Thumbs.db", "desktop.ini"}, name)
}

// jsonFiles are the case files in a folder; what else lies there is named.
func (r *round) jsonFiles(dir string) (names []string, err error) {
	list, err := os.ReadDir(dir)
	if err != nil {
		return nil, cli.Unreadable(dir, err)
	}
	for _, e := range list {
		path := filepath.Join(dir, e.Name())
		switch {
		case cli.Extension(e.Name()) == ".json" && !e.IsDir():
			names = append(names, path)
		case !bySystem(e.Name()):
			r.stray(path, "不是 .json 案卷，没有读取")
		}
	}
	if len(names) == 0 {
		return nil, cli.Unreadable(dir, errors.New("目录里没有 .json 案卷"))
	}
	return names, nil
}
