package form_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen/form"
	"github.com/fazhi-go/fazhi/internal/outline"
)

func TestIssuesOfValues(t *testing.T) {
	for name, c := range map[string]struct {
		values form.Values
		code   fazhi.Code
		path   fazhi.Path
	}{
		"blank":          {form.Values{"事": " 　"}, form.CodeMissing, "/事"},
		"line end":       {form.Values{"事": "甲\n乙"}, form.CodeValue, "/事"},
		"direction":      {form.Values{"事": "甲\u202e乙"}, form.CodeValue, "/事"},
		"not UTF-8":      {form.Values{"事": "甲\xff"}, form.CodeValue, "/事"},
		"long":           {form.Values{"事": strings.Repeat("长", 10_001)}, form.CodeValue, "/事"},
		"choice":         {form.Values{"事": "甲", "选": "丙"}, form.CodeValue, "/选"},
		"when":           {form.Values{"事": "甲", "选": "甲"}, form.CodeMissing, "/钱"},
		"money":          {form.Values{"事": "甲", "选": "甲", "钱": "一元"}, form.CodeValue, "/钱"},
		"item":           {form.Values{"事": "甲", "人们": []form.Values{{"名": "乙"}, {"址": "丙"}}}, form.CodeMissing, "/人们/1/名"},
		"passage":        {form.Values{"事": "甲", "段": "甲\n\x00"}, form.CodeValue, "/段"},
		"unwritten":      {form.Values{"事": "甲", "选": "乙", "钱": "1元"}, form.CodeUnwritten, "/钱"},
		"too many items": {form.Values{"事": "甲", "人们": make([]any, 10_001)}, form.CodeValue, "/人们"},
	} {
		t.Run(name, func(t *testing.T) {
			d, issues := fill(t, sound(), c.values)
			require.Len(t, issues, 1)
			require.Equal(t, c.code, issues[0].Code)
			require.Equal(t, c.path, issues[0].Path)
			require.Equal(t, issues.Err() == nil, d != nil)
		})
	}
}

// Values that nobody could have typed are errors of the program, all at once.
func TestErrorsOfValues(t *testing.T) {
	f, err := form.New(sound())
	require.NoError(t, err)
	_, issues, err := f.Fill(form.Values{"事": 1, "别的": "", "钱": fazhi.DateOf(2024, 1, 1), "人们": "甲", "注": fazhi.PersonName("乙")})
	require.ErrorIs(t, err, form.ErrValue)
	require.Nil(t, issues)
	require.Len(t, strings.Split(err.Error(), "\n"), 5)
	_, _, err = f.Fill(form.Values{"事": "甲", "人们": []any{"乙", form.Values{"别的": ""}}})
	require.ErrorIs(t, err, form.ErrValue)
}

// An identity number with a wrong check digit is printed as given, with a warning that does not repeat it.
func TestWrongIdentityNumber(t *testing.T) {
	values := agreementValues()
	values["当事人"].([]form.Values)[0]["号码"] = fazhi.IDNumber("110105194912310021")
	d, issues := fill(t, form.MediationAgreement(), values)
	require.Len(t, issues, 1)
	require.Equal(t, form.CodeID, issues[0].Code)
	require.Equal(t, fazhi.Path("/当事人/0/号码"), issues[0].Path)
	require.NotContains(t, issues[0].String(), "1101")
	require.Contains(t, outline.Of(d), "110105194912310021")
}

// A basis for which no article applies is an issue, not an empty place.
func TestNoArticle(t *testing.T) {
	s := sound()
	s.Laws = []form.Law{{If: []string{"选=甲"}, Text: "甲法第一条"}, {If: []string{"选=甲"}, Text: "乙法第二条"}}
	s.Parts[0].Text = "依照{依据}，{事}[{注}]。"
	d, issues := fill(t, s, form.Values{"事": "某事"})
	require.Nil(t, d)
	require.Len(t, issues, 1)
	require.Equal(t, form.CodeLaw, issues[0].Code)
	d, _ = fill(t, s, form.Values{"事": "某事", "选": "甲", "钱": fazhi.Money(0)})
	require.Contains(t, outline.Of(d), "依照甲法第一条、乙法第二条，某事。\n0元（大写：人民币零元整）\n")
}

// A letter has an end, whatever its Spec and values are.
func TestTooLong(t *testing.T) {
	s := form.Spec{
		Name: "函", Kind: form.Remind, Title: "函", Fields: []form.Field{{Name: "事", Required: true}, {Name: "表", Type: form.List}},
		Parts: []form.Part{{Each: "表", Text: strings.Repeat("{事}", 1000)}},
	}
	d, issues := fill(t, s, form.Values{"事": strings.Repeat("长", 10_000), "表": strings.Split(strings.Repeat("甲,", 9_999)+"甲", ",")})
	require.Nil(t, d)
	require.Len(t, issues, 1)
	require.Equal(t, form.CodeLength, issues[0].Code)
}

// Titles in 《》 stand side by side without 、.
func TestListsOfTitles(t *testing.T) {
	values := opinionValues()
	values["审查依据"] = []string{"《甲》", "《乙》", "丙文件"}
	d, _ := fill(t, form.LegalityOpinion(), values)
	require.Contains(t, outline.Of(d), "根据《甲》《乙》、丙文件，")
}

// Filling does not change the values, and gives the same letter each time.
func TestFillIsRepeatable(t *testing.T) {
	for _, l := range letters() {
		values := l.values()
		d, _ := fill(t, l.spec(), values)
		again, _ := fill(t, l.spec(), values)
		require.Equal(t, d, again)
		require.Equal(t, l.values(), values)
	}
}
