package archive_test

import (
	"bytes"
	"fmt"
	"os"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/archive"
	"github.com/fazhi-go/fazhi/register/audit"
	"github.com/fazhi-go/fazhi/register/checkpoint"
	"github.com/fazhi-go/fazhi/register/registertest"
)

const organ = "鲤城区司法局"

var noon = time.Date(2024, time.December, 31, 4, 0, 0, 0, time.UTC)

func scope() register.Scope { return register.Scope{Organ: organ} }

// sample makes a book of n entries.
func sample(t *testing.T, n int) *register.Memory {
	t.Helper()
	store := register.NewMemory()
	require.NoError(t, registertest.Sample(t.Context(), store, organ, register.SHA256(), n))
	return store
}

func export(t *testing.T, store register.Store) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, archive.Export(t.Context(), &b, store, scope(), archive.Options{Secrets: true}))
	return b.Bytes()
}

func certify(t *testing.T, store register.Store) checkpoint.Checkpoint {
	t.Helper()
	c, result, err := audit.Certify(t.Context(), store, scope(), audit.Options{}, nil, noon)
	require.NoError(t, err)
	require.Empty(t, result.Faults)
	return c
}

func TestExportVerifies(t *testing.T) {
	store := sample(t, 200)
	result, err := archive.Verify(bytes.NewReader(export(t, store)), archive.Options{
		Checkpoints: []checkpoint.Checkpoint{certify(t, store)},
	})
	require.NoError(t, err)
	require.Empty(t, result.Faults)
	require.EqualValues(t, 200, result.Entries)
	require.Equal(t, 1, result.Known)
	require.Positive(t, result.Numbers)
}

// Every byte of an archive, changed, is found. FAZHI_EVERY_BYTE=1 changes all of them, otherwise every 97th.
func TestEveryByteCounts(t *testing.T) {
	file := export(t, sample(t, 200))
	step := 97
	if os.Getenv("FAZHI_EVERY_BYTE") != "" {
		step = 1
	}
	tried := 0
	for i := 0; i < len(file); i += step {
		tried++
		changed := bytes.Clone(file)
		changed[i] ^= 1 << (i % 7)
		result, err := archive.Verify(bytes.NewReader(changed), archive.Options{})
		if err == nil {
			require.False(t, result.Well(), "byte %d of %d", i, len(file))
		}
	}
	t.Logf("%d of %d bytes changed, every change found", tried, len(file))
}

func TestFaultsAreNamed(t *testing.T) {
	file := export(t, sample(t, 50))
	lines := bytes.SplitAfter(file, []byte("\n"))
	entry := func(n int) []byte { return lines[n] }
	for name, c := range map[string]struct {
		lines [][]byte
		code  string
		seq   int64
	}{
		"dropped":  {append(append([][]byte{}, lines[:20]...), lines[21:]...), string(audit.Missing), 20},
		"swapped":  {swap(lines, 20, 21), string(audit.Missing), 20},
		"doubled":  {append(append(append([][]byte{}, lines[:21]...), entry(20)), lines[21:]...), string(audit.Order), 20},
		"changed":  {change(lines, 20, `"organ":"鲤城`, `"organ":"丰泽`), string(audit.Link), 21},
		"unread":   {change(lines, 20, `"act":`, `"act": `), string(audit.Unreadable), 20},
		"cut off":  {append(append([][]byte{}, lines[:40]...), lines[51:]...), string(archive.Damaged), 39},
		"no end":   {lines[:51], string(archive.Damaged), 50},
		"too long": {append(append([][]byte{}, lines...), []byte("{}\n")), string(archive.Damaged), 50},
	} {
		result, err := archive.Verify(bytes.NewReader(bytes.Join(c.lines, nil)), archive.Options{})
		require.NoError(t, err, name)
		found := false
		for _, f := range result.Faults {
			found = found || string(f.Code) == c.code && f.Seq == c.seq
		}
		require.True(t, found, "%s: %v", name, result.Faults)
	}
}

func swap(lines [][]byte, a, b int) [][]byte {
	out := append([][]byte{}, lines...)
	out[a], out[b] = out[b], out[a]
	return out
}

func change(lines [][]byte, n int, from, to string) [][]byte {
	out := append([][]byte{}, lines...)
	out[n] = bytes.Replace(lines[n], []byte(from), []byte(to), 1)
	return out
}

// A book that was cut off, or rewritten with a chain that is whole, is only found against a checkpoint.
func TestCutOffAgainstCheckpoint(t *testing.T) {
	known := []checkpoint.Checkpoint{certify(t, sample(t, 60)), certify(t, sample(t, 120))}
	short := export(t, sample(t, 100))

	result, err := archive.Verify(bytes.NewReader(short), archive.Options{})
	require.NoError(t, err)
	require.Empty(t, result.Faults)

	result, err = archive.Verify(bytes.NewReader(short), archive.Options{Checkpoints: known})
	require.NoError(t, err)
	require.Equal(t, 1, result.Known)
	require.Equal(t, []audit.Fault{{Code: audit.Checkpoint, Seq: 101, Message: "第101条至第120条被截去：存证时登记簿有120条"}}, result.Faults)
}

func TestRestore(t *testing.T) {
	from := sample(t, 450)
	file := export(t, from)
	to := register.NewMemory()
	kept, err := archive.Restore(t.Context(), bytes.NewReader(file), to, scope(), archive.Options{})
	require.NoError(t, err)
	require.EqualValues(t, 450, kept)
	require.Equal(t, file, export(t, to))

	kept, err = archive.Restore(t.Context(), bytes.NewReader(file), to, scope(), archive.Options{})
	require.NoError(t, err, "a second time keeps nothing")
	require.Zero(t, kept)

	_, err = archive.Restore(t.Context(), bytes.NewReader(export(t, sample(t, 300))), to, scope(), archive.Options{})
	require.ErrorIs(t, err, register.ErrExists, "the book has more than the archive")

	other := register.NewMemory()
	require.NoError(t, registertest.Sample(t.Context(), other, organ, register.SHA256(), 7))
	kept, err = archive.Restore(t.Context(), bytes.NewReader(file), other, scope(), archive.Options{})
	require.NoError(t, err, "a run that was cut off is continued")
	require.EqualValues(t, 443, kept)

	_, err = archive.Restore(t.Context(), bytes.NewReader(file), register.NewMemory(), register.Scope{Organ: "别的机关"}, archive.Options{})
	require.ErrorIs(t, err, register.ErrScope)
	_, err = archive.Restore(t.Context(), bytes.NewReader(file[:len(file)-1]), register.NewMemory(), scope(), archive.Options{})
	require.ErrorIs(t, err, archive.ErrArchive)
}

func TestNotAnArchive(t *testing.T) {
	for _, text := range []string{"", "\n", "{}\n", "PK\x03\x04", `{"format":"fazhi-register/9","hash":"sha256","organ":"a","size":0}` + "\n"} {
		_, err := archive.Verify(bytes.NewReader([]byte(text)), archive.Options{})
		require.Error(t, err, "%q", text)
	}
}

// An archive that is well can be restored, and is the same again.
func FuzzVerify(f *testing.F) {
	store := register.NewMemory()
	require.NoError(f, registertest.Sample(f.Context(), store, organ, register.SHA256(), 12))
	var b bytes.Buffer
	require.NoError(f, archive.Export(f.Context(), &b, store, scope(), archive.Options{}))
	f.Add(b.Bytes())
	f.Add([]byte(`{"format":"fazhi-register/1","hash":"sha256","organ":"a","size":0}` + "\n" + `{"digest":"`))
	list := chained(f, register.Head{}, numbered("a", "r", "发文", 1, "1号"), numbered("b", "r", "发文", 2, "2号"))
	list[1].Secrets = []register.Secret{secret(list[1], "/a", 3), secret(list[1], "/b", 3)}
	f.Add(forge(f, list))
	f.Fuzz(func(t *testing.T, file []byte) {
		verifyAndRestore(t, file)
		verifyAndRestore(t, signed(file))
	})
}

func verifyAndRestore(t *testing.T, file []byte) {
	result, err := archive.Verify(bytes.NewReader(file), archive.Options{})
	if err != nil || !result.Well() {
		return
	}
	to := register.NewMemory()
	kept, err := archive.Restore(t.Context(), bytes.NewReader(file), to, register.Scope{Organ: result.Organ}, archive.Options{})
	require.NoError(t, err)
	require.Equal(t, result.Entries, kept)
	if result.Entries == 0 {
		return
	}
	var again bytes.Buffer
	require.NoError(t, archive.Export(t.Context(), &again, to, register.Scope{Organ: result.Organ}, archive.Options{}))
	require.Equal(t, withoutSecrets(file), withoutSecrets(again.Bytes()))
}

// signed gives a file the last line that it would have, so that its entries are looked into.
func signed(file []byte) []byte {
	lines := bytes.SplitAfter(file, []byte("\n"))
	if len(lines) < 3 {
		return file
	}
	head, body := register.Sum{}, bytes.Join(lines[:len(lines)-2], nil)
	for _, line := range lines[1 : len(lines)-2] {
		if !bytes.HasPrefix(line, []byte(`{"secret":`)) {
			head = register.SHA256().Of(bytes.TrimSuffix(line, []byte("\n")))
		}
	}
	return fmt.Appendf(body, `{"digest":"%s","head":"%s"}`+"\n", register.SHA256().Of(body), head)
}

// withoutSecrets returns the entries of an archive.
func withoutSecrets(file []byte) string {
	var out []byte
	lines := bytes.SplitAfter(file, []byte("\n"))
	for _, line := range lines[:len(lines)-2] {
		if !bytes.HasPrefix(line, []byte(`{"secret":`)) {
			out = append(out, line...)
		}
	}
	return string(out)
}
