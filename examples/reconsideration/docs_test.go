package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
	"github.com/fazhi-go/fazhi/reconsideration/documents"
)

const guideFile = "../../docs/reconsideration.md"

// The guide shows the samples and what the program prints as they are.
func TestGuide(t *testing.T) {
	program().Guide(t, "reconsideration", guideFile, func() { program().Sampled(t) })
}

// The guide names every command, every flag, every member of the answers and every document.
func TestGuideNamesEverything(t *testing.T) {
	guide := clitest.GuideNames(t, guideFile, new(session).program())
	program().Sampled(t)
	for _, line := range []string{"sample 又", "clock", "code check 甲", "stats 样例/行政复议.csv -period 2024", "mask 样例/决定书.txt", "journey"} {
		_, o := program().Object(t, strings.Fields(line)...)
		for member := range o {
			require.Contains(t, guide, "`"+member+"`", line)
		}
	}
	for _, d := range documents.All() {
		require.Contains(t, guide, "`"+d.Key+"`")
	}
}
