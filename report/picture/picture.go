package picture

import (
	"errors"
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
)

// A Config says what the picture holds beside the figures.
type Config struct {
	Title    string // "一图读懂" if empty
	Subtitle string
	Organ    string
	Date     fazhi.Date // below the organ; none if zero
	Year     int        // of the figures, named where both years are shown; 0: 本年 and 上年
	Source   string     // where the data comes from: "各业务台账"

	Keys    []string              // IDs of the figures on the cards at the top; the first figure of each work area if nil
	Figures []string              // IDs of the figures in the work areas; all if nil. An area whose only figure is on a card has none
	Areas   map[string]string     // titles of work areas, by what stands before the dot of an ID; that itself for others
	Forms   map[string]fazhi.Form // how figures are printed, by ID, where the report has another form than the zero one
}

// mostFigures is how many figures a picture takes.
const mostFigures = 500

// Errors of drawing.
var (
	ErrEmpty = errors.New("没有数据项")
	ErrLong  = errors.New("画面太长")
)

// Codes of the issues.
const (
	codeUnknown   fazhi.Code = "picture/figure/unknown"
	codeDouble    fazhi.Code = "picture/figure/double"
	codePrint     fazhi.Code = "picture/figure/print"
	codeDifferent fazhi.Code = "picture/last/different"
)

// Draw draws the figures in their order. Last holds those of the year before, for the changes; it may be nil. What is wrong
// with figures and IDs are issues: an ID that no figure has, one that two have, a figure that cannot be printed in its form
// and stands as —, one that has another unit, kind or scope (口径) in the year before, so that no change is stated. The
// error wraps ErrEmpty or ErrLong.
func Draw(config Config, figures, last []fazhi.Figure) (gongwen.Drawing, fazhi.Issues, error) {
	if len(figures) > mostFigures {
		return gongwen.Drawing{}, nil, fmt.Errorf("picture: %w：超过 %d 个数据项", ErrLong, mostFigures)
	}
	content, issues := read(config, figures, last)
	if len(content.keys) == 0 && len(content.areas) == 0 {
		return gongwen.Drawing{}, issues, fmt.Errorf("picture: %w", ErrEmpty)
	}
	p := &page{}
	p.heading(content)
	p.keys(content)
	p.areas(content)
	p.foot(content)
	if p.y > mostPixels {
		return gongwen.Drawing{}, issues, fmt.Errorf("picture: %w", ErrLong)
	}
	d := gongwen.Drawing{Width: width * pixel, Height: gongwen.Length(p.y) * pixel, Shapes: p.finish(), Alt: content.words()}
	return d, issues, nil
}
