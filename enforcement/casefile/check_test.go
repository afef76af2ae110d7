package casefile_test

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/checktest"
	"github.com/fazhi-go/fazhi/enforcement/casefile"
	"github.com/fazhi-go/fazhi/enforcement/casefile/casefiletest"
	"github.com/fazhi-go/fazhi/workday"
)

func calendar(t testing.TB) *workday.Calendar {
	t.Helper()
	c, err := workday.StateCouncil()
	require.NoError(t, err)
	return c
}

func examiner(t testing.TB, own ...casefile.Limit) *casefile.Examiner {
	t.Helper()
	x, err := casefile.NewExaminer(calendar(t), own...)
	require.NoError(t, err)
	return x
}

func checks(t testing.TB) []fazhi.Check {
	t.Helper()
	list, err := casefile.Checks(calendar(t))
	require.NoError(t, err)
	return list
}

// The cases of a folder are those of the checks whose code begins so: the others would say that documents are missing.
func TestChecks(t *testing.T) {
	for folder, prefix := range map[string]string{"limits": "limit", "duties": "duty", "orders": "order", "writs": "writ"} {
		var some []fazhi.Check
		for _, c := range checks(t) {
			if strings.HasPrefix(string(c.Code), "enforcement/file/"+prefix+"/") {
				some = append(some, c)
			}
		}
		t.Run(folder, func(t *testing.T) {
			checktest.Run(t, os.DirFS("testdata/"+folder), some, decode)
		})
	}
}

// decode reads the document of a case as systems read theirs.
func decode(data []byte) (fazhi.Document, error) {
	f, issues, err := casefile.Read("doc.json", bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	if f == nil {
		return nil, fmt.Errorf("%w", issues.Err())
	}
	return f, nil
}

func TestCodes(t *testing.T) { checktest.Codes(t, "testdata/codes.txt", checks(t)...) }

// Days off that the State Council has yet to announce are no fault of the file.
func TestChecksWaitForTheCalendar(t *testing.T) {
	checks, err := casefile.Checks(calendar(t))
	require.NoError(t, err)
	f := casefiletest.Summary()
	for e := range f.Dates {
		if !f.Dates[e].IsZero() {
			f.Dates[e] = day("2026-12-25")
		}
	}
	f.Dates[casefile.FineHandedIn], f.Dates[casefile.FineBanked] = day("2026-12-28"), day("2026-12-29")
	issues, err := fazhi.Validate(t.Context(), f, f.LawOn(day("2026-12-31")), day("2026-12-31"), checks)
	require.NoError(t, err)
	require.Empty(t, issues)
}
