package svg_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/svg"
)

var update = flag.Bool("update", false, "write golden files")

// sample has every kind of part and every face.
func sample() *gongwen.Drawing {
	red, blue := gongwen.RGB(0xB0, 0x1E, 0x23), gongwen.RGB(0x1F, 0x4E, 0x79)
	d := &gongwen.Drawing{
		Width: 120 * gongwen.Point, Height: 80500, Caption: "图 1　收案", Alt: "柱形图。2024年收到 <111> 件 & 审结 67 件。",
		Shapes: []gongwen.Shape{
			gongwen.Path{Steps: gongwen.Rect(0, 0, 120*gongwen.Point, 80500), Fill: gongwen.RGB(255, 255, 255)},
			gongwen.Path{Steps: gongwen.Rect(10*gongwen.Point, 20250, 30*gongwen.Point, 40*gongwen.Point), Fill: red, Stroke: blue, Thickness: 750},
			gongwen.Path{Steps: []gongwen.Step{
				{Op: gongwen.Move, To: gongwen.Spot{X: -5, Y: 1}},
				{Op: gongwen.Curve, C1: gongwen.Spot{X: 1000, Y: 2000}, C2: gongwen.Spot{X: 3000, Y: 2000}, To: gongwen.Spot{X: 4000, Y: 1010}},
			}, Stroke: blue, Thickness: 500},
		},
	}
	for i, f := range gongwen.Faces() {
		d.Shapes = append(d.Shapes, gongwen.Label{Text: "件2024", At: gongwen.Spot{X: 60 * gongwen.Point, Y: gongwen.Length(10+10*i) * gongwen.Point},
			Size: 9 * gongwen.Point, Face: f, Anchor: gongwen.Anchor(i % 3), Ink: gongwen.Ink{On: i%2 == 1, R: 9}})
	}
	return d
}

func TestGolden(t *testing.T) {
	var got bytes.Buffer
	require.NoError(t, svg.Write(&got, sample()))
	const name = "testdata/sample.svg"
	if *update {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(name, got.Bytes(), 0o644))
	}
	want, err := os.ReadFile(name)
	require.NoError(t, err)
	require.Equal(t, string(want), got.String())
}

func TestNames(t *testing.T) {
	for _, c := range []struct{ caption, alt, want string }{
		{"收案", "共 3 件。", `aria-labelledby="f1-title f1-desc"><title id="f1-title">收案</title><desc id="f1-desc">共 3 件。</desc>`},
		{"", "柱形图。共 3 件。", `aria-labelledby="f1-title f1-desc"><title id="f1-title">柱形图。</title><desc id="f1-desc">共 3 件。</desc>`},
		{"", "柱形图", `aria-labelledby="f1-title"><title id="f1-title">柱形图</title>`},
		{"收案", "", `aria-labelledby="f1-title"><title id="f1-title">收案</title>`},
		{"", "", `aria-labelledby="f1-title"><title id="f1-title">图</title>`},
	} {
		d := gongwen.Drawing{Width: 1000, Height: 1000, Caption: c.caption, Alt: c.alt}
		got := strings.ReplaceAll(string(svg.Append(nil, &d, "f1")), "\n", "")
		require.Contains(t, got, c.want)
		require.Contains(t, got, `role="img"`)
	}
}

func TestAppendKeepsWhatIsThere(t *testing.T) {
	got := svg.Append([]byte("<p>"), sample(), "a")
	require.True(t, bytes.HasPrefix(got, []byte("<p><svg ")))
	require.True(t, bytes.HasSuffix(got, []byte("</svg>")))
	require.Equal(t, svg.Append(nil, sample(), "a"), got[3:])
}

func TestWhatCannotBeDrawnIsLeftOut(t *testing.T) {
	d := gongwen.Drawing{Width: -5, Height: math.MinInt32, Shapes: []gongwen.Shape{
		nil, gongwen.Path{}, gongwen.Label{Text: "无"}, gongwen.Path{Steps: gongwen.Rect(0, 0, 1, 1)},
		gongwen.Path{Steps: gongwen.Rect(0, 0, 1, 1), Stroke: gongwen.RGB(0, 0, 0)},
		gongwen.Path{Steps: []gongwen.Step{{Op: 9}}, Fill: gongwen.RGB(0, 0, 0)},
	}}
	got := string(svg.Append(nil, &d, "a"))
	require.Contains(t, got, `viewBox="0 0 0 0"`)
	require.Contains(t, got, `<path fill="#000000" d=""/>`)
	require.Equal(t, 1, strings.Count(got, "<path"))
	require.NotContains(t, got, "<text")
	require.Equal(t, svg.Append(nil, &gongwen.Drawing{}, "a"), svg.Append(nil, nil, "a"))
}

func TestBlanksStay(t *testing.T) {
	label := func(text string) string {
		return string(svg.Append(nil, &gongwen.Drawing{Shapes: []gongwen.Shape{gongwen.Label{Text: text, Size: 1000}}}, ""))
	}
	require.Contains(t, label("a  b"), `xml:space="preserve">a  b<`)
	require.Contains(t, label(" a"), `xml:space="preserve"> a<`)
	require.NotContains(t, label("a b"), "xml:space")
}

func TestTheRoomOfATextIsThatOfTimes(t *testing.T) {
	for _, c := range []struct {
		text string
		face gongwen.Face
		want string // thousandths of the size
	}{
		{"2024年", gongwen.FangSong, `textLength="30" lengthAdjust="spacingAndGlyphs"`},
		{"a%", gongwen.Hei, `textLength="12.77"`},
		{"a%", gongwen.XiaoBiaoSong, `textLength="15"`},
		{"a%", gongwen.LatinBold, `textLength="15"`},
		{"2024年", gongwen.Song, ""}, // whose digits are others
		{"法治政府", gongwen.Hei, ""},
		{"“2024年”", gongwen.Hei, ""},
		{"2024\u3099", gongwen.Hei, ""}, // a mark that stands above what is before it
	} {
		d := gongwen.Drawing{Shapes: []gongwen.Shape{gongwen.Label{Text: c.text, Size: 10 * gongwen.Point, Face: c.face}}}
		got := string(svg.Append(nil, &d, "a"))
		require.Contains(t, got, c.want)
		require.Equal(t, c.want != "", strings.Contains(got, "textLength"), c.text)
	}
}

// A broken writer takes nothing.
type broken struct{}

var errBroken = errors.New("no room")

func (broken) Write([]byte) (int, error) { return 0, errBroken }

func TestWriteSaysWhatWentWrong(t *testing.T) {
	err := svg.Write(broken{}, sample())
	require.ErrorIs(t, err, errBroken)
	require.ErrorContains(t, err, "svg: ")
}

// requireXML reads a document to its end and returns the texts of its labels.
func requireXML(t *testing.T, b []byte) []string {
	t.Helper()
	var texts []string
	depth, inText := 0, false
	for d := xml.NewDecoder(bytes.NewReader(b)); ; {
		token, err := d.Token()
		if err == io.EOF {
			require.Zero(t, depth)
			return texts
		}
		require.NoError(t, err, "%s", b)
		switch v := token.(type) {
		case xml.StartElement:
			depth++
			if inText = v.Name.Local == "text"; inText {
				texts = append(texts, "")
			}
		case xml.EndElement:
			depth, inText = depth-1, false
		case xml.CharData:
			if inText {
				texts[len(texts)-1] += string(v)
			}
		}
	}
}

func FuzzAppend(f *testing.F) {
	f.Add("图", "说明。", "a", "字", int32(1000), int32(-1), byte(1), byte(2))
	f.Add("<>&\"'\x00\ufffe", "]]>", "\" onload=\"x", "</text>\xff", int32(math.MinInt32), int32(math.MaxInt32), byte(200), byte(77))
	f.Fuzz(func(t *testing.T, caption, alt, id, text string, x, y int32, op, face byte) {
		p, q := gongwen.Length(x), gongwen.Length(y)
		spot := gongwen.Spot{X: p, Y: q}
		d := gongwen.Drawing{Width: p, Height: q, Caption: caption, Alt: alt, Shapes: []gongwen.Shape{
			gongwen.Path{Steps: []gongwen.Step{{Op: gongwen.Op(op), To: spot, C1: spot, C2: spot}}, Fill: gongwen.Ink{On: true}, Stroke: gongwen.Ink{On: true}, Thickness: q},
			gongwen.Label{Text: text, At: spot, Size: p, Face: gongwen.Face(face), Anchor: gongwen.Anchor(op)},
		}}
		got := svg.Append(nil, &d, id)
		texts := requireXML(t, got)
		if x > 0 && text != "" {
			require.Len(t, texts, 1)
		} else {
			require.Empty(t, texts)
		}
		require.Equal(t, got, svg.Append(nil, &d, id))
	})
}
