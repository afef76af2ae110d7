package gongwen_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
)

// What a form has no place for is said, never lost in silence; what it has one for stays.
func TestPlaced(t *testing.T) {
	number := fazhi.Number{Issuer: "泉源司", Year: 2025, Seq: 1}
	d := &gongwen.Document{
		Format: gongwen.Letter, Head: gongwen.Head{Signers: []string{"甲"}, Number: number, Serial: "第1号"},
		Sign:    gongwen.Signature{Organs: []string{"局"}, Signatories: []gongwen.Signatory{{Post: "局长"}}},
		Imprint: gongwen.Imprint{CopyTo: []string{"乙"}, Printer: "丙", Printed: fazhi.DateOf(2025, 1, 2)},
	}
	placed, issues := d.Placed()
	var paths []fazhi.Path
	for _, i := range issues {
		paths = append(paths, i.Path)
	}
	require.Equal(t, []fazhi.Path{"/head/signers", "/imprint/printer", "/sign/organs", "/head/number"}, paths)
	require.Equal(t, gongwen.Imprint{CopyTo: []string{"乙"}}, placed.Imprint)
	require.Empty(t, placed.Head.Signers)
	require.Empty(t, placed.Sign.Organs)
	require.Equal(t, []string{"甲"}, d.Head.Signers, "the document is not changed")

	d = &gongwen.Document{Head: gongwen.Head{Signers: []string{"甲"}, Number: number}, Imprint: gongwen.Imprint{Printer: "丙"}}
	placed, issues = d.Placed()
	require.Same(t, d, placed)
	require.Empty(t, issues)
}
