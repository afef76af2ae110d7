package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

// options are what the flags say. Dates and numbers are read later, so that everything wrong is said together.
type options struct {
	store, hash                 string
	json                        bool
	organ, role                 string
	on, by, reason, req         string
	rules                       string
	series, with                []string
	kind, id, step, hold, until string
	number, from, to, overdue   string
	limit, seq                  string
	checkpoints                 []string
	key, name, out              string
	previous, previousKey       string
	sm2, secrets                bool
}

// A flagOf is one flag: to is a *string, a *bool or, of one that may be given several times, a *[]string.
type flagOf struct {
	name, value, doc string
	to               any
}

const defaultStore = "sqlite:登记簿.db"

// flags lists all flags; a flag means the same with every command.
func (o *options) flags() []flagOf {
	return []flagOf{
		{"store", "地址", "登记簿：sqlite:文件、postgres://…、mysql://…，mem: 仅供试验；不写则为 " + defaultStore, &o.store},
		{"hash", "算法", "sha256 或者 sm3；不写则随登记簿，新的用 sha256", &o.hash},
		{"json", "", "在标准输出打印一个 JSON 对象", &o.json},
		{"organ", "机关", "登记簿的机关；只有一个机关的可以不写", &o.organ},
		{"role", "角色", "经办人的角色", &o.role},
		{"series", "系列", "给出这一系列的编号；写“名称=规则”，如 发文=泉鲤司〔{year}〕{serial}号；没有规则文件时，只写机关代字即为其发文字号；可以写多次", &o.series},
		{"kind", "种类", "文件的种类；不写则用 JSON 成员 kind", &o.kind},
		{"id", "标识", "文件的标识；不写则用 JSON 成员 id，其次 serial", &o.id},
		{"step", "步骤", "所办的步骤；查找时为所处的步骤", &o.step},
		{"on", "日期", "法律上的日期，决定编号的年份；不写则为今天", &o.on},
		{"by", "账号", "经办账号，不是人名", &o.by},
		{"reason", "理由", "理由", &o.reason},
		{"req", "请求号", "同一请求号重复提交，只登记一次", &o.req},
		{"with", "机关", "联合行文的其他机关；可以写多次", &o.with},
		{"rules", "文件", "规则文件，有编号系列和办理流程", &o.rules},
		{"hold", "天数", "写在命令行的系列至多可以预留的天数", &o.hold},
		{"until", "日期", "预留的最后一日；不写则到系列所许可之日", &o.until},
		{"number", "编号", "给出这一编号的条目", &o.number},
		{"from", "日期", "这一日及以后", &o.from},
		{"to", "日期", "这一日及以前", &o.to},
		{"overdue", "日期", "期限在这一日之前届满的文件；写 today 为今天", &o.overdue},
		{"limit", "条数", "至多显示的条数；不写则为 1000", &o.limit},
		{"seq", "序号", "条目的序号", &o.seq},
		{"checkpoint", "文件", "存证；核验时可以写多次", &o.checkpoints},
		{"key", "文件", "密钥（PEM，Ed25519 或者 SM2）：签名用私钥，核对用公钥", &o.key},
		{"name", "名称", "签名人；不写则为机关", &o.name},
		{"out", "文件", "写到这个文件；已有的不覆盖", &o.out},
		{"previous", "文件", "上一份存证", &o.previous},
		{"previous-key", "文件", "核对上一份存证的公钥；不写则用 -key 的", &o.previousKey},
		{"sm2", "", "生成 SM2 密钥；不写则为 Ed25519", &o.sm2},
		{"secrets", "", "把加密的个人信息也写入存档", &o.secrets},
	}
}

// A call is what the command line says. The command is nil when it names none.
type call struct {
	options
	command *command
	args    []string
	given   []string // the flags that are there
}

// errUsage says that the command line was wrong.
var errUsage = errors.New("命令行有误")

// parse reads the command line: flags of the program, the command, then flags and arguments in any order.
func parse(args []string) (*call, error) {
	c := &call{}
	err := c.parse(args)
	if err != nil {
		// Somebody who asked for JSON gets it, wherever the parsing stopped.
		c.json = c.json || slices.Contains(args, "-json") || slices.Contains(args, "--json")
		if !errors.Is(err, flag.ErrHelp) {
			err = fmt.Errorf("%w：%w（%s显示用法）", errUsage, err, c.hint())
		}
	}
	return c, err
}

func (c *call) hint() string {
	if c.command == nil {
		return "register -h "
	}
	return "register " + c.command.name + " -h "
}

func (c *call) parse(args []string) error {
	rest, err := c.take(args, common())
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
	for rest = rest[1:]; ; {
		left, err := c.take(rest, c.command.flags)
		if err != nil {
			return err
		}
		if len(left) == 0 {
			break
		}
		if n := len(rest) - len(left); n > 0 && rest[n-1] == "--" {
			c.args = append(c.args, left...)
			break
		}
		c.args, rest = append(c.args, left[0]), left[1:]
	}
	return c.vet()
}

// take reads flags of these names until the first argument, and returns what is left.
func (c *call) take(args, names []string) ([]string, error) {
	set := flag.NewFlagSet("register", flag.ContinueOnError)
	set.SetOutput(io.Discard) // what is wrong is said once, in the end
	for _, f := range c.flags() {
		if slices.Contains(names, f.name) {
			f.define(set)
		}
	}
	err := set.Parse(args)
	set.Visit(func(f *flag.Flag) { c.given = append(c.given, f.Name) })
	return set.Args(), cli.InChinese(err)
}

func (f *flagOf) define(set *flag.FlagSet) {
	switch to := f.to.(type) {
	case *bool:
		set.BoolVar(to, f.name, *to, f.doc)
	case *string:
		set.StringVar(to, f.name, *to, f.doc)
	case *[]string:
		set.Func(f.name, f.doc, func(s string) error { *to = append(*to, s); return nil })
	}
}

// vet says everything that can be seen in the command line alone.
func (c *call) vet() error {
	var wrong []error
	switch {
	case len(c.args) < c.command.least:
		wrong = append(wrong, errors.New("缺少参数 "+c.command.args))
	case len(c.args) > c.command.most:
		wrong = append(wrong, errors.New("多余的参数"))
	}
	for _, f := range c.flags() {
		if text, ok := f.to.(*string); ok && *text == "" && slices.Contains(c.given, f.name) {
			wrong = append(wrong, fmt.Errorf("-%s 没有写明", f.name))
		}
	}
	if c.hash != "" && c.hash != "sha256" && c.hash != "sm3" {
		wrong = append(wrong, errors.New("-hash 应是 sha256 或者 sm3"))
	}
	return errors.Join(wrong...)
}

// A reader of flags keeps everything that is wrong.
type values struct{ wrong []error }

func (v *values) say(flag, why string) {
	v.wrong = append(v.wrong, fmt.Errorf("-%s：%s", flag, why))
}

func (v *values) date(flag, text string) (d fazhi.Date) {
	if text == "" {
		return d
	}
	d, err := fazhi.ParseDate(text)
	if err != nil {
		v.say(flag, "不是日期，应写作 2024-03-01")
	}
	return d
}

// number reads a number of at least 1; without a text it is otherwise.
func (v *values) number(flag, text string, otherwise int64) int64 {
	if text == "" {
		return otherwise
	}
	n, err := strconv.ParseInt(text, 10, 32)
	if err != nil || n < 1 {
		v.say(flag, "应是1以上的整数")
	}
	return n
}

func (v *values) must(flag, text string) {
	if text == "" {
		v.say(flag, "没有写明")
	}
}

// err returns what is wrong with the command line, nil if nothing is.
func (v *values) err() error {
	if len(v.wrong) == 0 {
		return nil
	}
	return fmt.Errorf("%w：%w", errUsage, errors.Join(v.wrong...))
}
