package protocoltest

// cases lists the sentences of the contract in their order. Names are for ever.
func cases() []kase {
	const (
		answers = "Call sends one request and returns the message that answers it, as it came"
		own     = "it keeps neither the message nor the answer, and does not change the message"
		ends    = "it returns soon after its context has ended, with an error that is the context's"
		next    = "what the plug-in was doing is ended or thrown away, and the next call is not disturbed"
		closes  = "Close ends the plug-in and all calls, which return errors"
	)
	return []kase{
		{"call-answers", answers, callAnswers},
		{"call-answer-as-it-came", answers, callOdd},
		{"call-several-at-once", "Call may be called from several goroutines, and each gets the answer to its own request", callSeveral},
		{"call-message-unchanged", own, callUnchanged},
		{"call-message-not-kept", own, callNotKept},
		{"call-answer-not-kept", own, callAnswerNotKept},
		{"call-context-over", ends, callContextOver},
		{"call-context-cancelled", ends, callCancelled},
		{"call-context-deadline", ends, callDeadline},
		{"call-after-cancelled", next, callAfterCancelled},
		{"call-beside-cancelled", next, callBesideCancelled},
		{"call-started-anew", "whoever is started anew is given the first request first", callStartedAnew},
		{"call-largest-message", "a message of MaxMessage bytes is carried", callLargest},
		{"call-answer-too-large", "an answer that is longer is an error", callTooLarge},
		{"call-after-too-large", next, callAfterTooLarge},
		{"call-error-without-message", "the error holds no part of a message", callErrors},
		{"close-ends-calls", closes, closeEndsCalls},
		{"close-then-call", "calls after it return ErrClosed", closeThenCall},
		{"close-twice", "it may be called twice", closeTwice},
	}
}
