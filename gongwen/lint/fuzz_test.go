package lint_test

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/lint"
)

// Every fix is made at its place, and making fixes comes to an end.
func FuzzDocument(f *testing.F) {
	f.Add(clean)
	f.Add("（一）、近7万余份,共15～30%%...\n1、截止目前“甲\n[2025]第05号 2025-02-07 3、4个 《甲》、《乙》")
	f.Add("亲自部署亲自过问、亲自督办。占40%、35%、27%，合计3件 从60件增至236件增3.9倍")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		d := &gongwen.Document{Title: text, Body: []gongwen.Block{
			gongwen.Heading{Level: 1, Label: text, Text: []gongwen.Span{gongwen.Text(text)}},
			gongwen.Table{Header: [][]gongwen.Span{{gongwen.Text(text)}}},
		}}
		for line := range strings.Lines(text) {
			d.Body = append(d.Body, gongwen.Paragraph{Text: []gongwen.Span{gongwen.Text(strings.TrimSpace(line))}})
		}
		for range 20 + len(text) {
			found := lint.Document(d, lint.Options{})
			next := lint.Apply(d, found)
			if reflect.DeepEqual(d, next) {
				return
			}
			d = next
		}
		require.Fail(t, "the fixes do not come to an end")
	})
}
