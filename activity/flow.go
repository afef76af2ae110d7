package activity

import "github.com/fazhi-go/fazhi/lifecycle"

// Flow returns the way that a record of the area takes, as it is declared (流程). An area that declares none has the usual
// one: 登记, 办理, 办结, and 补记 of what becomes known later, until it is filed (归档), without limits; a bureau that needs
// others changes it before it compiles. Of the zero Activity it has no kind and does not compile.
func (a *Activity) Flow() lifecycle.Flow {
	if len(a.flow.Steps) > 0 {
		return a.flow.Clone()
	}
	return lifecycle.Flow{Kind: a.kind, Name: a.sheet + "办理流程", Steps: []lifecycle.Step{
		{Name: "登记", Doc: "登记入册", First: true},
		{Name: "办理", Doc: "正在办理，或者补记情况", After: []string{"登记", "办理"}, Late: true},
		{Name: "办结", Doc: "办理完毕", After: []string{"登记", "办理"}},
		{Name: "补记", Doc: "办结之后补记情况", After: []string{"办结", "补记"}, Late: true},
		{Name: "归档", Doc: "材料归档，不再补记", After: []string{"办结", "补记"}, Final: true},
	}}
}
