package archive_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/archive"
	"github.com/fazhi-go/fazhi/register/registertest"
)

// Ten thousand entries are exported, verified and restored.
func BenchmarkArchive(b *testing.B) {
	store := register.NewMemory()
	require.NoError(b, registertest.Sample(b.Context(), store, organ, register.SHA256(), 10_000))
	var file bytes.Buffer
	export := func() error {
		file.Reset()
		return archive.Export(b.Context(), &file, store, scope(), archive.Options{})
	}
	require.NoError(b, export())
	for _, x := range []struct {
		name string
		run  func() error
	}{
		{"export", export},
		{"verify", func() error {
			_, err := archive.Verify(bytes.NewReader(file.Bytes()), archive.Options{})
			return err
		}},
		{"restore", func() error {
			_, err := archive.Restore(b.Context(), bytes.NewReader(file.Bytes()), register.NewMemory(), scope(), archive.Options{})
			return err
		}},
	} {
		b.Run(x.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := x.run(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
