package seal_test

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/seal"
)

func TestSealAndRestore(t *testing.T) {
	s := newSealer(t, options(ring(t)))
	doc := mediationDoc(2)
	public, secrets, err := s.Seal(organ, ref, doc)
	require.NoError(t, err)
	requireCanonical(t, public)
	requireNothingPersonal(t, string(public))
	require.Contains(t, string(public), `"title":"相邻关系纠纷"`)
	require.Len(t, secrets, 7)

	paths := make([]string, 0, len(secrets))
	for _, x := range secrets {
		paths = append(paths, string(x.Path))
		require.Equal(t, "2025", x.Key)
		require.Equal(t, organ, x.Organ)
		require.Equal(t, ref, x.Ref)
		requireNothingPersonal(t, string(x.Box))
	}
	require.Equal(t, "/address /parties/0/idNumber /parties/0/name /parties/0/phone /parties/1/idNumber /parties/1/name /parties/1/phone",
		strings.Join(paths, " "))

	restored, forgotten, err := s.Restore(public, secrets)
	require.NoError(t, err)
	require.Empty(t, forgotten)
	require.Equal(t, string(doc), string(restored))

	value, err := s.Open(public, secrets[1])
	require.NoError(t, err)
	require.Equal(t, idNo, value)
}

func TestSealKeepsWhatIsNotPersonal(t *testing.T) {
	s := newSealer(t, options(ring(t)))
	for _, doc := range []string{
		`{}`, `[]`, `null`, `"欧阳测试"`, `1`, `{"title":"甲"}`, `{"parties":[]}`, `{"parties":null}`,
		`{"parties":[{"idNumber":"","name":null,"role":"申请人"}]}`, `{"address":null}`, `{"address":""}`,
		`{"parties":["name"]}`, `{"sealed":true}`, `{"x":{"sealed":"这不是承诺值"}}`,
	} {
		public, secrets, err := s.Seal(organ, ref, []byte(doc))
		require.NoError(t, err, doc)
		require.Empty(t, secrets, doc)
		require.Equal(t, doc, string(public))
	}
	public, secrets, err := s.Seal(organ, fazhi.Ref{Kind: "contract", ID: "1"}, []byte(`{"address":"某某路1号"}`))
	require.NoError(t, err)
	require.Empty(t, secrets)
	require.Equal(t, `{"address":"某某路1号"}`, string(public))
}

// A personal value that is no string is never left as it is.
func TestSealRefusesOtherValues(t *testing.T) {
	s := newSealer(t, options(ring(t)))
	for doc, path := range map[string]fazhi.Path{
		`{"address":139}`:                               "/address",
		`{"address":true}`:                              "/address",
		`{"address":["某某路"]}`:                           "/address",
		`{"address":{"road":"某某路"}}`:                    "/address",
		`{"address":{}}`:                                "/address",
		`{"parties":[{"name":"a"},{"phone":139000}]}`:   "/parties/1/phone",
		`{"parties":{"a/b":{"name":["欧阳测试"]}}}`:         "/parties/a~1b/name",
		`{"parties":[{"idNumber":350502199001010010}]}`: "/parties/0/idNumber",
	} {
		public, secrets, err := s.Seal(organ, ref, []byte(doc))
		if strings.Contains(doc, "350502") {
			require.ErrorIs(t, err, seal.ErrDocument, "no double holds the number")
			continue
		}
		require.ErrorIs(t, err, seal.ErrValue, doc)
		var place *seal.Error
		require.ErrorAs(t, err, &place)
		require.Equal(t, path, place.Path)
		require.Nil(t, public)
		require.Nil(t, secrets)
		requireNothingPersonal(t, err.Error())
	}
}

func TestSealRefusesBadInput(t *testing.T) {
	s := newSealer(t, options(ring(t)))
	for _, doc := range []string{``, `{`, `{"address":"a","address":"b"}`, "{\"address\":\"\xff\"}", strings.Repeat("[", 65)} {
		_, _, err := s.Seal(organ, ref, []byte(doc))
		require.ErrorIs(t, err, seal.ErrDocument, doc)
	}
	_, _, err := s.Seal(organ, fazhi.Ref{Kind: "letter", ID: "1"}, []byte(`{}`))
	require.ErrorIs(t, err, seal.ErrKind)
	_, _, err = s.Seal("另一司法局", ref, mediationDoc(1))
	require.ErrorIs(t, err, seal.ErrKey)
	_, _, err = s.Seal(organ, ref, []byte(`{"parties":[`+strings.TrimSuffix(strings.Repeat(`{"name":"甲"},`, 10_001), ",")+`]}`))
	require.ErrorIs(t, err, seal.ErrDocument)
}

// What comes in another form is made canonical first, so that nothing hides behind escapes.
func TestSealSeesThroughEscapes(t *testing.T) {
	s := newSealer(t, options(ring(t)))
	public, secrets, err := s.Seal(organ, ref, []byte(` {"addr\u0065ss" : "\u67d0\"\n" } `))
	require.NoError(t, err)
	requireCanonical(t, public)
	require.Len(t, secrets, 1)
	value, err := s.Open(public, secrets[0])
	require.NoError(t, err)
	require.Equal(t, "某\"\n", value)
	restored, _, err := s.Restore(public, secrets)
	require.NoError(t, err)
	require.Equal(t, `{"address":"某\"\n"}`, string(restored))
}

// The path of a secret is a key in databases.
func TestSealRefusesPathsThatAreNoKeys(t *testing.T) {
	o := options(ring(t))
	o.Fields = map[fazhi.Kind][]seal.Field{kind: {{Path: "/*"}}}
	s := newSealer(t, o)
	for _, member := range []string{strings.Repeat("名", 400), `a\u0000`, `a\n`, "a ", "a　"} {
		_, _, err := s.Seal(organ, ref, []byte(`{"`+member+`":"欧阳测试"}`))
		require.ErrorIs(t, err, seal.ErrDocument, member)
		_, _, err = s.Seal(organ, ref, []byte(`{"`+strings.Repeat("名", 1<<20)+`":1}`))
		require.ErrorIs(t, err, seal.ErrValue)
		require.Less(t, len(err.Error()), 2000)
	}
	_, _, err := s.Seal(organ, ref, []byte(`{"`+strings.Repeat("名", 399)+`":"欧阳测试"}`))
	require.NoError(t, err)
}

func TestEqualValuesLookDifferent(t *testing.T) {
	s := newSealer(t, options(ring(t)))
	public, secrets, err := s.Seal(organ, ref, mediationDoc(50))
	require.NoError(t, err)
	again, more, err := s.Seal(organ, ref, mediationDoc(50))
	require.NoError(t, err)
	require.NotEqual(t, string(public), string(again))
	boxes, commitments, digests := map[string]bool{}, map[string]bool{}, map[string]bool{}
	docs := [][]byte{public, again}
	for i, list := range [][]register.Secret{secrets, more} {
		for _, x := range list {
			boxes[string(x.Box)] = true
			digests[string(x.Digest)] = true
			c, err := seal.CommitmentAt(docs[i], x.Path)
			require.NoError(t, err)
			commitments[c.String()] = true
		}
	}
	require.Len(t, boxes, 302)
	require.Len(t, commitments, 302)
	require.Len(t, digests, 4, "name, number, phone, and the address without one")
}

// A commitment that a document brings along is refused, wherever it is.
func TestPlantedCommitments(t *testing.T) {
	planted := `{"sealed":"sha256:` + strings.Repeat("0a", 32) + `"}`
	s := newSealer(t, options(ring(t)))
	for _, x := range []struct{ doc, path string }{
		{planted, ""}, {`{"address":` + planted + `}`, "/address"}, {`{"title":` + planted + `}`, "/title"},
		{`{"parties":[1,` + planted + `]}`, "/parties/1"}, {`{"x":[[{"y":` + planted + `}]]}`, "/x/0/0/y"},
		{`{"x":{"sealed":"any-hash:` + strings.Repeat("0a", 32) + `"}}`, "/x"},
		{`{"x":{"seal\u0065d" : "sha256:` + strings.Repeat("0a", 32) + `"}}`, "/x"},
	} {
		for _, k := range []fazhi.Kind{kind, "contract"} {
			_, _, err := s.Seal(organ, fazhi.Ref{Kind: k, ID: "1"}, []byte(x.doc))
			require.ErrorIs(t, err, seal.ErrSealed, x.doc)
			var place *seal.Error
			require.ErrorAs(t, err, &place)
			require.Equal(t, x.path, string(place.Path))
		}
	}
	public, _, err := s.Seal(organ, ref, mediationDoc(1))
	require.NoError(t, err)
	_, _, err = s.Seal(organ, ref, public)
	require.ErrorIs(t, err, seal.ErrSealed, "a record that was read back is to be restored first")
}

// A document of which a part is forgotten can be corrected, if the caller answers for what stays.
func TestKeep(t *testing.T) {
	o := options(ring(t))
	first := newSealer(t, o)
	public, secrets, err := first.Seal(organ, ref, mediationDoc(1))
	require.NoError(t, err)
	for i := range secrets {
		if secrets[i].Path == "/address" {
			secrets[i].Box = nil
		}
	}
	restored, forgotten, err := first.Restore(public, secrets)
	require.NoError(t, err)
	require.Equal(t, []fazhi.Path{"/address"}, forgotten)

	o.Keep = func(_ string, _ fazhi.Ref, path fazhi.Path, c seal.Commitment) (bool, error) {
		standing, err := seal.CommitmentAt(public, path)
		return err == nil && standing == c, nil
	}
	s := newSealer(t, o)
	corrected := bytes.Replace(restored, []byte("1200"), []byte("1300"), 1)
	again, more, err := s.Seal(organ, ref, corrected)
	require.NoError(t, err)
	require.Len(t, more, 3)
	requireCanonical(t, again)
	requireNothingPersonal(t, string(again))

	_, _, err = s.Restore(again, more)
	require.ErrorIs(t, err, seal.ErrMissing)
	restored, forgotten, err = s.Restore(again, append(secrets, more...))
	require.NoError(t, err)
	require.Equal(t, []fazhi.Path{"/address"}, forgotten)
	require.Equal(t, string(corrected), string(restored))

	elsewhere := bytes.Replace(corrected, []byte(`"相邻关系纠纷"`), []byte(`{"sealed":"sha256:`+strings.Repeat("0a", 32)+`"}`), 1)
	_, _, err = s.Seal(organ, ref, elsewhere)
	require.ErrorIs(t, err, seal.ErrSealed, "Keep is not asked where nothing is personal")
	_, _, err = s.Seal(organ, ref, bytes.Replace(corrected, []byte("sha256:"), []byte("sha255:"), 1))
	require.ErrorIs(t, err, seal.ErrSealed)

	broken := errors.New("数据库没有答复")
	o.Keep = func(string, fazhi.Ref, fazhi.Path, seal.Commitment) (bool, error) { return false, broken }
	_, _, err = newSealer(t, o).Seal(organ, ref, corrected)
	require.ErrorIs(t, err, broken)
}

func TestSealWithoutRandomness(t *testing.T) {
	o := options(ring(t))
	o.Rand = strings.NewReader("too short")
	public, secrets, err := newSealer(t, o).Seal(organ, ref, mediationDoc(1))
	require.Error(t, err)
	require.Nil(t, public)
	require.Nil(t, secrets)
}

func TestNewSaysEverything(t *testing.T) {
	_, err := seal.New(seal.Options{
		Fields: map[fazhi.Kind][]seal.Field{"b": {{Path: "name"}, {Path: "/a/**"}}, "a": {{Path: "/~2"}, {Path: "/\xff"}, {Path: strings.Repeat("/a", 65)}}},
		Index:  []seal.Class{""},
		Suites: []seal.Suite{{Name: "none"}, seal.AES256GCM(), seal.AES256GCM()},
		Hashes: []register.Hash{{Name: "SHA 256", New: register.SHA256().New}},
	})
	require.Error(t, err)
	for _, part := range []string{"Keys", `"name"`, `"/a/**"`, `"/~2"`, "UTF-8", "层数", "Index", "没有名称、密钥长度或者 New", "aes-256-gcm 重复", `"SHA 256"`} {
		require.ErrorContains(t, err, part)
	}
	_, err = seal.New(seal.Options{Keys: seal.NewKeyring(), Hashes: []register.Hash{}})
	require.ErrorContains(t, err, "Fields")
	require.ErrorContains(t, err, "摘要")
}

// A book seals what it is given and keeps the secrets beside the entry.
func TestWithABook(t *testing.T) {
	s := newSealer(t, options(ring(t)))
	list := entries(t, book(t, s, 2, 1))
	require.Len(t, list, 2)
	for _, e := range list {
		line, err := e.AppendLine(nil)
		require.NoError(t, err)
		requireNothingPersonal(t, string(line))
		restored, _, err := s.Restore(e.Doc, e.Secrets)
		require.NoError(t, err)
		require.Equal(t, string(mediationDoc(1)), string(restored))
	}
}

func TestManyGoroutines(t *testing.T) {
	keys := ring(t)
	s := newSealer(t, options(keys))
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			for j := range 20 {
				public, secrets, err := s.Seal(organ, ref, mediationDoc(2))
				if err == nil {
					_, _, err = s.Restore(public, secrets)
				}
				if err == nil && i == 0 {
					err = keys.Add(organ, key(t, fmt.Sprint("more", j)))
				}
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	group.Wait()
}
