package documents

import "github.com/fazhi-go/fazhi/gongwen/form"

// remedyFields say how a decision can be taken to court: within fifteen days after it was received, unless a law sets another
// period (行政诉讼法 art. 45) or makes the decision final (行政复议法 art. 10).
func remedyFields() []form.Field {
	return []form.Field{
		{Name: "救济", Type: form.Choice, Required: true, Choices: []string{"可以起诉", "最终裁决"}},
		{Name: "法院", When: []string{"救济=可以起诉"}, Doc: "有管辖权的人民法院的全称"},
		{Name: "另定期限", Doc: "法律对起诉期限另有规定的填，如：三十日"},
		{Name: "终局依据", When: []string{"救济=最终裁决"}, Doc: "规定为最终裁决的法律和条款"},
	}
}

// remedy tells it.
func remedy() []form.Part {
	const open = "救济=可以起诉"
	return []form.Part{
		{If: []string{open, "!另定期限"}, Text: "如不服本决定，可以自收到本决定书之日起十五日内，依照" + suits + "第四十五条的规定向{法院}提起行政诉讼。"},
		{If: []string{open, "另定期限"}, Text: "如不服本决定，可以自收到本决定书之日起{另定期限}内向{法院}提起行政诉讼。"},
		{If: []string{"救济=最终裁决"}, Text: "依照{终局依据}的规定，本决定为最终裁决。"},
	}
}
