package narrative

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/report"
)

// Document reads a whole official document (公文) from Markdown with front matter: not a report with figures, but a notice,
// a letter, an order, minutes. file is its name in issues; images are the files that it may show, nil for none.
//
// The front matter says what stands around the text: 格式 (公文, 信函, 命令 or 纪要), 标题, 发文机关, 联合发文机关, 发文机关标志,
// 发文字号, 编号, 份号, 密级, 紧急程度, 签发人, 主送, 成文日期, 用印, 签发人职务, 附注, 公开方式, 抄送, 印发机关, 印发日期, 出席, 请假, 列席,
// 索引号, 主题, 关键词. 标题 is broken by hand if it is a list of its lines. Beside what Parse knows, the text may have these
// lines, each alone:
//
//	{{目录}}              a table of contents
//	{{另页}}              a new page
//	{{附件 标题}}         what follows is an attachment
//	{{表 标题}}           the title of the next table
//	{{横排表 标题}}       the same; the table stands on landscape pages
//	![说明](图.png)       an image of images; 说明 is its text alternative
//	[^1]: 文字            a note, which [^1] in the text refers to
//
// The error says that the text is no such document at all; everything else that is wrong is an issue with its line.
func Document(file string, data []byte, images fs.FS) (*gongwen.Document, fazhi.Issues, error) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	head, body, bodyLine, err := split(data)
	if err != nil {
		return nil, nil, fmt.Errorf("%s：%w", file, err)
	}
	r := &documentReader{reader: reader{file: file, unknown: unknownMark}, images: images, doc: &gongwen.Document{}}
	if r.unread, err = front(&r.reader, head, documentKeys(), r.doc); err != nil {
		return nil, nil, fmt.Errorf("%s：%w", file, err)
	}
	r.readNotes(body, bodyLine)
	for _, s := range segments(body, bodyLine, documentDirective) {
		r.segment(s)
	}
	r.end()
	return r.doc, r.issues, nil
}

// documentKeys lists what the front matter of a document may hold.
func documentKeys() []key[gongwen.Document] {
	type document = gongwen.Document
	roll := func(label string) key[document] {
		return key[document]{label, func(d *document, names []string) string {
			d.Rolls = append(d.Rolls, gongwen.Roll{Label: label, Names: names})
			return ""
		}}
	}
	return []key[document]{
		{"格式", format},
		{"标题", title},
		{"发文机关", many(func(d *document) *[]string { return &d.Sign.Organs })},
		{"联合发文机关", many(func(d *document) *[]string { return &d.Head.Joint })},
		{"发文机关标志", one(func(d *document) *string { return &d.Head.Mark })},
		{"发文字号", number(func(d *document) *fazhi.Number { return &d.Head.Number })},
		{"编号", one(func(d *document) *string { return &d.Head.Serial })},
		{"份号", one(func(d *document) *string { return &d.Head.Copy })},
		{"密级", one(func(d *document) *string { return &d.Head.Secrecy })},
		{"紧急程度", one(func(d *document) *string { return &d.Head.Urgency })},
		{"签发人", many(func(d *document) *[]string { return &d.Head.Signers })},
		{"主送", one(func(d *document) *string { return &d.To })},
		{"成文日期", date(func(d *document) *fazhi.Date { return &d.Sign.Date })},
		{"用印", yes(func(d *document) *bool { return &d.Sign.Seal })},
		{"签发人职务", signatories},
		{"附注", one(func(d *document) *string { return &d.Note })},
		{"公开方式", disclosed(func(d *document, how string) { d.Props.Disclosure = how })},
		{"抄送", many(func(d *document) *[]string { return &d.Imprint.CopyTo })},
		{"印发机关", one(func(d *document) *string { return &d.Imprint.Printer })},
		{"印发日期", date(func(d *document) *fazhi.Date { return &d.Imprint.Printed })},
		roll("出席"), roll("请假"), roll("列席"),
		{"索引号", one(func(d *document) *string { return &d.Props.Index })},
		{"主题", one(func(d *document) *string { return &d.Props.Subject })},
		{"关键词", many(func(d *document) *[]string { return &d.Props.Keywords })},
	}
}

func format(d *gongwen.Document, values []string) string {
	for i, name := range [...]string{"公文", "信函", "命令", "纪要"} {
		if len(values) == 1 && values[0] == name {
			d.Format = gongwen.Format(i)
			return ""
		}
	}
	return "应是 公文、信函、命令 或 纪要"
}

// title reads a title, or its lines, where somebody breaks it by hand.
func title(d *gongwen.Document, values []string) string {
	d.Title = strings.Join(values, "")
	if len(values) > 1 {
		d.TitleLines = values
	}
	return ""
}

// signatories reads "区长 甲某某", or "区长" alone, which leaves room for the stamp. A wide blank may stand between them too, if
// it does not stand within the post: 区　长.
func signatories(d *gongwen.Document, values []string) string {
	for _, v := range values {
		v = strings.TrimSpace(v)
		post, name, ok := strings.Cut(v, " ")
		if first, rest, wide := strings.Cut(v, "　"); !ok && wide && len([]rune(first)) > 1 {
			post, name = first, rest
		}
		d.Sign.Signatories = append(d.Sign.Signatories, gongwen.Signatory{Post: post, Name: strings.TrimSpace(name)})
	}
	return ""
}

// A documentReader reads one document.
type documentReader struct {
	reader
	images fs.FS
	doc    *gongwen.Document
	notes  map[string]*note
	files  map[string][]byte // of images that have been read, by name
	unread []string          // names of the front matter whose values could not be read

	table *gongwen.Table // what is said of the next table; nil: nothing
	asked int            // the line where that stands
}

// unknownMark is said of every mark that is none: a document has no figures, so it has no placeholders for them.
const unknownMark = "没有这个标记；可以写的有 {{目录}}、{{另页}}、{{附件 标题}}、{{表 标题}}、{{横排表 标题}}，各独占一行"

// Directives of documents.
const (
	dirContents   = 'C'
	dirBreak      = 'B'
	dirAttachment = 'A'
	dirTable      = 'T'
	dirWideTable  = 'W'
	dirImage      = 'I'
	dirNote       = 'N'
)

var (
	imageLine = regexp.MustCompile(`^!\[([^\]]*)\]\(([^()\s]+)\)$`)
	noteLine  = regexp.MustCompile(`^\[\^([^\]\s]{1,32})\]:[ \t]*(.+)$`)
	noteMark  = regexp.MustCompile(`\[\^([^\]\s]{1,32})\]`)
)

// documentDirective reads a line that is no Markdown, or Markdown that must stand alone.
func documentDirective(line string) (kind byte, name string, ok bool) {
	line = strings.TrimSpace(line)
	if imageLine.MatchString(line) {
		return dirImage, line, true
	}
	if noteLine.MatchString(line) {
		return dirNote, line, true
	}
	inside, opened := strings.CutPrefix(line, "{{")
	inside, closed := strings.CutSuffix(inside, "}}")
	if !opened || !closed || strings.Contains(inside, "{{") {
		return 0, "", false
	}
	word, name, _ := strings.Cut(strings.TrimSpace(inside), " ")
	for i, directive := range [...]string{"目录", "另页", "附件", "表", "横排表"} {
		if word == directive {
			return [...]byte{dirContents, dirBreak, dirAttachment, dirTable, dirWideTable}[i], strings.TrimSpace(name), true
		}
	}
	return 0, "", false
}

func (r *documentReader) segment(s segment) {
	switch s.directive {
	case dirContents:
		r.add(gongwen.Contents{})
	case dirBreak:
		r.add(gongwen.PageBreak{})
	case dirAttachment:
		if s.name == "" {
			r.report(CodeMarkdown, fazhi.Error, s.line, "附件没有标题")
		}
		r.level = 0
		r.doc.Attachments = append(r.doc.Attachments, gongwen.Attachment{Title: s.name})
	case dirTable, dirWideTable:
		r.table, r.asked = &gongwen.Table{Caption: s.name, Landscape: s.directive == dirWideTable}, s.line
		return
	case dirImage:
		r.image(s)
	case dirNote: // readNotes has read it
	default:
		for _, item := range newMarkdown(&r.reader, s).items() {
			r.item(item)
		}
	}
	if r.table != nil {
		r.report(CodeMarkdown, fazhi.Error, r.asked, "表题之后没有表格")
		r.table = nil
	}
}

// add appends a block to the document or to its last attachment.
func (r *documentReader) add(b gongwen.Block) {
	if n := len(r.doc.Attachments); n > 0 {
		a := &r.doc.Attachments[n-1]
		a.Body = append(a.Body, b)
		return
	}
	r.doc.Body = append(r.doc.Body, b)
}

// item adds a block of Markdown, with its notes, and with the title that was given to it as a table.
func (r *documentReader) item(item report.Item) {
	for _, m := range item.Marks {
		r.report(CodePlaceholder, fazhi.Error, m.Line, unknownMark)
	}
	marks := item.Marks
	block := gongwen.MapSpans(item.Block, func(s gongwen.Span) gongwen.Span {
		if f, ok := s.(gongwen.Figure); ok && f.Text == "" && len(marks) > 0 {
			marks = marks[1:]
			return gongwen.Text("{{" + f.ID + "}}")
		}
		return s
	})
	block = r.withNotes(block, item.Line)
	if t, ok := block.(gongwen.Table); ok && r.table != nil {
		t.Caption, t.Landscape = r.table.Caption, r.table.Landscape
		block, r.table = t, nil
	}
	r.add(block)
}

func (r *documentReader) image(s segment) {
	parts := imageLine.FindStringSubmatch(s.name)
	if r.images == nil {
		r.report(CodeMarkdown, fazhi.Error, s.line, "这里不能插入图片")
		return
	}
	data, err := r.readImage(parts[2])
	if err != nil {
		r.report(CodeMarkdown, fazhi.Error, s.line, "图片文件读不到：应写相对于本文件的路径，用“/”分隔")
		return
	}
	img := gongwen.Image{Data: data, Alt: parts[1]}
	if _, _, err := img.Config(); err != nil {
		r.report(CodeMarkdown, fazhi.Error, s.line, "图片不是 PNG 或 JPEG，或者太大")
		return
	}
	r.add(img)
}

// mostImage is the largest file of an image that is read, in bytes: a little more than gongwen.Image takes.
const mostImage = 32<<20 + 1

// readImage reads the file of an image, once however often it is shown, and of one that is too large only the beginning.
func (r *documentReader) readImage(name string) ([]byte, error) {
	if data, ok := r.files[name]; ok {
		return data, nil
	}
	f, err := r.images.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, mostImage))
	if err != nil {
		return nil, err
	}
	if r.files == nil {
		r.files = make(map[string][]byte)
	}
	r.files[name] = data
	return data, nil
}

// end numbers the headings, says which notes nobody refers to, and fills the properties.
func (r *documentReader) end() {
	d := r.doc
	d.Body = gongwen.NumberHeadings(d.Body)
	for i := range d.Attachments {
		d.Attachments[i].Body = gongwen.NumberHeadings(d.Attachments[i].Body)
	}
	r.unusedNotes()
	r.missing()
	if d.Note == "" && d.Props.Disclosure != "" {
		d.Note = "此件" + d.Props.Disclosure
	}
	if len(d.Sign.Organs) > 0 {
		d.Props.Issuer = d.Sign.Organs[0]
	}
	if len(d.Sign.Signatories) > 0 {
		d.Sign.Organs = nil
	}
	d.Props.Created = d.Sign.Date
}

// missing says what a document of its form has, and this one has not (条例第九条).
func (r *documentReader) missing() {
	d := r.doc
	signed := d.Format != gongwen.Minutes
	for _, part := range [...]struct {
		missing  bool
		severity fazhi.Severity
		name     string
	}{
		{d.Title == "" && d.Format != gongwen.Order, fazhi.Error, "标题"},
		{len(d.Body) == 0, fazhi.Error, "正文"},
		{signed && len(d.Sign.Organs)+len(d.Sign.Signatories) == 0, fazhi.Warning, "发文机关"},
		{signed && d.Sign.Date.IsZero(), fazhi.Warning, "成文日期"},
	} {
		if part.missing && !slices.Contains(r.unread, part.name) {
			r.report(CodeMissing, part.severity, 1, "没有写明“"+part.name+"”")
		}
	}
}
