//go:build tools

package main

import (
	"testing"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
)

// The agreement says the same as PDF and as Word.
func TestAgreementOnPaper(t *testing.T) {
	clitest.OnPaper(t, func() {
		program().Sampled(t)
		program().Does(t, cli.Well, "journey -o 卷宗")
	}, "卷宗/06-人民调解协议书", "（2024）清源人调字第17号", "某甲修复屋面防水层", "壹万贰仟陆佰元整", "自生效之日起三十日内", "人民调解员：某丙")
}

// LibreOffice prints the workbook of the counts.
func TestLibreOfficePrintsTheWorkbooks(t *testing.T) {
	clitest.Across(t, func() {
		program().Sampled(t)
		program().Does(t, cli.Well, "stats 样例/年度台账.csv -period 2024 -compare -unit 泉源区 -o 统计.xlsx")
	}, "统计.xlsx", "泉源区2024年", "4137", "99.57%", "口径")
}
