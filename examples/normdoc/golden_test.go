package main

import (
	"strings"
	"testing"

	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
)

// asked is what is asked of the sample, command by command.
const asked = `sample 样例
sample 样例
check 样例/办法.txt -dated 2024-04-25 -on 2024-07-01 -library 样例/法规库.json
check 样例/办法.txt -dated 2024-04-25 -on 2025-07-01 -library 样例/法规库.json
check -law 样例/草稿.txt
check 样例/草稿.txt
check 样例/无.txt
format 样例/规定-2019.txt
stat 样例/办法.txt 样例/草稿.txt
number 清政规〔2024〕1号 QYDR-2024-0020002 清政规[2024]第02号 QY00104-3000-2024-00007 甲 -rules 样例/编号规则.json
number 清政规〔2024〕1号
diff 样例/办法.txt 样例/办法.txt
diff 样例/办法.txt 样例/办法-修改后.txt
amend 样例/办法.txt 样例/修改决定.txt
amend 样例/规定-2019.txt 样例/修改决定.txt
akn 样例/规定-2019.txt
akn 样例/规定-2019.txt -dated 2018-12-03 -organ qysgw=泉源市住房和城乡建设委员会 -slug qzj-2018-7 -locality 350599
asof 2024-04-09 -ledger 样例/台账.csv
asof 2025-05-01 -ledger 样例/台账.csv
asof 2025-05-01
catalogue 2025-05-01 -ledger 样例/台账.csv -organ qyxzf=清源县人民政府 -o 目录.xlsx
catalogue 2025-05-01 -ledger 样例/台账.csv
journey 样例/历程.json
nothing
-h`

// The shapes of -json, and what a person reads, command by command.
func TestGolden(t *testing.T) {
	lines := append(strings.Split(asked, "\n"), clitest.Helps(new(session).program())...)
	clitest.Program(program).Transcripts(t, "normdoc", lines, func(t *testing.T) { clitest.Folder(t) })
}

func TestHelp(t *testing.T) { clitest.Program(program).Help(t, new(session).program()) }
