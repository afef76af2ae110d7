package amend

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi/statute"
)

// Apply returns base with the operations applied, and those that could not be applied, in their order. It does not change base.
//
// Places are looked up in base as it is, before anything is done. An operation is applied whole or not at all; where two articles
// would have the same number, or it is open in which chapter an article comes, it is not applied. What is inserted gets the
// blanks before it from the text around. Words that change throughout do not change in notes under the title and in the signature,
// and operations on words of one place that follow each other are applied at once.
func Apply(base *statute.Text, ops []Operation) (*statute.Text, []Failed) {
	text, _ := statute.Parse(base.File, base.Format())
	e := newEditor(text, ops)
	for i := range ops {
		e.resolve(i)
	}
	for i := 0; i < len(ops); i++ {
		if end := e.row(i); end > i {
			e.changeWords(i, end)
			i = end - 1
		} else if e.reasons[i] == "" {
			e.reasons[i] = e.do(i)
		}
	}
	e.number()
	e.contents.sync()
	done, _ := statute.Parse(base.File, text.Format())
	var failed []Failed
	for i, reason := range e.reasons {
		if reason != "" {
			failed = append(failed, Failed{ops[i], reason})
		}
	}
	return done, failed
}

// An editor changes a text.
type editor struct {
	text     *statute.Text
	style    style
	places   places
	contents contents
	ops      []Operation
	reasons  []string          // why an operation was not applied; empty: it was
	at       [][]*statute.Node // what the places of an operation are
	adjust   bool
	fresh    []insertion // articles that have no place yet
	numbered []numbered  // articles whose number the decision gives
	lists    map[*statute.Node]bool
	articles bool // some came or went
	room     int  // how many bytes changed words may add, so that “甲甲” for “甲” many times over ends
}

func newEditor(text *statute.Text, ops []Operation) *editor {
	e := &editor{text: text, style: styleOf(text), places: placesOf(text), contents: contentsOf(text), ops: ops, lists: map[*statute.Node]bool{}}
	e.room = mostAdded
	e.reasons, e.at = make([]string, len(ops)), make([][]*statute.Node, len(ops))
	e.adjust = slices.ContainsFunc(ops, func(o Operation) bool { return o.Kind == Adjust && meant(o.Doc, text) })
	return e
}

// mostAdded is how many bytes changed words may add to a text: more than any law has.
const mostAdded = 4 << 20

// Why operations fail.
const (
	whyUnread    = "未能识别"
	whyOther     = "所修改的是另一文件"
	whyNowhere   = "原文没有此处"
	whySeveral   = "原文有几处，不能确定是哪一处"
	whyGone      = "此处已被删去"
	whyNoWords   = "原文没有这些文字"
	whyWordsMany = "原文有几处这些文字，不能确定在哪一处之后或者之前增加"
	whyExpected  = "决定所引的原文与原文不符"
	whyForm      = "引文与所修改的条款项不相当"
	whyNumber    = "引文的序号与所修改的序号不符"
	whyTaken     = "此序号已经使用，决定没有写明条文顺序作相应调整"
	whyBeyond    = "序号不连续，不能确定位置"
	whyChapter   = "位于两章、节之间，决定没有写明归入何处"
	whyItems     = "以后各项的序号如何调整，决定没有写明"
	whyStands    = "改后的序号与所在位置不符"
	whyRestarts  = "各编条文分别编号，不能调整顺序"
	whyNoText    = "决定没有写明合并后的条文"
	whyTitle     = "题名不止一行或者没有题名"
	whyLong      = "修改后的文本过长"
	whyUnit      = "不支持对此单位作这一修改"
)

// meant reports whether a name in a decision is the text's: 《某某办法》 of 泉州市某某办法 too.
func meant(name string, text *statute.Text) bool {
	if name == "" {
		return true
	}
	bare := strings.NewReplacer(" ", "", "\u3000", "", "中华人民共和国", "", "（试行）", "", "（暂行）", "").Replace
	long, short := bare(text.Title()), bare(name)
	if len(long) < len(short) {
		long, short = short, long
	}
	before, ok := strings.CutSuffix(long, short)
	return ok && (before == "" || utf8.RuneCountInString(short) <= 2 || isIssuer(before)) // 《办法》 is no name of its own
}

// isIssuer reports whether what one name has before the other is a place or an organ, and not a part of the name.
func isIssuer(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimSuffix(s, "关于"))
	return strings.ContainsRune("省市县区州盟旗乡镇府院厅局委部会室", last)
}

// resolve finds what the places of an operation are.
func (e *editor) resolve(i int) {
	op := e.ops[i]
	switch {
	case op.Kind == Unread:
		e.reasons[i] = whyUnread
		return
	case !meant(op.Doc, e.text):
		e.reasons[i] = whyOther
		return
	case op.At.IsZero() && (op.Kind == Insert || op.Kind == Rename || op.Kind == Adjust):
		return
	}
	for _, p := range append([]Place{op.At}, op.And...) {
		n, why := e.places.find(p)
		if why != "" {
			e.reasons[i] = why
			return
		}
		e.at[i] = append(e.at[i], n)
	}
}

// do applies an operation, and says why not.
func (e *editor) do(i int) string {
	op := e.ops[i]
	for _, n := range e.at[i] {
		if !isIn(n, e.text.Root) {
			return whyGone
		}
	}
	switch op.Kind {
	case Replace:
		return e.replace(e.at[i][0], op)
	case Insert:
		return e.insert(i)
	case Delete:
		return e.delete(e.at[i][0])
	case InsertWords:
		return insertWords(e.at[i][0], op)
	case Renumber:
		return e.renumber(i)
	case Merge:
		return e.merge(i)
	case Rename:
		return e.rename(i)
	case Adjust:
		return ""
	}
	return whyUnread
}

// isIn reports whether n is in the tree of root.
func isIn(n, root *statute.Node) bool {
	for n != nil && n != root {
		n = n.Parent()
	}
	return n == root
}

// takeOut removes a node. What follows the first of its parts begins where that began.
func takeOut(n *statute.Node) {
	if next := n.Next(); next != nil && n.Prev() == nil {
		next.Lead = n.Lead
	}
	n.Remove()
}

// delete takes a part out.
func (e *editor) delete(n *statute.Node) string {
	if n.Kind == statute.Whole {
		return whyUnit
	}
	e.articles = e.articles || n.Kind == statute.Article || n.Kind.IsDivision()
	if n.Kind == statute.Item {
		e.lists[n.Parent()] = true
	}
	for d := n.Next(); e.adjust && n.Kind.IsDivision() && d != nil && d.Kind == n.Kind; d = d.Next() {
		relabel(d, statute.Num{N: d.Num.N - 1})
	}
	e.contents.remove(n)
	takeOut(n)
	return ""
}

// merge makes one part of several.
func (e *editor) merge(i int) string {
	op, parts := e.ops[i], e.at[i]
	if op.Text == nil {
		return whyNoText
	}
	for _, n := range parts[1:] {
		if n == parts[0] || n.Kind != parts[0].Kind {
			return whyForm
		}
	}
	into := Operation{Kind: Replace, At: op.At, To: op.To, Text: op.Text}
	if why := e.replace(parts[0], into); why != "" {
		return why
	}
	for _, n := range parts[1:] {
		e.delete(n)
	}
	return ""
}

// rename changes the name of a chapter or the title.
func (e *editor) rename(i int) string {
	op := e.ops[i]
	name := strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(op.New), "《"), "》")
	if op.At.IsZero() {
		return e.retitle(name)
	}
	n := e.at[i][0]
	if !n.Kind.IsDivision() {
		return whyUnit
	}
	parsed, _ := statute.Parse("", name)
	if d := parsed.Root.First(); d != nil && d.Kind == n.Kind && d.First() == nil {
		if d.Num != n.Num && d.Num != op.To.number() {
			return whyNumber
		}
		name = d.Head
	}
	n.Head = name
	return ""
}

func (e *editor) retitle(name string) string {
	var title *statute.Node
	for n := range e.text.Root.Children() {
		if n.Kind == statute.Title {
			if title != nil {
				return whyTitle
			}
			title = n
		}
	}
	if title == nil {
		return whyTitle
	}
	title.Text = name
	return ""
}
