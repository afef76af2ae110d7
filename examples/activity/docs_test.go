package main

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/activity"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitable"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/report"
	"github.com/fazhi-go/fazhi/report/narrative"
)

const guideFile = "../../docs/activity.md"

// The guide shows the samples and what the program prints as they are.
func TestGuide(t *testing.T) {
	clitest.Program(try).Guide(t, "activity", guideFile, func() { sampled(t) })
}

// The guide names every command, every flag and every member of the answers.
func TestGuideNamesEverything(t *testing.T) {
	guide := clitest.GuideNames(t, guideFile, new(session).program())
	sampled(t)
	for _, line := range []string{"sample 又", "new 甲", "check 小.yaml 小.csv -year 2024", "list", "schema"} {
		_, o := clitest.Program(try).Object(t, strings.Fields(line)...)
		for member := range o {
			require.Contains(t, guide, "`"+member+"`", line)
		}
	}
}

// One file of YAML more, beside the built-in areas, and the report has its sentence, its figures and its table: the whole of
// what the guide shows.
func TestGuideReport(t *testing.T) {
	data, err := os.ReadFile(guideFile)
	require.NoError(t, err)
	sampled(t)
	declaration, err := os.ReadFile("样例/公证.yaml")
	require.NoError(t, err)
	areas, err := builtIn()
	require.NoError(t, err)
	notary, err := activity.Parse("公证.yaml", declaration)
	require.NoError(t, err)
	require.NoError(t, activity.Vet(append(areas, notary...)))
	src, err := clitable.Open("样例/公证服务.csv")
	require.NoError(t, err)
	records, _, err := notary[0].ReadFor(src, activity.Reading{Year: 2024, Today: fazhi.DateOf(2025, 1, 15)})
	require.NoError(t, err)
	sections := make([]report.Section, 0, len(areas)+1)
	for _, a := range append(areas, notary...) {
		s, err := a.Section(records, 2024)
		require.NoError(t, err)
		sections = append(sections, s)
	}
	blocks := regexp.MustCompile("(?s)```(markdown|text)\n(.*?)```").FindAllSubmatch(data, -1)
	require.Len(t, blocks, 2)
	text, issues, err := narrative.Parse("叙述.md", blocks[0][2])
	require.NoError(t, err)
	require.Empty(t, issues)
	d, issues, err := report.Assemble(report.Template{}, text, sections)
	require.NoError(t, err)
	for _, i := range issues {
		require.Equal(t, fazhi.Notice, i.Severity, i)
		require.Equal(t, report.CodeFigureUnused, i.Code)
	}
	require.Equal(t, string(blocks[1][2]), printed(d.Body))
}

// printed is a document as plain text; the cells of tables stand between bars.
func printed(blocks []gongwen.Block) string {
	var b strings.Builder
	for _, block := range blocks {
		switch x := block.(type) {
		case gongwen.Paragraph:
			b.WriteString(gongwen.PlainText(x.Text) + "\n")
		case gongwen.Table:
			b.WriteString(x.Caption + "\n")
			for _, row := range append([][][]gongwen.Span{x.Header}, x.Rows...) {
				for _, cell := range row {
					b.WriteString("| " + gongwen.PlainText(cell) + " ")
				}
				b.WriteString("|\n")
			}
		}
	}
	return b.String()
}
