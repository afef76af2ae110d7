package han

import (
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// requireFault asserts that err is an *Error whose position lies in the input
// and whose message does not give the input away.
func requireFault(t *testing.T, input string, err error) *Error {
	t.Helper()
	var fault *Error
	require.ErrorAs(t, err, &fault, input)
	require.GreaterOrEqual(t, fault.Pos, 0, input)
	require.LessOrEqual(t, fault.Pos, utf8.RuneCountInString(input), input)
	require.NotEmpty(t, fault.Msg, input)
	if utf8.RuneCountInString(input) > 3 {
		require.NotContains(t, fault.Error(), input)
	}
	return fault
}

func TestErrorNamesThePlaceAndNotTheInput(t *testing.T) {
	_, err := ParseAmount("人民币壹仟伍元整")
	require.EqualError(t, err, "第6字：此处应写“零”")
}
