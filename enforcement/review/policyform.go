package review

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/near"
	"github.com/fazhi-go/fazhi/rules/rubric"
	"github.com/fazhi-go/fazhi/table"
)

// PolicySheetName is the name of the sheet of a policy.
const PolicySheetName = "评查规则"

// ParsePolicy reads a policy from JSON and vets it. Every setting must be there, and nothing else; with an error among the
// issues the policy is not to be used. The error is for a text that is no JSON object of this form.
func ParsePolicy(data []byte) (Policy, fazhi.Issues, error) {
	var given map[string]json.RawMessage
	if err := decode(data, &given); err != nil {
		return Policy{}, nil, fmt.Errorf("review: 评查规则：%w", err)
	}
	var issues fazhi.Issues
	for _, s := range settings() {
		if _, ok := given[s.key]; !ok {
			issues = append(issues, fazhi.Issue{Code: PolicySetting, Path: fazhi.At(s.key), Message: "没有写明“" + s.name + "”"})
		}
	}
	if len(issues) > 0 {
		return Policy{}, issues, nil
	}
	var p Policy
	if err := decode(data, &p); err != nil {
		return Policy{}, nil, fmt.Errorf("review: 评查规则：%w", err)
	}
	return p, p.Vet(), nil
}

// Digest returns the SHA-256 of the policy's canonical JSON (RFC 8785).
func (p *Policy) Digest() rubric.Digest { return digestOf(p) }

// MarshalJSON writes no strata as [], and a limit of time that is not set as an empty text.
func (p Policy) MarshalJSON() ([]byte, error) {
	type plain Policy
	if p.Strata == nil {
		p.Strata = []string{}
	}
	return json.Marshal(plain(p))
}

// settingRow is a row of 评查规则.
type settingRow struct {
	table.Row
	Name  string `table:"设置,expected"`
	Value string `table:"取值,expected"`
	Doc   string `table:"说明"`
}

// PolicySheet lays a policy out as the sheet 评查规则, a setting a row, which ReadPolicy reads back.
func PolicySheet(p Policy) (table.Sheet, error) {
	var rows []*settingRow
	for _, s := range settings() {
		rows = append(rows, &settingRow{Name: s.name, Value: s.get(&p), Doc: s.doc})
	}
	sheet, err := table.SheetOf(PolicySheetName, rows)
	for i, width := range [...]int{14, 30, 44} {
		if i < len(sheet.Columns) {
			sheet.Columns[i].Width = width
		}
	}
	return sheet, err
}

// ReadPolicy reads the sheet 评查规则 and vets the policy; issues name the cells. With an error among them the policy is not to
// be used. The error is that of table.Read.
func ReadPolicy(src table.Source) (Policy, fazhi.Issues, error) {
	r := policyReader{places: rubric.Places{}}
	read, issues, err := readSheet[settingRow](&r.strays, src, PolicySheetName, len(settings()), table.Options{})
	if err != nil {
		return Policy{}, issues, err
	}
	for _, row := range read.All {
		r.take(row)
	}
	for _, s := range settings() {
		if r.places[fazhi.At(s.key)] == nil {
			r.issues = append(r.issues, fazhi.Issue{Code: PolicySetting, Path: fazhi.At(s.key),
				Origin: fazhi.Origin{File: src.File(), Sheet: PolicySheetName}, Message: "没有写明“" + s.name + "”"})
		}
	}
	r.issues = r.strays.close(r.issues, MoreSettings, src.File())
	if issues = append(issues, r.issues...); issues.Count(fazhi.Error) > 0 {
		return Policy{}, issues, nil
	}
	found := r.policy.Vet()
	rubric.Locate(found, r.places)
	return r.policy, append(issues, found...), nil
}

// policyReader is the work on one sheet.
type policyReader struct {
	policy Policy
	places rubric.Places
	issues fazhi.Issues
	strays strayList
}

// cellOf is a row whose place is its value.
type cellOf struct{ table.Row }

func (c cellOf) Origin(fazhi.Path) (fazhi.Origin, bool) { return c.Row.Origin("/value") }

func (r *policyReader) take(row *settingRow) {
	report := func(at fazhi.Path, message string) {
		origin, _ := row.Row.Origin(at)
		r.issues = r.strays.take(r.issues, fazhi.Issue{Code: PolicySetting, Path: at, Origin: origin, Message: message})
	}
	all := settings()
	at := slices.IndexFunc(all, func(s setting) bool { return s.name == row.Name })
	if at < 0 {
		message := "没有这一项设置"
		if name, ok := near.Name(row.Name, settingNames(all)); ok {
			message += "，是不是“" + name + "”？"
		}
		report("/name", message)
		return
	}
	path := fazhi.At(all[at].key)
	if r.places[path] != nil {
		report("/name", "这一项设置重复")
		return
	}
	r.places[path] = cellOf{row.Row}
	if err := all[at].set(&r.policy, row.Value); err != nil {
		report("/value", "“"+row.Name+"”的取值不能识别")
	}
}

func settingNames(all []setting) []string {
	names := make([]string, len(all))
	for i := range all {
		names[i] = all[i].name
	}
	return names
}
