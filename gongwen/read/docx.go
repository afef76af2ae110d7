package read

import (
	"errors"
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/ooxml"
)

// Docx reads a Word file, as Word, WPS and LibreOffice write it. The name of the file stands in the places. The error
// wraps ErrDocument or ErrTooLarge; a file that opens is read to the end.
func Docx(file string, data []byte) (*Result, error) {
	w, err := readWord(data)
	if err != nil {
		return nil, notRead(file, err)
	}
	return recognise(file, w.pieces, w.report(file), w.doubleRed), nil
}

// notRead returns the error for a file that cannot be read.
func notRead(file string, err error) error {
	sentinel := ErrDocument
	if errors.Is(err, ooxml.ErrTooLarge) {
		sentinel = ErrTooLarge
	}
	return &fileError{file, sentinel, err}
}

// readWord reads the pieces of a file. A table of contents that never ends would swallow the text, so it then counts as
// text.
func readWord(data []byte) (*word, error) {
	w, err := openWord(data)
	if err != nil {
		return nil, err
	}
	if w.read(); !w.fields.inContents() {
		return w, nil
	}
	if w, err = openWord(data); err != nil {
		return nil, err
	}
	w.flat = true
	w.read()
	return w, nil
}

func (w *word) read() {
	w.blocks(w.body.Nodes)
	w.flush()
	w.count[CodeNumbering] += w.lists.odd
	w.body.Walk(func(n *ooxml.Node) bool {
		if n.Name == "w:altChunk" || n.Name == "w:subDoc" {
			w.count[CodePart]++
		}
		return true
	})
}

// A word is a Word file that is being read.
type word struct {
	pack      *ooxml.Package
	body      *ooxml.Node
	targets   map[string]string // parts by the names of relations
	styles    *styles
	lists     *lists
	notes     map[string]string // texts of footnotes and endnotes that were not referred to yet
	landscape map[*ooxml.Node]bool
	images    images
	flat      bool // tables of contents are text
	doubleRed bool // there is a red double rule, as letters have it (10.1)

	pieces []piece
	para   paragraph
	fields fields
	count  map[fazhi.Code]int // of what cannot be held
	seen   int                // paragraphs
}

// openWord reads the parts that the text rests on.
func openWord(data []byte) (*word, error) {
	p, err := ooxml.Open(data)
	if err != nil {
		return nil, err
	}
	main, err := p.Main()
	if err != nil {
		return nil, err
	}
	root, err := p.Tree(main)
	if err != nil {
		return nil, err
	}
	w := &word{
		pack: p, body: root.Child("w:body"), targets: make(map[string]string), notes: make(map[string]string),
		images: images{files: make(map[string][]byte)}, count: make(map[fazhi.Code]int),
	}
	if w.body == nil {
		return nil, fmt.Errorf("%w：没有正文", ErrDocument)
	}
	w.landscape = landscapeTables(w.body)
	return w, w.related(main)
}

// related reads the parts to which the main part leads.
func (w *word) related(main string) error {
	list, err := w.pack.Relations(main)
	if err != nil {
		return err
	}
	trees := make(map[string]*ooxml.Node)
	for _, r := range list {
		if r.External || !w.pack.Has(r.Target) {
			continue
		}
		w.targets[r.ID] = r.Target
		switch r.Kind {
		case "styles", "numbering", "footnotes", "endnotes", "comments", "header", "footer":
			if trees[r.Target], err = w.pack.Tree(r.Target); err != nil {
				return err
			}
			w.take(r.Kind, trees[r.Target])
		}
	}
	if w.styles == nil {
		w.styles = newStyles(nil)
	}
	if w.lists == nil {
		w.lists = newLists(nil)
	}
	w.lists.link(w.styles)
	return nil
}

// take keeps what a part holds.
func (w *word) take(kind string, root *ooxml.Node) {
	switch kind {
	case "styles":
		w.styles = newStyles(root)
	case "numbering":
		w.lists = newLists(root)
	case "footnotes", "endnotes":
		for _, n := range root.Nodes {
			if n.Name == "w:footnote" || n.Name == "w:endnote" {
				w.notes[kind+n.Get("w:id")] = printedText(n)
			}
		}
	case "comments":
		for range root.Children("w:comment") {
			w.count[CodeComments]++
		}
	case "header", "footer":
		if hasWords(printedText(root)) {
			w.count[CodeFrame]++
		}
	}
}

// report says what the document cannot hold, in the order of the table.
func (w *word) report(file string) fazhi.Issues {
	var issues fazhi.Issues
	for _, l := range [...]struct {
		code     fazhi.Code
		severity fazhi.Severity
		message  string
	}{
		{CodeRevisions, fazhi.Warning, "有 %d 处修订痕迹，按接受修订读取"},
		{CodeComments, fazhi.Warning, "有 %d 条批注，没有读入"},
		{CodeHidden, fazhi.Warning, "有 %d 处隐藏文字，没有读入"},
		{CodePart, fazhi.Warning, "嵌入了 %d 个其他文件（altChunk、subDoc），其中的文字没有读入"},
		{CodeInvisible, fazhi.Notice, "有 %d 个看不见的字符，已略去"},
		{CodeTextBox, fazhi.Notice, "有 %d 个文本框，文字接在所在段落之后"},
		{CodeTable, fazhi.Notice, "有 %d 处合并单元格或者嵌套表格，已拆开"},
		{CodePicture, fazhi.Warning, "有 %d 个图形不能读入"},
		{CodeFormula, fazhi.Notice, "有 %d 个公式，只读入文字"},
		{CodeFrame, fazhi.Notice, "有 %d 处页眉页脚的文字，没有读入"},
		{CodeNumbering, fazhi.Notice, "有 %d 处自动编号的样式不能识别，写作 1、2、3"},
		{CodeSymbol, fazhi.Warning, "有 %d 个符号只在符号字体中存在，写作 □"},
	} {
		if n := w.count[l.code]; n > 0 {
			issues = append(issues, fazhi.Issue{
				Code: l.code, Severity: l.severity, Origin: fazhi.Origin{File: file}, Message: fmt.Sprintf(l.message, n),
			})
		}
	}
	return issues
}
