package html

import (
	"encoding/base64"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/svg"
)

// checkAlt reports a picture that has no text alternative.
func (w *writer) checkAlt(alt string, n, block int) {
	if strings.TrimSpace(alt) == "" {
		path := fazhi.At(bodyPath(n, block)...)
		w.report(CodeAlt, fazhi.Warning, path, "图片没有替代文字，看不见图片的读者无从知道其内容")
	}
}

// image writes an image as part of the file, as wide as it is on paper where the screen has room.
func (w *writer) image(v gongwen.Image) {
	config, format, err := v.Config()
	if err != nil { // gongwen.Lower has read it
		return
	}
	plain, err := v.Plain()
	if err != nil {
		return
	}
	width, height := v.Size(config, w.r.width, w.r.height)
	w.put(`<figure><img src="data:image/` + format + `;base64,`)
	w.b = base64.StdEncoding.AppendEncode(w.b, plain)
	w.put(`" width="`)
	w.int(pixels(width))
	w.put(`" height="`)
	w.int(pixels(height))
	w.put(`" alt="`)
	w.text(filled(v.Alt))
	w.put("\">\n")
	w.caption(v.Caption)
}

// pixels returns a length in pixels of the web, of which there are 96 to the inch.
func pixels(l gongwen.Length) int { return max(int((int64(l)*96/72+500)/1000), 1) }

// writeDrawing writes a drawing; its texts stay texts.
func (w *writer) writeDrawing(v gongwen.Drawing) {
	w.drawing++
	v.Alt, v.Caption = filled(v.Alt), filled(v.Caption)
	w.put(`<figure>`)
	w.b = svg.Append(w.b, &v, "d"+strconv.Itoa(w.drawing))
	w.put("\n")
	for _, s := range v.Shapes {
		if label, ok := s.(gongwen.Label); ok {
			w.look(label.Text)
		}
	}
	w.look(v.Alt)
	w.caption(v.Caption)
}

func (w *writer) caption(s string) {
	if s != "" {
		w.element("figcaption", "", s)
	}
	w.put("</figure>\n")
}
