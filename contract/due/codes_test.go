package due_test

import (
	"testing"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/checktest"
	"github.com/fazhi-go/fazhi/contract/due"
)

// Codes are for ever.
func TestCodes(t *testing.T) {
	var all []fazhi.Check
	for _, code := range due.Codes() {
		all = append(all, fazhi.Check{Code: code})
	}
	checktest.Codes(t, "testdata/codes.txt", all...)
}
