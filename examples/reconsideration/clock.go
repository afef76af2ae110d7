package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/workday"
)

// A clock is the command line of the command of that name.
type clock struct {
	flags         flagSet
	term          workday.Term
	start, period string
	calendars     []string
	pauses        []string
	json          bool
}

type flagSet struct{ *flag.FlagSet }

// print writes the flags for a person.
func (f flagSet) print(w io.Writer) {
	f.SetOutput(w)
	f.PrintDefaults()
}

func newClock() *clock {
	c := &clock{flags: flagSet{flag.NewFlagSet("clock", flag.ContinueOnError)}}
	c.flags.SetOutput(io.Discard) // what is wrong is said once, in the end
	c.flags.StringVar(&c.start, "start", "", "起算`日期`，如 2024-02-08")
	c.flags.StringVar(&c.period, "period", "", "`期限`，如 5wd")
	c.flags.StringVar(&c.term.Basis, "basis", "", "设定期限的`条文`，写入理由")
	c.flags.BoolVar(&c.json, "json", false, "在标准输出打印一个 JSON 对象")
	c.flags.Func("calendar", "补充一个年份放假安排的 JSON `文件`，格式同 workday/data；可以写多次", collect(&c.calendars))
	c.flags.Func("pause", "不计入的`期间`；可以写多次", collect(&c.pauses))
	return c
}

func collect(list *[]string) func(string) error {
	return func(s string) error {
		*list = append(*list, s)
		return nil
	}
}

// compute says everything that is wrong with the input, together.
func (c clock) compute() (workday.Deadline, error) {
	var wrong []error
	note := func(flag string, err error) {
		if err != nil {
			wrong = append(wrong, fmt.Errorf("-%s：%w", flag, err))
		}
	}
	var err error
	c.term.Start, err = fazhi.ParseDate(c.start)
	note("start", err)
	c.term.Span, err = workday.ParseSpan(c.period)
	note("period", err)
	for _, text := range c.pauses {
		p, err := parsePause(text)
		note("pause", err)
		c.term.Pauses = append(c.term.Pauses, p)
	}
	calendar, err := c.calendar()
	note("calendar", err)
	if len(wrong) > 0 {
		return workday.Deadline{}, errors.Join(wrong...)
	}
	return calendar.Deadline(c.term)
}

// calendar is the built-in one with the files of the command line.
func (c clock) calendar() (*workday.Calendar, error) {
	var notices []workday.Notice
	for _, name := range c.calendars {
		n, err := readNotice(name)
		if err != nil {
			return nil, fmt.Errorf("%s：%w", filepath.Base(name), err)
		}
		notices = append(notices, n)
	}
	builtIn, err := workday.StateCouncil()
	if err != nil {
		return nil, err
	}
	return builtIn.With(notices...)
}

// maxFile is more than any notice needs.
const maxFile = 1 << 20

func readNotice(name string) (workday.Notice, error) {
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return workday.Notice{}, errors.New("没有这个文件")
	case err != nil:
		return workday.Notice{}, errors.New("文件不能读取")
	case !info.Mode().IsRegular():
		return workday.Notice{}, errors.New("不是文件")
	case info.Size() > maxFile:
		return workday.Notice{}, errors.New("文件超过 1 MB，不是放假安排")
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return workday.Notice{}, errors.New("文件不能读取")
	}
	return workday.ParseNotice(data)
}

// parsePause reads 2024-03-11..2024-03-20=鉴定; the last day and the reason may be left out.
func parsePause(text string) (workday.Pause, error) {
	days, reason, _ := strings.Cut(text, "=")
	from, to, ok := strings.Cut(days, "..")
	if !ok {
		return workday.Pause{}, errors.New("应写作 2024-03-11..2024-03-20=鉴定")
	}
	p := workday.Pause{Reason: reason}
	var err error
	if p.From, err = fazhi.ParseDate(from); err != nil {
		return workday.Pause{}, err
	}
	return p, p.To.UnmarshalText([]byte(to))
}
