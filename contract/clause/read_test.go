package clause_test

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"hash/crc32"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract/clause"
	"github.com/fazhi-go/fazhi/gongwen/read"
)

func text(tb testing.TB, lines string) *clause.Text {
	tb.Helper()
	read, issues, err := clause.ReadText("合同.txt", []byte(lines))
	require.NoError(tb, err)
	require.Empty(tb, issues)
	return read
}

// outline is the clauses of a text: level, number and heading, with a dot for each line of the text below.
func outline(read *clause.Text) []string {
	var out []string
	for _, c := range read.Clauses {
		out = append(out, fmt.Sprintf("%d %s|%s|%d", c.Level, c.Number, c.Heading, len(c.Lines)))
	}
	return out
}

func TestNumbers(t *testing.T) {
	for name, test := range map[string]struct {
		lines string
		want  []string
	}{
		"articles": {"第一条 标的\n甲方购买。\n第二条：数量\n第3条 价款", []string{"1 第一条|标的|2", "1 第二条|数量|1", "1 第3条|价款|1"}},
		"chapters": {"第一章 总则\n第一条 甲\n第二章 分则\n第一条 乙", []string{"1 第一章|总则|1", "2 第一条|甲|1", "1 第二章|分则|1", "2 第一条|乙|1"}},
		"three kinds": {"一、标的\n（一）货物\n1. 桌子\n2. 椅子\n（二）服务\n二、价款",
			[]string{"1 一|标的|1", "2 （一）|货物|1", "3 1|桌子|1", "3 2|椅子|1", "2 （二）|服务|1", "1 二|价款|1"}},
		"decimals":              {"1 总则\n1.1 定义\n1.1.1 名词\n1.2 解释\n2. 价款\n2.1 总价", []string{"1 1|总则|1", "2 1.1|定义|1", "3 1.1.1|名词|1", "2 1.2|解释|1", "1 2|价款|1", "2 2.1|总价|1"}},
		"full width":            {"１．标的\n２．数量", []string{"1 1|标的|1", "1 2|数量|1"}},
		"brackets":              {"(1) 甲\n(2) 乙\n3）丙", []string{"1 (1)|甲|1", "1 (2)|乙|1", "1 3）|丙|1"}},
		"circled":               {"第一条 甲\n①乙\n②丙", []string{"1 第一条|甲|1", "2 ①|乙|1", "2 ②|丙|1"}},
		"skipped":               {"一、甲\n二、乙\n四、丁\n五、戊", []string{"1 一|甲|1", "1 二|乙|1", "1 四|丁|1", "1 五|戊|1"}},
		"articles out of order": {"第一条 甲\n第五条 乙\n第三条 丙", []string{"1 第一条|甲|1", "1 第五条|乙|1", "1 第三条|丙|1"}},
		"Markdown":              {"# 合同\n## 标的\n- 桌子\n## **二、数量**\n### 第三条 价款", []string{"1 |标的|2", "1 二|数量|1", "1 第三条|价款|1"}},
		"a list in a list":      {"1. 甲\n2. 乙\n1. 丙\n2. 丁\n3. 戊", []string{"1 1|甲|1", "1 2|乙|1", "2 1|丙|1", "2 2|丁|1", "2 3|戊|1"}},
		"text at once":          {"第一条 甲方委托乙方，乙方同意。\n第二条 价款：总价100元，含税。", []string{"1 第一条||1", "1 第二条|价款|1"}},
		"years":                 {"第一条 工期\n2024年已经完成的除外。\n1.5万元以下的不算。\n3 日内答复。\n10.2 不算", []string{"1 第一条|工期|5"}},
		"references":            {"第一条 甲\n第二条规定的情形\n第三条第一款也算\n第四条、第五条同上", []string{"1 第一条|甲|4"}},
		"does not begin at":     {"三、甲\n四、乙", nil},
	} {
		require.Equal(t, test.want, outline(text(t, test.lines)), name)
	}
}

func TestBody(t *testing.T) {
	read := text(t, "第一条 价款：总价100元，含税。\n付款从快。\n\n第二条 其他\n甲。\n")
	require.Equal(t, "总价100元，含税。\n付款从快。", read.Clauses[0].Body())
	require.Equal(t, "甲。", read.Clauses[1].Body())
	require.Equal(t, 2, read.Clauses[1].Value)
	require.Equal(t, fazhi.Origin{File: "合同.txt", Cell: "第4行"}, read.Clauses[1].Lines[0].Origin)
	require.Empty(t, (&clause.Clause{}).Body())
}

// Preamble, clauses, signature block and annexes; the parties by their roles, also two in a line and in a table.
func TestParts(t *testing.T) {
	read := text(t, `采购合同
编号：12
出租方（以下简称“甲方”）： 某局
法定代表人：某某
乙方（全称）：某公司    （以下简称乙方）
第一条 标的
甲方：提供场地。
乙方：支付租金。
第二条 其他
甲方（盖章）：某局　　　　乙方（盖章）：某公司
法定代表人：＿＿＿　　　　法定代表人：
2025年1月1日
附件一 清单
一、桌子
`)
	require.Equal(t, "采购合同", read.Title)
	require.Equal(t, []clause.Party{
		{Roles: []string{"出租方", "甲方"}, Name: "某局", Path: "/preamble/2"}, {Roles: []string{"乙方"}, Name: "某公司", Path: "/preamble/4"},
	}, read.Parties)
	require.Equal(t, []clause.Party{
		{Roles: []string{"甲方"}, Name: "某局", Path: "/signature/0"}, {Roles: []string{"乙方"}, Name: "某公司", Path: "/signature/0"},
	}, read.Signers)
	require.Len(t, read.Clauses, 2)
	require.Len(t, read.Clauses[0].Lines, 3)
	require.Len(t, read.Signature, 3)
	require.Len(t, read.Annexes, 2)

	read = text(t, "甲方：某局\n乙方：某公司\n第一条 甲\n（以下无正文）\n| 甲方（盖章）： | 乙方（盖章）：某公司 |\n")
	require.Len(t, read.Signature, 2)
	require.Equal(t, []clause.Party{{Roles: []string{"乙方"}, Name: "某公司", Path: "/signature/1"}}, read.Signers)

	read = text(t, "甲方：某局\n乙方：某公司\n第一条 甲\n甲方（盖章）：\n第二条 乙\n甲方：某局\n")
	require.Len(t, read.Clauses, 2)
	require.Len(t, read.Clauses[0].Lines, 2)
	require.Len(t, read.Signature, 1)
}

func TestEncodings(t *testing.T) {
	old, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte("采购合同\r\n第一条 标的\r\n"))
	require.NoError(t, err)
	read, issues, err := clause.ReadText("旧.txt", old)
	require.NoError(t, err)
	require.Empty(t, issues)
	require.Equal(t, "采购合同", read.Title)
	require.Len(t, read.Clauses, 1)
	_, _, err = clause.ReadText("坏.txt", []byte("\xff\xfe1"))
	require.ErrorIs(t, err, clause.ErrFormat)
	require.EqualError(t, err, "clause: 坏.txt：不是可以读取的合同文本：现为 UTF-16，请在编辑器中另存为 UTF-8")
	read, _, err = clause.ReadText("空.txt", nil)
	require.NoError(t, err)
	require.Empty(t, read.Clauses)
}

// Texts longer than the bounds are cut, and an issue says where.
func TestBounds(t *testing.T) {
	_, _, err := clause.ReadText("大.txt", make([]byte, clause.MaxSize+1))
	require.ErrorIs(t, err, clause.ErrTooLarge)
	for name, lines := range map[string]string{
		"bytes":   strings.Repeat("甲", 3<<20) + "\n" + "乙",
		"lines":   strings.Repeat("甲\n", 100_001),
		"clauses": strings.Repeat("第一条\n", 10_001),
	} {
		read, issues, err := clause.ReadText("长.txt", []byte(lines))
		require.NoError(t, err)
		require.Len(t, issues, 1, name)
		require.Equal(t, clause.CodeCut, issues[0].Code)
		require.NotEmpty(t, issues[0].Origin.Cell, name)
		require.LessOrEqual(t, len(read.Clauses), 10_000)
	}
}

// word makes a Word file of a body, with parts of 9 MiB beside it.
func word(tb testing.TB, body string, filler int) []byte {
	tb.Helper()
	const rels = "http://schemas.openxmlformats.org/package/2006/relationships"
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	put := func(content []byte) func(io.Writer, error) {
		return func(w io.Writer, err error) {
			require.NoError(tb, err)
			_, err = w.Write(content)
			require.NoError(tb, err)
		}
	}
	add := func(name string, content []byte) { put(content)(z.Create(name)) }
	add("[Content_Types].xml", []byte(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`))
	add("_rels/.rels", []byte(`<Relationships xmlns="`+rels+`"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`))
	add("word/document.xml", []byte(`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`+body+`</w:body></w:document>`))
	noise := make([]byte, 9<<20) // packed to a little: each part stays below the ratio that is refused anyhow
	for j := 0; j < len(noise); j += 150 {
		noise[j] = byte(j*2654435761>>7) ^ byte(j>>13)
	}
	packed := new(bytes.Buffer) // once, as it takes time
	f, err := flate.NewWriter(packed, flate.BestSpeed)
	put(noise)(f, err)
	require.NoError(tb, f.Close())
	for i := range filler {
		put(packed.Bytes())(z.CreateRaw(&zip.FileHeader{Name: fmt.Sprintf("word/media/%d.bin", i), Method: zip.Deflate,
			CRC32: crc32.ChecksumIEEE(noise), CompressedSize64: uint64(packed.Len()), UncompressedSize64: uint64(len(noise))}))
	}
	require.NoError(tb, z.Close())
	return b.Bytes()
}

func p(text string) string { return `<w:p><w:r><w:t>` + text + `</w:t></w:r></w:p>` }

// Tracked changes are read as accepted, and an issue says so.
func TestDocx(t *testing.T) {
	body := p("采购合同") + p("第一条 标的") + `<w:p><w:del><w:r><w:delText>甲方提供担保。</w:delText></w:r></w:del><w:ins><w:r><w:t>甲方不提供担保。</w:t></w:r></w:ins></w:p>` + p("第二条 价款")
	got, issues, err := clause.ReadDocx("合同.docx", word(t, body, 0))
	require.NoError(t, err)
	require.Len(t, issues, 1)
	require.Equal(t, read.CodeRevisions, issues[0].Code)
	require.Equal(t, []string{"1 第一条|标的|2", "1 第二条|价款|1"}, outline(got))
	require.Equal(t, "甲方不提供担保。", got.Clauses[0].Body())
	require.NotEmpty(t, got.Clauses[1].Lines[0].Origin.Cell)
}

// A Word file of more than 64 MiB unpacked is refused, whatever its directory says.
func TestDocxBomb(t *testing.T) {
	_, _, err := clause.ReadDocx("小.docx", word(t, p("第一条 标的"), 6)) // 54 MiB
	require.NoError(t, err)
	_, _, err = clause.ReadDocx("弹.docx", word(t, p("第一条 标的"), 8)) // 72 MiB
	require.ErrorIs(t, err, clause.ErrTooLarge)
	require.EqualError(t, err, "clause: 弹.docx：合同文件超过 64 MiB（解压后）")

	liar := word(t, strings.Repeat(p("第一条 标的"), 100), 0)
	size := bytes.LastIndex(liar, []byte("word/document.xml")) - 46 + 24 // of the directory: the size unpacked
	copy(liar[size:], []byte{16, 0, 0, 0})
	_, _, err = clause.ReadDocx("谎.docx", liar)
	require.ErrorIs(t, err, clause.ErrFormat)
	_, _, err = clause.ReadDocx("空.docx", nil)
	require.ErrorIs(t, err, clause.ErrFormat)
	_, _, err = clause.ReadDocx("旧.doc", []byte("\xd0\xcf\x11\xe0"))
	require.ErrorContains(t, err, "旧的 .doc 格式")
	_, _, err = clause.ReadDocx("大.docx", make([]byte, clause.MaxSize+1))
	require.ErrorIs(t, err, clause.ErrTooLarge)
}

// A file that holds no words, a table with numbers, and parties that stand in cells.
func TestTables(t *testing.T) {
	require.True(t, text(t, " \n　\n").Empty())
	require.True(t, new(clause.Text).Empty())
	read := text(t, "合同\n| 甲方 | 清源市泉源区某局 |\n| 供应商（乙方） | 某公司 |\n| 单位 | 数量 |\n一、标的\n1\t实验台\t56\n2\t显微镜\t28\n二、价款\n")
	require.False(t, read.Empty())
	require.Len(t, read.Clauses, 2)
	require.Len(t, read.Clauses[0].Lines, 3)
	var names []string
	for _, p := range read.Parties {
		names = append(names, p.Name)
	}
	require.Equal(t, []string{"清源市泉源区某局", "某公司"}, names)

	notice := text(t, "合同公告\n一、合同编号：1号\n二、合同主体\n采购人（甲方）：某局\n供应商（乙方）：某公司\n三、价款\n")
	require.Len(t, notice.Parties, 2)
	require.Equal(t, fazhi.Path("/clauses/1/lines/1"), notice.Parties[0].Path)
	require.Equal(t, []string{"供应商", "乙方"}, notice.Parties[1].Roles)
}
