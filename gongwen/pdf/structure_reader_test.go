package pdf_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// A node is an element of the structure, as it is read back, or a piece of its content.
type node struct {
	kind  string // "" for content
	attrs string // what is written in the element before its kids
	kids  []*node
	text  string
	image bool
	page  int
	link  int // number of the annotation, of a link
}

var (
	elementHead = regexp.MustCompile(`^<</S/(\w+)/P (\d+) 0 R(?:/Pg (\d+) 0 R)?(.*?)(?:/K\[(.*)\])?>>$`)
	kidPattern  = regexp.MustCompile(`<</Type/(MCR|OBJR)/Pg (\d+) 0 R/(?:MCID|Obj) (\d+)(?: 0 R)?>>|(\d+) 0 R|(\d+)`)
)

// structure reads the tree of elements and checks that every way leads back: from kids to parents, from marked content and
// links to their elements, and that no glyph or image is outside.
func (r *reading) structure(t *testing.T) *node {
	t.Helper()
	s := &structureReader{t: t, file: r, pages: map[int]int{}, owners: map[[2]int]int{}, links: map[int]int{}}
	for i, p := range r.pages {
		s.pages[p.object] = i
	}
	treeRoot := r.follow(t, r.catalog(t), "/StructTreeRoot ")
	top := s.element(r.follow(t, r.objects[treeRoot], "/K "), treeRoot)
	s.checkParents(r.objects[treeRoot])
	for i, p := range r.pages {
		for _, g := range p.glyphs {
			require.True(t, g.mark == -1 || g.mark >= 0 && s.owners[[2]int{i, g.mark}] > 0, "page %d: %s is not in the structure", i+1, g.text)
		}
		for _, m := range p.images {
			require.Positive(t, s.owners[[2]int{i, m.mark}])
		}
	}
	return top
}

func (r *reading) catalog(t *testing.T) string {
	t.Helper()
	for _, body := range r.objects {
		if strings.HasPrefix(body, "<</Type/Catalog") {
			return body
		}
	}
	require.Fail(t, "no catalogue")
	return ""
}

type structureReader struct {
	t      *testing.T
	file   *reading
	pages  map[int]int    // page objects
	owners map[[2]int]int // elements of marked content, by page and number
	links  map[int]int    // elements of annotations
}

func (s *structureReader) element(n, parent int) *node {
	m := elementHead.FindStringSubmatch(s.file.objects[n])
	require.NotNil(s.t, m, s.file.objects[n])
	require.Equal(s.t, parent, number(s.t, m[2]), "parent of %d", n)
	e := &node{kind: m[1], attrs: m[4]}
	for _, kid := range kidPattern.FindAllStringSubmatch(m[5], -1) {
		switch {
		case kid[4] != "":
			e.kids = append(e.kids, s.element(number(s.t, kid[4]), n))
		case kid[1] == "OBJR":
			s.links[number(s.t, kid[3])] = n
			e.kids = append(e.kids, &node{link: number(s.t, kid[3])})
		case kid[1] == "MCR":
			e.kids = append(e.kids, s.content(n, number(s.t, kid[2]), number(s.t, kid[3])))
		default:
			e.kids = append(e.kids, s.content(n, number(s.t, m[3]), number(s.t, kid[5])))
		}
	}
	return e
}

func (s *structureReader) content(element, pageObject, mark int) *node {
	page, ok := s.pages[pageObject]
	require.True(s.t, ok)
	key := [2]int{page, mark}
	require.Zero(s.t, s.owners[key], "content with two elements")
	s.owners[key] = element
	var b strings.Builder
	n := &node{page: page}
	for _, g := range s.file.pages[page].glyphs {
		if g.mark == mark {
			b.WriteString(g.text)
		}
	}
	for _, m := range s.file.pages[page].images {
		n.image = n.image || m.mark == mark
	}
	n.text = b.String()
	return n
}

// checkParents compares the way back with the tree.
func (s *structureReader) checkParents(treeRoot string) {
	nums := s.file.objects[s.file.follow(s.t, treeRoot, "/ParentTree ")]
	lines := strings.Split(strings.TrimSuffix(strings.TrimPrefix(nums, "<</Nums["), "]>>"), "\n")
	found := 0
	for i, p := range s.file.pages {
		for mark, m := range reference.FindAllStringSubmatch(lines[i], -1) {
			require.Equal(s.t, s.owners[[2]int{i, mark}], number(s.t, m[1]))
			found++
		}
		require.Contains(s.t, s.file.objects[p.object], fmt.Sprintf("/StructParents %d", i))
	}
	require.Len(s.t, s.owners, found)
	for annotation, element := range s.links {
		key := regexp.MustCompile(`/StructParent (\d+)`).FindStringSubmatch(s.file.objects[annotation])
		require.Equal(s.t, fmt.Sprintf("%s %d 0 R", key[1], element), lines[number(s.t, key[1])])
	}
}

// walk calls f for every node in reading order.
func (n *node) walk(f func(*node)) {
	f(n)
	for _, kid := range n.kids {
		kid.walk(f)
	}
}

// all returns the text of a node and all below it.
func (n *node) all() string {
	var b strings.Builder
	n.walk(func(n *node) { b.WriteString(n.text) })
	return b.String()
}

// outline writes the tree as indented lines, for people.
func (n *node) outline(b *strings.Builder, indent string) {
	switch {
	case n.link > 0:
		fmt.Fprintf(b, "%s[link]\n", indent)
	case n.kind == "" && n.image:
		fmt.Fprintf(b, "%s[image]\n", indent)
	case n.kind == "":
		fmt.Fprintf(b, "%s%d: %s\n", indent, n.page+1, n.text)
	default:
		fmt.Fprintf(b, "%s%s\n", indent, n.kind)
	}
	for _, kid := range n.kids {
		kid.outline(b, indent+"  ")
	}
}
