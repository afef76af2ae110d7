package redact

import (
	"fmt"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/ooxml"
)

// CheckDOCX looks again at a Word file that is to be published, as Check does at a document: at its texts, and for parts,
// changes, comments and hidden text that should not be there. The error wraps ErrFile.
func (r *Redactor) CheckDOCX(data []byte) (fazhi.Issues, error) {
	f, err := r.openWord(data)
	if err == nil {
		err = f.choose()
	}
	c := checking{r: r}
	for _, part := range f.parts() {
		if err == nil {
			err = f.inspect(&c, part)
		}
	}
	if err != nil {
		return nil, fmt.Errorf("redact: %w：%w", ErrFile, err)
	}
	for _, p := range f.report.Places {
		c.report(CodeFile, fazhi.Error, p.Path, "文件中还有"+p.Kind.String())
	}
	for _, s := range f.texts() {
		c.text(s.path, s.label, s.text())
	}
	return c.issues, nil
}

// parts returns the parts that stay. It may be called on nil.
func (f *wordWork) parts() []string {
	if f == nil {
		return nil
	}
	return f.kept
}

// inspect reads a part as it is and reports what does not show in it.
func (f *wordWork) inspect(c *checking, part string) error {
	kind := f.pack.Type(part)
	if strings.HasPrefix(kind, "image/") {
		c.report(CodeImage, fazhi.Notice, fazhi.At(part), "图片的内容应当由人核对")
		return nil
	}
	if !strings.HasSuffix(kind, "xml") {
		return nil
	}
	tree, err := f.pack.Tree(part)
	if err != nil {
		return err
	}
	f.trees[part] = tree
	var found []Kind
	tree.Walk(func(n *ooxml.Node) bool {
		if kind := unseen(n); kind != "" && !slices.Contains(found, kind) {
			found = append(found, kind)
		}
		return true
	})
	for _, kind := range found {
		c.report(CodeFile, fazhi.Error, fazhi.At(part), "文件中还有"+kind.String())
	}
	return nil
}

// unseen says what an element is that does not show, "" of others.
func unseen(n *ooxml.Node) Kind {
	switch n.Name {
	case "w:ins", "w:del", "w:moveFrom", "w:moveTo":
		return Change
	case "w:commentReference":
		return Comment
	case "w:r":
		if on, _ := vanish(n.Child("w:rPr")); on {
			return Hidden
		}
	case "dc:creator", "cp:lastModifiedBy":
		if n.Content() != "" {
			return Property
		}
	}
	if n.Get("w:author") != "" {
		return Change
	}
	return ""
}
