package reconsideration

// A Result is how a court closed an instance (裁判结果).
type Result string

// results says of every way in which courts close administrative suits whether the organ lost (败诉), and whether it is
// for appeals and retrials only. Articles are those of the 行政诉讼法 of 2017.
var results = map[Result]struct{ lost, appellate bool }{
	"撤销":      {lost: true}, // 判决，第七十条
	"撤销并重作":   {lost: true}, // 判决，第七十条
	"部分撤销":    {lost: true}, // 判决，第七十条
	"部分撤销并重作": {lost: true}, // 判决，第七十条
	"履行法定职责":  {lost: true}, // 判决，第七十二条
	"履行给付义务":  {lost: true}, // 判决，第七十三条
	"确认违法":    {lost: true}, // 判决，第七十四条
	"确认无效":    {lost: true}, // 判决，第七十五条
	"赔偿":      {lost: true}, // 判决，第七十六条
	"变更":      {lost: true}, // 判决，第七十七条
	"协议履行":    {lost: true}, // 判决，第七十八条
	"协议补偿":    {lost: true}, // 判决，第七十八条

	"驳回诉讼请求": {}, // 判决，第六十九条
	"驳回起诉":   {}, // 裁定
	"主动撤诉":   {}, // 裁定
	"改变后撤诉":  {}, // 裁定
	"终结":     {}, // 裁定
	"其他裁定":   {}, // 裁定
	"调解":     {}, // 第六十条

	"驳回上诉维持原判": {appellate: true}, // 判决
	"驳回上诉维持裁定": {appellate: true}, // 裁定
	"发回重审":     {appellate: true}, // 裁定
}

// IsLost reports whether the result counts as a suit lost (败诉): a judgment that quashes or changes the act in whole or
// in part, finds it unlawful or void, or orders performance, payment or compensation. Rulings (裁定) and mediation do
// not count.
func (r Result) IsLost() bool { return results[r].lost }

// isKnown reports whether the result is in the table.
func (r Result) isKnown() bool { _, ok := results[r]; return ok }
