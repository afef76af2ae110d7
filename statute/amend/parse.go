package amend

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/statute"
)

// CodeUnread is the code of a sentence of a decision that could not be read.
const CodeUnread fazhi.Code = "amend/instruction/unread"

// CodeWording is the code of 个别文字: changes that a decision speaks of and does not say.
const CodeWording fazhi.Code = "amend/instruction/wording"

// Parse reads the operations of a decision, in its order. A sentence that amends and cannot be read is an operation of kind
// Unread and an issue. What a decision publishes again behind its operations (重新公布) is not read.
func Parse(decision *statute.Text) ([]Operation, fazhi.Issues) {
	r := &reader{grammar: newGrammar(), file: decision.File, paths: decision.Paths(), short: decision.Abbreviations()}
	r.nodes(decision.Root)
	return r.ops, r.issues
}

type reader struct {
	*grammar
	file   string
	paths  map[*statute.Node]string
	short  map[string]string // names that the decision gives: 以下简称《办法》
	node   *statute.Node
	path   string
	doc    string // that the operations are for
	near   string // that an operation of the same part has named
	last   Place
	whole  bool // the last place is the whole text
	ended  bool
	ops    []Operation
	issues fazhi.Issues
}

// nodes reads the parts of a decision.
func (r *reader) nodes(parent *statute.Node) {
	for n := range parent.Children() {
		switch {
		case r.ended:
			return
		case n.Kind.IsDivision():
			r.nodes(n)
		case n.Kind == statute.Line || n.Kind >= statute.Article && n.Kind <= statute.Subpoint:
			r.read(n)
		}
	}
}

// read reads one part: 一、….
func (r *reader) read(n *statute.Node) {
	r.node, r.path, r.last, r.whole, r.near = n, r.paths[n], Place{}, false, ""
	o := outlineOf(n.String()[len(n.Lead)+len(n.Label):])
	for at := 0; at < len(o.text) && !r.ended; {
		end := len(o.text)
		if i := strings.IndexAny(o.text[at:], "。；"); i >= 0 {
			end = at + i + len("。")
		}
		r.heads(o.text[at:end])
		switch {
		case !r.amends(o.text[at:end]):
		case len(r.ops) > most:
			r.other(&o, at, end)
			r.ended = true
		default:
			r.sentence(&o, at, end)
		}
		r.ended = r.ended || isLast(o.text[at:end])
		at = end
	}
}

// heads notes what the beginning of a sentence says of the text that is meant: 《某某办法》 alone is a heading, and with （二） what
// （一） has named is over.
func (r *reader) heads(sentence string) {
	if m := r.heading.FindStringSubmatch(sentence); m != nil {
		r.doc = m[1]
	}
	if strings.HasPrefix(sentence, "（") || strings.IndexAny(sentence, "(0123456789") == 0 {
		r.near = ""
	}
}

// most is how many operations a decision may have; what follows is not read, and an operation of kind Unread says so.
const most = 5000

// longest is how long a sentence may be without its quotations, in bytes.
const longest = 8 << 10

// sentence reads the operations of a sentence that seems to have some.
func (r *reader) sentence(o *outline, at, end int) {
	if m := r.purpose.FindStringSubmatchIndex(o.text[at:end]); m != nil {
		at += m[2]
	}
	if m := r.about.FindStringSubmatchIndex(o.text[at:end]); m != nil {
		r.doc, r.near = o.text[at+m[2]:at+m[3]], ""
		at += m[1]
	}
	for at < end {
		if m := r.skip.FindStringIndex(o.text[at:end]); m != nil {
			at += m[1]
			continue
		}
		size, ok := r.operation(o, at, end)
		if !ok {
			r.other(o, at, end)
			return
		}
		at += size
	}
}

// operation reads one operation, and returns its length.
func (r *reader) operation(o *outline, at, end int) (size int, ok bool) {
	if o.open || end-at > longest {
		return 0, false
	}
	for _, form := range r.forms {
		m := form.exp.FindStringSubmatchIndex(o.text[at:end])
		if m == nil {
			continue
		}
		f := found{r.grammar, o, form, at, m, r.whole}
		ops := f.operations(r.last)
		if ops == nil {
			continue
		}
		for _, op := range ops {
			r.near = cmp.Or(f.doc(), r.near)
			op.Doc = r.fullName()
			r.add(op, o, at, at+m[1])
			if !op.At.IsZero() || op.Old != "" {
				r.last, r.whole = op.At, op.At.IsZero()
			}
		}
		if form.kind == Adjust && strings.Contains(o.text[at:at+m[1]], "文字") {
			r.issue(CodeWording, fazhi.Notice, "决定称对个别文字作相应修改，但没有写明")
		}
		return m[1], true
	}
	return 0, false
}

// fullName returns the name of the text that was named last.
func (r *reader) fullName() string {
	doc := cmp.Or(r.near, r.doc)
	return cmp.Or(r.short[doc], doc)
}

func (r *reader) add(op Operation, o *outline, from, to int) {
	op.Source, op.Path, op.Line = o.source(from, to), r.path, r.node.Line
	r.ops = append(r.ops, op)
}

// other keeps what is left of a sentence when it seems to amend.
func (r *reader) other(o *outline, at, end int) {
	rest := o.text[at:end]
	if r.amends(rest) && !r.idle.MatchString(rest) && !isLast(rest) {
		r.add(Operation{Doc: r.doc}, o, at, end)
		r.issue(CodeUnread, fazhi.Warning, "这一处修改未能识别")
	}
}

func (r *reader) issue(code fazhi.Code, severity fazhi.Severity, message string) {
	r.issues = append(r.issues, fazhi.Issue{Code: code, Severity: severity, Path: fazhi.Path(r.path), Message: message,
		Origin: fazhi.Origin{File: r.file, Cell: "第" + strconv.Itoa(r.node.Line) + "行"}})
}
