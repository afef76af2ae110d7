// Package ooxml reads and rewrites the packages that Word, WPS and LibreOffice write (.docx; ISO/IEC 29500, part 2), as
// they come from outside: bounded in size and time, and without panic on any input.
//
//	p, err := ooxml.Open(data)
//	main, err := p.Main()            // "word/document.xml", found through the relations
//	tree, err := p.Tree(main)        // names are w:p, w:r, w:t whichever prefixes the file uses
//	err = p.Write(w, ooxml.Edit{Replace: …, Drop: …})
//
// Names of elements and attributes are made the same for the transitional and the strict namespaces. A tree is written
// back with the prefixes that it came with.
//
// The package knows no word of what the parts mean; gongwen/read does. It reads no encrypted files and none of Word 97.
package ooxml
