package amend_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/statute/amend"
)

const (
	books  = "某某法\n\n目录\n\n第一编 甲\n第一章 子\n第二编 乙\n第一章 丑\n\n第一编 甲\n\n第一章 子\n\n第一条 一一。\n\n第二条 一二。\n\n第二编 乙\n\n第一章 丑\n\n第一条 二一。\n\n第二条 二二。\n"
	points = "某某办法\n\n第一条 有下列材料：\n（一）证件：\n1.身份证；\n2.户口簿。\n（二）照片。\n有下列情形的：\n（一）甲；\n（二）乙。\n"
	lawful = "某某法\n\n序言\n\n中国历史悠久。\n\n人民勤劳。\n\n第一条 甲。\n"
)

// Other texts: books with articles of their own, points, a preamble.
func TestOtherTexts(t *testing.T) {
	const adjust = "条文顺序作相应调整。"
	cases := []struct {
		name, base, decision string
		want                 []string // old, new, …
		failed               []string
	}{
		{"article of a book", books, "第二编第一条修改为：“二三。”", []string{"二一", "二三"}, nil},
		{"article of two books", books, "第一条修改为：“二三。”", nil, []string{"第一条（修改）：原文有几处，不能确定是哪一处"}},
		{"order in books", books, "删去第一编第一条。\n增加一条，作为第二条：“第二条 三。”\n" + adjust, []string{"第一条 一一。\n\n", ""}, []string{"第二条（增加）：各编条文分别编号，不能调整顺序"}},
		{"book with its contents", books, "删去第一编。", []string{"第一编 甲\n第一章 子\n", "", "第一编 甲\n\n第一章 子\n\n第一条 一一。\n\n第二条 一二。\n\n", ""}, nil},
		{"name of a chapter of a book", books, "第二编第一章章名修改为“寅”。", []string{"第一章 丑", "第一章 寅"}, nil},
		{"name with another number", books, "第二编第一章章名修改为“第二章 寅”。", nil, []string{"第二编第一章（修改名称）：引文的序号与所修改的序号不符"}},
		{"name of an article", points, "第一条名称修改为“甲”。", nil, []string{"第一条（修改名称）：不支持对此单位作这一修改"}},
		{"point", points, "删去第一条第一款第一项第2目。", []string{"\n2.户口簿。", ""}, nil},
		{"words of a point", points, "将第一条第一款第一项第1目中的“身份证”修改为“身份证件”。", []string{"身份证", "身份证件"}, nil},
		{"item of two lists", points, "删去第一条第二项。", nil, []string{"第一条第二项（删去）：原文有几处，不能确定是哪一处"}},
		{"new item of two lists", points, "第一条增加一项：“丙。”", nil, []string{"第一条（增加）：原文有几处，不能确定是哪一处"}},
		{"new item without a place", points, "第一条第二款增加一项：“丙。”", []string{"（二）乙。", "（二）乙。\n（三）丙。"}, nil},
		{"new first item", points, "第一条第二款增加一项，作为第一项：“（一）丙；”，第一项、第二项相应改为第二项、第三项。", []string{"（一）甲；\n（二）乙。", "（一）丙；\n（二）甲；\n（三）乙。"}, nil},
		{"item with its number", points, "第一条第二款第二项修改为：“（三）丙。”", nil, []string{"第一条第二款第二项（修改）：引文的序号与所修改的序号不符"}},
		{"words of an item with its label", points, "第一条第二款第二项“（二）乙”修改为“（二）丙”。", []string{"（二）乙", "（二）丙"}, nil},
		{"new item with another number", points, "第一条第二款增加一项，作为第三项：“（四）丙。”", nil, []string{"第一条第二款（增加）：引文的序号与所修改的序号不符"}},
		{"new item far behind", points, "第一条第二款增加一项，作为第五项：“（五）丙。”", nil, []string{"第一条第二款（增加）：序号不连续，不能确定位置"}},
		{"list that is none", lawful, "第一条增加一项：“甲。”", nil, []string{"第一条（增加）：原文没有此处"}},
		{"new point", points, "第一条第一款第一项增加一目：“3.护照。”", nil, []string{"第一条第一款第一项（增加）：不支持对此单位作这一修改"}},
		{"preamble", lawful, "序言第二自然段修改为：“人民勤劳勇敢。”", []string{"人民勤劳。", "人民勤劳勇敢。"}, nil},
		{"preamble that is shorter", lawful, "序言第三自然段中的“甲”修改为“乙”。", nil, []string{"序言第三自然段（修改文字）：原文没有此处"}},
		{"articles each with its own", books, "第一编第一条、第二条修改为：“第一条 三三。”“第二条 四四。”", []string{"一一", "三三"}, []string{"第二条（修改）：原文有几处，不能确定是哪一处"}},
		{"article far behind", lawful, "增加一条，作为第九条：“第九条 乙。”\n" + adjust, nil, []string{"第九条（增加）：序号不连续，不能确定位置"}},
		{"article that is quoted with another number", lawful, "增加一条，作为第二条：“第三条 乙。”", nil, []string{"第二条（增加）：引文的序号与所修改的序号不符"}},
		{"article at the end", lawful, "增加一条，作为第二条：“乙。\n“丙。”", []string{"第一条 甲。", "第一条 甲。\n\n第二条 乙。\n\n丙。"}, nil},
		{"article without a number", lawful, "增加一条：“乙。”", nil, []string{"全文（增加）：序号不连续，不能确定位置"}},
		{"two articles for one number", lawful, "增加一条，作为第二条：“乙。”\n增加一条，作为第二条：“丙。”", []string{"第一条 甲。", "第一条 甲。\n\n第二条 乙。"}, []string{"第二条（增加）：此序号已经使用，决定没有写明条文顺序作相应调整"}},
		{"what is gone", lawful, "删去第一条。\n将第一条修改为：“乙。”", []string{"\n第一条 甲。\n", ""}, []string{"第一条（修改）：此处已被删去"}},
		{"title of two lines", "# 某某规定\n# （试行）\n\n第一条 甲。\n", "名称修改为“某某办法”。", nil, []string{"全文（修改名称）：题名不止一行或者没有题名"}},
		{"ranges of different length", lawful, "第一条至第三条改为第二条至第三条。", nil, []string{"全文（未能识别）：未能识别"}},
		{"range backwards", lawful, "删去第三条至第一条。", nil, []string{"全文（未能识别）：未能识别"}},
		{"article for a paragraph", lawful, "第一条改为第一款。", nil, []string{"全文（未能识别）：未能识别"}},
		{"quotation without end", lawful, "第一条修改为：“乙。", nil, []string{"全文（未能识别）：未能识别"}},
		{"that article", lawful, "第一条中的“甲”修改为“乙”，该条增加一款，作为第二款：“丙。”", []string{"甲。", "乙。\n\n丙。"}, nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			ops, _ := amend.Parse(parse("决定\n\n一、" + c.decision + "\n"))
			text, failed := amend.Apply(parse(c.base), ops)
			var why []string
			for _, f := range failed {
				f.Line = 0
				why = append(why, f.String())
			}
			require.Equal(t, c.failed, why)
			require.Equal(t, strings.TrimRight(strings.NewReplacer(c.want...).Replace(c.base), "\n"), strings.TrimRight(text.Format(), "\n"))
		})
	}
}
