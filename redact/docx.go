package redact

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/ooxml"
)

// ErrFile is returned, wrapped, for data that are no Word file (.docx), or one that is damaged or too large.
var ErrFile = errors.New("不能处理的 Word 文件")

// DOCX returns the public copy of a Word file (.docx, as Word, WPS and LibreOffice write it) and what was done. Texts are
// masked in the body, in tables, text boxes, headers, footers, notes and charts, also where a value is spread over several
// runs. Tracked changes are accepted; comments, hidden text, properties of people and machines, custom XML, marks of
// editing sessions, paths of templates, thumbnails, embedded objects, macros and signatures are taken out, and so is every
// part that nothing visible needs. Hyperlinks stay as text, with their address only if it is one of the web and holds
// nothing that is masked.
//
// Paths are the name of the part and the number of the text in it, "/word~1document.xml/12", counted after changes were
// accepted. PNG and JPEG images lose what does not show; other images stay as they are, and what any image shows is for a
// person to judge. The error wraps ErrSecret for a file in which a secrecy mark stands, else ErrFile.
func (r *Redactor) DOCX(data []byte) ([]byte, Report, error) {
	f, err := r.openWord(data)
	if err == nil {
		err = f.work()
	}
	var out bytes.Buffer
	if err == nil {
		err = f.pack.Write(&out, ooxml.Edit{Replace: f.replace, Drop: f.drop})
	}
	switch {
	case errors.Is(err, ErrSecret):
		return nil, Report{}, err
	case err != nil:
		return nil, Report{}, fmt.Errorf("redact: %w：%w", ErrFile, err)
	}
	return out.Bytes(), f.report, nil
}

// A wordWork is the work on one file.
type wordWork struct {
	*copying
	pack    *ooxml.Package
	kept    []string                   // parts that stay, the main part first
	gone    map[string]map[string]bool // ids of relations that are taken out, by the part that they lead from
	drop    []string
	replace map[string][]byte
	trees   map[string]*ooxml.Node
}

func (r *Redactor) openWord(data []byte) (*wordWork, error) {
	pack, err := ooxml.Open(data)
	if err != nil {
		return nil, err
	}
	return &wordWork{
		copying: r.start(), pack: pack,
		replace: map[string][]byte{}, trees: map[string]*ooxml.Node{}, gone: map[string]map[string]bool{},
	}, nil
}

// work does everything but write.
func (f *wordWork) work() error {
	if err := f.choose(); err != nil {
		return err
	}
	for _, part := range f.kept {
		if err := f.read(part); err != nil {
			return err
		}
	}
	f.clean()
	if err := f.maskTexts(); err != nil {
		return err
	}
	for _, part := range f.kept {
		if tree := f.trees[part]; tree != nil {
			f.replace[part] = tree.Markup()
		}
	}
	return nil
}

// read reads a part that stays: XML as a tree, images without what does not show.
func (f *wordWork) read(part string) error {
	kind := f.pack.Type(part)
	switch {
	case strings.HasSuffix(kind, "xml"):
		tree, err := f.pack.Tree(part)
		f.trees[part] = tree
		return err
	case kind == "image/png" || kind == "image/jpeg" || kind == "image/jpg":
		data, err := f.pack.Part(part)
		if err != nil {
			return err
		}
		f.replace[part], err = f.image(fazhi.At(part), data)
		return err
	}
	return nil
}

// clean takes out of the trees what does not show.
func (f *wordWork) clean() {
	hidden := f.hiddenStyles()
	for _, part := range f.kept {
		tree := f.trees[part]
		switch {
		case tree == nil:
		case tree.Name == "cp:coreProperties":
			f.core(part, tree)
		default:
			s := sweeper{wordWork: f, part: part, gone: f.gone[part], hidden: hidden, swept: swept(), opened: unwrapped()}
			s.node(tree, false)
			if s.marks > 0 {
				f.removed(fazhi.At(part), 0, RevisionMark)
			}
		}
	}
}

// core keeps of the properties the title, the subject and the language.
func (f *wordWork) core(part string, tree *ooxml.Node) {
	kept := tree.Nodes[:0]
	for _, n := range tree.Nodes {
		switch n.Name {
		case "dc:title", "dc:subject", "dc:language":
			kept = append(kept, n)
		case "":
		default:
			if n.Content() != "" {
				f.removed(fazhi.At(part, n.Name), len(n.Content()), Property)
			}
		}
	}
	tree.Nodes = kept
}
