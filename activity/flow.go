package activity

import "github.com/fazhi-go/fazhi/lifecycle"

// Flow returns the way that a record of the area takes: 登记, 办理, 办结. It is the same for all areas and has no limits; a
// bureau that needs others changes it before it compiles. Of the zero Activity it has no kind and does not compile.
func (a *Activity) Flow() lifecycle.Flow {
	return lifecycle.Flow{Kind: a.kind, Name: a.sheet + "办理流程", Steps: []lifecycle.Step{
		{Name: "登记", Doc: "登记入册", First: true},
		{Name: "办理", Doc: "正在办理，或者补记情况", After: []string{"登记", "办理"}},
		{Name: "办结", Doc: "办理完毕", After: []string{"登记", "办理"}, Final: true},
	}}
}
