package casecode_test

import (
	"fmt"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/reconsideration/casecode"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/sqlite"
)

func BenchmarkParse(b *testing.B) {
	text := casecode.Code{Organ: organ, Year: 2025, Serial: 1}.String()
	for b.Loop() {
		_, _ = casecode.Parse(text)
	}
}

func BenchmarkID(b *testing.B) {
	key, err := casecode.NewKey([]byte("0123456789abcdef0123456789abcdef"))
	require.NoError(b, err)
	for b.Loop() {
		_, _ = key.ID(casecode.Code{Organ: organ, Year: 2025, Serial: 1})
	}
}

// A case with five links, in a SQLite book with other cases.
func BenchmarkTrace(b *testing.B) {
	for _, others := range []int{100, 4000} {
		b.Run(fmt.Sprint("others-", others), func(b *testing.B) {
			store, err := sqlite.Open(b.Context(), filepath.Join(b.TempDir(), "book.db"), sqlite.Options{})
			require.NoError(b, err)
			defer store.Close()
			book := newBook(b, store)
			for i := range others {
				issue(b, book, 1000+i, day(1, 2))
			}
			code := journey(b, book)
			var course casecode.Course
			for b.Loop() {
				course, err = casecode.Trace(b.Context(), store, register.Scope{Organ: bureau}, code)
			}
			require.NoError(b, err)
			require.Len(b, course.Steps, 15)
		})
	}
}
