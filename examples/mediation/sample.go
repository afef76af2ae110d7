package main

import (
	"bytes"
	"embed"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/mediation/dispute"
	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/table/xlsx"
)

//go:embed sample
var sampleFiles embed.FS

// The disputes of the sample ledger, as JSON: sample writes them as a workbook.
//
//go:embed ledgers
var ledgerFiles embed.FS

// sampleBooks are the ledger as a workbook, and that of two years as CSV.
func sampleBooks() ([]cli.File, error) {
	disputes, err := sampleLedger()
	if err != nil {
		return nil, err
	}
	sheets, err := dispute.Sheets(disputes)
	if err != nil {
		return nil, err
	}
	var workbook, years bytes.Buffer
	if err := xlsx.Write(&workbook, sheets); err != nil {
		return nil, err
	}
	sheet, err := table.SheetOf(mediation.Sheet, twoYears())
	if err != nil {
		return nil, err
	}
	err = table.WriteCSV(&years, sheet)
	return []cli.File{{Name: "人民调解台账.xlsx", Data: workbook.Bytes()}, {Name: "年度台账.csv", Data: years.Bytes()}}, err
}

// sampleLedger reads the built-in ledger.
func sampleLedger() ([]*dispute.Dispute, error) {
	const file = "ledgers/人民调解台账.json"
	data, err := ledgerFiles.ReadFile(file)
	if err != nil {
		return nil, err
	}
	list, err := cli.Strictly[[]*dispute.Dispute](file, "台账", data)
	if err != nil {
		return nil, err
	}
	return *list, nil
}
