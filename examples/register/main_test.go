package main

import (
	"bytes"
	"context"
	dbsql "database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
	"github.com/fazhi-go/fazhi/register"
)

const organ = "鲤城区司法局"

// noon is the time of all tests.
func noon() time.Time { return time.Date(2024, time.March, 1, 4, 0, 0, 0, time.UTC) }

// try runs the program at noon and returns its exit code and what it wrote.
func try(args ...string) (code int, stdout, stderr string) { return tryWith("", args...) }

func tryWith(stdin string, args ...string) (code int, stdout, stderr string) {
	return clitest.Try(run, stdin, noon, args...)
}

// well runs the program, which must succeed, and returns what it wrote.
func well(t *testing.T, args ...string) string {
	t.Helper()
	code, stdout, stderr := try(args...)
	require.Equal(t, cli.Well, code, stderr)
	require.Empty(t, stderr)
	return stdout
}

// object runs the program with -json and returns its one object.
func object(t *testing.T, args ...string) (int, map[string]any) {
	t.Helper()
	return clitest.Program(try).Object(t, args...)
}

// lease is an invented contract.
func lease(serial string) string {
	return `{"serial": "` + serial + `", "name": "临街店面租赁合同", "department": "区住建局", "counterparty": "某商贸公司", "amount": 1200000}`
}

const rulesText = `{
  "series": [
    {"name": "合同编号", "pattern": "泉鲤司合〔{year}〕{serial}号", "hold": 10},
    {"name": "收件", "pattern": "SJ-{serial:6}", "continuous": true}
  ],
  "flows": ["contract"]
}`

// book makes a book of three contracts, of which the first took a step and the last is void: five entries.
func book(t *testing.T) {
	t.Helper()
	clitest.Folder(t, "1.json", lease("HT-1"), "2.json", lease("HT-2"), "3.json", lease("HT-3"))
	well(t, "add", "-organ", organ, "-series", "泉鲤司", "-kind", "contract", "-by", "zhang01", "1.json")
	well(t, "add", "-series", "泉鲤司", "-kind", "contract", "-on", "2024-02-28", "2.json")
	well(t, "add", "-series", "泉鲤司", "-kind", "contract", "3.json")
	well(t, "step", "-step", "审查", "-reason", "送审", "contract:HT-1")
	well(t, "void", "-reason", "重复登记", "contract：HT-3")
}

// tamper changes the database behind the program's back.
func tamper(t *testing.T, statement string, values ...any) {
	t.Helper()
	db, err := dbsql.Open("sqlite", "登记簿.db")
	require.NoError(t, err)
	defer db.Close()
	result, err := db.Exec(statement, values...)
	require.NoError(t, err)
	n, err := result.RowsAffected()
	require.NoError(t, err)
	require.EqualValues(t, 1, n)
}

func TestJourney(t *testing.T) {
	book(t)
	require.Equal(t, `contract:HT-1
序号  记入时间          日期        事项  步骤  编号               经办     理由
1     2024-03-01 12:00  2024-03-01  登记  登记  泉鲤司〔2024〕1号  zhang01
4     2024-03-01 12:00  2024-03-01  办理  审查                              送审
`, well(t, "trail", "contract:HT-1"))
	require.Equal(t, `序号  记入时间          日期        文件           事项  步骤  编号
2     2024-03-01 12:00  2024-02-28  contract:HT-2  登记  登记  泉鲤司〔2024〕2号
`, well(t, "find", "-number", "泉鲤司〔2024〕2号"))
	require.Equal(t, `contract:HT-3
  步骤  作废（2024-03-01）
  编号  泉鲤司〔2024〕3号（泉鲤司）
  末条  第5条，作废
  {
    "amount": 1200000,
    "counterparty": "某商贸公司",
    "department": "区住建局",
    "name": "临街店面租赁合同",
    "serial": "HT-3"
  }
`, well(t, "get", "contract:HT-3"))
	require.Contains(t, well(t, "verify"), "核验无误")

	well(t, "keygen", "司")
	require.Contains(t, well(t, "certify", "-key", "司", "-out", "存证.txt"), "条目  5条")
	require.Contains(t, well(t, "verify", "-checkpoint", "存证.txt", "-key", "司.pub"), "与1份存证一致")
	well(t, "prove", "-seq", "2", "-checkpoint", "存证.txt", "-out", "证明.json")
	require.Contains(t, well(t, "check-proof", "证明.json", "-checkpoint", "存证.txt", "-key", "司.pub"), "编号  泉鲤司〔2024〕2号")

	require.Equal(t, "存档 存档.jsonl\n  机关  鲤城区司法局\n  条目  5条\n", well(t, "export", "存档.jsonl"))
	require.Contains(t, well(t, "verify-archive", "存档.jsonl", "-checkpoint", "存证.txt", "-key", "司.pub"), "与1份存证一致")
	require.Equal(t, "已恢复 存档.jsonl\n  机关  鲤城区司法局\n  条目  5条\n", well(t, "import", "-store", "sqlite:新.db", "存档.jsonl"))
	require.Contains(t, well(t, "verify", "-store", "sqlite:新.db", "-checkpoint", "存证.txt", "-key", "司.pub"), "与1份存证一致")
	require.Contains(t, well(t, "add", "-store", "sqlite:新.db", "-series", "泉鲤司", "-kind", "contract", "-id", "HT-4", "-json", write(t, "{}")),
		"泉鲤司〔2024〕4号", "numbering goes on where it stopped")
	require.Equal(t, `登记簿 鲤城区司法局
  条目  5条：登记3、办理1、作废1
  文件  3份，逾期0份
  末条  2024-03-01 12:00:00
  摘要  `+headOf(t)+`（sha256）

种类      所处步骤  份数
contract  登记      1
contract  审查      1
contract  作废      1

编号系列  年度  已给出  最后的编号
泉鲤司    2024  3       泉鲤司〔2024〕3号
`, well(t, "stats"))

	tamper(t, "UPDATE fz_entry SET line = replace(line, '1200000', '9200000') WHERE seq = 2")
	code, stdout, stderr := try("verify", "-checkpoint", "存证.txt", "-key", "司.pub")
	require.Equal(t, cli.Found, code)
	require.Equal(t, "register：核验发现2处问题\n", stderr)
	require.Contains(t, stdout, `
位置   问题                                      代码
第2条  内容与摘要不符，内容被改动                register/audit/changed
第1条  第1条至第5条与存证不符，其中有条目被改写  register/audit/checkpoint
`)
	code, o := object(t, "verify")
	require.Equal(t, cli.Found, code)
	require.Len(t, o["faults"], 1)
	require.Empty(t, o["error"])
	code, _, stderr = try("certify", "-key", "司", "-out", "存证2.txt")
	require.Equal(t, cli.Found, code)
	require.Equal(t, "register：核验发现1处问题\n", stderr)
	require.NoFileExists(t, "存证2.txt")
	code, _, stderr = try("export", "坏.jsonl")
	require.Equal(t, cli.Found, code)
	require.Contains(t, stderr, "存档照样写出")
	code, _, stderr = try("prove", "-seq", "2", "-checkpoint", "存证.txt")
	require.Equal(t, cli.Found, code)
	require.Contains(t, stderr, "登记簿与存证不符")
}

func write(t *testing.T, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "文件.json")
	require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
	return file
}

func headOf(t *testing.T) string {
	t.Helper()
	_, o := object(t, "verify")
	return o["head"].(string)
}

// A book whose end was cut off with its head is whole again; the checkpoint shows it.
func TestCutOff(t *testing.T) {
	book(t)
	well(t, "keygen", "司")
	well(t, "certify", "-key", "司", "-out", "存证.txt")
	tamper(t, "DELETE FROM fz_entry WHERE seq = 5")
	code, o := object(t, "verify")
	require.Equal(t, cli.Found, code)
	require.Equal(t, "register/audit/missing", o["faults"].([]any)[0].(map[string]any)["code"])
	code, _, _ = try("verify", "-checkpoint", "存证.txt", "-key", "司.pub")
	require.Equal(t, cli.Found, code)
}

// The rules file has the flow; what it refuses is kept without a number.
func TestFlow(t *testing.T) {
	reviewed := strings.Replace(lease("HT-1"), "{", `{"reviewed": "2024-03-01", "opinion": "通过", "procurement": true, `, 1)
	clitest.Folder(t, "规则.json", rulesText, "1.json", lease("HT-1"), "审查.json", reviewed)
	well(t, "add", "-organ", organ, "-rules", "规则.json", "-kind", "contract", "-step", "送审", "1.json")
	code, stdout, stderr := try("step", "-rules", "规则.json", "-step", "签订", "contract:HT-1")
	require.Equal(t, cli.Found, code)
	require.Equal(t, "register：不予登记，理由2条；已记入登记簿第2条\n", stderr)
	require.Contains(t, stdout, "  /opinion：未经合法性审查")
	code, o := object(t, "step", "-rules", "规则.json", "-step", "签订", "contract:HT-1")
	require.Equal(t, cli.Found, code)
	require.Len(t, o["refused"], 2)
	require.Empty(t, o["numbers"])
	require.Empty(t, o["error"])

	well(t, "step", "-rules", "规则.json", "-step", "审查", "contract:HT-1", "审查.json")
	// The gate looks into the document, which is read from the book.
	require.Equal(t, `办理 contract:HT-1
  编号  泉鲤司合〔2024〕1号
  步骤  签订
  日期  2024-03-01
  期限  2024-03-05
  条目  第5条
`, well(t, "step", "-rules", "规则.json", "-step", "签订", "contract:HT-1"))
	require.Contains(t, well(t, "get", "contract:HT-1"), "  期限  采购合同公告期限：2024-03-05 届满，政府采购法实施条例第五十条\n")
	require.Contains(t, well(t, "find", "-overdue", "2024-03-06"), "contract:HT-1")
	require.Equal(t, "没有这样的条目\n", well(t, "find", "-overdue", "today"))
}

func TestAllBuiltInFlows(t *testing.T) {
	for _, name := range []string{"contract", "normdoc", "council-item", "major-decision", "reconsideration", "suit", "mediation", "enforcement", "enforcement-file"} {
		require.NoError(t, new(rules).follow(name), name)
	}
}

// What was reserved is used by the document to come, or becomes void.
func TestReserve(t *testing.T) {
	clitest.Folder(t, "规则.json", rulesText, "1.json", lease("HT-1"))
	reserve := []string{"reserve", "-organ", organ, "-rules", "规则.json", "-series", "合同编号"}
	require.Contains(t, well(t, append(reserve, "contract:HT-1")...), "  期限  2024-03-11\n")
	well(t, append(reserve, "-until", "2024-03-01", "contract:HT-2")...)
	require.Contains(t, well(t, "add", "-series", "合同编号=泉鲤司合〔{year}〕{serial}号", "-kind", "contract", "1.json"),
		"  编号  泉鲤司合〔2024〕1号\n", "the number is shown, though it was given before")
	code, _, stderr2 := try("reserve", "-series", "泉鲤司", "note:1")
	require.Equal(t, cli.Unusable, code)
	require.Contains(t, stderr2, "不得预留")
	require.Contains(t, well(t, "reserve", "-series", "泉鲤司", "-hold", "5", "note:1"), "  期限  2024-03-06\n")
	require.Equal(t, "没有期满未用的预留\n", well(t, "expire"))
	later := noon().AddDate(0, 0, 1)
	var stdout, stderr bytes.Buffer
	w := cli.World{Stdout: &stdout, Stderr: &stderr, Now: func() time.Time { return later }}
	require.Equal(t, cli.Well, run(t.Context(), []string{"expire"}, w), stderr.String())
	require.Contains(t, stdout.String(), "预留失效")
}

func TestSameRequestSameNumber(t *testing.T) {
	clitest.Folder(t, "1.json", lease("HT-1"), "2.json", lease("HT-2"))
	args := []string{"add", "-organ", organ, "-series", "泉鲤司", "-kind", "contract", "-req", "3f2a", "1.json"}
	_, first := object(t, args...)
	_, second := object(t, args...)
	require.Equal(t, first, second)
	well(t, "add", "-series", "泉鲤司", "-kind", "contract", "2.json")
	require.Contains(t, well(t, "find", "-number", "泉鲤司〔2024〕2号"), "HT-2")
	args[len(args)-1] = "2.json"
	code, o := object(t, args...)
	require.Equal(t, cli.Unusable, code)
	require.Contains(t, o["error"], "同一请求号已用于别的请求")
}

func TestNumbersHaveNoGaps(t *testing.T) {
	clitest.Folder(t)
	const each = 8
	var wait sync.WaitGroup
	for who := range 2 {
		wait.Go(func() {
			for i := range each {
				code, _, stderr := tryWith("{}", "add", "-organ", organ, "-series", "泉鲤司", "-kind", "note", "-id", fmt.Sprintf("%d-%d", who, i), "-")
				if code != cli.Well {
					t.Error(stderr)
				}
			}
		})
	}
	wait.Wait()
	_, o := object(t, "find")
	var given []string
	for _, e := range o["entries"].([]any) {
		given = append(given, e.(map[string]any)["numbers"].([]any)[0].(map[string]any)["text"].(string))
	}
	var want []string
	for i := range 2 * each {
		want = append(want, fmt.Sprintf("泉鲤司〔2024〕%d号", i+1))
	}
	require.Equal(t, want, given)
	require.Contains(t, well(t, "verify"), "核验无误")
}

// The book's hash is its own: nobody has to remember it, and nobody can mix two.
func TestSM3(t *testing.T) {
	clitest.Folder(t, "1.json", lease("HT-1"), "2.json", lease("HT-2"))
	well(t, "add", "-hash", "sm3", "-organ", organ, "-series", "泉鲤司", "-kind", "contract", "1.json")
	well(t, "add", "-series", "泉鲤司", "-kind", "contract", "2.json")
	code, o := object(t, "verify")
	require.Equal(t, cli.Well, code)
	require.Equal(t, "sm3", o["hash"])
	code, _, stderr := try("add", "-hash", "sha256", "-kind", "contract", "-id", "HT-3", "1.json")
	require.Equal(t, cli.Unusable, code)
	require.Contains(t, stderr, "sm3")

	well(t, "keygen", "-sm2", "司")
	well(t, "certify", "-key", "司", "-out", "1.txt")
	well(t, "void", "-reason", "重复登记", "contract:HT-2")
	well(t, "certify", "-key", "司", "-previous", "1.txt", "-out", "2.txt", "-name", "档案馆")
	require.Contains(t, well(t, "verify", "-key", "司.pub", "-checkpoint", "1.txt", "-checkpoint", "2.txt"), "与2份存证一致")
	well(t, "prove", "contract:HT-2", "-checkpoint", "2.txt", "-out", "证明.json")
	require.Contains(t, well(t, "check-proof", "-key", "司.pub", "-checkpoint", "2.txt", "证明.json"), "档案馆（sm2-sm3")
	well(t, "export", "存档.jsonl")
	well(t, "import", "-store", "sqlite:新.db", "存档.jsonl")
	require.Contains(t, well(t, "stats", "-store", "sqlite:新.db"), "（sm3）")
}

// A proof that does not hold, and a signature of somebody else.
func TestProofsThatDoNotHold(t *testing.T) {
	book(t)
	well(t, "keygen", "司")
	well(t, "keygen", "别人")
	well(t, "certify", "-key", "司", "-out", "存证.txt")
	well(t, "prove", "-seq", "2", "-checkpoint", "存证.txt", "-out", "证明.json")
	proof, err := os.ReadFile("证明.json")
	require.NoError(t, err)
	require.NoError(t, os.WriteFile("改.json", bytes.Replace(proof, []byte("1200000"), []byte("9200000"), 1), 0o600))
	text, err := os.ReadFile("存证.txt")
	require.NoError(t, err)
	require.NoError(t, os.WriteFile("改.txt", bytes.Replace(text, []byte("\n5\n"), []byte("\n4\n"), 1), 0o600))
	for _, args := range [][]string{
		{"改.json", "-checkpoint", "存证.txt", "-key", "司.pub"},
		{"证明.json", "-checkpoint", "存证.txt", "-key", "别人.pub"},
		{"证明.json", "-checkpoint", "改.txt", "-key", "司.pub"},
	} {
		code, stdout, stderr := try(append([]string{"check-proof"}, args...)...)
		require.Equal(t, cli.Found, code)
		require.Contains(t, stdout, "证明不成立\n")
		require.Contains(t, stderr, "证明不成立：")
		code, o := object(t, append([]string{"check-proof"}, args...)...)
		require.Equal(t, cli.Found, code)
		require.Equal(t, false, o["valid"])
		require.NotEmpty(t, o["why"])
		require.Empty(t, o["error"])
	}
}

func TestDamagedArchive(t *testing.T) {
	book(t)
	well(t, "export", "存档.jsonl")
	text, err := os.ReadFile("存档.jsonl")
	require.NoError(t, err)
	require.NoError(t, os.WriteFile("改.jsonl", bytes.Replace(text, []byte("1200000"), []byte("9200000"), 1), 0o600))
	for _, args := range [][]string{{"verify-archive", "改.jsonl"}, {"import", "-store", "sqlite:新.db", "改.jsonl"}} {
		code, stdout, _ := try(args...)
		require.Equal(t, cli.Found, code)
		require.Contains(t, stdout, "register/archive/damaged")
		code, o := object(t, args...)
		require.Equal(t, cli.Found, code)
		require.NotEmpty(t, o["faults"])
	}
	require.NoFileExists(t, "新.db")
	well(t, "import", "-store", "sqlite:新.db", "存档.jsonl")
	_, o := object(t, "import", "-store", "sqlite:新.db", "存档.jsonl")
	require.EqualValues(t, 0, o["entries"], "it is there already")
}

// Nobody's file is written over, and nothing is left of one that could not be written.
func TestNothingIsOverwritten(t *testing.T) {
	book(t)
	well(t, "keygen", "司")
	well(t, "certify", "-key", "司", "-out", "存证.txt")
	for _, args := range [][]string{
		{"keygen", "司"}, {"certify", "-key", "司", "-out", "存证.txt"}, {"export", "存证.txt"},
		{"prove", "-seq", "1", "-checkpoint", "存证.txt", "-out", "存证.txt"},
	} {
		code, _, stderr := try(args...)
		require.Equal(t, cli.Unusable, code)
		require.Contains(t, stderr, "已经有这个文件，不覆盖")
	}
	require.NoError(t, os.WriteFile("半.pub", nil, 0o600))
	code, _, _ := try("keygen", "半")
	require.Equal(t, cli.Unusable, code)
	require.NoFileExists(t, "半")
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space") }

// What cannot be written is no success.
func TestOutputThatFails(t *testing.T) {
	book(t)
	for _, more := range [][]string{nil, {"-json"}} {
		var complaint bytes.Buffer
		w := cli.World{Stdin: strings.NewReader(""), Stdout: full{}, Stderr: &complaint, Now: noon}
		require.Equal(t, cli.Unusable, run(context.Background(), append([]string{"stats"}, more...), w))
		require.Equal(t, 1, strings.Count(complaint.String(), "\n"))
	}
}

func TestCancelled(t *testing.T) {
	book(t)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var stdout, stderr bytes.Buffer
	w := cli.World{Stdin: strings.NewReader(lease("HT-4")), Stdout: &stdout, Stderr: &stderr, Now: noon}
	require.Equal(t, cli.Unusable, run(ctx, []string{"add", "-kind", "contract", "-"}, w))
	require.Equal(t, "register：已中断\n", stderr.String())
}

func TestHelp(t *testing.T) { clitest.Program(try).Help(t, new(session).program()) }

// A step that looks into the document read before is not taken on another one.
func TestUnmoved(t *testing.T) {
	require.Nil(t, new(attempt).unmoved())
	before := (&attempt{seen: 4}).unmoved()
	for _, c := range []struct {
		last *register.Entry
		want error
	}{{&register.Entry{Seq: 4}, nil}, {&register.Entry{Seq: 5}, errMoved}, {nil, errMoved}} {
		judged, err := before(t.Context(), &register.Attempt{Last: c.last})
		require.Equal(t, c.want, err)
		require.Empty(t, judged)
	}
}

func TestSeveralBooks(t *testing.T) {
	book(t)
	well(t, "add", "-organ", "鲤城区财政局", "-series", "泉鲤财", "-kind", "contract", "1.json")
	code, _, stderr := try("stats")
	require.Equal(t, cli.Unusable, code)
	require.Contains(t, stderr, "鲤城区司法局、鲤城区财政局")
	require.Contains(t, well(t, "stats", "-organ", "鲤城区财政局"), "泉鲤财〔2024〕1号")
}

func TestMySQLAddress(t *testing.T) {
	for address, want := range map[string]string{
		"mysql://fazhi:p%40ss@db.example/book":        "fazhi:p@ss@tcp(db.example:3306)/book",
		"mysql://fazhi@[::1]:3307/book?timeout=5s":    "fazhi@tcp([::1]:3307)/book?timeout=5s",
		"mysql://127.0.0.1/book":                      "tcp(127.0.0.1:3306)/book",
		"mysql://fazhi:p%40ss@db.example":             "",
		"mysql:fazhi:secret@tcp(db.example:3306)/ahb": "",
	} {
		got, err := mysqlDSN(address)
		require.Equal(t, want, got)
		require.Equal(t, want == "", err != nil)
	}
}

// An inspector who may only read verifies too.
func TestReadOnly(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write everything")
	}
	book(t)
	require.NoError(t, os.Chmod("登记簿.db", 0o400))
	require.Contains(t, well(t, "verify"), "没有核对计数器")
	code, _, stderr := try("void", "-reason", "重复登记", "contract:HT-1")
	require.Equal(t, cli.Unusable, code)
	require.Contains(t, stderr, "不能写入")
}
