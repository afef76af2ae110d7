package statute_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/han"
	"github.com/fazhi-go/fazhi/statute"
)

// correct is a text in which nothing is wrong, as its lines.
func correct() []string {
	return strings.Split(`泉源区户外招牌管理办法
（2024年3月1日泉源区人民政府第10次常务会议通过）
目　录
第一章　总则
第二章　设置
第一节　申请
第二节　维护
第三章　附则
第一章　总则
第一条　为了加强管理，根据《泉源区市容条例》，制定本办法。
第二条　本办法所称招牌（以下简称“招牌”），是指店铺的标识。
第三条　设置招牌不得有下列情形：
（一）影响消防通道的；
（二）遮挡交通标志的；
（三）含有“最佳”等用语的；
（四）其他影响安全的。
违反前款规定的，责令改正。
第二章　设置
第一节　申请
第四条　申请人应当提交下列材料：
（一）申请书；
（二）下列照片：
1.正面照片；
2.侧面照片；
3.夜间照片。
（三）设计图纸。
第五条　区城管局应当在十日内答复。
第五条之一　逾期不答复的，可以催告。
第五条之二　催告应当书面作出。
第六条　答复应当书面作出。
第二节　维护
第七条　招牌应当每年检查。
第八条　检查记录保存三年。
第三章　附则
第九条　本办法由区城管局解释。
第十条　本办法自2024年5月1日起施行。
`, "\n")
}

func issuesOf(lines []string) fazhi.Issues {
	_, issues := statute.Parse("办法.txt", strings.Join(lines, "\n"))
	return issues
}

// at returns the codes of the issues of a line, from 1.
func at(issues fazhi.Issues, line int) []string {
	var codes []string
	for _, i := range issues {
		if i.Origin.Cell == "第"+strconv.Itoa(line)+"行" {
			codes = append(codes, strings.TrimPrefix(string(i.Code), "statute/"))
		}
	}
	return codes
}

func TestACorrectTextHasNoIssues(t *testing.T) {
	require.Empty(t, issuesOf(correct()))
}

// bodyStarts is the first line behind the contents.
const bodyStarts = 9

// lineOf returns the number of the last line of the correct text that begins so.
func lineOf(t *testing.T, beginning string) int {
	t.Helper()
	lines := correct()
	for i := len(lines) - 1; i >= bodyStarts-1; i-- {
		if strings.HasPrefix(lines[i], beginning) {
			return i + 1
		}
	}
	require.Fail(t, "no such line", beginning)
	return 0
}

// change puts another line in the place of one, and returns the codes of the issues there.
func change(t *testing.T, beginning, to string) []string {
	line := lineOf(t, beginning)
	return at(issuesOf(slices.Replace(correct(), line-1, line, to)), line)
}

// without takes a line out, and returns the codes of the issues in the line that begins so.
func without(t *testing.T, gone, beginning string) []string {
	line := lineOf(t, gone)
	return at(issuesOf(slices.Delete(correct(), line-1, line)), lineOf(t, beginning)-1)
}

// labels finds the lines that have a number, and how they are written with another.
func labels() map[int]func(int) string {
	out := map[int]func(int) string{}
	for i, l := range correct() {
		if i+1 < bodyStarts {
			continue
		}
		head, rest, ok := strings.Cut(l, "　")
		switch {
		case ok && strings.HasPrefix(head, "第") && !strings.Contains(head, "之"):
			unit := string([]rune(head)[len([]rune(head))-1])
			out[i+1] = func(n int) string { return "第" + han.Numeral(n) + unit + "　" + rest }
		case strings.HasPrefix(l, "（") && i > 1:
			_, rest, _ := strings.Cut(l, "）")
			out[i+1] = func(n int) string { return "（" + han.Numeral(n) + "）" + rest }
		case strings.Contains(l, "."):
			_, rest, _ := strings.Cut(l, ".")
			out[i+1] = func(n int) string { return strconv.Itoa(n) + "." + rest }
		}
	}
	return out
}

// Each number changed to any other is found in its line.
func TestMutantsOfNumbers(t *testing.T) {
	count := 0
	for line, write := range labels() {
		for n := 1; n <= 25; n++ {
			if to := write(n); to != correct()[line-1] {
				codes := at(issuesOf(slices.Replace(correct(), line-1, line, to)), line)
				require.True(t, slices.ContainsFunc(codes, func(c string) bool {
					return strings.HasPrefix(c, "number/") || line == bodyStarts && c == "contents/differs"
				}), "%d %s: %v", line, to, codes)
				count++
			}
		}
	}
	require.Greater(t, count, 500)
	t.Logf("%d mutants", count)
}

func TestMutantsOfNumbersAreNamed(t *testing.T) {
	for _, c := range []struct{ line, to, want string }{
		{"第七条", "第十九条　甲。", "第十九条应为第七条 [number/wrong]"},
		{"第十条", "第十二条　甲。", "第十二条之前缺第十条至第十一条 [number/gap]"},
		{"第十条", "第九条　甲。", "第九条重复 [number/duplicate]"},
		{"第十条", "第四条　甲。", "第四条排在第九条之后 [number/order]"},
		{"第十条", "第一条　甲。", "第九条之后序号重新从第一条开始 [number/restart]"},
		{"第五条之二", "第五条之三　甲。", "第五条之三之前缺第五条之二 [number/gap]"},
		{"第五条之一", "第五条之三　甲。", "第五条之三应为第五条之一 [number/wrong]"},
		{"（二）遮挡", "（四）甲；", "（四）应为（二） [number/wrong]"},
		{"2.", "3.甲；", "3.应为2. [number/wrong]"},
		{"第二章", "第四章　甲", "第四章应为第二章 [number/wrong]"},
	} {
		line := lineOf(t, c.line)
		var found []string
		for _, i := range issuesOf(slices.Replace(correct(), line-1, line, c.to)) {
			if i.Origin.Cell == "第"+strconv.Itoa(line)+"行" {
				found = append(found, i.Message+" ["+strings.TrimPrefix(string(i.Code), "statute/")+"]")
			}
		}
		require.Contains(t, found, c.want)
	}
}

// A heading that is joined to the line before it is found there.
func TestMutantsOfGluedHeadings(t *testing.T) {
	count := 0
	for line := range labels() {
		lines := correct()
		before := lines[line-2]
		if !strings.HasSuffix(before, "。") && !strings.HasSuffix(before, "；") && !strings.HasSuffix(before, "：") || strings.HasPrefix(lines[line-1], "第") && !strings.HasSuffix(lines[line-1], "。") {
			continue
		}
		if next := lines[line]; next != "" && !strings.HasPrefix(next, lines[line-1][:3]) {
			continue // nothing of its kind follows that shows the gap
		}
		lines[line-2] += " " + lines[line-1]
		lines = slices.Delete(lines, line-1, line)
		require.Contains(t, at(issuesOf(lines), line-1), "heading/glued", "line %d", line)
		count++
	}
	require.GreaterOrEqual(t, count, 9)
}

// A heading that is gone shows where the sequence goes on.
func TestMutantsOfLostHeadings(t *testing.T) {
	require.Equal(t, []string{"number/gap"}, without(t, "第七条", "第八条"))
	require.Equal(t, []string{"number/start"}, without(t, "第一条", "第二条"))
	require.Equal(t, []string{"number/gap"}, without(t, "（二）遮挡", "（三）含有"))
	require.Equal(t, []string{"number/gap"}, without(t, "第五条之一", "第五条之二"))
	require.Contains(t, without(t, "第二章", "第三章"), "number/gap")
	require.Contains(t, without(t, "第一节", "第二节"), "number/gap")
}

func TestOddHeadings(t *testing.T) {
	for _, to := range []string{"第 七 条 甲。", "第7条 甲。", "第７条　甲。", "笫七条 甲。"} {
		require.Contains(t, change(t, "第七条", to), "heading/form", to)
	}
	require.Contains(t, change(t, "2.", "２．侧面照片；"), "heading/form")
	require.Contains(t, change(t, "1.", "⒈正面照片；"), "heading/form")
}

// Each bracket, quotation mark and 书名号 that is gone, or has the other width, is found in its line or, where a label is no
// longer one, where the next shows it.
func TestMutantsOfMarks(t *testing.T) {
	count := 0
	for i, l := range correct() {
		for at, r := range l {
			if !strings.ContainsRune("（）“”《》", r) {
				continue
			}
			rest := l[at+len(string(r)):]
			requireFound(t, i, l[:at]+rest)
			if half := strings.NewReplacer("（", "(", "）", ")").Replace(string(r)); half != string(r) {
				requireFound(t, i, l[:at]+half+rest)
			}
			count++
		}
	}
	require.Greater(t, count, 20)
}

func requireFound(t *testing.T, i int, to string) {
	t.Helper()
	lines := correct()
	lines[i] = to
	issues := issuesOf(lines)
	require.NotEmpty(t, append(at(issues, i+1), at(issues, i+2)...), to)
}

// Each item that ends with another mark is found.
func TestMutantsOfEndings(t *testing.T) {
	for _, item := range []string{"（一）影响", "（二）遮挡", "（三）含有", "（三）设计"} {
		l := correct()[lineOf(t, item)-1]
		for _, mark := range []string{"", "，", "：", "；", "。"} {
			if to := strings.TrimRight(l, "；。") + mark; to != l {
				require.Contains(t, change(t, item, to), "list/mark", to)
			}
		}
	}
	require.Equal(t, []string{"list/colon"}, at(issuesOf(slices.Replace(correct(), 11, 12, "第三条　设置招牌不得有下列情形。")), 13))
}

func TestListsThatEndWithFullStops(t *testing.T) {
	lines := correct()
	for i := 12; i < 16; i++ {
		lines[i] = strings.TrimRight(lines[i], "；。") + "。"
	}
	require.Empty(t, issuesOf(lines))
	lines[13] = "（二）遮挡交通标志的；"
	require.Equal(t, []string{"list/mark"}, at(issuesOf(lines), 14))
}

func TestContents(t *testing.T) {
	require.Equal(t, []string{"contents/differs"}, change(t, "第二章", "第二章　设立"))
	require.Equal(t, []string{"contents/differs"}, change(t, "第二节", "第二节　维修"))
	require.Empty(t, issuesOf(slices.Replace(correct(), 4, 5, "第二章　设 置 ……… 12")))
	require.Equal(t, []string{"contents/differs"}, at(issuesOf(slices.Delete(correct(), 6, 7)), lineOf(t, "第二节")-1))
	require.Equal(t, []string{"contents/differs"}, at(issuesOf(slices.Insert(correct(), 8, "第四章　罚则")), 9))
	require.Empty(t, issuesOf(slices.Delete(correct(), 5, 7)), "contents with chapters only")
}

func TestNumerals(t *testing.T) {
	for n := 1; n <= 130; n++ {
		for _, odd := range []string{
			strings.Replace(han.Numeral(n), "百一十", "百十", 1), strings.Replace(han.Numeral(n), "百零", "百〇", 1), oddDigits(n),
		} {
			if odd == han.Numeral(n) {
				continue
			}
			var lines []string
			for i := 1; i <= 130; i++ {
				number := han.Numeral(i)
				if i == n {
					number = odd
				}
				lines = append(lines, "第"+number+"条　内容。")
			}
			require.Contains(t, at(issuesOf(lines), n), "number/form", odd)
		}
	}
}

// oddDigits writes a number above ten digit by digit.
func oddDigits(n int) string {
	if n < 10 {
		return han.Numeral(n)
	}
	var b strings.Builder
	for _, d := range strconv.Itoa(n) {
		b.WriteString(strings.ReplaceAll(han.Numeral(int(d-'0')), "零", "〇"))
	}
	return b.String()
}

func TestStyle(t *testing.T) {
	require.Equal(t, []string{"style/numerals"}, change(t, "第七条", "第七条　招牌应当每年检查，逾期的处200元罚款。"))
	require.Empty(t, change(t, "第七条", "第七条　招牌应当每年检查，逾期的处二百元罚款。"))
	require.Equal(t, []string{"bracket/widths"}, change(t, "（四）", "(四)其他影响安全的。"))
}

func TestSequencesThatAreRight(t *testing.T) {
	for name, text := range map[string]string{
		"章在每编重新编号":  "第一编　甲\n第一章　子\n第一条　一。\n第二章　丑\n第二条　二。\n第二编　乙\n第一章　寅\n第三条　三。",
		"章连续编号":     "第一编　甲\n第一章　子\n第一条　一。\n第二编　乙\n第二章　寅\n第二条　三。",
		"条在每编重新编号":  "第一编　甲\n第一条　一。\n第二条　二。\n第二编　乙\n第一条　三。",
		"目录没有目录二字":  "第一章　甲\n第二章　乙\n第一章　甲\n第一条　一。\n第二章　乙\n第二条　二。",
		"法典的一编":     "民法典草案\n\n# 物权编\n\n第二百条　一。\n第二百零一条　二。",
		"项之间另有一段":   "第一条　下列：\n（一）甲。\n甲是子。\n（二）乙。",
		"两个列举":      "第一条　下列：\n（一）甲；\n（二）乙。\n下列也是：\n（一）丙；\n（二）丁。",
		"目连续编号":     "决定\n\n一、甲\n1.子。\n2.丑。\n二、乙\n3.寅。\n4.卯。",
		"附件另外编号":    "办法\n\n第一条　甲。\n第二条　乙。\n\n附件1\n\n第一条　丙。\n\n附件2\n\n一、丁\n二、戊\n一、己",
		"引文不检查":     "决定\n\n一、第七条修改为：\n“第七条　甲。\n“第三条　乙。”\n二、删去第九条。",
		"英文括号和序号":   "第一条　采用1)甲、(b)乙和（丙）。\n第二条　a)丁。",
		"列举之后还有话":   "第一条　有下列情形：\n（一）甲，\n（二）乙，\n的，责令改正。",
		"题注分行":      "办法\n\n（2020年1月1日通过\n2021年2月2日修订）\n\n第一条　甲。",
		"只有两项，都是句号": "第一条　下列：\n（一）甲。\n（二）乙。",
	} {
		_, issues := statute.Parse("", text)
		require.Zero(t, issues.Count(fazhi.Error)+issues.Count(fazhi.Warning), "%s: %v", name, issues)
	}
}

// However much is wrong, the issues are few and the last says how many more there are.
func TestIssuesAreBounded(t *testing.T) {
	_, issues := statute.Parse("", strings.Repeat("第一条　（甲。\n", 20_000))
	require.Len(t, issues, 2*100+2)
	require.Equal(t, "还有 19900 处同类问题没有列出：statute/mark/unpaired", issues[len(issues)-1].Message)
	require.Equal(t, fazhi.Path("/art_1~2/para_1"), issues[1].Path)
}

// The paths of issues are those of the nodes, also of numbers that stand many times.
func TestPathsOfIssues(t *testing.T) {
	text, issues := statute.Parse("", "办法\n"+strings.Repeat("第一条　（甲。\n乙（。\n（四）丙（。\n", 9)+"附件1\n（\n附件2\n（\n第一条　（\n第一条　（")
	require.Greater(t, len(issues), 40)
	for _, i := range issues {
		n := text.Find(string(i.Path))
		require.NotNil(t, n, i.Path)
		require.Equal(t, "第"+strconv.Itoa(n.Line)+"行", i.Origin.Cell, i.Path)
	}
}

func TestIssuesNeverHoldTheText(t *testing.T) {
	for line := range correct() {
		lines := correct()
		lines[line] = strings.NewReplacer("；", "", "）", "", "七", "九", "二", "五").Replace(lines[line])
		for _, i := range issuesOf(lines) {
			for _, word := range []string{"招牌", "消防", "泉源", "照片", "书面", "总则", "设置"} {
				require.NotContains(t, i.Message, word)
			}
			require.NotEmpty(t, i.Basis)
		}
	}
}

// hostile are inputs that cost most.
func hostile(size int) map[string]string {
	return map[string]string{
		"brackets":  strings.Repeat("（", size/3),
		"pairs":     strings.Repeat("（《", size/12) + strings.Repeat("）", size/6),
		"lines":     strings.Repeat("（\n", size/4),
		"same":      strings.Repeat("第一条　\n", size/13),
		"one line":  strings.Repeat("第一条 ", size/10),
		"gaps":      strings.Repeat("第九条 甲。第三条\n第一千条 乙\n", size/50),
		"items":     "第一条　下列：\n" + strings.Repeat("（九）甲（\n（二）乙\n", size/34),
		"late":      strings.Repeat("甲\n", size/8) + strings.Repeat("（\n", size/8),
		"contents":  "办法\n\n目录\n" + strings.Repeat("第一章　甲\n第二章　乙\n", size/32),
		"quotes":    strings.Repeat("一、改为：“\n“第三条 甲\n", size/44),
		"amounts":   strings.Repeat("五元6元", size/14),
		"paragraph": "第一条 甲\n" + strings.Repeat("乙：\n（三）丙。\n", size/28),
	}
}

func BenchmarkHostileNumbers(b *testing.B) {
	for name, text := range hostile(10 << 20) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				statute.Parse("", text)
			}
		})
	}
}

func FuzzCheck(f *testing.F) {
	f.Add(strings.Join(correct(), "\n"))
	for _, text := range hostile(200) {
		f.Add(text)
	}
	f.Add("#\u2002\n第一条 甲。#\u2003\n第三条 乙。“")
	f.Add("第一条0" + strings.Repeat("\xa9", 400))
	f.Add("第二条之三 甲。第一条 乙\n（二)丙\n⒈丁\n目录\n第0章")
	f.Fuzz(func(t *testing.T, text string) {
		parsed, issues := statute.Parse("", text)
		lines := strings.Count(parsed.Format(), "\n") + 1
		require.LessOrEqual(t, len(issues), 19*101)
		for _, i := range issues {
			var line int
			if _, err := fmt.Sscanf(i.Origin.Cell, "第%d行", &line); err == nil {
				require.LessOrEqual(t, line, lines)
			}
			require.NotEmpty(t, i.Message)
		}
	})
}

// The annexes of a document are listed from the line of the word on (GB/T 9704).
func TestAnnexesOfADocumentAreNoFault(t *testing.T) {
	_, issues := statute.Parse("", "通知\n一、甲。\n附件：1.申请表\n2.审批表\n3.登记表\n泉源区人民政府\n2024年3月1日")
	require.Empty(t, issues)
}
