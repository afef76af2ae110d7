package docx

import (
	"unicode/utf8"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// runProperties is what is said of a run beside the style of its paragraph.
type runProperties struct {
	font    *layout.Font // nil: the style's
	bold    bool
	red     bool
	size    gongwen.Length // 0: the style's
	spacing int            // twips beside the style's
}

// A runState is the run that is being written.
type runState struct {
	look  int
	open  bool
	props runProperties
	ascii bool // the last character was one of ASCII in the Latin font
}

// addRun writes a run of a line; at is the index of its first character in the line. It returns the index after it.
func (w *writer) addRun(run *layout.Run, s spread, at int) int {
	props := runProperties{size: w.oddSize(run), red: run.Red && w.run.look != mark}
	text := run.Text
	from, kind := 0, -1
	for i := 0; i < len(text); {
		r, length := utf8.DecodeRuneInString(text[i:])
		now := props
		now.spacing = s.at(at)
		if w.needsFont(run, r) {
			now.font = run.Font
			now.bold = run.Font.Face() == gongwen.LatinBold
		}
		if kind >= 0 && now != w.run.props {
			w.append(text[from:i])
			from = i
		}
		w.open(now)
		kind = 0
		i += length
		at++
	}
	w.append(text[from:])
	return at
}

// oddSize returns the size of a run if it is not that of the style.
func (w *writer) oddSize(run *layout.Run) gongwen.Length {
	if size, _ := sizeOf(&looks[w.run.look], w.p); size != run.Size {
		return run.Size
	}
	return 0
}

// needsFont reports whether a character must be given its font by name. Word processors take the Latin font of the style
// for ASCII and the Chinese one for Han and the marks that only Chinese has; for what both scripts share — “ ” … — · —
// they differ among themselves, so these are spelt out wherever that matters.
func (w *writer) needsFont(run *layout.Run, r rune) bool {
	after := w.run.ascii
	w.run.ascii = false
	if run.Missing {
		return false
	}
	face := run.Font.Face()
	switch {
	case r > ' ' && r < 0x7F:
		w.run.ascii = true
		return face == gongwen.LatinBold || run.Font.Name() != w.r.latin
	case r == ' ' && after:
		w.run.ascii = true
		return face == gongwen.LatinBold || run.Font.Name() != w.r.latin
	}
	if run.Font.Name() != w.r.fontNames[w.run.look] {
		return true
	}
	return r < 0x2E80 && (after || r < 0x2000 || r == ' ')
}

// open begins a run with properties, unless the one that is open has them.
func (w *writer) open(props runProperties) {
	if w.run.open && w.run.props == props {
		return
	}
	w.closeRun()
	w.run.open, w.run.props = true, props
	w.b = append(w.b, `<w:r>`...)
	if props != (runProperties{}) {
		w.b = append(w.b, `<w:rPr>`...)
		w.appendRunProperties(props)
		w.b = append(w.b, `</w:rPr>`...)
	}
	w.b = append(w.b, `<w:t xml:space="preserve">`...)
}

// appendRunProperties appends the children of w:rPr in the order of the schema.
func (w *writer) appendRunProperties(props runProperties) {
	if props.font != nil {
		w.b = append(w.b, w.r.slots[props.font.Index()]...)
	}
	if props.bold {
		w.b = append(w.b, `<w:b/>`...)
	}
	if props.red {
		w.b = append(append(append(w.b, `<w:color w:val="`...), hexColour(w.p.Red)...), `"/>`...)
	}
	if props.spacing != 0 {
		_, usual := sizeOf(&looks[w.run.look], w.p)
		w.b = append(appendInt(append(w.b, `<w:spacing`...), "w:val", usual.Twips()+props.spacing), `/>`...)
	}
	if props.size != 0 {
		w.b = appendSize(w.b, props.size)
	}
}

// append adds text to the open run.
func (w *writer) append(s string) { w.b, _ = appendText(w.b, s) }

// put writes text with properties.
func (w *writer) put(props runProperties, s string) {
	w.open(props)
	w.append(s)
}

func (w *writer) closeRun() {
	if w.run.open {
		w.b = append(w.b, `</w:t></w:r>`...)
	}
	w.run.open = false
}

// breakLine ends a line of a title.
func (w *writer) breakLine() {
	w.closeRun()
	w.b = append(w.b, `<w:r><w:br/></w:r>`...)
}

// tab moves to the next tab stop.
func (w *writer) tab() {
	w.closeRun()
	w.b = append(w.b, `<w:r><w:tab/></w:r>`...)
}
