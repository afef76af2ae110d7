package checktest

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"time"

	"github.com/fazhi-go/fazhi"
)

// A scenario is one case as its file has it.
type scenario struct {
	doc          []byte
	want         string // lines "code path"
	lawOn, today fazhi.Date
}

// caseFiles returns the files of a folder and those below it that hold cases, by name.
func caseFiles(dir fs.FS) ([]string, error) {
	var files []string
	err := fs.WalkDir(dir, ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && path.Ext(name) == ".txt" {
			files = append(files, name)
		}
		return err
	})
	if err == nil && len(files) == 0 {
		err = errors.New("没有案例：应当有以 .txt 结尾的文件")
	}
	return files, err
}

func readScenario(dir fs.FS, file string) (scenario, error) {
	text, err := fs.ReadFile(dir, file)
	if err != nil {
		return scenario{}, err
	}
	head, sections, err := parseArchive(string(text))
	if err != nil {
		return scenario{}, err
	}
	if strings.TrimSpace(head) == "" {
		return scenario{}, errors.New("文件开头应当用一句话说明案例")
	}
	for _, name := range []string{"doc.json", "want"} {
		if _, ok := sections[name]; !ok {
			return scenario{}, fmt.Errorf("没有章节 %s", name)
		}
	}
	s := scenario{doc: []byte(sections["doc.json"]), want: placesOf(sections["want"])}
	if s.today, err = dateOr(sections["today"], fazhi.DateOf(2025, time.January, 1)); err != nil {
		return scenario{}, err
	}
	s.lawOn, err = dateOr(sections["law"], s.today)
	return s, err
}

func dateOr(text string, otherwise fazhi.Date) (fazhi.Date, error) {
	if text = strings.TrimSpace(text); text == "" {
		return otherwise, nil
	}
	return fazhi.ParseDate(text)
}

// placesOf drops blank lines and blanks at the ends.
func placesOf(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		if fields := strings.Fields(line); len(fields) > 0 {
			b.WriteString(strings.Join(fields, " ") + "\n")
		}
	}
	return b.String()
}

// places writes issues as a case expects them.
func places(issues fazhi.Issues) string {
	var b strings.Builder
	for _, i := range issues {
		b.WriteString(strings.TrimRight(string(i.Code)+" "+string(i.Path), " ") + "\n")
	}
	return b.String()
}
