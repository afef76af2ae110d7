package xlsx

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// However a sheet is cut into pieces, the marks behind the first row go, and nothing else does.
func TestSoftener(t *testing.T) {
	const sheet = `<row r="1" ht="30" customHeight="1"><c/></row><row r="2" ht="24" customHeight="1"><c t="x">" customHeight=</c></row><row r="3" ht="409" customHeight="1">" customHeight="1`
	for size := 1; size <= len(sheet); size++ {
		for keep, want := range []string{
			strings.ReplaceAll(sheet, hardRow, softRow),
			strings.Replace(strings.ReplaceAll(sheet, hardRow, softRow), softRow, hardRow, 1),
		} {
			var out bytes.Buffer
			s := &softener{out: &out, first: keep}
			for rest := sheet; rest != ""; {
				n, err := s.Write([]byte(rest[:min(size, len(rest))]))
				require.NoError(t, err)
				rest = rest[n:]
			}
			require.NoError(t, s.flush())
			require.Equal(t, want, out.String(), size)
		}
	}
}
