package pdf

import (
	"time"

	"github.com/jung-kurt/gofpdf"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// undated is the date that gofpdf gets.
var undated = time.Unix(0, 0).UTC()

// draw lets gofpdf make a file of pages, pictures and rules, uncompressed. The text of the pages is collected
// beside it.
func (k *work) draw(pages *layout.Pages) error {
	p := &pages.Profile
	f := gofpdf.NewCustom(&gofpdf.InitType{
		UnitStr: "pt", Size: gofpdf.SizeType{Wd: p.Width.Points(), Ht: p.Height.Points()},
	})
	f.SetCompression(false)
	f.SetCatalogSort(true)
	f.SetAutoPageBreak(false, 0)
	f.SetLineCapStyle("butt")
	f.SetCreationDate(undated) // the finisher writes the properties; these only must not change from hour to hour
	f.SetModificationDate(undated)
	for i := range pages.Pages {
		f.AddPage()
		k.beginPage()
		if err := k.drawPictures(f, pages, &pages.Pages[i]); err != nil {
			return err
		}
		drawRules(f, pages, &pages.Pages[i])
		k.drawText(pages, &pages.Pages[i])
		k.ends = append(k.ends, len(k.content))
	}
	k.raw.b = k.raw.b[:0]
	return f.Output(&k.raw)
}

// drawRules draws the rules of a page and its boxes for characters that no font has.
func drawRules(f *gofpdf.Fpdf, pages *layout.Pages, page *layout.Page) {
	f.RawWriteStr("/Artifact BMC")
	for _, r := range page.Rules {
		if r.Red {
			red := pages.Profile.Red
			f.SetDrawColor(int(red[0]), int(red[1]), int(red[2]))
		} else {
			f.SetDrawColor(0, 0, 0)
		}
		f.SetLineWidth(r.Thickness.Points())
		f.Line(r.X1.Points(), r.Y1.Points(), r.X2.Points(), r.Y2.Points())
	}
	for i := range page.Lines {
		for j := range page.Lines[i].Runs {
			if run := &page.Lines[i].Runs[j]; run.Font == nil {
				drawBoxes(f, &pages.Profile, &page.Lines[i], run)
			}
		}
	}
	f.RawWriteStr("EMC")
}

// drawBoxes draws missing characters where not even the box is in a font.
func drawBoxes(f *gofpdf.Fpdf, p *gongwen.Profile, line *layout.Line, run *layout.Run) {
	f.SetDrawColor(0, 0, 0)
	f.SetLineWidth(run.Size.Points() / 24)
	x, size := run.X+run.Size/10, run.Size*8/10
	for range run.Text {
		b := lineBox(p, line, x, x+size, size)
		f.Rect(b.left.Points(), b.top.Points(), (b.right - b.left).Points(), (b.bottom - b.top).Points(), "D")
		x += run.Size + run.Spacing
	}
}
