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
	asked                 bool // for JSON
	law                   bool // not a normative document
	on, dated             string
	library, ledger       string
	rules                 string
	organ, slug, locality string
	out                   string
}

// A flagOf is one flag: to is a *bool or a *string.
type flagOf struct {
	name, value, doc string
	to               any
}

// flags lists all flags; a flag means the same with every command.
func (o *options) flags() []flagOf {
	return []flagOf{
		{"law", "", "是法律、法规，不检查规范性文件的内容", &o.law},
		{"on", "日期", "法律上的日期，如 2025-03-05；不写则为今天", &o.on},
		{"dated", "日期", "成文日期", &o.dated},
		{"library", "文件", "所引用的文件及其各版本（JSON，见样例），用来核对引用", &o.library},
		{"ledger", "文件", "规范性文件台账（.xlsx 或者 .csv）", &o.ledger},
		{"rules", "文件", "登记号、索引号等的编号规则（JSON，见样例）", &o.rules},
		{"organ", "代号=名称", "制定机关，如 qyxzf=清源县人民政府", &o.organ},
		{"slug", "代号", "文件在该机关当日文件中的代号，如 qzg-2024-2", &o.slug},
		{"locality", "代码", "行政区划代码（GB/T 2260）", &o.locality},
		{"o", "文件", "写到这个文件（.xlsx）；已有的覆盖", &o.out},
		{"json", "", "在标准输出打印一个 JSON 对象", &o.asked},
	}
}

// A call is what the command line says. The command is nil when it names none.
type call struct {
	options
	command *command
	args    []string
}

// errUsage says that the command line was wrong.
var errUsage = errors.New("命令行有误")

// parse reads the command line: the command, then flags and arguments in any order.
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
		return "normdoc"
	}
	return "normdoc " + c.command.name
}

func (c *call) parse(args []string) error {
	rest, err := c.take(args, []string{"json"})
	switch {
	case err != nil:
		return err
	case len(rest) == 0:
		return errors.New("没有写命令")
	case rest[0] == "help":
		return flag.ErrHelp
	}
	list := commands()
	at := slices.IndexFunc(list, func(c command) bool { return c.name == rest[0] })
	if at < 0 {
		return errors.New("没有这个命令")
	}
	c.command = &list[at]
	c.args, err = c.arguments(rest[1:])
	switch {
	case err != nil:
		return err
	case len(c.args) < c.command.least || slices.Contains(c.args, ""):
		return errors.New("没有写" + c.command.args)
	case len(c.args) > c.command.most:
		return errors.New("多余的参数")
	}
	return nil
}

// arguments reads the flags of the command and returns what stands between and after them.
func (c *call) arguments(rest []string) (args []string, err error) {
	for {
		left, err := c.take(rest, c.command.flags)
		if err != nil || len(left) == 0 {
			return args, err
		}
		if n := len(rest) - len(left); n > 0 && rest[n-1] == "--" {
			return append(args, left...), nil
		}
		args, rest = append(args, left[0]), left[1:]
	}
}

// take reads flags of these names until the first argument, and returns what is left.
func (c *call) take(args, names []string) ([]string, error) {
	set := flag.NewFlagSet("normdoc", flag.ContinueOnError)
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
	case *string:
		set.Func(f.name, f.doc, func(s string) error {
			if s == "" {
				return errors.New("没有写明")
			}
			*to = s
			return nil
		})
	}
}
