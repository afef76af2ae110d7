package protocol

import (
	"slices"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/report"
)

// figuresOf rebuilds the figures of a section.
func figuresOf(wire []Figure, period fazhi.Period) ([]fazhi.Figure, error) {
	figures := make([]fazhi.Figure, 0, len(wire))
	seen := make(map[string]bool, len(wire))
	for i := range wire {
		f := &wire[i]
		value, fault := f.Value.quantity(f.Unit)
		if m, err := report.ParseMark(f.ID, 0); err != nil || m.ID != f.ID || seen[f.ID] {
			fault = "标识应写作 领域.名称，并且不重复"
		}
		seen[f.ID] = true
		from := fazhi.Source{Count: f.Count}
		if f.Refs != nil {
			from = fazhi.SourceOf(slices.Values(f.Refs))
		}
		if f.Count < 0 || from.Count != f.Count {
			fault = "count 是负数，或者与 refs 的个数不同"
		}
		if fault != "" {
			return nil, answerError("第 " + strconv.Itoa(i+1) + " 个数据项：" + fault)
		}
		figures = append(figures, fazhi.Figure{
			ID: f.ID, Name: f.Name, Unit: f.Unit, Noun: f.Noun, Value: value, Period: period, Scope: f.Scope, From: from,
		})
	}
	return figures, nil
}

// quantity returns the value, and what is wrong with it in the unit.
func (v Value) quantity(unit string) (fazhi.Quantity, string) {
	var all []fazhi.Quantity
	units := ""
	add := func(is bool, q func() fazhi.Quantity, of string) {
		if is {
			all, units = append(all, q()), of
		}
	}
	add(v.Count != nil, func() fazhi.Quantity { return fazhi.Count{N: *v.Count} }, "")
	add(v.AtLeast != nil, func() fazhi.Quantity { return fazhi.Count{N: *v.AtLeast, More: true} }, "")
	add(v.Rate != nil, func() fazhi.Quantity { return fazhi.Rate(*v.Rate) }, "%")
	add(v.Points != nil, func() fazhi.Quantity {
		return fazhi.Points{Now: fazhi.Rate(v.Points.Now), Before: fazhi.Rate(v.Points.Before)}
	}, "百分点")
	add(v.Fen != nil, func() fazhi.Quantity { return fazhi.Money(*v.Fen) }, "元 万元 亿元")
	switch {
	case len(all) != 1:
		return nil, "value 应当恰有一个成员"
	case units != "" && !slices.Contains(strings.Fields(units), unit):
		return nil, "这种值的单位应当是：" + units
	case v.Rate != nil && v.Rate.Den < 0, v.Points != nil && min(v.Points.Now.Den, v.Points.Before.Den) < 0:
		return nil, "分母不能是负数"
	}
	return all[0], ""
}

// maxRefs is up to how many documents a figure of a served section names them.
const maxRefs = 10_000

// figureOf writes a figure for the wire.
func figureOf(f fazhi.Figure) (Figure, bool) {
	v, ok := valueOf(f.Value)
	out := Figure{ID: f.ID, Name: f.Name, Unit: f.Unit, Noun: f.Noun, Value: v, Scope: f.Scope, Count: f.From.Count}
	if f.From.Refs != nil && f.From.Count > 0 && f.From.Count <= maxRefs {
		out.Refs = slices.Collect(f.From.Refs)
	}
	return out, ok
}

func valueOf(q fazhi.Quantity) (v Value, ok bool) {
	switch q := q.(type) {
	case fazhi.Count:
		if q.More {
			v.AtLeast = &q.N
		} else {
			v.Count = &q.N
		}
	case fazhi.Rate:
		r := Rate(q)
		v.Rate = &r
	case fazhi.Points:
		v.Points = &Points{Now: Rate(q.Now), Before: Rate(q.Before)}
	case fazhi.Money:
		fen := int64(q)
		v.Fen = &fen
	default:
		return Value{}, false
	}
	return v, true
}

// proseOf writes a section as one paragraph with placeholders, if it is one.
func proseOf(s report.Section) (string, bool) {
	if len(s.Items) != 1 {
		return "", false
	}
	item := s.Items[0]
	p, ok := item.Block.(gongwen.Paragraph)
	if !ok || p.Align != 0 || item.Part != "" || item.Slot != "" {
		return "", false
	}
	var b strings.Builder
	marks := item.Marks
	for _, span := range p.Text {
		switch span := span.(type) {
		case gongwen.Text:
			if strings.Contains(string(span), "{{") {
				return "", false
			}
			b.WriteString(string(span))
		case gongwen.Figure:
			if len(marks) == 0 || marks[0].ID != span.ID {
				return "", false
			}
			b.WriteString(placeholder(marks[0]))
			marks = marks[1:]
		default:
			return "", false
		}
	}
	return b.String(), len(marks) == 0
}

// placeholder writes a mark as report.ParseMark reads it.
func placeholder(m report.Mark) string {
	text := "{{" + m.ID
	if m.Form.Approx {
		text += "|余"
	}
	if m.Form.Bare {
		text += "|数"
	}
	if m.Form.Places != 0 {
		text += "|" + strconv.Itoa(max(m.Form.Places, 0)) + "位小数"
	}
	return text + "}}"
}
