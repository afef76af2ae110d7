package report

// A Template lists the parts that a report must have.
type Template struct {
	Name  string
	Parts []Part

	// Requires names plug-ins ("owner/name") without whose sections the report is not whole.
	Requires []string
}

// A Part is one required content of the report. A narrative marks where it begins by its Name.
type Part struct {
	Name     string
	Doc      string // what belongs there, in Chinese
	Basis    string
	Optional bool
}

// Statutory returns the contents that the central rule on annual reports asks for: 法治政府建设与责任落实督察工作规定
// (厅字〔2019〕28号), five items. The item texts are confirmed by two public sources; the number of the article is not,
// so the basis names the item only.
func Statutory() Template {
	const rule = "法治政府建设与责任落实督察工作规定（厅字〔2019〕28号）年度报告内容第"
	return Template{Name: "法治政府建设年度报告", Parts: []Part{
		{Name: "举措成效", Doc: "上一年度推进法治政府建设的主要举措和成效", Basis: rule + "（一）项"},
		{Name: "不足原因", Doc: "上一年度推进法治政府建设存在的不足和原因", Basis: rule + "（二）项"},
		{Name: "第一责任人", Doc: "上一年度党政主要负责人履行推进法治建设第一责任人职责的有关情况", Basis: rule + "（三）项"},
		{Name: "下年安排", Doc: "下一年度推进法治政府建设的主要安排", Basis: rule + "（四）项"},
		{Name: "其他情况", Doc: "其他需要报告的情况", Basis: rule + "（五）项", Optional: true},
	}}
}

func (t Template) part(name string) (Part, bool) {
	for _, p := range t.Parts {
		if p.Name == name {
			return p, true
		}
	}
	return Part{}, false
}
