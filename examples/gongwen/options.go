package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

// options are what the flags say.
type options struct {
	outs, attach, off                     []string
	squeeze, force, fix, confirmed, asked bool // asked for JSON
}

// A flagOf is one flag: to is a *bool or, of one that may be given several times, a *[]string.
type flagOf struct {
	name, value, doc string
	to               any
}

// flags lists all flags; a flag means the same with every command.
func (o *options) flags() []flagOf {
	return []flagOf{
		{"fix", "", "改正有把握的问题，写到 -o 所说的文件", &o.fix},
		{"o", "文件", "写到这个文件，格式随扩展名：.pdf、.docx、.ofd、.html；可以写多次", &o.outs},
		{"attach", "文件", "随 PDF、OFD 携带的文件，如数据表；可以写多次", &o.attach},
		{"off", "代码", "不用这一条规则，如 gongwen/lint/ordinal-dot；可以写多次", &o.off},
		{"confirmed", "", "只用依据已经核实的规则", &o.confirmed},
		{"squeeze", "", "相邻的标点挤压；只用于 PDF、OFD", &o.squeeze},
		{"force", "", "有错误也写", &o.force},
		{"json", "", "在标准输出打印一个 JSON 对象", &o.asked},
	}
}

// A call is what the command line says. The command is nil when it names none.
type call struct {
	options
	command *command
	file    string // the argument
}

// errUsage says that the command line was wrong.
var errUsage = errors.New("命令行有误")

// parse reads the command line: the command, then flags and the argument in any order.
func parse(args []string) (*call, error) {
	c := &call{}
	err := c.parse(args)
	if err != nil {
		// Somebody who asked for JSON gets it, wherever the parsing stopped.
		c.asked = c.asked || slices.Contains(args, "-json") || slices.Contains(args, "--json")
		if !errors.Is(err, flag.ErrHelp) {
			err = fmt.Errorf("%w：%w（%s -h 显示用法）", errUsage, err, c.title())
		}
	}
	return c, err
}

// title is the program with its command.
func (c *call) title() string {
	if c.command == nil {
		return "gongwen"
	}
	return "gongwen " + c.command.name
}

func (c *call) parse(args []string) error {
	rest, err := c.take(args, []string{"json"})
	if err != nil {
		return err
	}
	if len(rest) == 0 {
		return errors.New("没有写命令")
	}
	if rest[0] == "help" {
		return flag.ErrHelp
	}
	list := commands()
	at := slices.IndexFunc(list, func(c command) bool { return c.name == rest[0] })
	if at < 0 {
		return errors.New("没有这个命令")
	}
	c.command = &list[at]
	files, err := c.arguments(rest[1:])
	switch {
	case err != nil:
		return err
	case len(files) == 0 || files[0] == "":
		return errors.New("没有写" + c.command.args)
	case len(files) > 1:
		return errors.New("多余的参数")
	}
	c.file = files[0]
	return nil
}

// arguments reads the flags of the command and returns what stands between and after them.
func (c *call) arguments(rest []string) (files []string, err error) {
	for {
		left, err := c.take(rest, c.command.flags)
		if err != nil || len(left) == 0 {
			return files, err
		}
		if n := len(rest) - len(left); n > 0 && rest[n-1] == "--" {
			return append(files, left...), nil
		}
		files, rest = append(files, left[0]), left[1:]
	}
}

// take reads flags of these names until the first argument, and returns what is left.
func (c *call) take(args, names []string) ([]string, error) {
	set := flag.NewFlagSet("gongwen", flag.ContinueOnError)
	set.SetOutput(io.Discard) // what is wrong is said once, in the end
	for _, f := range c.flags() {
		if slices.Contains(names, f.name) {
			f.define(set)
		}
	}
	err := set.Parse(args)
	return set.Args(), cli.InChinese(err)
}

func (f *flagOf) define(set *flag.FlagSet) {
	switch to := f.to.(type) {
	case *bool:
		set.BoolVar(to, f.name, *to, f.doc)
	case *[]string:
		set.Func(f.name, f.doc, func(s string) error {
			if s == "" {
				return errors.New("没有写明")
			}
			*to = append(*to, s)
			return nil
		})
	}
}
