package sql_test

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"iter"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
)

// errNo is an error of next.
var errNo = errors.New("不办")

var counterOf2025 = register.Counter{Series: "登记号", Year: 2025}

// name is one that no other test and no other run has.
func name() string {
	var id [6]byte
	_, _ = rand.Read(id[:])
	return "机关" + hex.EncodeToString(id[:])
}

func ref(i int) fazhi.Ref { return fazhi.Ref{Kind: "contract", ID: fmt.Sprintf("HT-%d", i)} }

func keyOf(organ string, r fazhi.Ref) register.Key {
	return register.Key{Scope: register.Scope{Organ: organ}, Ref: r, Counters: []register.Counter{counterOf2025}}
}

// give answers with one entry that draws a number of each counter.
func give(key register.Key) func(register.Prior) ([]register.Entry, error) {
	return func(p register.Prior) ([]register.Entry, error) {
		e := register.Entry{
			Organ: key.Scope.Organ, Seq: p.Head.Seq + 1, Ref: key.Ref, Act: register.Added, Step: "登记",
			At: time.Date(2025, 3, 4, 5, 6, 7, 0, time.UTC), On: fazhi.DateOf(2025, 3, 4), ReqID: key.ReqID, Prev: p.Head.Sum,
			Doc: []byte(`{"name":"办公用品采购合同","text":"` + filler + `"}`),
		}
		for i, c := range key.Counters {
			e.Numbers = append(e.Numbers, register.Numbered{
				Series: c.Series, Year: c.Year, Serial: p.Serials[i], Text: fmt.Sprintf("泉鲤司〔%d〕%d号", c.Year, p.Serials[i]),
			})
		}
		return seal(e)
	}
}

// seal gives entries their sums.
func seal(entries ...register.Entry) ([]register.Entry, error) {
	for i := range entries {
		if i > 0 {
			entries[i].Prev = entries[i-1].Sum
		}
		line, err := entries[i].AppendLine(nil)
		if err != nil {
			return nil, err
		}
		entries[i].Sum = sha256.Sum256(line)
	}
	return entries, nil
}

const filler = "甲方乙方经协商一致订立本合同，标的、数量、质量、价款、履行期限地点方式、违约责任、解决争议的方法见附件一至附件四，附件与本合同具有同等效力。"

// collect reads all, and fails on an error.
func collect[T any](t testing.TB, all iter.Seq2[T, error]) []T {
	t.Helper()
	var out []T
	for v, err := range all {
		require.NoError(t, err)
		out = append(out, v)
	}
	return out
}

// whole asserts that an organ's book has so many entries, in one chain, with numbers without a gap.
func whole(t testing.TB, s register.Store, organ string, n int) {
	t.Helper()
	var head register.Head
	serial := 0
	for e, err := range s.Entries(t.Context(), register.Query{Scope: register.Scope{Organ: organ}}) {
		require.NoError(t, err)
		require.Equal(t, head.Seq+1, e.Seq)
		require.Equal(t, head.Sum, e.Prev)
		for _, n := range e.Numbers {
			serial++
			require.Equal(t, serial, n.Serial)
		}
		head = register.Head{Seq: e.Seq, Sum: e.Sum}
	}
	require.EqualValues(t, n, head.Seq)
}
