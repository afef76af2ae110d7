package workday

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi"
)

// ParseNotice reads a notice in the form of NateScarlet/holiday-cn, which the embedded files have:
//
//	{"year": 2027, "papers": [], "days": [{"name": "元旦", "date": "2027-01-01", "isOffDay": true}]}
//
// name, date and isOffDay must be there, no day twice, and at least one day off; other fields are skipped. What is wrong
// is a *NoticeError with the line and the path, and the Notice is then zero.
func ParseNotice(data []byte) (Notice, error) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	r := &noticeReader{data: data, dec: json.NewDecoder(bytes.NewReader(data))}
	r.dec.UseNumber()
	if err := r.read(); err != nil {
		return Notice{}, err
	}
	if f, bad := r.notice.vet(); bad {
		return Notice{}, &NoticeError{Line: r.lineOf(f), Path: f.path, Reason: f.reason}
	}
	return r.notice, nil
}

// A noticeReader goes through the tokens of a file and remembers on which line the days begin.
type noticeReader struct {
	data   []byte
	dec    *json.Decoder
	notice Notice
	lines  []int // of the days

	counted, breaks int // line breaks in the first counted bytes
}

func (r *noticeReader) lineOf(f fault) int {
	if f.day < 0 {
		return 0
	}
	return r.lines[f.day]
}

func (r *noticeReader) read() error {
	if !utf8.Valid(r.data) {
		return &NoticeError{Reason: "文字编码不是 UTF-8"}
	}
	if err := r.object("", r.readField); err != nil {
		return err
	}
	if _, err := r.dec.Token(); !errors.Is(err, io.EOF) {
		return r.wrong("", "末尾有多余的内容")
	}
	return nil
}

func (r *noticeReader) readField(key string) error {
	at := fazhi.At(key)
	switch key {
	case "year":
		return r.readYear(at)
	case "papers":
		return r.array(at, func(i int) error {
			s, err := value[string](r, at.At(i), "应当是文字")
			r.notice.Papers = append(r.notice.Papers, s)
			return err
		})
	case "days":
		return r.array(at, func(i int) error { return r.readDay(at.At(i)) })
	}
	return r.skip()
}

func (r *noticeReader) readYear(at fazhi.Path) error {
	line := r.line()
	n, err := value[json.Number](r, at, "应当是数字")
	if err != nil {
		return err
	}
	if r.notice.Year, err = strconv.Atoi(n.String()); err != nil || r.notice.Year < 1000 || r.notice.Year > 9999 {
		return &NoticeError{Line: line, Path: at, Reason: "年份应当是四位数"}
	}
	return nil
}

func (r *noticeReader) readDay(at fazhi.Path) error {
	line := r.line()
	var d Day
	var has struct{ name, date, off bool }
	err := r.object(at, func(key string) (err error) {
		switch key {
		case "name":
			has.name = true
			d.Name, err = value[string](r, at.At(key), "应当是文字")
		case "date":
			has.date = true
			d.Date, err = r.date(at.At(key))
		case "isOffDay":
			has.off = true
			d.Off, err = value[bool](r, at.At(key), "应当是 true 或者 false")
		default:
			err = r.skip()
		}
		return err
	})
	if err == nil && !(has.name && has.date && has.off) {
		err = &NoticeError{Line: line, Path: at, Reason: "name、date、isOffDay 应当齐全"}
	}
	r.notice.Days, r.lines = append(r.notice.Days, d), append(r.lines, line)
	return err
}

// date reads a day in its one form, 2027-01-01.
func (r *noticeReader) date(at fazhi.Path) (fazhi.Date, error) {
	line := r.line()
	s, err := value[string](r, at, "应当是文字")
	if err != nil {
		return fazhi.Date{}, err
	}
	d, err := fazhi.ParseDate(s)
	if err != nil || d.String() != s {
		return fazhi.Date{}, &NoticeError{Line: line, Path: at, Reason: "不是有效日期，应写作 2027-01-01"}
	}
	return d, nil
}
