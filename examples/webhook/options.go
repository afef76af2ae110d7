package main

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"net/netip"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi/plugin/webhook"
)

// A call is what the command line says.
type call struct {
	command func(context.Context, *call, world) (found string, err error)
	json    bool
	secret  string
	listen  string
	keep    string
	to      string
	allow   []netip.Prefix
}

const defaultListen = "127.0.0.1:8474"

type flags struct{ *flag.FlagSet }

func (c *call) flags() flags {
	set := flags{flag.NewFlagSet("webhook", flag.ContinueOnError)}
	set.SetOutput(io.Discard) // what is wrong is said once, in the end
	set.BoolVar(&c.json, "json", false, "在标准输出打印 JSON")
	set.StringVar(&c.secret, "secret", "", "密钥的`文件`")
	set.StringVar(&c.listen, "listen", "", "监听的`地址`；不写则为 "+defaultListen)
	set.StringVar(&c.keep, "keep", "", "记下收过哪些事件的`文件`；不写则重新启动后不记得")
	set.StringVar(&c.to, "to", "", "接收方的`网址`")
	set.Func("allow", "许可投递的`地址范围`，如 10.20.0.0/16；可以写多次", func(text string) error {
		p, err := netip.ParsePrefix(text)
		if err != nil {
			return errors.New("应当写作 10.20.0.0/16")
		}
		c.allow = append(c.allow, p)
		return nil
	})
	return set
}

func (f flags) write(w io.Writer) {
	f.SetOutput(w)
	f.PrintDefaults()
}

// uses says which flags a command has beside -json, and which of them are a must.
type uses struct {
	run       func(context.Context, *call, world) (string, error)
	must, may []string
}

func commands() map[string]uses {
	return map[string]uses{
		"demo":    {run: demo},
		"receive": {run: receive, must: []string{"secret"}, may: []string{"listen", "keep"}},
		"send":    {run: send, must: []string{"secret", "to", "allow"}},
	}
}

// parse reads the command line. Somebody who asked for JSON gets it, wherever the parsing stopped.
func parse(args []string) (*call, error) {
	c := &call{}
	err := c.parse(args)
	if err != nil && !errors.Is(err, flag.ErrHelp) {
		c.json = slices.ContainsFunc(args, func(a string) bool { return strings.TrimLeft(a, "-") == "json" })
		err = fmt.Errorf("%w：%w（webhook -h 显示用法）", errUsage, err)
	}
	return c, err
}

func (c *call) parse(args []string) error {
	if len(args) == 0 {
		return errors.New("没有写命令")
	}
	if slices.Contains([]string{"-h", "-help", "--help", "help"}, args[0]) {
		return flag.ErrHelp
	}
	command, known := commands()[args[0]]
	if !known {
		return errors.New("没有这个命令")
	}
	set := c.flags()
	if err := set.Parse(args[1:]); err != nil {
		return inChinese(err)
	}
	c.listen = cmp.Or(c.listen, defaultListen)
	if set.NArg() > 0 {
		return errors.New("多余的参数")
	}
	c.command = command.run
	return command.check(set)
}

// inChinese says what the package flag says of a command line, without the value that was given.
func inChinese(err error) error {
	text := err.Error()
	for _, known := range [...][2]string{{"flag provided but not defined: ", "没有选项 "}, {"flag needs an argument: ", "没有写值的选项 "}} {
		if rest, ok := strings.CutPrefix(text, known[0]); ok {
			return errors.New(known[1] + rest)
		}
	}
	if _, rest, ok := strings.Cut(text, " for flag "); ok && strings.HasPrefix(text, "invalid value ") {
		name, why, _ := strings.Cut(rest, ": ")
		return errors.New(name + "：" + why)
	}
	return err
}

// check sees to it that a command has the flags that it must have, and no others.
func (u uses) check(set flags) error {
	given := map[string]bool{"json": true}
	var wrong []error
	set.Visit(func(f *flag.Flag) {
		given[f.Name] = true
		if f.Name != "json" && !slices.Contains(u.must, f.Name) && !slices.Contains(u.may, f.Name) {
			wrong = append(wrong, errors.New("这个命令没有 -"+f.Name))
		}
	})
	for _, name := range u.must {
		if !given[name] {
			wrong = append(wrong, errors.New("没有写 -"+name))
		}
	}
	return errors.Join(wrong...)
}

// secrets is the source of the secrets in a file; the reference is its name.
func (c *call) secrets(ctx context.Context) (webhook.SecretSource, []webhook.Secret, error) {
	source := webhook.FileSecrets(os.DirFS(filepath.Dir(c.secret)))
	list, err := source.Secrets(ctx, filepath.Base(c.secret))
	var path *fs.PathError
	switch {
	case errors.As(err, &path):
		return nil, nil, errors.New("密钥文件不能打开（怎样生成，见 webhook -h）")
	case err == nil && len(list) == 0:
		return nil, nil, errors.New("密钥文件中没有密钥")
	}
	return source, list, err
}
