package read

import (
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/internal/ooxml"
)

// Bounds of the pictures of a file together.
const (
	mostImages     = 2_000
	mostImageBytes = 128 << 20
)

// images are the pictures of a file that were read: each is read and judged once.
type images struct {
	files map[string][]byte // nil: cannot be shown
	bytes int
	shown int
}

// drawing reads what is drawn: pictures, and the text of text boxes. Both follow after their paragraph.
func (w *word) drawing(n *ooxml.Node) {
	found := false
	frame := gongwen.Image{}
	n.Walk(func(c *ooxml.Node) bool {
		switch c.Name {
		case "w:txbxContent":
			found = true
			w.textBox(c)
			return false
		case "mc:AlternateContent":
			found = true
			if one := chosen(c); one != nil {
				w.drawing(one)
			}
			return false
		case "wp:extent":
			frame.Width = extent(c)
		case "wp:docPr":
			frame.Alt = alt(c)
			if strings.HasPrefix(c.Get("name"), doubleRule) {
				found, w.doubleRed = true, true
			}
		case "a:blip":
			found = true
			w.picture(frame, c.Get("r:embed"))
		case "v:imagedata":
			found = true
			w.picture(frame, c.Get("r:id"))
		}
		return true
	})
	if !found && n.Name == "w:drawing" {
		w.count[CodePicture]++
	}
}

func (w *word) textBox(n *ooxml.Node) {
	known := true
	for p := range n.Children("w:p") {
		one := newPiece([]gongwen.Span{gongwen.Text(printedText(p))}, w.para.cell)
		if one.text != "" {
			one.style = w.styles.of(p.Child("w:pPr")).name
			known = known && one.style == styleMark
			w.para.after = append(w.para.after, one)
		}
	}
	if !known {
		w.count[CodeTextBox]++
	}
}

// picture adds a picture that is a PNG or JPEG file.
func (w *word) picture(img gongwen.Image, relation string) {
	if img.Data = w.image(w.targets[relation]); img.Data == nil || w.images.shown == mostImages {
		w.count[CodePicture]++
		return
	}
	w.images.shown++
	w.para.after = append(w.para.after, piece{block: img, cell: w.para.cell})
}

// image returns the content of a part, nil if it cannot be shown.
func (w *word) image(name string) []byte {
	if data, ok := w.images.files[name]; ok {
		return data
	}
	data, err := w.pack.Part(name)
	if err == nil {
		_, _, err = gongwen.Image{Data: data}.Config()
	}
	if err != nil || w.images.bytes+len(data) > mostImageBytes {
		data = nil
	}
	w.images.bytes += len(data)
	w.images.files[name] = data
	return data
}

// alt returns what a picture says to those who cannot see it.
func alt(props *ooxml.Node) string {
	text := props.Get("descr")
	if text == "" {
		text = props.Get("title")
	}
	return firstRunes(text, 200)
}

// extent returns the width of a picture, 0 if it is not said.
func extent(n *ooxml.Node) gongwen.Length {
	const emuPerPoint = 12700
	v, err := strconv.Atoi(n.Get("cx"))
	if err != nil || v <= 0 || v > 10_000*emuPerPoint {
		return 0
	}
	return gongwen.Length(v * int(gongwen.Point) / emuPerPoint)
}
