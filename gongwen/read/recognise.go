package read

import (
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
)

// A recogniser finds the elements of an official document among pieces.
type recogniser struct {
	file string
	doc  *gongwen.Document
	out  *Result

	letter  bool // the file has the red double rule of letters
	indexed bool // an entry of the index of a web page was read
}

// recognise makes the document. Its parts are looked for from outside to inside: what stands above the body, what stands
// below it, and then the body between.
func recognise(file string, pieces []piece, issues fazhi.Issues, doubleRed bool) *Result {
	d := &gongwen.Document{}
	r := &recogniser{file: file, doc: d, letter: doubleRed, out: &Result{
		Document: d, Issues: issues, places: make(map[fazhi.Path]fazhi.Origin),
	}}
	pieces = r.head(pieces)
	d.Format = r.format()
	pieces = r.title(pieces)
	pieces = r.addressee(pieces)
	pieces = r.closing(pieces)
	pieces = r.rolls(pieces)
	d.Body = r.body(pieces, fazhi.At("body"))
	r.reportOutside()
	return r.out
}

// place notes where something was read.
func (r *recogniser) place(path fazhi.Path, p piece) {
	r.out.places[path] = r.origin(p)
}

func (r *recogniser) origin(p piece) fazhi.Origin { return fazhi.Origin{File: r.file, Cell: p.cell} }

func (r *recogniser) report(code fazhi.Code, severity fazhi.Severity, path fazhi.Path, p piece, message string) {
	r.out.Issues = append(r.out.Issues, fazhi.Issue{
		Code: code, Severity: severity, Path: path, Origin: r.origin(p), Message: message,
	})
}

// outside keeps a text that is no part of the document.
func (r *recogniser) outside(p piece) {
	r.out.Outside = append(r.out.Outside, Outside{Text: p.text, Origin: r.origin(p)})
}

func (r *recogniser) reportOutside() {
	if len(r.out.Outside) == 0 {
		return
	}
	r.out.Issues = append(r.out.Issues, fazhi.Issue{
		Code: CodeOutside, Severity: fazhi.Notice, Origin: r.out.Outside[0].Origin,
		Message: "公文之外的文字（如网页的页眉页脚）没有收入正文，另行列出",
	})
}

// title takes the title (7.3.1): up to three lines above the addressee that do not end like a sentence.
func (r *recogniser) title(pieces []piece) []piece {
	n := titleLines(pieces)
	if n == 0 {
		return pieces
	}
	lines := make([]string, n)
	for i := range lines {
		lines[i] = pieces[i].text
	}
	r.doc.Title = strings.Join(lines, "")
	if n > 1 {
		r.doc.TitleLines = lines
	}
	r.place(fazhi.At("title"), pieces[0])
	pieces = pieces[n:]
	for len(pieces) > 0 && isWebSource(pieces[0]) {
		r.outside(pieces[0])
		pieces = pieces[1:]
	}
	return pieces
}

// titleLines returns how many pieces the title has. Several lines are one title if they look alike and the last names
// the kind of document.
func titleLines(pieces []piece) int {
	if len(pieces) == 0 || !canBeTitle(pieces[0]) {
		return 0
	}
	if n := styledLines(pieces); n > 1 {
		return n
	}
	joined := ""
	for i, p := range pieces[:min(len(pieces), 3)] {
		if !canBeTitle(p) || p.align != pieces[0].align || p.size != pieces[0].size || p.title != pieces[0].title {
			break
		}
		if joined += p.text; length(joined) > 80 {
			break
		}
		if endsInKind(p.text) {
			return i + 1
		}
	}
	if pieces[0].title || pieces[0].align == gongwen.Centered || strings.Contains(pieces[0].text, "关于") {
		return 1
	}
	return 0
}

// styledLines returns how many pieces are the lines of one paragraph in the style of titles.
func styledLines(pieces []piece) int {
	n := 0
	for n < len(pieces) && pieces[n].title && pieces[n].block == nil && pieces[n].cell == pieces[0].cell {
		n++
	}
	return n
}

func canBeTitle(p piece) bool {
	if p.block != nil || p.text == "" || length(p.text) > 60 || strings.ContainsAny(p.text, "。；：:;！？") {
		return false
	}
	level, _, _ := cutLabel(p.text)
	return level == 0
}

// endsInKind reports whether a text ends in a kind of document: one of the fifteen (条例 art. 8) or of those that are
// issued with them, and a note in brackets after it.
func endsInKind(text string) bool {
	for _, pair := range [...][2]string{{"（", "）"}, {"(", ")"}} {
		if body, ok := strings.CutSuffix(text, pair[1]); ok {
			if i := strings.LastIndex(body, pair[0]); i > 0 {
				text = body[:i]
			}
		}
	}
	for _, kind := range strings.Fields("决议 决定 命令 令 公报 公告 通告 意见 通知 通报 报告 请示 批复 议案 函 纪要 " +
		"办法 规定 规则 细则 条例 方案 制度 规划 计划 要点 总结 讲话 清单 指南 规程 法") {
		if strings.HasSuffix(text, kind) {
			return true
		}
	}
	return false
}

// announces reports a text with which a list begins: 通知如下, 决定废止下列文件.
func announces(text string) bool {
	return strings.HasSuffix(text, "如下") || strings.Contains(text, "下列") || strings.Contains(text, "以下")
}

// addressee takes the addressee (主送机关, 7.3.2): the line after the title that ends in a colon.
func (r *recogniser) addressee(pieces []piece) []piece {
	if len(pieces) == 0 || pieces[0].block != nil {
		return pieces
	}
	styled := pieces[0].style == styleTo
	text := pieces[0].text
	to, ok := strings.CutSuffix(text, "：")
	if !ok {
		to, ok = strings.CutSuffix(text, ":")
	}
	if !ok || to == "" || !styled && (r.doc.Title == "" || !isAddressee(to)) {
		return pieces
	}
	r.doc.To = to
	r.place(fazhi.At("to"), pieces[0])
	return pieces[1:]
}

// isAddressee reports whether a text before a colon can be an addressee.
func isAddressee(to string) bool {
	level, _, _ := cutLabel(to)
	return level == 0 && length(to) <= 200 && !strings.ContainsAny(to, "。；：:！？") && !announces(to)
}
