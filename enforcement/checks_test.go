package enforcement_test

import (
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/checktest"
	"github.com/fazhi-go/fazhi/enforcement"
)

func checks(t *testing.T, profile enforcement.Profile) []fazhi.Check {
	t.Helper()
	checks, err := enforcement.Checks(profile)
	require.NoError(t, err)
	return checks
}

func TestChecks(t *testing.T) {
	checktest.Run(t, os.DirFS("testdata/cases"), checks(t, enforcement.Profile{}), checktest.Decode[enforcement.File])
}

func TestCodes(t *testing.T) {
	all := checks(t, enforcement.Profile{})
	all = append(all, checktest.Gates(t, all, enforcement.Flow(enforcement.Profile{}))...)
	checktest.Codes(t, "testdata/codes.txt", all...)
}

// Issues cite the local rule when the bureau names it.
func TestProfileNamesTheRule(t *testing.T) {
	named := checks(t, enforcement.Profile{Rule: "某区管理办法"})
	require.True(t, slices.ContainsFunc(named, func(c fazhi.Check) bool { return c.Basis == "某区管理办法" }))
}

// A bureau may be content with one score, or with a smaller gap.
func TestProfileOfScores(t *testing.T) {
	score := func(n int) *enforcement.Score { s := enforcement.Points(n); return &s }
	alone := &enforcement.File{Counsel: score(70)}
	apart := &enforcement.File{Counsel: score(70), Empowering: score(76)}
	for _, c := range []struct {
		name    string
		profile enforcement.Profile
		file    *enforcement.File
		code    fazhi.Code
		want    bool
	}{
		{"dual review needs both", enforcement.Profile{}, alone, "enforcement/score/both", true},
		{"single review needs one", enforcement.Profile{Single: true}, alone, "enforcement/score/both", false},
		{"single review needs at least one", enforcement.Profile{Single: true}, &enforcement.File{}, "enforcement/score/both", true},
		{"six points are within ten", enforcement.Profile{}, apart, "enforcement/score/arbitration", false},
		{"six points are more than five", enforcement.Profile{Tolerance: enforcement.Points(5)}, apart, "enforcement/score/arbitration", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			on := fazhi.DateOf(2024, 6, 1)
			issues, err := fazhi.Validate(t.Context(), c.file, on, on, checks(t, c.profile))
			require.NoError(t, err)
			require.Equal(t, c.want, slices.ContainsFunc(issues, func(i fazhi.Issue) bool { return i.Code == c.code }))
		})
	}
}

// Gates and checks cite the same rule of grades; grades out of order are said at the start.
func TestProfileOfGrades(t *testing.T) {
	own := enforcement.Profile{Bands: []enforcement.Band{{Grade: "优秀", Least: enforcement.Points(85)}, {Grade: "不合格"}}, Vetoed: "不合格"}
	checktest.Gates(t, checks(t, own), enforcement.Flow(own))
	require.Equal(t, enforcement.Grade("优秀"), own.GradeOf(enforcement.Points(85)))
	for _, wrong := range []enforcement.Profile{
		{Vetoed: "中等"},
		{Bands: []enforcement.Band{{Grade: "合格", Least: enforcement.Points(60)}}},
		{Bands: []enforcement.Band{{Grade: "不合格"}, {Grade: "合格", Least: enforcement.Points(60)}}},
	} {
		_, err := enforcement.Checks(wrong)
		require.ErrorIs(t, err, enforcement.ErrBands)
	}
}
