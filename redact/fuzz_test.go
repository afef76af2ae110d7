package redact

import (
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/ooxml"
)

// Masking a masked text changes nothing; places lie in the text, in order, and hold no mask alone.
func FuzzText(f *testing.F) {
	for _, s := range []string{
		"申请人：张三丰，男，住甲州市乙城区中山路12号3栋502室，电话139-0000-0000。", "身份证号：110105194912310021、卡号6222 0212 3456 7890 128",
		"（0595）22000000 a@b.cn 闽C12345 E12345678 微信wx_abc12", "当事人：张三、李四和买买提·艾力\n\t×××× 某甲 张某甲", "申 请 人： 张　三",
	} {
		f.Add(s, "张三丰", "甲州市")
	}
	f.Fuzz(func(t *testing.T, s, name, keep string) {
		r, err := New(Options{Context: true, Names: []fazhi.PersonName{fazhi.PersonName(name), "王小二"}, Keep: []string{keep}})
		if err != nil {
			require.ErrorIs(t, err, ErrOptions)
			return
		}
		masked, report := r.Text(s)
		end, length := 0, utf8.RuneCountInString(s)
		for _, p := range report.Places {
			require.GreaterOrEqual(t, p.Start, end)
			require.Positive(t, p.Length)
			end = p.Start + p.Length
		}
		require.LessOrEqual(t, end, length)
		if len(report.Places) == 0 && utf8.ValidString(s) {
			require.Equal(t, s, masked)
		}
		again, _ := r.Text(masked)
		require.Equal(t, masked, again)
		r.CheckText(s)
	})
}

// Whatever the file, there is an error or a file that opens.
func FuzzDOCX(f *testing.F) {
	f.Add(wpara(wr("申请人：张三") + wr("丰")))
	f.Add(wpara(`<w:ins>`+wr("甲")+`</w:ins><w:del>`+wr("乙")+`</w:del>`) + `<w:tbl><w:tr><w:tc>` + wpara(wr("13900000000")) + `</w:tc></w:tr></w:tbl>`)
	f.Add(`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>` + wr("甲") + `</w:p><w:p/>`)
	f.Fuzz(func(t *testing.T, body string) {
		r := masker(t, Options{Context: true})
		out, _, err := r.DOCX(wordFile(t, body))
		if err != nil {
			require.Nil(t, out)
			return
		}
		_, err = ooxml.Open(out)
		require.NoError(t, err)
	})
}
