package akn_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/lawcorpus"
	"github.com/fazhi-go/fazhi/statute"
	"github.com/fazhi-go/fazhi/statute/akn"
)

func TestNoTextIsLost(t *testing.T) {
	for name, text := range invented() {
		require.Equal(t, unmarked(text), bare(said(t, write(t, text))), name)
	}
}

func TestNoTextOfTheCorpusIsLost(t *testing.T) {
	for path, text := range lawcorpus.Texts(t) {
		want, got := unmarked(text), bare(said(t, write(t, text)))
		if want != got {
			at := 0
			for at < min(len(want), len(got)) && want[at] == got[at] {
				at++
			}
			t.Errorf("%s: %q, not %q", filepath.Base(path), got[at:min(at+90, len(got))], want[at:min(at+90, len(want))])
		}
	}
}

func TestTheElementsOfATextAreThoseOfTheMapping(t *testing.T) {
	for name, text := range map[string]string{"measures": measures, "amending": amending} {
		path := filepath.Join("testdata", name+".xml")
		got := write(t, text)
		if *update {
			require.NoError(t, os.WriteFile(path, got, 0o666))
		}
		want, err := os.ReadFile(path)
		require.NoError(t, err)
		require.Equal(t, string(want), string(got))
	}
}

var update = flag.Bool("update", false, "write golden files")

// The schema asks for eIds that are unique; references lead to one of them, or to the document itself.
func TestIdentifiersAreUniqueAndLead(t *testing.T) {
	for name, text := range invented() {
		seen, wanted := map[string]bool{"": true}, map[string]bool{}
		for d := xml.NewDecoder(bytes.NewReader(write(t, text))); ; {
			token, err := d.Token()
			if err == io.EOF {
				break
			}
			require.NoError(t, err)
			start, _ := token.(xml.StartElement)
			for _, a := range start.Attr {
				switch {
				case a.Name.Local == "eId":
					require.False(t, seen[a.Value], "%s: %s", name, a.Value)
					require.NotContains(t, a.Value, " ")
					seen[a.Value] = true
				case strings.HasPrefix(a.Value, "#"):
					wanted[a.Value[1:]] = true
				}
			}
		}
		for id := range wanted {
			require.True(t, seen[id], "%s: %s", name, id)
		}
	}
}

func TestWhatIsWrongWithTheMetadataIsSaidTogether(t *testing.T) {
	text, _ := statute.Parse("", measures)
	err := akn.Write(io.Discard, text, akn.Meta{Country: "中国", Locality: "鲤", Slug: "a/b", Editor: akn.Organ{Name: "甲"}})
	require.ErrorIs(t, err, akn.ErrMeta)
	for _, field := range []string{"Country", "Locality", "Slug", "Organ.ID", "Editor.ID", "Dated"} {
		require.ErrorContains(t, err, "："+field+" ")
	}
	m := about()
	m.Editor.ID = m.Organ.ID
	require.ErrorContains(t, akn.Write(io.Discard, text, m), "Editor.ID 与 Organ.ID 相同")
}

type broken struct{}

var errFull = errors.New("full")

func (broken) Write([]byte) (int, error) { return 0, errFull }

func TestTheErrorOfTheWriterComesBack(t *testing.T) {
	text, _ := statute.Parse("", measures)
	require.ErrorIs(t, akn.Write(broken{}, text, about()), errFull)
}

// A tree that nobody parsed may have anything anywhere.
func TestAHandMadeTreeLosesNothing(t *testing.T) {
	const kinds = int(statute.Comment) + 1
	root := &statute.Node{Kind: statute.Whole}
	at, count := root, 0
	for i := range 4 * kinds {
		k := statute.Kind((i * 7) % kinds)
		if k == statute.Comment || k == statute.Whole {
			continue
		}
		count++
		n := &statute.Node{Kind: k, Text: "字"}
		at.Append(n)
		if i%5 != 0 {
			at = n
		} else {
			at = root
		}
	}
	var b bytes.Buffer
	require.NoError(t, akn.Write(&b, &statute.Text{Root: root}, about()))
	require.Equal(t, count, strings.Count(said(t, b.Bytes()), "字"))
}

func FuzzWrite(f *testing.F) {
	for _, text := range invented() {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = string([]rune(strings.NewReplacer("<!--", "", "|", "").Replace(text))) // bytes that are no text are U+FFFD
		require.Equal(t, bare(text), bare(said(t, write(t, text))))
	})
}
