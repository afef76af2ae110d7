package registertest_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/fazhi-go/fazhi/register/registertest"
	"github.com/stretchr/testify/require"
)

// A broken store has one flaw, and each of these cases finds it.
type broken struct {
	flaw  string
	cases []string
}

func by(flaw string, cases ...string) broken { return broken{flaw: flaw, cases: cases} }

func brokenAppends() []broken {
	return []broken{
		by("the head has no time", "append-tells-head"),
		by("last is the first", "append-tells-last"),
		by("last may be a refusal", "append-last-is-no-refusal"),
		by("last has its secrets", "append-last-without-secrets"),
		by("last is not copied", "append-prior-is-a-copy"),
		by("last is of any organ", "append-organs-apart"),
		by("serials are told in another order", "append-tells-serials"),
		by("counters: years are not apart", "append-tells-serials"),
		by("counters are shared by all organs", "append-organs-apart"),
		by("nothing is returned", "append-returns-what-it-keeps"),
		by("With is lost", "append-returns-what-it-keeps"),
		by("Running is lost", "append-returns-what-it-keeps"),
		by("secrets are text", "append-returns-what-it-keeps"),
		by("an entry moves its counters by one", "append-several-numbers"),
		by("entries are kept one by one", "append-all-or-nothing", "refuse-wrong-serial"),
		by("a request without entries is kept", "append-no-entries"),
		by("hangs: a panic of next keeps the lock", "append-panic-keeps-nothing"),
		by("the number is taken before next is called", "append-error-uses-no-number", "append-error-keeps-nothing",
			"append-panic-keeps-nothing", "append-no-entries", "refuse-wrong-seq"),
		by("digests are made anew", "append-sum-as-given"),
		by("entries are kept without a copy", "append-keeps-its-own-copy"),
		by("nothing outlives Close", "append-durable"),
		by("requests are forgotten at Close", "append-durable"),
		by("a handle holds back what it writes", "append-seen-by-others"),
		by("what next is told is read before the lock", "append-one-after-another"),
		by("last is read before the lock", "append-one-after-another"),
		by("room for 500 books", "append-thousand-organs"),
		by("the first answer counts", "append-last-answer-counts"),
		by("errors are told in other words", "append-error-as-it-is"),
		by("errors are unknown", "append-error-as-it-is"),
		by("what comes with an error is returned", "append-error-as-it-is"),
		by("what comes with an error is kept", "append-error-keeps-nothing"),
		by("an error of next is swallowed", "append-error-keeps-nothing", "append-error-uses-no-number"),
		by("a failure fails the call after it", "append-failures-harm-nobody"),
		by("a context that ends in next is an error of what is kept", "append-context-midway"),
		by("Append needs no organ", "append-without-organ"),
		by("Append knows no context", "append-context-over"),

		by("ReqID is ignored", "request-repeated", "request-repeated-together", "request-of-many-entries"),
		by("a request is one of a document", "request-repeated"),
		by("a handle knows its own requests only", "request-repeated-elsewhere", "append-durable"),
		by("the request is looked up before the lock", "request-repeated-together"),
		by("a request gives its first entry only", "request-of-many-entries"),
		by("a repeated request gives secrets", "request-without-secrets"),
		by("requests are shared by all organs", "request-of-one-organ"),
		by("an empty ReqID is one", "request-empty-is-none"),
		by("requests are kept by the key", "request-of-an-entry"),

		by("the organ of entries is not looked at", "refuse-foreign-organ"),
		by("Seq is not looked at", "refuse-wrong-seq"),
		by("Prev is not looked at", "refuse-wrong-prev"),
		by("the time of entries is not looked at", "refuse-earlier-time"),
		by("serials are not looked at", "refuse-wrong-serial"),
		by("counters that were not asked for are kept", "refuse-unasked-counter"),
		by("the request of entries is not looked at", "refuse-other-request"),
		by("a number may be given in two series", "refuse-taken-number"),
		by("a number may be given twice at once", "refuse-taken-number"),
	}
}

func brokenReads() []broken {
	return []broken{
		by("entries come by document", "entries-in-order"),
		by("a query gives 1,000 entries at the most", "entries-long", "entries-never-short"),
		by("a page begins with the last entry of the one before", "entries-long"),
		by("an empty book is not found", "entries-empty-book"),
		by("an entry is seen when the next is kept", "entries-seen-at-once"),
		by("an entry is seen after a later one", "entries-never-skip"),
		by("entries are seen one by one", "entries-never-half"),
		by("what is yielded is not a copy", "entries-caller-owns"),
		by("Entries needs no organ", "entries-without-organ"),
		by("a query by field forgets the organ", "entries-of-one-organ"),
		by("After is among them", "entries-after"),
		by("Upto is not among them", "entries-upto"),
		by("a document is its id", "entries-by-ref", "append-tells-last"),
		by("Ref is not asked for", "entries-by-ref"),
		by("kinds: beginnings", "entries-by-kind"),
		by("numbers: beginnings", "entries-by-number"),
		by("Number is not asked for", "entries-by-number"),
		by("ReqID is not asked for", "entries-by-request"),
		by("From is not among them", "entries-from"),
		by("To is not among them", "entries-to"),
		by("Current may be a refusal", "entries-current"),
		by("a refused document is not current", "entries-current"),
		by("Step does not imply Current", "entries-by-step"),
		by("steps: beginnings", "entries-by-step"),
		by("DueBefore does not imply Current", "entries-due-before"),
		by("DueBefore is among them", "entries-due-before"),
		by("what is never due is due", "entries-due-before"),
		by("documents that move are not listed", "entries-while-moving"),
		by("Current is taken last", "entries-fields-together", "entries-by-step"),
		by("secrets are given unasked", "entries-secrets-when-asked"),
		by("secrets are never given", "entries-secrets-when-asked"),
		by("Entries goes on when a loop is left", "entries-break"),
		by("hangs: Entries keeps its place when a loop is left", "entries-break"),
		by("hangs: Entries holds the lock in a loop", "entries-calls-inside"),
		by("Entries knows no context", "entries-context-over"),
		by("Entries goes on after an error", "entries-context-over"),
		by("a context that ends ends the loop in silence", "entries-never-short", "entries-context-over"),

		by("Heads of one are those of all", "heads-of-one"),
		by("a head is that of the last document", "heads-of-one"),
		by("heads come as the books came", "heads-of-all"),
		by("heads come in the order of a dictionary", "heads-of-all"),
		by("a book begins before its first entry", "heads-no-empty-books"),
		by("Heads needs no organ", "heads-without-organ"),
		by("Heads goes on when a loop is left", "heads-break"),
		by("hangs: Heads keeps its place when a loop is left", "heads-break"),
		by("hangs: Heads holds the lock in a loop", "heads-calls-inside"),
		by("Heads knows no context", "heads-context-over"),
		by("Inspect finds what is not there", "inspect-finds-nothing"),
	}
}

func brokenValues() []broken {
	return []broken{
		by("ids: case is lost", "values-ids-apart", "parked-apart"),
		by("ids: accents are lost", "values-ids-apart"),
		by("ids: accents are composed", "values-ids-apart"),
		by("ids: width is lost", "values-ids-apart"),
		by("ids: beyond the BMP all is one", "values-ids-apart"),
		by("ids: invisible characters are lost", "values-ids-apart"),
		by("ids: blanks are folded", "values-ids-apart"),
		by("ids: cut at 255 bytes", "values-longest"),
		by("kinds: case is lost", "values-kinds-apart"),
		by("requests: case is lost", "values-requests-apart"),
		by("steps: case is lost", "values-steps-apart"),
		by("steps: wildcards", "values-steps-apart"),
		by("numbers: wildcards", "values-numbers-apart"),
		by("numbers: case is lost", "values-numbers-apart"),
		by("series: case is lost", "values-numbers-apart"),
		by("organs: case is lost", "values-organs-apart"),
		by("organs: cut at 100 bytes", "values-longest"),
		by("reasons are cut at 4000 bytes", "values-longest"),
		by("characters beyond the BMP become question marks", "values-odd-texts"),
		by("backslashes are unescaped", "values-odd-texts"),
		by("an empty text becomes NULL", "values-odd-texts"),
		by("Applied is lost", "values-who-judged", "append-returns-what-it-keeps"),
		by("Applied of a refusal is lost", "values-who-judged"),
		by("Applied comes in the order of names", "values-who-judged"),
		by("Applied is cut at 2000 bytes", "values-who-judged"),
		by("days are kept since 1900", "values-odd-days"),
		by("times are kept in seconds", "values-odd-times"),
		by("times are kept in nanoseconds of 64 bits", "values-odd-times"),
		by("documents are cut at 64 KB", "values-large-document"),
	}
}

func brokenSecrets() []broken {
	return []broken{
		by("secrets come as they were given", "secrets-in-order"),
		by("secrets by document are those of all", "secrets-by-ref"),
		by("digests are compared by their beginning", "secrets-by-digest"),
		by("a secret without a digest has every digest", "secrets-by-digest"),
		by("secrets by key are those of all", "secrets-by-key"),
		by("secrets by key: case is lost", "secrets-by-key"),
		by("secrets by another key are those of all", "secrets-by-other-key"),
		by("secrets after an entry are those of all", "secrets-after"),
		by("secrets of all organs", "secrets-of-one-organ"),
		by("Secrets needs no organ", "secrets-without-organ"),
		by("Reseal needs no organ", "secrets-without-organ"),
		by("what Secrets yields is not a copy", "secrets-caller-owns"),
		by("Secrets goes on when a loop is left", "secrets-break"),
		by("hangs: Secrets keeps its place when a loop is left", "secrets-break"),
		by("hangs: Secrets holds the lock in a loop", "secrets-break"),
		by("Secrets knows no context", "secrets-context-over"),
		by("secrets do not outlive Close", "secrets-durable"),
		by("Reseal leaves Key", "reseal-replaces"),
		by("Reseal leaves Digest", "reseal-replaces"),
		by("Reseal keeps no copy", "reseal-replaces"),
		by("an empty Box is no secret", "reseal-deletes"),
		by("Reseal brings back what was deleted", "reseal-leaves-deleted"),
		by("Reseal goes as far as it can", "reseal-all-or-none"),
		by("Reseal passes over what is not there", "reseal-all-or-none", "reseal-makes-none"),
		by("Reseal makes secrets", "reseal-makes-none"),
		by("Reseal does not look at the organ of secrets", "reseal-of-one-organ"),
		by("Reseal does not look at the scope", "reseal-of-one-organ"),
		by("Reseal notes itself in the entry", "reseal-leaves-entries"),
	}
}

func brokenCursors() []broken {
	return []broken{
		by("a lease excludes nobody", "lease-excludes", "lease-once"),
		by("holders: case is lost", "lease-excludes"),
		by("a lease that is refused is an error of its own", "lease-excludes"),
		by("leases are those of a handle", "lease-excludes-elsewhere"),
		by("Lease asks first and takes then", "lease-once"),
		by("a lease never ends", "lease-ends"),
		by("one's own lease is not prolonged", "lease-is-prolonged"),
		by("Lease does not tell the position", "lease-tells-progress"),
		by("positions have 32 bits", "lease-tells-progress"),
		by("Park replaces all", "save-keeps"),
		by("Release is forgotten", "save-keeps", "save-releases"),
		by("Save does not prolong the lease", "save-prolongs"),
		by("Save does not look at the lease", "save-after-loss", "save-unleased", "lease-excludes-elsewhere"),
		by("Save looks at the time of the lease only", "save-after-loss"),
		by("Save parks before it looks at the lease", "save-after-loss", "save-unleased"),
		by("Save without a lease takes it", "save-unleased"),
		by("Save refuses a lease that ran out", "save-late"),
		by("a document that is parked stays as it is", "save-parks-again"),
		by("one document is parked as often as it comes", "save-parks-again"),
		by("a release of nothing is an error", "save-releases"),
		by("Release lets all go", "save-releases"),
		by("parked documents come by their first entry", "parked-in-order"),
		by("1,000 documents are parked at the most", "parked-in-order"),
		by("Parked goes on when a loop is left", "parked-break"),
		by("hangs: Parked keeps its place when a loop is left", "parked-break"),
		by("hangs: Parked holds the lock in a loop", "parked-break"),
		by("cursors are those of a subscriber", "cursors-of-one-subscription"),
		by("cursors are those of an organ", "cursors-of-one-subscription"),
		by("subscribers: case is lost", "cursors-of-one-subscription"),
		by("cursors: both names in one", "cursors-of-one-subscription"),
		by("cursors do not outlive Close", "cursors-durable"),
		by("Lease knows no context", "cursors-context-over"),
		by("Save knows no context", "cursors-context-over"),
		by("Parked knows no context", "cursors-context-over"),
		by("Lease opens a book", "cursors-leave-books"),
	}
}

// Each broken store is found out by its cases, and each case finds a broken store out.
func TestTheKitBites(t *testing.T) {
	useful := make(map[string]bool)
	for _, b := range slices.Concat(brokenAppends(), brokenReads(), brokenValues(), brokenSecrets(), brokenCursors()) {
		for _, name := range b.cases {
			useful[name] = true
			t.Run(b.flaw+"/"+name, func(t *testing.T) {
				found := registertest.Verify(t.Context(), newDisk(b.flaw).harness(), name)
				require.NotEmpty(t, found)
				require.Equal(t, name, found[0].Case)
				require.NotEmpty(t, found[0].Rule)
			})
		}
	}
	for _, name := range registertest.Names() {
		if !useful[name] {
			t.Errorf("case %s finds no broken store", name)
		}
	}
}

// The store of the broken ones is in order when it has no flaw, so what is found is the flaw.
func TestWithoutAFlaw(t *testing.T) { registertest.Run(t, newDisk("").harness()) }

func TestUnusableHarness(t *testing.T) {
	messages := func(h registertest.Harness, names ...string) (out []string) {
		for _, f := range registertest.Verify(t.Context(), h, names...) {
			out = append(out, f.Message)
		}
		return out
	}
	require.Equal(t, []string{"Harness.Open is nil"}, messages(registertest.Harness{}, "append-tells-head"))
	require.Equal(t, []string{"there is no such case"}, messages(inMemory(), "append-tells-tales"))
	failing := registertest.Harness{Open: func(context.Context) (registertest.Stores, error) {
		return registertest.Stores{}, errors.New("no database")
	}}
	require.Equal(t, []string{"Harness.Open: no database"}, messages(failing, "lease-ends"))
	nothing := registertest.Harness{Open: func(context.Context) (registertest.Stores, error) { return registertest.Stores{}, nil }}
	require.Equal(t, []string{"Open gives nothing that the cases can try"}, messages(nothing))
	require.Equal(t, []string{"Close: close"}, messages(newDisk("Close fails").harness(), "append-tells-head"))
}

// A store that hangs is found out like any other.
func TestPatience(t *testing.T) {
	h := newDisk("hangs: Entries holds the lock in a loop").harness()
	h.Patience = 20 * time.Millisecond
	found := registertest.Verify(t.Context(), h, "entries-calls-inside")
	require.Equal(t, "entries-calls-inside: it hangs (the body of a loop may use the store)", found[0].String())
}
