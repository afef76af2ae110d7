package charset_test

import (
	"fmt"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/charset"
)

const gb = "\xb7\xa8\xd6\xce" // 法治 in GB 18030, without a mark

func TestDecode(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "法治": "法治", "\ufeff法治": "法治", gb: "法治", "\x84\x31\x95\x33" + gb: "法治",
	} {
		got, err := charset.Decode([]byte(in))
		require.NoError(t, err)
		require.Equal(t, want, string(got))
	}
	for in, want := range map[string]error{
		"\xff\xfea\x00": charset.ErrUTF16, "a\x00b": charset.ErrNull, "\ufeff法\xff": charset.ErrDamaged,
		"法治政府建设\xe6": charset.ErrDamaged, "\x81": charset.ErrUnknown,
	} {
		_, err := charset.Decode([]byte(in))
		require.ErrorIs(t, err, want, "%q", in)
	}
}

// What is decoded is text.
func FuzzDecode(f *testing.F) {
	f.Add([]byte(gb))
	f.Add([]byte("法\xff治"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if got, err := charset.Decode(data); err == nil {
			require.True(t, utf8.Valid(got))
		}
	})
}

func ExampleDecode() {
	text, err := charset.Decode([]byte("\xb7\xa8\xd6\xce"))
	fmt.Println(string(text), err)
	// Output: 法治 <nil>
}
