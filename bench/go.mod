module github.com/fazhi-go/fazhi/bench

go 1.26.0

replace github.com/fazhi-go/fazhi => ../

require (
	codeberg.org/go-pdf/fpdf v0.12.0
	github.com/fazhi-go/fazhi v0.0.0-00010101000000-000000000000
)

require (
	github.com/jung-kurt/gofpdf v1.16.2 // indirect
	github.com/yuin/goldmark v1.8.7 // indirect
	go.yaml.in/yaml/v3 v3.0.6 // indirect
)
