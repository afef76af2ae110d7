package main

import (
	"bytes"
	"embed"

	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/table/xlsx"
)

//go:embed sample
var sampleFiles embed.FS

// The contracts of the sample ledgers, as JSON: sample writes them as workbooks.
//
//go:embed ledgers
var ledgerFiles embed.FS

// sampleBooks are the ledgers as workbooks.
func sampleBooks() ([]cli.File, error) {
	var books []cli.File
	for _, name := range []string{"合同台账", "上年合同台账"} {
		contracts, err := sampleLedger(name)
		if err != nil {
			return nil, err
		}
		sheets, err := contract.Sheets(contracts)
		if err != nil {
			return nil, err
		}
		var b bytes.Buffer
		if err := xlsx.Write(&b, sheets); err != nil {
			return nil, err
		}
		books = append(books, cli.File{Name: name + ".xlsx", Data: b.Bytes()})
	}
	return books, nil
}

// sampleLedger reads one of the built-in ledgers.
func sampleLedger(name string) ([]*contract.Contract, error) {
	file := "ledgers/" + name + ".json"
	data, err := ledgerFiles.ReadFile(file)
	if err != nil {
		return nil, err
	}
	list, err := cli.Strictly[[]*contract.Contract](file, "台账", data)
	if err != nil {
		return nil, err
	}
	return *list, nil
}
