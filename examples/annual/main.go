// Command annual builds the annual report on building a rule-of-law government (法治政府建设年度报告) from a workbook of
// ledgers and a narrative, and a picture of the year (一图读懂) from the same figures:
//
//	report.pdf report.docx report.ofd report.html  the report, for the archive, for editing, for exchange, for the website
//	year.svg year.png                              the picture, for the website and for telephones
//	figures.xlsx                                   every figure, the rows that it counts, and the issues
//	issues.txt                                     the issues
//
//	go run ./examples/annual -o out            the built-in example of an invented bureau
//	go run ./examples/annual init DIR          its workbook and narrative, to start from
//	go run ./examples/annual -data DIR -o out  your own
//
// With -areas FILE.yaml further work areas that are declared as data (docs/activity.md) are read from the same ledgers.
//
// A file last-year.xlsx beside the ledgers, which is the figures.xlsx of the year before under another name, lets the
// picture say how much each figure has changed. With -attach figures.xlsx travels inside report.pdf and report.ofd too.
//
// Exit codes: 0 all is well, 1 there are issues, 2 the input or the command line is unusable. A report is written
// unless an issue is an error; -force writes it all the same.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"

	"github.com/fazhi-go/fazhi"
)

// Exit codes.
const (
	exitWell     = 0
	exitIssues   = 1
	exitUnusable = 2
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the process at once
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr, isTerminal(os.Stderr)))
}

func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// options are what the command line says.
type options struct {
	out, data           string
	year                int
	today               fazhi.Date
	force, attach, json bool
	areas               []string // files of declarations
}

const usage = `用法：
  annual [-o 目录] [-data 目录] [-year 年] [-today 日期] [-areas 声明]… [-attach] [-force] [-json]
  annual init 目录

由台账和叙述生成法治政府建设年度报告和“一图读懂”：
  report.pdf report.docx report.ofd report.html  报告，分别用于存档、修改、交换、网站发布
  year.svg year.png                              一图读懂，用于网站和手机
  figures.xlsx                                   各数据项、计入的台账行和问题
  issues.txt                                     问题清单
数据目录里有 last-year.xlsx（上一年度的 figures.xlsx，改名即可）的，“一图读懂”写明比上年增减多少。
init 把示例台账、叙述和上年数据写到目录里，改成本单位的内容后用 -data 读取。

选项：
`

// errUsage says that the command line was wrong.
var errUsage = errors.New("命令行有误")

func parse(args []string, stderr io.Writer) (options, error) {
	var o options
	flags := flag.NewFlagSet("annual", flag.ContinueOnError)
	flags.SetOutput(io.Discard) // what is wrong is said once, in the end
	flags.StringVar(&o.out, "o", "out", "输出`目录`")
	flags.StringVar(&o.data, "data", "", "台账（ledgers.xlsx 或以工作表命名的 CSV）、叙述（narrative.md）和上年数据（last-year.xlsx，可以没有）所在`目录`；不写则用内置示例")
	flags.IntVar(&o.year, "year", 0, "报告`年`度；不写则用叙述所写的年度")
	flags.TextVar(&o.today, "today", fazhi.Date{}, "视为今天的`日期`；不写则用叙述的成文日期")
	flags.Func("areas", "本单位另外声明的工作领域，`文件`.yaml，可以写几次；领域与内置的相同的，代替内置的", func(name string) error {
		o.areas = append(o.areas, name)
		return nil
	})
	flags.BoolVar(&o.attach, "attach", false, "把 figures.xlsx 附在 report.pdf 和 report.ofd 里面")
	flags.BoolVar(&o.force, "force", false, "有错误也生成报告")
	flags.BoolVar(&o.json, "json", false, "在标准输出打印一个 JSON 对象")
	err := flags.Parse(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprint(stderr, usage)
		flags.SetOutput(stderr)
		flags.PrintDefaults()
		return o, err
	case err == nil && flags.NArg() > 0:
		err = errors.New("多余的参数")
	case err == nil && o.out == "":
		err = errors.New("-o 没有写明目录")
	case err == nil && o.year != 0 && (o.year < 1949 || o.year > 9998):
		err = errors.New("-year 应是四位年份")
	}
	if err != nil {
		// Somebody who asked for JSON gets it, wherever the parsing stopped.
		o.json = o.json || slices.Contains(args, "-json") || slices.Contains(args, "--json")
		return o, fmt.Errorf("%w：%w（annual -h 显示用法）", errUsage, err)
	}
	return o, nil
}

// run is the command without the process around it.
func run(ctx context.Context, args []string, stdout, stderr io.Writer, terminal bool) int {
	if len(args) > 0 && args[0] == "init" {
		return runInit(args[1:], stdout, stderr)
	}
	o, err := parse(args, stderr)
	if errors.Is(err, flag.ErrHelp) {
		return exitWell
	}
	var r result
	if err == nil {
		r, err = build(ctx, o, progressTo(stderr, terminal))
	}
	return finish(r, err, o.json, stdout, stderr)
}

// progressTo returns a function that tells a person at a terminal what is being done.
func progressTo(stderr io.Writer, terminal bool) func(string) {
	if !terminal {
		return func(string) {}
	}
	return func(step string) { fmt.Fprintln(stderr, step+"……") }
}

// finish says what came out and returns the exit code.
func finish(r result, err error, asJSON bool, stdout, stderr io.Writer) int {
	if asJSON {
		if e := writeJSON(stdout, r, err); e != nil {
			fmt.Fprintln(stderr, "annual："+e.Error())
			return exitUnusable
		}
	}
	switch {
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(stderr, "annual：已中断，没有写入")
		return exitUnusable
	case err != nil:
		fmt.Fprintln(stderr, "annual："+err.Error())
		return exitUnusable
	case len(r.issues) > 0:
		fmt.Fprintf(stderr, "发现 %d 个问题（错误 %d，警告 %d，提示 %d），见 %s\n", len(r.issues),
			r.issues.Count(fazhi.Error), r.issues.Count(fazhi.Warning), r.issues.Count(fazhi.Notice), issuesFile)
		return exitIssues
	}
	if !asJSON {
		for _, f := range r.files {
			if _, err := fmt.Fprintln(stdout, f); err != nil {
				return exitUnusable
			}
		}
	}
	return exitWell
}
