package gongwen

import (
	"bytes"
	"fmt"
	"image"
	_ "image/jpeg" // formats of Image
	_ "image/png"

	"github.com/fazhi-go/fazhi/internal/picture"
)

// An Image is a picture made of points: a PNG or JPEG file, of which what Plain leaves is written. It stands centred on lines of its own, Width wide and
// at most as large as the type area; with no Width its points are 1/150 inch. Alt says what it shows, for readers who
// cannot see it; Caption stands below it.
type Image struct {
	Data         []byte
	Width        Length
	Alt, Caption string
}

func (Image) block() {}

// Limits of an image, so that a small file cannot ask for much memory.
const (
	mostImageBytes  = 32 << 20
	mostImagePoints = 40_000_000
)

// Config returns the size of the picture in points and its format, "png" or "jpeg". The error wraps ErrBlock.
func (i Image) Config() (config image.Config, format string, err error) {
	if len(i.Data) > mostImageBytes {
		return image.Config{}, "", fmt.Errorf("%w：图片文件超过 %d MiB", ErrBlock, mostImageBytes>>20)
	}
	config, format, err = image.DecodeConfig(bytes.NewReader(i.Data))
	switch {
	case err != nil || format != "png" && format != "jpeg":
		return image.Config{}, "", fmt.Errorf("%w：图片不是 PNG 或 JPEG", ErrBlock)
	case config.Width <= 0 || config.Height <= 0 || config.Width*config.Height > mostImagePoints:
		return image.Config{}, "", fmt.Errorf("%w：图片大小不对", ErrBlock)
	}
	return config, format, nil
}

// Size returns the width and height at which the picture is set in a room, its proportions kept. Both are at least one.
func (i Image) Size(config image.Config, width, height Length) (w, h Length) {
	natural := int64(config.Width) * 72 * int64(Point) / 150
	if i.Width > 0 {
		natural = int64(i.Width)
	}
	w64 := min(natural, int64(width))
	h64 := w64 * int64(config.Height) / int64(config.Width)
	if h64 > int64(height) {
		h64 = int64(height)
		w64 = h64 * int64(config.Width) / int64(config.Height)
	}
	return Length(max(w64, 1)), Length(max(h64, 1))
}

// Plain returns the file without what does not show: where and with what it was taken, authors, comments, previews, what stands
// behind its end. Writers take this and not Data, because documents are published. The error wraps ErrBlock.
func (i Image) Plain() ([]byte, error) {
	plain, err := picture.Clean(i.Data)
	if err != nil {
		return nil, fmt.Errorf("%w：图片文件不完整", ErrBlock)
	}
	return plain, nil
}

func (i Image) check() error {
	if _, _, err := i.Config(); err != nil {
		return err
	}
	_, err := i.Plain()
	return err
}
