package register_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/numbering"
)

// What the book itself costs, without a database: a document of about 700 bytes with one number.
func BenchmarkAdd(b *testing.B) {
	scheme, err := numbering.DocumentNumber("泉鲤司")
	require.NoError(b, err)
	start := time.Date(2024, time.March, 1, 1, 0, 0, 0, time.UTC)
	book, err := register.New(register.NewMemory(), register.Options{
		Now: func() time.Time { return start }, Series: []register.Series{{Name: "发文", Number: scheme.Number}},
	})
	require.NoError(b, err)
	text := `{"amount":128000,"counterparty":"某建筑工程有限公司","department":"区住房和城乡建设局","filed":"2024-05-20","name":"临街店面租赁合同",`
	text += `"opinion":"通过","reviewed":"2024-04-20","signed":"2024-05-01","sort":"租赁","text":"` + fmt.Sprintf("%0400d", 1) + `"}`
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		i++
		_, err := book.Add(b.Context(), register.Request{
			Scope: register.Scope{Organ: "鲤城区司法局"}, By: "jb1", ReqID: fmt.Sprint("r", i), Series: []string{"发文"},
			Doc: &register.Raw{Of: fazhi.Ref{Kind: "contract", ID: fmt.Sprint("HT-", i)}, JSON: []byte(text)},
		})
		if err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkReadLine(b *testing.B) {
	e := register.Entry{
		Organ: "鲤城区司法局", Seq: 7, Ref: fazhi.Ref{Kind: "contract", ID: "HT-7"}, Act: register.Added, Step: "登记",
		Numbers: []register.Numbered{{Series: "发文", Year: 2024, Serial: 7, Text: "泉鲤司〔2024〕7号"}},
		At:      time.Date(2024, time.March, 1, 1, 0, 0, 0, time.UTC), On: fazhi.DateOf(2024, 3, 1), By: "jb1", ReqID: "r7",
		Doc: []byte(`{"name":"临街店面租赁合同","text":"` + fmt.Sprintf("%0500d", 1) + `"}`),
	}
	line, err := e.AppendLine(nil)
	require.NoError(b, err)
	b.Run("read", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := register.ReadLine(line); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("append", func(b *testing.B) {
		b.ReportAllocs()
		var buf []byte
		for b.Loop() {
			if buf, err = e.AppendLine(buf[:0]); err != nil {
				b.Fatal(err)
			}
		}
	})
}
