package fazhi_test

import (
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func readText(t *testing.T, file string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	return strings.ReplaceAll(string(data), "\r\n", "\n")
}

// The code of the READMEs is the package's example.
func TestReadmeCodeIsTheExample(t *testing.T) {
	example := regexp.MustCompile(`(?m)^\t// Output: .*\n`).ReplaceAllString(readText(t, "example_test.go"), "")
	for _, file := range []string{"README.md", "README.zh-CN.md"} {
		blocks := regexp.MustCompile("(?s)```go\n(.*?)```").FindAllStringSubmatch(readText(t, file), -1)
		require.Len(t, blocks, 1, file)
		require.Contains(t, example, blocks[0][1], file)
	}
}

// The READMEs name every package that others may import.
func TestReadmeNamesEveryPackage(t *testing.T) {
	for _, file := range []string{"README.md", "README.zh-CN.md"} {
		text := readText(t, file)
		for _, name := range slices.Sorted(maps.Keys(allowed())) {
			for _, inner := range []string{"internal/", "examples/", "gongwen/fonts/", "register/crashtest", "plugin/events/crashtest"} {
				if strings.HasPrefix(name, inner) {
					name = "fazhi"
				}
			}
			require.Contains(t, text, "`"+strings.Replace(name, ".", "fazhi", 1)+"`", file)
		}
	}
}

// Every direct dependency has its reason, and no other module has one.
func TestEveryDependencyHasAReason(t *testing.T) {
	var required []string
	for line := range strings.Lines(readText(t, "go.mod")) {
		if fields := strings.Fields(line); len(fields) == 2 && strings.Contains(fields[0], ".") {
			required = append(required, fields[0])
		}
	}
	var reasoned []string
	for _, row := range regexp.MustCompile("(?m)^\\| `([^`]*\\.[^`]*/[^`]*)` \\| .* \\| .+ \\|$").FindAllStringSubmatch(readText(t, "CONTRIBUTING.md"), -1) {
		reasoned = append(reasoned, row[1])
	}
	require.NotEmpty(t, required)
	require.ElementsMatch(t, required, reasoned)
}
