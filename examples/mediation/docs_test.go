package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
)

const guideFile = "../../docs/mediation.md"

// The guide shows the samples and what the program prints as they are.
func TestGuide(t *testing.T) {
	program().Guide(t, "mediation", guideFile, func() { program().Sampled(t) })
}

// The guide names every command, every flag and every member of the answers.
func TestGuideNamesEverything(t *testing.T) {
	guide := clitest.GuideNames(t, guideFile, new(session).program())
	program().Sampled(t)
	for _, line := range []string{"sample 又", "check 样例/人民调解台账.xlsx", "due 样例/人民调解台账.xlsx", "stats 样例/年度台账.csv -period 2024",
		"doubles 样例/人民调解台账.xlsx -key 样例/试用密钥.txt", "decide 样例/人民调解台账.xlsx 清调2025-003 泉调2025-011 -decisions 确认.json -role 所长 -reason 同", "journey"} {
		_, o := program().Object(t, strings.Fields(line)...)
		for member := range o {
			require.Contains(t, guide, "`"+member+"`", line)
		}
	}
}
