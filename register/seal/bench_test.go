package seal_test

import (
	"testing"

	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/seal"
)

// row is a document with one party: a name, an ID number and a telephone number.
const row = `{"amount":1200,"closed":"2025-03-01","parties":[{"idNumber":"35050219900101001X","name":"欧阳测试","phone":"13900000000","role":"申请人"}],"title":"相邻关系纠纷"}`

func indexing(classes ...seal.Class) func(*seal.Options) {
	return func(o *seal.Options) { o.Index = classes }
}

func BenchmarkSeal(b *testing.B) {
	for _, x := range []struct {
		name   string
		change func(*seal.Options)
		doc    string
	}{
		{"nothing", indexing(), `{"amount":1200,"closed":"2025-03-01","parties":[{"name":"","role":"申请人"}],"title":"相邻关系纠纷"}`},
		{"row", indexing(), row},
		{"row/index1", indexing(seal.IDNumber), row},
		{"row/index3", indexing(seal.IDNumber, seal.Phone, seal.PersonName), row},
		{"parties100", indexing(seal.IDNumber), string(mediationDoc(100))},
	} {
		b.Run(x.name, func(b *testing.B) {
			o := options(ring(b))
			x.change(&o)
			s, doc := newSealer(b, o), []byte(x.doc)
			b.ReportAllocs()
			for b.Loop() {
				if _, _, err := s.Seal(organ, ref, doc); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkRestore(b *testing.B) {
	s := newSealer(b, options(ring(b)))
	public, secrets, err := s.Seal(organ, ref, []byte(row))
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := s.Restore(public, secrets); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkOpen(b *testing.B) {
	s := newSealer(b, options(ring(b)))
	public, secrets, err := s.Seal(organ, ref, []byte(row))
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := s.Open(public, secrets[0]); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDigest(b *testing.B) {
	s := newSealer(b, options(ring(b)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := s.Digest(organ, seal.IDNumber, idNo); err != nil {
			b.Fatal(err)
		}
	}
}

// What it costs to bring a thousand secrets of a store in memory under a new key.
func BenchmarkRotate(b *testing.B) {
	keys := ring(b)
	s := newSealer(b, options(keys))
	var store register.SecretStore = book(b, s, 10, 33)
	n := 0
	for b.Loop() {
		b.StopTimer()
		n++
		if err := keys.Add(organ, key(b, "next"+string(rune('一'+n)))); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		if done, err := s.Rotate(b.Context(), store, scope()); err != nil || done != 1000 {
			b.Fatal(done, err)
		}
	}
}
