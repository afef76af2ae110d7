package statute

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi"
)

// The codes of the issues that CheckCites reports.
const (
	CodeDangling      fazhi.Code = "statute/cite/dangling"       // a place that does not exist
	CodeRange         fazhi.Code = "statute/cite/range"          // 第五条至第三条
	CodeOnlyParagraph fazhi.Code = "statute/cite/only-paragraph" // 第三条第一款 of an article with one paragraph
	CodeOwnName       fazhi.Code = "statute/cite/own-name"       // 本条例 in a text that is called 办法
	CodeItemBrackets  fazhi.Code = "statute/cite/brackets"       // 第（三）项 for 第三项
)

// The rules on how a text cites itself, and how items are cited.
const (
	draftOwn   = "立法技术规范（试行）（一）6（未核对原文）"
	draftItems = "立法技术规范（试行）（一）9（未核对原文）"
)

// Cites calls yield with every citation of the text and the node in whose Text it stands, in their order. Notes under the title,
// contents and comments have none. Places in Cite are shared with nobody.
func (t *Text) Cites(yield func(*Node, Cite) bool) {
	var cites []Cite
	for n := range t.All() {
		switch n.Kind {
		case Note, Contents, Entry, Comment:
			continue
		}
		if n.Text == "" {
			continue
		}
		cites = AppendCites(cites[:0], n.Text)
		for _, c := range cites {
			if !yield(n, c) {
				return
			}
		}
	}
}

// CheckCites looks up what the text cites of itself. It reports places that do not exist (an Error), ranges that run backwards
// (an Error), 本条例 in a text with another name (a Warning), 第三条第一款 of an article that has one paragraph, and items with
// brackets (Notices). What is cited of other texts, and what is quoted, it leaves alone. Of each code it lists no more than a
// hundred.
func (t *Text) CheckCites() fazhi.Issues {
	k := citeCheck{finder: NewFinder(t), title: withoutBracket(t.Title()), counts: make(map[fazhi.Code]int)}
	t.Cites(func(n *Node, c Cite) bool {
		k.cite(n, c)
		return true
	})
	k.more()
	return k.issues
}

type citeCheck struct {
	finder  *Finder
	title   string
	recent  recent
	missing Num // the article of the last dangling place of the same citation
	paths   map[*Node]string
	issues  fazhi.Issues
	counts  map[fazhi.Code]int
}

func (k *citeCheck) cite(n *Node, c Cite) {
	k.recent.enter(n, c)
	k.missing = Num{}
	if c.Base == BaseOwn && k.misnamed(c.Law) && !n.Quoted() && n.Up(Annex) == nil {
		k.add(n, CodeOwnName, fazhi.Warning, "自称“本"+c.Law+"”，与题名不符", draftOwn)
	}
	if len(c.Places) == 0 {
		k.place(n, c, Place{})
	}
	bracketed := false
	for _, r := range c.Places {
		k.place(n, c, r.From)
		bracketed = bracketed || r.From.Bracketed || r.To.Bracketed
		if r.To == (Place{}) {
			continue
		}
		k.place(n, c, r.To)
		if r.To.before(r.From) {
			k.add(n, CodeRange, fazhi.Error, "引用的范围倒置：“"+r.From.String()+"至"+r.To.String()+"”", "")
		}
	}
	if bracketed && !n.Quoted() {
		k.add(n, CodeItemBrackets, fazhi.Notice, "引用项时，该项的序号不加括号", draftItems)
	}
}

// misnamed reports whether a text cannot call itself by a word: 条例 where its title is that of a 办法. A code (法典) and the like
// are called 法.
func (k *citeCheck) misnamed(word string) bool {
	is := lawWord(k.title)
	switch {
	case word == "" || is == "" || word == is || k.finder.amends:
		return false
	case word == "法":
		return is != "法典" && is != "通则" && is != "总则" && is != "分则"
	}
	return !strings.Contains(k.title, word)
}

// before reports whether p stands before q in a text, as far as their numbers say.
func (p Place) before(q Place) bool {
	if p.Article.N > 0 && q.Article.N > 0 {
		p.Part, p.Subpart, p.Chapter, p.Section = q.Part, q.Subpart, q.Chapter, q.Section
	}
	for _, c := range [...]int{
		p.Part - q.Part, p.Subpart - q.Subpart, p.Chapter - q.Chapter, p.Section - q.Section,
		p.Article.Compare(q.Article), p.Paragraph - q.Paragraph, p.Item - q.Item, p.Point - q.Point,
	} {
		if c != 0 {
			return c < 0
		}
	}
	return false
}

// place looks one place up.
func (k *citeCheck) place(n *Node, c Cite, p Place) {
	found, miss := k.finder.Find(n, c, p)
	if miss > NoArticle && c.Base == BaseNone && p.Article.IsZero() {
		found, miss = k.recent.find(p)
	}
	switch {
	case miss == Elsewhere:
	case miss == NoArticle && !p.Article.IsZero() && p.Article == k.missing: // 第九十九条第一项、第二项 is one mistake
	case miss != Found:
		k.missing = p.Article
		k.add(n, CodeDangling, fazhi.Error, "引用的“"+c.pointer()+p.String()+"”不存在："+miss.String(), "")
	case p.Paragraph == 1 && found.Up(Article).hasOneParagraph():
		k.add(n, CodeOnlyParagraph, fazhi.Notice, "“"+c.pointer()+p.String()+"”只有一款，引用时不写“第一款”", "")
	}
	if !p.Article.IsZero() {
		k.recent.note(found)
	}
}

// recent is what an article has cited so far. 违反本条例第八条规定的…；违反第二款规定的 means the second paragraph of what it
// has cited.
type recent struct {
	home    *Node // the article that cites
	other   bool  // it has cited another text
	nodes   [8]*Node
	written int
}

// enter forgets what another article has cited.
func (r *recent) enter(n *Node, c Cite) {
	if home := n.Up(Article); home != r.home {
		*r = recent{home: home}
	}
	r.other = r.other || c.Base == BaseLaw
}

// note keeps what a place has led to.
func (r *recent) note(found *Node) {
	if article := found.Up(Article); article != nil {
		r.nodes[r.written%len(r.nodes)] = article
		r.written++
	}
}

// find looks a place without an article up in what has been cited.
func (r *recent) find(p Place) (*Node, Miss) {
	miss := NoItem
	if p.Item == 0 {
		miss = NoParagraph
	}
	for _, article := range r.nodes {
		if article == nil {
			continue
		}
		if found, m := inside(article, nil, p); m == Found {
			return found, Found
		}
	}
	if r.other {
		return nil, Elsewhere
	}
	return nil, miss
}

// pointer returns 前款, 前两条, 本条 of a citation that has it.
func (c Cite) pointer() string {
	unit := c.Unit.String()
	switch {
	case c.Base != BaseNear:
		return ""
	case c.Back == 0:
		return "本" + unit
	case c.Back == 1:
		return "前" + unit
	case c.Back == 2:
		return "前两" + unit
	}
	return "前" + strconv.Itoa(c.Back) + unit
}

func (n *Node) hasOneParagraph() bool {
	s := lookup{left: farthestLook}
	return n != nil && s.nth(n, 1, true) != nil && s.nth(n, 2, true) == nil && s.left >= 0
}

// add keeps an issue, of each code no more than most.
func (k *citeCheck) add(n *Node, code fazhi.Code, s fazhi.Severity, message, basis string) {
	if k.counts[code]++; k.counts[code] > most {
		return
	}
	if k.paths == nil {
		k.paths = k.finder.text.Paths()
	}
	k.issues = append(k.issues, fazhi.Issue{
		Code: code, Severity: s, Path: fazhi.Path(k.paths[n]), Message: message, Basis: basis,
		Origin: k.finder.text.Origin(n),
	})
}

// more says how many issues have not been kept.
func (k *citeCheck) more() {
	for _, code := range [...]fazhi.Code{CodeDangling, CodeRange, CodeOnlyParagraph, CodeOwnName, CodeItemBrackets} {
		if n := k.counts[code]; n > most {
			k.issues = append(k.issues, fazhi.Issue{
				Code: CodeMore, Severity: fazhi.Notice, Origin: fazhi.Origin{File: k.finder.text.File},
				Message: fmt.Sprintf("还有 %d 处同类问题没有列出：%s", n-most, code),
			})
		}
	}
}

// Origin returns where a node stands in the file of the text: 第12行. A node that was not read from a text has no line.
func (t *Text) Origin(n *Node) fazhi.Origin {
	if n.Line == 0 {
		return fazhi.Origin{File: t.File}
	}
	return fazhi.Origin{File: t.File, Cell: "第" + strconv.Itoa(n.Line) + "行"}
}
