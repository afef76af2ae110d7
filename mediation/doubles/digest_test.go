package doubles_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/mediation/dispute"
	"github.com/fazhi-go/fazhi/mediation/doubles"
)

func TestKeys(t *testing.T) {
	for _, bad := range []string{"", string(key[:31]), strings.Repeat("a", 64), strings.Repeat("ab12", 16)} {
		_, err := doubles.New([]byte(bad))
		require.ErrorIs(t, err, doubles.ErrKey)
	}
	own := bytes.Clone(key)
	d, err := doubles.New(own)
	require.NoError(t, err)
	before := d.Print(some())
	clear(own)
	require.Equal(t, before, d.Print(some()), "the key is the digester's own")
	require.NotZero(t, d.Key())
}

// The zero Digester knows nothing, and finds nothing.
func TestZeroDigester(t *testing.T) {
	p := new(doubles.Digester).Print(some())
	require.Zero(t, p.Key)
	require.Equal(t, []doubles.Party{{}, {}}, p.Parties)
}

func some() *dispute.Dispute {
	return &dispute.Dispute{
		Case:    mediation.Case{Serial: "甲-1", Committee: "清源村调委会", County: "350599", Street: "清源街道", Accepted: fazhi.DateOf(2024, 3, 1), Sort: "邻里"},
		Matter:  "屋顶渗水损坏天花板",
		Parties: []dispute.Party{person(1), company(1)},
	}
}

// The digests of other values, of other things and of other keys differ; these never change.
func TestPrintStays(t *testing.T) {
	data, err := json.Marshal(digester(t).Print(some()))
	require.NoError(t, err)
	require.Equal(t, `{"key":"22db022a0b954efd","county":"350599","committee":"清源村调委会","serial":"甲-1","accepted":"2024-03-01","sort":"邻里","street":"b5635b04669be050","matter":["00b7768bf26c8c6b","020c2f3653dfa4ec","19d0b61a20b9a2e3","2e7f3885b4291ee9","51df3fc0cac2772d","742c083d0b12604d","91b78783c448c133","e1096090ab13cea5"],"parties":[{"credit":"68b4208eb8955a43","name":"2ed6c43ffe1917e9"},{"id":"d35ba28e12ddf914","name":"5d3acec9ff7a051d","phone":"61feddd650959c85","address":"d2c78849fad783b3"}]}`, string(data))
	x := some()
	x.Parties = []dispute.Party{{Name: "1234567890", Phone: "1234567890", Address: "1234567890"}}
	p := digester(t).Print(x).Parties[0]
	require.Len(t, slices.Compact(slices.Sorted(slices.Values([]doubles.Tag{p.Name, p.Phone, p.Address}))), 3, "one text, three digests")
}

// More parties than are compared are cut, and such a dispute is never the whole of another.
func TestManyParties(t *testing.T) {
	a, b := some(), some()
	b.Serial = "乙-1"
	for i := range 100 {
		a.Parties, b.Parties = append(a.Parties, person(100+i)), append(b.Parties, person(100+i))
	}
	p := digester(t).Print(a)
	require.Len(t, p.Parties, 64)
	require.True(t, p.More)
	r := find(t, doubles.Options{}, a, b)
	require.Equal(t, doubles.Possible, r.Findings[0].Level)
}

func TestNormalForms(t *testing.T) {
	for _, x := range []struct {
		name string
		got  string
		want string
	}{
		{"blanks", doubles.Name(" 甄　清 源 ", false), "甄清源"},
		{"a middle dot", doubles.Name("阿依·古丽", false), doubles.Name("阿依•古丽", false)},
		{"a remark", doubles.Name("甄清源（户主）", false), "甄清源"},
		{"several", doubles.Name("甄清源等5人", false), "甄清源"},
		{"several, wide", doubles.Name("甄清源等５人", false), "甄清源"},
		{"a name with 等 in it", doubles.Name("甄等闲", false), "甄等闲"},
		{"nobody", doubles.Name("甄某", false) + doubles.Name("某甲", false) + doubles.Name("甄*", false) + doubles.Name("甄先生", false) + doubles.Name("甄", false) + doubles.Name("不详", false), ""},
		{"a company", doubles.Name("泉源（清源）商贸有限责任公司", true), "泉源清源商贸有限公司"},
		{"small letters", doubles.Name("ｚｈｅｎ Quan", false), "ZHENQUAN"},
		{"a number", doubles.ID(wide(string(person(1).ID)) + "　"), string(person(1).ID)},
		{"15 digits", doubles.ID(string(person(1).ID[:6] + person(1).ID[8:17])), string(person(1).ID)},
		{"a wrong number", doubles.ID("350599199001010000") + doubles.ID("1") + doubles.ID("35059919900101****"), ""},
		{"a credit code", doubles.Credit(strings.ToLower(company(1).CreditCode)), company(1).CreditCode},
		{"a wrong credit code", doubles.Credit("91350599MA20000000"), ""},
		{"a mobile number", doubles.Phone("＋86 139-0000-0001"), "13900000001"},
		{"a telephone", doubles.Phone("0595-2200 0001"), "059522000001"},
		{"no telephone", doubles.Phone("12345") + doubles.Phone("00000000") + doubles.Phone("1390000****") + doubles.Phone("无"), ""},
		{"an address", doubles.Address("清源街道 第一小区3号"), "清源街道第一小区3号"},
		{"only a village", doubles.Address("清源村"), ""},
		{"pairs", strings.Join(doubles.Pairs("因屋顶渗水引起的纠纷"), ","), "屋顶,顶渗,渗水"},
		{"a very long text", fmt.Sprint(len(doubles.Name(strings.Repeat("甄", 5000), false))), "4095"},
	} {
		require.Equal(t, x.want, x.got, x.name)
	}
}

// What is written is read again, and nothing else is.
func TestExchange(t *testing.T) {
	d := digester(t)
	all := slices.Collect(disputes(50, 100, func(_, _ string) {}))
	var b bytes.Buffer
	require.NoError(t, doubles.Write(&b, prints(d, slices.Values(all))))
	n := 0
	for p, err := range doubles.Read(bytes.NewReader(b.Bytes())) {
		require.NoError(t, err)
		want := d.Print(all[n])
		if len(want.Matter) == 0 {
			want.Matter = nil
		}
		require.Equal(t, want, p)
		n++
	}
	require.Equal(t, 50, n)
	line, _, _ := strings.Cut(b.String(), "\n")
	for name, text := range map[string]string{
		"no object":        "[]",
		"cut":              line[:len(line)-1],
		"unknown member":   `{"name":"x",` + line[1:],
		"twice":            `{"serial":"x",` + line[1:],
		"other letters":    strings.Replace(line, `"serial"`, `"Serial"`, 1),
		"no number":        strings.Replace(line, `"serial":"泉调0000000"`, `"serial":""`, 1),
		"control":          strings.Replace(line, "泉调0000000", `\u0001`, 1),
		"short digest":     strings.Replace(line, `"key":"`, `"key":"0`, 1),
		"no digits":        strings.Replace(line, `"key":"`, `"key":"x`, 1),
		"matters in chaos": strings.Replace(line, `"matter":[`, `"matter":["ffffffffffffffff",`, 1),
		"parties in chaos": strings.Replace(line, `"parties":[`, `"parties":[{"id":"ffffffffffffffff"},`, 1),
		"two":              line + line,
		"long":             `{"serial":"` + strings.Repeat("1", 1<<17) + `"}`,
	} {
		require.ErrorIs(t, readError(doubles.Read(strings.NewReader(line+"\n"+text+"\n"))), doubles.ErrPrint, name)
	}
	stop := errors.New("stop")
	require.ErrorIs(t, doubles.Write(&b, func(yield func(doubles.Print, error) bool) { yield(doubles.Print{}, stop) }), stop)
	require.ErrorIs(t, doubles.Write(&b, func(yield func(doubles.Print, error) bool) { yield(doubles.Print{}, nil) }), doubles.ErrPrint)
	_, err := doubles.Find(doubles.Read(strings.NewReader("x")), doubles.Options{})
	require.ErrorIs(t, err, doubles.ErrPrint)
}

func readError(all iter.Seq2[doubles.Print, error]) error {
	for _, err := range all {
		if err != nil {
			return err
		}
	}
	return nil
}

// Whatever is read can be written, and is read the same; two prints that can be read are compared the same both ways.
func FuzzRead(f *testing.F) {
	var b bytes.Buffer
	d, err := doubles.New(key)
	require.NoError(f, err)
	require.NoError(f, doubles.Write(&b, prints(d, disputes(3, 2, func(_, _ string) {}))))
	f.Add(b.Bytes())
	f.Add([]byte(`{"key":"","committee":"","serial":"1","parties":[{},{"name":"0000000000000001"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var list []doubles.Print
		for p, err := range doubles.Read(bytes.NewReader(data)) {
			if err == nil {
				p.Key = 0
				list = append(list, p)
			}
		}
		var out bytes.Buffer
		require.NoError(t, doubles.Write(&out, seq(list)))
		var again []doubles.Print
		for p, err := range doubles.Read(&out) {
			require.NoError(t, err)
			again = append(again, p)
		}
		require.Equal(t, list, again)
		there, err := doubles.Find(seq(list), doubles.Options{})
		require.NoError(t, err)
		slices.Reverse(list)
		back, err := doubles.Find(seq(list), doubles.Options{})
		require.NoError(t, err)
		require.Equal(t, there, back)
	})
}

// Names of any kind come to a normal form, which is its own.
func FuzzNormal(f *testing.F) {
	for _, s := range []string{"甄清源", "甄清源（户主）", "ｚ　等３人", "等等人", "\xff\xfe", "ǆ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, form := range []func(string) string{doubles.ID, doubles.Credit, doubles.Phone, doubles.Address} {
			once := form(s)
			require.Equal(t, once, form(once))
		}
		require.LessOrEqual(t, len(doubles.Name(s, false)), 3*len(s)+3)
		_ = doubles.Pairs(s)
	})
}

func BenchmarkPrint(b *testing.B) {
	d, x := digester(b), some()
	b.ReportAllocs()
	for b.Loop() {
		_ = d.Print(x)
	}
}

// What it takes to compare a hundred thousand prints that are in memory.
func BenchmarkFind(b *testing.B) {
	var list []doubles.Print
	for p := range prints(digester(b), disputes(100_000, 200_000, func(_, _ string) {})) {
		list = append(list, p)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := doubles.Find(seq(list), doubles.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
