package docx_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/docx"
	"github.com/fazhi-go/fazhi/gongwen/fonts/fangsong"
	"github.com/fazhi-go/fazhi/gongwen/fonts/hei"
	"github.com/fazhi-go/fazhi/gongwen/fonts/kai"
	"github.com/fazhi-go/fazhi/gongwen/fonts/latin"
	"github.com/fazhi-go/fazhi/gongwen/fonts/latinbold"
	"github.com/fazhi-go/fazhi/gongwen/fonts/song"
	"github.com/fazhi-go/fazhi/gongwen/fonts/songbold"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// fontSet reads the embedded fonts under the names that clerks' machines know.
func fontSet() (*layout.Fonts, error) {
	return layout.NewFonts([]layout.FontFile{
		{Face: gongwen.FangSong, Name: "仿宋_GB2312", Data: fangsong.TTF()},
		{Face: gongwen.Kai, Name: "楷体_GB2312", Data: kai.TTF()},
		{Face: gongwen.Hei, Name: "黑体", Data: hei.TTF()},
		{Face: gongwen.Song, Name: "宋体", Data: song.TTF()},
		{Face: gongwen.XiaoBiaoSong, Name: "方正小标宋简体", Data: songbold.TTF()},
		{Face: gongwen.Latin, Name: "Times New Roman", Data: latin.TTF()},
		{Face: gongwen.LatinBold, Name: "Times New Roman", Data: latinbold.TTF()},
	})
}

func renderer(t testing.TB) *docx.Renderer {
	t.Helper()
	fonts, err := fontSet()
	require.NoError(t, err)
	r, err := docx.New(gongwen.GB9704(), fonts)
	require.NoError(t, err)
	return r
}

func render(t testing.TB, r *docx.Renderer, d *gongwen.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	_, err := r.Render(&b, d)
	require.NoError(t, err)
	return b.Bytes()
}

// partsOf unpacks a file.
func partsOf(file []byte) (map[string][]byte, error) {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, err
	}
	out := make(map[string][]byte)
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		if out[f.Name], err = io.ReadAll(r); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func partOf(t testing.TB, file []byte, name string) string {
	t.Helper()
	parts, err := partsOf(file)
	require.NoError(t, err)
	require.Contains(t, parts, name)
	return string(parts[name])
}

// textOf returns the text of a file as Word reads it, with a line feed after each paragraph.
func textOf(file []byte) (string, error) {
	parts, err := partsOf(file)
	if err != nil {
		return "", err
	}
	return plainText(reading(parts["word/document.xml"], word))
}

// A reader of a file knows the newer namespaces, as Word does, or takes what is there for those who do not.
const (
	word        = "$1"
	libreOffice = "$2"
)

var alternate = regexp.MustCompile(`<mc:AlternateContent><mc:Choice Requires="wp14">(.*?)</mc:Choice><mc:Fallback>(.*?)</mc:Fallback></mc:AlternateContent>`)

// reading returns XML as a reader sees it.
func reading(content []byte, reader string) []byte {
	return bytes.Replace(alternate.ReplaceAll(content, []byte(reader)), []byte(` mc:Ignorable="wp14"`), nil, 1)
}

func plainText(content []byte) (string, error) {
	var b strings.Builder
	inText := false
	d := xml.NewDecoder(bytes.NewReader(content))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return b.String(), nil
		}
		if err != nil {
			return "", err
		}
		switch v := token.(type) {
		case xml.StartElement:
			inText = v.Name.Local == "t"
			if v.Name.Local == "tab" {
				b.WriteByte('\t')
			}
		case xml.EndElement:
			inText = false
			if v.Name.Local == "p" {
				b.WriteByte('\n')
			}
		case xml.CharData:
			if inText {
				b.Write(v)
			}
		}
	}
}

func text(s string) []gongwen.Span { return []gongwen.Span{gongwen.Text(s)} }

// statistics is invented running text as reports have it: numbers, quotation marks, brackets, long names.
func statistics() *gongwen.Document {
	return manyParagraphs([]string{
		"2024年，泉源区司法局认真履行推进法治建设主体职责，将法治政府建设摆在重要位置，全年审查政府合同25份、行政规范性文件12件，切实当好参谋助手。",
		"深化“一街一品”调解品牌建设，依托“点对点”“面对面”服务模式，把矛盾纠纷化解在基层、化解在萌芽状态，共调处矛盾纠纷4155件，涉及金额约2573.4万元。",
		"落实《关于加强行政执法监督工作的若干意见（试行）》，对17个部门的315件案卷开展“双评”，制发《行政执法监督意见书》，督促有关单位逐项整改到位（含上年度结转事项）。",
		"健全行政复议案件审理机制，坚持“调解优先、调判结合”，办案质量和效率进一步提升，纠错率为11.94%，同比下降2.1个百分点，实质性化解行政争议的作用得到有效发挥。",
		"组织开展“法律进乡村、进社区、进校园”等法治宣传教育活动639场次，发放普法资料1600余份，利用户外LED屏滚动播放标语，营造全社会尊法学法守法用法的浓厚氛围。",
		"推动企业合规“体检”——走访重点企业，听取意见建议；开展“1+X”专项监督行动……形成“发现—交办—整改—反馈”的闭环，相关做法在2021—2024年连续四年获市级刊物刊载。",
	})
}

// manyParagraphs makes thirty-one paragraphs of sentences, each begun at another character.
func manyParagraphs(sentences []string) *gongwen.Document {
	d := &gongwen.Document{
		Title: "泉州市泉源区司法局关于2024年度法治政府建设情况的报告",
		To:    "区委、区政府",
		Sign:  gongwen.Signature{Organs: []string{"泉州市泉源区司法局"}},
		Note:  "此件主动公开",
		Head:  gongwen.Head{Mark: "泉州市泉源区司法局文件", Signers: []string{"甲某某"}},
	}
	for i := range 31 {
		if i%6 == 0 {
			d.Body = append(d.Body, gongwen.Heading{Level: 1 + i/6%2, Text: text("主要工作情况")})
		}
		s := sentences[i%len(sentences)] + sentences[(i*5+1)%len(sentences)]
		if i%3 == 0 {
			d.Body = append(d.Body, gongwen.Heading{Level: 3, Text: text("持续健全工作机制。"), RunIn: true})
		}
		d.Body = append(d.Body, gongwen.Paragraph{Text: text(string([]rune(s)[i%17:]))})
	}
	d.Body = gongwen.NumberHeadings(d.Body)
	return d
}
