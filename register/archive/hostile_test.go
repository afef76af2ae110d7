package archive_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/archive"
	"github.com/fazhi-go/fazhi/register/audit"
	"github.com/fazhi-go/fazhi/register/gm"
	"github.com/fazhi-go/fazhi/register/registertest"
)

// requireFault fails unless an archive has one fault, and nothing of it is kept.
func requireFault(t *testing.T, text []byte, code fazhi.Code, seq int64, message string) {
	t.Helper()
	result, err := archive.Verify(bytes.NewReader(text), archive.Options{})
	require.NoError(t, err)
	require.Equal(t, []audit.Fault{{Code: code, Seq: seq, Message: message}}, result.Faults)
	for _, store := range []register.Store{register.NewMemory(), file(t)} {
		_, err = archive.Restore(t.Context(), bytes.NewReader(text), store, scope(), archive.Options{})
		var damaged *archive.DamagedError
		require.ErrorAs(t, err, &damaged)
		require.Zero(t, count(t, store))
	}
}

func requireRestored(t *testing.T, text []byte, want int) {
	t.Helper()
	result, err := archive.Verify(bytes.NewReader(text), archive.Options{})
	require.NoError(t, err)
	require.Empty(t, result.Faults)
	for _, store := range []register.Store{register.NewMemory(), file(t)} {
		kept, err := archive.Restore(t.Context(), bytes.NewReader(text), store, scope(), archive.Options{})
		require.NoError(t, err)
		require.EqualValues(t, want, kept)
		require.True(t, bytes.Equal(text, export(t, store)))
	}
}

// The entries of one request stay together, wherever a batch would end.
func TestRestoreKeepsRequestsTogether(t *testing.T) {
	for _, n := range []int{2, 5, 450} {
		store := file(t)
		for i := range 199 {
			keep(t, store, "", entry(fmt.Sprint("a", i)))
		}
		var one []register.Entry
		for i := range n {
			one = append(one, entry(fmt.Sprint("b", i)))
		}
		keep(t, store, "one", one...)
		keep(t, store, "two", entry("c"), entry("d"))
		requireRestored(t, export(t, store), 199+n+2)
	}
}

// A request that is larger than a transaction may be cannot be restored, and that is said before.
func TestRequestTooLarge(t *testing.T) {
	var all []register.Entry
	for i := range 10_001 {
		e := entry(fmt.Sprint(i))
		e.ReqID = "one"
		all = append(all, e)
	}
	requireFault(t, forge(t, chained(t, register.Head{}, all...)), archive.Damaged, 10_001, "同一请求的条目过多，不能恢复")
}

func TestRequestTwice(t *testing.T) {
	text := forge(t, chained(t, register.Head{}, numbered("a", "r", "发文", 1, "1号"), numbered("b", "s", "发文", 2, "2号"), numbered("c", "r", "发文", 3, "3号")))
	requireFault(t, text, audit.Order, 3, "请求号在前面不相邻的条目中已经用过")
}

func TestNumberTwice(t *testing.T) {
	text := forge(t, chained(t, register.Head{}, numbered("a", "", "发文", 1, "泉鲤司〔2024〕1号"), numbered("b", "", "登记", 1, "泉鲤司〔2024〕1号")))
	requireFault(t, text, audit.Number, 2, "编号系列 登记：第1号的编号在前面已经给出")
	both := numbered("a", "", "发文", 1, "1号")
	both.Numbers = append(both.Numbers, register.Numbered{Series: "登记", Serial: 1, Text: "1号"})
	requireFault(t, forge(t, chained(t, register.Head{}, both)), audit.Number, 1, "编号系列 登记：第1号的编号在前面已经给出")
	requireRestored(t, forge(t, chained(t, register.Head{}, numbered("a", "1号", "发文", 1, "1号"))), 1)
}

// Many faults are counted and not all listed.
func TestFaultsAreBounded(t *testing.T) {
	var all []register.Entry
	for i := range 2500 {
		all = append(all, numbered(fmt.Sprint(i), "", "发文", i+1, "1号"))
	}
	result, err := archive.Verify(bytes.NewReader(forge(t, chained(t, register.Head{}, all...))), archive.Options{})
	require.NoError(t, err)
	require.Len(t, result.Faults, 1000)
	require.EqualValues(t, 1499, result.More)
}

// What no book would have written is no part of an archive.
func TestNamesOfNoBook(t *testing.T) {
	for name, change := range map[string]func(*register.Entry){
		"control":  func(e *register.Entry) { e.Ref.ID = "a\nb" },
		"empty":    func(e *register.Entry) { e.Ref.ID = "" },
		"long":     func(e *register.Entry) { e.Step = strings.Repeat("x", 5000) },
		"no text":  func(e *register.Entry) { e.Numbers = []register.Numbered{{Series: "发文", Year: 2024, Serial: 1}} },
		"no organ": func(e *register.Entry) { e.With = []string{""} },
	} {
		t.Run(name, func(t *testing.T) {
			e := entry("a")
			change(&e)
			requireFault(t, forge(t, chained(t, register.Head{}, e)), audit.Unreadable, 1, "名称、长度或者办理种类是登记簿写不出的")
		})
	}
}

// Each secret belongs to the entry above, and there is one at each place.
func TestSecretsOfNoBook(t *testing.T) {
	good := func() []register.Entry {
		list := chained(t, register.Head{}, entry("a"), entry("b"))
		list[1].Secrets = []register.Secret{secret(list[1], "/b", 80), secret(list[1], "/name", 80), secret(list[1], "/phone", 0)}
		list[1].Secrets[0].Digest, list[1].Secrets[2].Box = []byte{1}, nil
		return list
	}
	requireRestored(t, forge(t, good()), 2)
	for name, c := range map[string]struct {
		change  func(*register.Secret)
		message string
	}{
		"twice":   {func(x *register.Secret) { x.Path = "/b" }, "同一位置有两份密文"},
		"organ":   {func(x *register.Secret) { x.Organ = "洛江区司法局" }, "密文不属于它所在的条目"},
		"ref":     {func(x *register.Secret) { x.Ref.ID = "a" }, "密文不属于它所在的条目"},
		"seq":     {func(x *register.Secret) { x.Seq = 1 }, "密文不属于它所在的条目"},
		"path":    {func(x *register.Secret) { x.Path = "" }, "密文的位置或者密钥标识不合规范"},
		"pointer": {func(x *register.Secret) { x.Path = "b" }, "密文的位置或者密钥标识不合规范"},
		"control": {func(x *register.Secret) { x.Path = "/a\n" }, "密文的位置或者密钥标识不合规范"},
		"long":    {func(x *register.Secret) { x.Path = "/" + fazhi.Path(strings.Repeat("长", 400)) }, "密文的位置或者密钥标识不合规范"},
		"key":     {func(x *register.Secret) { x.Key = strings.Repeat("k", 65) }, "密文的位置或者密钥标识不合规范"},
	} {
		t.Run(name, func(t *testing.T) {
			list := good()
			c.change(&list[1].Secrets[1])
			requireFault(t, forge(t, list), archive.Damaged, 2, c.message)
		})
	}
}

func TestTooManySecrets(t *testing.T) {
	list := chained(t, register.Head{}, entry("a"))
	for i := range 10_001 {
		list[0].Secrets = append(list[0].Secrets, secret(list[0], fmt.Sprint("/", i), 1))
	}
	requireFault(t, forge(t, list), archive.Damaged, 1, "一个条目的密文过多")

	list[0].Secrets = []register.Secret{secret(list[0], "/a", 1<<20)}
	_, err := archive.Verify(bytes.NewReader(forge(t, list)), archive.Options{})
	require.ErrorIs(t, err, archive.ErrArchive)
	require.ErrorContains(t, err, "密文过长")

	list[0].Secrets = nil
	for i := range 66 {
		list[0].Secrets = append(list[0].Secrets, secret(list[0], fmt.Sprint("/", i), 750<<10))
	}
	result, err := archive.Verify(bytes.NewReader(forge(t, list)), archive.Options{})
	require.NoError(t, err)
	require.Equal(t, "一个条目的密文过多", result.Faults[0].Message)
}

// A reader has other content the second time.
type swapped struct {
	*bytes.Reader
	second []byte
}

func (s *swapped) Seek(offset int64, whence int) (int64, error) {
	s.Reader = bytes.NewReader(s.second)
	return s.Reader.Seek(offset, whence)
}

// Nothing is kept that was not verified.
func TestOtherContentTheSecondTime(t *testing.T) {
	archiveOf := func(id, box string) []byte {
		list := chained(t, register.Head{}, entry(id), entry("b"))
		list[1].Secrets = []register.Secret{secret(list[1], "/name", 1)}
		list[1].Secrets[0].Box = []byte(box)
		return forge(t, list)
	}
	good := archiveOf("a", "甲")
	lines := bytes.SplitAfter(good, []byte("\n"))
	join := func(lines ...[]byte) []byte { return bytes.Join(lines, nil) }
	for name, second := range map[string][]byte{
		"entry":   archiveOf("c", "甲"),
		"secret":  archiveOf("a", "乙"),
		"shorter": join(lines[0], lines[1], lines[4]),
		"longer":  join(lines[0], lines[1], lines[2], lines[3], lines[2], lines[4]),
		"empty":   join(lines[0], lines[4]),
		"no end":  join(lines[:4]...),
		"nothing": nil,
	} {
		for _, store := range []register.Store{register.NewMemory(), file(t)} {
			n, err := archive.Restore(t.Context(), &swapped{bytes.NewReader(good), second}, store, scope(), archive.Options{})
			require.Error(t, err, name)
			require.Zero(t, n, name)
			require.Zero(t, count(t, store), name)
		}
	}
}

// Batches that were verified are kept, and the first other one is not.
func TestOtherContentInALaterBatch(t *testing.T) {
	first, other := sample(t, 450), register.NewMemory()
	require.NoError(t, registertest.Sample(t.Context(), other, organ, register.SHA256(), 449))
	keep(t, other, "", entry("z"))
	store := register.NewMemory()
	n, err := archive.Restore(t.Context(), &swapped{bytes.NewReader(export(t, first)), export(t, other)}, store, scope(), archive.Options{})
	require.ErrorIs(t, err, archive.ErrArchive)
	require.EqualValues(t, 400, n)
	kept, err := archive.Restore(t.Context(), bytes.NewReader(export(t, first)), store, scope(), archive.Options{})
	require.NoError(t, err)
	require.EqualValues(t, 50, kept)
}

// A book is exported with its own hash only.
func TestExportWithAnotherHash(t *testing.T) {
	sm3 := register.Hash{Name: "sm3", New: gm.NewSM3}
	store := register.NewMemory()
	require.NoError(t, registertest.Sample(t.Context(), store, organ, sm3, 20))
	var b bytes.Buffer
	require.ErrorIs(t, archive.Export(t.Context(), &b, store, scope(), archive.Options{}), register.ErrHash)
	b.Reset()
	require.NoError(t, archive.Export(t.Context(), &b, store, scope(), archive.Options{Hash: sm3}))
	result, err := archive.Verify(bytes.NewReader(b.Bytes()), archive.Options{Hash: sm3})
	require.NoError(t, err)
	require.Empty(t, result.Faults)
	require.ErrorIs(t, archive.Export(t.Context(), &b, sample(t, 20), scope(), archive.Options{Hash: sm3}), register.ErrHash)
	for _, half := range []register.Hash{{Name: "sm3"}, {New: gm.NewSM3}} {
		require.Error(t, archive.Export(t.Context(), &b, store, scope(), archive.Options{Hash: half}))
		_, err = archive.Verify(bytes.NewReader(export(t, sample(t, 3))), archive.Options{Hash: half})
		require.Error(t, err)
	}
}

// A store that changes what it yields.
type changing struct {
	*register.Memory
	entry  func(*register.Entry)
	secret func(*register.Secret)
}

func (c changing) Entries(ctx context.Context, q register.Query) iter.Seq2[register.Entry, error] {
	return func(yield func(register.Entry, error) bool) {
		for e, err := range c.Memory.Entries(ctx, q) {
			if c.entry != nil {
				c.entry(&e)
			}
			if !yield(e, err) {
				return
			}
		}
	}
}

func (c changing) Secrets(ctx context.Context, q register.SecretQuery) iter.Seq2[register.Secret, error] {
	return func(yield func(register.Secret, error) bool) {
		for x, err := range c.Memory.Secrets(ctx, q) {
			if c.secret != nil {
				c.secret(&x)
			}
			if !yield(x, err) || err == nil && x.Box == nil && !yield(x, errBroken) {
				return
			}
		}
	}
}

var errBroken = errors.New("数据库断开")

// withSecrets is a store of three entries, of which two have two secrets each.
func withSecrets(t *testing.T) *register.Memory {
	t.Helper()
	store := register.NewMemory()
	list := chained(t, register.Head{}, entry("a"), entry("b"), entry("c"))
	for _, at := range []int{0, 2} {
		list[at].Secrets = []register.Secret{secret(list[at], "/b", 80), secret(list[at], "/a", 80)}
	}
	keep(t, store, "", list...)
	return store
}

// A book that was changed is written as it is: the archive shows it.
func TestExportOfAChangedBook(t *testing.T) {
	store := changing{Memory: withSecrets(t), entry: func(e *register.Entry) {
		if e.Seq == 2 {
			e.Reason = "x"
		}
	}}
	result, err := archive.Verify(bytes.NewReader(export(t, store)), archive.Options{})
	require.NoError(t, err)
	require.Equal(t, []audit.Fault{{Code: audit.Link, Seq: 3, Message: "与第2条不相接：其中一条被改动、替换或者移动"}}, result.Faults)
}

// What could not be read back is not written.
func TestExportOfNoBook(t *testing.T) {
	for name, c := range map[string]changing{
		"hash":   {entry: func(e *register.Entry) { e.Sum[0] ^= 1 }},
		"path":   {secret: func(x *register.Secret) { x.Path = "" }},
		"twice":  {secret: func(x *register.Secret) { x.Path = "/a" }},
		"seq":    {secret: func(x *register.Secret) { x.Seq = 0 }},
		"ref":    {secret: func(x *register.Secret) { x.Ref.ID = "z" }},
		"long":   {secret: func(x *register.Secret) { x.Box = make([]byte, 1<<20) }},
		"broken": {secret: func(x *register.Secret) { x.Box = nil }},
	} {
		c.Memory = withSecrets(t)
		var b bytes.Buffer
		require.Error(t, archive.Export(t.Context(), &b, c, scope(), archive.Options{Secrets: true}), name)
	}
}

// A store that is no register.SecretStore gives the secrets with the entries.
type plain struct{ register.Store }

func TestExportSecrets(t *testing.T) {
	store := withSecrets(t)
	text := export(t, store)
	require.Equal(t, 4, bytes.Count(text, []byte(`{"secret":`)))
	result, err := archive.Verify(bytes.NewReader(text), archive.Options{})
	require.NoError(t, err)
	require.Empty(t, result.Faults)
	export(t, changing{Memory: store, entry: func(e *register.Entry) {
		require.Empty(t, e.Secrets, "they are asked of the SecretStore, a few at a time")
	}})
	text = export(t, plain{store})
	require.Equal(t, 4, bytes.Count(text, []byte(`{"secret":`)))
	result, err = archive.Verify(bytes.NewReader(text), archive.Options{})
	require.NoError(t, err)
	require.Empty(t, result.Faults)
	var b bytes.Buffer
	require.NoError(t, archive.Export(t.Context(), &b, store, scope(), archive.Options{}))
	require.NotContains(t, b.String(), "secret")
}

// A store that only counts what it is given.
type weighing struct {
	*register.Memory
	list    []register.Entry
	batches []int
}

func (w *weighing) Append(_ context.Context, _ register.Key, next func(register.Prior) ([]register.Entry, error)) ([]register.Entry, error) {
	entries, err := next(register.Prior{Head: w.head()})
	w.batches = append(w.batches, len(entries))
	return entries, err
}

// head is that of the entries which were given so far.
func (w *weighing) head() register.Head {
	n := 0
	for _, batch := range w.batches {
		n += batch
	}
	if n == 0 {
		return register.Head{Organ: organ}
	}
	return register.Head{Organ: organ, Seq: int64(n), Sum: w.list[n-1].Sum}
}

// Batches end by their bytes too.
func TestBatchesAreBoundedInBytes(t *testing.T) {
	list := make([]register.Entry, 0, 20)
	for i := range 20 {
		e := entry(fmt.Sprint(i))
		e.Doc = []byte(`"` + strings.Repeat("a", 1<<20) + `"`)
		list = append(list, e)
	}
	list = chained(t, register.Head{}, list...)
	for i := range 12 {
		list[0].Secrets = append(list[0].Secrets, secret(list[0], fmt.Sprintf("/%02d", i), 600<<10))
	}
	text := forge(t, list)
	w := &weighing{Memory: register.NewMemory(), list: list}
	_, err := archive.Restore(t.Context(), bytes.NewReader(text), w, scope(), archive.Options{})
	require.ErrorIs(t, err, register.ErrNotFound, "it keeps nothing")
	require.Equal(t, []int{1, 7, 7, 5}, w.batches, "the secrets of the first entry count")
}
