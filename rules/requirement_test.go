package rules_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules"
	"github.com/fazhi-go/fazhi/rules/rubric"
	"github.com/fazhi-go/fazhi/table"
)

// Kind, ID and Title make the case file a document.
func (*caseFile) Kind() fazhi.Kind { return "case" }
func (*caseFile) ID() string       { return "1" }
func (*caseFile) Title() string    { return "案件" }

const checkHeader = "代码,说明,依据,程度,施行日期,失效日期,条件,连接,字段,关系,值\n"

const goodChecks = `licheng/case/hearing,罚款一万元以上的应当告知听证,处罚法第六十三条,,2021-07-15,,适用,,罚款金额,不小于,1万元
,,,,,,合格,,是否听证,是,
,,,,,,合格,或,文书数,不少于,100
licheng/case/days,超过三十日,本单位办案规定,警告,,2024-12-31,合格,,办理天数,不大于,30
`

func requirements(t testing.TB, lines string) ([]rules.Requirement, fazhi.Issues) {
	t.Helper()
	src, err := table.CSV("检查.csv", []byte(checkHeader+lines))
	require.NoError(t, err)
	list, issues, err := rules.ReadRequirements(src, "", table.Options{})
	require.NoError(t, err)
	return list, issues
}

func TestRequirementsBecomeChecks(t *testing.T) {
	list, issues := requirements(t, goodChecks)
	require.Empty(t, issues)
	base := append(make([]fazhi.Check, 0, 8), fazhi.Check{Code: "case/name"})
	checks, issues := rules.CheckWith(base, placed(t), "case", list)
	require.Empty(t, issues)
	require.Empty(t, base[:2][1].Code, "what the caller gave is left alone")
	require.Equal(t, base[0].Code, checks[0].Code)
	require.NoError(t, fazhi.VetChecks(checks[1:]))
	day := fazhi.DateOf(2024, 6, 1)
	for _, c := range []struct {
		doc  *caseFile
		on   fazhi.Date
		want []string
	}{
		{full, day, nil},
		{&caseFile{}, day, nil},
		{&caseFile{HasFine: true, Fine: 10000_00, Days: 31}, day, []string{
			"/heard：罚款一万元以上的应当告知听证（处罚法第六十三条） [licheng/case/hearing] error",
			"/decided：超过三十日（本单位办案规定） [licheng/case/days] warning"}},
		{&caseFile{HasFine: true, Fine: 10000_00, Days: 31, Papers: fazhi.Count{N: 100}}, fazhi.DateOf(2025, 1, 1), nil},
		{&caseFile{HasFine: true, Fine: 10000_00}, fazhi.DateOf(2021, 7, 14), nil},
		{&caseFile{HasFine: true, Fine: 9999_99, Days: 30}, day, nil},
	} {
		found, err := fazhi.Validate(t.Context(), c.doc, c.on, day, checks[1:])
		require.NoError(t, err)
		var got []string
		for _, i := range found {
			got = append(got, i.String()+" "+i.Severity.String())
		}
		require.Equal(t, c.want, got)
	}
	pass := &fazhi.Pass{Doc: full}
	require.Zero(t, testing.AllocsPerRun(100, func() { _ = checks[1].Run(context.Background(), pass) }))
	_, err := fazhi.Validate(t.Context(), other{}, day, day, []fazhi.Check{{Code: "a/b", Run: checks[1].Run}})
	require.Error(t, err, "a document of another type")
}

// other is a document of another Go type.
type other struct{ *caseFile }

func TestFaultsOfRequirementsByCell(t *testing.T) {
	for lines, want := range map[string]string{
		"hearing,说,据,,,,合格,,是否听证,是,\n":                     "检查.csv!A2：代码应当由小写字母、数字、连字符组成，以斜线分段，如 licheng/contract/amount [rules/check/code] /0/code",
		"case/name,说,据,,,,合格,,是否听证,是,\n":                   "检查.csv!A2：代码与另一个检查项重复 [rules/check/double] /0/code",
		"a/b,说,据,,,,合格,,是否听证,是,\na/b,说,据,,,,合格,,是否听证,是,\n": "检查.csv!A3：代码与另一个检查项重复 [rules/check/double] /1/code",
		"a/b,,据,,,,合格,,是否听证,是,\n":                          "检查.csv!B2：没有说明 [rules/check/message] /0/message",
		"a/b,说,,,,,合格,,是否听证,是,\n":                          "检查.csv!C2：没有依据 [rules/check/basis] /0/basis",
		"a/b,\"说\n明\",据,,,,合格,,是否听证,是,\n":                  "检查.csv!B2：说明太长，或者含有换行或控制字符 [rules/check/text] /0/message",
		"a/b,说,据,,2024-02-01,2024-01-31,合格,,是否听证,是,\n":     "检查.csv!F2：失效日期早于施行日期 [rules/check/dates] /0/until",
		"a/b,说,据,,,,适用,,是否听证,是,\n":                         "检查.csv!A2：应当有1至100个合格条件，至多100个适用条件 [rules/check/meets] /0/meets",
		"a/b,说,据,,,,适用,,是否听证,是,\n,,,,,,合格,,罚款金领,大于,1\n":    "检查.csv!I3：没有“罚款金领”这个字段，是不是“罚款金额”？ [rules/field/unknown] /0/meets/0/field",
		"a/b,说,据,,,,适用,,是否听证,也许,\n,,,,,,合格,,罚款金额,大于,1\n":   "检查.csv!J2：没有“也许”这个关系 [rules/relation/unknown] /0/applies/0/relation",
	} {
		list, issues := requirements(t, lines)
		require.Empty(t, issues)
		base := []fazhi.Check{{Code: "case/name"}}
		checks, issues := rules.CheckWith(base, vocabulary(t), "case", list)
		require.Equal(t, 1, len(checks))
		require.Len(t, issues, 1, lines)
		require.Equal(t, want, issues[0].String()+" "+string(issues[0].Path))
	}
	for lines, want := range map[string]string{
		",,,,,,合格,,是否听证,是,\n":        "检查.csv!I2：这一行的条件不属于任何一项，上面应当先有一项 [rules/condition/stray]",
		"a/b,说,据,严重,,,合格,,是否听证,是,\n": "检查.csv!D2：“程度”列：不是可选的值之一 [table/cell/choice]",
		"a/b,说,据,,,,,,是否听证,是,\n":     "检查.csv!G2：没有写明是适用条件还是合格条件 [rules/condition/part]",
	} {
		list, issues := requirements(t, lines)
		require.Empty(t, list)
		require.Equal(t, want, issues[0].String())
	}
	_, issues := rules.CheckWith(nil, vocabulary(t), "case", []rules.Requirement{{Code: "a/b", Severity: 7, Meets: make([]rubric.Condition, 1)}})
	require.Equal(t, "/0/message：没有说明 [rules/check/message]", issues[0].String())
	require.Equal(t, "/0/severity：没有这种程度 [rules/check/severity]", issues[2].String())
	require.Equal(t, "/0/meets/0/field：“a/b”的合格条件，第1行“字段”列：没有“”这个字段 [rules/field/unknown]", issues[3].String())
}

func TestRequirementsThroughWorkbooks(t *testing.T) {
	list, _ := requirements(t, goodChecks)
	sheet, err := rules.RequirementsSheet(list, vocabulary(t).Entries())
	require.NoError(t, err)
	require.Contains(t, sheet.Columns[8].Choices, "罚款金额")
	again, issues, err := rules.ReadRequirements(workbook(t, []table.Sheet{sheet}), rules.RequirementSheet, table.Options{})
	require.NoError(t, err)
	require.Empty(t, issues)
	origin, _ := again[0].At.Origin("/meets/1/value")
	require.Equal(t, "标准.xlsx!检查项!K4", origin.String())
	for i := range list {
		list[i].At, again[i].At = nil, nil
	}
	require.Equal(t, list, again)
	_, _, err = rules.ReadRequirements(workbook(t, []table.Sheet{sheet}), "别的", table.Options{})
	require.ErrorIs(t, err, table.ErrNoSheet)
	_, err = rules.RequirementsSheet([]rules.Requirement{{Severity: 7}}, nil)
	require.NoError(t, err)
}
