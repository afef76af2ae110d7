package checkpoint

import (
	"encoding/base64"
	"strconv"
	"strings"
	"time"
)

// fields reads one line after another and keeps the first error.
type fields struct {
	lines []string
	line  int
	err   error
}

func (f *fields) fail(why string) {
	if f.err == nil {
		f.err = lineError(f.line, why)
	}
}

// next returns what follows the prefix in the next line.
func (f *fields) next(prefix string) string {
	f.line++
	if f.line > len(f.lines) {
		f.fail("缺少这一行")
		return ""
	}
	rest, ok := strings.CutPrefix(f.lines[f.line-1], prefix)
	if !ok {
		f.fail("应当以“" + prefix + "”开头")
	}
	return rest
}

func (f *fields) number() int64 {
	n, err := strconv.ParseInt(f.next(""), 10, 64)
	if err != nil {
		f.fail("应当是条目数")
	}
	return n
}

func (f *fields) hash(prefix string) (h [32]byte) {
	b, err := base64.StdEncoding.DecodeString(f.next(prefix))
	if err != nil || len(b) != len(h) {
		f.fail("应当是32字节的散列值，以 base64 书写")
		return h
	}
	return [32]byte(b)
}

func (f *fields) time(prefix string) time.Time {
	t, err := time.Parse(time.RFC3339, f.next(prefix))
	if err != nil {
		f.fail("应当是时间，写作 2024-12-31T18:00:00+08:00")
	}
	return t.UTC()
}
