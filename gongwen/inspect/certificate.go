package inspect

import "github.com/fazhi-go/fazhi"

// A Format is the format of a file.
type Format string

// The formats that File recognises.
const (
	PDF  Format = "pdf"
	OFD  Format = "ofd"
	DOCX Format = "docx"
)

// A Certificate (检测报告) says what was measured and what does not agree with the standard. Its JSON has the field names
// given here. Lengths are millimetres, rounded to hundredths; sizes and pitches are points.
type Certificate struct {
	Name     string       `json:"name,omitempty"`
	Format   Format       `json:"format"`
	Edition  string       `json:"edition"`  // "GB/T 9704-2012"
	Form     string       `json:"form"`     // 公文, 信函, 命令 or 纪要, as recognised
	Conforms bool         `json:"conforms"` // the verdict is Conforms
	Verdict  Verdict      `json:"verdict"`  // "conforms", "differs" or "unmeasured"
	Findings fazhi.Issues `json:"findings"`
	Measures Measures     `json:"measures"`
	Fonts    []FontShare  `json:"fonts"`
	Sizes    []SizeShare  `json:"sizes"`
	Elements []Element    `json:"elements"`
	Pages    []Page       `json:"pages,omitempty"` // of DOCX none
}

// Measures hold for the whole file. What could not be measured is zero.
type Measures struct {
	Pages  int     `json:"pages"` // of DOCX 0
	Width  float64 `json:"width"` // of the paper
	Height float64 `json:"height"`
	Top    float64 `json:"top"` // 天头: from the edge of the paper to the type area
	Left   float64 `json:"left"`
	Right  float64 `json:"right"`
	Bottom float64 `json:"bottom"`

	Lines     int     `json:"lines"`     // the most on a page
	Chars     int     `json:"chars"`     // in most of the full lines
	Pitch     float64 `json:"pitch"`     // from baseline to baseline, the most frequent
	CharPitch float64 `json:"charPitch"` // from character to character in full lines, the middle one
	BodySize  float64 `json:"bodySize"`
	BodyFont  string  `json:"bodyFont"`

	FullLines int `json:"fullLines"` // lines that hold as many characters as they can
	Exact     int `json:"exact"`     // of these with the characters of the profile
	Faults    int `json:"faults"`    // lines that begin or end as they may not
	Overhang  int `json:"overhang"`  // lines that reach beyond the type area
}

// A FontShare is a font and its share of the characters, between 0 and 1.
type FontShare struct {
	Font  string  `json:"font"`
	Share float64 `json:"share"`
}

// A SizeShare is a size in points and its share of the characters.
type SizeShare struct {
	Size  float64 `json:"size"`
	Share float64 `json:"share"`
}

// An Element is one that was found. Left and Top are those of its ink, from the edges of the paper, where it has a place.
type Element struct {
	Kind      string     `json:"kind"` // "mark", "number", "red-line", "title", …
	Name      string     `json:"name"` // 发文机关标志
	Page      int        `json:"page,omitempty"`
	Line      int        `json:"line,omitempty"` // of DOCX the paragraph
	Left      float64    `json:"left,omitempty"`
	Top       float64    `json:"top,omitempty"`
	Width     float64    `json:"width,omitempty"`
	Height    float64    `json:"height,omitempty"`
	Size      float64    `json:"size,omitempty"`
	Font      string     `json:"font,omitempty"`
	Distances []Distance `json:"distances,omitempty"`
}

// A Distance is a measure of an element that the standard speaks of.
type Distance struct {
	Name  string  `json:"name"` // 上边缘至页面上边缘
	Value float64 `json:"value"`
	Unit  string  `json:"unit"`           // mm, 行, 字
	Want  float64 `json:"want,omitempty"` // what the standard asks for; 0: nothing
}

// A Page is what was measured on one page. Left to Bottom are the edges of the ink of its text, without the page number,
// from the left and top edge of the paper.
type Page struct {
	Number   int     `json:"number"`
	Left     float64 `json:"left"`
	Top      float64 `json:"top"`
	Right    float64 `json:"right"`
	Bottom   float64 `json:"bottom"`
	Lines    int     `json:"lines"` // lines of text, counted
	Chars    int     `json:"chars"` // the most in a line, a half-width one counting half
	Pitch    float64 `json:"pitch"`
	Faults   int     `json:"faults"`
	Overhang int     `json:"overhang"`
	Images   int     `json:"images"`
}
