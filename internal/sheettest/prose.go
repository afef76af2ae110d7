package sheettest

import (
	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/report"
	"github.com/fazhi-go/fazhi/report/reporttest"
)

// Prose prints the one paragraph of a section as a report has it in that slot. It fails where one of the section's figures does not stand in it.
func Prose(t T, slot string, s report.Section) string {
	t.Helper()
	n := report.Narrative{Items: []report.Item{{Slot: slot}}}
	d, issues, err := report.Assemble(report.Template{}, n, []report.Section{s})
	require.NoError(t, err)
	for _, i := range issues {
		require.Equal(t, report.CodeMeta, i.Code, i.Message)
	}
	text := gongwen.PlainText(d.Body[0].(gongwen.Paragraph).Text)
	for id, printed := range reporttest.Printed(s.Figures) {
		require.Contains(t, text, printed, id)
	}
	return text
}
