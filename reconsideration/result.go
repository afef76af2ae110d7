package reconsideration

// A Result is how a court closed an instance (裁判结果).
type Result string

// results says of every way in which courts close administrative suits whether the organ lost (败诉), whether it is a
// judgment (判决), and whether it is for appeals and retrials only. Articles are those of the 行政诉讼法 of 2017.
var results = []struct {
	name                      Result
	lost, judgment, appellate bool
}{
	{name: "驳回诉讼请求", judgment: true},                    // 判决，第六十九条
	{name: "撤销", lost: true, judgment: true},            // 判决，第七十条
	{name: "撤销并重作", lost: true, judgment: true},         // 判决，第七十条
	{name: "部分撤销", lost: true, judgment: true},          // 判决，第七十条
	{name: "部分撤销并重作", lost: true, judgment: true},       // 判决，第七十条
	{name: "履行法定职责", lost: true, judgment: true},        // 判决，第七十二条
	{name: "履行给付义务", lost: true, judgment: true},        // 判决，第七十三条
	{name: "确认违法", lost: true, judgment: true},          // 判决，第七十四条
	{name: "确认无效", lost: true, judgment: true},          // 判决，第七十五条
	{name: "变更", lost: true, judgment: true},            // 判决，第七十七条
	{name: "协议履行", lost: true, judgment: true},          // 判决，第七十八条
	{name: "协议补偿", lost: true, judgment: true},          // 判决，第七十八条
	{name: "赔偿", lost: true, judgment: true},            // 判决，第七十六条
	{name: "驳回上诉维持原判", judgment: true, appellate: true}, // 判决
	{name: "驳回起诉"},                                      // 裁定
	{name: "驳回上诉维持裁定", appellate: true},                 // 裁定
	{name: "发回重审", appellate: true},                     // 裁定
	{name: "主动撤诉"},                                      // 裁定
	{name: "改变后撤诉"},                                     // 裁定
	{name: "终结"},                                        // 裁定
	{name: "其他裁定"},                                      // 裁定
	{name: "调解"},                                        // 第六十条
}

// Results returns every result, in the order of the ledger's choices.
func Results() []Result {
	all := make([]Result, len(results))
	for i := range results {
		all[i] = results[i].name
	}
	return all
}

// IsLost reports whether the result counts as a suit lost (败诉): a judgment that quashes or changes the act in whole or
// in part, finds it unlawful or void, or orders performance, payment or compensation. Rulings (裁定) and mediation do
// not count.
func (r Result) IsLost() bool {
	i := r.place()
	return i >= 0 && results[i].lost
}

// IsJudgment reports whether the result is a judgment (判决), as against rulings (裁定) and mediation.
func (r Result) IsJudgment() bool {
	i := r.place()
	return i >= 0 && results[i].judgment
}

// isAppellate reports whether the result is for appeals and retrials only.
func (r Result) isAppellate() bool {
	i := r.place()
	return i >= 0 && results[i].appellate
}

// place returns where the result stands in the table, -1 if it does not.
func (r Result) place() int {
	for i := range results {
		if results[i].name == r {
			return i
		}
	}
	return -1
}

// isKnown reports whether the result is in the table.
func (r Result) isKnown() bool { return r.place() >= 0 }
