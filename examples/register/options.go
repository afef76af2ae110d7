package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

// options are what the flags say. Dates and numbers are read later, so that everything wrong is said together.
type options struct {
	store, hash                 string
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

	given []given // the texts that are there
}

// A given is a text that a flag gave.
type given struct {
	flag string
	text *string
}

const defaultStore = "sqlite:登记簿.db"

// flags lists all flags but -json; a flag means the same with every command.
func (o *options) flags() []cli.Flag {
	return []cli.Flag{
		o.text("store", "地址", "登记簿：sqlite:文件、postgres://…、mysql://…，mem: 仅供试验；不写则为 "+defaultStore, &o.store),
		o.text("hash", "算法", "sha256 或者 sm3；不写则随登记簿，新的用 sha256", &o.hash),
		o.text("organ", "机关", "登记簿的机关；只有一个机关的可以不写", &o.organ),
		o.text("role", "角色", "经办人的角色", &o.role),
		o.list("series", "系列", "给出这一系列的编号；写“名称=规则”，如 发文=泉鲤司〔{year}〕{serial}号；没有规则文件时，只写机关代字即为其发文字号；可以写多次", &o.series),
		o.text("kind", "种类", "文件的种类；不写则用 JSON 成员 kind", &o.kind),
		o.text("id", "标识", "文件的标识；不写则用 JSON 成员 id，其次 serial", &o.id),
		o.text("step", "步骤", "所办的步骤；查找时为所处的步骤", &o.step),
		o.text("on", "日期", "法律上的日期，决定编号的年份；不写则为今天", &o.on),
		o.text("by", "账号", "经办账号，不是人名", &o.by),
		o.text("reason", "理由", "理由", &o.reason),
		o.text("req", "请求号", "同一请求号重复提交，只登记一次", &o.req),
		o.list("with", "机关", "联合行文的其他机关；可以写多次", &o.with),
		o.text("rules", "文件", "规则文件，有编号系列和办理流程", &o.rules),
		o.text("hold", "天数", "写在命令行的系列至多可以预留的天数", &o.hold),
		o.text("until", "日期", "预留的最后一日；不写则到系列所许可之日", &o.until),
		o.text("number", "编号", "给出这一编号的条目", &o.number),
		o.text("from", "日期", "这一日及以后", &o.from),
		o.text("to", "日期", "这一日及以前", &o.to),
		o.text("overdue", "日期", "期限在这一日之前届满的文件；写 today 为今天", &o.overdue),
		o.text("limit", "条数", "至多显示的条数；不写则为 1000", &o.limit),
		o.text("seq", "序号", "条目的序号", &o.seq),
		o.list("checkpoint", "文件", "存证；核验时可以写多次", &o.checkpoints),
		o.text("key", "文件", "密钥（PEM，Ed25519 或者 SM2）：签名用私钥，核对用公钥", &o.key),
		o.text("name", "名称", "签名人；不写则为机关", &o.name),
		o.text("out", "文件", "写到这个文件；已有的不覆盖", &o.out),
		o.text("previous", "文件", "上一份存证", &o.previous),
		o.text("previous-key", "文件", "核对上一份存证的公钥；不写则用 -key 的", &o.previousKey),
		{Name: "sm2", Doc: "生成 SM2 密钥；不写则为 Ed25519", To: &o.sm2},
		{Name: "secrets", Doc: "把加密的个人信息也写入存档", To: &o.secrets},
	}
}

// text is a flag whose value is judged by vet, be it empty.
func (o *options) text(name, value, doc string, to *string) cli.Flag {
	return cli.Flag{Name: name, Value: value, Doc: doc, To: func(text string) error {
		*to = text
		o.given = append(o.given, given{name, to})
		return nil
	}}
}

// list is a flag that may be given several times.
func (o *options) list(name, value, doc string, to *[]string) cli.Flag {
	return cli.Flag{Name: name, Value: value, Doc: doc, To: func(text string) error {
		*to = append(*to, text)
		return nil
	}}
}

// vet says everything that can be seen in the command line alone.
func (o *options) vet(k *cli.Command, args []string) error {
	var wrong []error
	least, most := k.Arity()
	switch {
	case len(args) < least:
		wrong = append(wrong, errors.New("缺少参数 "+k.Args))
	case len(args) > most:
		wrong = append(wrong, errors.New("多余的参数"))
	}
	for _, f := range o.flags() {
		if slices.ContainsFunc(o.given, func(g given) bool { return g.flag == f.Name && *g.text == "" }) {
			wrong = append(wrong, fmt.Errorf("-%s 没有写明", f.Name))
		}
	}
	if o.hash != "" && o.hash != "sha256" && o.hash != "sm3" {
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
	return fmt.Errorf("%w：%w", cli.ErrUsage, errors.Join(v.wrong...))
}
