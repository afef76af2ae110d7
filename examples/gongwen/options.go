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
	outs, attach, off                     []string
	squeeze, force, fix, confirmed, asked bool // asked for JSON
}

// flags lists all flags; a flag means the same with every command.
func (o *options) flags() []cli.Flag {
	return []cli.Flag{
		{Name: "fix", Doc: "改正有把握的问题，写到 -o 所说的文件", To: &o.fix},
		{Name: "o", Value: "文件", Doc: "写到这个文件，格式随扩展名：.pdf、.docx、.ofd、.html；可以写多次", To: &o.outs},
		{Name: "attach", Value: "文件", Doc: "随 PDF、OFD 携带的文件，如数据表；可以写多次", To: &o.attach},
		{Name: "off", Value: "代码", Doc: "不用这一条规则，如 gongwen/lint/ordinal-dot；可以写多次", To: &o.off},
		{Name: "confirmed", Doc: "只用依据已经核实的规则", To: &o.confirmed},
		{Name: "squeeze", Doc: "相邻的标点挤压；只用于 PDF、OFD", To: &o.squeeze},
		{Name: "force", Doc: "有错误也写", To: &o.force},
		{Name: "json", Doc: "在标准输出打印一个 JSON 对象", To: &o.asked},
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
	rest, err := cli.Take(args, c.flags(), []string{"json"})
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
	files, err := cli.Arguments(rest[1:], c.flags(), c.command.flags)
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
