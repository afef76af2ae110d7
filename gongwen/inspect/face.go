package inspect

import (
	"strings"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi/gongwen"
)

// faceNames says what face a font is whose name holds one of the words; the first that fits counts. Words are in lower
// case, as fonts are called in Chinese and in pinyin, and as some programs write Chinese names in PDF, in GBK. A bold 宋体
// is the usual stand-in for 小标宋, which is not free.
func faceNames() []struct {
	face  gongwen.Face
	words []string
} {
	return []struct {
		face  gongwen.Face
		words []string
	}{
		{gongwen.XiaoBiaoSong, []string{"小标宋", "xiaobiaosong", "fzxbs", "biaosong", "songti-bold", "song-bold", "songbold",
			"song bold", "serifcjk-bold", "serif cjk sc bold", "serifsc-bold", "\xd0\xa1\xb1\xea\xcb\xce"}},
		{gongwen.FangSong, []string{"仿宋", "fangsong", "stfs", "fzfs", "\xb7\xc2\xcb\xce"}},
		{gongwen.Kai, []string{"楷", "kai", "fzkt", "\xbf\xac"}},
		{gongwen.Hei, []string{"黑体", "simhei", "hei", "fzht", "sanscjk", "sans cjk", "\xba\xda\xcc\xe5"}},
		{gongwen.Song, []string{"宋体", "simsun", "fzss", "song", "serifcjk", "serif cjk", "\xcb\xce\xcc\xe5"}},
		{gongwen.LatinBold, []string{"latin-bold", "times-bold", "timesnewroman-bold", "timesnewromanps-bold"}},
		{gongwen.Latin, []string{"latin", "times", "arial", "calibri", "cambria", "helvetica", "courier", "liberation", "dejavu"}},
	}
}

// faceOf returns the face that a font plays by its name, and whether the name says so.
func faceOf(font string) (gongwen.Face, bool) {
	lower := strings.ToLower(font)
	if !utf8.ValidString(font) {
		lower = font // GBK: letters of half a character must stay
	}
	for _, f := range faceNames() {
		for _, word := range f.words {
			if strings.Contains(lower, word) {
				return f.face, true
			}
		}
	}
	return 0, false
}

// faceName returns how clerks call a face.
func faceName(f gongwen.Face) string {
	switch f {
	case gongwen.FangSong:
		return "仿宋体"
	case gongwen.XiaoBiaoSong:
		return "小标宋体"
	case gongwen.Hei:
		return "黑体"
	case gongwen.Kai:
		return "楷体"
	case gongwen.Song:
		return "宋体"
	}
	return "西文字体"
}

// readable returns a font's name for a certificate; one in another encoding than UTF-8 by its face.
func readable(font string) string {
	if utf8.ValidString(font) {
		return font
	}
	if face, ok := faceOf(font); ok {
		return faceName(face)
	}
	return "名称无法辨认的字体"
}
