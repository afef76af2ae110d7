package content

import "strings"

// A LawName is a law of the state that county documents cite, and how it is called for short. The full name is that of its
// own title, or by which other published laws cite it.
type LawName struct {
	Full  string
	Short []string
}

// LawNames returns laws with their short names. A short name may be cited once the text has said so (以下简称《…》).
func LawNames() []LawName {
	const state = "中华人民共和国"
	var names []LawName
	for line := range strings.Lines(shortNames) {
		words := strings.Fields(line)
		n := LawName{Full: words[0]}
		if strings.HasPrefix(n.Full, "-") {
			n.Full = n.Full[1:] // it is called so in full
		} else {
			n.Short = append(n.Short, n.Full)
			n.Full = state + n.Full
		}
		n.Short = append(n.Short, words[1:]...)
		names = append(names, n)
	}
	return names
}

// shortNames has a law a line: its name without 中华人民共和国, and what else it is called. A minus marks names that have no
// 中华人民共和国 before them.
const shortNames = `行政处罚法
行政许可法
行政强制法
行政复议法
行政诉讼法 行诉法
民事诉讼法 民诉法
刑事诉讼法 刑诉法
国家赔偿法
公务员法
立法法
地方各级人民代表大会和地方各级人民政府组织法 地方组织法
监察法
各级人民代表大会常务委员会监督法 监督法
民法典
刑法
治安管理处罚法 治安处罚法
道路交通安全法 道交法
突发事件应对法
安全生产法 安生法
消防法
食品安全法
药品管理法
城乡规划法
土地管理法
环境保护法
固体废物污染环境防治法 固废法
大气污染防治法
水污染防治法
水法
森林法
文物保护法
招标投标法 招投标法
政府采购法
反垄断法
反不正当竞争法
价格法
广告法
消费者权益保护法 消法
劳动法
劳动合同法
社会保险法
教育法
义务教育法
未成年人保护法
老年人权益保障法
妇女权益保障法
人民调解法
档案法
保守国家秘密法 保密法
个人信息保护法
数据安全法
网络安全法
预算法
审计法
税收征收管理法 税收征管法
-政府信息公开条例 信息公开条例
-优化营商环境条例 营商环境条例
-公平竞争审查条例
-规章制定程序条例
-重大行政决策程序暂行条例
`

// lawNames is the cue for a law that is cited by a short name.
func lawNames() Rule {
	var short []string
	for _, n := range LawNames() {
		short = append(short, n.Short...)
	}
	return Rule{
		Code: "normdoc/wording/law-name", Doc: "引用法律用全称；用简称的，先写明“以下简称”", Basis: technique1 + "6",
		Signs:   []Sign{{Words: `《(?:` + strings.Join(short, "|") + `)》`}},
		Passing: []string{`〈[^〉]*〉`}, Unless: []string{`以下(?:统|简)称`},
	}
}
