package layout

import (
	"errors"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
)

// Lay sets a document on pages. It does not change the document and may be called from several goroutines.
//
// Characters that no font has are drawn as boxes and reported as issues. The error is for a profile on which nothing can
// be set and for blocks outside the closed set; the latter wraps gongwen.ErrBlock.
func Lay(doc *gongwen.Document, profile gongwen.Profile, fonts *Fonts) (*Pages, fazhi.Issues, error) {
	if doc == nil {
		return nil, nil, errors.New("layout: 没有文档")
	}
	if err := checkProfile(&profile); err != nil {
		return nil, nil, err
	}
	if fonts == nil || len(fonts.all) == 0 {
		return nil, nil, errors.New("layout: 没有字体")
	}
	s := newSetter(doc, profile, fonts)
	s.setHead()
	s.setTitle(doc.Title, doc.TitleLines, 0)
	s.setTo()
	if err := s.setBody(doc.Body, 0); err != nil {
		return nil, nil, err
	}
	s.setClosing()
	if err := s.setAttachments(); err != nil {
		return nil, nil, err
	}
	s.place()
	s.setImprint()
	s.numberPages()
	s.locateMissed()
	return s.pages, s.issues, nil
}

func newSetter(doc *gongwen.Document, profile gongwen.Profile, fonts *Fonts) *setter {
	s := &setter{doc: doc, fonts: fonts, pages: &Pages{Profile: profile, Fonts: fonts, Props: doc.Props, Files: doc.Files}}
	s.profile = &s.pages.Profile
	s.pages.Created = doc.Props.Created
	if s.pages.Created.IsZero() {
		s.pages.Created = doc.Sign.Date
	}
	s.pages.Title = doc.Title
	if s.pages.Title == "" {
		s.pages.Title = strings.Join(doc.TitleLines, "")
	}
	guess := 64 + 4*len(doc.Body)
	s.text.cells = make([]cell, 0, 512)
	s.rows = make([]row, 0, guess)
	s.lines = make([]Line, 0, guess)
	s.runs = make([]Run, 0, 4*guess)
	return s
}

// checkProfile says why nothing can be set on a page. Sums are made of int64, so that no value slips through.
func checkProfile(p *gongwen.Profile) error {
	var faults []error
	say := func(bad bool, what string) {
		if bad {
			faults = append(faults, errors.New("layout: 版面："+what))
		}
	}
	const most = 10000 * gongwen.Point
	for _, size := range [...]gongwen.Length{p.BodySize, p.TitleSize, p.MarkSize, p.SmallSize} {
		if size <= 0 || size > most {
			say(true, "字号应当大于零，也不能太大")
			break
		}
	}
	sum := func(a, b gongwen.Length) int64 { return int64(a) + int64(b) }
	say(p.Width <= 0 || p.Height <= 0 || p.Width > most || p.Height > most, "纸张大小不对")
	say(p.Top < 0 || p.Left < 0 || sum(p.Top, p.TextHeight) > int64(p.Height) || sum(p.Left, p.TextWidth) > int64(p.Width),
		"版心超出纸张")
	say(int64(p.TextWidth) < 8*int64(max(p.BodySize, p.SmallSize)) || p.TextWidth < p.TitleSize, "版心宽度不足八个字")
	say(p.LinePitch <= 0 || int64(p.TextHeight) < 8*int64(p.LinePitch) || p.TextHeight < 2*p.TitleSize, "版心高度不足八行")
	say(p.MarkTop < 0 || p.MarkTop > p.TextHeight/2 || p.RedLineGap < 0 || p.RedLineGap > p.TextHeight/8, "版头的位置不对")
	say(p.CharSpacing <= -p.BodySize/2 || p.CharSpacing > p.BodySize, "字距不对")
	say(p.Chars <= 0 || int64(p.Chars)*sum(p.BodySize, p.CharSpacing) > int64(p.TextWidth), "每行字数超出版心")
	say(p.PageNumberGap < 0 || p.PageNumberGap > most || min(p.ThickRule, p.ThinRule, p.RedLineWidth) < 0, "线条不对")
	return errors.Join(faults...)
}
