package review

import (
	"slices"

	"github.com/fazhi-go/fazhi/gongwen/form"
)

// Correction returns the letter that asks for what is missing (补正通知书). By when is local law: without 补正期限 the letter sets no
// day.
func Correction() form.Spec {
	fields := slices.Concat([]form.Field{
		{Name: fieldReceived, Type: form.Date, Required: true},
		{Name: "补正依据", Type: form.List, Doc: "本地规定的名称和条款；没有的不填"},
		{Name: "补正材料", Type: form.List, Required: true, Of: []form.Field{{Name: "材料", Required: true}, {Name: "说明", Doc: "末尾不加句号"}}},
		{Name: "补正期限", Type: form.Date, Doc: "依照本地规定确定的最后一日；没有规定的不填"},
		{Name: "期限说明", Doc: "如：补正期间不计入审查期限；写明依据，末尾不加句号"},
	}, contact())
	s := letter("政府合同送审材料补正通知书", "送审材料不齐全，通知送审单位补正", form.Notice, fields, slices.Concat([]form.Part{
		{Text: "你单位送审的{合同名称}[（合同编号：{合同编号}）]及有关材料，已于{收到日期}收悉。经核对，送审材料不齐全。[根据{补正依据}，]请补正下列材料："},
		{Each: "补正材料", Items: true, Text: "{材料}[：{说明}]。"},
		{If: []string{"补正期限"}, Text: "请于{补正期限}前（含当日）补正。"},
		{If: []string{"!补正期限"}, Text: "请补正后送我单位。"},
		{If: []string{"期限说明"}, Text: "{期限说明}。"},
	}, contactParts(), []form.Part{{Text: "特此通知。"}})...)
	s.Title = "政府合同送审材料补正通知书"
	return s
}

// OutOfScopeLetter returns the letter that says that a contract is not reviewed (不属审查范围告知书), with the rule that leaves it out:
// there is no national one, so the office names its own.
func OutOfScopeLetter() form.Spec {
	fields := slices.Concat([]form.Field{
		{Name: fieldReceived, Type: form.Date, Required: true},
		{Name: "不审查理由", Required: true, Doc: "末尾不加句号"},
		{Name: "不审查依据", Type: form.List, Required: true, Doc: "本地规定的名称和条款"},
		{Name: "后续办理", Doc: "如：由你单位的法制机构审查；末尾不加句号"},
	}, contact())
	s := letter("不属合法性审查范围告知书", "送审的合同不属于审查范围，不予审查", form.Notice, fields, slices.Concat([]form.Part{
		{Text: "你单位送审的{合同名称}[（合同编号：{合同编号}）]及有关材料，已于{收到日期}收悉。"},
		{Text: "经核对，{不审查理由}。根据{不审查依据}，该合同不属于我单位的合法性审查范围，我单位不予审查。"},
		{Text: "不予审查不是对合同合法性的认定。[{后续办理}。]"},
	}, contactParts(), []form.Part{{Text: "特此告知。"}})...)
	s.Title = "关于{合同名称}不属于合法性审查范围的告知书"
	return s
}

// FilingReceipt returns the receipt for a contract that was filed (备案回执).
func FilingReceipt() form.Spec {
	fields := slices.Concat([]form.Field{
		{Name: fieldReceived, Type: form.Date, Required: true, Doc: "收到备案材料之日"},
		{Name: "签订日期", Type: form.Date},
		{Name: "备案日期", Type: form.Date, Required: true},
		{Name: "备案号"},
		{Name: "备案材料", Type: form.List},
		{Name: "备案提示", Type: form.List, Doc: "每项一句，末尾加句号"},
	}, contact())
	s := letter("政府合同备案回执", "收到报送备案的合同", form.Notice, fields, slices.Concat([]form.Part{
		{Text: "你单位报送备案的{合同名称}[（合同编号：{合同编号}）][，签订日期为{签订日期}]，我单位已于{收到日期}收悉，于{备案日期}备案[，备案号为{备案号}]。"},
		{If: []string{"备案材料"}, Text: "收到的材料："},
		{If: []string{"备案材料"}, Each: "备案材料", Items: true, Text: "{项}"},
		{If: []string{"备案提示"}, Text: "请注意下列事项："},
		{If: []string{"备案提示"}, Each: "备案提示", Items: true, Text: "{项}"},
		{Text: "备案只是对合同签订情况的登记，不改变合同的效力。合同变更、解除或者发生争议的，请及时报送。"},
	}, contactParts())...)
	s.Title = "政府合同备案回执"
	return s
}
