package main

import (
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

var update = flag.Bool("update", false, "write the golden files")

// golden compares with a file of testdata, or writes it.
func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Equal(t, string(want), got)
}

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
	dir, err := filepath.Abs("testdata")
	require.NoError(t, err)
	list := strings.Split(asked, "\n")
	for _, c := range commands() {
		list = append(list, c.name+" -h")
	}
	for _, form := range []string{"json", "text"} {
		t.Run(form, func(t *testing.T) {
			folder(t)
			var b strings.Builder
			for _, c := range list {
				args := strings.Fields(c)
				if form == "json" {
					if strings.HasSuffix(c, "-h") {
						continue // that is for people
					}
					args = append(args, "-json")
				}
				code, stdout, stderr := try("", args...)
				b.WriteString("$ normdoc " + strings.Join(args, " ") + "\n" + stdout)
				if form == "text" {
					b.WriteString(stderr)
				}
				if code != cli.Well {
					b.WriteString("(" + strconv.Itoa(code) + ")\n")
				}
				b.WriteString("\n")
			}
			golden(t, filepath.Join(dir, form+".golden"), b.String())
		})
	}
}
