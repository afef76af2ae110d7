package main

import (
	"archive/zip"
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitable"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
)

// program is this one on the first of March 2025.
func program() clitest.Program { return clitest.On(run, fazhi.DateOf(2025, 3, 1)) }

// asked is what is asked of the samples, command by command.
const asked = `sample 样例
sample 样例
words 1409.50
words 107000.53
words -- -0.01
words 0.001
amount 人民币壹仟肆佰零玖元伍角
amount 壹拾万柒仟元伍角叁分 107000.53
amount 壹仟零伍元整 1005.50
amount 壹仟伍元整
law C23
law C31
review 样例/物业服务合同.txt
review 样例/租赁合同.docx -sort 租赁
review 样例/投资合作协议.md -ledger 样例/合同台账.xlsx -serial 泉源合2025-001 -profile 样例/本地规定.json -today 2025-02-24 -answers 样例/审查记录.json -unit 泉源区司法局 -number 泉源司审〔2025〕3号 -o 审查
review 样例/投资合作协议.md -ledger 样例/合同台账.xlsx -serial 泉源合2025-001 -answers 审查/审查问卷.xlsx -opinion 通过
check 样例/合同台账.xlsx
check 样例/合同台账.xlsx -profile 样例/本地规定.json
check 错.csv
due 样例/合同台账.xlsx -profile 样例/本地规定.json -o 待办.xlsx
due 样例/合同台账.xlsx -since 2025-01-10
due 错.csv -today 2024-03-08
stats 样例/合同台账.xlsx -year 2024 -last 样例/上年合同台账.xlsx -unit 泉源区 -o 统计.xlsx
stats 错.csv -year 2024
ocds 样例/合同台账.xlsx -prefix ocds-aaaaaa -o 公布.json
ocds -import 公布.json
ocds -import 样例/公布内容.json -o 导入.xlsx
ocds 错.csv -prefix ocds-aaaaaa
journey
journey 错.json
nothing
-h`

// wrong is a ledger in which a number stands twice, dates are out of order and an amount is below nought.
const wrong = `合同编号,合同名称,承办单位,合同相对方,合同金额,金额大写,送审日期,审查日期,审查意见,签订日期,备案日期
甲-1,物业服务合同,甲局,乙公司,100000,人民币拾万元整,2024-03-01,2024-03-10,通过,2024-03-05,2024-03-04
甲-1,设备采购合同,甲局,乙公司,100000,,2024-03-01,2024-03-04,通过,2024-03-05,
甲-3,房屋租赁合同,甲局,乙公司,-5,,2024-03-01,2024-03-04,通过,2024-03-05,
甲-4,道路施工合同,甲局,乙公司,99999999999999999999,,2024-03-01,3月4日,通过,2024-03-05,
`

// other is a story that is not what it says.
const other = `{"organ": "泉源区司法局", "place": {"rule": "泉源区政府合同管理办法"}, "numbers": [{"name": "合同编号", "pattern": "{year}-{serial}"}],
"steps": [{"step": "送审", "on": "2024-03-05", "refused": true, "set": {"serial": "甲-1", "name": "物业服务合同", "department": "甲局", "counterparty": "乙公司", "submitted": "2024-03-05"}}]}`

func TestGolden(t *testing.T) {
	lines := append(strings.Split(asked, "\n"), clitest.Helps(new(session).program())...)
	program().Transcripts(t, "contract", lines, func(t *testing.T) { clitest.Folder(t, "错.csv", wrong, "错.json", other) })
}

func TestHelp(t *testing.T) { program().Help(t, new(session).program()) }

// The other spellings of an amount are read as it, and a text one character shorter is not.
func TestWordsAreRead(t *testing.T) {
	for _, figures := range []string{"107000.53", "309825", "1680.32", "101250", "10050080.50"} {
		_, o := program().Object(t, "words", figures)
		require.NotEmpty(t, o["also"])
		for _, words := range append(o["also"].([]any), o["words"]) {
			code, back := program().Object(t, "amount", words.(string), figures)
			require.Equal(t, cli.Well, code, words)
			require.Equal(t, o["amount"], back["amount"])
			require.Equal(t, o["words"], back["words"])
		}
	}
}

// The place of what is wrong is that of the character.
func TestAmountNamesThePlace(t *testing.T) {
	code, o := program().Object(t, "amount", "人民币壹仟伍元整")
	require.Equal(t, cli.Found, code)
	require.InDelta(t, 6, o["column"], 0)
	require.Empty(t, o["figures"])
	require.Contains(t, o["basis"], "支付结算办法")
}

// What a place has not set is said, and the settings end that.
func TestUnsetIsSaid(t *testing.T) {
	program().Sampled(t)
	_, o := program().Object(t, "check", "样例/合同台账.xlsx")
	require.Contains(t, o["unset"], "备案期限")
	_, o = program().Object(t, "check", "样例/合同台账.xlsx", "-profile", "样例/本地规定.json")
	require.Empty(t, o["unset"])
}

// Nothing is signed without review, and the refused attempts stand in the trail.
func TestJourneyRefuses(t *testing.T) {
	code, o := program().Object(t, "journey")
	require.Equal(t, cli.Well, code)
	require.Empty(t, o["surprises"])
	var steps []string
	for _, e := range o["trail"].([]any) {
		entry := e.(map[string]any)
		if codes := entry["codes"].([]any); len(codes) > 0 {
			steps = append(steps, entry["step"].(string))
		}
	}
	require.Equal(t, []string{"送审", "签订", "变更", "履行完毕"}, steps)
}

// What is written as a package comes back as the same contracts, and as a ledger that can be read.
func TestPublishedComesBack(t *testing.T) {
	program().Sampled(t)
	_, out := program().Object(t, "ocds", "样例/合同台账.xlsx", "-prefix", "ocds-aaaaaa", "-o", "公布.json")
	_, in := program().Object(t, "ocds", "-import", "公布.json", "-o", "导入.xlsx")
	require.Len(t, in["contracts"], len(out["contracts"].([]any)))
	for i, c := range in["contracts"].([]any) {
		was, is := out["contracts"].([]any)[i].(map[string]any), c.(map[string]any)
		for _, member := range []string{"serial", "name", "amount", "signed"} {
			require.Equal(t, was[member], is[member])
		}
	}
	contracts, issues, err := new(session).contracts("导入.xlsx")
	require.NoError(t, err)
	require.Empty(t, issues)
	require.Len(t, contracts, 12)
}

// A ledger with names of its own is read by -names as one with ours.
func TestNames(t *testing.T) {
	program().Sampled(t)
	contracts, _, err := new(session).contracts("样例/合同台账.xlsx")
	require.NoError(t, err)
	sheets, err := contract.Sheets(contracts)
	require.NoError(t, err)
	sheets[0].Name = "合同一览"
	for i := range sheets {
		if sheets[i].Name == contract.PaymentSheet {
			sheets[i].Name, sheets[i].Columns[1].Name = "付款台账", "第几期"
		}
	}
	_, err = clitable.Keep("自有.xlsx", sheets)
	require.NoError(t, err)
	const aliases = `{"sheets": {"政府合同": "合同一览", "收付款计划": "付款台账"}, "columns": {"收付款计划": {"期次": ["第几期"]}}}`
	require.NoError(t, os.WriteFile("对照.json", []byte("\ufeff"+aliases), 0o600))

	code, _ := program().Object(t, "due", "自有.xlsx")
	require.Equal(t, cli.Unusable, code)
	_, want := program().Object(t, "due", "样例/合同台账.xlsx")
	_, got := program().Object(t, "due", "自有.xlsx", "-names", "对照.json")
	require.Empty(t, got["error"])
	for _, list := range []any{want["items"], got["items"]} {
		for _, item := range list.([]any) {
			delete(item.(map[string]any), "origin")
		}
	}
	require.Equal(t, want["items"], got["items"])
}

// The workbook of the counts has the sums that are printed, and the items of due a sheet a view.
func TestWorkbooks(t *testing.T) {
	program().Sampled(t)
	for _, x := range []struct{ line, file, sheet, want string }{
		{"stats 样例/合同台账.xlsx -year 2024 -o 统计.xlsx", "统计.xlsx", "合同统计", "49551000"},
		{"stats 样例/合同台账.xlsx -year 2024 -last 样例/上年合同台账.xlsx -o 比较.xlsx", "比较.xlsx", "同期比较", "3458000"},
		{"due 样例/合同台账.xlsx -o 待办.xlsx", "待办.xlsx", "待验收", "路面"},
	} {
		_, _, _ = program()(strings.Fields(x.line)...)
		require.Contains(t, cellsOf(t, x.file, x.sheet), x.want, x.line)
	}
}

// cellsOf is the text of a sheet.
func cellsOf(t *testing.T, file, sheet string) string {
	t.Helper()
	text, err := clitable.Text(file, sheet)
	require.NoError(t, err)
	return text
}

// A text with tracked changes is read as accepted, and a Word file whose parts say that they are more than 64 MiB is refused.
func TestReviewWord(t *testing.T) {
	program().Sampled(t)
	_, o := program().Object(t, "review", "样例/租赁合同.docx")
	require.Contains(t, codes(o["notes"]), "gongwen/read/revisions")
	require.Len(t, o["clauses"], 6)
	require.NotContains(t, codes(o["cues"]), "contract/text/words")

	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range []string{"word/document.xml", "word/styles.xml"} {
		_, err := z.CreateRaw(&zip.FileHeader{Name: name, UncompressedSize64: 40 << 20})
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	require.NoError(t, os.WriteFile("大.docx", b.Bytes(), 0o600))
	program().Unusable(t, []string{"review", "大.docx"}, "64 MiB")
}

// Files as offices have them: in GB 18030, with tables in Word, and such as hold no words.
func TestReviewFiles(t *testing.T) {
	scan := wordFile(t, `<w:p><w:r><w:drawing/></w:r></w:p>`)
	cells := wordFile(t, `<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲方</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>某局</w:t></w:r></w:p></w:tc></w:tr>`+
		`<w:tr><w:tc><w:p><w:r><w:t>乙方</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>某公司</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`)
	clitest.Folder(t, "空.txt", "", "空白.md", " \n　\n", "扫描.docx", scan, "表格.docx", cells, "国标.txt", "\xba\xcf\xcd\xac\n\xb5\xda\xd2\xbb\xcc\xf5 \xbc\xdb\xbf\xee\n")
	for _, file := range []string{"空.txt", "空白.md", "扫描.docx"} {
		program().Unusable(t, []string{"review", file}, "没有文字")
	}
	_, o := program().Object(t, "review", "国标.txt")
	require.Equal(t, "合同", o["title"])
	require.Len(t, o["clauses"], 1)
	_, o = program().Object(t, "review", "表格.docx")
	require.Equal(t, map[string]any{"name": "当事人的名称和住所", "need": "应当有", "state": "具备", "places": []any{"第1段"}}, o["checklist"].([]any)[0])
}

// wordFile is a Word file with a body.
func wordFile(t *testing.T, body string) string {
	var b strings.Builder
	z := zip.NewWriter(&b)
	for _, part := range [][2]string{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`},
		{"word/document.xml", `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + body + `</w:body></w:document>`},
	} {
		w, err := z.Create(part[0])
		require.NoError(t, err)
		_, err = w.Write([]byte(part[1]))
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	return b.String()
}

func codes(issues any) (list []string) {
	for _, i := range issues.([]any) {
		list = append(list, i.(map[string]any)["code"].(string))
	}
	return list
}

// The questionnaire that was written is read again, and without a decision there is no opinion.
func TestReviewPapers(t *testing.T) {
	program().Sampled(t)
	line := "review 样例/投资合作协议.md -ledger 样例/合同台账.xlsx -serial 泉源合2025-001 -o 审查"
	_, o := program().Object(t, strings.Fields(line)...)
	require.Equal(t, []any{"审查/审查问卷.xlsx", "审查/审查意见表.pdf", "审查/审查意见表.docx"}, o["written"])
	require.Len(t, o["questions"], strings.Count(cellsOf(t, "审查/审查问卷.xlsx", "审查问卷"), "泉源合2025-001"))
	require.Empty(t, o["issues"])
	line += " -profile 样例/本地规定.json -answers 审查/审查问卷.xlsx -opinion 通过 -unit 泉源区司法局 -number 泉源司审〔2025〕3号"
	code, o := program().Object(t, strings.Fields(line)...)
	require.Equal(t, cli.Found, code)
	require.Contains(t, o["written"], "审查/合法性审查意见书.docx")
	require.Contains(t, codes(o["issues"]), "contract/conclusion/open", "passed although nothing was answered")
}

// Each of the thirty rules has an item, and each item has a way to be found out and a basis.
func TestLawIsWhole(t *testing.T) {
	_, o := program().Object(t, "law")
	require.Len(t, o["rules"], 30)
	for _, r := range o["rules"].([]any) {
		items := r.(map[string]any)["items"].([]any)
		require.NotEmpty(t, items)
		for _, i := range items {
			item := i.(map[string]any)
			require.NotEmpty(t, item["basis"])
			require.Equal(t, item["mode"] == "由审查人判断", item["ask"] != "", item["code"])
		}
	}
}
