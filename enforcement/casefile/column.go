package casefile

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

// Names of the sheets of files (ReadSheets).
const (
	FilesSheet     = "案卷"
	DocumentsSheet = "卷内文书"
	PausesSheet    = "不计期间"
)

// column is one column of the sheet of files: where its value is in a file, and how it gets there. Get returns nil for an
// empty cell; put is given a value of the column's kind and reports false when it refuses it.
type column struct {
	table.Column
	path fazhi.Path
	get  func(*File) any
	put  func(*File, any) bool
}

// columns are those of the sheet 案卷, in their order: the head, the days of the events, the facts, the moments.
func columns() []column {
	list := append(headColumns(), amountColumns()...)
	for i, n := range nodes() {
		list = append(list, column{table.Column{Name: n.name, Kind: table.Date, Doc: n.doc}, Event(i).Path(),
			func(f *File) any { return f.Dates[i] },
			func(f *File, v any) bool { f.Dates[i] = v.(fazhi.Date); return true }})
	}
	for i, n := range factNodes() {
		list = append(list, column{table.Column{Name: n.name, Kind: table.YesNo, Doc: n.doc}, Fact(i).Path(),
			func(f *File) any { return yesOrNil(f.Facts[i]) },
			func(f *File, v any) bool { f.Facts[i] = AnswerOf(v.(bool)); return true }})
	}
	return append(list,
		momentColumn("当场实施时刻", "/onSpot", func(f *File) *Moment { return &f.OnSpot }),
		momentColumn("补办批准时刻", "/onSpotReported", func(f *File) *Moment { return &f.OnSpotReported }))
}

func yesOrNil(a Answer) any {
	if a == Unknown {
		return nil
	}
	return a == Yes
}

func headColumns() []column {
	return []column{
		textColumn(table.Column{Name: "案卷编号", Required: true}, "/serial", func(f *File) *string { return &f.Serial }),
		textColumn(table.Column{Name: "决定书文号", Doc: "照决定书填写"}, "/number", func(f *File) *string { return &f.Number }),
		textColumn(table.Column{Name: "执法机关", Required: true}, "/organ", func(f *File) *string { return &f.Organ }),
		textColumn(table.Column{Name: "案卷类型", Required: true, Choices: sortNames()}, "/sort", func(f *File) *Sort { return &f.Sort }),
		textColumn(table.Column{Name: "程序", Choices: procedureNames()}, "/procedure", func(f *File) *Procedure { return &f.Procedure }),
		textColumn(table.Column{Name: "案由"}, "/cause", func(f *File) *string { return &f.Cause }),
		textColumn(table.Column{Name: "当事人"}, "/party", func(f *File) *fazhi.PersonName { return &f.Party }),
		textColumn(table.Column{Name: "当事人类型", Choices: partySorts()}, "/partySort", func(f *File) *string { return &f.PartySort }),
		textColumn(table.Column{Name: "当事人代码", Doc: "统一社会信用代码或者证件号码"}, "/partyCode", func(f *File) *fazhi.IDNumber { return &f.PartyCode }),
		{table.Column{Name: "处罚种类", Kind: table.List}, "/penalties",
			func(f *File) any { return f.Penalties },
			func(f *File, v any) bool { f.Penalties = v.([]string); return true }},
	}
}

func textColumn[T ~string](c table.Column, path fazhi.Path, at func(*File) *T) column {
	return column{c, path, func(f *File) any { return string(*at(f)) }, func(f *File, v any) bool { *at(f) = T(v.(string)); return true }}
}

func amountColumns() []column {
	return []column{
		moneyColumn("罚款金额", "/fine", func(f *File) **fazhi.Money { return &f.Fine }),
		moneyColumn("加处罚款金额", "/added", func(f *File) **fazhi.Money { return &f.Added }),
		countColumn("执法人员人数", "/officers", func(f *File) **int { return &f.Officers }),
		countColumn("有执法资格人数", "/qualified", func(f *File) **int { return &f.Qualified }),
	}
}

func moneyColumn(name string, path fazhi.Path, at func(*File) **fazhi.Money) column {
	return column{table.Column{Name: name, Kind: table.Money}, path,
		func(f *File) any { return *at(f) },
		func(f *File, v any) bool { m := v.(fazhi.Money); *at(f) = &m; return true }}
}

func countColumn(name string, path fazhi.Path, at func(*File) **int) column {
	return column{table.Column{Name: name, Kind: table.Integer}, path,
		func(f *File) any { return *at(f) },
		func(f *File, v any) bool { n := int(v.(int64)); *at(f) = &n; return int64(n) == v.(int64) }}
}

func momentColumn(name string, path fazhi.Path, at func(*File) *Moment) column {
	return column{table.Column{Name: name, Doc: "写作 2024-05-06 10:30"}, path,
		func(f *File) any { return *at(f) },
		func(f *File, v any) bool {
			m, err := ParseMoment(v.(string))
			*at(f) = m
			return err == nil
		}}
}

// plainColumns are the columns as table knows them.
func plainColumns(columns []column) []table.Column {
	list := make([]table.Column, len(columns))
	for i := range columns {
		list[i] = columns[i].Column
	}
	return list
}
