package amend_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/han"
	"github.com/fazhi-go/fazhi/statute"
	"github.com/fazhi-go/fazhi/statute/amend"
	"github.com/fazhi-go/fazhi/statute/diff"
)

const base = `集贸市场管理办法

第一章 总则

第一条 为了规范集贸市场，制定本办法。

第二条 本办法适用于本区的集贸市场。

市商务局负责集贸市场的监督管理。

第二章 开办和经营

第三条 开办市场应当具备下列条件：

（一）有固定场地；

（二）有管理人员；

（三）有消防设施。

开办者应当建立档案。

第四条 经营者应当明码标价。

第五条 市场应当每日保洁。

第三章 附则

第六条 本办法自2020年1月1日起施行。
`

func parse(text string) *statute.Text {
	t, _ := statute.Parse("办法.txt", text)
	return t
}

// decide makes a decision of sentences.
func decide(sentences ...string) *statute.Text {
	var b strings.Builder
	b.WriteString("关于修改《集贸市场管理办法》的决定\n\n决定对《集贸市场管理办法》作如下修改：\n")
	for i, s := range sentences {
		fmt.Fprintf(&b, "\n%s、%s\n", []string{"一", "二", "三", "四", "五", "六"}[i], s)
	}
	b.WriteString("\n本决定自2024年3月1日起施行。\n")
	return parse(b.String())
}

func Example() {
	decision := decide(
		"将第二条第二款中的“市商务局”修改为“区商务主管部门”。",
		"增加一条，作为第五条：“第五条 经营者不得占用消防通道。”",
		"将第八条修改为：“第八条 略。”",
		"对条文顺序作相应调整。",
	)
	ops, issues := amend.Parse(decision)
	text, failed := amend.Apply(parse(base), ops)
	fmt.Println(len(issues), failed)
	fmt.Print(diff.Compare(parse(base), text))
	// Output:
	// 0 [第八条（修改）：原文没有此处（决定第9行）]
	// 〔修改〕第二条第二款：[-市-]{+区+}商务[-局-]{+主管部门+}负责集贸市场的监督管理。
	// 〔新增〕第五条：第五条 经营者不得占用消防通道。
	// 〔序号调整〕第五条 → 第六条
	// 〔序号调整〕第六条 → 第七条
	// 共计：新增 2 处，修改 1 处，序号调整 2 处
}

// Each form of a decision, and what becomes of the text: pieces of the old text with what stands there afterwards.
func TestForms(t *testing.T) {
	const adjust = "对条文顺序作相应调整。"
	cases := []struct {
		name      string
		sentences []string
		change    []string // old, new, old, new …
	}{
		{"article", []string{"将第四条修改为：“第四条 经营者应当公示价格。”"}, []string{"经营者应当明码标价", "经营者应当公示价格"}},
		{"article without its label, two paragraphs", []string{"将第四条修改为：“经营者应当公示价格。\n“价格不得涂改。”"}, []string{"经营者应当明码标价。", "经营者应当公示价格。\n\n价格不得涂改。"}},
		{"inner quotation marks", []string{"将第四条修改为：“第四条 本条所称‘经营者’，包括摊主。”"}, []string{"经营者应当明码标价", "本条所称“经营者”，包括摊主"}},
		{"article with a list", []string{"第四条修改为：“第四条 经营者不得：\n“（一）短斤少两；\n“（二）占道。”"}, []string{"第四条 经营者应当明码标价。", "第四条 经营者不得：\n\n（一）短斤少两；\n\n（二）占道。"}},
		{"paragraph", []string{"将第二条第二款修改为：“区商务主管部门负责。”"}, []string{"市商务局负责集贸市场的监督管理。", "区商务主管部门负责。"}},
		{"first paragraph", []string{"将第二条第一款修改为：“本办法适用于集贸市场。”"}, []string{"本办法适用于本区的集贸市场", "本办法适用于集贸市场"}},
		{"paragraph with its list", []string{"将第三条第一款修改为：“开办市场应当有场地。”"}, []string{"开办市场应当具备下列条件：\n\n（一）有固定场地；\n\n（二）有管理人员；\n\n（三）有消防设施。", "开办市场应当有场地。"}},
		{"item", []string{"将第三条第一款第二项修改为：“（二）有专职管理人员；”"}, []string{"（二）有管理人员", "（二）有专职管理人员"}},
		{"item without paragraph, brackets, label and mark", []string{"第三条第（二）项修改为“有专职管理人员”。"}, []string{"（二）有管理人员", "（二）有专职管理人员"}},
		{"words", []string{"将第二条第二款中的“市商务局”修改为“区商务局”。"}, []string{"市商务局", "区商务局"}},
		{"words in several places", []string{"将第一条、第二条第一款中的“集贸市场”修改为“农贸市场”。"}, []string{"规范集贸市场", "规范农贸市场", "本区的集贸市场", "本区的农贸市场"}},
		{"several words", []string{"将第二条第二款中的“市商务局”修改为“区商务局”，“监督管理”修改为“监督”。"}, []string{"市商务局", "区商务局", "监督管理", "监督"}},
		{"several words for one", []string{"将第三条中的“场地”、“设施”修改为“场所”。"}, []string{"场地", "场所", "设施", "场所"}},
		{"several words for several", []string{"将第三条中的“场地”、“设施”分别修改为“场所”、“设备”。"}, []string{"场地", "场所", "设施", "设备"}},
		{"several words in a row", []string{"将第三条中的“场地”修改为“场所”、“设施”修改为“设备”。"}, []string{"场地", "场所", "设施", "设备"}},
		{"words of the whole text", []string{"将全文中的“开办者”统一修改为“举办者”。"}, []string{"开办者", "举办者"}},
		{"words that become others, which change too", []string{"将第三条中的“场地”修改为“设施”，“设施”修改为“设备”。"}, []string{"场地", "设施", "设施", "设备"}},
		{"words exchanged", []string{"将第三条中的“场地”修改为“设施”，“设施”修改为“场地”。"}, []string{"场地", "设施", "设施", "场地"}},
		{"several words of the whole text", []string{"将第二条中的“适用”修改为“用”，全文中的“开办者”修改为“举办者”，“经营者”修改为“摊主”。"}, []string{"适用", "用", "开办者", "举办者", "经营者", "摊主"}},
		{"deleted words", []string{"删去第二条第二款中的“监督”。"}, []string{"监督管理", "管理"}},
		{"deleted words, the verb behind", []string{"第二条第二款中的“监督”删去。"}, []string{"监督管理", "管理"}},
		{"inserted words", []string{"在第四条“经营者”后增加“和开办者”。"}, []string{"经营者应当明码", "经营者和开办者应当明码"}},
		{"words inserted before others", []string{"第四条中的“应当”前增加“一律”。"}, []string{"经营者应当明码", "经营者一律应当明码"}},
		{"new paragraph at the end", []string{"第四条增加一款，作为第二款：“价格不得涂改。”"}, []string{"明码标价。", "明码标价。\n\n价格不得涂改。"}},
		{"new first paragraph", []string{"在第四条中增加一款作为第一款：“经营者应当诚信。”"}, []string{"第四条 经营者", "第四条 经营者应当诚信。\n\n经营者"}},
		{"two new paragraphs", []string{"第二条增加二款，分别作为第二款、第三款：“甲。”“乙。”"}, []string{"\n\n市商务局", "\n\n甲。\n\n乙。\n\n市商务局"}},
		{"new item at the end", []string{"第三条第一款增加一项，作为第四项：“（四）有公平秤。”"}, []string{"消防设施。", "消防设施。\n\n（四）有公平秤。"}},
		{"new item, the others named", []string{"第三条增加一项，作为第三项：“（三）有公平秤”，第三项改为第四项。"}, []string{"（三）有消防设施。", "（三）有公平秤；\n\n（四）有消防设施。"}},
		{"new article", []string{"增加一条，作为第五条：“第五条 不得占道。”", adjust}, []string{"第五条 市场", "第五条 不得占道。\n\n第六条 市场", "第六条 本办法", "第七条 本办法"}},
		{"two new articles", []string{"增加两条，作为第四条、第五条：“第四条 甲。\n“第五条 乙。”", adjust}, []string{"第四条 经营者", "第四条 甲。\n\n第五条 乙。\n\n第六条 经营者", "第五条 市场", "第七条 市场", "第六条 本办法", "第八条 本办法"}},
		{"new article with 之", []string{"增加一条，作为第四条之一：“第四条之一 不得占道。”"}, []string{"第五条 市场", "第四条之一 不得占道。\n\n第五条 市场"}},
		{"new article in a named chapter", []string{"在第一章增加一条，作为第三条：“第三条 甲。”", adjust}, []string{"第二章", "第三条 甲。\n\n第二章", "第三条 开办", "第四条 开办", "第四条 经营", "第五条 经营", "第五条 市场", "第六条 市场", "第六条 本办法", "第七条 本办法"}},
		{"deleted article without a word on the order", []string{"删去第四条。"}, []string{"第四条 经营者应当明码标价。\n\n", ""}},
		{"deleted article", []string{"删去第四条。", adjust}, []string{"第四条 经营者应当明码标价。\n\n", "", "第五条 市场", "第四条 市场", "第六条 本办法", "第五条 本办法"}},
		{"deleted articles", []string{"删去第四条至第五条。", adjust}, []string{"第四条 经营者应当明码标价。\n\n第五条 市场应当每日保洁。\n\n", "", "第六条 本办法", "第四条 本办法"}},
		{"deleted paragraph, the next named", []string{"删除第二条第一款，第二款改为第一款。"}, []string{"本办法适用于本区的集贸市场。\n\n市商务局", "市商务局"}},
		{"deleted item, the next named", []string{"删去第三条第一款第二项，第三项改为第二项。"}, []string{"（二）有管理人员；\n\n（三）有消防", "（二）有消防"}},
		{"named numbers", []string{"删去第四条。", "将第五条改为第四条，修改为：“第四条 市场应当保持清洁。”"}, []string{"第四条 经营者应当明码标价。\n\n第五条 市场应当每日保洁", "第四条 市场应当保持清洁"}},
		{"moved article", []string{"将第五条改为第四条。", adjust}, []string{"第四条 经营者应当明码标价。\n\n第五条 市场应当每日保洁。", "第四条 市场应当每日保洁。\n\n第五条 经营者应当明码标价。"}},
		{"merged", []string{"将第四条、第五条合并，作为第四条，修改为：“第四条 经营者应当明码标价，每日保洁。”", adjust}, []string{"第四条 经营者应当明码标价。\n\n第五条 市场应当每日保洁。", "第四条 经营者应当明码标价，每日保洁。", "第六条 本办法", "第五条 本办法"}},
		{"name of a chapter", []string{"将第二章章名修改为“第二章 开办”。"}, []string{"开办和经营", "开办"}},
		{"title", []string{"将名称修改为“《农贸市场管理办法》”。"}, []string{"集贸市场管理办法\n", "农贸市场管理办法\n"}},
		{"new chapter", []string{"增加一章，作为第三章：“第三章 责任\n“第六条 违反本办法的，责令改正。”", adjust}, []string{"第三章 附则\n\n第六条 本办法", "第三章 责任\n\n第六条 违反本办法的，责令改正。\n\n第四章 附则\n\n第七条 本办法"}},
		{"deleted chapter", []string{"删去第二章。", "第三章改为第二章。", adjust}, []string{"第二章 开办和经营\n\n第三条 开办市场应当具备下列条件：\n\n（一）有固定场地；\n\n（二）有管理人员；\n\n（三）有消防设施。\n\n开办者应当建立档案。\n\n第四条 经营者应当明码标价。\n\n第五条 市场应当每日保洁。\n\n第三章", "第二章", "第六条 本办法", "第三条 本办法"}},
		{"deleted chapter, the order said", []string{"删去第二章。", adjust}, []string{"第二章 开办和经营\n\n第三条 开办市场应当具备下列条件：\n\n（一）有固定场地；\n\n（二）有管理人员；\n\n（三）有消防设施。\n\n开办者应当建立档案。\n\n第四条 经营者应当明码标价。\n\n第五条 市场应当每日保洁。\n\n第三章", "第二章", "第六条 本办法", "第三条 本办法"}},
		{"words of the named text", []string{"将《集贸市场管理办法》中的“开办者”修改为“举办者”。"}, []string{"开办者", "举办者"}},
		{"quoted before and after", []string{"第二条：“本办法适用于本区的集贸市场。”“市商务局负责集贸市场的监督管理。”修改为：“本办法适用于集贸市场。”"}, []string{"本办法适用于本区的集贸市场。\n\n市商务局负责集贸市场的监督管理。", "本办法适用于集贸市场。"}},
		{"insertion and what the article is then", []string{"在第四条中增加一款作为第二款，将该条修改为：“经营者应当明码标价。\n“价格不得涂改。”"}, []string{"明码标价。", "明码标价。\n\n价格不得涂改。"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			ops, issues := amend.Parse(decide(c.sentences...))
			require.Empty(t, issues)
			text, failed := amend.Apply(parse(base), ops)
			require.Empty(t, failed)
			want := strings.NewReplacer(c.change...).Replace(base)
			require.NotEqual(t, base, want)
			require.Equal(t, want, text.Format())
		})
	}
}

// What cannot be done is named with its reason, and the text stays as it is.
func TestFailures(t *testing.T) {
	cases := []struct{ name, sentence, why string }{
		{"no such article", "将第九条修改为：“甲。”", "第九条（修改）：原文没有此处"},
		{"no such paragraph", "删去第四条第二款。", "第四条第二款（删去）：原文没有此处"},
		{"no such words", "将第四条中的“甲”修改为“乙”。", "第四条（修改文字）：原文没有这些文字"},
		{"words twice", "在第二条中的“市场”后增加“甲”。", "第二条（增加文字）：原文有几处这些文字，不能确定在哪一处之后或者之前增加"},
		{"two articles for one", "将第四条修改为：“第四条 甲。\n“第五条 乙。”", "第四条（修改）：引文与所修改的条款项不相当"},
		{"another number", "将第四条修改为：“第五条 甲。”", "第四条（修改）：引文的序号与所修改的序号不符"},
		{"number in use", "增加一条，作为第四条：“第四条 甲。”", "第四条（增加）：此序号已经使用，决定没有写明条文顺序作相应调整"},
		{"number in use by renumbering", "将第四条改为第五条。", "第四条（改变序号）：此序号已经使用，决定没有写明条文顺序作相应调整"},
		{"items behind", "第三条增加一项，作为第二项：“（二）甲；”。", "第三条（增加）：以后各项的序号如何调整，决定没有写明"},
		{"paragraph far behind", "第四条增加一款，作为第四款：“甲。”", "第四条（增加）：序号不连续，不能确定位置"},
		{"paragraph that is elsewhere", "第二条第二款改为第一款。", "第二条第二款（改变序号）：改后的序号与所在位置不符"},
		{"merging without words", "将第四条、第五条合并。", "第四条（合并）：决定没有写明合并后的条文"},
		{"quoted text is another", "第二条：“甲。”“乙。”修改为：“丙。”", "第二条（修改）：决定所引的原文与原文不符"},
		{"another document", "将《某某条例》第四条修改为：“甲。”", "第四条（修改）：所修改的是另一文件"},
		{"a paragraph that would become a caption", "将第四条第一款修改为：“（摊主）应当公示价格。”", "第四条第一款（修改）：引文与所修改的条款项不相当"},
		{"words of another document", "将《某某条例》中的“开办者”修改为“举办者”。", "全文（修改文字）：所修改的是另一文件"},
		{"order of another document", "《某某条例》条文顺序作相应调整。", "全文（调整顺序）：所修改的是另一文件"},
		{"an annex", "删去附件2。", "全文（未能识别）：未能识别"},
		{"unknown form", "第四条按照市里的要求修改。", "全文（未能识别）：未能识别"},
		{"three words for two", "将第三条中的“场地”、“设施”、“人员”修改为“甲”、“乙”。", "全文（未能识别）：未能识别"},
		{"words without a place", "将“市场”修改为“集市”。", "全文（未能识别）：未能识别"},
		{"fewer than announced", "第四条增加二款，作为第二款、第三款：“甲。”", "第四条（增加）：引文与所修改的条款项不相当"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			ops, _ := amend.Parse(decide(c.sentence))
			text, failed := amend.Apply(parse(base), ops)
			require.Len(t, failed, 1)
			require.Equal(t, c.why+"（决定第5行）", failed[0].String())
			require.Equal(t, base, text.Format())
		})
	}
}

// Between two chapters it is open where an article belongs; its number stays free.
func TestChapterIsNotGuessed(t *testing.T) {
	ops, issues := amend.Parse(decide("增加一条，作为第三条：“第三条 甲。”", "对条文顺序作相应调整。"))
	require.Empty(t, issues)
	text, failed := amend.Apply(parse(base), ops)
	require.Len(t, failed, 1)
	require.Contains(t, failed[0].String(), "位于两章、节之间")
	require.Contains(t, text.Format(), "第四条 开办市场")
	require.NotContains(t, text.Format(), "\n第三条 ")
}

func TestParse(t *testing.T) {
	ops, issues := amend.Parse(parse("关于修改部分文件的决定\n\n一、对《甲办法》作出修改：\n（一）删去第三条。\n（二）将第五条中的“县”修改为“区”。\n\n二、对《乙办法》作如下修改：\n将第二条第一款第（三）项修改为：“（三）丙。”\n\n根据本决定，对条文顺序和个别文字作相应调整，重新公布。\n\n甲办法\n\n第一条 将某某修改为某某。\n"))
	require.Len(t, ops, 4)
	require.Equal(t, amend.Place{Place: statute.Place{Article: statute.Num{N: 3}}}, ops[0].At)
	require.Equal(t, []string{"甲办法", "甲办法", "乙办法"}, []string{ops[0].Doc, ops[1].Doc, ops[2].Doc})
	require.Equal(t, "第二条第一款第三项", ops[2].At.String())
	require.Equal(t, "将第五条中的“县”修改为“区”", "将"+ops[1].Source)
	require.Equal(t, amend.Adjust, ops[3].Kind)
	require.Len(t, issues, 1)
	require.Equal(t, amend.CodeWording, issues[0].Code)
}

// A range is short and stands for many: what a decision may make of a few signs is bounded.
func TestMost(t *testing.T) {
	ops, issues := amend.Parse(parse("决定\n\n一、" + strings.Repeat("删去第一条至第三百条。", 1000)))
	require.Less(t, len(ops), 5400)
	require.Equal(t, amend.Unread, ops[len(ops)-1].Kind)
	require.Len(t, issues, 1)
}

func BenchmarkHostile(b *testing.B) {
	for _, x := range [...]struct{ name, piece string }{
		{"places", "第一条、"}, {"verbs", "将修改第一条"}, {"quotes", "“”"}, {"open", "“"}, {"words", "第一条中的“甲”修改为“乙”，"}, {"sentences", "《甲》第一条修改。"},
	} {
		decision := parse("决定\n\n一、修改" + strings.Repeat(x.piece, 1<<20/len(x.piece)))
		b.Run(x.name, func(b *testing.B) {
			b.SetBytes(1 << 20)
			for b.Loop() {
				amend.Parse(decision)
			}
		})
	}
}

const signed = `泉源区集贸市场管理办法

2019年1月1日泉源区管理局发布

第一条 管理局负责。

第二条 经营者应当登记。

第二条之一 甲。

乙。

丙。

丁。

泉源区管理局

2019年1月1日
`

// What a text says already, and who issued it, does not change with words of the whole text.
func TestWordsThatStay(t *testing.T) {
	ops, issues := amend.Parse(parse("决定\n\n一、将第二条修改为：“第二条 应急管理局负责登记。”\n二、将全文中的“管理局”修改为“应急管理局”。\n"))
	require.Empty(t, issues)
	text, failed := amend.Apply(parse(signed), ops)
	require.Empty(t, failed)
	want := strings.NewReplacer("第一条 管理局", "第一条 应急管理局", "经营者应当登记", "应急管理局负责登记").Replace(signed)
	require.Equal(t, want, text.Format())
}

// Decisions of offices count 1. 2. as often as 一、二、.
func TestDecisionWithPoints(t *testing.T) {
	ops, issues := amend.Parse(parse("决定\n\n1.将第一条修改为：“第一条 略。”\n\n2.按照要求修改第二条。\n\n（3）删去第二条之一第二款至第四款。\n"))
	require.Len(t, issues, 1)
	text, failed := amend.Apply(parse(signed), ops)
	require.Len(t, failed, 1)
	require.Equal(t, "未能识别", failed[0].Reason)
	want := strings.NewReplacer("管理局负责。", "略。", "甲。\n\n乙。\n\n丙。\n\n丁。", "甲。").Replace(signed)
	require.Equal(t, want, text.Format())
}

// A name that ends with the other one is another text, unless a place or an organ stands before it.
func TestWhichTextIsMeant(t *testing.T) {
	for name, meant := range map[string]bool{
		"集贸市场管理办法": true, "泉源区集贸市场管理办法": true, "江海市泉源区集贸市场管理办法（试行）": true, "泉源区人民政府关于集贸市场管理办法": false,
		"市场管理办法": false, "管理办法": false, "办法": true, "泉源区夜间集贸市场管理办法": false,
	} {
		_, failed := amend.Apply(parse(signed), []amend.Operation{{Kind: amend.Delete, Doc: name, At: amend.Place{Place: statute.Place{Article: statute.Num{N: 1}}}}})
		require.Equal(t, meant, failed == nil, name)
	}
}

func TestShortNames(t *testing.T) {
	ops, _ := amend.Parse(parse("决定\n\n一、《泉源区集贸市场管理办法》（以下简称《管理办法》）作如下修改：\n（一）删去《管理办法》第一条。\n"))
	require.Len(t, ops, 1)
	require.Equal(t, "泉源区集贸市场管理办法", ops[0].Doc)
}

// A decision on several texts names each in its own way, and bare places are those of the text named last.
func TestTextsOfADecision(t *testing.T) {
	ops, _ := amend.Parse(parse("关于修改部分文件的决定\n\n一、《甲办法》\n（一）删去第一条。\n\n二、《乙办法》\n（一）删去第二条。\n（二）删去《丙办法》第三条。删去第四条。\n（三）删去第五条。\n"))
	var docs []string
	for _, op := range ops {
		docs = append(docs, op.Doc)
	}
	require.Equal(t, []string{"甲办法", "乙办法", "丙办法", "丙办法", "乙办法"}, docs)
}

// An operation that no decision says does nothing, and is named.
func TestOperationsThatMeanNothing(t *testing.T) {
	const text = "办法\n\n目录\n\n第一章 总则\n\n第一章 总则\n\n第一条 甲。\n"
	done, failed := amend.Apply(parse(text), []amend.Operation{{Kind: amend.Delete}, {Kind: 99}})
	require.Len(t, failed, 2)
	require.Equal(t, text, done.Format())
}

func TestWordsDoNotGrowWithoutEnd(t *testing.T) {
	ops, _ := amend.Parse(parse("决定\n\n一、全文中的“甲”修改为“" + strings.Repeat("乙", 1000) + "”，“丙”修改为“丁”。"))
	text, failed := amend.Apply(parse("第一条 丙"+strings.Repeat("甲", 3000)+"。\n"), ops)
	require.Len(t, failed, 1)
	require.Equal(t, "全文（修改文字）：修改后的文本过长（决定第3行）", failed[0].String())
	require.Equal(t, "第一条 丁"+strings.Repeat("甲", 3000)+"。\n", text.Format())
}

// BenchmarkApply applies to a text as long as the longest code: ordinary operations, and as many as a decision may have.
func BenchmarkApply(b *testing.B) {
	var text strings.Builder
	for i := range 1260 {
		text.WriteString("第" + han.Numeral(i+1) + "条 当事人应当依法登记。\n")
	}
	long := parse(text.String())
	for _, x := range [...]struct{ name, decision string }{
		{"ordinary", "一、将第三条修改为：“甲。”\n二、增加一条，作为第九条：“第九条 乙。”\n三、条文顺序作相应调整。"},
		{"renumbering", "一、" + strings.Repeat("第一千条至第一千二百六十条相应改为第二千条至第二千二百六十条。", 20) + "条文顺序作相应调整。"},
		{"words", "一、" + strings.Repeat("全文中的“当事人”修改为“当事人”。", 5000)},
	} {
		ops, _ := amend.Parse(parse("决定\n\n" + x.decision))
		b.Run(x.name, func(b *testing.B) {
			for b.Loop() {
				amend.Apply(long, ops)
			}
		})
	}
}

func TestContentsFollow(t *testing.T) {
	const text = "某某办法\n\n目录\n\n第一章 总则\n第二章 监督\n第三章 附则\n\n第一章 总则\n\n第一条 甲。\n\n第二章 监督\n\n第二条 乙。\n\n第三章 附则\n\n第三条 丙。\n"
	ops, _ := amend.Parse(parse("决定\n\n一、将第二章章名修改为“监督检查”。\n二、增加一章，作为第三章：“第三章 责任\n“第三条 丁。”\n三、条文顺序作相应调整。\n"))
	done, failed := amend.Apply(parse(text), ops)
	require.Empty(t, failed)
	require.Equal(t, "某某办法\n\n目录\n\n第一章 总则\n第二章 监督检查\n第三章 责任\n第四章 附则\n\n第一章 总则\n\n第一条 甲。\n\n第二章 监督检查\n\n第二条 乙。\n\n第三章 责任\n\n第三条 丁。\n\n第四章 附则\n\n第四条 丙。\n", done.Format())
}

func ExampleConsolidate() {
	first, _ := amend.Parse(decide("删去第二条第二款。", "将第九条修改为：“略。”"))
	second, _ := amend.Parse(decide("删去第五条。"))
	on, _ := fazhi.ParseDate("2024-06-01")
	c := amend.Consolidate(parse("集贸市场管理办法\n\n第一条 甲。\n\n第二条 乙。\n\n丙。\n"), []amend.Decision{
		{Name: "修改决定一", Force: on.AddDays(-92), Operations: first},
		{Name: "修改决定二", Force: on.AddDays(30), Operations: second},
	}, on)
	fmt.Print(c.Format())
	// Output:
	// 【本文本未并入《修改决定一》的1处修改：第九条】
	// 【本文本未并入《修改决定二》：自2024年7月1日起施行】
	//
	// 集贸市场管理办法
	//
	// 第一条 甲。
	//
	// 第二条 乙。
}

func TestNothingPending(t *testing.T) {
	on, err := fazhi.ParseDate("2024-06-01")
	require.NoError(t, err)
	ops, _ := amend.Parse(decide("删去第二条第二款。"))
	c := amend.Consolidate(parse(base), []amend.Decision{{Name: "决定", Force: on, Operations: ops}}, on)
	require.Equal(t, c.Text.Format(), c.Format())
	require.Equal(t, []string{"决定"}, c.Applied)
	c = amend.Consolidate(parse(base), []amend.Decision{{Name: "决定", Operations: ops}}, on)
	require.Contains(t, c.Format(), "施行日期不明")
}

// Operations that fail leave no trace, whatever they are, and no paragraph is lost that no operation names.
func FuzzApply(f *testing.F) {
	for _, s := range []string{"将第四条修改为：“甲。”", "删去第三条第一款第二项，第三项改为第二项。", "增加一条，作为第五条：“第五条 甲。”\n二、条文顺序作相应调整。", "第三条增加一项，作为第三项：“（三）甲”，第三项改为第四项。", "将第四条、第五条合并，作为第四条，修改为：“第四条 甲。”", "增加一章，作为第三章：“第三章 甲\n“第六条 乙。”", "将第五条改为第四条。"} {
		f.Add(base, "决定\n\n一、"+s)
	}
	f.Add("第一条\n甲。\n第一条 乙。\n附件\n第二条 丙", "一、第一条增加一款，作为第一款：“\n")
	f.Fuzz(func(t *testing.T, text, decision string) {
		ops, _ := amend.Parse(parse(decision))
		before := parse(text)
		format := before.Format()
		done, failed := amend.Apply(before, ops)
		require.Equal(t, format, before.Format(), "base is not changed")
		again, failedAgain := amend.Apply(before, ops)
		require.Equal(t, done.Format(), again.Format())
		require.Equal(t, failed, failedAgain)
		require.LessOrEqual(t, len(failed), len(ops))
		if len(failed) == len(ops) {
			require.Equal(t, format, done.Format())
		}
		for _, f := range failed {
			require.NotEmpty(t, f.Reason)
		}
		accounts(t, before, done, ops)
	})
}

// accounts fails when a line went that no operation can have taken.
func accounts(t *testing.T, before, after *statute.Text, ops []amend.Operation) {
	for _, op := range ops {
		if op.Kind != amend.Insert && op.Kind != amend.Renumber && op.Kind != amend.Adjust && op.Kind != amend.Unread {
			return
		}
	}
	left := map[string]int{}
	for n := range after.All() {
		left[n.Text]++
	}
	for n := range before.All() {
		left[n.Text]--
		require.GreaterOrEqual(t, left[n.Text], 0, "%q is lost", n.Text)
	}
}
