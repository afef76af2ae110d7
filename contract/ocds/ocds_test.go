package ocds_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/contract/ocds"
	"github.com/fazhi-go/fazhi/register"
)

var update = flag.Bool("update", false, "write the golden file")

// The golden file is what was published once: ids, and the meaning of what is written, stay the same.
func TestGolden(t *testing.T) {
	var b bytes.Buffer
	e := exporter(t, ocds.Settings{Publisher: ocds.Publisher{Name: "泉源区司法局", CreditCode: "11350503MB00000001"}})
	w := e.RecordWriter(&b)
	for _, c := range []*contract.Contract{full(), lease()} {
		list, issues := e.Releases(c, nil)
		require.NoError(t, issues.Err())
		record, err := ocds.RecordOf(list)
		require.NoError(t, err)
		require.NoError(t, w.Write(&record))
	}
	require.NoError(t, w.Close())
	var lines bytes.Buffer
	require.NoError(t, json.Indent(&lines, b.Bytes(), "", "\t"))
	const name = "testdata/records.json"
	if *update {
		require.NoError(t, os.WriteFile(name, lines.Bytes(), 0o644))
	}
	want, err := os.ReadFile(name)
	require.NoError(t, err)
	require.Equal(t, string(want), lines.String())
}

func TestNewNamesAllThatIsWrong(t *testing.T) {
	_, err := ocds.New(ocds.Settings{License: "cc0", Publisher: ocds.Publisher{CreditCode: "1"}})
	require.ErrorContains(t, err, "前缀")
	require.ErrorContains(t, err, "许可协议")
	require.ErrorContains(t, err, "发布机构")
	for _, p := range []string{"ocds-xxxxxx1", "ocds-ABC123", "abc123", "ocds-"} {
		_, err := ocds.New(ocds.Settings{Prefix: p})
		require.Error(t, err, p)
	}
}

// story tells the releases in short: id without the prefix, day, tags.
func story(list []ocds.Release) []string {
	var lines []string
	for _, r := range list {
		lines = append(lines, strings.TrimPrefix(r.ID, r.OCID+"-")+" "+string(r.Date[5:19])+" "+strings.Join(r.Tag, "+"))
	}
	return lines
}

func TestOneReleaseForEachStep(t *testing.T) {
	require.Equal(t, []string{
		"award 01-05T00:00:00 planning+award+contract", "submission 01-08T00:00:00 contractUpdate", "review 01-12T00:00:00 contractUpdate",
		"signing 01-20T00:00:00 contractUpdate", "announcement 01-22T00:00:00 contractUpdate", "filing 01-25T00:00:00 contractUpdate",
		"copy-filing 01-26T00:00:00 contractUpdate", "payment-1 02-04T00:00:00 implementation", "change-1 03-03T00:00:00 contractAmendment",
		"change-2 04-03T00:00:00 contractAmendment", "delivery-1 05-23T00:00:00 implementationUpdate",
		"acceptance-1 06-04T00:00:00 implementationUpdate", "payment-2 06-13T00:00:00 implementationUpdate",
		"completion 07-05T00:00:00 contractTermination",
	}, story(releases(t, full(), ocds.Settings{})))
}

func TestReleasesOfOneDayFollowBySeconds(t *testing.T) {
	c := lease()
	c.Reviewed, c.Filed = c.Signed, c.Signed
	require.Equal(t, []string{
		"review 01-01T00:00:00 contract", "signing 01-01T00:00:01 contractUpdate", "filing 01-01T00:00:02 contractUpdate", "payment-1 01-09T00:00:00 implementation",
	}, story(releases(t, c, ocds.Settings{})))
}

// An amendment does not hold old values: the release before does.
func TestAmendmentsNameTheReleasesBeforeAndAfter(t *testing.T) {
	list := releases(t, full(), ocds.Settings{})
	change := list[8].Contracts[0]
	require.Equal(t, []ocds.Amendment{{
		Date: "2024-03-03T00:00:00+08:00", Rationale: "增加无障碍坡道，某某提出", ID: "1", Description: "补充：第三条", Before: list[7].ID, After: list[8].ID,
	}}, change.Amendments)
	require.Equal(t, json.Number("1380000.50"), change.Value.Amount)
	require.Equal(t, json.Number("1280000.50"), list[0].Contracts[0].Value.Amount)
	require.Nil(t, list[9].Contracts[0].Value)
}

func TestMoneyThatComesInIsLessThanNought(t *testing.T) {
	list := releases(t, lease(), ocds.Settings{})
	require.Equal(t, json.Number("-12000.00"), list[0].Contracts[0].Value.Amount)
	paid := list[1].Contracts[0].Implementation.Transactions[0]
	require.Equal(t, ocds.ID("other-1"), paid.Payer.ID)
	require.Equal(t, ocds.ID("government-1"), paid.Payee.ID)
	require.Equal(t, json.Number("6000.00"), paid.Value.Amount)
}

func TestNoPersonalDataIsPublished(t *testing.T) {
	for _, c := range []*contract.Contract{full(), lease()} {
		text := string(pack(t, ocds.Settings{FileNames: true}, releases(t, c, ocds.Settings{FileNames: true})))
		for _, name := range []string{"甲某某", "乙某某", "丙某某", "丁某某", "清源路2号"} {
			require.NotContains(t, text, name)
		}
	}
	list, issues := exporter(t, ocds.Settings{}).Releases(lease(), nil)
	require.Equal(t, "自然人", list[0].Parties[1].Name)
	require.Equal(t, "与某某的店面租赁合同", list[0].Contracts[0].Title)
	require.Equal(t, codes(issues), []string{"contract/ocds/masked /parties/1/name"})
	list, issues = exporter(t, ocds.Settings{Persons: true}).Releases(lease(), nil)
	require.Equal(t, "丁某某", list[0].Parties[1].Name)
	require.Empty(t, issues)
}

func TestWhoIsAnOrganization(t *testing.T) {
	for name, want := range map[string]bool{"某某建材有限公司": true, "泉源区第一中学": true, "王大学": false, "欧阳学会": false, "阿依古丽·买买提江": false} {
		c := lease()
		c.Parties, c.Counterparty = nil, name
		_, issues := exporter(t, ocds.Settings{}).Releases(c, nil)
		require.Equal(t, want, len(issues) == 0, name)
	}
}

func TestTextMasksWhatIsWrittenFreely(t *testing.T) {
	list := releases(t, full(), ocds.Settings{Text: func(s string) string { return strings.ReplaceAll(s, "社区", "××") }})
	require.Equal(t, "××服务用房修缮合同", list[0].Contracts[0].Title)
}

func codes(issues fazhi.Issues) []string {
	var list []string
	for _, i := range issues {
		list = append(list, string(i.Code)+" "+string(i.Path))
	}
	return list
}

func TestWhatIsNotPublished(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*contract.Contract)
		want   []string
	}{
		"secret":   {func(c *contract.Contract) { c.Secret = true }, []string{"contract/ocds/secret /secret"}},
		"state":    {func(c *contract.Contract) { c.StateSecret = new(true) }, []string{"contract/ocds/secret /stateSecret"}},
		"no date":  {func(c *contract.Contract) { *c = contract.Contract{Serial: "1"} }, []string{"contract/ocds/no-date "}},
		"serial":   {func(c *contract.Contract) { c.Serial = "" }, []string{"contract/ocds/number /serial"}},
		"twice":    {func(c *contract.Contract) { c.Payments[1].No = 1 }, []string{"contract/ocds/number /payments/1/no"}},
		"nought":   {func(c *contract.Contract) { c.Changes[0].No = 0 }, []string{"contract/ocds/number /changes/0/no"}},
		"currency": {func(c *contract.Contract) { c.Currency = "金条" }, []string{"contract/ocds/currency /currency"}},
		"code":     {func(c *contract.Contract) { c.Currency = "usd" }, []string{"contract/ocds/currency /currency"}},
	} {
		t.Run(name, func(t *testing.T) {
			doc := full()
			c.change(doc)
			list, issues := exporter(t, ocds.Settings{}).Releases(doc, nil)
			require.Empty(t, list)
			require.Equal(t, c.want, codes(issues))
			require.Error(t, issues.Err())
		})
	}
}

func TestWhatHasNoDayIsNamed(t *testing.T) {
	c := full()
	c.Payments[2].PaidSoFar, c.Changes[1].Signed, c.Completed = 1, fazhi.Date{}, fazhi.Date{}
	list, issues := exporter(t, ocds.Settings{}).Releases(c, nil)
	require.Len(t, list, 12)
	require.Equal(t, []string{
		"contract/ocds/undated /payments/2/paidSoFar", "contract/ocds/undated /changes/1/signed", "contract/ocds/undated /completed",
	}, codes(issues))
}

// A trail gives the times; what it does not tell comes from the contract's own dates. The ids stay the same.
func TestTrail(t *testing.T) {
	entry := func(act register.Act, step string, d fazhi.Date, hour int) register.Entry {
		return register.Entry{Act: act, Step: step, On: d, At: d.Time().Add(time.Duration(hour) * time.Hour)}
	}
	events := ocds.Trail([]register.Entry{
		entry(register.Added, "送审", day(1, 8), 1), entry(register.Refused, "签订", day(1, 9), 1), entry(register.Stepped, "退回补正", day(1, 9), 2),
		entry(register.Stepped, "签订", day(1, 20), 2), entry(register.Corrected, "签订", day(1, 21), 2),
		entry(register.Stepped, "中止履行", day(5, 1), 3), entry(register.Stepped, "履行", day(6, 5), 3), entry(register.Stepped, "归档", day(9, 1), 3),
	})
	list, issues := exporter(t, ocds.Settings{}).Releases(full(), events)
	require.NoError(t, issues.Err())
	require.Equal(t, []string{
		"award 01-05T00:00:00 planning+award+contract", "submission 01-08T09:00:00 contractUpdate", "review 01-12T00:00:00 contractUpdate",
		"signing 01-20T10:00:00 contractUpdate", "announcement 01-22T00:00:00 contractUpdate", "filing 01-25T00:00:00 contractUpdate",
		"copy-filing 01-26T00:00:00 contractUpdate", "change-1 03-03T00:00:00 contractAmendment", "change-2 04-03T00:00:00 contractAmendment",
		"suspension-1 05-04T11:00:00 contractUpdate", "payment-1 06-08T11:00:00 implementation", "payment-2 06-13T00:00:00 implementationUpdate",
		"completion 07-05T00:00:00 contractTermination",
	}, story(list))
	require.Len(t, list[10].Contracts[0].Implementation.Milestones, 3, "payment, delivery and acceptance up to the day")
	bare := list[9].Contracts[0].Milestones
	require.Equal(t, []ocds.Milestone{{ID: "suspension-1", Title: "中止履行", Code: "中止履行", Met: "2024-05-04T00:00:00+08:00", Status: "met"}}, bare)
}

func TestEventsAreTheOwnDates(t *testing.T) {
	require.Equal(t, []ocds.Event{{Day: day(1, 1), Step: "签订"}, {Day: day(1, 9), Step: "履行"}}, ocds.Events(lease()))
}

// Publishing from the own dates and from events that say the same comes to the same.
func TestEventsGiveBackWhatTheyCameFrom(t *testing.T) {
	own, _ := exporter(t, ocds.Settings{}).Releases(full(), nil)
	again, _ := exporter(t, ocds.Settings{}).Releases(full(), ocds.Events(full()))
	require.Equal(t, own, again)
}

// A release never has two things with the same id in one list, also where deliveries came before the signing or without it.
func TestIDsAreUniqueInEachRelease(t *testing.T) {
	early, unsigned := full(), full()
	early.Deliveries[0].Delivered, early.Awarded, early.Submitted, early.Reviewed = day(1, 1), fazhi.Date{}, fazhi.Date{}, fazhi.Date{}
	unsigned.Signed, unsigned.Awarded, unsigned.Submitted, unsigned.Reviewed = fazhi.Date{}, fazhi.Date{}, fazhi.Date{}, fazhi.Date{}
	for _, c := range []*contract.Contract{full(), early, unsigned} {
		for _, trail := range [][]ocds.Event{nil, {{Step: "履行", Day: day(1, 1)}}, {{Step: "履行", Day: day(12, 1)}}} {
			list, issues := exporter(t, ocds.Settings{}).Releases(c, trail)
			require.NoError(t, issues.Err())
			seen := make(map[string]bool)
			for _, r := range list {
				require.False(t, seen[r.ID], r.ID)
				seen[r.ID] = true
				for _, m := range milestonesOf(r) {
					require.False(t, seen[r.ID+" "+m], m)
					seen[r.ID+" "+m] = true
				}
			}
			record, err := ocds.RecordOf(list)
			require.NoError(t, err)
			done := record.Compiled.Contracts[0].Implementation.Milestones
			require.Len(t, done, 5)
			for _, m := range done[:2] {
				require.Equal(t, "met", m.Status, m.ID)
			}
		}
	}
}

func milestonesOf(r ocds.Release) []string {
	var ids []string
	if i := r.Contracts[0].Implementation; i != nil {
		for _, m := range i.Milestones {
			ids = append(ids, string(m.ID))
		}
	}
	return ids
}

func TestEscape(t *testing.T) {
	for in, want := range map[string]string{"清源政合〔2024〕12号": "清源政合〔2024〕12号", "ZL 1#": "ZL%201%23", "a%20b": "a%2520b", "\xff": "%FF", "a/b": "a%2Fb"} {
		require.Equal(t, want, ocds.Escape(in))
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("full") }

func TestWriter(t *testing.T) {
	e, list := exporter(t, ocds.Settings{License: "https://example.org/?a&b"}), releases(t, lease(), ocds.Settings{})
	text := pack(t, ocds.Settings{License: "https://example.org/?a&b"}, list)
	want := ocds.ReleasePackage{Version: "1.2", License: "https://example.org/?a&b", Releases: list}
	require.Equal(t, tree(t, want), tree(t, json.RawMessage(text)))
	require.Equal(t, text, pack(t, ocds.Settings{License: "https://example.org/?a&b"}, list))
	w := e.ReleaseWriter(broken{})
	require.ErrorContains(t, w.Write(&list[0]), "full")
	require.ErrorContains(t, w.Close(), "full")
	var b strings.Builder
	records := e.RecordWriter(&b)
	require.NoError(t, records.Close())
	require.JSONEq(t, `{"version":"1.2","license":"https://example.org/?a&b","records":[]}`, b.String())
	require.ErrorIs(t, records.Close(), ocds.ErrClosed)
	require.ErrorIs(t, records.Write(&ocds.Record{}), ocds.ErrClosed)
}
