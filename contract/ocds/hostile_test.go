package ocds_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/contract/ocds"
)

// release writes a release of one process.
func release(id, date, rest string) string {
	return fmt.Sprintf(`{"ocid":"ocds-aaaaaa-1","id":%q,"date":%q,"tag":["contract"],"initiationType":"tender",%s}`, id, date, rest)
}

func packed(releases ...string) []byte {
	return []byte(`{"version":"1.2","releases":[` + strings.Join(releases, ",") + `]}`)
}

// agreed is a contract of an amount, with what else there is of it.
func agreed(id, amount, rest string) string {
	return fmt.Sprintf(`{"id":%s,"awardID":"A1","value":{"amount":%s,"currency":"CNY"}%s}`, id, amount, rest)
}

const may = "2024-05-20T00:00:00+08:00"

// Two things of one id with other contents are an error, and nothing of the process is taken over.
func TestDoubledIDs(t *testing.T) {
	one := `"contracts":[` + agreed(`"HT-1"`, "5680000", "") + `]`
	party := func(name string) string { return `{"id":"S","roles":["supplier"],"name":"` + name + `"}` }
	for name, c := range map[string]struct {
		data []byte
		path string
	}{
		"contracts": {packed(release("1", may, `"contracts":[`+agreed(`"HT-1"`, "5680000", "")+`,`+agreed(`"HT-1"`, "1", "")+`]`)), "/releases/0/contracts/1"},
		"numbers":   {packed(release("1", may, `"contracts":[`+agreed(`1`, "5680000", "")+`,`+agreed(`"1"`, "1", "")+`]`)), "/releases/0/contracts/1"},
		"parties":   {packed(release("1", may, `"parties":[`+party("甲公司")+`,`+party("乙公司")+`],`+one)), "/releases/0/parties/1"},
		"releases":  {packed(release("1", may, one), release("1", may, `"contracts":[`+agreed(`"HT-1"`, "1", "")+`]`)), "/releases/1/id"},
		"payments": {packed(release("1", may, `"contracts":[`+agreed(`"HT-1"`, "3", `,"implementation":{"transactions":[{"id":"p","value":{"amount":1,"currency":"CNY"}},{"id":"p","value":{"amount":2,"currency":"CNY"}}]}`)+`]`)),
			"/releases/0/contracts/0/implementation/transactions/1"},
		"later": {packed(release("1", may, `"contracts":[`+agreed(`1`, "3", "")+`]`), release("2", may, `"contracts":[`+agreed(`"1"`, "3", "")+`]`)), "/releases/0"},
	} {
		contracts, issues := imported(t, c.data)
		require.Empty(t, contracts, name)
		require.Equal(t, []string{"contract/ocds/double " + c.path}, gravely(issues), name)
	}
}

// The same thing said twice in the same words is said once.
func TestRepeated(t *testing.T) {
	r := release("1", may, `"contracts":[`+agreed(`"HT-1"`, "5", `,"amendments":[{"rationale":"甲"}],"identifiers":[{"scheme":"A","id":"1"},{"scheme":"B","id":"1"}]`)+`,`+agreed(`"HT-1"`, "5", "")+`]`)
	contracts, issues := imported(t, packed(r, r))
	require.NotEmpty(t, gravely(issues), "the second contract lacks the amendment")
	require.Empty(t, contracts)

	r = release("1", may, `"contracts":[`+agreed(`"HT-1"`, "5", `,"amendments":[{"rationale":"甲"}]`)+`]`)
	contracts, issues = imported(t, packed(r, r))
	require.Empty(t, gravely(issues))
	require.Len(t, contracts, 1)
	require.Len(t, contracts[0].Changes, 1)
}

func gravely(issues fazhi.Issues) []string {
	var out []string
	for _, i := range issues {
		if i.Severity != fazhi.Notice {
			out = append(out, string(i.Code)+" "+string(i.Path))
		}
	}
	return out
}

// A time is the day in Beijing, unless it stands for a whole day where it was written.
func TestDayInBeijing(t *testing.T) {
	for written, want := range map[string]fazhi.Date{
		"2024-05-20T23:30:00Z":      fazhi.DateOf(2024, 5, 21),
		"2024-05-20T16:00:00Z":      fazhi.DateOf(2024, 5, 21),
		"2024-05-20T15:59:59Z":      fazhi.DateOf(2024, 5, 20),
		"2024-05-20T00:00:00Z":      fazhi.DateOf(2024, 5, 20),
		"2024-05-20T23:59:59Z":      fazhi.DateOf(2024, 5, 20),
		"2024-05-20T23:59:59.999Z":  fazhi.DateOf(2024, 5, 20),
		"2024-05-20T00:00:00+08:00": fazhi.DateOf(2024, 5, 20),
		"2024-05-20T00:00:00+09:00": fazhi.DateOf(2024, 5, 20),
		"2024-05-20T00:30:00+09:00": fazhi.DateOf(2024, 5, 19),
	} {
		contracts, issues := imported(t, packed(release("1", may, `"contracts":[`+agreed(`"HT-1"`, "5", `,"dateSigned":"`+written+`"`)+`]`)))
		require.Empty(t, gravely(issues))
		require.Equal(t, want, contracts[0].Signed, written)
	}
}

// What a ledger cannot say of the way that money goes, the issues say.
func TestDirectionOfAmounts(t *testing.T) {
	first := release("1", may, `"contracts":[`+agreed(`"HT-1"`, "-5680000", "")+`]`)
	contracts, issues := imported(t, packed(first))
	require.Equal(t, fazhi.Money(568_000_000), contracts[0].Amount)
	require.True(t, has(issues, "contract/ocds/direction"))

	turned := release("2", "2024-06-20T00:00:00+08:00", `"contracts":[`+agreed(`"HT-1"`, "5960000", `,"amendments":[{"id":"1"}]`)+`]`)
	contracts, issues = imported(t, packed(first, turned))
	require.Equal(t, fazhi.Money(28_000_000), contracts[0].Changes[0].Amount)
	require.Equal(t, []string{"contract/ocds/direction /releases/0"}, gravely(issues))

	income := `,"implementation":{"milestones":[{"id":"payment-1","type":"payment","value":{"amount":-5680000,"currency":"CNY"}}]}`
	contracts, issues = imported(t, packed(release("1", may, `"contracts":[`+agreed(`"HT-1"`, "-5680000", income)+`]`)))
	require.Equal(t, contract.Receive, contracts[0].Payments[0].Direction)
	require.False(t, has(issues, "contract/ocds/direction"))
}

func has(issues fazhi.Issues, code fazhi.Code) bool {
	for _, i := range issues {
		if i.Code == code {
			return true
		}
	}
	return false
}

// A byte order mark says nothing; an id of blanks is none.
func TestMarkAndBlankID(t *testing.T) {
	contracts, issues := imported(t, append([]byte("\ufeff"), packed(release("1", may, `"contracts":[`+agreed(`"HT-1"`, "5", "")+`]`))...))
	require.Empty(t, gravely(issues))
	require.Len(t, contracts, 1)

	contracts, issues = imported(t, packed(release("1", may, `"contracts":[`+agreed(`"  "`, "5", "")+`]`)))
	require.Empty(t, contracts)
	require.Equal(t, []string{"contract/ocds/type /releases/0/contracts/0/id"}, gravely(issues))
}

// What is exported can be imported: an amount that JSON does not hold exactly is not published.
func TestAmountsOfJSON(t *testing.T) {
	c := lease()
	c.Amount = 1<<53 + 1
	_, issues := exporter(t, ocds.Settings{}).Releases(c, nil)
	require.Equal(t, []string{"contract/ocds/amount /amount"}, gravely(issues))
	c = lease()
	c.Payments[0].Amount = 1<<60 + 1
	_, issues = exporter(t, ocds.Settings{}).Releases(c, nil)
	require.Equal(t, []string{"contract/ocds/amount /payments/0/amount"}, gravely(issues))
	c = lease()
	c.Amount = 999_999_999_999_999
	require.Equal(t, c.Amount, back(t, ocds.Settings{}, c)[0].Amount)
}

// An export names what of a contract sets a term and is not in it.
func TestUnpublished(t *testing.T) {
	c := lease()
	c.Deposits, c.Notice = []contract.Deposit{{Sort: "押金"}}, fazhi.DateOf(2024, 9, 1)
	_, issues := exporter(t, ocds.Settings{}).Releases(c, nil)
	var named []string
	for _, i := range issues {
		if i.Code == "contract/ocds/unpublished" {
			named = append(named, string(i.Path)+" "+i.Message)
		}
	}
	require.Equal(t, []string{" 与期限有关的下列项目不公布，再导入时没有：续约通知日期、保证金"}, named)
}
