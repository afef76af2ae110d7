package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"fmt"
	"image"
	"image/color"
	"image/draw"

	"github.com/fazhi-go/fazhi/gongwen"
)

// images are the images of a document, each once.
type images struct {
	list  []raster
	index map[[sha256.Size]byte]int // by digest of the file
}

// A raster is an image as PDF has it.
type raster struct {
	width, height int
	space, filter string
	data          []byte
	digest        [sha256.Size]byte
}

func (m *images) reset() {
	clear(m.list)
	m.list = m.list[:0]
	clear(m.index)
}

// add returns the index of an image.
func (m *images) add(i *gongwen.Image) (int, error) {
	digest := sha256.Sum256(i.Data)
	if at, ok := m.index[digest]; ok {
		return at, nil
	}
	r, err := newRaster(i)
	if err != nil {
		return 0, err
	}
	r.digest = digest
	if m.index == nil {
		m.index = make(map[[sha256.Size]byte]int)
	}
	m.index[digest] = len(m.list)
	m.list = append(m.list, r)
	return len(m.list) - 1, nil
}

// newRaster makes an image of a file. The data of a JPEG in grey or RGB stay as they are; everything else is decoded. PDF/A
// with one colour space for output knows no CMYK, so that becomes RGB.
func newRaster(i *gongwen.Image) (raster, error) {
	config, format, err := i.Config()
	if err != nil {
		return raster{}, err
	}
	if format == "jpeg" {
		if data, space, ok := plainJPEG(i.Data); ok {
			return raster{width: config.Width, height: config.Height, space: space, filter: "DCTDecode", data: data}, nil
		}
	}
	decoded, _, err := image.Decode(bytes.NewReader(i.Data))
	if err != nil {
		return raster{}, fmt.Errorf("%w：图片不完整：%w", gongwen.ErrBlock, err)
	}
	return flatten(decoded), nil
}

// flatten puts an image on white paper, as PDF/A-1 has nothing transparent, and compresses it.
func flatten(m image.Image) raster {
	size := m.Bounds().Size()
	r := raster{width: size.X, height: size.Y, space: "DeviceRGB", filter: "FlateDecode"}
	grey := isGrey(m)
	if grey {
		r.space = "DeviceGray"
	}
	var out bytes.Buffer
	z := zlib.NewWriter(&out)
	row := image.NewRGBA(image.Rect(0, 0, size.X, 1))
	line := make([]byte, 0, 3*size.X)
	for y := range size.Y {
		draw.Draw(row, row.Rect, image.White, image.Point{}, draw.Src)
		draw.Draw(row, row.Rect, m, m.Bounds().Min.Add(image.Pt(0, y)), draw.Over)
		line = line[:0]
		for x := 0; x < len(row.Pix); x += 4 {
			line = append(line, row.Pix[x])
			if !grey {
				line = append(line, row.Pix[x+1], row.Pix[x+2])
			}
		}
		z.Write(line) // into memory: no error
	}
	z.Close()
	r.data = out.Bytes()
	return r
}

// isGrey reports whether an image can have no colours.
func isGrey(m image.Image) bool {
	switch v := m.(type) {
	case *image.Gray, *image.Gray16:
		return true
	case *image.Paletted:
		for _, c := range v.Palette {
			n := color.NRGBAModel.Convert(c).(color.NRGBA)
			if n.R != n.G || n.G != n.B {
				return false
			}
		}
		return true
	}
	return false
}
