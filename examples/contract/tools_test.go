//go:build tools

package main

import (
	"testing"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
)

// The opinion says the same as PDF and as Word.
func TestOpinionOnPaper(t *testing.T) {
	clitest.OnPaper(t, func() {
		program().Sampled(t)
		program().Does(t, cli.Found, "review 样例/投资合作协议.md -ledger 样例/合同台账.xlsx -serial 泉源合2025-001 -profile 样例/本地规定.json "+
			"-answers 样例/审查记录.json -unit 泉源区司法局 -number 泉源司审〔2025〕3号 -o 审查")
	}, "审查/合法性审查意见书", "泉源司审〔2025〕3号", "删去第三条", "约定三年内不得引进同类项目", "意见为：不通过", "2025年2月24日")
}

// LibreOffice prints the workbook of the counts.
func TestLibreOfficePrintsTheWorkbooks(t *testing.T) {
	clitest.Across(t, func() {
		program().Sampled(t)
		program().Does(t, cli.Well, "stats 样例/合同台账.xlsx -year 2024 -last 样例/上年合同台账.xlsx -unit 泉源区 -profile 样例/本地规定.json -o 统计.xlsx")
	}, "统计.xlsx", "泉源区2024年政府合同统计表", "49551000", "审查通过率", "口径")
}
