package statute_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/statute"
)

const measures = `泉源区临时占道管理办法

（2024年3月1日泉源区人民政府第10次常务会议通过）

目　录

第一章　总则
第二章　管理

第一章　总则

第一条（目的）　为了加强管理，根据有关法律，制定本办法。

第二条　有下列情形之一的，不得占道：

（一）影响消防通道的；

（二）妨碍下列设施的：

1．消防栓；

2．盲道。

第三条　占道应当经批准。

未经批准占道的，责令改正。

第二章　管理

第三条之一　管理由区城管局负责。

第十条　本办法自2024年5月1日起施行。

泉源区人民政府

2024年3月5日

附件：

占道申请表
`

// outline writes kind, path, citation and text of each node.
func outline(t *statute.Text) string {
	var b strings.Builder
	for n := range t.All() {
		if n.Kind != statute.Whole {
			b.WriteString(strings.Join([]string{n.Kind.String(), n.Path(), n.Citation(), n.Label + "|" + n.Head + "|" + n.Text}, " ") + "\n")
		}
	}
	return b.String()
}

func TestTree(t *testing.T) {
	text, _ := statute.Parse("办法.txt", measures)
	require.Equal(t, measures, text.Format())
	require.Equal(t, `题名 /title_1  ||泉源区临时占道管理办法
题注 /note_1  ||（2024年3月1日泉源区人民政府第10次常务会议通过）
目录 /toc_1  ||目　录
目录项 /toc_1/entry_1  第一章|总则|
目录项 /toc_1/entry_2  第二章|管理|
章 /chp_1 第一章 第一章|总则|
条 /art_1 第一条 第一条|（目的）|
款 /art_1/para_1 第一条 ||为了加强管理，根据有关法律，制定本办法。
条 /art_2 第二条 第二条||
款 /art_2/para_1 第二条 ||有下列情形之一的，不得占道：
项 /art_2/para_1/point_1 第二条第一项 （一）||影响消防通道的；
项 /art_2/para_1/point_2 第二条第二项 （二）||妨碍下列设施的：
目 /art_2/para_1/point_2/indent_1 第二条第二项第1目 1．||消防栓；
目 /art_2/para_1/point_2/indent_2 第二条第二项第2目 2．||盲道。
条 /art_3 第三条 第三条||
款 /art_3/para_1 第三条第一款 ||占道应当经批准。
款 /art_3/para_2 第三条第二款 ||未经批准占道的，责令改正。
章 /chp_2 第二章 第二章|管理|
条 /art_3_1 第三条之一 第三条之一||
款 /art_3_1/para_1 第三条之一 ||管理由区城管局负责。
条 /art_10 第十条 第十条||
款 /art_10/para_1 第十条 ||本办法自2024年5月1日起施行。
落款 /sign_1  ||泉源区人民政府
落款 /sign_2  ||2024年3月5日
附件 /annex_1  ||附件：
行 /annex_1/line_1  ||占道申请表
`, outline(text))
	for n := range text.All() {
		require.Same(t, n, text.Find(n.Path()), n.Path())
	}
	require.Nil(t, text.Find("/art_11"))
}

const decision = `关于修改《泉源区临时占道管理办法》的决定

一、将第三条修改为：

“第三条　占道应当经批准。

“申请人应当提交下列材料：

“（一）申请书；

“（二）身份证明。”

二、第五条修改为：“第五条　占道费由区财政局收取。

“收费标准另行制定。”

三、删去第七条中的“街道办事处或者”。

本决定自公布之日起施行。
`

func TestQuotedArticlesAreNotTheTextsOwn(t *testing.T) {
	text, _ := statute.Parse("决定.txt", decision)
	require.Equal(t, decision, text.Format())
	require.Equal(t, `题名 /title_1  ||关于修改《泉源区临时占道管理办法》的决定
部分 /clause_1  一、||将第三条修改为：
引文 /clause_1/quote_1  ||
条 /clause_1/quote_1/art_3 第三条 第三条||
款 /clause_1/quote_1/art_3/para_1 第三条第一款 ||占道应当经批准。
款 /clause_1/quote_1/art_3/para_2 第三条第二款 ||申请人应当提交下列材料：
项 /clause_1/quote_1/art_3/para_2/point_1 第三条第二款第一项 （一）||申请书；
项 /clause_1/quote_1/art_3/para_2/point_2 第三条第二款第二项 （二）||身份证明。”
部分 /clause_2  二、||第五条修改为：
引文 /clause_2/quote_1  ||
条 /clause_2/quote_1/art_5 第五条 第五条||
款 /clause_2/quote_1/art_5/para_1 第五条第一款 ||占道费由区财政局收取。
款 /clause_2/quote_1/art_5/para_2 第五条第二款 ||收费标准另行制定。”
部分 /clause_3  三、||删去第七条中的“街道办事处或者”。
款 /clause_3/para_1  ||本决定自公布之日起施行。
`, outline(text))
}
