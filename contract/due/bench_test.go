package due_test

import (
	"fmt"
	"testing"

	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/contract/due"
)

// BenchmarkItems goes through a ledger that is made as it is read; a contract has two deliveries, two payments and a deposit.
func BenchmarkItems(b *testing.B) {
	f := finder(b, local())
	today := day("2025-09-01")
	source := func(yield func(*contract.Contract) bool) {
		for i := range b.N {
			c := portfolio()[i%2]
			c.Serial = fmt.Sprint("HT-", i)
			c.Deposits = []contract.Deposit{{Sort: "履约保证金", Amount: 10, Received: c.Signed, ReturnDue: day("2025-12-31")}}
			if !yield(c) {
				return
			}
		}
	}
	b.ReportAllocs()
	var tally due.Tally
	for i := range f.Items(source, today) {
		tally.Add(i)
	}
	if tally.Counts()[0].Contracts == 0 {
		b.Fatal("nothing was found")
	}
}

func BenchmarkReminders(b *testing.B) {
	f := finder(b, local())
	contracts := portfolio()
	today := day("2025-09-01")
	b.ReportAllocs()
	for b.Loop() {
		n := 0
		for range f.Reminders(func(yield func(*contract.Contract) bool) { _ = yield(contracts[0]) && yield(contracts[1]) }, today) {
			n++
		}
		if n == 0 {
			b.Fatal("nothing was found")
		}
	}
}
