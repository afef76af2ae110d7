package quote_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/quote"
)

func TestTitle(t *testing.T) {
	for name, want := range map[string]string{
		"":         "",
		"合同":       "《合同》",
		"《合同》":     "《合同》",
		"关于《甲》的解释": "《关于〈甲〉的解释》",
		"《甲》和《乙》":  "《〈甲〉和〈乙〉》",
		"《甲》实施细则":  "《〈甲〉实施细则》",
	} {
		require.Equal(t, want, quote.Title(name))
	}
}
