package inspect_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/gongwentest"
)

// What our renderers write of documents of every form agrees with the standard, and is recognised for what it is.
func TestDocumentsOfEveryForm(t *testing.T) {
	for format, r := range renderers(t) {
		for name, k := range map[string]struct {
			doc  *gongwen.Document
			form string
		}{
			"report":   {gongwentest.Report(), "公文"},
			"elements": {gongwentest.Elements(), "公文"},
			"joint":    {gongwentest.Joint(), "公文"},
			"letter":   {gongwentest.Letter(), "信函"},
			"order":    {gongwentest.Order(), "命令"},
			"minutes":  {gongwentest.Minutes(), "纪要"},
		} {
			t.Run(string(format)+" "+name, func(t *testing.T) {
				c := rendered(t, r, k.doc)
				require.Empty(t, c.Findings)
				require.Equal(t, format, c.Format)
				require.Equal(t, k.form, c.Form)
			})
		}
	}
}
