package cli_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
)

// A counting is the answer of count.
type counting struct {
	Words []string `json:"words"`
	cli.Outcome
}

func (c *counting) Prepare() {
	if c.Words == nil {
		c.Words = []string{}
	}
}

func (c *counting) String() string { return strings.Join(c.Words, "\a") + "\n" }

func (c *counting) Found() string {
	if len(c.Words) < 3 {
		return ""
	}
	return "太多"
}

// A session has the flags of the program.
type session struct{ upper bool }

func (s *session) count(_ context.Context, args []string, out *counting) error {
	if out.Words = args; s.upper {
		out.Words = strings.Fields(strings.ToUpper(strings.Join(args, " ")))
	}
	if args[0] == "bad" {
		return errors.New("words: bad\nword")
	}
	return nil
}

func (s *session) program() *cli.Program {
	return &cli.Program{
		Name: "words",
		Commands: []cli.Command{
			{Name: "count", Args: "词 [词]…", Doc: "数词", Use: "count 甲 -upper", Flags: []string{"upper"}, Run: cli.Do(s.count)},
			{Name: "none", Doc: "不数", Use: "none", Run: cli.Do(s.count)},
			{Name: "one", Args: "词 [词]", Doc: "数一两个词", Use: "one 甲", Run: cli.Do(s.count)},
		},
		Flags:     []cli.Flag{{Name: "upper", Doc: "大写", To: &s.upper}},
		Plain:     func(err error) string { return cli.Plain(err, "words") },
		Arguments: "词", Width: 12, Notes: "\n完。\n",
	}
}

func run(ctx context.Context, args []string, w cli.World) int {
	return new(session).program().Run(ctx, args, w)
}

func words(args ...string) (code int, stdout, stderr string) {
	return clitest.Try(run, "", nil, args...)
}

func ExampleProgram() {
	fmt.Print(clitest.Program(words).Said(true, "count", "a", "-upper", "b", "-json"))
	fmt.Print(clitest.Program(words).Said(true, "one"))
	fmt.Print(clitest.Program(words).Said(true, "one", "-h"))
	// Output:
	// {"words":["A","B"],"error":""}
	// words：命令行有误：没有写词 [词]（words one -h 显示用法）
	// (2)
	// 用法：
	//   words one [选项] 词 [词]
	//
	// 数一两个词。如：
	//   words one 甲
	//
	// 选项：
	//   -json       在标准输出打印一个 JSON 对象
	//
	// 完。
}

func TestProgram(t *testing.T) {
	code, stdout, stderr := words("count", "a", "b", "c")
	require.Equal(t, cli.Found, code)
	require.Equal(t, "a\ufffdb\ufffdc\n", stdout, "nothing that a terminal obeys")
	require.Equal(t, "words：太多\n", stderr)
	clitest.Program(words).Help(t, new(session).program())
	require.NotRegexp(t, `(?m) $`, clitest.Program(words).Said(true, "none", "-h"), "no blank at the end of a line")
}

func TestWrongUses(t *testing.T) {
	for line, want := range map[string]string{
		"":              "没有写命令（words -h 显示用法）",
		"sum":           "没有这个命令",
		"count":         "没有写词",
		"one a -upper":  "没有选项 -upper（words one -h 显示用法）",
		"one a b c":     "多余的参数",
		"-upper one a":  "没有选项 -upper",
		"count bad bad": "words：bad；word\n",
	} {
		t.Run(line, func(t *testing.T) {
			code, stdout, stderr := words(strings.Fields(line)...)
			require.Equal(t, cli.Unusable, code)
			require.Empty(t, stdout)
			require.Contains(t, stderr, want)
			_, o := clitest.Program(words).Object(t, strings.Fields(line)...)
			require.Contains(t, "words："+o["error"].(string)+"\n", want)
		})
	}
	clitest.Program(words).Unusable(t, []string{"one", ""}, "没有写词")
	_, o := clitest.Program(words).Object(t, "count", "bad")
	require.Equal(t, []any{}, o["words"], "an answer that failed is blank")
}

// A program may differ: flags of every command, its own check of the command line and its own usage.
func TestProgramThatDiffers(t *testing.T) {
	try := func(args ...string) (int, string, string) {
		return clitest.Try(func(ctx context.Context, args []string, w cli.World) int {
			p := new(session).program()
			p.Plain, p.Raw, p.Common = nil, true, []string{"upper"}
			p.Vet = func(k *cli.Command, args []string) error {
				if least, _ := k.Arity(); len(args) < least {
					return errors.New("缺少")
				}
				return nil
			}
			p.Usage = func(w io.Writer, k *cli.Command) { fmt.Fprint(w, k != nil) }
			return p.Run(ctx, args, w)
		}, "", nil, args...)
	}
	for line, want := range map[string]string{
		"-upper one a b c d": "A\aB\aC\aD\nwords：太多\n(1)\n",
		"one":                "words：命令行有误：缺少（words one -h 显示用法）\n(2)\n",
		"one bad":            "words：words: bad；word\n(2)\n",
		"-h":                 "false",
		"one -h":             "true",
	} {
		require.Equal(t, want, clitest.Program(try).Said(true, strings.Fields(line)...))
	}
}

// full is a standard output that takes nothing.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("满了") }

func TestOutputFails(t *testing.T) {
	for _, more := range []string{"", "-json"} {
		var b strings.Builder
		args := strings.Fields("count a " + more)
		require.Equal(t, cli.Unusable, run(t.Context(), args, cli.World{Stdout: full{}, Stderr: &b}))
		require.Equal(t, "words：不能输出：满了\n", b.String())
	}
}

func TestPlain(t *testing.T) {
	require.Equal(t, "已中断", cli.Plain(fmt.Errorf("words: %w", context.Canceled)))
	require.Equal(t, "甲；乙", cli.Plain(errors.New("words: 甲\ntable: 乙"), "table", "words"))
}

func FuzzProgram(f *testing.F) {
	f.Add("count a -upper -json")
	f.Add("one -- -upper -json")
	f.Add("-json=1 one bad")
	f.Fuzz(func(t *testing.T, line string) {
		code, stdout, stderr := words(strings.Fields(line)...)
		require.Equal(t, code != cli.Well, strings.HasPrefix(stderr, "words："), stderr)
		if strings.HasPrefix(stdout, "{") && code == cli.Unusable {
			require.True(t, json.Valid([]byte(stdout)))
		}
	})
}
