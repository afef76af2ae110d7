package inspect

import (
	"strings"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/internal/ooxml"
)

// A footer is the page number of one kind of pages, as a paragraph with the field PAGE.
type footer struct {
	layout  paragraphLook
	look    runLook // of the number
	text    string  // the number stands as 1
	outside bool    // in a frame or text box that lies on the outer side
}

// footerName returns how clerks call the page number of a kind of pages.
func footerName(kind string) string {
	if kind == "even" {
		return "双页码"
	}
	return "单页码"
}

// checkFooters checks page numbers (7.5).
func (in *inspection) checkFooters(f *flow, section *ooxml.Node, s *sheet) {
	footers := f.footers(section)
	odd, even := footers["default"], footers["even"]
	if odd == nil {
		in.find(CodeNoNumber, place{}, "没有页码")
		return
	}
	in.checkFooter("default", odd, section, s)
	different := f.settings.Child("w:evenAndOddHeaders")
	switch {
	case odd.outside:
	case different == nil || !on(different.Get("w:val")):
		in.find(CodeNumberSide, place{}, "没有区分单双页：单页码应居右空一字，双页码居左空一字")
	case even == nil:
		in.find(CodeNoNumber, place{}, "双页没有页码")
	default:
		in.checkFooter("even", even, section, s)
	}
	title := section.Child("w:titlePg")
	if title != nil && on(title.Get("w:val")) && footers["first"] == nil && in.cert.Form != letter {
		in.find(CodeNoNumber, place{}, "首页没有页码")
	}
}

// footers reads the footers of a section that have a page number.
func (f *flow) footers(section *ooxml.Node) map[string]*footer {
	relations, err := f.pack.Relations(f.main)
	if err != nil {
		return nil
	}
	out := map[string]*footer{}
	for reference := range section.Children("w:footerReference") {
		for _, r := range relations {
			if r.ID != reference.Get("r:id") || r.External {
				continue
			}
			tree, err := f.pack.Tree(r.Target)
			if err != nil {
				continue
			}
			if found := f.pageNumber(tree); found != nil {
				out[reference.Get("w:type")] = found
			}
		}
	}
	return out
}

// pageNumber returns the first paragraph with the field PAGE, in text boxes too; nil if there is none.
func (f *flow) pageNumber(tree *ooxml.Node) *footer {
	var found *footer
	outside := false
	tree.Walk(func(n *ooxml.Node) bool {
		switch n.Name {
		case "mc:Fallback":
			return false
		case "wp:positionH":
			outside = outside || n.Child("wp:align").Content() == "outside"
		case "w:p":
			if p := f.footerOf(n); p != nil && found == nil {
				found = p
			}
		}
		return found == nil
	})
	if found != nil {
		found.outside = outside || found.layout.frame.Get("w:xAlign") == "outside"
	}
	return found
}

// footerOf reads a paragraph, nil if it has no field PAGE of its own.
func (f *flow) footerOf(n *ooxml.Node) *footer {
	out := &footer{}
	r := fieldReader{flow: f, out: out}
	out.layout, r.base = f.paragraphLook(n.Child("w:pPr"))
	n.Walk(r.read)
	out.text = strings.Join(strings.Fields(r.text.String()), "")
	if r.pages == 0 {
		return nil
	}
	return out
}

// A fieldReader reads the text of a paragraph with 1 in place of the field PAGE.
type fieldReader struct {
	flow              *flow
	out               *footer
	base              runLook
	text, instruction strings.Builder
	depth, pages      int // of fields within fields; fields PAGE
}

func (r *fieldReader) read(n *ooxml.Node) bool {
	switch n.Name {
	case "w:txbxContent", "mc:Fallback", "w:pPr":
		return false
	case "w:fldSimple":
		r.end(n.Get("w:instr"))
		r.out.look = r.flow.runLook(r.base, n.Child("w:r"))
		return false
	case "w:r":
		r.run(n)
	}
	return true
}

func (r *fieldReader) run(n *ooxml.Node) {
	switch n.Child("w:fldChar").Get("w:fldCharType") {
	case "begin":
		r.depth++
		r.instruction.Reset()
	case "end":
		r.depth--
		r.end(r.instruction.String())
	}
	r.instruction.WriteString(n.Child("w:instrText").Content())
	if r.depth > 0 {
		r.out.look = r.flow.runLook(r.base, n)
	} else {
		r.text.WriteString(n.Child("w:t").Content())
	}
}

func (r *fieldReader) end(instruction string) {
	if isPage(instruction) {
		r.pages++
		r.text.WriteByte('1')
	}
}

func (f *flow) runLook(base runLook, run *ooxml.Node) runLook {
	f.applyCharacterStyle(run.Child("w:rPr", "w:rStyle").Get("w:val"), &base)
	base.apply(f, run.Child("w:rPr"))
	return base
}

// isPage reports whether the instruction of a field is PAGE.
func isPage(s string) bool {
	fields := strings.Fields(s)
	return len(fields) > 0 && strings.EqualFold(fields[0], "PAGE")
}

// checkFooter checks form, size, face, side and height of a page number.
func (in *inspection) checkFooter(kind string, ft *footer, section *ooxml.Node, s *sheet) {
	name := footerName(kind)
	in.cert.Elements = append(in.cert.Elements, Element{Kind: "page-number", Name: name, Size: ft.look.size, Font: ft.look.latin})
	el := &in.cert.Elements[len(in.cert.Elements)-1]
	if !folioRight.MatchString(ft.text) || section.Child("w:pgNumType").Get("w:fmt") == "numberInDash" {
		in.find(CodeNumberStyle, place{}, "%s应为半角阿拉伯数字，左右各放一条一字线：— 1 —", name)
	}
	size := in.profile.SmallSize.Points()
	if !near(ft.look.size, size, sizeTolerance) {
		in.find(CodeNumberSize, place{}, "%s为 %s，应为%s", name, sizeName(ft.look.size), sizeName(size))
	}
	if face, known := faceOf(ft.look.latin); known && face != gongwen.Song {
		in.find(CodeNumberFace, place{}, "%s是%s，应为宋体", name, faceName(face))
	}
	if !ft.outside {
		in.checkFooterSide(kind, el, ft)
	}
	pitch, exact := ft.layout.pitch(ft.look.size, nil)
	if !exact && ft.layout.lineRule != "auto" {
		return
	}
	in.checkFooterGap(name, el, ft, pitch, exact, s)
}

// checkFooterSide checks that a number stands one character from its side.
func (in *inspection) checkFooterSide(kind string, el *Element, ft *footer) {
	p, side := &ft.layout, "右"
	gap := chars(p.rightChars, p.right, in.cell())
	right := p.align == "right" || p.align == "end"
	stands := right
	if kind == "even" {
		side, gap, stands = "左", p.indentChars(in.cell()), !right && p.align != "center"
	}
	switch {
	case p.align == "center":
		in.find(CodeNumberSide, place{}, "%s居中，应居%s空一字", footerName(kind), side)
	case !stands:
		in.find(CodeNumberSide, place{}, "%s没有居%s", footerName(kind), side)
	default:
		el.distance(side+"空", gap, "字", 1)
		if !near(gap, 1, numberInset) {
			in.find(CodeNumberSide, place{}, "%s%s空 %.1f 字，应空一字", footerName(kind), side, gap)
		}
	}
}

// checkFooterGap estimates how far below the type area the dashes lie.
func (in *inspection) checkFooterGap(name string, el *Element, ft *footer, pitch float64, exact bool, s *sheet) {
	below := (1 - lineInBox) * pitch
	if !exact {
		below = (pitch-ft.look.size)/2 + belowBaseline*ft.look.size
	}
	up := float64(s.footer)/20 + below + dashHeight*ft.look.size // from the edge of the paper
	gap, want := mm(float64(s.bottom)/20-up), lengthMM(in.profile.PageNumberGap)
	el.distance("一字线至版心下边缘约", gap, "mm", want)
	if !near(gap, want, numberTolerance+estimate) {
		in.find(CodeNumberGap, place{}, "%s一字线距版心下边缘约 %.1f mm，应为 %.0f mm", name, gap, want)
	}
}
