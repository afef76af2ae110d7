package main

import (
	"embed"
	"strconv"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

//go:embed sample
var sampleFiles embed.FS

// program is the table of commands.
func (s *session) program() *cli.Program {
	return &cli.Program{Name: "activity", Commands: s.commands(), Flags: s.flags(), Plain: plain, Arguments: "参数", Width: 24, Notes: notes}
}

// commands lists what there is, in the order of usage.
func (s *session) commands() []cli.Command {
	return []cli.Command{
		{
			Name: "sample", Args: "目录", Doc: "把虚构的声明和台账写到目录里；已有的不覆盖",
			Use: "sample 样例", Run: cli.Samples(sampleFiles),
		},
		{
			Name: "new", Args: "名称", Doc: "写出一个领域的声明（名称.yaml，逐项有注释）和它的空白台账（名称.xlsx，有下拉和格式）；写 -from 的只写台账；已有的不覆盖",
			Use: "new 人民监督 -kind quanyuan/supervision", Flags: []string{"kind", "from", "o"}, Run: cli.Do(s.create),
		},
		{
			Name: "check", Args: "声明 [台账]", Doc: "检查声明；有台账的，读取台账：问题注明单元格，数据项和例句按年度统计",
			Use: "check 样例/公证.yaml 样例/公证服务.csv -year 2024", Flags: []string{"year", "today"}, Run: cli.Do(s.check),
		},
		{Name: "list", Doc: "列出内置的领域", Use: "list", Run: cli.Do(list)},
		{Name: "schema", Doc: "打印声明的 JSON Schema，供编辑器使用", Use: "schema", Run: cli.Do(printSchema)},
	}
}

// flags lists all flags but -json.
func (s *session) flags() []cli.Flag {
	return []cli.Flag{
		{Name: "kind", Value: "种类", Doc: "记录的种类，如 quanyuan/notary；不写则为 local/area，以后再改", To: &s.kind},
		{Name: "from", Value: "声明", Doc: "照改好的声明（.yaml）或者内置的领域（工作表名）写空白台账；明细台账带上它的上级", To: &s.from},
		{Name: "o", Value: "目录", Doc: "写到这个目录；不写则为当前目录", To: &s.folder},
		{Name: "year", Value: "年度", Doc: "统计的年度，如 2024；读台账的要写", To: &s.year},
		{Name: "today", Value: "日期", Doc: "声明里的“今天”；不写则为今天", To: &s.today},
	}
}

const notes = `
台账：.xlsx（按工作表名读取）或者 .csv（声明里只有一个领域的）。上级台账没有声明的，用内置的领域。声明至多 1 MiB，台账至多 64 MiB。
退出码：0 正常；1 有发现：声明有误，或者台账有问题；2 命令或者文件不能使用，什么也不打印。
`

// reading is the year that is counted and the day on which it is done.
func (s *session) reading() (year int, today fazhi.Date, err error) {
	if s.year == "" {
		return 0, today, cli.Misused("读台账要写 -year，如 -year 2024")
	}
	year, err = strconv.Atoi(s.year)
	if err != nil || year < 1950 || year > 9999 {
		return 0, today, cli.Misused("-year 应写 1950 到 9999 的年份，如 -year 2024")
	}
	if s.today == "" {
		return year, fazhi.DateIn(s.Now()), nil
	}
	today, err = fazhi.ParseDate(s.today)
	if err != nil {
		return 0, today, cli.Misused("-today 应写日期，如 2025-01-15")
	}
	return year, today, nil
}

// plain is an error in one line, without the names of Go packages.
func plain(err error) string {
	return cli.Plain(err, "activity", "fazhi", "report", "rules", "table", "xlsx")
}
