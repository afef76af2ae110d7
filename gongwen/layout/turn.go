package layout

import "github.com/fazhi-go/fazhi/gongwen"

// isTurned reports whether what is set now stands on pages that are turned.
func (s *setter) isTurned() bool { return s.profile == s.turned && s.turned != nil }

// turn makes what is set from now on stand on turned pages, or upright again.
func (s *setter) turn(on bool) {
	if !on {
		s.profile = s.upright
		return
	}
	if s.turned == nil {
		p := turnedProfile(*s.upright)
		s.turned = &p
	}
	s.profile = s.turned
}

// turnedProfile returns a page as one sees it with its left edge on top: see Line.Turned.
func turnedProfile(p gongwen.Profile) gongwen.Profile {
	t := p
	t.Width, t.Height = p.Height, p.Width
	t.Left, t.Top = p.Height-p.Top-p.TextHeight, p.Left
	t.TextWidth, t.TextHeight = p.TextHeight, p.TextWidth
	t.Chars = int(t.TextWidth / (t.BodySize + t.CharSpacing))
	t.Lines = int(t.TextHeight / t.LinePitch)
	return t
}

// turnRule puts a rule of a turned page where it is on the page.
func (s *setter) turnRule(r Rule) Rule {
	r.X1, r.Y1 = Upright(s.upright, r.X1, r.Y1)
	r.X2, r.Y2 = Upright(s.upright, r.X2, r.Y2)
	return r
}
