// Command reconsideration shows what a system for administrative reconsideration (行政复议) builds on this library.
//
//	go run ./examples/reconsideration clock -start 2024-02-08 -period 5wd
//	go run ./examples/reconsideration clock -start 2024-08-03 -period 60d -json
//	go run ./examples/reconsideration clock -start 2027-01-04 -period 5wd -calendar 2027.json
//
// clock says when a statutory period ends, and why. Exit codes: 0 the day is found, 2 there is none: a year whose days
// off are not known, or input that cannot be used.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
)

// Exit codes.
const (
	exitWell     = 0
	exitUnusable = 2
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

const usage = `用法：
  reconsideration clock -start 日期 -period 期限 [-calendar 文件] [-pause 期间] [-basis 依据] [-json]

clock 推算期限的届满日，并逐条说明理由。起算日当日不计入。

  期限      5wd 工作日，60d 日，3m 月，1y 年；-5wd 向前计算。也可写作 5个工作日、六十日、3个月、7日前
  期间      不计入的日子，如 2024-03-11..2024-03-20=鉴定；2024-03-11.. 表示中止尚未恢复

选项：
`

// errUsage says that the command line was wrong.
var errUsage = errors.New("命令行有误")

// run is the command without the process around it.
func run(args []string, stdout, stderr io.Writer) int {
	command, err := parse(args, stderr)
	if errors.Is(err, flag.ErrHelp) {
		return exitWell
	}
	var a answer
	if err == nil {
		a.Deadline, err = command.compute()
	}
	return a.finish(err, command.json, stdout, stderr)
}

// parse reads the command line. Somebody who asked for JSON gets it, wherever the parsing stopped.
func parse(args []string, stderr io.Writer) (clock, error) {
	asJSON := slices.ContainsFunc(args, func(a string) bool { return a == "-json" || a == "--json" })
	if len(args) == 0 || args[0] != "clock" {
		if len(args) > 0 && slices.Contains([]string{"-h", "-help", "--help", "help"}, args[0]) {
			fmt.Fprint(stderr, usage)
			newClock().flags.print(stderr)
			return clock{}, flag.ErrHelp
		}
		return clock{json: asJSON}, fmt.Errorf("%w：应当以 clock 开头（reconsideration -h 显示用法）", errUsage)
	}
	c := newClock()
	err := c.flags.Parse(args[1:])
	switch {
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprint(stderr, usage)
		c.flags.print(stderr)
		return *c, err
	case err == nil && c.flags.NArg() > 0:
		err = errors.New("多余的参数")
	}
	if err != nil {
		c.json = c.json || asJSON
		return *c, fmt.Errorf("%w：%w（reconsideration -h 显示用法）", errUsage, err)
	}
	return *c, nil
}
