package main

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitable"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
	"github.com/fazhi-go/fazhi/examples/internal/journey"
)

// program is this one on the first of March 2025.
func program() clitest.Program { return clitest.On(run, fazhi.DateOf(2025, 3, 1)) }

// asked is what is asked of the samples, command by command.
const asked = `sample 样例
sample 样例
check 样例/人民调解台账.xlsx
check 错.csv -profile 样例/本地规定.json
due 样例/人民调解台账.xlsx -profile 样例/本地规定.json -o 待办.xlsx
due 样例/人民调解台账.xlsx -today 2024-01-01
stats 样例/年度台账.csv -period 2024 -compare -unit 泉源区 -o 统计.xlsx
stats 样例/年度台账.csv -period 2024-03
stats 错.csv -period 2025
doubles 样例/人民调解台账.xlsx -key 样例/试用密钥.txt -o 摘要.jsonl
doubles 样例/人民调解台账.xlsx -key 样例/试用密钥.txt -prints 摘要.jsonl
decide 样例/人民调解台账.xlsx 泉调2025-011 清调2025-003 -decisions 确认.json -role 司法所负责人 -reason 核对登记表，同一事项
decide 样例/人民调解台账.xlsx 泉调2025-011 清调2025-003 -apart -decisions 确认.json -role 司法所负责人 -reason 不同
decide 样例/人民调解台账.xlsx 泉调2025-011 清调2025-003 -withdraw -decisions 确认.json
decide 样例/人民调解台账.xlsx 泉调2025-011 清调2025-003 -apart -decisions 确认.json -role 司法所负责人 -reason 核对后不是同一事项
doubles 样例/人民调解台账.xlsx -key 样例/试用密钥.txt -decisions 确认.json
due 错.csv -today 2025-03-01
stats 样例/人民调解台账.xlsx -period 2025Q1 -decisions 确认.json
journey -o 卷宗
journey 错.json
nothing
-h`

// wrong is a ledger in which a number stands twice, a date is none and a result is not of the list.
const wrong = `编号,调解委员会,受理日期,调解结果,调解日期,协议形式,媒体报道日期
甲-1,清源村人民调解委员会,2025-01-06,成功,2025-01-02,书面,
甲-1,清源村人民调解委员会,2025-01-07,成功,2025-01-08,口头,
甲-2,清源村人民调解委员会,1月7日,成功,2025-01-08,口头,
甲-3,清源村人民调解委员会,2025-01-08,办结,2025-01-09,口头,
甲-4,清源村人民调解委员会,2025-01-08,调解中,,,
`

// other is a story that is not what it says.
const other = `{"organ": "清源村人民调解委员会", "place": {},
"steps": [{"step": "受理", "on": "2025-01-06", "refused": true, "set": {"serial": "甲-1", "committee": "清源村人民调解委员会", "accepted": "2025-01-06", "result": "调解中",
"parties": [{"name": "某甲", "consent": "同意"}, {"name": "某乙", "consent": "同意"}], "mediators": [{"name": "某丙"}]}, "papers": [{"key": "registration"}]}]}`

func TestGolden(t *testing.T) {
	lines := append(strings.Split(asked, "\n"), clitest.Helps(new(session).program())...)
	program().Transcripts(t, "mediation", lines, func(t *testing.T) { clitest.Folder(t, "错.csv", wrong, "错.json", other) })
}

func TestHelp(t *testing.T) { program().Help(t, new(session).program()) }

// The sample year is that of the published figure: 4137 of 4155.
func TestSampleYear(t *testing.T) {
	program().Sampled(t)
	_, o := program().Object(t, "stats", "样例/年度台账.csv", "-period", "2024")
	first := o["rates"].([]any)[0].(map[string]any)
	require.Equal(t, []any{"99.57%", 4137.0, 4155.0}, []any{first["text"], first["num"], first["den"]})
	sum := 0.0
	for item, n := range o["grid"].(map[string]any)["total"].(map[string]any) {
		if strings.HasPrefix(item, "受理·类型·") {
			sum += n.(float64)
		}
	}
	require.InDelta(t, 4155, sum, 0, "the categories add up")
}

// Twelve months add up to the year, and four quarters do.
func TestPeriodsAddUp(t *testing.T) {
	program().Sampled(t)
	accepted := func(period string) float64 {
		_, o := program().Object(t, "stats", "样例/年度台账.csv", "-period", period)
		return o["grid"].(map[string]any)["total"].(map[string]any)["受理"].(float64)
	}
	quarters := 0.0
	for _, q := range []string{"2024Q1", "2024Q2", "2024Q3", "2024Q4"} {
		quarters += accepted(q)
	}
	require.InDelta(t, accepted("2024"), quarters, 0)
	require.InDelta(t, accepted("2024Q4"), accepted("2024-10")+accepted("2024-11")+accepted("2024-12"), 0)
}

func TestPeriodOf(t *testing.T) {
	for text, want := range map[string]string{
		"2024": "2024年", "2024-02": "2024-02-01至2024-02-29", "2024-12": "2024-12-01至2024-12-31", "2024Q1": "2024-01-01至2024-03-31", "2024Q4": "2024-10-01至2024-12-31",
	} {
		p, err := periodOf(text)
		require.NoError(t, err)
		require.Equal(t, want, p.String())
	}
	for _, text := range []string{"", "24", "2024-13", "2024Q5", "2024Q", "20240", "2024-1-01"} {
		p, err := periodOf(text)
		require.Error(t, err, text)
		require.Zero(t, p)
	}
	require.Equal(t, "2023-02-01至2023-02-28", yearBefore(fazhi.Period{From: fazhi.DateOf(2024, 2, 1), To: fazhi.DateOf(2024, 2, 29)}).String())
	require.Equal(t, "2023年", yearBefore(fazhi.YearOf(2024)).String())
}

// What is found to be doubled has no name in it, and once confirmed it is counted once and not shown again.
func TestDoublesCountOnce(t *testing.T) {
	program().Sampled(t)
	const base = "doubles 样例/人民调解台账.xlsx -key 样例/试用密钥.txt"
	code, stdout, _ := program()(strings.Fields(base + " -o 摘要.jsonl -json")...)
	require.Equal(t, cli.Found, code)
	prints, err := os.ReadFile("摘要.jsonl")
	require.NoError(t, err)
	for _, secret := range []string{"卞", "鲍", "1390000", "噪声", "试用-fazhi"} {
		require.NotContains(t, stdout+string(prints), secret)
	}
	program().Does(t, cli.Well, "decide 样例/人民调解台账.xlsx 清调2025-003 泉调2025-011 -decisions 确认.json -role 司法所负责人 -reason 同一事项")
	program().Does(t, cli.Well, base+" -decisions 确认.json")
	for args, want := range map[string]float64{"": 8, " -decisions 确认.json": 7} {
		_, o := program().Object(t, strings.Fields("stats 样例/人民调解台账.xlsx -period 2025"+args)...)
		require.InDelta(t, want, o["grid"].(map[string]any)["total"].(map[string]any)["受理"], 0)
	}
}

// Two ledgers exchange prints alone. The same print twice is no finding.
func TestPrintsAreExchanged(t *testing.T) {
	program().Sampled(t)
	program().Does(t, cli.Found, "doubles 样例/人民调解台账.xlsx -key 样例/试用密钥.txt -o 摘要.jsonl")
	data, err := os.ReadFile("摘要.jsonl")
	require.NoError(t, err)
	require.NoError(t, os.WriteFile("邻县.jsonl", []byte(strings.ReplaceAll(string(data), "2025-0", "2025-9")), 0o600))
	_, o := program().Object(t, strings.Fields("doubles 样例/人民调解台账.xlsx -key 样例/试用密钥.txt -prints 摘要.jsonl")...)
	require.Len(t, o["result"].(map[string]any)["findings"], 1)
	require.NoError(t, os.WriteFile("别的密钥.txt", []byte("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"), 0o600))
	program().Unusable(t, strings.Fields("doubles 样例/人民调解台账.xlsx -key 别的密钥.txt -prints 摘要.jsonl"), "同一密钥")
	program().Unusable(t, strings.Fields("doubles 样例/人民调解台账.xlsx -key 样例/试用密钥.txt -prints 邻县.jsonl"), "邻县.jsonl")
}

// Nothing takes effect without signatures, no court is asked by one alone, a danger has to be reported first, and no file is closed
// that lacks something: the refused attempts stand in the trail.
func TestJourneyRefuses(t *testing.T) {
	clitest.Folder(t)
	code, o := program().Object(t, "journey", "-o", "卷宗")
	require.Equal(t, cli.Well, code)
	require.Empty(t, o["surprises"])
	require.Len(t, o["alerts"], 1)
	require.Len(t, o["written"], 2*len(o["papers"].([]any)))
	var steps []string
	for _, e := range o["trail"].([]any) {
		if entry := e.(map[string]any); len(entry["codes"].([]any)) > 0 {
			steps = append(steps, entry["step"].(string))
		}
	}
	require.Equal(t, []string{"调解", "协议生效", "申请司法确认", "归档"}, steps)
}

// The same journey gives the same files to the last byte.
func TestJourneyStays(t *testing.T) {
	clitest.Folder(t)
	first := files(t, "一")
	require.NotEmpty(t, first)
	require.Equal(t, first, files(t, "二"))
}

func files(t *testing.T, folder string) map[string]string {
	t.Helper()
	program().Does(t, cli.Well, "journey -o "+folder)
	list, err := os.ReadDir(folder)
	require.NoError(t, err)
	all := map[string]string{}
	for _, f := range list {
		data, err := os.ReadFile(folder + "/" + f.Name())
		require.NoError(t, err)
		all[f.Name()] = string(data)
	}
	return all
}

// Every paper that a story can ask for has its values.
func TestEveryPaperIsFilled(t *testing.T) {
	story, err := tell(nil)
	require.NoError(t, err)
	whole := journey.Draft{}
	for _, s := range story.Steps {
		whole = whole.With(s.Set)
	}
	d, err := disputeOf(whole)
	require.NoError(t, err)
	for _, key := range []string{"referral", "referral-refusal", "referral-result", "application", "registration", "acceptance", "refusal", "rights", "inquiry",
		"record", "agreement", "oral", "end", "confirmation", "visit", "cover", "catalogue", "note", "back"} {
		require.NotEmpty(t, valuesOf(&paper{Key: key}, d, story.Archive), key)
	}
	require.Empty(t, valuesOf(&paper{Key: "nothing"}, d, story.Archive))
}

// The days of due are those of the flow: the clock of a court's referral begins when its material is signed for and ends with the
// agreement, the medical one stands still during an appraisal, and a longer time on which the parties agreed takes the place of the
// month.
func TestDueFollowsTheFlow(t *testing.T) {
	disputes, err := sampleLedger()
	require.NoError(t, err)
	whats := func(change func()) string {
		change()
		s := &session{}
		profile, err := s.profile()
		require.NoError(t, err)
		f, err := newFinder(profile, fazhi.DateOf(2025, 3, 1))
		require.NoError(t, err)
		for _, d := range disputes {
			require.NoError(t, f.look(d))
		}
		data, err := json.Marshal(f.sorted())
		require.NoError(t, err)
		return string(data)
	}
	all := whats(func() {})
	require.NotContains(t, all, "委派调解期限")
	require.Contains(t, all, `"dispute":"医调2025-001","what":"调解期限","day":"2025-03-28"`)
	all = whats(func() {
		disputes[6].Appraisals = nil
		disputes[1].Extended = fazhi.DateOf(2025, 4, 10)
		disputes[3].Same = "清调2025-003"
	})
	require.Contains(t, all, `"dispute":"医调2025-001","what":"调解期限","day":"2025-03-19"`)
	require.Contains(t, all, `"dispute":"清调2025-002","what":"约定延长的调解期限","day":"2025-04-10"`)
	require.NotContains(t, all, "泉调2025-011")
	all = whats(func() {
		disputes[1].Extended, disputes[1].Source = fazhi.Date{}, "法院诉前委派"
		r := &disputes[1].Referrals[0]
		r.Channel, r.Material = "法院诉前委派", fazhi.DateOf(2025, 2, 9)
	})
	require.Contains(t, all, `"dispute":"清调2025-002","what":"委派调解期限","day":"2025-03-11"`)
	require.Contains(t, program().Does(t, cli.Well, "due "+ledgerIn(t)+" -today 2024-01-01"), "移送 0 项", "nothing has begun")
}

// ledgerIn is the sample ledger, in a folder of its own.
func ledgerIn(t *testing.T) string {
	t.Helper()
	program().Sampled(t)
	return "样例/人民调解台账.xlsx"
}

// The workbooks have what is printed.
func TestWorkbooks(t *testing.T) {
	program().Sampled(t)
	for _, x := range []struct{ line, file, sheet, want string }{
		{"stats 样例/年度台账.csv -period 2024 -compare -o 统计.xlsx", "统计.xlsx", "调解统计", "4137"},
		{"stats 样例/年度台账.csv -period 2024 -compare -o 统计.xlsx", "统计.xlsx", "同期比较", "3920"},
		{"due 样例/人民调解台账.xlsx -o 待办.xlsx", "待办.xlsx", "待办", "督促履行协议"},
	} {
		_, _, _ = program()(strings.Fields(x.line)...)
		text, err := clitable.Text(x.file, x.sheet)
		require.NoError(t, err)
		require.Contains(t, text, x.want, x.line)
	}
}
