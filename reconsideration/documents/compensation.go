package documents

import (
	"slices"

	"github.com/fazhi-go/fazhi/gongwen/form"
)

// The decisions on damages.
const (
	grants  = "赔偿决定=给予赔偿"
	denies  = "赔偿决定=驳回赔偿请求"
	returns = "赔偿决定=返还、解除或者赔偿价款"
)

// The decisions on the act beside which damages can be granted, now and under the law before, and things returned.
const (
	besides    = "主决定=变更|撤销|部分撤销|确认违法|确认无效"
	besidesOld = "主决定=变更|撤销|部分撤销|确认违法"
	undone     = "主决定=变更|撤销|部分撤销"
)

// compensation decides on damages together with the act itself (art. 72). Pairs that the law does not know rest on no article and
// cannot be written: damages beside 维持, things returned beside 确认违法, anything beside 确认无效 under the law before.
func compensation() form.Spec {
	return ruling{
		name: "行政复议决定书（赔偿）", doc: "行政复议法第七十二条；与对行政行为的决定同时作出", old: true,
		fields: []form.Field{
			{Name: "主决定", Type: form.Choice, Required: true, Choices: []string{"变更", "撤销", "部分撤销", "确认违法", "确认无效", "维持"},
				Doc: "维持的，只能驳回赔偿请求"},
			faultField(besidesOld),
			{Name: "赔偿决定", Type: form.Choice, Required: true, Choices: []string{"给予赔偿", "驳回赔偿请求", "返还、解除或者赔偿价款"},
				Doc: "返还、解除或者赔偿价款，只与变更、撤销、部分撤销同时决定"},
			{Name: "主决定内容", Required: true, Doc: "对行政行为的决定，末尾加句号"},
			{Name: "赔偿金额", Type: form.Money, When: []string{grants}},
			{Name: "返还内容", When: []string{returns}, Doc: "返还哪些财产、解除哪些措施或者赔偿多少价款，末尾不加句号"},
			{Name: "履行期限", When: []string{"赔偿决定=给予赔偿|返还、解除或者赔偿价款"}, Doc: "如：三十日"},
		},
		laws: compensationLaws(),
		parts: []form.Part{
			{Text: "{主决定内容}"},
			{If: []string{grants}, Text: "责令{被申请人}自收到本决定书之日起{履行期限}内赔偿申请人{赔偿金额:大小写}。"},
			{If: []string{denies}, Text: "驳回申请人的行政赔偿请求。"},
			{If: []string{returns}, Text: "责令{被申请人}自收到本决定书之日起{履行期限}内{返还内容}。"},
		},
	}.spec()
}

// compensationLaws are the articles on the act, then those on damages, of the same law.
func compensationLaws() []form.Law {
	const money = "赔偿决定=给予赔偿|驳回赔偿请求"
	return slices.Concat(
		articles("主决定", true, []ground{
			{"变更", law + "第六十三条第一款", ""}, {"撤销", law + "第六十四条第一款", ""}, {"部分撤销", law + "第六十四条第一款", ""},
		}),
		articles("主决定", true, []ground{{"确认违法", law + "第六十五条", ""}, {"确认无效", law + "第六十七条", ""}}, money),
		articles("主决定", true, []ground{{"维持", law + "第六十八条", lawOld + "第二十八条第一款第一项"}}, denies),
		faultLaws(undone), faultLaws("主决定=确认违法", money),
		[]form.Law{
			{If: []string{current, grants, besides}, Text: "第七十二条第一款"},
			{If: []string{current, denies}, Text: "第七十二条第一款"},
			{If: []string{current, returns, undone}, Text: "第七十二条第二款"},
			{If: []string{oldLaw, grants, besidesOld}, Text: "第二十九条第一款"},
			{If: []string{oldLaw, returns, undone}, Text: "第二十九条第二款"},
		})
}
