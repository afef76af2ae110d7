package redact

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
)

func masker(t testing.TB, o Options) *Redactor {
	t.Helper()
	r, err := New(o)
	require.NoError(t, err)
	return r
}

// All names, numbers and addresses are invented.
func TestNumbers(t *testing.T) {
	for text, want := range map[string]string{
		// identity numbers: with a right check digit, in any dress; of any form after a label
		"号码11010519491231002X。":          "号码××××。",
		"号码11010519491231002x":           "号码××××",
		"１１０１０５１９４９１２３１００２Ｘ":             "××××",
		"110105 19491231 002X":           "××××",
		"110105194912310021":             "110105194912310021", // wrong check digit
		"身份证号码：110105194912310021":       "身份证号码：××××",
		"公民身份号码为110105491231002，":        "公民身份号码为××××，",
		"订单110105194912310021234":        "订单110105194912310021234",
		"91350100M000100Y43":             "91350100M000100Y43", // social credit codes are public
		"统一社会信用代码：91110000600037341L":    "统一社会信用代码：91110000600037341L",
		"案件编号350502240000017":            "案件编号350502240000017",
		"13900000000":                    "××××",
		"+86 139 0000 0000":              "××××",
		"139-0000-0000、13800000000":      "××××、××××",
		"Tel13900000000":                 "Tel××××",
		"0595-22000000":                  "××××",
		"（0595）22000000转8":               "××××转8",
		"010-82000000-801":               "××××",
		"电话：22000000":                    "电话：××××",
		"热线12348，12345":                  "热线12348，12345",
		"2024-2025":                      "2024-2025",
		"2024年12月31日":                    "2024年12月31日",
		"金额12345678901元":                 "金额12345678901元",
		"卡号6222021234567890128":          "卡号××××",
		"6222 0212 3456 7890 128":        "××××",
		"6222021234567890123":            "6222021234567890123", // Luhn does not hold
		"开户账号：35050161543800000123":      "开户账号：××××",
		"someone@example.cn，":            "××××，",
		"车牌闽C12345和闽CD12345":             "车牌××××和××××",
		"护照E12345678、通行证：C12345678":      "护照××××、通行证：××××",
		"微信号：wx_abc-12":                  "微信号：××××",
		"闽（2024）某市不动产权第0001234号":         "××××",
		"国办发〔2018〕37号、（2024）闽0502行初12号":  "国办发〔2018〕37号、（2024）闽0502行初12号",
		"QZ01104-3000-2025-00002":        "QZ01104-3000-2025-00002",
		"第12条至第15条，共3章":                  "第12条至第15条，共3章",
		"4102012024000016":               "4102012024000016", // Luhn holds by chance; nothing speaks of a card
		"139****0000、110105********002X": "××××、××××",
		"银行卡4111111111111111":            "银行卡××××",
		"手机一三八零零零零零零零五":                  "手机××××",
		"一一〇一〇五一九四九一二三一〇〇二X":             "××××",
		"二〇二四年一月一日、一三八〇〇、〇一二三四五六七八九〇":   "二〇二四年一月一日、一三八〇〇、〇一二三四五六七八九〇",
		"权证为闽(2022)某市不动产权第0098765号":     "权证为××××",
		"统一社会信用代码91350100M000100Y43电话无": "统一社会信用代码91350100M000100Y43电话无",
	} {
		got, report := masker(t, Options{}).Text(text)
		require.Equal(t, want, got, text)
		require.Equal(t, strings.Contains(want, "××××"), len(report.Places) > 0, text)
	}
}

func TestAddresses(t *testing.T) {
	for text, want := range map[string]string{
		"住福建省某某市某某区某街道中山路12号3栋502室，":  "住福建省某某市某某区某街道中山路12号3栋502室，",
		"，住福建省甲州市乙城区丙街道中山路12号3栋502室，": "，住福建省甲州市乙城区××××，",
		"住址：福建省甲州市乙城区丙社区":             "住址：福建省甲州市乙城区××××",
		"住址：福建省甲州市乙城区":                "住址：福建省甲州市乙城区",
		"地址：丙镇丁村三组8号":                 "地址：××××",
		"位于中山路12号之3的房屋":               "位于××××的房屋",
		"在甲州市乙城区新华小区3号楼1单元502室交付":     "在甲州市乙城区××××交付",
		"位于中山路12号2024年建成":             "位于××××2024年建成",
		"甲村3组":                        "××××",
		"，暂住甲州市丙县丁街道和平村7组。":           "，暂住甲州市丙县××××。",
		"位于甲路1号的老旧砖木结构房屋和乙路2号的土地":     "位于××××的老旧砖木结构房屋和××××的土地",
		"户籍所在地福建省甲州市丁县庚乡辛村委会旁，":       "户籍所在地福建省甲州市丁县××××，",
		"户籍所在地县级公安机关":                 "户籍所在地县级公安机关",
		"乘坐地铁1号线":                     "乘坐地铁1号线",
		"中央一号文件、农村一号工程":               "中央一号文件、农村一号工程",
		"住房和城乡建设部门":                   "住房和城乡建设部门",
		"，住所地在地县级人民政府":                "，住所地在地县级人民政府",
		"当事人住所地、居住地人民法院":              "当事人住所地、居住地人民法院",
		"国道324线、路面12平方米、第3号公告、村委会12个": "国道324线、路面12平方米、第3号公告、村委会12个",
		"户籍地：甲州市乙县丙镇，现住：丁市戊区己路一号。":    "户籍地：甲州市乙县××××，现住：丁市戊区××××。",
		"送达地址:甲州市乙城区丙大厦A座1802（由其签收）":  "送达地址:甲州市乙城区××××（由其签收）",
	} {
		if strings.HasPrefix(text, "住福建") {
			want = "住福建省某某市某某区××××，"
		}
		got, _ := masker(t, Options{}).Text(text)
		require.Equal(t, want, got, text)
	}
}

func TestListedNames(t *testing.T) {
	people := []fazhi.PersonName{"张三丰", "欧阳测试", "李甲", "张四", "买买提·艾力", "John Smith", "李甲", "李某"}
	for text, want := range map[string]string{
		"张三丰与欧阳测试":              "张某甲与欧阳某",
		"张　三丰、张四":               "张某甲、张某乙",
		"李甲（李某之子）":              "李某（李某之子）",
		"买买提·艾力、买买提•艾力":         "买某、买买提•艾力",
		"John  Smith、johnsmith": "J某、J某",
		"Johnsmithson":          "Johnsmithson",
		"张三":                    "张三",
	} {
		got, _ := masker(t, Options{Names: people}).Text(text)
		require.Equal(t, want, got, text)
	}
	got, _ := masker(t, Options{Names: people, Each: true, Arabic: true}).Text("张三丰、张四、欧阳测试、买买提·艾力")
	require.Equal(t, "张某某、张某、欧阳某某、买某", got)
	got, _ = masker(t, Options{Names: people, Arabic: true}).Text("张三丰、张四")
	require.Equal(t, "张某1、张某2", got)
}

// After the tenth stem follow figures.
func TestManyWithOneMask(t *testing.T) {
	var people []fazhi.PersonName
	for _, c := range "子丑寅卯辰巳午未申酉戌" {
		people = append(people, fazhi.PersonName("王"+string(c)))
	}
	got, _ := masker(t, Options{Names: people}).Text("王酉、王戌")
	require.Equal(t, "王某癸、王某11", got)
}

func TestNamesAfterWords(t *testing.T) {
	for text, want := range map[string]string{
		"申请人：张三丰，男。张三丰称":                 "申请人：张某，男。张某称",
		"申请人张三丰不服，":                      "申请人张某不服，",
		"申 请 人： 张　三":                     "申 请 人： 张某",
		"被申请人：某市测试局":                     "被申请人：某市测试局",
		"被申请人（乙方）：李小四。":                  "被申请人（乙方）：李某。",
		"当事人1：王五、赵六和孙小七":                 "当事人1：王某、赵某和孙某",
		"委托代理人：欧阳测试":                     "委托代理人：欧阳某",
		"当事人陈述、申辩":                       "当事人陈述、申辩",
		"申请人应当提交材料，当事人和证人可以到场":           "申请人应当提交材料，当事人和证人可以到场",
		"姓名：买买提·艾力":                      "姓名：买某",
		"原告：北京测试有限公司":                    "原告：北京测试有限公司",
		"申请人：张某，原告：李某甲":                  "申请人：张某，原告：李某甲",
		"负责人：张三丰":                        "负责人：张三丰", // officials: not without a list
		"甲方：高测试13900000000":              "甲方：高某××××",
		"申请人李强称：":                        "申请人李某称：",
		"申请人：John Carter，美国籍":            "申请人：J某，美国籍",
		"申请人：Acme Tools Ltd，":            "申请人：Acme Tools Ltd，",
		"承包人：张三丰（曾用名李小四）":                "承包人：张某（曾用名李某）",
		"证人钱虚构（11010519491231002X）在现场":   "证人钱某（××××）在现场",
		"见证人王五、赵六的证言":                    "见证人王某、赵某的证言",
		"利害关系人钱测试（女，汉族）提出":               "利害关系人钱某（女，汉族）提出",
		"案外人张三丰因买卖合同":                    "案外人张某因买卖合同",
		"举报人孙测，目击者李四":                    "举报人孙某，目击者李某",
		"证人钱款（以收据为准），证人证言，利害关系人范围":       "证人钱款（以收据为准），证人证言，利害关系人范围",
		"当事人单位（0595-22000000）和第三人和家属（男）": "当事人单位××××）和第三人和家属（男）",
		// lawyers stay, guardians and others do not
		"委托代理人：李测远，某某律师事务所律师。":     "委托代理人：李测远，某某律师事务所律师。",
		"委托代理人：李测远(某某(甲州)律师事务所律师)": "委托代理人：李测远(某某(甲州)律师事务所律师)",
		"委托代理人：赵文测，某某法律服务所法律工作者":   "委托代理人：赵文测，某某法律服务所法律工作者",
		"委托代理人：李测远，男，申请人的同事":       "委托代理人：李某，男，申请人的同事",
		"委托代理人：李测远，王测宇系某某律师事务所律师":  "委托代理人：李某，王测宇系某某律师事务所律师",
		"法定代理人：李测远，某某律师事务所律师":      "法定代理人：李某，某某律师事务所律师",
		"申请人：李测远，律师":               "申请人：李某，律师",
	} {
		got, _ := masker(t, Options{Context: true}).Text(text)
		require.Equal(t, want, got, text)
	}
	got, _ := masker(t, Options{Context: true, Words: []string{"调解员"}, Keep: []string{"钱测试"}}).Text("调解员：张三丰，申请人：钱测试")
	require.Equal(t, "调解员：张某，申请人：钱测试", got)
}

func TestKeepAndOthers(t *testing.T) {
	r := masker(t, Options{
		Names: []fazhi.PersonName{"张三丰"}, Others: []string{"测试商行"},
		Keep: []string{"乙城区中山路12号", "0595-22000000", "张三丰律师事务所"},
	})
	got, _ := r.Text("测试商行。地址：甲州市乙城区中山路12号，电话0595-22000000、0595-22000001；张三丰律师事务所，张三丰")
	require.Equal(t, "××××。地址：甲州市乙城区中山路12号，电话0595-22000000、××××；张三丰律师事务所，张某", got)
}

func TestOptionsAreChecked(t *testing.T) {
	_, err := New(Options{Names: []fazhi.PersonName{"张", "张 "}, Words: []string{""}, Keep: []string{strings.Repeat("长", 101)}, Others: []string{"\xff\xff"}})
	require.ErrorIs(t, err, ErrOptions)
	require.Len(t, strings.Split(err.Error(), "\n"), 5)
	require.NotContains(t, err.Error(), "张")
}

// Places name the characters of the original text, across lines.
func TestPlaces(t *testing.T) {
	text := "第一行。\n申请人：张三丰，\n电话１３９００００００００。"
	_, report := masker(t, Options{Context: true}).Text(text)
	require.Equal(t, []Place{{"", 9, 3, Name}, {"", 16, 11, Phone}}, report.Places)
	runes := []rune(text)
	require.Equal(t, "张三丰", string(runes[9:12]))
	require.Equal(t, "１３９００００００００", string(runes[16:27]))
	require.Equal(t, "隐去：姓名 1 处，电话号码 1 处\n第10字起3字，姓名\n第17字起11字，电话号码\n", report.String())
	data, err := json.Marshal(report)
	require.NoError(t, err)
	require.JSONEq(t, `{"places":[{"path":"","start":9,"length":3,"kind":"name"},{"path":"","start":16,"length":11,"kind":"phone"}]}`, string(data))
	require.Equal(t, "没有需要隐去的内容\n", Report{}.String())
}

// Nothing of the report on building a rule-of-law government is personal.
func TestNothingToMask(t *testing.T) {
	text := "2024年,全年共收到行政复议申请111件，纠错率17.91%；调处矛盾纠纷4155件，挽回损失约257.3万元，" +
		"覆盖共计343人次，8所中学的23名干部担任辅导员；《办法》（泉鲤司〔2025〕5号）、“3+1+N”、12348热线、LED标语1600余条。"
	got, report := masker(t, Options{Context: true}).Text(text)
	require.Equal(t, text, got)
	require.Empty(t, report.Places)
}
