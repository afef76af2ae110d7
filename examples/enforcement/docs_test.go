package main

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
)

const guideFile = "../../docs/enforcement.md"

// The guide shows the sample and what the program prints as they are.
func TestGuide(t *testing.T) {
	clitest.Program(try).Guide(t, "enforcement", guideFile, func() {
		clitest.Folder(t)
		does(t, cli.Well, "sample 样例")
		does(t, cli.Well, "sample 空白 -blank")
	})
}

// The guide names every command, every flag and every file of a round.
func TestGuideNamesEverything(t *testing.T) {
	guide := clitest.GuideNames(t, guideFile, new(session).program())
	for _, name := range []string{batchFile, policyName, filesName, panelName, refusalName, objectionName, frameFile, drawnFile, sheetFolder, "评查记录.json"} {
		require.Contains(t, guide, "`"+name)
	}
}
