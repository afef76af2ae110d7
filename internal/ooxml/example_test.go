package ooxml_test

import (
	"archive/zip"
	"bytes"
	"fmt"

	"github.com/fazhi-go/fazhi/internal/ooxml"
)

// The text of the first paragraph of a file.
func Example() {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range files() {
		if w, err := z.Create(f.name); err == nil {
			_, _ = w.Write([]byte(f.content))
		}
	}
	_ = z.Close()
	p, err := ooxml.Open(b.Bytes())
	if err != nil {
		fmt.Println(err)
		return
	}
	main, _ := p.Main()
	root, _ := p.Tree(main)
	fmt.Printf("%s: %q\n", main, root.Child("w:body", "w:p").Content())
	// Output:
	// word/document.xml: " 甲&乙 "
}
