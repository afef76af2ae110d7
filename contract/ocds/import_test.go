package ocds_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/contract/ocds"
)

func imported(tb testing.TB, data []byte) ([]*contract.Contract, fazhi.Issues) {
	tb.Helper()
	contracts, issues, err := ocds.Import("p.json", bytes.NewReader(data))
	require.NoError(tb, err)
	for _, i := range issues {
		require.Equal(tb, "p.json", i.Origin.File)
	}
	return contracts, issues
}

// back exports contracts and imports them again.
func back(tb testing.TB, set ocds.Settings, contracts ...*contract.Contract) []*contract.Contract {
	tb.Helper()
	var all []ocds.Release
	for _, c := range contracts {
		all = append(all, releases(tb, c, set)...)
	}
	got, issues := imported(tb, pack(tb, set, all))
	require.NoError(tb, issues.Err())
	return got
}

// lossless is a contract without what Losses lists.
func lossless(tb testing.TB, c *contract.Contract) map[string]any {
	tb.Helper()
	m := tree(tb, c).(map[string]any)
	for _, loss := range ocds.Losses() {
		list, field, deep := strings.Cut(strings.TrimPrefix(string(loss.Path), "/"), "/")
		if !deep {
			delete(m, list)
			continue
		}
		items, _ := m[list].([]any)
		for _, item := range items {
			delete(item.(map[string]any), field)
		}
	}
	return m
}

func TestRoundTrip(t *testing.T) {
	set := ocds.Settings{Persons: true, FileNames: true, Publisher: ocds.Publisher{Name: "泉源区司法局"}}
	rented := lease()
	rented.Parties[1].Address = "" // of a natural person
	pending := &contract.Contract{
		Serial: "HT-9", Name: "服务合同", Department: "泉源区司法局", Counterparty: "某某服务有限公司", Submitted: day(2, 1), Amount: 5, Sort: "服务",
		Parties: []contract.Party{
			{Side: contract.Government, Name: "泉源区财政局"}, {Side: contract.Other, Name: "某某服务有限公司", Small: new(false)},
		},
		Nature: contract.Nature{Currency: "EUR"}, Deliveries: []contract.Delivery{{No: 7, What: "服务"}},
	}
	ended := lease()
	ended.Serial, ended.Progress, ended.Completed, ended.Parties[1].Address = "ZL-2", "解除", day(8, 1), ""
	ended.Changes = []contract.Change{{No: 3, Sort: "变更", Amount: -100_000, Signed: day(3, 1)}}
	bought := full()
	bought.Changes[0].Reason = "增加无障碍坡道"
	want := []*contract.Contract{bought, rented, pending, ended}
	got := back(t, set, want...)
	require.Len(t, got, len(want))
	for i := range want {
		require.Equal(t, lossless(t, want[i]), lossless(t, got[i]))
	}
}

// filled returns a contract that says something in every field; texts with choices have the first of them.
func filled() *contract.Contract {
	c := full()
	c.Changes[0].Reason = "增加无障碍坡道"
	fill(reflect.ValueOf(c).Elem())
	c.Secret, c.StateSecret, c.Currency, c.Progress = false, new(bool), "USD", "履行完毕"
	c.Parties[0].Side, c.Parties[1].Side = contract.Government, contract.Other
	c.Counterparty, c.Department = c.Parties[1].Name, c.Parties[0].Name
	return c
}

func fill(v reflect.Value) {
	for f, field := range v.Fields() {
		switch {
		case f.Type == reflect.TypeFor[fazhi.Date]() && field.IsZero():
			field.Set(reflect.ValueOf(day(4, 4)))
		case f.Type == reflect.TypeFor[fazhi.Date]() || f.Name == "Row" || !field.CanSet():
		case field.Kind() == reflect.Struct:
			fill(field)
		case field.Kind() == reflect.Slice:
			for field.Len() < 2 {
				field.Set(reflect.Append(field, reflect.Zero(f.Type.Elem())))
			}
			for i := range field.Len() {
				fill(field.Index(i))
				if no := field.Index(i).FieldByName("No"); no.IsValid() {
					no.SetInt(int64(i + 1))
				}
			}
		case field.IsZero():
			fillOne(f, field)
		}
	}
}

func fillOne(f reflect.StructField, v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		_, choices, _ := strings.Cut(f.Tag.Get("table"), "choices=")
		choices, _, _ = strings.Cut(choices, ",")
		first, _, _ := strings.Cut(choices, "|")
		if first == "" {
			first = "内容"
		}
		if f.Type == reflect.TypeFor[fazhi.PersonName]() {
			first = "己某某"
		}
		v.SetString(first)
	case reflect.Int, reflect.Int64:
		v.SetInt(7)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Pointer:
		v.Set(reflect.New(f.Type.Elem()))
		if e := v.Elem(); e.Kind() == reflect.Bool {
			e.SetBool(true)
		} else {
			e.SetInt(7)
		}
	}
}

// The list of losses is the truth: with every field filled in, what does not come back is what it says.
func TestLosses(t *testing.T) {
	c := filled()
	for i := range c.Payments {
		p := &c.Payments[i]
		p.PaidSoFar = p.Amount + 1
	}
	got := back(t, ocds.Settings{Persons: true, FileNames: true}, c)[0]
	require.Equal(t, lossless(t, c), lossless(t, got))
	want, have := tree(t, c).(map[string]any), tree(t, got).(map[string]any)
	for _, loss := range ocds.Losses() {
		require.NotEmpty(t, loss.Reason)
		if loss.Path == "/secret" {
			continue // never published at all
		}
		require.NotEqual(t, at(t, want, loss.Path), at(t, have, loss.Path), loss.Path)
	}
}

// at returns a field of the contract, or of the first item of its list.
func at(t *testing.T, m map[string]any, path fazhi.Path) any {
	t.Helper()
	list, field, deep := strings.Cut(strings.TrimPrefix(string(path), "/"), "/")
	if !deep {
		return m[list]
	}
	items := m[list].([]any)
	return items[len(items)-1].(map[string]any)[field]
}

// change returns the package of a contract, changed as JSON.
func changed(t *testing.T, change func(releases []any)) []byte {
	t.Helper()
	doc := tree(t, json.RawMessage(pack(t, ocds.Settings{}, releases(t, full(), ocds.Settings{})))).(map[string]any)
	change(doc["releases"].([]any))
	data, err := json.Marshal(doc)
	require.NoError(t, err)
	return data
}

func contractOf(release any) map[string]any {
	return release.(map[string]any)["contracts"].([]any)[0].(map[string]any)
}

func TestImportNamesWhatIsWrong(t *testing.T) {
	for name, c := range map[string]struct {
		change func(releases []any)
		want   string
	}{
		"three decimals": {func(r []any) {
			contractOf(r[0])["value"] = map[string]any{"amount": json.Number("1.005"), "currency": "CNY"}
		}, "contract/ocds/amount /releases/0/contracts/0/value/amount"},
		"overflow": {func(r []any) {
			contractOf(r[0])["value"] = map[string]any{"amount": json.Number("1e20"), "currency": "CNY"}
		}, "contract/ocds/amount /releases/0/contracts/0/value/amount"},
		"text":           {func(r []any) { contractOf(r[0])["value"] = map[string]any{"amount": "1"} }, "contract/ocds/type /releases/0/contracts/0/value/amount"},
		"date":           {func(r []any) { contractOf(r[3])["dateSigned"] = "2024-02-30T00:00:00Z" }, "contract/ocds/date /releases/3/contracts/0/dateSigned"},
		"day alone":      {func(r []any) { r[1].(map[string]any)["date"] = "2024-02-20" }, "contract/ocds/date /releases/1/date"},
		"no ocid":        {func(r []any) { delete(r[1].(map[string]any), "ocid") }, "contract/ocds/missing /releases/1/ocid"},
		"null id":        {func(r []any) { contractOf(r[1])["id"] = nil }, "contract/ocds/missing /releases/1/contracts/0/id"},
		"empty id":       {func(r []any) { contractOf(r[1])["id"] = "" }, "contract/ocds/type /releases/1/contracts/0/id"},
		"broken number":  {func(r []any) { contractOf(r[1])["id"] = json.Number("1.5") }, "contract/ocds/type /releases/1/contracts/0/id"},
		"list":           {func(r []any) { r[2].(map[string]any)["contracts"] = map[string]any{} }, "contract/ocds/type /releases/2/contracts"},
		"null in a list": {func(r []any) { r[2].(map[string]any)["contracts"] = []any{nil} }, "contract/ocds/type /releases/2/contracts/0"},
		"null release":   {func(r []any) { r[2] = nil }, "contract/ocds/type /releases/2"},
		"currencies":     {func(r []any) { contractOf(r[0])["value"].(map[string]any)["currency"] = "USD" }, "contract/ocds/currency /releases/0"},
	} {
		t.Run(name, func(t *testing.T) {
			_, issues := imported(t, changed(t, c.change))
			require.Contains(t, codes(issues), c.want)
			require.Error(t, issues.Err())
		})
	}
}

func TestAProcessWithAFaultIsLeftOut(t *testing.T) {
	data := changed(t, func(r []any) {
		contractOf(r[0])["title"] = json.Number("1")
		for _, one := range r[5:] {
			one.(map[string]any)["ocid"] = prefix + "-other"
		}
	})
	contracts, issues := imported(t, data)
	require.Equal(t, 1, issues.Count(fazhi.Error))
	require.Len(t, contracts, 1)
	require.Empty(t, contracts[0].Name)
}

func TestImportRefusesWhatIsNoPackage(t *testing.T) {
	for text, want := range map[string]string{
		"":                                    "contract/ocds/json ",
		"[]":                                  "contract/ocds/type ",
		"{}":                                  "contract/ocds/json /releases",
		`{"releases":{}}`:                     "contract/ocds/json /releases",
		`{"releases":[]}`:                     "contract/ocds/missing /version",
		`{"version":1,"version":2}`:           "contract/ocds/json /version",
		`{"version":"1.2","releases":[]} x`:   "contract/ocds/json ",
		`{"version":1,"releases":[]}`:         "contract/ocds/type /version",
		strings.Repeat("[", 100):              "contract/ocds/json " + strings.Repeat("/0", 64),
		strings.Repeat(" ", ocds.MaxSize+100): "contract/ocds/json ",
	} {
		contracts, issues := imported(t, []byte(text))
		require.Empty(t, contracts)
		require.Equal(t, []string{want}, codes(issues))
		require.Error(t, issues.Err())
	}
	_, _, err := ocds.Import("p.json", iotest.ErrReader(errors.New("gone")))
	require.ErrorContains(t, err, "gone")
}

func TestFieldsWithoutAPlaceAreCounted(t *testing.T) {
	_, issues := imported(t, changed(t, func(r []any) {
		for _, one := range r {
			contractOf(one)["relatedProcesses"] = []any{map[string]any{"id": "1"}}
			contractOf(one)["ID"] = "其他"
			contractOf(one)["nothing"] = nil
		}
	}))
	require.Equal(t, fazhi.Notice, issues[0].Severity)
	said := make(map[string]string)
	for _, i := range issues {
		said[string(i.Path)] = i.Message
	}
	require.Equal(t, "合同没有对应的项目，未采用；这个字段共出现14处", said["/releases/0/contracts/0/relatedProcesses"])
	require.Equal(t, "合同没有对应的项目，未采用；这个字段共出现14处", said["/releases/0/contracts/0/ID"])
	require.NotContains(t, said, "/releases/0/contracts/0/nothing")
	require.NotContains(t, said, "/releases/0/tender/procurementMethod")
}

// The codes of the standard stand in where a publisher writes no words of ours.
func TestImportTakesCodes(t *testing.T) {
	for _, c := range []struct{ method, category, wantMethod, wantSort string }{
		{"open", "works", "公开招标", "工程"}, {"direct", "goods", "单一来源", "买卖"}, {"selective", "services", "邀请招标", "服务"},
	} {
		contracts, issues := imported(t, tenderOf(t, c.method, c.category))
		require.Len(t, contracts, 1)
		require.Equal(t, c.wantMethod, contracts[0].Method)
		require.Equal(t, c.wantSort, contracts[0].Sort)
		require.NotContains(t, messages(issues), "代码")
	}
	_, issues := imported(t, tenderOf(t, "limited", "consultingServices"))
	require.Contains(t, messages(issues), "采购方式的代码在台账中没有对应")
	require.Contains(t, messages(issues), "采购类别的代码在台账中没有对应")
}

// tenderOf is a package in which only codes say how a contract was procured, and what for.
func tenderOf(t *testing.T, method, category string) []byte {
	return changed(t, func(r []any) {
		for _, one := range r {
			if tender, ok := one.(map[string]any)["tender"].(map[string]any); ok {
				tender["procurementMethod"], tender["mainProcurementCategory"] = method, category
				delete(tender, "procurementMethodDetails")
			}
			delete(contractOf(one), "items")
		}
	})
}

func messages(issues fazhi.Issues) string {
	var b strings.Builder
	for _, i := range issues {
		b.WriteString(i.Message + "\n")
	}
	return b.String()
}

func TestWhatIsSaidIsBounded(t *testing.T) {
	var b strings.Builder
	b.WriteString(`{"version":"1.2","releases":[`)
	for i := range 3000 {
		b.WriteString(`{"` + strings.Repeat("x", 200) + strings.Repeat("y", i%300) + `":1,"f` + string(rune('a'+i%26)) + string(rune('a'+i/26%26)) + `":1},`)
	}
	b.WriteString(`{}]}`)
	_, issues := imported(t, []byte(b.String()))
	require.Less(t, len(issues), 1200)
	for _, i := range issues {
		require.Less(t, len(i.Path), 200)
	}
}

func TestAPackageWithAThousandErrorsIsRefused(t *testing.T) {
	data := changed(t, func(r []any) {
		contractOf(r[0])["ID"] = strings.Repeat("x", 100)
		contractOf(r[0])["items"] = slices.Repeat([]any{map[string]any{}}, 100_000)
		for _, one := range r[1:] {
			one.(map[string]any)["ocid"] = prefix + "-other"
		}
	})
	contracts, issues := imported(t, data)
	require.Empty(t, contracts)
	require.Equal(t, "contract/ocds/json ", codes(issues)[len(issues)-1])
	require.Len(t, issues, 1001)
}

// Each contract gets the parties of its process: a small file must not become a huge list.
func TestContractsTimesPartiesIsBounded(t *testing.T) {
	parties, contracts := make([]any, 1500), make([]any, 1500)
	for i := range parties {
		parties[i] = map[string]any{"id": strconv.Itoa(i), "roles": []any{"buyer"}}
		contracts[i] = map[string]any{"id": strconv.Itoa(i), "awardID": "1"}
	}
	data := changed(t, func(r []any) {
		one := r[0].(map[string]any)
		one["ocid"], one["parties"], one["contracts"] = prefix+"-other", parties, contracts
	})
	got, issues := imported(t, data)
	require.Len(t, got, 1, "the other process")
	require.Contains(t, codes(issues), "contract/ocds/json /releases/0")
}

// other is a package as others publish it: numbers as ids, quantities, ids of their own, several contracts.
const other = `{"version": "1.1", "uri": "https://example.org/p", "releases": [
{"ocid": "ocds-zzzzzz-1", "id": "b", "date": "2023-05-02T10:00:00-05:00", "tag": ["contractAmendment"], "initiationType": "tender",
 "contracts": [{"id": 7, "awardID": 1, "value": {"amount": 1500, "currency": "USD"}, "period": {"endDate": "2024-06-30T23:59:59-05:00"},
  "amendments": [{"id": "A-1", "date": "2023-05-01T20:00:00-05:00", "rationale": "more", "description": "quantity"}],
  "implementation": {"transactions": [{"id": "t/9", "date": "2023-06-01T00:00:00Z", "value": {"amount": 500.5, "currency": "USD"}}]}}]},
{"ocid": "ocds-zzzzzz-1", "id": "a", "date": "2023-01-02T10:00:00-05:00", "tag": ["contract"], "initiationType": "tender",
 "parties": [{"id": "1", "name": "某市医院", "roles": ["buyer", "procuringEntity"]}, {"id": "2", "name": "某某公司", "roles": ["supplier", "tenderer"],
  "identifier": {"scheme": "US-EIN", "id": "12"}}, {"id": "3", "name": "某某集团", "roles": ["tenderer"]}, {"id": "4", "name": "另一公司", "roles": ["supplier"]}],
 "awards": [{"id": 1, "suppliers": [{"id": "2", "name": "某某公司"}]}, {"id": 2, "suppliers": [{"id": "4", "name": "另一公司"}]}],
 "contracts": [
  {"id": 7, "awardID": 1, "title": "monitors", "status": "active", "value": {"amount": 1200, "currency": "USD"}, "dateSigned": "2023-01-01T20:00:00-05:00",
   "period": {"startDate": "2023-01-01T00:00:00Z", "endDate": "2023-12-31T00:00:00Z"},
   "items": [{"id": 1, "description": "monitor", "quantity": 12, "unit": {"name": "pcs"}}],
   "milestones": [{"id": "x", "type": "delivery", "title": "first lot", "dueDate": "2023-02-01T00:00:00Z"}]},
  {"id": 8, "awardID": 2, "title": "cables", "status": "terminated"}]},
{"ocid": "ocds-zzzzzz-2", "id": "a", "date": "2023-01-02T10:00:00Z", "tag": ["contract"], "initiationType": "tender",
 "contracts": [{"id": "8", "awardID": 2, "value": {"amount": -20, "currency": "CNY"}}]}
]}`

func TestImportOfOthers(t *testing.T) {
	contracts, issues := imported(t, []byte(other))
	require.NoError(t, issues.Err())
	require.Len(t, contracts, 3)
	c := contracts[0]
	require.Equal(t, "7", c.Serial)
	require.Equal(t, "USD", c.Currency)
	require.Equal(t, "monitor 12 pcs", c.Quantity)
	require.Equal(t, fazhi.Money(120_000), c.Amount)
	require.Equal(t, "2023-01-02", c.Signed.String(), "the day in Beijing")
	require.Equal(t, "2023-12-31", c.Expires.String())
	require.Equal(t, "某市医院", c.Department)
	require.Equal(t, "某某公司", c.Counterparty)
	require.Len(t, c.Parties, 2)
	require.Empty(t, c.Parties[1].CreditCode)
	require.Equal(t, []contract.Change{{No: 1, Sort: "变更", Reason: "more", Clauses: "quantity", Amount: 30_000, Signed: fazhi.DateOf(2023, 5, 2), Expires: fazhi.DateOf(2024, 6, 30)}}, c.Changes)
	require.Equal(t, []contract.Payment{{No: 1, Direction: contract.Pay, Amount: 50_050, Paid: fazhi.DateOf(2023, 6, 1)}}, c.Payments)
	require.Equal(t, []contract.Delivery{{No: 1, What: "first lot", Due: fazhi.DateOf(2023, 2, 1)}}, c.Deliveries)
	require.Equal(t, "履行中", c.Progress)
	require.Equal(t, []string{"ocds-zzzzzz-1-8", "ocds-zzzzzz-2-8"}, []string{contracts[1].Serial, contracts[2].Serial})
	require.Equal(t, "另一公司", contracts[1].Counterparty)
	require.Equal(t, fazhi.Money(2000), contracts[2].Amount)
}

func FuzzImport(f *testing.F) {
	f.Add([]byte(other))
	f.Add(pack(f, ocds.Settings{}, releases(f, full(), ocds.Settings{})))
	f.Add(pack(f, ocds.Settings{}, releases(f, lease(), ocds.Settings{})))
	f.Fuzz(func(t *testing.T, data []byte) {
		contracts, issues, err := ocds.Import("p.json", bytes.NewReader(data))
		require.NoError(t, err)
		require.Less(t, len(issues), 1200)
		again, same, err := ocds.Import("p.json", bytes.NewReader(data))
		require.NoError(t, err)
		require.Equal(t, contracts, again)
		require.Equal(t, issues, same)
		e := exporter(t, ocds.Settings{})
		for _, c := range contracts {
			list, issues := e.Releases(c, nil)
			if issues.Count(fazhi.Error) > 0 {
				continue
			}
			_, err := ocds.RecordOf(list)
			require.NoError(t, err)
			_, issues, err = ocds.Import("p.json", bytes.NewReader(pack(t, ocds.Settings{}, list)))
			require.NoError(t, err)
			require.NoError(t, issues.Err(), "what was imported can be exported and imported again")
		}
	})
}
