package form

import (
	"errors"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
)

// Fill returns the letter with the values in it. Issues say what is missing or wrong, each with the path of its field
// ("/当事人/0/姓名") and never with a value; if one of them is an Error there is no document. The error, which joins all that
// wrap ErrValue, says that the program gave values that do not belong to the form.
func (f *Form) Fill(values Values) (*gongwen.Document, fazhi.Issues, error) {
	r := &reader{}
	read := r.record("", f.fields, values)
	for _, field := range f.fields {
		if len(field.When) > 0 && blank(values[field.Name]) && holds(parseConditions(field.When), read) {
			r.missing("", field)
		}
	}
	if err := errors.Join(r.errs...); err != nil {
		return nil, nil, err
	}
	if r.issues.Err() != nil {
		return nil, r.issues, nil
	}
	w := &writer{values: read, laws: f.laws, left: mostLetter, used: map[string]bool{f.number: true, f.sign.date: true}}
	d := f.write(w)
	for _, field := range f.fields {
		if read[field.Name] != nil && !w.used[field.Name] && field.Type != Choice {
			r.report(CodeUnwritten, fazhi.Warning, fazhi.At(field.Name), "填写了“"+field.Name+"”，照其他填写的内容没有地方写入")
		}
	}
	if w.lawless {
		r.report(CodeLaw, fazhi.Error, "", "没有一条法律依据适用于填写的内容")
	}
	if w.left < 0 {
		r.report(CodeLength, fazhi.Error, "", "文书太长")
	}
	if r.issues.Err() != nil {
		return nil, r.issues, nil
	}
	return d, r.issues, nil
}

// Name returns the name of the form.
func (f *Form) Name() string { return f.name }

// Fields returns the fields of the form, for whoever asks a person for the values.
func (f *Form) Fields() []Field { return cloneFields(f.fields) }

// write writes the document.
func (f *Form) write(w *writer) *gongwen.Document {
	d := &gongwen.Document{
		Format: gongwen.Format(f.format),
		Head:   gongwen.Head{Mark: w.text(f.mark, nil)},
		Title:  w.text(f.title, nil),
		To:     w.text(f.to, nil),
		Body:   gongwen.NumberHeadings(w.parts(f.parts)),
		Sign:   gongwen.Signature{Organs: w.lines(f.sign.organs), Seal: f.sign.seal},
		Note:   w.text(f.note, nil),
		Props:  gongwen.Props{Subject: f.name, Disclosure: w.text(f.disclosure, nil)},
	}
	d.Head.Number, _ = w.values[f.number].(fazhi.Number)
	d.Sign.Date, _ = w.values[f.sign.date].(fazhi.Date)
	for _, a := range f.attached {
		if w.holds(a.conds) {
			d.Attachments = append(d.Attachments, gongwen.Attachment{
				Title: w.text(a.title, nil), Body: gongwen.NumberHeadings(w.parts(a.parts)),
			})
		}
	}
	d.Imprint = gongwen.Imprint{CopyTo: w.lines(f.copyTo), Printer: w.text(f.printer, nil)}
	if !d.Imprint.IsZero() {
		d.Imprint.Printed = d.Sign.Date
	}
	return d
}

// holds reports whether all conditions are true.
func holds(conds []condition, values map[string]any) bool {
	for _, c := range conds {
		v, set := values[c.field]
		if set == c.not || c.values != nil && !among(c.values, v) {
			return false
		}
	}
	return true
}

func among(values []string, v any) bool {
	for _, s := range values {
		if v == s {
			return true
		}
	}
	return false
}
