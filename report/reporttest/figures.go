package reporttest

import (
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/report"
)

// Printed returns figures as running text has them, by ID. What is not defined is empty.
func Printed(figures []fazhi.Figure) map[string]string {
	out := make(map[string]string, len(figures))
	for _, f := range figures {
		out[f.ID], _ = f.Text(fazhi.Form{})
	}
	return out
}

// Counting returns the IDs of the figures that count the document of an ID, in their order.
func Counting(figures []fazhi.Figure, id string) []string {
	var out []string
	for _, f := range figures {
		if slices.ContainsFunc(refsOf(f), func(r fazhi.Ref) bool { return r.ID == id }) {
			out = append(out, f.ID)
		}
	}
	return out
}

func refsOf(f fazhi.Figure) []fazhi.Ref {
	if f.From.Refs == nil {
		return nil
	}
	return slices.Collect(f.From.Refs)
}

// Each figure has an ID of its own, 领域.名称, as placeholders are written, and a name, a unit, a scope and the year.
func (b *bench[D]) figureForm() {
	for _, year := range []int{b.Year, b.Year + 1} {
		seen := make(map[string]bool)
		for _, f := range b.Figures(b.Records, year) {
			if _, marks, err := report.Prose("{{"+f.ID+"}}", 0); err != nil || len(marks) != 1 || marks[0].ID != f.ID {
				b.say("标识 %q 应写作“领域.名称”", f.ID)
			}
			if seen[f.ID] {
				b.say("有两个数据项的标识是 %s", f.ID)
			}
			seen[f.ID] = true
			if f.Name == "" || f.Unit == "" || f.Scope == "" || f.Value == nil {
				b.say("%s 应当有名称、单位、口径和数值", f.ID)
			}
			if f.Period != fazhi.YearOf(year) {
				b.say("%s 的期间应当是 %d 年", f.ID, year)
			}
		}
		if len(seen) == 0 {
			b.say("%d 年没有数据项", year)
		}
	}
}

// A figure counts documents of the ledger, each once, and its number and digest are theirs.
func (b *bench[D]) source() {
	own := make(map[fazhi.Ref]bool)
	for _, d := range b.Records {
		own[fazhi.RefOf(d)] = true
	}
	for _, f := range b.Figures(b.Records, b.Year) {
		refs := refsOf(f)
		if again := fazhi.SourceOf(slices.Values(refs)); again.Count != f.From.Count || again.Digest != f.From.Digest {
			b.say("%s 的份数、摘要与所列的文件不符", f.ID)
		}
		seen := make(map[fazhi.Ref]bool)
		for _, r := range refs {
			if !own[r] || seen[r] {
				b.say("%s 计入了台账没有的文件，或者把 %s 计了两次", f.ID, r)
			}
			seen[r] = true
		}
	}
}

// Without any one record, exactly the figures that count it differ, in value or in what they count.
func (b *bench[D]) oneLess() {
	all := b.Figures(b.Records, b.Year)
	for _, f := range all {
		if f.From.Count == 0 || f.Number() == "" {
			b.say("Subject.Records 没有让 %s 有数值的文件，证明不了什么", f.ID)
		}
	}
	for i, d := range b.Records {
		less := b.Figures(without(b.Records, i), b.Year)
		if !sameIDs(all, less) {
			b.say("少了 %s，数据项就不是这些了", d.ID())
			continue
		}
		b.differ(d, all, less)
	}
}

func (b *bench[D]) differ(d D, all, less []fazhi.Figure) {
	counting := Counting(all, d.ID())
	for i, f := range all {
		switch counts := slices.Contains(counting, f.ID); {
		case counts && sameFigure(f, less[i]):
			b.say("%s 计入了 %s，少了它却没有变化", f.ID, d.ID())
		case !counts && !sameFigure(f, less[i]):
			b.say("%s 没有计入 %s，少了它却有变化", f.ID, d.ID())
		}
	}
}

// The order of the records does not matter for values and digests.
func (b *bench[D]) order() {
	all := b.Figures(b.Records, b.Year)
	reversed := slices.Clone(b.Records)
	slices.Reverse(reversed)
	for _, records := range [][]D{reversed, append(slices.Clone(b.Records[1:]), b.Records[0])} {
		again := b.Figures(records, b.Year)
		if !sameIDs(all, again) {
			b.say("记录的顺序不同，数据项就不同")
			continue
		}
		for i, f := range all {
			if !sameFigure(f, again[i]) {
				b.say("记录的顺序不同，%s 就不同", f.ID)
			}
		}
	}
}

// An empty ledger gives every figure: nothing counted, counts and amounts 0, rates and their changes not defined.
func (b *bench[D]) emptyLedger() {
	all := b.Figures(b.Records, b.Year)
	for _, records := range [][]D{nil, {}, b.readEmpty()} {
		empty := b.Figures(records, b.Year)
		if !sameIDs(all, empty) {
			b.say("空的台账没有给出全部数据项")
			continue
		}
		for _, f := range empty {
			if !isZero(f.Value) || f.From.Count != 0 || len(refsOf(f)) != 0 {
				b.say("空的台账，%s 应当没有计入任何文件，计数为 0，比率没有数值", f.ID)
			}
		}
	}
}

// readEmpty reads the ledger's form before anybody has filled it in.
func (b *bench[D]) readEmpty() []D {
	f, ok := b.form()
	if !ok {
		return nil
	}
	src, ok := b.csv(f)
	if !ok {
		return nil
	}
	records, issues, _ := b.read(src, "")
	if len(records)+len(issues) > 0 {
		b.say("只有表头的台账读出了 %d 条记录、%d 个问题", len(records), len(issues))
	}
	return records
}

// isZero reports whether a quantity is that of nothing.
func isZero(q fazhi.Quantity) bool {
	switch v := q.(type) {
	case fazhi.Count:
		return v == fazhi.Count{}
	case fazhi.Rate:
		return v == fazhi.Rate{}
	case fazhi.Points:
		return v == fazhi.Points{}
	case fazhi.Money:
		return v == 0
	}
	return false
}

func without[D any](records []D, i int) []D {
	return slices.Delete(slices.Clone(records), i, i+1)
}

func sameIDs(a, b []fazhi.Figure) bool {
	return slices.EqualFunc(a, b, func(f, g fazhi.Figure) bool { return f.ID == g.ID })
}

// sameFigure compares what a figure says and what it counts.
func sameFigure(f, g fazhi.Figure) bool {
	return f.ID == g.ID && f.Value == g.Value && f.From.Count == g.From.Count && f.From.Digest == g.From.Digest
}
