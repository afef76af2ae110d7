package docx

import (
	"slices"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// runProperties is what is said of a run beside the style of its paragraph.
type runProperties struct {
	font    *layout.Font // nil: the style's
	bold    bool
	red     bool
	ink     gongwen.Ink
	size    gongwen.Length // 0: the style's
	spacing int            // twips beside the style's
	office  int            // what LibreOffice is told instead
	scale   int            // of the glyphs, for LibreOffice alone; 0: none
}

// A runState is the run that is being written.
type runState struct {
	look  int
	open  bool
	props runProperties
	start int  // of its text
	ascii bool // the last character was one of ASCII in the Latin font
}

// addRun writes a run of a line; at is the index of its first character in the line. It returns the index after it.
func (w *writer) addRun(run *layout.Run, s *nudge, at int) int {
	names := w.namesOf(run)
	text := run.Text
	from, before := 0, noKind
	for i := 0; i < len(text); {
		r, length := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, length = utf8.DecodeRuneInString(text[i:])
		}
		if len(w.lineCuts) > 0 && w.lineCuts[0].at <= at {
			w.append(text[from:i])
			from, before = i, noKind
			w.writeCuts(at)
		}
		if kind := w.kindOf(&names, r, s, at); kind != before {
			w.append(text[from:i])
			from, before = i, kind
			w.open(w.propertiesOf(run, s, at, kind))
		}
		i += length
		at++
	}
	w.append(text[from:])
	return at
}

// A kind is what makes a difference between the characters of one run of a line.
type kind uint8

const (
	named       kind = 1 << iota // needs its font by name
	wordFirst                    // among the first ones of a spread
	officeFirst                  // among those for LibreOffice
	noKind      kind = 1 << 7
)

func (w *writer) kindOf(names *names, r rune, s *nudge, at int) kind {
	k := kind(0)
	if w.needsFont(names, r) {
		k = named
	}
	if at < s.word.first {
		k |= wordFirst
	}
	if at < s.office.first {
		k |= officeFirst
	}
	return k
}

// propertiesOf returns the properties of the character at an index in the line.
func (w *writer) propertiesOf(run *layout.Run, s *nudge, at int, k kind) runProperties {
	_, usual := sizeOf(&looks[w.run.look], w.p)
	more := (run.Spacing - usual).Twips()
	props := runProperties{
		size: w.oddSize(run), red: run.Red && w.run.look != mark, ink: run.Ink,
		spacing: s.word.at(at) + more, office: s.office.at(at) + more,
	}
	if s.scale != whole {
		props.scale = s.scale
	}
	if k&named != 0 {
		props.font = run.Font
		props.bold = run.Font.Face() == gongwen.LatinBold
	}
	return props
}

// oddSize returns the size of a run if it is not that of the style.
func (w *writer) oddSize(run *layout.Run) gongwen.Length {
	if size, _ := sizeOf(&looks[w.run.look], w.p); size != run.Size {
		return run.Size
	}
	return 0
}

// names says which fonts of the style a run has.
type names struct{ none, latin, chinese bool }

func (w *writer) namesOf(run *layout.Run) names {
	if run.Missing {
		return names{none: true}
	}
	name := run.Font.Name()
	return names{
		latin:   name == w.r.latin && run.Font.Face() != gongwen.LatinBold,
		chinese: name == w.r.fontNames[w.run.look],
	}
}

// needsFont reports whether a character must be given its font by name. Word processors take the Latin font of the style
// for ASCII and the Chinese one for Han and the marks that only Chinese has; for what both scripts share — “ ” … — · —
// they differ among themselves, so these are spelt out wherever that matters.
func (w *writer) needsFont(n *names, r rune) bool {
	after := w.run.ascii
	w.run.ascii = !n.none && (r > ' ' && r < 0x7F || r == ' ' && after)
	switch {
	case n.none:
		return false
	case w.run.ascii:
		return !n.latin
	case !n.chinese:
		return true
	}
	return r < 0x2E80 && (after || r < 0x2000)
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
	w.b = append(w.b, `<w:t>`...)
	w.run.start = len(w.b)
}

// appendRunProperties appends the children of w:rPr in the order of the schema.
func (w *writer) appendRunProperties(props runProperties) {
	if props.font != nil {
		w.b = append(w.b, w.r.slots[props.font.Index()]...)
	}
	if props.bold {
		w.b = append(w.b, `<w:b/>`...)
	}
	switch ink := props.ink; {
	case props.red:
		w.b = appendColour(w.b, w.p.Red)
	case ink.On:
		w.b = appendColour(w.b, [3]uint8{ink.R, ink.G, ink.B})
	}
	w.appendSpacing(props)
	if props.size != 0 {
		w.b = appendSize(w.b, props.size)
	}
}

func appendColour(b []byte, c [3]uint8) []byte {
	return append(append(append(b, `<w:color w:val="`...), hexColour(c)...), `"/>`...)
}

// appendSpacing appends what is added after each character, if it is not what the style says.
func (w *writer) appendSpacing(props runProperties) {
	if props.spacing == 0 && props.office == 0 && props.scale == 0 {
		return
	}
	_, usual := sizeOf(&looks[w.run.look], w.p)
	spacing := func(b []byte, twips int) []byte {
		return append(appendInt(append(b, `<w:spacing`...), "w:val", usual.Twips()+twips), `/>`...)
	}
	if props.spacing == props.office && props.scale == 0 {
		w.b = spacing(w.b, props.spacing)
		return
	}
	w.b = spacing(append(w.b, choice...), props.spacing)
	w.b = spacing(append(w.b, otherwise...), props.office)
	if props.scale != 0 {
		w.b = append(appendInt(append(w.b, `<w:w`...), "w:val", props.scale), `/>`...)
	}
	w.b = append(w.b, endChoice...)
}

// Between choice and otherwise stands what Word and WPS are told, after that what LibreOffice is told.
const (
	choice    = `<mc:AlternateContent><mc:Choice Requires="wp14">`
	otherwise = `</mc:Choice><mc:Fallback>`
	endChoice = `</mc:Fallback></mc:AlternateContent>`
)

// append adds text to the open run.
func (w *writer) append(s string) { w.b, _ = appendText(w.b, s) }

// put writes text with properties.
func (w *writer) put(props runProperties, s string) {
	w.open(props)
	w.append(s)
}

// closeRun ends the run. Readers leave out blanks at the ends of a text unless they are told to keep them.
func (w *writer) closeRun() {
	if !w.run.open {
		return
	}
	if text := w.b[w.run.start:]; len(text) > 0 && (text[0] == ' ' || text[len(text)-1] == ' ') {
		w.b = slices.Insert(w.b, w.run.start-1, []byte(` xml:space="preserve"`)...)
	}
	w.b = append(w.b, `</w:t></w:r>`...)
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
