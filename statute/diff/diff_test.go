package diff_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/statute"
	"github.com/fazhi-go/fazhi/statute/diff"
)

const older = `临时占道管理办法

第一章 总则

第一条 为了规范临时占道，制定本办法。

第二条 本办法适用于本区的城市道路。

第二章 许可

第三条 占道应当向街道办事处提出申请，并提交下列材料：
（一）申请书；
（二）占道平面图。

街道办事处应当在十日内答复。

第四条 占道不得超过三十日。

第五条 违反本办法第四条规定的，由街道办事处责令改正，恢复道路原状。

第六条 本办法自2020年1月1日起施行。
`

const newer = `临时占道管理办法

第一章 总则

第一条 为了规范临时占道，制定本办法。

第二条 本办法适用于本区的城市道路。

第三条 占道应当遵循必要、安全、节约的原则，不得影响行人通行。

第二章 许可和监督

第四条 占道应当向街道办事处提出申请，并提交下列材料：
（一）申请书；
（二）安全责任书；
（三）占道平面图。

街道办事处应当在五个工作日内答复。

第五条 占道不得超过三十日。

第六条 违反本办法第五条规定的，由街道办事处责令改正，恢复道路原状。

第七条 本办法自2020年1月1日起施行。
`

func parse(text string) *statute.Text {
	t, _ := statute.Parse("办法.txt", text)
	return t
}

func Example() {
	fmt.Print(diff.Compare(parse(older), parse(newer)))
	// Output:
	// 〔新增〕第三条：第三条 占道应当遵循必要、安全、节约的原则，不得影响行人通行。
	// 〔修改〕第二章：第二章 许可{+和监督+}
	// 〔序号调整〕第三条 → 第四条
	// 〔新增〕第四条第一款第二项：（二）安全责任书；
	// 〔序号调整〕第三条第一款第二项 → 第四条第一款第三项
	// 〔修改〕第三条第二款 → 第四条第二款：街道办事处应当在[-十-]{+五个工作+}日内答复。
	// 〔序号调整〕第四条 → 第五条
	// 〔序号调整〕第五条 → 第六条
	// 〔引用调整〕第五条 → 第六条：违反本办法第[-四-]{+五+}条规定的，由街道办事处责……
	// 〔序号调整〕第六条 → 第七条
	// 共计：新增 3 处，修改 2 处，序号调整 5 处，引用调整 1 处
}

func ExampleApply() {
	old := parse("第一条 甲应当备案。\n第二条 乙应当登记。\n")
	r := diff.Compare(old, parse("第一条 乙应当登记。\n第二条 甲应当备案。\n"))
	text, err := diff.Apply(old, r)
	fmt.Print(text, err, "\n", r)
	// Output:
	// 第一条 乙应当登记。
	// 第二条 甲应当备案。
	// <nil>
	// 〔序号调整〕第二条 → 第一条
	// 〔移动、序号调整〕第一条 → 第二条
	// 共计：移动 1 处，序号调整 2 处，格式 2 处
}

// accounted fails unless every node of both texts stands in the result once, and the result gives the new text.
func accounted(t require.TestingT, old, new *statute.Text) diff.Result {
	r := diff.Compare(old, new)
	var olds, news []*statute.Node
	for _, e := range r.Entries {
		require.Equal(t, e.Old == nil, e.Kind.Has(diff.Insert))
		require.Equal(t, e.New == nil, e.Kind.Has(diff.Delete))
		if e.Old != nil {
			olds = append(olds, e.Old)
		}
		if e.New != nil {
			news = append(news, e.New)
		}
		requireRuns(t, e)
	}
	require.Equal(t, len(slices.Collect(old.All())), len(olds))
	require.Equal(t, set(slices.Collect(old.All())), set(olds))
	require.True(t, slices.Equal(slices.Collect(new.All()), news), "new nodes, in their order")
	text, err := diff.Apply(old, r)
	require.NoError(t, err)
	require.Equal(t, new.Format(), text)
	return r
}

func set(nodes []*statute.Node) map[*statute.Node]bool {
	all := map[*statute.Node]bool{}
	for _, n := range nodes {
		all[n] = true
	}
	return all
}

func requireRuns(t require.TestingT, e diff.Entry) {
	for i, run := range e.Runs {
		require.NotEqual(t, diff.Run{}, run)
		require.True(t, run.Old == run.New || run.Old == "" || run.New == "")
		require.False(t, i > 0 && run.Kept() && e.Runs[i-1].Kept(), "kept runs are not cut")
	}
}

func TestSameText(t *testing.T) {
	r := accounted(t, parse(older), parse(older))
	require.Zero(t, r.Count(0))
	require.Equal(t, "共计：无差异\n", r.String())
	require.Equal(t, []diff.Renumbering{}, r.Renumbered())
	found, err := json.Marshal(r)
	require.NoError(t, err)
	require.NotContains(t, string(found), "null")
	require.Contains(t, string(found), `"changes":[]`)
}

func TestKinds(t *testing.T) {
	const long = "经营者应当在显著位置公示收费项目、收费标准和投诉电话。"
	const first = "街道办事处负责辖区内集贸市场的日常监督管理，发现问题及时报告主管部门并督促改正。"
	const second = "消费者有权就商品和服务的价格、质量、计量向市场开办者查询，市场开办者应当如实答复。"
	cases := []struct {
		name, old, new string
		kind           diff.Kind
		of             statute.Kind
		want           int
	}{
		{"inserted", "第一条 甲。\n第二条 丙。\n", "第一条 甲。\n第二条 乙乙。\n第三条 丙。\n", diff.Insert, statute.Article, 1},
		{"the rest is only renumbered", "第一条 甲。\n第二条 丙。\n", "第一条 甲。\n第二条 乙乙。\n第三条 丙。\n", diff.Renumber, statute.Article, 1},
		{"deleted", "第一条 甲。\n第二条 乙乙。\n第三条 丙。\n", "第一条 甲。\n第二条 丙。\n", diff.Delete, statute.Article, 1},
		{"changed", "第一条 甲应当备案。\n", "第一条 甲应当登记。\n", diff.Change, statute.Paragraph, 1},
		{"caption", "第一条（目的） 甲。\n", "第一条（依据） 甲。\n", diff.Change, statute.Article, 1},
		{"moved to another article", "第一条 " + first + "\n" + long + "\n第二条 " + second + "\n", "第一条 " + first + "\n第二条 " + second + "\n" + long + "\n", diff.Move, statute.Paragraph, 1},
		{"moved to another chapter", "第一章 子\n第一条 甲。\n第二条 乙。\n第二章 丑\n第三条 丙。\n", "第一章 子\n第一条 甲。\n第二章 丑\n第二条 乙。\n第三条 丙。\n", diff.Move, statute.Article, 1},
		{"chapter renamed", "第一章 发票的领购\n第一条 甲。\n", "第一章 发票的领用\n第一条 甲。\n", diff.Change, statute.Chapter, 1},
		{"blank in a name", "第一章 总则\n第一条 甲。\n", "第一章 总　则\n第一条 甲。\n", diff.Layout, statute.Chapter, 1},
		{"brackets of an item", "第一条 甲：\n(一)乙。\n", "第一条 甲：\n（一）乙。\n", diff.Layout, statute.Item, 1},
		{"reference", "第一条 见第二条。\n第二条 乙。\n", "第一条 见第三条。\n第二条 子丑寅卯。\n第三条 乙。\n", diff.Reference, statute.Paragraph, 1},
		{"a reference to another article is a change", "第一条 见第二条。\n第二条 乙。\n", "第一条 见第二条之一。\n第二条 子丑寅卯。\n第三条 乙。\n", diff.Change, statute.Paragraph, 1},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r := accounted(t, parse(c.old), parse(c.new))
			require.Equal(t, c.want, r.Count(c.kind, c.of), "%v", r)
		})
	}
}

func TestRenumbered(t *testing.T) {
	r := accounted(t, parse(older), parse(newer))
	require.Contains(t, r.Renumbered(), diff.Renumbering{Old: "第三条第一款第二项", New: "第四条第一款第三项", OldPath: "/art_3/para_1/point_2", NewPath: "/art_4/para_1/point_3"})
	require.Contains(t, r.Renumbered(), diff.Renumbering{Old: "第六条", New: "第七条", OldPath: "/art_6", NewPath: "/art_7"})
}

func TestJSON(t *testing.T) {
	found, err := json.Marshal(diff.Compare(parse("第一条 甲应当备案。\n"), parse("第一条 甲应当登记。\n")))
	require.NoError(t, err)
	require.JSONEq(t, `{"old":"办法.txt","new":"办法.txt",
		"counts":{"insert":0,"delete":0,"change":1,"move":0,"renumber":0,"reference":0,"layout":0},
		"changes":[{"kinds":["change"],"what":"款","old":{"path":"/art_1/para_1","citation":"第一条","line":1},
			"new":{"path":"/art_1/para_1","citation":"第一条","line":1},
			"runs":[{"op":"keep","text":"甲应当"},{"op":"delete","text":"备案"},{"op":"insert","text":"登记"},{"op":"keep","text":"。"}]}],
		"renumbered":[]}`, string(found))
}

func TestApplyRefusesAnotherText(t *testing.T) {
	r := diff.Compare(parse(older), parse(newer))
	for name, text := range map[string]string{
		"another text": "第一条 甲。\n", "nothing": "", "one sign": strings.Replace(older, "十日", "九日", 1),
		"an unchanged paragraph": strings.Replace(older, "适用于本区", "适用于全区", 1), "line ends": older + "\n",
	} {
		_, err := diff.Apply(parse(text), r)
		require.ErrorIs(t, err, diff.ErrOther, name)
	}
	_, err := diff.Apply(parse(older), diff.Result{})
	require.ErrorIs(t, err, diff.ErrOther)
}

// TestRandomEdits edits a text at random and accounts for every node.
func TestRandomEdits(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		lines := strings.SplitAfter(older, "\n")
		for range 1 + random.IntN(6) {
			i, j := random.IntN(len(lines)), random.IntN(len(lines))
			switch random.IntN(4) {
			case 0:
				lines[i], lines[j] = lines[j], lines[i]
			case 1:
				lines = slices.Insert(lines, i, lines[j])
			case 2:
				lines = slices.Delete(lines, i, i+1)
			default:
				signs := []rune(lines[i] + lines[j])
				lines[i] = string(signs[random.IntN(len(signs)+1):])
			}
			if len(lines) == 0 {
				lines = []string{""}
			}
		}
		changed := strings.Join(lines, "")
		accounted(t, parse(older), parse(changed))
		accounted(t, parse(changed), parse(older))
	}
}

func FuzzCompare(f *testing.F) {
	f.Add(older, newer)
	f.Add("", "第一条 甲。")
	f.Add("一、将第一条修改为：“第一条 甲。\n“乙。”\n", "一、删去第一条。\n")
	f.Add("\xff\xfe第一条 甲\xff。", "第一条 甲\xfe。\xff")
	f.Fuzz(func(t *testing.T, old, new string) {
		r := accounted(t, parse(old), parse(new))
		_, err := json.Marshal(r)
		require.NoError(t, err)
		require.NotEmpty(t, r.String())
	})
}

// code returns a text with as many articles, each of three paragraphs without sense. The seed of an article is its number
// plus what is given.
func code(n int, seed uint64) *statute.Text {
	signs := []rune("当事人应依法登记备案申请许可责任期限机关公示材料道路市场经营者管理部门日常检查处理决定")
	root := &statute.Node{}
	for i := range n {
		random := rand.New(rand.NewPCG(seed+uint64(i), 1))
		a := &statute.Node{Kind: statute.Article, Num: statute.Num{N: i + 1}, Label: fmt.Sprint("第", i+1, "条")}
		for range 3 {
			var b strings.Builder
			for range 60 {
				b.WriteRune(signs[random.IntN(len(signs))])
			}
			a.Append(&statute.Node{Kind: statute.Paragraph, Text: b.String()})
		}
		root.Append(a)
	}
	return &statute.Text{Root: root}
}

func BenchmarkCompare(b *testing.B) {
	for _, n := range []int{1260, 12600} {
		for name, seed := range map[string]uint64{"one article in front": 1, "nothing alike": 1 << 20} {
			old, new := code(n, 1<<10), code(n, 1<<10+seed)
			b.Run(fmt.Sprintf("%s/%d", name, n), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					diff.Compare(old, new)
				}
			})
		}
	}
}
