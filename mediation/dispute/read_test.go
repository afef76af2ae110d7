package dispute_test

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/mediation/dispute"
)

func asJSON(t testing.TB, v any) string {
	t.Helper()
	text, err := json.Marshal(v)
	require.NoError(t, err)
	return string(text)
}

func TestJSONRoundTrip(t *testing.T) {
	text := asJSON(t, whole())
	back, issues, err := dispute.Read("纠纷.json", strings.NewReader(text))
	require.NoError(t, err)
	require.Empty(t, issues)
	require.Equal(t, text, asJSON(t, back))
	require.Equal(t, *whole(), *back)
}

func TestReadRefuses(t *testing.T) {
	of := func(rest string) string { return `{"serial":"RT-1"` + rest + `}` }
	for name, c := range map[string]struct {
		text string
		code fazhi.Code
		path fazhi.Path
	}{
		"nothing":              {"", dispute.BadJSON, ""},
		"cut off":              {`{"serial":"A"`, dispute.BadJSON, ""},
		"more than one":        {of("") + of(""), dispute.BadJSON, ""},
		"no object":            {`[]`, dispute.BadJSON, ""},
		"a null":               {`null`, dispute.BadJSON, ""},
		"unknown key":          {of(`,"colour":1`), dispute.BadJSON, "/colour"},
		"unknown key below":    {of(`,"parties":[{"name":"某甲","age":3}]`), dispute.BadJSON, "/parties/0/age"},
		"key in capitals":      {of(`,"Matter":"x"`), dispute.BadJSON, "/Matter"},
		"double key":           {of(`,"matter":"a","matter":"b"`), dispute.BadJSON, "/matter"},
		"the ledger's number":  {of(`,"parties":2`), dispute.BadJSON, "/parties"},
		"no day":               {of(`,"accepted":"2024-02-30"`), dispute.BadJSON, "/accepted"},
		"no day below":         {of(`,"talks":[{"on":"昨日"}]`), dispute.BadJSON, "/talks"},
		"a number for a text":  {of(`,"talks":[{"place":3}]`), dispute.BadJSON, "/talks"},
		"not one of the words": {of(`,"parties":[{"name":"某甲","consent":"也许"}]`), dispute.BadValue, "/parties/0/consent"},
		"nor of the ledger's":  {of(`,"risk":"紫"`), dispute.BadValue, "/risk"},
		"nor of a list's":      {of(`,"court":{"materials":["调解协议","公证书"]}`), dispute.BadValue, "/court/materials/1"},
		"no name":              {of(`,"mediators":[{"lead":true}]`), dispute.NoValue, "/mediators/0/name"},
		"no day of referral":   {of(`,"referrals":[{"no":1,"from":"甲","to":"乙","channel":"其他"}]`), dispute.NoValue, "/referrals/0/sent"},
		"an empty term":        {of(`,"agreement":{"agreed":"2024-03-01","terms":[""]}`), dispute.NoValue, "/agreement/terms/0"},
		"blanks":               {of(`,"matter":" 租金"`), dispute.BadText, "/matter"},
		"control characters":   {of(`,"facts":"a\u0007b"`), dispute.BadText, "/facts"},
		"a text without end":   {of(`,"facts":"` + strings.Repeat("长", dispute.MaxText+1) + `"`), dispute.BadText, "/facts"},
		"a list without end":   {of(`,"talks":[` + strings.Repeat(`{"on":"2024-03-01"},`, dispute.MaxItems) + `{"on":"2024-03-01"}]`), dispute.TooMany, "/talks"},
		"negative people":      {of(`,"dangers":[{"seen":"2024-03-01","kind":"其他","people":-1}]`), dispute.BadCount, "/dangers/0/people"},
		"negative money":       {of(`,"agreement":{"agreed":"2024-03-01","terms":[],"amount":-1}`), dispute.BadCount, "/agreement/amount"},
		"a period backwards":   {of(`,"appraisals":[{"from":"2024-03-02","to":"2024-03-01"}]`), dispute.BadValue, "/appraisals/0"},
		"too large":            {of(`,"facts":"` + strings.Repeat("a", dispute.MaxSize) + `"`), dispute.BadJSON, ""},
	} {
		d, issues, err := dispute.Read("纠纷.json", strings.NewReader(c.text))
		require.NoError(t, err, name)
		require.Nil(t, d, name)
		require.Len(t, issues, 1, name)
		require.Equal(t, c.code, issues[0].Code, name)
		require.Equal(t, c.path, issues[0].Path, name)
		require.Equal(t, "纠纷.json", issues[0].Origin.File, name)
	}
}

func TestReaderFails(t *testing.T) {
	broken := errors.New("断了")
	_, _, err := dispute.Read("纠纷.json", iotest.ErrReader(broken))
	require.ErrorIs(t, err, broken)
	require.ErrorContains(t, err, "dispute: ")
}

func TestVetNothing(t *testing.T) {
	require.Empty(t, dispute.Vet(nil))
	require.Empty(t, dispute.Vet(new(dispute.Dispute)))
}

// The cases of the checks are files as they are stored.
func TestCasesAreFiles(t *testing.T) {
	names, err := filepath.Glob("testdata/cases/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, names)
	for _, name := range names {
		_, issues := dispute.FromJSON(name, caseOf(t, name))
		require.Empty(t, issues, name)
	}
}

func caseOf(t testing.TB, name string) []byte {
	t.Helper()
	text, err := os.ReadFile(name)
	require.NoError(t, err)
	_, rest, _ := strings.Cut(string(text), "-- doc.json --\n")
	doc, _, _ := strings.Cut(rest, "\n-- ")
	return []byte(doc)
}

func FuzzFromJSON(f *testing.F) {
	names, err := filepath.Glob("testdata/cases/*.txt")
	require.NoError(f, err)
	for _, name := range names {
		f.Add(caseOf(f, name))
	}
	f.Add([]byte(asJSON(f, whole())))
	f.Add([]byte(`{"parties":null,"agreement":null,"court":{"materials":[]},"appraisals":[{"from":"2024-01-01","to":""}]}`))
	all := checks(f, local())
	f.Fuzz(func(t *testing.T, data []byte) {
		d, issues := dispute.FromJSON("f", data)
		if d == nil {
			require.Error(t, issues.Err())
			return
		}
		text := asJSON(t, d)
		back, _ := dispute.FromJSON("f", []byte(text))
		require.NotNil(t, back)
		require.Equal(t, text, asJSON(t, back))
		_, err := fazhi.Validate(t.Context(), d, d.LawOn(today()), today(), all)
		require.NoError(t, err)
		dispute.Alerts(d, today())
	})
}
