package registertest

import (
	"context"
	"errors"
	"slices"
	"strconv"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
)

// secretOf is a secret before its entry has a place. The box holds bytes that are no text.
func secretOf(path fazhi.Path, key, value string) register.Secret {
	box := append([]byte{0x00, 0xff, 0xfe, '\'', '\\', 0x80}, value...)
	return register.Secret{Path: path, Key: key, Box: box, Digest: append([]byte{0xc0, 0x00}, value...)}
}

// ask returns the secrets that a query asks for.
func (t *trial) ask(q register.SecretQuery) []register.Secret {
	got, err := collect(t.Secrets.Secrets(t.ctx, q))
	t.need("Secrets", err)
	return got
}

// sealed keeps a book with secrets: of two documents, under two keys, with two values and with none that can be searched.
// It returns them by entry and path.
func (t *trial) sealed(organ string) []register.Secret {
	for i, id := range []string{"A", "B", "A", "C"} {
		e := draft(ref(id))
		for j, path := range []fazhi.Path{"/z", "/a", "/a/10", "/a/9", "/b"} {
			s := secretOf(path, "k"+strconv.Itoa((i+j)%3), "v"+strconv.Itoa((i+j)%2))
			if j == 4 {
				s.Digest = nil
			}
			e.Secrets = append(e.Secrets, s)
		}
		t.keep(keyOf(organ, ref(id)), refusal(ref(id)), e)
	}
	all := t.secretsOfEntries(organ)
	if len(all) != 20 {
		t.stop("20 secrets are given with entries, and %d are kept", len(all))
	}
	return all
}

// secretsOfEntries returns those that Entries gives, by entry and path.
func (t *trial) secretsOfEntries(organ string) []register.Secret {
	var all []register.Secret
	for _, e := range t.all(organ) {
		all = append(all, e.Secrets...)
	}
	slices.SortFunc(all, bySeqAndPath)
	return all
}

func bySeqAndPath(a, b register.Secret) int {
	if a.Seq != b.Seq {
		return int(a.Seq - b.Seq)
	}
	return byPath(a, b)
}

// sameSecrets notes where secrets differ.
func (t *trial) sameSecrets(what string, got, want []register.Secret) {
	if !slices.EqualFunc(got, want, func(a, b register.Secret) bool { return sameSecret(&a, &b) }) {
		t.fault("%s: %d secrets instead of %d, or others, or in another order", what, len(got), len(want))
	}
}

func onlySecrets(all []register.Secret, is func(s *register.Secret) bool) []register.Secret {
	return slices.DeleteFunc(slices.Clone(all), func(s register.Secret) bool { return !is(&s) })
}

func secretsInOrder(t *trial) {
	organ := t.organ()
	all := t.sealed(organ)
	t.sameSecrets("all of a book", t.ask(register.SecretQuery{Scope: scopeOf(organ)}), all)
	t.sameSecrets("of a book without secrets", t.ask(register.SecretQuery{Scope: scopeOf(t.organ())}), nil)
}

func secretsByRef(t *trial) {
	organ := t.organ()
	all := t.sealed(organ)
	for _, id := range []string{"A", "B", "C", "D"} {
		got := t.ask(register.SecretQuery{Scope: scopeOf(organ), Ref: ref(id)})
		t.sameSecrets("of document "+id, got, onlySecrets(all, func(s *register.Secret) bool { return s.Ref.ID == id }))
	}
}

func secretsByDigest(t *trial) {
	organ := t.organ()
	all := t.sealed(organ)
	for _, value := range []string{"v0", "v1", "v", ""} {
		digest := secretOf("", "", value).Digest
		got := t.ask(register.SecretQuery{Scope: scopeOf(organ), Digest: digest})
		want := onlySecrets(all, func(s *register.Secret) bool { return string(s.Digest) == string(digest) })
		t.sameSecrets("of value "+value, got, want)
		got = t.ask(register.SecretQuery{Scope: scopeOf(organ), Digest: digest, Ref: ref("A"), NotKey: "k0"})
		want = onlySecrets(want, func(s *register.Secret) bool { return s.Ref.ID == "A" && s.Key != "k0" })
		t.sameSecrets("of value "+value+" and more", got, want)
	}
}

func secretsByKey(t *trial) {
	organ := t.organ()
	all := t.sealed(organ)
	for _, key := range []string{"k0", "k2", "K0", "k"} {
		got := t.ask(register.SecretQuery{Scope: scopeOf(organ), Key: key})
		t.sameSecrets("under "+key, got, onlySecrets(all, func(s *register.Secret) bool { return s.Key == key }))
	}
}

func secretsByOtherKey(t *trial) {
	organ := t.organ()
	all := t.sealed(organ)
	for _, key := range []string{"k0", "k2", "K0", "k"} {
		got := t.ask(register.SecretQuery{Scope: scopeOf(organ), NotKey: key})
		t.sameSecrets("not under "+key, got, onlySecrets(all, func(s *register.Secret) bool { return s.Key != key }))
	}
}

func secretsAfter(t *trial) {
	organ := t.organ()
	all := t.sealed(organ)
	for after := range int64(10) {
		got := t.ask(register.SecretQuery{Scope: scopeOf(organ), After: after})
		t.sameSecrets("after entry "+strconv.FormatInt(after, 10), got, onlySecrets(all, func(s *register.Secret) bool { return s.Seq > after }))
		got = t.ask(register.SecretQuery{Scope: scopeOf(organ), After: after, NotKey: "k1", Ref: ref("A")})
		t.sameSecrets("after an entry and more", got, onlySecrets(all, func(s *register.Secret) bool {
			return s.Seq > after && s.Key != "k1" && s.Ref.ID == "A"
		}))
	}
}

func secretsOfOneOrgan(t *trial) {
	one, two := t.organ(), t.organ()
	first, second := t.sealed(one), t.sealed(two)
	digest := secretOf("", "", "v1").Digest
	for _, q := range []register.SecretQuery{{}, {Ref: ref("A")}, {Key: "k1"}, {NotKey: "k1"}, {Digest: digest}} {
		q.Scope = scopeOf(one)
		if slices.ContainsFunc(t.ask(q), func(s register.Secret) bool { return s.Organ != one }) {
			t.fault("secrets of another organ are yielded")
		}
	}
	t.sameSecrets("of the first book", t.ask(register.SecretQuery{Scope: scopeOf(one)}), first)
	t.sameSecrets("of the second book", t.ask(register.SecretQuery{Scope: scopeOf(two)}), second)
}

func scopeOfSecrets(t *trial) {
	for _, organ := range []string{"", register.AllOrgans} {
		got, err := collect(t.Secrets.Secrets(t.ctx, register.SecretQuery{Scope: scopeOf(organ)}))
		if !errors.Is(err, register.ErrScope) || len(got) > 0 {
			t.fault("organ %q: the error of Secrets is %v, not ErrScope", organ, err)
		}
		if err := t.Secrets.Reseal(t.ctx, scopeOf(organ), nil); !errors.Is(err, register.ErrScope) {
			t.fault("organ %q: the error of Reseal is %v, not ErrScope", organ, err)
		}
	}
}

func callerOwnsSecrets(t *trial) {
	organ := t.organ()
	want := t.sealed(organ)
	for _, s := range t.ask(register.SecretQuery{Scope: scopeOf(organ)}) {
		fillBytes(s.Box)
		fillBytes(s.Digest)
	}
	t.sameSecrets("after what was read was written over", t.ask(register.SecretQuery{Scope: scopeOf(organ)}), cloneSecrets(want))
}

func cloneSecrets(secrets []register.Secret) []register.Secret {
	out := slices.Clone(secrets)
	for i := range out {
		out[i].Box, out[i].Digest = slices.Clone(out[i].Box), slices.Clone(out[i].Digest)
	}
	return out
}

// breakSecrets also reseals within the loop, as rotation does.
func breakSecrets(t *trial) {
	organ := t.organ()
	t.sealed(organ)
	for i := range 200 { // more than any pool has connections
		n := 0
		for s, err := range t.Secrets.Secrets(t.ctx, register.SecretQuery{Scope: scopeOf(organ)}) {
			t.need("Secrets", err)
			if n++; n == 2 {
				break
			}
			s.Key = "k" + strconv.Itoa(i)
			t.need("Reseal within a loop", t.Secrets.Reseal(t.ctx, scopeOf(organ), []register.Secret{s}))
		}
		if n != 2 {
			t.stop("a loop that is left at secret 2 sees %d", n)
		}
	}
}

func secretsContext(t *trial) {
	organ := t.organ()
	t.sealed(organ)
	_, err := collect(t.Secrets.Secrets(t.ended(), register.SecretQuery{Scope: scopeOf(organ)}))
	if !errors.Is(err, context.Canceled) || errors.Is(err, errGoesOn) {
		t.fault("a context that is over: the error is %v", err)
	}
}

// resealed returns secrets as a new key would have them.
func resealed(secrets []register.Secret) []register.Secret {
	out := cloneSecrets(secrets)
	for i := range out {
		s := secretOf(out[i].Path, "neu", "n"+strconv.Itoa(i))
		out[i].Key, out[i].Box, out[i].Digest = s.Key, s.Box, s.Digest
	}
	return out
}

func resealReplaces(t *trial) {
	organ := t.organ()
	want := t.sealed(organ)
	copy(want[3:], resealed(want[3:9]))
	want[5].Digest = nil
	given := cloneSecrets(want[3:9])
	t.need("Reseal", t.Secrets.Reseal(t.ctx, scopeOf(organ), given))
	for i := range given {
		fillBytes(given[i].Box)
		fillBytes(given[i].Digest)
	}
	t.sameSecrets("after Reseal", t.ask(register.SecretQuery{Scope: scopeOf(organ)}), want)
	got := t.ask(register.SecretQuery{Scope: scopeOf(organ), Key: "neu"})
	t.sameSecrets("under the new key", got, want[3:9])
	got = t.ask(register.SecretQuery{Scope: scopeOf(organ), Digest: want[4].Digest})
	t.sameSecrets("of the new digest", got, want[4:5])
	t.sameSecrets("with the entries", t.secretsOfEntries(organ), want)
	t.need("Reseal of nothing", t.Secrets.Reseal(t.ctx, scopeOf(organ), nil))
}

func resealDeletes(t *trial) {
	organ := t.organ()
	want := t.sealed(organ)
	want[2].Box, want[2].Digest = nil, nil
	t.need("Reseal", t.Secrets.Reseal(t.ctx, scopeOf(organ), want[2:3]))
	t.sameSecrets("after one was deleted", t.ask(register.SecretQuery{Scope: scopeOf(organ)}), want)
}

func resealLeavesDeleted(t *trial) {
	organ := t.organ()
	want := t.sealed(organ)
	want[2].Box, want[2].Digest = nil, nil
	t.need("Reseal", t.Secrets.Reseal(t.ctx, scopeOf(organ), want[2:3]))
	given := resealed(want[:5])
	t.need("Reseal of five, one of which was deleted", t.Secrets.Reseal(t.ctx, scopeOf(organ), given))
	copy(want[:2], given[:2])
	copy(want[3:5], given[3:5])
	t.sameSecrets("after it", t.ask(register.SecretQuery{Scope: scopeOf(organ)}), want)
}

func resealAllOrNone(t *trial) {
	organ := t.organ()
	want := t.sealed(organ)
	for _, missing := range []func(s *register.Secret){
		func(s *register.Secret) { s.Path = "/nowhere" },
		func(s *register.Secret) { s.Seq = 1 }, // a refusal, without secrets
		func(s *register.Secret) { s.Seq = 1000 },
		func(s *register.Secret) { s.Seq = 0 },
	} {
		given := resealed(want[:5])
		missing(&given[4])
		if err := t.Secrets.Reseal(t.ctx, scopeOf(organ), given); !errors.Is(err, register.ErrNotFound) {
			t.fault("a secret that is not there: the error is %v, not ErrNotFound", err)
		}
		t.sameSecrets("after one was not found", t.ask(register.SecretQuery{Scope: scopeOf(organ)}), want)
	}
}

func resealMakesNone(t *trial) {
	organ := t.organ()
	t.keep(keyOf(organ, ref("A")), draft(ref("A")))
	s := secretOf("/a", "k", "v")
	s.Organ, s.Seq, s.Ref = organ, 1, ref("A")
	if err := t.Secrets.Reseal(t.ctx, scopeOf(organ), []register.Secret{s}); !errors.Is(err, register.ErrNotFound) {
		t.fault("a secret that is not there: the error is %v, not ErrNotFound", err)
	}
	t.sameSecrets("an entry without secrets", t.ask(register.SecretQuery{Scope: scopeOf(organ)}), nil)
}

func resealOfOneOrgan(t *trial) {
	one, two := t.organ(), t.organ()
	first, second := t.sealed(one), t.sealed(two)
	err := t.Secrets.Reseal(t.ctx, scopeOf(one), resealed(second[:1]))
	if !errors.Is(err, register.ErrNotFound) && !errors.Is(err, register.ErrScope) {
		t.fault("another organ's secret: the error is %v, not ErrNotFound", err)
	}
	t.sameSecrets("of the first book", t.ask(register.SecretQuery{Scope: scopeOf(one)}), first)
	t.sameSecrets("of the second book", t.ask(register.SecretQuery{Scope: scopeOf(two)}), second)
}

func resealLeavesEntries(t *trial) {
	organ := t.organ()
	all := t.sealed(organ)
	want := t.read(t.Store, register.Query{Scope: scopeOf(organ)})
	t.need("Reseal", t.Secrets.Reseal(t.ctx, scopeOf(organ), resealed(all)))
	t.same("after Reseal", t.read(t.Store, register.Query{Scope: scopeOf(organ)}), want)
	t.headIs("after Reseal", organ, want)
}

func secretsDurable(t *trial) {
	organ := t.organ()
	want := t.sealed(organ)
	copy(want[3:], resealed(want[3:9]))
	t.need("Reseal", t.Secrets.Reseal(t.ctx, scopeOf(organ), want[3:9]))
	t.reopen()
	t.sameSecrets("opened again", t.ask(register.SecretQuery{Scope: scopeOf(organ)}), want)
}
