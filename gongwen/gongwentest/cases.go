package gongwentest

import (
	"bytes"
	"errors"
	"reflect"
	"strings"
	"sync"
	"unicode"

	"github.com/fazhi-go/fazhi/gongwen"
)

// cases lists the sentences of the contract in its order.
func cases() []kase {
	return []kase{
		{name: "whole-file", run: wholeFile},
		{name: "writer-error", run: writerError},
		{name: "same-bytes", run: sameBytes},
		{name: "text-complete", needsText: true, run: textComplete},
		{name: "every-element", run: everyElement},
		{name: "missing-reported", run: missingReported},
		{name: "missing-not-dropped", needsText: true, run: missingNotDropped},
		{name: "beyond-bmp", run: beyondBMP},
		{name: "not-text-reported", run: notTextReported},
		{name: "clean-is-silent", run: cleanIsSilent},
		{name: "issue-form", run: issueForm},
		{name: "document-unchanged", run: documentUnchanged},
		{name: "no-panic", run: noPanic},
		{name: "concurrent", run: concurrent},
		{name: "unknown-block", run: unknownBlock},
		{name: "unknown-span", run: unknownSpan},
		{name: "foreign-lowered", run: foreignLowered},
	}
}

// Render writes the whole file …
func wholeFile(b *bench) {
	b.want("a report", Report())
	b.want("an empty document", &gongwen.Document{})
}

// … or returns an error: a writer that fails at the first byte, half-way or at the last one.
func writerError(b *bench) {
	res, ok := b.want("a report", Report())
	if !ok {
		return
	}
	for _, room := range []int{0, len(res.file) / 2, len(res.file) - 1} {
		w := &narrow{room: room}
		if _, err := b.r.Render(w, Report()); !errors.Is(err, errNarrow) {
			b.say("a writer that fails after %d of %d bytes: Render returned %v, not the writer's error",
				room, len(res.file), err)
		}
	}
}

var errNarrow = errors.New("gongwentest: no more room")

// A narrow writer takes so many bytes and then fails.
type narrow struct{ room int }

func (w *narrow) Write(p []byte) (int, error) {
	if len(p) > w.room {
		n := w.room
		w.room = 0
		return n, errNarrow
	}
	w.room -= len(p)
	return len(p), nil
}

// The same document gives the same bytes: again, after another document, and from another renderer.
func sameBytes(b *bench) {
	first, ok := b.want("a report", Report())
	if !ok {
		return
	}
	if again, ok := b.want("the same report", Report()); ok && !bytes.Equal(first.file, again.file) {
		b.say("two calls gave different bytes")
	}
	b.want("another document", paragraph("另一份。"))
	if again, ok := b.want("the report after another document", Report()); ok && !bytes.Equal(first.file, again.file) {
		b.say("a document in between changed the bytes")
	}
	r, err := build(b.config)
	if err != nil {
		b.say("%v", err)
		return
	}
	if other := render(r, Report()); !bytes.Equal(first.file, other.file) {
		b.say("another renderer gave different bytes")
	}
}

// textComplete reads every text of the report back: what is drawn is the document.
func textComplete(b *bench) {
	res, ok := b.want("a report", Report())
	if !ok {
		return
	}
	got, ok := b.read(res.file)
	if !ok {
		return
	}
	for _, want := range reportTexts() {
		if !strings.Contains(got, want) {
			b.say("the file does not hold %q", want)
		}
	}
}

// The special forms, pictures, notes and tables of contents are in order too, and their texts are in the file.
func everyElement(b *bench) {
	for _, d := range []struct {
		name  string
		doc   *gongwen.Document
		texts []string
	}{
		{"a letter", Letter(), []string{"000007", "泉源司函〔2025〕12号", "区统计局：", "2025年3月3日", "区政府办公室"}},
		{"an order", Order(), []string{"泉州市泉源区人民政府令", "第5号", "区长", "2025年1月8日"}},
		{"minutes", Minutes(), []string{"第3期", "出席：", "请假：子某某", "丑某、寅某某"}},
		{"a joint document", Joint(), []string{"泉州市泉源区人力资源和社会保障局", "文件", "泉源司〔2025〕7号附件", "2025年4月1日"}},
		{"every element", Elements(), []string{"目录", "全年审结67件（注1），调解4155件（注2）。", "（注1）不含上年结转。", "图1复议案件",
			"受理111件", "年度案件办理情况一览", "（注1）附件的注。"}},
	} {
		res, ok := b.want(d.name, d.doc)
		if !ok {
			continue
		}
		if len(res.issues) > 0 {
			b.say("%s gave %d issues, the first: %s", d.name, len(res.issues), res.issues[0].Code)
		}
		if b.config.Text == nil {
			continue
		}
		got, _ := b.read(res.file)
		for _, want := range d.texts {
			if !strings.Contains(got, want) {
				b.say("%s: the file does not hold %q", d.name, want)
			}
		}
	}
}

// read returns the text of a file without white space.
func (b *bench) read(file []byte) (string, bool) {
	s, err := b.config.Text(file)
	if err != nil {
		b.say("Config.Text: %v", err)
		return "", false
	}
	return squeeze(s), true
}

func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// Characters that no font has are reported as issues, wherever they stand.
func missingReported(b *bench) {
	for _, p := range b.places(b.lacking()) {
		if res, ok := b.want(p.name, p.doc); ok && len(res.issues) == 0 {
			b.say("%s: a character that no font has gave no issue", p.name)
		}
	}
}

// places puts a text into every place of a document that is drawn.
func (b *bench) places(s string) []named {
	s = "前" + s + "后"
	return []named{
		{"a paragraph", paragraph(s)},
		{"a title", &gongwen.Document{Title: s}},
		{"a mark", &gongwen.Document{Head: gongwen.Head{Mark: s}}},
		{"a copy number", &gongwen.Document{Head: gongwen.Head{Copy: s, Mark: "局文件"}}},
		{"secrecy", &gongwen.Document{Head: gongwen.Head{Secrecy: s, Mark: "局文件"}}},
		{"urgency", &gongwen.Document{Head: gongwen.Head{Urgency: s, Mark: "局文件"}}},
		{"a signer", &gongwen.Document{Head: gongwen.Head{Signers: []string{s}, Mark: "局文件"}}},
		{"an addressee", &gongwen.Document{To: s}},
		{"a heading", body(gongwen.Heading{Level: 1, Label: "一、", Text: text(s)})},
		{"a label", body(gongwen.Heading{Level: 1, Label: s, Text: text("题")})},
		{"a heading that runs in", body(gongwen.Heading{Level: 3, Label: "1.", Text: text(s), RunIn: true},
			gongwen.Paragraph{Text: text("文。")})},
		{"a list", body(gongwen.List{Items: [][]gongwen.Span{text(s)}})},
		{"an emphasis", body(gongwen.Paragraph{Text: []gongwen.Span{gongwen.Emphasis(s)}})},
		{"a figure", body(gongwen.Paragraph{Text: []gongwen.Span{gongwen.Figure{Text: s}}})},
		{"a caption", body(gongwen.Table{Caption: s, Header: [][]gongwen.Span{text("甲")}})},
		{"a table header", body(gongwen.Table{Header: [][]gongwen.Span{text(s)}})},
		{"a cell", body(gongwen.Table{Header: [][]gongwen.Span{text("甲")}, Rows: [][][]gongwen.Span{{text(s)}}})},
		{"the title of an attachment", &gongwen.Document{Attachments: []gongwen.Attachment{{Title: s}}}},
		{"an attachment", &gongwen.Document{Attachments: []gongwen.Attachment{{Title: "表",
			Body: []gongwen.Block{gongwen.Paragraph{Text: text(s)}}}}}},
		{"a signature", &gongwen.Document{Sign: gongwen.Signature{Organs: []string{s}}}},
		{"a note", &gongwen.Document{Note: s}},
		{"a copy list", &gongwen.Document{Imprint: gongwen.Imprint{CopyTo: []string{s}}}},
		{"a printer", &gongwen.Document{Imprint: gongwen.Imprint{Printer: s}}},
		{"a joint mark", &gongwen.Document{Head: gongwen.Head{Joint: []string{s, "乙局"}, Mark: "文件"}}},
		{"a serial", &gongwen.Document{Format: gongwen.Minutes, Head: gongwen.Head{Serial: s}}},
		{"a roll", &gongwen.Document{Rolls: []gongwen.Roll{{Label: "出席", Names: []string{s}}}}},
		{"a post", &gongwen.Document{Sign: gongwen.Signature{Signatories: []gongwen.Signatory{{Post: s, Name: "甲"}}}}},
		{"a footnote", body(gongwen.Paragraph{Text: []gongwen.Span{gongwen.Note{Text: s}}})},
		{"a label in a drawing", body(gongwen.Drawing{Width: gongwen.MM(90), Height: gongwen.MM(20), Alt: "图",
			Shapes: []gongwen.Shape{gongwen.Label{Text: s, At: gongwen.Spot{Y: gongwen.MM(9)}, Size: 12 * gongwen.Point}}})},
	}
}

// They are drawn as a visible box and never dropped: between 前 and 后 something stands.
func missingNotDropped(b *bench) {
	for _, p := range b.places(b.lacking()) {
		res, ok := b.want(p.name, p.doc)
		if !ok {
			continue
		}
		got, ok := b.read(res.file)
		switch {
		case !ok:
		case strings.Contains(got, "前后"):
			b.say("%s: the character was dropped", p.name)
		case !strings.Contains(got, "前") || !strings.Contains(got, "后"):
			b.say("%s: the text around the character is gone", p.name)
		}
	}
}

// Han beyond the Basic Multilingual Plane, as names have them, are drawn or reported, never mangled in silence.
func beyondBMP(b *bench) {
	const name = "甲\U00020BB7\U0002B4EF乙"
	res, ok := b.want("a name", paragraph(name))
	if !ok || len(res.issues) > 0 {
		return
	}
	if b.config.Text == nil {
		return
	}
	if got, ok := b.read(res.file); ok && !strings.Contains(got, name) {
		b.say("neither drawn nor reported: %+q", name)
	}
}

// Bytes and controls that are no text are reported too.
func notTextReported(b *bench) {
	for _, s := range []string{"\x00", "\x01", "\x1b", "\xff", "\uffff"} {
		res, ok := b.want("a control", paragraph("前"+s+"后"))
		if !ok {
			continue
		}
		if len(res.issues) == 0 {
			b.say("%+q gave no issue", s)
		}
		if b.config.Text == nil {
			continue
		}
		if got, ok := b.read(res.file); ok && strings.Contains(got, "前后") {
			b.say("%+q was dropped", s)
		}
	}
}

// A document without such characters gives no issue, so that an issue means something.
func cleanIsSilent(b *bench) {
	if res, ok := b.want("a report", Report()); ok && len(res.issues) > 0 {
		b.say("a clean report gave %d issues, the first: %s", len(res.issues), res.issues[0].Code)
	}
}

// An issue has a code, a message and a place, and does not repeat what it found.
func issueForm(b *bench) {
	res, ok := b.want("a paragraph", paragraph("前"+b.lacking()+"后"))
	if !ok {
		return
	}
	for _, i := range res.issues {
		if i.Code == "" || i.Message == "" || !strings.HasPrefix(string(i.Path), "/") {
			b.say("an issue without code, message or path: %+v", i)
		}
		if strings.Contains(i.Message, b.lacking()) {
			b.say("an issue repeats the character: %s", i.Code)
		}
	}
}

// Render does not change the document.
func documentUnchanged(b *bench) {
	d := Report()
	b.want("a report", d)
	if !reflect.DeepEqual(d, Report()) {
		b.say("the document is not what it was")
	}
}

// Render does not panic on any document, and it returns a file or an error.
func noPanic(b *bench) {
	for _, h := range hostile() {
		res := render(b.r, h.doc)
		switch {
		case res.panic != nil:
			b.say("%s: panic: %v", h.name, res.panic)
		case res.err == nil && len(res.file) == 0:
			b.say("%s: neither a file nor an error", h.name)
		}
	}
}

// Render may be called from several goroutines at once.
func concurrent(b *bench) {
	docs := []*gongwen.Document{Report(), paragraph("甲。"), paragraph("乙" + b.lacking())}
	alone := make([]result, len(docs))
	for i, d := range docs {
		alone[i], _ = b.want("alone", d)
	}
	const workers = 8
	bad := make([]string, workers)
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			for n := range 4 {
				i := (w + n) % len(docs)
				got := render(b.r, docs[i])
				if got.panic != nil || !bytes.Equal(got.file, alone[i].file) || !reflect.DeepEqual(got.issues, alone[i].issues) {
					bad[w] = "calls at the same time give other results than calls one after another"
				}
			}
		})
	}
	wg.Wait()
	for _, m := range bad {
		if m != "" {
			b.say("%s", m)
			return
		}
	}
}

// A block that it does not know is an error that wraps ErrBlock.
func unknownBlock(b *bench) {
	for _, d := range []named{
		{"a foreign block without Lower", body(stranger{})},
		{"nil", body(nil)},
		{"a heading of level 0", body(gongwen.Heading{})},
		{"a heading of level 5", body(gongwen.Heading{Level: 5, Text: text("题")})},
		{"a table without header", body(gongwen.Table{Rows: [][][]gongwen.Span{{text("甲")}}})},
		{"a row longer than the header", body(gongwen.Table{Header: [][]gongwen.Span{text("甲")},
			Rows: [][][]gongwen.Span{{text("甲"), text("乙")}}})},
		{"a column without width", body(gongwen.Table{Header: [][]gongwen.Span{text("甲")}, Widths: []int{0}})},
		{"a foreign block that becomes a foreign block", body(guest{blocks: []gongwen.Block{guest{}}})},
		{"an image that is none", body(gongwen.Image{Data: []byte("GIF89a")})},
		{"a drawing without size", body(gongwen.Drawing{})},
		{"a path that begins with a line", body(gongwen.Drawing{Width: 1, Height: 1,
			Shapes: []gongwen.Shape{gongwen.Path{Steps: []gongwen.Step{{Op: gongwen.Line}}}}})},
		{"a nil shape", body(gongwen.Drawing{Width: 1, Height: 1, Shapes: []gongwen.Shape{nil}})},
		{"in an attachment", &gongwen.Document{Attachments: []gongwen.Attachment{{Title: "表", Body: []gongwen.Block{stranger{}}}}}},
	} {
		b.wantErrBlock(d)
	}
}

// A span that it does not know is one too.
func unknownSpan(b *bench) {
	spans := []gongwen.Span{gongwen.Text("好"), alien{}}
	for _, d := range []named{
		{"in a paragraph", body(gongwen.Paragraph{Text: spans})},
		{"nil in a paragraph", body(gongwen.Paragraph{Text: []gongwen.Span{nil}})},
		{"in a heading", body(gongwen.Heading{Level: 1, Text: spans})},
		{"in a list", body(gongwen.List{Items: [][]gongwen.Span{spans}})},
		{"in a table header", body(gongwen.Table{Header: [][]gongwen.Span{spans}})},
		{"in a cell", body(gongwen.Table{Header: [][]gongwen.Span{nil}, Rows: [][][]gongwen.Span{{spans}}})},
	} {
		b.wantErrBlock(d)
	}
}

func (b *bench) wantErrBlock(d named) {
	res := render(b.r, d.doc)
	switch {
	case res.panic != nil:
		b.say("%s: panic: %v", d.name, res.panic)
	case !errors.Is(res.err, gongwen.ErrBlock):
		b.say("%s: %v, not an error that wraps ErrBlock", d.name, res.err)
	case len(res.file) > 0:
		b.say("%s: an error and %d bytes of a file", d.name, len(res.file))
	}
}

// A foreign block is drawn as what it lowers into.
func foreignLowered(b *bench) {
	blocks := []gongwen.Block{
		gongwen.Heading{Level: 1, Label: "一、", Text: text("题")}, gongwen.Paragraph{Text: text("文。")},
	}
	inside := func(body []gongwen.Block) *gongwen.Document {
		return &gongwen.Document{Body: body, Attachments: []gongwen.Attachment{{Title: "表", Body: body}}}
	}
	direct, ok := b.want("the blocks themselves", inside(blocks))
	if !ok {
		return
	}
	lowered, ok := b.want("a foreign block", inside([]gongwen.Block{guest{blocks: blocks}}))
	if ok && !bytes.Equal(direct.file, lowered.file) {
		b.say("a foreign block gave another file than the blocks that it becomes")
	}
}

var _ gongwen.Lowerer = guest{}
