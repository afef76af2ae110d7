package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/plugin/plugintest"
)

// A call is what the command line says.
type call struct {
	command *command // nil when it names none
	program []string // after --
	help    bool

	json         bool
	http         string
	set, env     []string
	timeout      time.Duration
	golden, doc  string
	cases, kinds []string
	budget       time.Duration
	lawOn, today fazhi.Date
	out, about   string

	given []string
	wrong []error
}

// An option is one flag. The set function reads its value; a flag without a value has no name for one.
type option struct {
	name, value, doc string
	set              func(string) error
}

// options lists all flags; a flag means the same with every command.
func (c *call) options() []option {
	return []option{
		{"golden", "文件夹", "作者的案例，见 plugintest 的说明", text(&c.golden)},
		{"case", "名称", "只运行这一案例；可以写多次", caseName(&c.cases)},
		{"budget", "时间", "100 KiB 的文件至多用多久；不写则为 1s", duration(&c.budget)},
		{"doc", "文件", "文件的 JSON，或者一个案例", text(&c.doc)},
		{"law-on", "日期", "以哪一日的法律判断；不写则随案例，没有即不限", date(&c.lawOn)},
		{"today", "日期", "检查之日；不写则随案例，没有即 2025-01-01", date(&c.today)},
		{"out", "路径", "写到这里；已有的不覆盖", text(&c.out)},
		{"about", "一句话", "案例说的是什么；不写则为文件名称", text(&c.about)},
		{"kind", "种类", "只要这种文件；可以写多次", list(&c.kinds)},
		{"http", "网址", "插件是这个网址上的服务，不是程序", text(&c.http)},
		{"set", "名称=值", "给插件的设置；可以写多次", pairs(&c.set)},
		{"env", "名称=值", "程序的环境；可以写多次", pairs(&c.env)},
		{"timeout", "时间", "一次答复至多等多久；不写则为 5s", duration(&c.timeout)},
		{"json", "", "在标准输出打印一个 JSON 对象", func(string) error { c.json = true; return nil }},
	}
}

func text(to *string) func(string) error {
	return func(s string) error {
		if s == "" {
			return errors.New("没有写明")
		}
		*to = s
		return nil
	}
}

func list(to *[]string) func(string) error {
	return func(s string) error { *to = append(*to, s); return nil }
}

func caseName(to *[]string) func(string) error {
	return func(s string) error {
		if !slices.Contains(plugintest.Names(), s) {
			return errors.New("没有这个案例；有 " + strings.Join(plugintest.Names(), "、"))
		}
		*to = append(*to, s)
		return nil
	}
}

func pairs(to *[]string) func(string) error {
	return func(s string) error {
		if name, _, ok := strings.Cut(s, "="); !ok || name == "" {
			return errors.New("应写作 名称=值")
		}
		*to = append(*to, s)
		return nil
	}
}

func duration(to *time.Duration) func(string) error {
	return func(s string) error {
		d, err := time.ParseDuration(s)
		if err != nil || d <= 0 {
			return errors.New("不是时间，应写作 500ms、2s")
		}
		*to = d
		return nil
	}
}

func date(to *fazhi.Date) func(string) error {
	return func(s string) error {
		d, err := fazhi.ParseDate(s)
		if err != nil {
			return errors.New("不是日期，应写作 2024-03-01")
		}
		*to = d
		return nil
	}
}

// parse reads the command line: the command, its flags, and after -- the program. What is wrong is kept, so that it is said
// together.
func parse(args []string) *call {
	c := &call{}
	rest := args
	if i := slices.Index(args, "--"); i >= 0 {
		rest, c.program = args[:i], args[i+1:]
	}
	before := rest
	all := c.commands()
	for len(rest) > 0 {
		word := rest[0]
		rest = rest[1:]
		if strings.HasPrefix(word, "-") && word != "-" {
			rest = c.flag(word, rest)
			continue
		}
		at := slices.IndexFunc(all, func(each command) bool { return each.Name == word })
		switch {
		case c.command != nil:
			c.say("多余的参数：程序写在 -- 之后")
			rest = nil
		case at < 0:
			c.say("没有这个命令")
			rest = nil
		default:
			c.command = &all[at]
		}
	}
	if len(c.wrong) > 0 { // somebody who asked for JSON gets it, wherever the parsing stopped
		c.json = c.json || slices.Contains(before, "-json") || slices.Contains(before, "--json")
	}
	c.vet()
	return c
}

// flag reads one flag and returns what is left.
func (c *call) flag(word string, rest []string) []string {
	name, value, has := strings.Cut(strings.TrimLeft(word, "-"), "=")
	if name == "h" || name == "help" {
		c.help = true
		return rest
	}
	all := c.options()
	at := slices.IndexFunc(all, func(o option) bool { return o.name == name })
	if at < 0 {
		c.say("没有选项 -" + name)
		return rest
	}
	c.given = append(c.given, name)
	switch o := all[at]; {
	case o.value == "" && has:
		c.say("-" + name + " 不带值")
	case o.value != "" && !has && len(rest) == 0:
		c.say("-" + name + " 没有写值")
	default:
		if o.value != "" && !has {
			value, rest = rest[0], rest[1:]
		}
		if err := o.set(value); err != nil {
			c.say("-" + name + "：" + err.Error())
		}
	}
	return rest
}

// vet says what can be seen in the command line alone.
func (c *call) vet() {
	if c.command == nil {
		if len(c.wrong) == 0 {
			c.say("没有写命令")
		}
		return
	}
	for _, name := range c.given {
		if !slices.Contains(c.command.Flags, name) {
			c.say(c.command.Name + " 没有选项 -" + name)
		}
	}
	for _, name := range c.command.needs {
		if !slices.Contains(c.given, name) {
			c.say("-" + name + " 没有写明")
		}
	}
	switch {
	case c.command.asks && (len(c.program) > 0) == (c.http != ""):
		c.say("插件是 -- 之后的程序，或者 -http 的服务，二者居一")
	case !c.command.asks && len(c.program) > 0:
		c.say(c.command.Name + " 不用程序")
	case c.http != "" && len(c.env) > 0:
		c.say("-env 只用于程序")
	}
}

func (c *call) say(what string) { c.wrong = append(c.wrong, errors.New(what)) }

// err returns everything that is wrong with the command line.
func (c *call) err() error {
	if len(c.wrong) == 0 {
		return nil
	}
	hint := "plugin -h"
	if c.command != nil {
		hint = "plugin " + c.command.Name + " -h"
	}
	return fmt.Errorf("命令行有误：%w（%s 显示用法）", errors.Join(c.wrong...), hint)
}
