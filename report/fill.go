package report

import (
	"errors"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
)

// fill puts the figures into the placeholders of a block.
func (a *assembly) fill(item Item) gongwen.Block {
	a.auditUnits(item)
	next := 0
	return gongwen.MapSpans(item.Block, func(s gongwen.Span) gongwen.Span {
		f, ok := s.(gongwen.Figure)
		if !ok || f.Text != "" {
			return s
		}
		mark := Mark{ID: f.ID, Line: item.Line}
		if next < len(item.Marks) {
			mark = item.Marks[next]
		}
		next++
		return gongwen.Figure{ID: f.ID, Text: a.figureText(mark)}
	})
}

func (a *assembly) figureText(m Mark) string {
	f, ok := a.figures[m.ID]
	if !ok {
		a.report(CodeFigureUnknown, fazhi.Error, m.Line, "没有数据项“"+m.ID+"”", "")
		return "［" + m.ID + "］"
	}
	a.used[m.ID] = true
	text, err := f.Text(m.Form)
	if errors.Is(err, fazhi.ErrApprox) {
		a.report(CodeFigureForm, fazhi.Error, m.Line, "数据项“"+m.ID+"”不能写“余”：须是不小于十、不恰为整数的计数", "")
		m.Form.Approx = false
		text, err = f.Text(m.Form)
	}
	if err != nil {
		why := "分母为零"
		if f.Value == nil {
			why = "超出范围"
		}
		a.report(CodeFigureForm, fazhi.Error, m.Line, "数据项“"+m.ID+"”没有数值："+why, "")
		return "［" + m.ID + "］"
	}
	return text
}
