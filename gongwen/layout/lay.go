package layout

import (
	"errors"
	"slices"
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
	doc, unplaced := doc.Placed()
	s := newSetter(doc, profile, fonts)
	if err := s.lay(); err != nil {
		return nil, nil, err
	}
	if s.toCrowdsOut() {
		moved := newSetter(doc, profile, fonts)
		moved.toMoved = true
		if err := moved.lay(); err != nil {
			return nil, nil, err
		}
		if moved.showsBody() {
			s = moved
		}
	}
	return s.pages, append(unplaced, s.issues...), nil
}

// lay sets the document.
func (s *setter) lay() error {
	s.setHead()
	s.setTitle(s.doc.Title, s.doc.TitleLines, 0)
	s.setTo()
	s.bodyRow = len(s.rows)
	if err := s.setBody(s.doc.Body, 0); err != nil {
		return err
	}
	s.setClosing()
	if err := s.setAttachments(); err != nil {
		return err
	}
	s.place()
	s.setImprint()
	s.turn(false)
	s.fillContents()
	s.numberPages()
	s.locateMissed()
	return nil
}

// toCrowdsOut reports whether the addressees leave the first page without text, so that they belong into the imprint
// (7.3.2).
func (s *setter) toCrowdsOut() bool {
	if s.doc.To == "" || len(s.doc.Body) == 0 || s.toMoved || len(s.pages.Pages) < 2 {
		return false
	}
	to := false
	for _, l := range s.pages.Pages[0].Lines {
		if l.Place.Part == PartBody {
			return false
		}
		to = to || l.Place.Part == PartTo
	}
	return to && len(s.pages.Pages[0].Pictures) == 0
}

// showsBody reports whether the first page shows text.
func (s *setter) showsBody() bool {
	first := &s.pages.Pages[0]
	return len(first.Pictures) > 0 || slices.ContainsFunc(first.Lines, func(l Line) bool { return l.Place.Part == PartBody })
}

func newSetter(doc *gongwen.Document, profile gongwen.Profile, fonts *Fonts) *setter {
	s := &setter{doc: doc, fonts: fonts, pages: &Pages{Profile: profile, Fonts: fonts, Props: doc.Props, Files: doc.Files}}
	s.upright = &s.pages.Profile
	s.profile = s.upright
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
	say(p.Lines <= 0 || p.Lines > 1000, "每面行数不对")
	say(p.Chars <= 0 || int64(p.Chars)*sum(p.BodySize, p.CharSpacing) > int64(p.TextWidth), "每行字数超出版心")
	say(min(p.LetterTop, p.LetterRuleGap, p.LetterRule, p.LetterFoot, p.OrderTop) < 0 || p.OrderTop > p.TextHeight/2 ||
		p.LetterTop > p.Top+p.TextHeight/2 || p.LetterRuleGap > p.TextHeight/8 || p.LetterRule > p.Width || p.LetterFoot > p.Height,
		"信函、命令的版头位置不对")
	say(p.PageNumberGap < 0 || p.PageNumberGap > most || min(p.ThickRule, p.ThinRule, p.RedLineWidth) < 0, "线条不对")
	return errors.Join(faults...)
}
