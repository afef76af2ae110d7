package content

import (
	"cmp"
	"encoding/json"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/normdoc"
	"github.com/fazhi-go/fazhi/statute"
)

// Kind is the kind of texts of normative documents. It is not that of the ledger, whose checks judge the ledger's fields.
const Kind fazhi.Kind = "normdoc-text"

// A Draft is the text of a normative document with what the ledger knows of it; both may be empty. New makes one; the zero
// Draft is empty. It may be used by several goroutines. Paths of its issues are those of statute: "/art_12/para_2".
type Draft struct {
	doc   normdoc.Doc
	text  *statute.Text
	units []unit // in its order; own are those neither quoted nor in an annex
	own   []unit
	parts map[statute.Kind][]part
	lines map[fazhi.Path]int
	force *commencement // nil: the text does not say from when it is in force
	dated fazhi.Date    // the date of the signature
	seen  *sightings
}

var _ fazhi.Located = (*Draft)(nil)

// New puts a text and its record together. The text must not be changed afterwards; a nil text is an empty one.
func New(doc normdoc.Doc, text *statute.Text) *Draft {
	if text == nil {
		text, _ = statute.Parse("", "")
	}
	d := &Draft{doc: doc, text: text, lines: make(map[fazhi.Path]int), seen: &sightings{}}
	d.take(text.Paths())
	d.force, d.dated = d.commencement(), d.signature()
	return d
}

// Kind returns "normdoc-text".
func (*Draft) Kind() fazhi.Kind { return Kind }

// ID returns the ledger's own number, else the name of the file, else the name of the document.
func (d *Draft) ID() string { return cmp.Or(d.doc.Serial, d.file(), d.Title(), "text") }

func (d *Draft) file() string {
	if d.text == nil {
		return ""
	}
	return d.text.File
}

// Title returns the title of the text in one line, else the name that the ledger has.
func (d *Draft) Title() string { return cmp.Or(d.title(), d.doc.Name) }

// LawOn returns the day whose law decides, as normdoc.Doc.LawOn.
func (d *Draft) LawOn(today fazhi.Date) fazhi.Date { return d.doc.LawOn(today) }

// Origin returns the file and the line of a path: "第12行".
func (d *Draft) Origin(at fazhi.Path) (fazhi.Origin, bool) {
	line, ok := d.lines[at]
	if !ok || line == 0 {
		return fazhi.Origin{}, false
	}
	return fazhi.Origin{File: d.file(), Cell: "第" + strconv.Itoa(line) + "行"}, true
}

// draftJSON is how a draft is written: the lines of the text one by one, so that people can read them.
type draftJSON struct {
	Doc  normdoc.Doc `json:"doc"`
	File string      `json:"file,omitempty"`
	Text []string    `json:"text"`
}

// MarshalJSON writes the record and the lines of the text.
func (d *Draft) MarshalJSON() ([]byte, error) {
	out := draftJSON{Doc: d.doc, Text: []string{}}
	if d.text != nil {
		out.File, out.Text = d.file(), strings.Split(d.text.Format(), "\n")
	}
	return json.Marshal(out)
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (d *Draft) UnmarshalJSON(data []byte) error {
	var in draftJSON
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	text, _ := statute.Parse(in.File, strings.Join(in.Text, "\n"))
	*d = *New(in.Doc, text)
	return nil
}
