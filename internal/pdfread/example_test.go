package pdfread_test

import (
	"fmt"

	"github.com/fazhi-go/fazhi/internal/pdfread"
)

func ExampleOpen() {
	file, err := pdfread.Open(page("BT /F 12 Tf 72 40 Td (GB) Tj ET").bytes(root))
	if err != nil {
		fmt.Println(err)
		return
	}
	p, err := file.Page(0)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, g := range p.Glyphs {
		fmt.Printf("%s %.2f %.2f %s\n", g.Text, g.X, g.Y, g.Font.Name)
	}
	// Output:
	// G 72.00 60.00 Helvetica
	// B 81.34 60.00 Helvetica
}
