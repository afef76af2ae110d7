package fonts

import (
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/fonts/fangsong"
	"github.com/fazhi-go/fazhi/gongwen/fonts/hei"
	"github.com/fazhi-go/fazhi/gongwen/fonts/kai"
	"github.com/fazhi-go/fazhi/gongwen/fonts/latin"
	"github.com/fazhi-go/fazhi/gongwen/fonts/latinbold"
	"github.com/fazhi-go/fazhi/gongwen/fonts/song"
	"github.com/fazhi-go/fazhi/gongwen/fonts/songbold"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// Files returns the embedded fonts, each for the face that it plays and under the name by which word processors know that
// face. Whoever has fonts of his own puts them before these: the first file of a face is asked first.
func Files() []layout.FontFile {
	return []layout.FontFile{
		{Face: gongwen.FangSong, Name: "仿宋_GB2312", Data: fangsong.TTF()},
		{Face: gongwen.XiaoBiaoSong, Name: "方正小标宋简体", Data: songbold.TTF()},
		{Face: gongwen.Hei, Name: "黑体", Data: hei.TTF()},
		{Face: gongwen.Kai, Name: "楷体_GB2312", Data: kai.TTF()},
		{Face: gongwen.Song, Name: "宋体", Data: song.TTF()},
		{Face: gongwen.Latin, Name: "Times New Roman", Data: latin.TTF()},
		{Face: gongwen.LatinBold, Name: "Times New Roman", Data: latinbold.TTF()},
	}
}

// Embedded reads the embedded fonts. It takes some milliseconds: call it once and keep the result.
func Embedded() (*layout.Fonts, error) { return layout.NewFonts(Files()) }
