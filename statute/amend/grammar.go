package amend

import (
	"regexp"
	"strings"

	"github.com/fazhi-go/fazhi/internal/han"
	"github.com/fazhi-go/fazhi/statute"
)

// A form is a form of words of a decision. In the expression {p} stands for places, {q} for a quotation, {qs} for several, {n}
// for a number, {where} for places or the whole text, {change} for 修改为; the groups say what is what.
type form struct {
	kind Kind
	text string
	exp  *regexp.Regexp
}

// forms returns the forms of words, those that say more before those that say less.
func forms() []form {
	list := []form{
		{kind: Replace, text: `(?P<at>{p})中?增加{n}[条款项]，?作为(?:{p})，?将?(?:该|本)[条款]修改为：?(?P<new>{qs})`},
		{kind: Merge, text: `(?P<at>{p})合并(?:为一[条款项])?，?(?:(?:作为|为|改为|成为)(?P<to>{p}))?(?:，?并?{change}：?(?P<new>{qs}))?`},
		{kind: Renumber, text: `(?P<at>{p})(?:依次|相应|分别|顺次|顺延)*(?:调整为|变更为|改为|改作|作为)(?P<to>{p})`},
		{kind: Rename, text: `(?P<at>{p})的?(?:章名|节名|编名|名称|标题){change}：?(?P<new>{q})`},
		{kind: Rename, text: `(?:法规|规章|文件|规范性文件|办法|规定|条例)?的?(?:名称|标题|题目|题名){change}：?(?P<new>{q})`},
		{kind: InsertWords, text: `{where}(?P<old>{q})(?:一词|一句)?之?(?:后|(?P<before>前))面?(?:增加|增写|加上|加)(?:一句，?(?:内容为)?)?：?(?P<new>{q})`},
		{kind: Replace, text: `(?P<at>{p})：?(?P<old>“”(?:“”)+){change}：?(?P<new>“”(?:“”)*)`},
		{kind: Replace, text: `(?P<at>{p})：?(?P<old>“”){change}：?(?P<new>“”(?:“”)+)`},
		{kind: ChangeWords, text: `{where}(?P<old>“”(?:[、和]“”)+){said}{change}：?(?P<new>“”(?:[、和]“”)+)`},
		{kind: ChangeWords, text: `{where}(?P<old>{qs}){said}{change}：?(?P<new>{q})`},
		{kind: DeleteWords, text: `删[去除]{where}(?P<old>{qs})(?:一词|一句|的表述|等?字样)?`},
		{kind: DeleteWords, text: `{where}(?P<old>{qs}){said}(?:予以)?删[去除]`},
		{kind: Replace, text: `(?P<at>{p})，?(?:相应|全文|并)?{change}：?(?P<new>{qs})`},
		{kind: Replace, text: `(?:相应)?{change}：(?P<new>{qs})`},
		{kind: Insert, text: `(?:(?P<at>{p})(?:{q})?(?:之?后|中)?，?)?增加(?P<n>{n})(?P<unit>[条款项目章节])，?(?:(?:分别|依次)?作为(?P<to>{p}))?(?:，?内容为|，?规定)?：?(?P<new>{qs})`},
		{kind: Delete, text: `删[去除](?P<at>{p})`},
		{kind: Delete, text: `(?P<at>{p})(?:予以)?删[去除]`},
		{kind: Adjust, text: `(?:其他|有关|相关|本(?:办法|规定|条例|法)|(?P<all>《[^》]*》))?的?(?:条文|条款|条|章节|章节条文|条款项)的?(?:顺序|序号|次序)(?:和(?:个别)?(?:文字|标点符?号?))?(?:也|均)?(?:作|做|进行)?(?:出|了)?相应的?(?:调整|修改)`},
	}
	where := strings.NewReplacer("{where}", `(?:(?P<at>{p})|(?P<all>{all}))?中?的?：?`, "{said}", `(?:一词|一句|的表述|等?字样)?(?:均|分别|统一|相应|全部)*`)
	macros := strings.NewReplacer("{p}", several, "{qs}", `“”(?:[、和]?“”)*`, "{q}", `“”`, "{n}", numeral, "{all}", `(?:(?:本(?:办法|规定|条例|法)|《[^》]+》)(?:全文|各条)?|全文|文|条文|有关条文|相关条款|各条)`, "{change}", `(?:修改|修订|改)为`)
	for i := range list {
		list[i].exp = regexp.MustCompile(`^(?:` + macros.Replace(where.Replace(list[i].text)) + `)`)
	}
	return list
}

// A grammar holds the expressions of one Parse.
type grammar struct {
	forms                   []form
	step, described, listed *regexp.Regexp
	skip, purpose, about    *regexp.Regexp
	idle, target, heading   *regexp.Regexp
	row, named              *regexp.Regexp
}

func newGrammar() *grammar {
	g := &grammar{forms: forms()}
	g.step, g.described, g.listed = placeExpressions()
	g.skip = regexp.MustCompile(`^(?:[，、；。]|并(?:将|对|且)?|根据本(?:决定|修正案|修改决定)，?|同时|其中，?|另外，?|将|在|对|把|原|[（(](?:` + numeral + `|\d{1,2})[）)]|\d{1,2}[.．、]|` + numeral + `、)`)
	g.purpose = regexp.MustCompile(`^(?:为了?|根据|依照|按照)[^“”。；]*?，((?:现?决定，?)?(?:将|在|对|删|作))`)
	g.about = regexp.MustCompile(`^[^“”。；]*?(?:将|对)?《([^》]+)》[^“”。；：]*?(?:作|进行)(?:出|了)?(?:如下|以下|下列|部分)?(?:修改|修正)(?:如下)?[：。，]?`)
	g.idle = regexp.MustCompile(`^(?:现将|本(?:决定|修正案|修改决定|办法|规定|条例)[^“”。；]*(?:施行|实施|生效|执行))`)
	g.row = regexp.MustCompile(`^((?:[、和]“”)*)((?:修|修改|修订|改)为)?`)
	g.named = regexp.MustCompile(`^(?:《([^》]+)》|(宪法|\p{Han}{1,20}?(?:法|条例|办法|规定|细则|规则)))的?(?:第|序言)`)
	g.target = regexp.MustCompile(`“”|第[^。；]{1,20}[条款项目章节编段]|增加` + numeral + `[条款项目章节]|条文|条款|顺序|名称|标题|题目|题名|附件|附表|《`)
	g.heading = regexp.MustCompile(`^《([^》]+)》[：。]?$`)
	return g
}

// amends reports whether a sentence may amend: it has a verb of amending and something that is amended.
func (g *grammar) amends(sentence string) bool {
	for _, verb := range [...]string{"修改", "修正", "改为", "作为", "增加", "增写", "删去", "删除", "合并", "调整"} {
		if strings.Contains(sentence, verb) {
			return g.target.MatchString(sentence)
		}
	}
	return false
}

// isLast reports whether a sentence says that the amended text follows.
func isLast(sentence string) bool {
	for _, s := range [...]string{"重新公布", "重新印发", "重新发布"} {
		if strings.Contains(sentence, s) {
			return true
		}
	}
	return false
}

// A found is what a form found in an outline.
type found struct {
	g     *grammar
	o     *outline
	form  form
	at    int   // where the form begins
	match []int // of the groups, from at
	whole bool  // the words before were those of the whole text
}

// group returns where a group matched.
func (f found) group(name string) (from, to int, ok bool) {
	i := f.form.exp.SubexpIndex(name)
	if i < 0 || f.match[2*i] < 0 {
		return 0, 0, false
	}
	return f.at + f.match[2*i], f.at + f.match[2*i+1], true
}

// doc returns the name of the text that stands before the place: 《某某办法》第三条, or in its stead: 《某某办法》全文.
func (f found) doc() string {
	if name, ok := strings.CutPrefix(f.text("all"), "《"); ok {
		name, _, _ = strings.Cut(name, "》")
		return name
	}
	m := f.g.named.FindStringSubmatch(f.text("at"))
	if m == nil {
		return ""
	}
	name := m[1] + m[2]
	for _, own := range [...]string{"本", "该", "原"} {
		if strings.HasPrefix(name, own) {
			return ""
		}
	}
	return name
}

func (f found) text(name string) string {
	from, to, _ := f.group(name)
	return f.o.text[from:to]
}

func (f found) quotes(name string) []string {
	from, to, _ := f.group(name)
	return f.o.quoted(from, to)
}

// places reads a group of places; ok is false if it cannot be read.
func (f found) places(name string, last Place) (places []Place, ok bool) {
	if _, _, there := f.group(name); !there {
		return nil, true
	}
	places = f.g.readPlaces(f.text(name), last)
	return places, places != nil
}

// operations makes operations of what was found; nil if it does not fit together.
func (f found) operations(last Place) []Operation {
	at, ok := f.places("at", last)
	if !ok {
		return nil
	}
	first := last
	if at != nil {
		first = at[0]
	}
	to, ok := f.places("to", first)
	if !ok {
		return nil
	}
	switch f.form.kind {
	case ChangeWords, DeleteWords, InsertWords:
		return f.words(at, last)
	case Renumber:
		return renumberings(at, to)
	case Insert:
		return f.insertion(at, to, last)
	case Merge:
		return f.merging(at, to)
	}
	return f.simple(at, last)
}

// simple makes operations that have one place each.
func (f found) simple(at []Place, last Place) []Operation {
	op := Operation{Kind: f.form.kind, Text: f.quotes("new"), Expect: f.quotes("old")}
	if f.form.kind == Rename {
		op.New, op.Text = op.Text[0], nil
	}
	switch {
	case f.form.kind == Adjust || f.form.kind == Rename && at == nil:
		return []Operation{op}
	case at == nil && last.IsZero():
		return nil
	case at == nil:
		at = []Place{last}
	}
	if len(at) > 1 && op.Kind == Replace && op.Expect == nil {
		return replacements(at, op.Text)
	}
	var ops []Operation
	for _, p := range at {
		op.At = p
		ops = append(ops, op)
	}
	return ops
}

// replacements gives each of several places its own quotation.
func replacements(at []Place, text []string) []Operation {
	if len(at) != len(text) {
		return nil
	}
	var ops []Operation
	for i, p := range at {
		ops = append(ops, Operation{Kind: Replace, At: p, Text: text[i : i+1]})
	}
	return ops
}

// words makes an operation of each place and each word. Without a place they are words of the place before.
func (f found) words(at []Place, last Place) []Operation {
	old, new := f.quotes("old"), f.quotes("new")
	if len(new) > 1 && len(old) != len(new) || f.cutsQuotes() {
		return nil
	}
	switch _, _, all := f.group("all"); {
	case all:
		at = []Place{{}}
	case at == nil && last.IsZero() && !f.whole:
		return nil
	case at == nil:
		at = []Place{last}
	}
	_, _, before := f.group("before")
	var ops []Operation
	for _, p := range at {
		for i, w := range old {
			op := Operation{Kind: f.form.kind, At: p, Old: w, Before: before}
			if new != nil {
				op.New = new[min(i, len(new)-1)]
			}
			ops = append(ops, op)
		}
	}
	return ops
}

// cutsQuotes reports whether the form ended within a row of quotations: “丙”、“丁” are two new words, but in “丙”、“丁”修改为“戊” the
// second is an old one.
func (f found) cutsQuotes() bool {
	rest := f.o.text[f.at+f.match[1]:]
	if f.form.kind != ChangeWords {
		return false
	}
	m := f.g.row.FindStringSubmatch(rest)
	return m != nil && (m[1] == "") != (m[2] == "")
}

func renumberings(at, to []Place) []Operation {
	if len(at) != len(to) {
		return nil
	}
	var ops []Operation
	for i := range at {
		if at[i].unit() != to[i].unit() {
			return nil
		}
		ops = append(ops, Operation{Kind: Renumber, At: at[i], To: to[i]})
	}
	return ops
}

func (f found) insertion(at, to []Place, last Place) []Operation {
	unit := unitOf(f.text("unit"))
	count, _, err := han.ParseNumeral(f.text("n"))
	if err != nil || len(at) > 1 || len(to) > 0 && (len(to) != count || to[0].unit() != unit) {
		return nil
	}
	op := Operation{Kind: Insert, Unit: unit, Count: count, Text: f.quotes("new")}
	switch {
	case len(at) == 1:
		op.At = at[0]
	case unit == statute.Paragraph:
		op.At = last.cut(statute.Article)
	case unit == statute.Item:
		op.At = last.cut(statute.Paragraph)
	case unit == statute.Point:
		op.At = last.cut(statute.Item)
	}
	if len(to) > 0 {
		op.To = to[0]
	}
	return []Operation{op}
}

func (f found) merging(at, to []Place) []Operation {
	if len(at) < 2 || len(to) > 1 {
		return nil
	}
	op := Operation{Kind: Merge, At: at[0], And: at[1:], Text: f.quotes("new")}
	if len(to) == 0 {
		return []Operation{op}
	}
	op.To = to[0]
	return []Operation{op, {Kind: Renumber, At: at[0], To: to[0]}}
}
