package ofd

import (
	"strconv"

	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// pageName returns the name of the part of a page, in the folder of the document.
func pageName(index int) string { return "Pages/Page_" + strconv.Itoa(index) + "/Content.xml" }

// writePage writes the content of a page: rules, then lines and pictures in reading order.
func (k *work) writePage(page *layout.Page) error {
	k.begin("Page", "><ofd:Content><ofd:Layer")
	k.addInt("ID", k.nextID())
	k.add(">")
	for i := range page.Rules {
		k.writeRule(&page.Rules[i])
	}
	next := 0
	for i := range page.Lines {
		for ; next < len(page.Pictures) && page.Pictures[next].Before <= i; next++ {
			k.writePicture(&page.Pictures[next])
		}
		k.writeLine(&page.Lines[i])
	}
	for ; next < len(page.Pictures); next++ {
		k.writePicture(&page.Pictures[next])
	}
	k.add("</ofd:Layer></ofd:Content></ofd:Page>")
	return k.zip.addXML(folder+pageName(k.page), k.xml)
}

func (k *work) writeLine(line *layout.Line) {
	k.tags.enter(lineTag(line))
	for i := range line.Runs {
		k.writeRun(line, &line.Runs[i])
	}
	k.tags.leave()
}

// tagged returns an identifier for an object of the line or picture that is being written.
func (k *work) tagged() int {
	id := k.nextID()
	k.tags.add(object{page: k.pageID(k.page), id: id})
	return id
}
