package repeat

import "github.com/fazhi-go/fazhi/table"

// WarningSheet returns warnings as a ledger for people, in their order. The last two columns are for what they find.
func WarningSheet(warnings []Warning) table.Sheet {
	s := table.Sheet{Name: "重复执法预警", Title: "重复执法预警清单", Columns: []table.Column{
		{Name: "序号", Kind: table.Integer},
		{Name: "规则", Doc: "R1一事不再罚，R2管辖重合，R3重复检查，R4重复查封扣押"},
		{Name: "等级", Choices: []string{Red.Chinese(), Amber.Chinese()}},
		{Name: "强度", Kind: table.Integer, Doc: "各项比对分值之和，最高100，不是结论"},
		{Name: "甲编号", Width: 18}, {Name: "甲机关", Width: 16}, {Name: "乙编号", Width: 18}, {Name: "乙机关", Width: 16},
		{Name: "比对情况", Width: 40}, {Name: "缺少的信息", Kind: table.List, Width: 16}, {Name: "存疑情形", Width: 24},
		{Name: "依据", Width: 24}, {Name: "核查要点", Width: 40},
		{Name: "核查结果", Choices: []string{"属于重复", "不属于重复", "正在核查"}}, {Name: "核查说明", Width: 24},
	}}
	for i := range warnings {
		s.Rows = append(s.Rows, warnings[i].row(i+1))
	}
	return s
}

func (w *Warning) row(n int) []any {
	return []any{
		n, w.Rule(), w.Level.Chinese(), w.Strength, w.A.Serial, empty(w.A.Organ), w.B.Serial, empty(w.B.Organ),
		w.Text(), w.Missing, empty(join(w.Against)), w.Basis, w.Look, nil, nil,
	}
}

func empty(s string) any {
	if s == "" {
		return nil
	}
	return s
}
