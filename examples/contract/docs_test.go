package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
)

const guideFile = "../../docs/contract.md"

// The guide shows the samples and what the program prints as they are.
func TestGuide(t *testing.T) {
	program().Guide(t, "contract", guideFile, func() { program().Sampled(t) })
}

// The guide names every command, every flag and every member of the answers.
func TestGuideNamesEverything(t *testing.T) {
	guide := clitest.GuideNames(t, guideFile, new(session).program())
	program().Sampled(t)
	for _, line := range []string{"sample 又", "words 1", "amount 壹元整", "law C1", "review 样例/租赁合同.docx", "check 样例/合同台账.xlsx", "due 样例/合同台账.xlsx",
		"stats 样例/合同台账.xlsx -year 2024", "ocds 样例/合同台账.xlsx -prefix ocds-aaaaaa", "journey"} {
		_, o := program().Object(t, strings.Fields(line)...)
		for member := range o {
			require.Contains(t, guide, "`"+member+"`", line)
		}
	}
}
