package activity_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/activity"
	"github.com/fazhi-go/fazhi/rules"
	"github.com/fazhi-go/fazhi/table"
)

const guide = "../docs/activity.md"

// declarations returns the files of declarations that the guide shows.
func declarations(t testing.TB) []string {
	t.Helper()
	var list []string
	for _, block := range regexp.MustCompile("(?s)```yaml\n(领域:.*?)```").FindAllStringSubmatch(file(t, guide), -1) {
		list = append(list, block[1])
	}
	require.Len(t, list, 2)
	return list
}

// The guide names every key, every kind of column and every relation that fits it.
func TestGuideIsComplete(t *testing.T) {
	text := file(t, guide)
	for _, key := range activity.Keys() {
		require.Contains(t, text, "| `"+key+"` |")
	}
	for k := table.Text; k <= table.Number; k++ {
		require.Contains(t, text, "`"+k.String()+"`")
		row := regexp.MustCompile(`(?m)^\|[^|]*` + k.String() + `[^|]*\| (` + strings.Join(rules.Relations(k), "、") + `) \|$`)
		require.Regexp(t, row, text, k.String())
	}
}
