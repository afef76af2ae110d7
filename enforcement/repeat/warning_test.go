package repeat_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/enforcement/repeat"
	"github.com/fazhi-go/fazhi/table"
)

// sample is a ledger with a warning of each code.
const sample = `编号,类别,执法机关,当事人代码,违法行为代码,案由,行为开始日期,行为终了日期,地点,罚款金额,状态,检查日期,检查事项,物品编号,查封扣押日期,解除日期,措施种类
CF-1,行政处罚,甲局,TESTCODE01,W-100,占道经营,2024-03-01,2024-03-03,秘密路1号,512.34,已结,,,,,,
CF-2,行政处罚,乙局,TESTCODE01,W-100,占道经营,2024-03-02,2024-03-02,,512.34,已结,,,,,,
CF-3,行政处罚,甲局,TESTCODE02,W-200,占道经营,2024-03-01,2024-03-03,秘密路1号,,在办,,,,,,
CF-4,行政处罚,乙局,TESTCODE02,W-200,占道经营,2024-03-01,2024-03-03,秘密路1号,,在办,,,,,,
JC-1,行政检查,甲局,TESTCODE03,,,,,,,,2025-03-01,秘密事项,,,,
JC-2,行政检查,甲局,TESTCODE03,,,,,,,,2025-04-11,秘密事项,,,,
JC-3,行政检查,乙局,TESTCODE03,,,,,,,,2025-04-12,秘密事项,,,,
QZ-1,行政强制,甲局,TESTCODE04,,,,,,,已结,,,OBJECT9,2024-05-01,2024-05-30,查封
QZ-2,行政强制,乙局,TESTCODE05,,,,,,,在办,,,OBJECT9,2024-05-20,,查封
`

func sampleWarnings(t testing.TB) []repeat.Warning {
	all, _ := scan(t, ledger(t, sample), repeat.Options{})
	require.Equal(t, []string{
		"R2 amber 100 CF-3 CF-4", "R1 amber 90 CF-1 CF-2 缺 地点", "R3 amber 80 JC-1 JC-2", "R3 amber 100 JC-2 JC-3", "R4 red 100 QZ-1 QZ-2",
	}, lines(all))
	return all
}

// A warning holds numbers and organs, and nothing else of a record.
func TestWarningsHoldNoValues(t *testing.T) {
	all := sampleWarnings(t)
	data, err := json.Marshal(all)
	require.NoError(t, err)
	sheet := fmt.Sprint(repeat.WarningSheet(all).Rows)
	for _, secret := range []string{"TESTCODE", "秘密", "OBJECT9", "W-100", "W-200", "占道经营", "512.34", "51234", "2024-", "2025-"} {
		require.NotContains(t, string(data), secret)
		require.NotContains(t, sheet, secret)
	}
}

// A fine beside a case that is open asks what is to be given there; two organs add the article on who has the case.
func TestFinesBesideOpenCases(t *testing.T) {
	const head = "编号,类别,执法机关,当事人代码,违法行为代码,行为开始日期,行为终了日期,地点,罚款金额,状态\n"
	const act = ",TESTCODE01,W-100,2024-03-01,2024-03-03,某路1号,"
	for rows, want := range map[string][2]string{
		"CF-1,行政处罚,甲局" + act + "500,已结\nCF-2,行政处罚,甲局" + act + "800,已结\n": {"《中华人民共和国行政处罚法》第二十九条", "两次给予的是否都是罚款"},
		"CF-1,行政处罚,甲局" + act + "500,已结\nCF-2,行政处罚,乙局" + act + "800,已结\n": {"《中华人民共和国行政处罚法》第二十五条第一款、第二十九条", "两次给予的是否都是罚款"},
		"CF-1,行政处罚,甲局" + act + "500,已结\nCF-2,行政处罚,乙局" + act + ",在办\n":    {"《中华人民共和国行政处罚法》第二十五条第一款、第二十九条", "另案拟给予的是否为罚款"},
		"CF-1,行政处罚,甲局" + act + "500,已结\nCF-2,行政处罚," + act + ",在办\n":      {"《中华人民共和国行政处罚法》第二十九条", "另案拟给予的是否为罚款"},
	} {
		all, _ := scan(t, ledger(t, head+rows), repeat.Options{})
		require.Len(t, all, 1, rows)
		require.Equal(t, want[0], all[0].Basis, rows)
		require.Contains(t, all[0].Look, want[1], rows)
	}
}

// Printed and logged, records show their numbers only.
func TestRecordsHideThemselves(t *testing.T) {
	r := ledger(t, sample)[0]
	var log bytes.Buffer
	for _, h := range []slog.Handler{slog.NewTextHandler(&log, nil), slog.NewJSONHandler(&log, nil)} {
		slog.New(h).Info("x", "record", r, "value", *r, "party", r.Party)
	}
	slog.New(slog.NewTextHandler(&log, nil)).Info("x", "values", []repeat.Record{*r}, "map", map[string]repeat.Record{"r": *r})
	text := log.String() + fmt.Sprintf("%v %+v %s %v %s", r, r, r, r.Party, r.Party) +
		fmt.Sprintf("%v %+v %#v %s %d %v %+v", *r, *r, *r, *r, *r, []repeat.Record{*r}, struct{ R repeat.Record }{*r})
	require.Contains(t, text, "行政处罚CF-1")
	require.NotContains(t, text, "TESTCODE")
	require.NotContains(t, text, "秘密")
	origin, ok := r.Origin("/party")
	require.True(t, ok)
	require.Equal(t, "D2", origin.Cell)
}

// Warnings are read back as they were written, from JSON and from the sheet's columns.
func TestWarningsBothWays(t *testing.T) {
	all := sampleWarnings(t)
	data, err := json.Marshal(all)
	require.NoError(t, err)
	back, err := repeat.ReadWarnings(data)
	require.NoError(t, err)
	require.Equal(t, all, back)

	var file bytes.Buffer
	sheet := repeat.WarningSheet(all)
	require.NoError(t, table.WriteCSV(&file, sheet))
	src, err := table.CSV("预警.csv", file.Bytes())
	require.NoError(t, err)
	rows, issues, err := table.ReadColumns(src, "", sheet.Columns, table.Options{})
	require.NoError(t, err)
	require.Empty(t, issues)
	require.Len(t, rows.All, len(all))
	require.Equal(t, "当事人相同，违法行为代码相同，行为起止重叠1日，双方均有罚款", rows.All[1].Text("比对情况"))
	require.Equal(t, []string{"地点"}, rows.All[1].List("缺少的信息"))
}

func TestWrongWarnings(t *testing.T) {
	good, err := json.Marshal(sampleWarnings(t)[:1])
	require.NoError(t, err)
	for name, c := range map[string][2]string{
		"strength":  {`"strength":100`, `"strength":99`},
		"code":      {`"enforcement/repeat/case/two-organs"`, `"repeat/none"`},
		"level":     {`"amber"`, `"green"`},
		"how":       {`"how":"both-are"`, `"how":"x"`},
		"points":    {`"points":30`, `"points":-30`},
		"serial":    {`"CF-3"`, `""`},
		"member":    {`"look":`, `"lock":`},
		"twice":     {`"look":`, `"level":"red","look":`},
		"type":      {`"strength":100`, `"strength":"秘密"`},
		"not alone": {`}]`, `}] x`},
		"ends":      {`}]`, ``},
		"case":      {`"code":`, `"CODE":"enforcement/repeat/fine","code":`},
		"upper":     {`"level":`, `"Level":`},
		"deep":      {`"serial":`, `"Serial":`},
		"deeper":    {`"points":30`, `"Points":30`},
		"field":     {`"field":"当事人"`, `"field":"秘密"`},
		"pairing":   {`"field":"当事人"`, `"field":"地点"`},
		"two times": {`"matched":[`, `"matched":[{"field":"当事人","how":"same","points":0},`},
	} {
		t.Run(name, func(t *testing.T) {
			require.Contains(t, string(good), c[0])
			_, err := repeat.ReadWarnings([]byte(strings.Replace(string(good), c[0], c[1], 1)))
			require.ErrorIs(t, err, repeat.ErrJSON)
			require.NotContains(t, err.Error(), "秘密")
		})
	}
}

// A strength beyond 100 is none, also where it is the sum.
func TestStrengthIsBounded(t *testing.T) {
	all := sampleWarnings(t)[:1]
	all[0].Matched[0].Points += 101 - all[0].Strength
	all[0].Strength = 101
	data, err := json.Marshal(all)
	require.NoError(t, err)
	_, err = repeat.ReadWarnings(data)
	require.ErrorIs(t, err, repeat.ErrJSON)
}

func FuzzReadWarnings(f *testing.F) {
	good, err := json.Marshal(sampleWarnings(f))
	require.NoError(f, err)
	f.Add(good)
	f.Add([]byte(`[]`))
	f.Fuzz(func(t *testing.T, data []byte) {
		all, err := repeat.ReadWarnings(data)
		if err != nil {
			return
		}
		once, err := json.Marshal(all)
		require.NoError(t, err)
		again, err := repeat.ReadWarnings(once)
		require.NoError(t, err)
		require.Equal(t, fmt.Sprintf("%+v", all), fmt.Sprintf("%+v", again))
		repeat.WarningSheet(all)
	})
}
