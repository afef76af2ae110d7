package pdf

// A tree is the structure of a document (ISO 32000-1, 14.7): what is a heading, a paragraph, a cell, in reading order.
type tree struct {
	elements []element // the first is the whole document
	kids     []kid
	owners   []int // the elements of marked content, page by page in the order of its numbers
	pages    []int // where in owners each page begins
}

// An element is a piece of the structure.
type element struct {
	kind        kind
	parent      int
	first, last int    // 1 + index in kids
	count       int    // of kids
	page        int    // where its content begins; -1 if it has none of its own
	alt         string // of a figure: what stands for it
	box         box    // of a figure
}

// A kid is a part of an element: another element, marked content or a link annotation, as number says.
type kid struct {
	sort         kidSort
	page, number int
	next         int // 1 + index in kids
}

type kidSort uint8

const (
	childElement kidSort = iota
	markedContent
	annotation
)

// root is the index of the document's element.
const root = 0

func (t *tree) reset() {
	t.elements, t.kids, t.owners, t.pages = t.elements[:0], t.kids[:0], t.owners[:0], t.pages[:0]
	t.elements = append(t.elements, element{kind: kindDocument, page: -1})
}

// mostKids is how many kids an element gets before they are grouped: readers of PDF 1.4 need not take arrays of more than
// 8191 (PDF/A-1, 6.1.12).
const mostKids = 4000

// add adds an element at the end of another and returns its index.
func (t *tree) add(parent int, k kind) int {
	if t.elements[parent].count >= mostKids {
		parent = t.group(parent)
	}
	return t.attach(parent, k)
}

// group returns the last group of an element that is full; a new one if that is full too.
func (t *tree) group(parent int) int {
	e := &t.elements[parent]
	group := e.kind.group()
	if last := t.kids[e.last-1]; last.sort == childElement {
		if g := &t.elements[last.number]; g.kind == group && g.count < mostKids {
			return last.number
		}
	}
	return t.attach(parent, group)
}

func (t *tree) attach(parent int, k kind) int {
	t.elements = append(t.elements, element{kind: k, parent: parent, page: -1})
	t.link(parent, kid{sort: childElement, number: len(t.elements) - 1})
	return len(t.elements) - 1
}

func (t *tree) link(parent int, k kid) {
	t.kids = append(t.kids, k)
	e := &t.elements[parent]
	if e.last > 0 {
		t.kids[e.last-1].next = len(t.kids)
	} else {
		e.first = len(t.kids)
	}
	e.last = len(t.kids)
	e.count++
}

// beginPage says that marked content is on the next page from now on.
func (t *tree) beginPage() { t.pages = append(t.pages, len(t.owners)) }

// reserve returns the number of a piece of marked content whose element is not known yet.
func (t *tree) reserve() int {
	t.owners = append(t.owners, root)
	return len(t.owners) - 1 - t.pages[len(t.pages)-1]
}

// own gives a reserved piece of marked content on the current page to an element.
func (t *tree) own(parent, number int) {
	page := len(t.pages) - 1
	t.owners[t.pages[page]+number] = parent
	if e := &t.elements[parent]; e.page < 0 {
		e.page = page
	}
	t.link(parent, kid{markedContent, page, number, 0})
}

// content returns the number of a new piece of marked content of an element.
func (t *tree) content(parent int) int {
	n := t.reserve()
	t.own(parent, n)
	return n
}

// annotate adds a link annotation on the current page to an element.
func (t *tree) annotate(parent, number int) {
	t.link(parent, kid{annotation, len(t.pages) - 1, number, 0})
}
