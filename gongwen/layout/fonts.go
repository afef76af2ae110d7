package layout

import (
	"errors"
	"fmt"
	"math"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/internal/sfnt"
)

// A FontFile is a TrueType font and the face that it plays.
type FontFile struct {
	Face gongwen.Face
	Name string // under which word processors know the face: "仿宋_GB2312"
	Data []byte // the file; kept, must not change
}

// Fonts are the fonts that documents are set in. They never change, so any number of goroutines may use them.
type Fonts struct {
	all    []*Font
	chains [numFaces][]*Font // where a character of the face is looked for, in this order
	box    *Font             // has the empty box that stands for a missing character; may be nil
}

// numFaces is the number of faces; gongwen.Faces lists them.
const numFaces = int(gongwen.LatinBold) + 1

// A Font is one font of a Fonts.
type Font struct {
	face  gongwen.Face
	name  string
	index int
	ttf   *sfnt.Font
	data  []byte
	width []uint16 // of glyphs, in thousandths of an em
}

// NewFonts reads fonts. Several files of one face form a chain: what the first does not have is taken from the second.
// After them the files of Song are asked, then those of Hei, then all others in the order given. There must be a font
// for FangSong or Song at least; a face without a file is drawn with its chain. Data is kept and must not change. All
// faults are returned together.
func NewFonts(files []FontFile) (*Fonts, error) {
	f := &Fonts{all: make([]*Font, 0, len(files))}
	var faults []error
	for i, file := range files {
		ttf, err := sfnt.Parse(file.Data)
		if int(file.Face) >= numFaces {
			err = fmt.Errorf("没有第 %d 种字体角色", file.Face)
		}
		if err != nil {
			faults = append(faults, fmt.Errorf("layout: 第 %d 个字体文件 %s：%w", i+1, file.Name, err))
			continue
		}
		f.all = append(f.all, newFont(file, len(f.all), ttf))
	}
	if !f.has(gongwen.FangSong) && !f.has(gongwen.Song) {
		faults = append(faults, errors.New("layout: 没有仿宋体，也没有宋体"))
	}
	if err := errors.Join(faults...); err != nil {
		return nil, err
	}
	for face := range f.chains {
		f.chains[face] = f.chain(gongwen.Face(face))
	}
	f.box = f.largestBox()
	return f, nil
}

// largestBox returns the font whose box is the largest of those that fill a cell, nil if there is none.
func (f *Fonts) largestBox() *Font {
	var best *Font
	height := 0
	for _, font := range f.all {
		g, ok := font.ttf.Glyph(Box)
		if !ok || font.Width(g) != em {
			continue
		}
		bounds := font.ttf.Bounds(g)
		if h := (bounds.YMax - bounds.YMin) * em / font.ttf.UnitsPerEm(); h > height {
			best, height = font, h
		}
	}
	return best
}

// Box is the character that is drawn in place of one that no font has.
const Box = '□'

func newFont(file FontFile, index int, ttf *sfnt.Font) *Font {
	f := &Font{face: file.Face, name: file.Name, index: index, ttf: ttf, data: file.Data}
	units := ttf.UnitsPerEm()
	f.width = make([]uint16, ttf.NumGlyphs())
	for g := range f.width {
		f.width[g] = uint16(min((ttf.Advance(sfnt.GlyphID(g))*em+units/2)/units, math.MaxUint16))
	}
	return f
}

func (f *Fonts) has(face gongwen.Face) bool {
	for _, font := range f.all {
		if font.face == face {
			return true
		}
	}
	return false
}

// chain returns the fonts in the order in which a face asks them.
func (f *Fonts) chain(face gongwen.Face) []*Font {
	order := []gongwen.Face{face, gongwen.Song, gongwen.Hei}
	if face == gongwen.LatinBold {
		order = []gongwen.Face{face, gongwen.Latin, gongwen.XiaoBiaoSong, gongwen.Song, gongwen.Hei}
	}
	var out []*Font
	taken := make([]bool, len(f.all))
	add := func(want func(*Font) bool) {
		for i, font := range f.all {
			if !taken[i] && want(font) {
				taken[i] = true
				out = append(out, font)
			}
		}
	}
	for _, next := range order {
		add(func(font *Font) bool { return font.face == next })
	}
	add(func(*Font) bool { return true })
	return out
}

// All returns the fonts in the order in which they were given. The slice must not be changed.
func (f *Fonts) All() []*Font { return f.all }

// Name returns the name under which word processors know a face: that of its first file, "" if it has none.
func (f *Fonts) Name(face gongwen.Face) string {
	for _, font := range f.all {
		if font.face == face {
			return font.name
		}
	}
	return ""
}

// Name returns the name that was given with the file.
func (f *Font) Name() string { return f.name }

// Face returns the face that the font was given for.
func (f *Font) Face() gongwen.Face { return f.face }

// Index returns the place of the font in Fonts.All.
func (f *Font) Index() int { return f.index }

// TrueType returns the parsed file, for renderers that embed it.
func (f *Font) TrueType() *sfnt.Font { return f.ttf }

// Data returns the bytes of the file. They must not be changed.
func (f *Font) Data() []byte { return f.data }

// Width returns the width of a glyph in thousandths of an em, rounded, as PDF states it; 0 if there is no such glyph.
// All positions of the layout are made of these, so a renderer that uses them needs no corrections.
func (f *Font) Width(g sfnt.GlyphID) int {
	if int(g) >= len(f.width) {
		return 0
	}
	return int(f.width[g])
}
