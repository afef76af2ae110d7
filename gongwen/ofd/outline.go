package ofd

import (
	"strconv"

	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// addOutline appends the headings (大纲), each inside the one above it, so that no level is skipped.
func (k *work) addOutline() {
	if len(k.pages.Outline) == 0 {
		return
	}
	k.add("<ofd:Outlines>")
	var open []int // levels of the entries that are not closed yet
	for i := range k.pages.Outline {
		e := &k.pages.Outline[i]
		for ; len(open) > 0 && open[len(open)-1] >= e.Level; open = open[:len(open)-1] {
			k.add("</ofd:OutlineElem>")
		}
		open = append(open, e.Level)
		k.add("<ofd:OutlineElem")
		k.addAttr("Title", e.Text)
		k.add(">")
		k.addGoto(e)
	}
	for range open {
		k.add("</ofd:OutlineElem>")
	}
	k.add("</ofd:Outlines>")
}

// addGoto appends the action that leads to a heading, keeping the size of the view.
func (k *work) addGoto(e *layout.Entry) {
	k.add(`<ofd:Actions><ofd:Action Event="CLICK"><ofd:Goto><ofd:Dest Type="XYZ" PageID="`)
	k.xml = strconv.AppendInt(k.xml, int64(k.pageID(e.Page)), 10)
	k.add(`" Left="0" Top="`)
	k.xml = appendMM(k.xml, e.Y)
	k.add(`" Zoom="0"/></ofd:Goto></ofd:Action></ofd:Actions>`)
}
