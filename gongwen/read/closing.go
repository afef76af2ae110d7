package read

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
)

// mostOutside is how many lines of a web page may follow a document.
const mostOutside = 30

// closing takes what stands below the body: signature and date, note, attachments, imprint. It returns the body. A date
// closes the document only where everything after it is known.
func (r *recogniser) closing(pieces []piece) []piece {
	for i, p := range pieces {
		if _, _, ok := signedOn(p); !ok {
			continue
		}
		end, ok := r.plan(pieces, i)
		if !ok {
			continue
		}
		from := r.signature(pieces, i)
		if end.note {
			r.doc.Note = stripBrackets(pieces[i+1].text)
			r.place(fazhi.At("note"), pieces[i+1])
		}
		body := r.attachments(pieces[:from], pieces[end.attachments:end.imprint])
		r.imprint(pieces[end.imprint:end.outside])
		for _, p := range pieces[end.outside:] {
			r.outside(p)
		}
		return body
	}
	return r.unsigned(pieces)
}

// signedOn reads a line that is a date and nothing else, in Arabic or in Chinese numerals. Odd says that it was not in
// the form of 7.3.5.4.
func signedOn(p piece) (date fazhi.Date, odd, ok bool) {
	if p.block != nil || length(p.text) > 20 || !strings.HasSuffix(p.text, "日") {
		return fazhi.Date{}, false, false
	}
	text := strings.Map(dropBlank, p.text)
	date, err := fazhi.ParseDate(text)
	if err != nil {
		date, ok = hanDate(text)
		return date, true, ok
	}
	return date, date.Chinese() != p.text, true
}

// An ending says where the parts after a date begin.
type ending struct {
	note                          bool
	attachments, imprint, outside int
}

// plan finds the parts after the date at i; ok is false if something there is none of them.
func (r *recogniser) plan(pieces []piece, i int) (e ending, ok bool) {
	next := i + 1
	if next < len(pieces) && isNote(pieces[next]) {
		e.note = true
		next++
	}
	next = pastBreaks(pieces, next)
	e.attachments, e.imprint, e.outside = next, next, next
	if next < len(pieces) && r.isAttachmentLabel(pieces[next]) {
		e.imprint = imprintOf(pieces, next)
		e.outside = imprintEnd(pieces, e.imprint)
		return e, true
	}
	e.outside = imprintEnd(pieces, next)
	rest := pieces[e.outside:]
	if len(rest) > mostOutside {
		return e, false
	}
	for _, p := range rest {
		if p.block != nil || length(p.text) > 40 || strings.ContainsAny(p.text, "。；") {
			return e, false
		}
	}
	return e, true
}

func isNote(p piece) bool {
	inner := stripBrackets(p.text)
	return p.block == nil && inner != p.text && (p.style == styleNote || !strings.ContainsAny(inner, "（）()") && length(inner) <= 60)
}

func stripBrackets(text string) string {
	for _, pair := range [...][2]string{{"（", "）"}, {"(", ")"}} {
		if rest, ok := strings.CutPrefix(text, pair[0]); ok {
			if inner, ok := strings.CutSuffix(rest, pair[1]); ok {
				return inner
			}
		}
	}
	return text
}

// signature takes the date at i and the organs before it (7.3.5), and returns where they begin.
func (r *recogniser) signature(pieces []piece, i int) int {
	date, odd, _ := signedOn(pieces[i])
	r.doc.Sign.Date = date
	path := fazhi.At("sign", "date")
	r.place(path, pieces[i])
	r.doc.Sign.Seal = isSealed(pieces[i])
	if odd {
		r.report(CodeDate, fazhi.Warning, path, pieces[i], "成文日期已改为规范写法：用阿拉伯数字，年月日标全，月日不编虚位")
	}
	from := r.signed(pieces, i)
	for _, p := range pieces[from:i] {
		r.signer(p)
	}
	return from
}

// unnamed returns how many lines stand above the organ that the title names first: the end of a list of units, not a
// signature. It is 0 if the title names none.
func unnamed(title string, organs []piece) int {
	return max(0, slices.IndexFunc(organs, func(p piece) bool { return strings.Contains(title, p.text) }))
}

// isOrgan reports whether a line above the date is the name of an organ.
func isOrgan(p piece) bool {
	if p.block != nil || p.level > 0 || length(p.text) > 40 || length(p.text) < 3 {
		return false
	}
	for _, c := range p.text {
		if !unicode.Is(unicode.Han, c) && !strings.ContainsRune("（） ", c) {
			return false
		}
	}
	last, _ := utf8.DecodeLastRuneInString(p.text)
	return strings.ContainsRune("局会府厅室院部办处队所委站司署行社校团心", last) || p.align == gongwen.RightAligned
}

// imprintOf returns where the imprint (版记, 7.4) begins, the number of pieces if there is none.
func imprintOf(pieces []piece, from int) int {
	for i := len(pieces) - 1; i >= from && i >= len(pieces)-mostOutside; i-- {
		if isCopyTo(pieces[i]) {
			return i
		}
		if _, _, ok := printed(pieces[i]); ok && (i == from || !isCopyTo(pieces[i-1])) {
			return i
		}
	}
	return len(pieces)
}

// imprintEnd returns where an imprint that begins at from ends.
func imprintEnd(pieces []piece, from int) int {
	for from < len(pieces) {
		_, _, isPrinted := printed(pieces[from])
		if !isPrinted && !isCopyTo(pieces[from]) {
			break
		}
		from++
	}
	return from
}

func isCopyTo(p piece) bool {
	return p.block == nil && (strings.HasPrefix(p.text, "抄送：") || strings.HasPrefix(p.text, "抄送:"))
}

// printed reads the line of the printing organ: 某某办公室　2025年2月18日印发.
func printed(p piece) (organ string, on fazhi.Date, ok bool) {
	rest, ok := strings.CutSuffix(p.text, "印发")
	if p.block != nil || !ok || length(p.text) > 80 {
		return "", fazhi.Date{}, false
	}
	cut := strings.LastIndexFunc(rest, blank)
	if cut < 0 {
		return "", fazhi.Date{}, false
	}
	_, size := utf8.DecodeRuneInString(rest[cut:])
	on, err := fazhi.ParseDate(rest[cut+size:])
	return strings.TrimRightFunc(rest[:cut], blank), on, err == nil
}

// imprint takes the lines of the imprint.
func (r *recogniser) imprint(pieces []piece) {
	for _, p := range pieces {
		if organ, on, ok := printed(p); ok {
			r.doc.Imprint.Printer, r.doc.Imprint.Printed = organ, on
			r.place(fazhi.At("imprint", "printer"), p)
			continue
		}
		list := strings.TrimRight(strings.TrimLeft(strings.TrimPrefix(p.text, "抄送"), "：:"), "。")
		r.doc.Imprint.CopyTo = append(r.doc.Imprint.CopyTo, strings.FieldsFunc(list, func(c rune) bool {
			return c == '，' || c == ',' || c == '；'
		})...)
		r.place(fazhi.At("imprint", "copyTo"), p)
	}
}
