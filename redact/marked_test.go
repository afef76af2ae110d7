package redact_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen/form"
	"github.com/fazhi-go/fazhi/internal/checkdigit"
	"github.com/fazhi-go/fazhi/internal/outline"
	"github.com/fazhi-go/fazhi/reconsideration/documents"
	"github.com/fazhi-go/fazhi/redact"
)

// A mark is what has to be masked in a decision: "⟦name|张测⟧" in the marked text. What is not marked stays; "⟦keep|…⟧" is what a
// clerk would list as staying, since it is the address of an office, or a place or a word with the characters of a name.
type mark struct {
	kind       redact.Kind
	start, end int // characters of the text without marks
}

// A marked decision. Tuned ones were looked at while masking was mended, the others were not.
type marked struct {
	name  string
	tuned bool
	text  string
	marks []mark
	keep  []string
}

// value returns what is marked.
func (m marked) value(k mark) string { return string([]rune(m.text)[k.start:k.end]) }

// readMarks takes the marks out of a text.
func readMarks(t testing.TB, name string, tuned bool, source string) marked {
	t.Helper()
	out := marked{name: name, tuned: tuned}
	var text []rune
	for source != "" {
		before, rest, open := strings.Cut(source, "⟦")
		text = append(text, []rune(before)...)
		if source = rest; !open {
			break
		}
		inside, after, closed := strings.Cut(rest, "⟧")
		kind, value, named := strings.Cut(inside, "|")
		require.True(t, closed && named && value != "", "%s: %s", name, inside)
		start := len(text)
		text = append(text, []rune(value)...)
		if source = after; kind == "keep" {
			out.keep = append(out.keep, value)
			continue
		}
		out.marks = append(out.marks, mark{redact.Kind(kind), start, len(text)})
	}
	out.text = string(text)
	return out
}

// decisions are 13 written by hand to be hard and 17 from the Specs of package documents. All people in them are invented.
func decisions(t testing.TB) []marked {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("testdata", "decisions", "*.txt"))
	require.NoError(t, err)
	slices.Sort(files)
	var out []marked
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		name := strings.TrimSuffix(filepath.Base(file), ".txt")
		out = append(out, readMarks(t, name, strings.HasPrefix(name, "tuned"), string(data)))
	}
	for seed := range uint64(17) {
		g := &generator{Rand: rand.New(rand.NewPCG(seed, 22)), tuned: seed < 9}
		out = append(out, readMarks(t, fmt.Sprintf("generated-%02d", seed), g.tuned, g.decision(t)))
	}
	require.Len(t, out, 30)
	return out
}

// A generator writes decisions about invented people, with marks. The same seed writes the same.
type generator struct {
	*rand.Rand
	tuned bool
	names []string
}

func (g *generator) of(words string) string {
	all := strings.Fields(words)
	return all[g.IntN(len(all))]
}

func (g *generator) digits(n int) string {
	var b strings.Builder
	for range n {
		b.WriteByte(byte('0' + g.IntN(10)))
	}
	return b.String()
}

func markOf(kind redact.Kind, value string) string { return "⟦" + string(kind) + "|" + value + "⟧" }

// person returns a new person.
func (g *generator) person() string {
	n := g.of("王 李 张 刘 陈 杨 黄 林 吴 郑 欧阳 司马 诸葛 上官 令狐 皇甫 尉迟 夏侯") + g.of("琰 珩 煊 翊 霈 骁 晓 建 文 国 雅 春") +
		g.of("测 试 拟 例 样 范 芳 强 丽 明 军 涛 梅")
	if g.IntN(5) == 0 {
		n = n[:len(n)-3]
	}
	if slices.ContainsFunc(g.names, func(s string) bool { return strings.Contains(s, n) || strings.Contains(n, s) }) {
		return g.person()
	}
	g.names = append(g.names, n)
	return markOf(redact.Name, n)
}

func (g *generator) id() string {
	body := fmt.Sprintf("%06d%04d%02d%02d%s", 110101+g.IntN(100), 1950+g.IntN(60), 1+g.IntN(12), 1+g.IntN(28), g.digits(3))
	for _, c := range "0123456789X" {
		if checkdigit.IDNumber(body+string(c)) == nil {
			body += string(c)
			break
		}
	}
	switch g.IntN(4) {
	case 0:
		body = body[:6] + " " + body[6:14] + " " + body[14:]
	case 1:
		body = strings.ToLower(body)
	}
	return markOf(redact.ID, body)
}

func (g *generator) phone() string {
	n := "1" + g.of("39 38 50 59 86 77") + g.digits(8)
	switch g.IntN(5) {
	case 0:
		n = "+86" + n
	case 1:
		n = n[:3] + "-" + n[3:7] + "-" + n[7:]
	case 2:
		n = "0595-2" + g.digits(7)
	case 3:
		n = "(0595)2" + g.digits(7)
	}
	return markOf(redact.Phone, n)
}

func (g *generator) plate() string {
	n := "C" + g.digits(2) + g.of("A B F K") + g.digits(2)
	switch g.IntN(3) {
	case 0:
		n = "CD" + g.digits(5)
	case 1:
		n = "C·F" + g.digits(5)
	}
	return markOf(redact.Plate, "闽"+n)
}

// card returns a bank card with a right check digit.
func (g *generator) card() string {
	body := "6222" + g.digits(14)
	sum := 0
	for i := range len(body) {
		d := int(body[len(body)-1-i] - '0')
		if i%2 == 0 {
			d = d*2/10 + d*2%10
		}
		sum += d
	}
	return markOf(redact.Card, body+string(rune('0'+(10-sum%10)%10)))
}

func (g *generator) address() string {
	return "甲州市" + g.of("乙城区 丙县") + markOf(redact.Address, g.of("中山路 温陵路 东街 府后巷 滨江大道")+g.digits(2)+"号"+g.of("3栋502室 2号楼 B座1803 1单元")+"")
}

// sentences of the applicant and of what was found: ones that were looked at when masking was mended, and others.
const (
	tunedSaid   = "%[1]s没有违法行为，联系电话%[3]s。|%[1]s于2024年3月1日将%[4]s停在路边。|罚款由%[1]s从银行卡%[5]s缴纳。"
	tunedFound  = "2024年3月1日，执法人员王测验在%[6]s检查时，%[1]s、%[2]s到场。|%[2]s的身份证号为%[7]s。|上述事实有%[2]s的证言、车辆%[4]s的照片证明。"
	otherSaid   = "2024年4月2日，%[1]s驾驶%[4]s经过检查点，未收到通知。|请寄%[6]s，%[1]s收，手机%[3]s。|%[1]s向%[2]s转账2000元，收款账号%[5]s。"
	otherFound  = "%[2]s（公民身份号码%[7]s）是%[1]s的雇主，登记电话%[3]s。|执法人员李测验、张复核分别询问了%[1]s和%[2]s。|%[2]s名下车辆（%[4]s）停放于%[6]s。"
	kindOfTuned = "decision/uphold decision/revoke decision/unlawful decision/perform"
	kindOfOther = "decision/change decision/void decision/default decision/reject-application"
)

// decision fills a Spec of package documents.
func (g *generator) decision(t testing.TB) string {
	said, found, kinds := otherSaid, otherFound, kindOfOther
	if g.tuned {
		said, found, kinds = tunedSaid, tunedFound, kindOfTuned
	}
	a, b, c := g.person(), g.person(), g.person()
	write := func(sentences string) string {
		var out []string
		for s := range strings.SplitSeq(sentences, "|") {
			out = append(out, fmt.Sprintf(s+"%.0[1]s%.0[2]s%.0[3]s%.0[4]s%.0[5]s%.0[6]s%.0[7]s", a, b, g.phone(), g.plate(), g.card(), g.address(), g.id()))
		}
		return strings.Join(out, "\n")
	}
	doc, ok := documents.ByKey(g.of(kinds))
	require.True(t, ok)
	values := form.Values{
		"文号": "甲政行复决〔2024〕12号", "复议机关": "甲州市乙城区人民政府",
		"申请人":  []form.Values{{"名称": a, "性别": "男", "出生日期": "1990-01-01", "号码": g.id(), "住址": g.address(), "代理人": c}, {"名称": g.person()}},
		"被申请人": "甲州市乙城区测试局", "被申请人负责人": "丁测试，局长", "第三人": []form.Values{{"名称": b, "号码": g.id(), "住址": g.address()}},
		"申请事由": "不服被申请人作出的行政处罚决定", "受理日期": "2024-05-10", "复议请求": "撤销该行政处罚决定",
		"申请人意见": write(said), "被申请人意见": a + "的行为违法，处罚适当。", "第三人意见": b + "没有意见。", "查明事实": write(found),
		"认定理由": "被申请人对" + a + "作出的决定应当依法处理。", "行政行为": "2024年3月1日作出的甲测罚〔2024〕1号行政处罚决定",
		"救济": "可以起诉", "法院": "甲州市中级人民法院", "落款日期": "2024-07-02", "变更内容": "罚款1000元。", "法定职责": "处理投诉的职责",
		"履行期限": "三十日", "变更情形": "内容不适当", "撤销情形": "违反法定程序", "撤销范围": "全部撤销", "确认情形": "程序轻微违法", "决定种类": "撤销", "不符合": "第一项",
	}
	letter, err := form.New(doc.Spec)
	require.NoError(t, err)
	for name := range values {
		if !slices.ContainsFunc(doc.Spec.Fields, func(f form.Field) bool { return f.Name == name }) {
			delete(values, name)
		}
	}
	d, issues, err := letter.Fill(values)
	require.NoError(t, err)
	require.NoError(t, issues.Err())
	return outline.Of(d)
}
