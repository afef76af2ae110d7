package ocds_test

import (
	"bytes"
	"fmt"
	"os"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/contract/ocds"
)

// A contract that was signed and paid is published as two releases, and taken over again.
func Example() {
	c := &contract.Contract{
		Serial: "HT-1", Name: "办公设备采购合同", Department: "泉源区司法局", Counterparty: "某某科技有限公司", Amount: 1_409_50,
		Signed: fazhi.DateOf(2024, 3, 5),
		Payments: []contract.Payment{
			{No: 1, Direction: contract.Pay, Amount: 1_409_50, Due: fazhi.DateOf(2024, 4, 1), Paid: fazhi.DateOf(2024, 3, 28)},
		},
	}
	exporter, err := ocds.New(ocds.Settings{Prefix: "ocds-abc123"}) // here the publisher's own prefix
	if err != nil {
		fmt.Println(err)
		return
	}
	releases, issues := exporter.Releases(c, nil)
	if issues.Err() != nil {
		fmt.Println(issues.Err())
		return
	}
	var file bytes.Buffer
	w := exporter.ReleaseWriter(&file)
	for i := range releases {
		fmt.Println(releases[i].ID, releases[i].Date, releases[i].Tag)
		if err := w.Write(&releases[i]); err != nil {
			fmt.Println(err)
		}
	}
	if err := w.Close(); err != nil {
		fmt.Println(err)
	}
	contracts, issues, err := ocds.Import("package.json", &file)
	if err != nil || issues.Err() != nil {
		fmt.Fprintln(os.Stderr, err, issues)
		return
	}
	fmt.Println(contracts[0].Serial, contracts[0].Amount, contracts[0].Payments[0].Paid, contracts[0].Progress)
	// Output:
	// ocds-abc123-HT-1-signing 2024-03-05T00:00:00+08:00 [contract]
	// ocds-abc123-HT-1-payment-1 2024-03-28T00:00:00+08:00 [implementation]
	// HT-1 1409.50 2024-03-28 履行中
}
