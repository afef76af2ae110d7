package fazhi_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen/lint"
)

// testdata/codes.txt lists every code that an issue of this module can carry, one a line; a code that is no longer used
// keeps its line with a minus before it. Codes are for ever: other systems rely on what they mean.
func TestCodesAreForEver(t *testing.T) {
	text, err := os.ReadFile("testdata/codes.txt")
	require.NoError(t, err)
	lines := strings.Fields(string(text))
	require.True(t, slices.IsSortedFunc(lines, func(a, b string) int {
		return strings.Compare(strings.TrimPrefix(a, "-"), strings.TrimPrefix(b, "-"))
	}), "the list is sorted")
	var listed, retired []string
	for _, l := range lines {
		if name, gone := strings.CutPrefix(l, "-"); gone {
			retired = append(retired, name)
		} else {
			listed = append(listed, l)
		}
	}
	used := codesOfSource(t)
	for _, code := range used {
		require.NotContains(t, retired, code, "a retired code never comes back")
	}
	require.Equal(t, listed, used, "a new code gets a line; a code that is gone keeps its line, with a minus")
}

// codesOfSource collects the codes that stand in the source: constants of type fazhi.Code, fields called Code, and the
// first argument of fields.Check; and those of the rules of writing.
func codesOfSource(t *testing.T) []string {
	t.Helper()
	found := map[string]bool{}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (slices.Contains([]string{"testdata", "bench", ".git", "faults"}, d.Name()) || strings.HasPrefix(d.Name(), "plugin-")):
			return fs.SkipDir // plug-ins that show or fail something have codes of their own
		case d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			for _, e := range codeExpressions(n) {
				if code, ok := codeLiteral(e); ok {
					found[code] = true
				}
			}
			return true
		})
		return nil
	})
	require.NoError(t, err)
	for _, rule := range lint.Rules() { // a table, which makes its codes
		found[string(rule.Code)] = true
	}
	codes := make([]string, 0, len(found))
	for code := range found {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	return codes
}

// codeExpressions returns the expressions of a node that are codes.
func codeExpressions(n ast.Node) []ast.Expr {
	switch v := n.(type) {
	case *ast.ValueSpec:
		if isNamed(v.Type, "Code") {
			return v.Values
		}
	case *ast.KeyValueExpr:
		if isNamed(v.Key, "Code") {
			return []ast.Expr{v.Value}
		}
	case *ast.CallExpr:
		if f, ok := v.Fun.(*ast.IndexExpr); ok && isNamed(f.X, "Check") && len(v.Args) > 0 {
			return v.Args[:1]
		}
	}
	return nil
}

// isNamed reports whether an expression is name or something.name.
func isNamed(e ast.Expr, name string) bool {
	if s, ok := e.(*ast.SelectorExpr); ok {
		e = s.Sel
	}
	id, ok := e.(*ast.Ident)
	return ok && id.Name == name
}

var codeForm = regexp.MustCompile(`^[a-z0-9-]+(/[a-z0-9-]+)+$`)

func codeLiteral(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(lit.Value)
	return s, err == nil && codeForm.MatchString(s)
}
