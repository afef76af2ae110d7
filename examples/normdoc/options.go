package main

import (
	"errors"
	"flag"
	"fmt"
	"slices"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

// options are what the flags say.
type options struct {
	asked                 bool // for JSON
	law                   bool // not a normative document
	on, dated             string
	lawsFile, ledger      string
	rules                 string
	organ, slug, locality string
	out                   string
}

// flags lists all flags; a flag means the same with every command.
func (o *options) flags() []cli.Flag {
	return []cli.Flag{
		{Name: "law", Doc: "是法律、法规，不检查规范性文件的内容", To: &o.law},
		{Name: "on", Value: "日期", Doc: "法律上的日期，如 2025-03-05；不写则为今天", To: &o.on},
		{Name: "dated", Value: "日期", Doc: "成文日期", To: &o.dated},
		{Name: "library", Value: "文件", Doc: "所引用的文件及其各版本（JSON，见样例），用来核对引用", To: &o.lawsFile},
		{Name: "ledger", Value: "文件", Doc: "规范性文件台账（.xlsx 或者 .csv）", To: &o.ledger},
		{Name: "rules", Value: "文件", Doc: "登记号、索引号等的编号规则（JSON，见样例）", To: &o.rules},
		{Name: "organ", Value: "代号=名称", Doc: "制定机关，如 qyxzf=清源县人民政府", To: &o.organ},
		{Name: "slug", Value: "代号", Doc: "文件在该机关当日文件中的代号，如 qzg-2024-2", To: &o.slug},
		{Name: "locality", Value: "代码", Doc: "行政区划代码（GB/T 2260）", To: &o.locality},
		{Name: "o", Value: "文件", Doc: "写到这个文件（.xlsx）；已有的覆盖", To: &o.out},
		{Name: "json", Doc: "在标准输出打印一个 JSON 对象", To: &o.asked},
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
	rest, err := cli.Take(args, c.flags(), []string{"json"})
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
	c.args, err = cli.Arguments(rest[1:], c.flags(), c.command.flags)
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
