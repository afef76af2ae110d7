package casefile

import (
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/near"
	"github.com/fazhi-go/fazhi/table"
)

// Codes of what is wrong with a column map.
const (
	UnknownTarget fazhi.Code = "enforcement/file/map/column" // a column that files do not have
	DoubleSource  fazhi.Code = "enforcement/file/map/twice"  // a column of the platform, or a target, that is named twice
	BadTarget     fazhi.Code = "enforcement/file/map/value"  // a value that the column cannot hold, or a date form that is none
)

// A Map says how the columns of an enforcement platform's export (执法平台导出表) become those of the sheet 案卷. It is data:
// a sheet with the columns 平台列名, 本库列名, 日期格式, 平台取值 and 本库取值, one row a column or a value:
//
//	平台列名    本库列名    日期格式     平台取值    本库取值
//	案件编号    案卷编号
//	立案时间    立案日期    YYYYMMDD
//	办案程序    程序                    普通        普通程序
//	承办科室
//
// A column with several values has several rows. Without 本库列名 the column of the platform is known and not wanted.
// Without 本库取值 the value means an empty cell. A date form has YYYY, MM and DD and marks between; what follows it, as an
// hour, is dropped. The zero Map knows no columns.
type Map struct{ columns []mapped }

// mapped is one column of the platform.
type mapped struct {
	source, target string
	form           string
	values         map[string]string
}

// mapRow is a row of such a sheet.
type mapRow struct {
	table.Row
	Source string `json:"source" table:"平台列名,required"`
	Target string `json:"target" table:"本库列名,expected"`
	Form   string `json:"form" table:"日期格式"`
	From   string `json:"from" table:"平台取值"`
	To     string `json:"to" table:"本库取值"`
}

// ReadMap reads a column map. Issues name the cells; with an error among them the map is not to be used. The error says
// that the sheet could not be read.
func ReadMap(src table.Source, sheet string) (Map, fazhi.Issues, error) {
	rows, issues, err := table.All[mapRow](src, sheet)
	if err != nil {
		return Map{}, issues, err
	}
	r := mapReader{issues: issues, targets: columns()}
	for _, row := range rows {
		r.row(row)
	}
	return r.made, r.issues, nil
}

type mapReader struct {
	made    Map
	issues  fazhi.Issues
	targets []column
}

func (r *mapReader) report(row *mapRow, code fazhi.Code, path fazhi.Path, message string) {
	origin, _ := row.Origin(path)
	r.issues = append(r.issues, fazhi.Issue{Code: code, Path: path, Origin: origin, Message: message})
}

func (r *mapReader) row(row *mapRow) {
	target, ok := r.target(row)
	if !ok {
		return
	}
	m := r.source(row)
	if m == nil {
		return
	}
	if row.Form != "" {
		if target == nil || target.Kind != table.Date || !isDateForm(row.Form) {
			r.report(row, BadTarget, "/form", "日期格式只用于日期列，应当含有 YYYY、MM、DD 各一次")
			return
		}
		if m.form != "" && m.form != row.Form {
			r.report(row, DoubleSource, "/form", "这一列写了两种日期格式")
			return
		}
		m.form = row.Form
	}
	if row.From != "" {
		r.value(row, m, target)
	}
}

// target returns the column of files that a row names, nil for none.
func (r *mapReader) target(row *mapRow) (*column, bool) {
	if row.Target == "" {
		return nil, true
	}
	var names []string
	for i := range r.targets {
		if r.targets[i].Name == row.Target {
			return &r.targets[i], true
		}
		names = append(names, r.targets[i].Name)
	}
	message := "没有“" + row.Target + "”列"
	if n, ok := near.Name(row.Target, names); ok {
		message += "，是不是“" + n + "”？"
	}
	r.report(row, UnknownTarget, "/target", message)
	return nil, false
}

// source returns the entry of the row's column, a new one for its first row.
func (r *mapReader) source(row *mapRow) *mapped {
	for i := range r.made.columns {
		m := &r.made.columns[i]
		switch {
		case m.source == row.Source && m.target == row.Target:
			if row.From == "" {
				r.report(row, DoubleSource, "/source", "这一列写了两次；再写一行应当是另一个取值")
				return nil
			}
			return m
		case m.source == row.Source || row.Target != "" && m.target == row.Target:
			r.report(row, DoubleSource, "/source", "同一列对应了两列")
			return nil
		}
	}
	r.made.columns = append(r.made.columns, mapped{source: row.Source, target: row.Target, values: map[string]string{}})
	return &r.made.columns[len(r.made.columns)-1]
}

func (r *mapReader) value(row *mapRow, m *mapped, target *column) {
	if _, double := m.values[row.From]; double {
		r.report(row, DoubleSource, "/from", "这个取值写了两次")
		return
	}
	if target == nil {
		r.report(row, UnknownTarget, "/target", "没有本库列名的列不用写取值")
		return
	}
	if row.To != "" {
		if _, err := target.Parse(row.To); err != nil {
			r.report(row, BadTarget, "/to", err.Error())
			return
		}
	}
	m.values[row.From] = row.To
}

// isDateForm reports whether a form has the year, the month and the day once each, and no other digits and letters of that kind.
func isDateForm(form string) bool {
	rest := form
	for _, part := range []string{"YYYY", "MM", "DD"} {
		if strings.Count(form, part) != 1 {
			return false
		}
		rest = strings.Replace(rest, part, "", 1)
	}
	return !strings.ContainsAny(rest, "YMDymd0123456789")
}

// dateIn reads a text that begins as the form says.
func dateIn(form, text string) (fazhi.Date, bool) {
	if len(text) < len(form) {
		return fazhi.Date{}, false
	}
	var parts [3]string
	for at := 0; at < len(form); {
		matched := false
		for i, part := range [...]string{"YYYY", "MM", "DD"} {
			if strings.HasPrefix(form[at:], part) {
				parts[i], matched = text[at:at+len(part)], true
				at += len(part)
				break
			}
		}
		if !matched {
			if form[at] != text[at] {
				return fazhi.Date{}, false
			}
			at++
		}
	}
	if rest := text[len(form):]; rest != "" && !strings.HasPrefix(rest, " ") && !strings.HasPrefix(rest, "T") {
		return fazhi.Date{}, false
	}
	d, err := fazhi.ParseDate(parts[0] + "-" + parts[1] + "-" + parts[2])
	return d, err == nil
}
