package registertest

// cases lists the sentences of the contracts in their order. Names are for ever.
func cases() []kase {
	var all []kase
	for _, part := range [][]kase{tellCases(), keepCases(), requestCases(), refuseCases(), readCases(), headCases(), valueCases()} {
		all = append(all, of(store, part)...)
	}
	all = append(all, of(secrets, secretCases())...)
	return append(all, of(cursors, cursorCases())...)
}

// of gives cases the part that they try.
func of(part string, cases []kase) []kase {
	for i := range cases {
		cases[i].part = part
	}
	return cases
}

// Append calls next with what it has to go on from, …
func tellCases() []kase {
	const calls = "Append calls next with the organ's head, the document's last entry and the next serial of each counter"
	return []kase{
		{name: "append-tells-head", rule: calls, run: tellsHead},
		{name: "append-tells-last", rule: calls, run: tellsLast},
		{name: "append-last-is-no-refusal", rule: "Last is the document's last entry that is not a refusal", run: lastIsNoRefusal},
		{name: "append-last-without-secrets", rule: "a store gives secrets back only when asked for", run: lastWithoutSecrets},
		{name: "append-prior-is-a-copy", rule: "what next is told is its own", run: priorIsACopy},
		{name: "append-tells-serials", rule: "Serials are the next serials of the counters of the Key, in their order", run: tellsSerials},
	}
}

// … keeps what it returns, …
func keepCases() []kase {
	const (
		keeps    = "it keeps what next returns all or nothing, and returns it"
		nothing  = "when next returns an error, nothing is kept"
		oneByOne = "calls on one organ happen one after another, whichever process makes them"
	)
	return []kase{
		{name: "append-returns-what-it-keeps", rule: keeps, run: returnsWhatItKeeps},
		{name: "append-several-numbers", rule: keeps, run: severalNumbers},
		{name: "append-all-or-nothing", rule: keeps, run: allOrNothing},
		{name: "append-no-entries", rule: keeps, run: noEntries},
		{name: "append-panic-keeps-nothing", rule: keeps, run: panicKeepsNothing},
		{name: "append-sum-as-given", rule: "it does no hashing", run: sumAsGiven},
		{name: "append-keeps-its-own-copy", rule: "an entry is never changed", run: keepsItsOwnCopy},
		{name: "append-durable", rule: "when it returns without an error the entries are durable", run: durable},
		{name: "append-seen-by-others", rule: "when it returns without an error the entries are durable", run: seenByOthers},
		{name: "append-one-after-another", rule: oneByOne, run: oneAfterAnother},
		{name: "append-thousand-organs", rule: oneByOne, run: thousandOrgans},
		{name: "append-organs-apart", rule: "every call is held to the organ of its scope", run: organsApart},
		{name: "append-last-answer-counts", rule: "it may call next again; only the last answer counts", run: lastAnswerCounts},
		{name: "append-error-as-it-is", rule: "the error comes back as it is, under errors.Is", run: errorAsItIs},
		{name: "append-error-keeps-nothing", rule: nothing, run: errorKeepsNothing},
		{name: "append-error-uses-no-number", rule: "when next returns an error, no number is used up", run: errorUsesNoNumber},
		{name: "append-failures-harm-nobody", rule: nothing, run: harmNobody},
		{name: "append-without-organ", rule: "every call on a store has a scope", run: scopeOfAppend},
		{name: "append-context-over", rule: "a context that is over ends a call", run: appendContext},
		{name: "append-context-midway", rule: "an outcome that is not known is ErrUnknown", run: contextMidway},
	}
}

// … once for each request, …
func requestCases() []kase {
	const kept = "a ReqID that the organ has kept before returns the entries kept then; next is not called"
	return []kase{
		{name: "request-repeated", rule: kept, run: repeatedRequest},
		{name: "request-repeated-elsewhere", rule: kept, run: repeatedElsewhere},
		{name: "request-repeated-together", rule: kept, run: repeatedTogether},
		{name: "request-of-many-entries", rule: kept, run: repeatedManyEntries},
		{name: "request-without-secrets", rule: "a store gives secrets back only when asked for", run: repeatedWithoutSecrets},
		{name: "request-of-one-organ", rule: kept, run: requestsOfOrgansApart},
		{name: "request-empty-is-none", rule: "an empty ReqID is none", run: emptyRequestIsNone},
		{name: "request-of-an-entry", rule: kept, run: requestOfEntry},
	}
}

// … unless it does not continue the book.
func refuseCases() []kase {
	const refused = "entries that do not continue the head, or numbers that do not continue their counters, are refused"
	return []kase{
		{name: "refuse-foreign-organ", rule: refused, run: foreignOrgan},
		{name: "refuse-wrong-seq", rule: refused, run: wrongSeq},
		{name: "refuse-wrong-prev", rule: refused, run: wrongPrev},
		{name: "refuse-earlier-time", rule: refused, run: earlierTime},
		{name: "refuse-wrong-serial", rule: refused, run: wrongSerial},
		{name: "refuse-unasked-counter", rule: refused, run: unaskedCounter},
		{name: "refuse-other-request", rule: refused, run: otherRequest},
		{name: "refuse-taken-number", rule: "a number whose Text the organ has given before is ErrTaken", run: takenNumber},
	}
}

func readCases() []kase {
	const (
		order = "Entries reads in the order of Seq"
		query = "a Query says which entries are wanted; a zero field asks for nothing"
		seen  = "an entry that Append has returned is seen"
	)
	return []kase{
		{name: "entries-in-order", rule: order, run: inOrder},
		{name: "entries-long", rule: order, run: pages},
		{name: "entries-empty-book", rule: query, run: emptyBook},
		{name: "entries-seen-at-once", rule: seen, run: seenAtOnce},
		{name: "entries-never-skip", rule: "a reader that is given an entry has been given all before it", run: neverSkip},
		{name: "entries-never-half", rule: "what next returns is kept all or nothing", run: neverHalf},
		{name: "entries-caller-owns", rule: "what Entries yields is in the caller's hand", run: callerOwns},
		{name: "entries-without-organ", rule: "a query without an organ is ErrScope", run: scopeOfEntries},
		{name: "entries-of-one-organ", rule: "every statement is held to the organ", run: entriesOfOneOrgan},
		{name: "entries-after", rule: query, run: byField("After")},
		{name: "entries-upto", rule: query, run: byField("Upto")},
		{name: "entries-by-ref", rule: query, run: byField("Ref")},
		{name: "entries-by-kind", rule: query, run: byField("Kind")},
		{name: "entries-by-number", rule: query, run: byField("Number")},
		{name: "entries-by-request", rule: query, run: byField("ReqID")},
		{name: "entries-from", rule: query, run: byField("From")},
		{name: "entries-to", rule: query, run: byField("To")},
		{name: "entries-current", rule: "Current asks for the last entry of each document, refusals not among them", run: byField("Current")},
		{name: "entries-by-step", rule: "Step implies Current", run: byField("Step")},
		{name: "entries-due-before", rule: "DueBefore implies Current", run: byField("DueBefore")},
		{name: "entries-while-moving", rule: "a document is listed once, as it stood when the listing began or as it stands now",
			run: listedWhileMoving},
		{name: "entries-fields-together", rule: query, run: fieldsTogether},
		{name: "entries-secrets-when-asked", rule: "a store gives secrets back only when asked for", run: secretsOnlyWhenAsked},
		{name: "entries-break", rule: "a loop may be left", run: breakEntries},
		{name: "entries-calls-inside", rule: "the body of a loop may use the store", run: callsInsideEntries},
		{name: "entries-context-over", rule: "a context that is over ends a call", run: entriesContext},
		{name: "entries-never-short", rule: "an error is not kept back", run: neverShort},
	}
}

func headCases() []kase {
	return []kase{
		{name: "heads-of-one", rule: "Heads lists the books of the scope", run: headsOfOne},
		{name: "heads-of-all", rule: "Heads lists the books of all organs for AllOrgans, by organ", run: headsOfAll},
		{name: "heads-no-empty-books", rule: "when next returns an error, nothing is kept", run: noEmptyBooks},
		{name: "heads-without-organ", rule: "every call on a store has a scope", run: scopeOfHeads},
		{name: "heads-break", rule: "a loop may be left", run: breakHeads},
		{name: "heads-calls-inside", rule: "the body of a loop may use the store", run: callsInsideHeads},
		{name: "heads-context-over", rule: "a context that is over ends a call", run: headsContext},
		{name: "inspect-finds-nothing", rule: "Inspect yields what differs", run: inspectFindsNothing},
	}
}

func valueCases() []kase {
	const (
		apart = "texts that are not equal are not the same"
		whole = "an entry comes back as it was given"
	)
	return []kase{
		{name: "values-ids-apart", rule: apart, run: idsApart},
		{name: "values-kinds-apart", rule: apart, run: kindsApart},
		{name: "values-requests-apart", rule: apart, run: requestsApart},
		{name: "values-steps-apart", rule: apart, run: stepsApart},
		{name: "values-numbers-apart", rule: apart, run: numbersApart},
		{name: "values-organs-apart", rule: apart, run: organNamesApart},
		{name: "values-longest", rule: whole, run: longNames},
		{name: "values-odd-texts", rule: whole, run: oddTexts},
		{name: "values-who-judged", rule: whole, run: whoJudged},
		{name: "values-odd-days", rule: whole, run: oddDays},
		{name: "values-odd-times", rule: whole, run: oddTimes},
		{name: "values-large-document", rule: whole, run: largeDocument},
	}
}

func secretCases() []kase {
	const (
		yields  = "Secrets yields them by entry and path"
		wanted  = "a SecretQuery says which secrets are wanted; a zero field asks for nothing"
		reseal  = "Reseal replaces Key, Box and Digest of secrets that are there"
		allNone = "Reseal replaces all or none"
	)
	return []kase{
		{name: "secrets-in-order", rule: yields, run: secretsInOrder},
		{name: "secrets-by-ref", rule: wanted, run: secretsByRef},
		{name: "secrets-by-digest", rule: wanted, run: secretsByDigest},
		{name: "secrets-by-key", rule: wanted, run: secretsByKey},
		{name: "secrets-by-other-key", rule: wanted, run: secretsByOtherKey},
		{name: "secrets-after", rule: wanted, run: secretsAfter},
		{name: "secrets-of-one-organ", rule: "every call is held to the organ of its scope", run: secretsOfOneOrgan},
		{name: "secrets-without-organ", rule: "the organ is a must", run: scopeOfSecrets},
		{name: "secrets-caller-owns", rule: "what is yielded is in the caller's hand", run: callerOwnsSecrets},
		{name: "secrets-break", rule: "a loop may be left, and its body may use the store", run: breakSecrets},
		{name: "secrets-context-over", rule: "a context that is over ends a call", run: secretsContext},
		{name: "secrets-durable", rule: "what is kept is durable", run: secretsDurable},
		{name: "reseal-replaces", rule: reseal, run: resealReplaces},
		{name: "reseal-deletes", rule: "a Box that is empty was deleted", run: resealDeletes},
		{name: "reseal-leaves-deleted", rule: "one whose Box is empty stays so: Reseal passes over it", run: resealLeavesDeleted},
		{name: "reseal-all-or-none", rule: allNone, run: resealAllOrNone},
		{name: "reseal-makes-none", rule: "Reseal never makes a secret; one that is not there is ErrNotFound", run: resealMakesNone},
		{name: "reseal-of-one-organ", rule: "every call is held to the organ of its scope", run: resealOfOneOrgan},
		{name: "reseal-leaves-entries", rule: "an entry is never changed", run: resealLeavesEntries},
	}
}

func cursorCases() []kase {
	const (
		right = "Lease gives a holder the sole right until a time"
		save  = "Save keeps a step of a delivery, all of it or nothing"
		lost  = "if the lease has gone to another holder, Save is ErrLeased and nothing is kept"
	)
	return []kase{
		{name: "lease-excludes", rule: "another's lease that is not over at Now is ErrLeased", run: leaseExcludes},
		{name: "lease-excludes-elsewhere", rule: "Cursors may be used by several processes", run: leaseExcludesElsewhere},
		{name: "lease-once", rule: right, run: leaseOnce},
		{name: "lease-ends", rule: right, run: leaseEnds},
		{name: "lease-is-prolonged", rule: "one's own lease is prolonged", run: leaseIsProlonged},
		{name: "lease-tells-progress", rule: "Lease says how far the subscriber has got", run: leaseTellsProgress},
		{name: "save-keeps", rule: save, run: saveKeeps},
		{name: "save-prolongs", rule: "Save prolongs the lease", run: saveProlongs},
		{name: "save-after-loss", rule: lost, run: saveAfterLoss},
		{name: "save-unleased", rule: lost, run: saveUnleased},
		{name: "save-late", rule: "Save is refused only if the lease has gone to another holder", run: saveLate},
		{name: "save-parks-again", rule: "a document that is parked already is replaced", run: parkReplaces},
		{name: "save-releases", rule: "Release: documents that are held up no longer", run: releases},
		{name: "parked-in-order", rule: "Parked yields the documents that are due first at the front", run: parkedInOrder},
		{name: "parked-apart", rule: "texts that are not equal are not the same", run: parkedApart},
		{name: "parked-break", rule: "a loop may be left, and its body may use the store", run: parkedBreak},
		{name: "cursors-of-one-subscription", rule: "a Subscription is one subscriber's interest in one organ's book", run: subscriptionsApart},
		{name: "cursors-durable", rule: "what is kept is durable", run: cursorsDurable},
		{name: "cursors-context-over", rule: "a context that is over ends a call", run: cursorsContext},
		{name: "cursors-leave-books", rule: "nothing that happens to cursors touches a book", run: booksUntouched},
	}
}
