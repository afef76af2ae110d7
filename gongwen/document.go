package gongwen

import (
	"cmp"
	"io"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi"
)

// A Document is one official document (公文). The zero value is an empty page.
//
// Clause numbers in this package are those of GB/T 9704-2012《党政机关公文格式》.
type Document struct {
	Format      Format
	Head        Head
	Title       string   // 标题 (7.3.1): issuer, subject and kind of document
	TitleLines  []string // the title broken by hand; empty: broken in 梯形 or 菱形 at word boundaries
	To          string   // 主送机关 (7.3.2) without the colon: "区委、区政府"
	Body        []Block
	Rolls       []Roll // 出席、请假、列席 of minutes (10.3)
	Attachments []Attachment
	Sign        Signature
	Note        string // 附注 (7.3.6) without brackets: "此件主动公开"
	Imprint     Imprint
	Props       Props
	Files       []File // travel inside a PDF or OFD file; in other formats each is left out with an issue
}

// Format is one of the forms that the standard gives to documents.
type Format uint8

// The forms. The zero value is the general one.
const (
	General Format = iota // 一般公文 (7)
	Letter                // 信函 (10.1)
	Order                 // 命令（令） (10.2)
	Minutes               // 纪要 (10.3)
)

// A Head is what stands above the red line (版头, 7.2). The zero value leaves the whole head out, as web copies do.
type Head struct {
	Copy    string       // 份号 (7.2.1): six digits
	Secrecy string       // 密级和保密期限 (7.2.2): "机密★1年"
	Urgency string       // 紧急程度 (7.2.3): "特急" or "加急"
	Mark    string       // 发文机关标志 (7.2.4): "泉州市鲤城区司法局文件", of an order "泉州市人民政府令"
	Joint   []string     // names of the organs of a joint document (联合行文), the leading one first; Mark is then "文件" or empty
	Number  fazhi.Number // 发文字号 (7.2.5)
	Serial  string       // 令号 of an order, 期号 of minutes: "第5号"; printed as it is
	Signers []string     // 签发人 (7.2.6) of a report to a higher organ (上行文)
}

// IsZero reports whether there is no head.
func (h *Head) IsZero() bool {
	return h.Copy == "" && h.Secrecy == "" && h.Urgency == "" && h.Mark == "" && len(h.Joint) == 0 &&
		h.Number == (fazhi.Number{}) && h.Serial == "" && len(h.Signers) == 0
}

// A Roll is a list of people at a meeting (10.3). Label is "出席", "请假" or "列席".
type Roll struct {
	Label string
	Names []string
}

// A Signature names the issuing organs and the date (署名、成文日期, 7.3.5). With Seal the date keeps four characters
// from the right edge and the organ is centred on it, so that the seal covers both; without, the organ keeps two. With
// Signatories there are no organs: their posts stand on the left, with room for their stamps (签名章, 7.3.5.3).
type Signature struct {
	Organs      []string
	Signatories []Signatory
	Date        fazhi.Date
	Seal        bool
}

// A Signatory signs an order or another document with a stamp. An empty name leaves room for the stamp; a name is printed
// in its place.
type Signatory struct{ Post, Name string }

// An Attachment (附件, 7.3.7) starts on a page of its own; its title is listed after the body (附件说明, 7.3.4). One that is
// Apart is not bound together with the document, so it bears the document's number before 附件.
type Attachment struct {
	Title string
	Body  []Block
	Apart bool
}

// CodeFiles is the code of an issue: the format that was written cannot take a file along.
const CodeFiles fazhi.Code = "gongwen/files/left-out"

// A File is a file that travels inside the document: the workbook from which its figures come.
type File struct {
	Name string // "figures.xlsx"
	MIME string // media type; "application/octet-stream" if empty
	Doc  string // what it holds
	Data []byte
}

// BaseName returns the name without folders, which a reader of the document might save it into: "file1" for the first file if
// that leaves nothing. n counts from 1.
func (f File) BaseName(n int) string {
	return cmp.Or(f.Name[strings.LastIndexAny(f.Name, `/\`)+1:], "file"+strconv.Itoa(n))
}

// An Imprint (版记, 7.4) stands at the foot of the last page. The zero value leaves it out.
type Imprint struct {
	CopyTo  []string   // 抄送机关
	Printer string     // 印发机关
	Printed fazhi.Date // 印发日期
}

// IsZero reports whether there is no imprint.
func (i *Imprint) IsZero() bool { return len(i.CopyTo) == 0 && i.Printer == "" && i.Printed.IsZero() }

// Props are the properties of the file, not of the page. Nothing else about its maker is written.
type Props struct {
	Subject  string     // what it is about
	Issuer   string     // 发布机构
	Index    string     // 索引号
	Created  fazhi.Date // 生成日期; the date of signature if zero
	Keywords []string

	Disclosure string // 公开属性: "主动公开", "依申请公开", "不予公开"
}

// A Renderer writes a document in one format.
//
// Render writes the whole file or returns an error. The same document gives the same bytes. Characters that no font
// has are drawn as a visible box and reported as issues; they are never dropped. Render does not change the document,
// does not panic on any document, and may be called from several goroutines at once. A block or span that it does not
// know is an error that wraps ErrBlock.
type Renderer interface {
	Render(w io.Writer, d *Document) (fazhi.Issues, error)
}
