package redact

import "strings"

// compounds are surnames of two characters (复姓), which stay whole.
const compounds = "欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 " +
	"仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 " +
	"百里 呼延 东郭 南门 羊舌 微生 公户 公玉 公仪 梁丘 公仲 公上 公门 公山 公坚 左丘 公伯 西门 公祖 第五 公乘 贯丘 公皙 南荣 东里 " +
	"东宫 仲长 子书 子桑 即墨 达奚 褚师 呼延 完颜 纳兰 爱新 那拉 "

// singles are the surnames after which a name is recognised in running text.
const singles = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜" +
	"范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂" +
	"丛焦柳邢骆岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强" +
	"柴华车冉房边净阴闫胥吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇" +
	"艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺水尚向初厉幸粟矫晁芮"

// common are the surnames after which a name is recognised without a colon; those that are also everyday words of running
// text are not among them.
const common = "王李张刘陈杨赵黄周吴徐孙胡朱郭罗梁宋郑谢韩唐冯董萧曹袁邓沈彭吕苏卢蒋蔡贾魏薛阎潘杜戴汪姜范姚谭廖邹熊陆郝崔邱秦侯邵孟" +
	"雷尹黎贺赖龚庞樊殷翟颜倪芦俞鲁韦聂骆岳詹耿牟靳霍瞿褚窦冉闫"

func compound(s string) bool { return strings.Contains(" "+compounds, " "+s+" ") }

// surname returns the number of characters of the surname with which a name begins, 0 if there is none.
func surname(p *page, i int, list string) int {
	if i+1 < len(p.folded) && compound(string(p.folded[i:i+2])) {
		return 2
	}
	if r := p.rune(i); r != 0 && strings.ContainsRune(list, r) {
		return 1
	}
	return 0
}
