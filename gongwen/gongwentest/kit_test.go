package gongwentest_test

import (
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/gongwentest"
)

// A fault is a way in which the renderer below can be broken.
type fault string

// plain writes a document as plain text, one part a line. With no fault it keeps the contract.
type plain struct {
	fault fault
	calls atomic.Int64
}

func (p *plain) Render(w io.Writer, d *gongwen.Document) (fazhi.Issues, error) {
	if d == nil {
		if p.fault == "panics without a document" {
			_ = d.Title
		}
		return nil, errors.New("没有文档")
	}
	body, err := p.lower(d.Body)
	if err != nil {
		return nil, err
	}
	out := &text{fault: p.fault}
	out.head(d)
	for i := range d.Attachments {
		more, err := p.lower(d.Attachments[i].Body)
		if err != nil {
			return nil, err
		}
		label := "附件"
		if d.Attachments[i].Apart {
			label = d.Head.Number.String() + label
		}
		out.line(label)
		out.line(d.Attachments[i].Title)
		out.blocks(more)
	}
	out.blocks(body)
	out.foot(d)
	p.spoil(out, d)
	_, err = w.Write([]byte(out.b.String()))
	if p.fault == "swallows the writer's error" {
		err = nil
	}
	return out.issues, err
}

// spoil does what only a broken renderer does.
func (p *plain) spoil(out *text, d *gongwen.Document) {
	switch p.fault {
	case "writes nothing":
		out.b.Reset()
	case "counts its calls":
		fmt.Fprintln(&out.b, p.calls.Add(1))
	case "changes the document":
		if p.calls.Add(1) == 1 {
			d.Title += "。"
		}
	case "warns about everything":
		out.issues = append(out.issues, missing("/title", ""))
	}
}

func (p *plain) lower(blocks []gongwen.Block) ([]gongwen.Block, error) {
	switch p.fault {
	case "passes over unknown blocks":
		return slices.DeleteFunc(slices.Clone(blocks), func(b gongwen.Block) bool {
			_, err := gongwen.Lower([]gongwen.Block{b})
			return err != nil
		}), nil
	case "does not know spans":
		if len(blocks) == 1 {
			if _, ok := blocks[0].(gongwen.Paragraph); ok {
				return blocks, nil
			}
		}
	case "loses foreign blocks":
		return slices.DeleteFunc(slices.Clone(blocks), func(b gongwen.Block) bool {
			_, ok := b.(gongwen.Lowerer)
			return ok
		}), nil
	}
	return gongwen.Lower(blocks)
}

// text collects lines and replaces what it has no glyph for.
type text struct {
	b      strings.Builder
	issues fazhi.Issues
	fault  fault
}

func missing(path fazhi.Path, what string) fazhi.Issue {
	return fazhi.Issue{Code: "plain/glyph/missing", Path: path, Message: "没有字形" + what}
}

func (t *text) line(s string) {
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		if r < unicode.MaxRune-0x1000 && r != utf8.RuneError && r != 0xFFFF && !unicode.IsControl(r) {
			t.b.WriteRune(r)
			continue
		}
		t.lack(r)
	}
	t.b.WriteByte('\n')
}

func (t *text) lack(r rune) {
	switch t.fault {
	case "drops what it cannot draw":
		t.issues = append(t.issues, missing("/body", ""))
		return
	case "does not report":
	case "repeats the character":
		t.issues = append(t.issues, missing("/body", string(r)))
	case "gives no place":
		t.issues = append(t.issues, missing("", ""))
	case "reports only strange planes":
		if r > 0xFFFF {
			t.issues = append(t.issues, missing("/body", ""))
		}
	default:
		t.issues = append(t.issues, missing("/body", ""))
	}
	t.b.WriteRune('□')
}

func (t *text) head(d *gongwen.Document) {
	h := &d.Head
	for _, s := range slices.Concat(h.Joint, []string{h.Copy, h.Secrecy, h.Urgency, h.Mark, h.Number.String(), h.Serial}, h.Signers) {
		t.line(s)
	}
	t.line(d.Title)
	t.line(d.To + "：")
}

func (t *text) blocks(blocks []gongwen.Block) {
	for _, b := range blocks {
		switch v := b.(type) {
		case gongwen.Heading:
			t.line(v.Label + gongwen.PlainText(v.Text))
		case gongwen.Paragraph:
			t.line(t.mangled(gongwen.PlainText(v.Text)))
		case gongwen.List:
			for _, item := range v.Items {
				t.line(gongwen.PlainText(item))
			}
		case gongwen.Table:
			t.line(v.Caption)
			for _, cell := range slices.Concat(append([][][]gongwen.Span{v.Header}, v.Rows...)...) {
				t.line(gongwen.PlainText(cell))
			}
		case gongwen.Contents:
			t.line("目录")
		case gongwen.Image:
			t.line(v.Caption)
		case gongwen.Drawing:
			t.drawing(v)
		}
	}
	if t.fault != "forgets notes" {
		for _, n := range gongwen.Notes(blocks) {
			t.line(n.Label + n.Text)
		}
	}
}

func (t *text) drawing(d gongwen.Drawing) {
	t.line(d.Caption)
	for _, s := range d.Shapes {
		if l, ok := s.(gongwen.Label); ok {
			t.line(l.Text)
		}
	}
}

// mangled cuts characters to sixteen bits, as old formats do.
func (t *text) mangled(s string) string {
	if t.fault != "cuts to sixteen bits" {
		return s
	}
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Han, r) {
			return r & 0xFFFF
		}
		return r
	}, s)
}

func (t *text) foot(d *gongwen.Document) {
	for _, roll := range d.Rolls {
		t.line(roll.Label + "：" + strings.Join(roll.Names, "、"))
	}
	for _, s := range d.Sign.Organs {
		t.line(s)
	}
	for _, who := range d.Sign.Signatories {
		t.line(who.Post)
		t.line(who.Name)
	}
	t.line(d.Sign.Date.Chinese())
	if d.Note != "" && t.fault != "forgets the note" {
		t.line("（" + d.Note + "）")
	}
	for _, s := range d.Imprint.CopyTo {
		t.line(s)
	}
	t.line(d.Imprint.Printer)
}

func config(f fault) gongwentest.Config {
	return gongwentest.Config{
		New:  func() (gongwen.Renderer, error) { return &plain{fault: f}, nil },
		Text: func(file []byte) (string, error) { return string(file), nil },
	}
}

// A renderer that keeps the contract passes.
func TestGood(t *testing.T) {
	gongwentest.Run(t, config(""))
	require.Empty(t, gongwentest.Verify(config("")))
}

// Without a reader of the format the other cases still run.
func TestWithoutText(t *testing.T) {
	c := config("drops what it cannot draw")
	c.Text = nil
	require.Empty(t, gongwentest.Verify(c))
}

// Each case catches the fault that it is for.
func TestEachCaseBites(t *testing.T) {
	for _, k := range []struct {
		kase  string
		fault fault
	}{
		{"whole-file", "writes nothing"},
		{"writer-error", "swallows the writer's error"},
		{"same-bytes", "counts its calls"},
		{"text-complete", "forgets the note"},
		{"every-element", "forgets notes"},
		{"missing-reported", "does not report"},
		{"missing-not-dropped", "drops what it cannot draw"},
		{"beyond-bmp", "cuts to sixteen bits"},
		{"not-text-reported", "reports only strange planes"},
		{"clean-is-silent", "warns about everything"},
		{"issue-form", "repeats the character"},
		{"issue-form", "gives no place"},
		{"document-unchanged", "changes the document"},
		{"no-panic", "panics without a document"},
		{"unknown-block", "passes over unknown blocks"},
		{"unknown-span", "does not know spans"},
		{"foreign-lowered", "loses foreign blocks"},
	} {
		t.Run(string(k.fault), func(t *testing.T) {
			require.Contains(t, caught(gongwentest.Verify(config(k.fault))), k.kase)
		})
	}
}

func caught(found []gongwentest.Finding) []string {
	var names []string
	for _, f := range found {
		names = append(names, f.Case)
	}
	return names
}

// A confused renderer is right as long as it is called once at a time: whoever meets another call takes its document.
type confused struct {
	plain
	inside atomic.Int32
}

func (c *confused) Render(w io.Writer, d *gongwen.Document) (fazhi.Issues, error) {
	c.inside.Add(1)
	defer c.inside.Add(-1)
	for range 1000 {
		runtime.Gosched() // lets the other calls in
		if c.inside.Load() > 1 {
			d = &gongwen.Document{Title: "别人的文件"}
		}
	}
	return c.plain.Render(w, d)
}

// The case for several goroutines catches it, and nothing else does.
func TestConcurrentBites(t *testing.T) {
	c := config("")
	c.New = func() (gongwen.Renderer, error) { return &confused{}, nil }
	require.Equal(t, []string{"concurrent"}, caught(gongwentest.Verify(c)))
}

// A Config that cannot work is said once for each case, and nothing panics.
func TestBadConfig(t *testing.T) {
	for _, c := range []gongwentest.Config{
		{},
		{New: func() (gongwen.Renderer, error) { return nil, io.ErrUnexpectedEOF }},
		{New: func() (gongwen.Renderer, error) { return nil, nil }},
	} {
		require.NotEmpty(t, gongwentest.Verify(c))
	}
}

// A reader that fails is a finding, not a pass.
func TestTextError(t *testing.T) {
	c := config("")
	c.Text = func([]byte) (string, error) { return "", io.ErrUnexpectedEOF }
	require.Contains(t, caught(gongwentest.Verify(c)), "text-complete")
}

// Findings of a renderer that loses the note (附注): the name of the case and what was seen.
func ExampleVerify() {
	for _, f := range gongwentest.Verify(config("forgets the note")) {
		fmt.Println(f.Case+":", f.Message)
	}
	// Output:
	// text-complete: the file does not hold "（此件主动公开）"
	// missing-reported: a note: a character that no font has gave no issue
	// missing-not-dropped: a note: the text around the character is gone
}

var _ gongwen.Renderer = (*plain)(nil)
