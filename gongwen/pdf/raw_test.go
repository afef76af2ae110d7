package pdf

import (
	"testing"

	"github.com/stretchr/testify/require"
)

const rawFile = "%PDF\n1 0 obj\na\nendobj\n2 0 obj\nb\nendobj\nxref\n0 3\n0000000000 65535 f \n0000000005 00000 n \n0000000022 00000 n \n" +
	"trailer\nstartxref\n39\n%%EOF\n"

func TestReadObjects(t *testing.T) {
	objects, err := readObjects([]byte(rawFile))
	require.NoError(t, err)
	require.Equal(t, []object{{1, 5, []byte("a\n")}, {2, 22, []byte("b\n")}}, objects)
	for n := range len(rawFile) - len("39\n%%EOF\n") {
		_, err := readObjects([]byte(rawFile[:n]))
		require.ErrorIs(t, err, errRaw)
	}
}

func FuzzReadObjects(f *testing.F) {
	f.Add([]byte(rawFile))
	f.Fuzz(func(t *testing.T, raw []byte) {
		objects, err := readObjects(raw)
		require.Equal(t, err != nil, objects == nil)
		for _, o := range objects {
			require.LessOrEqual(t, o.offset+len(o.body), len(raw))
		}
	})
}
