package webhook

import (
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"time"

	"github.com/fazhi-go/fazhi/plugin/events"
)

// A Status is the answer of a receiver that did not take an event. Under errors.Is it is
//
//   - events.ErrGone for 410: the receiver wants no more;
//   - events.ErrReject for 400, 413, 415 and 422: it understood that this event is not for it;
//   - events.ErrDown for 429, and a *events.Later if a Retry-After says when, as for 503;
//   - nothing else for all others: 401, 404, 500, a redirect. Whose fault that is, a single answer does not tell.
type Status struct {
	Code int
	as   error
}

// Error tells the code.
func (s *Status) Error() string { return fmt.Sprintf("接收方答复 %d", s.Code) }

// Unwrap returns what the code means.
func (s *Status) Unwrap() error { return s.as }

// meaning returns what a response says of the event.
func (s *Sink) meaning(r *http.Response) error {
	if r.StatusCode >= 200 && r.StatusCode < 300 {
		return nil
	}
	status := &Status{Code: r.StatusCode, as: meaningOf(r.StatusCode)}
	busy := r.StatusCode == http.StatusTooManyRequests || r.StatusCode == http.StatusServiceUnavailable
	after, told := retryAfter(r.Header, s.opt.Now())
	if busy && told {
		return fmt.Errorf("webhook: %w", &events.Later{After: after, Err: status})
	}
	return fmt.Errorf("webhook: %w", status)
}

func meaningOf(code int) error {
	switch code {
	case http.StatusGone:
		return events.ErrGone
	case http.StatusTooManyRequests:
		return events.ErrDown
	case http.StatusBadRequest, http.StatusRequestEntityTooLarge, http.StatusUnsupportedMediaType, http.StatusUnprocessableEntity:
		return events.ErrReject
	}
	return nil
}

// longestAfter bounds a Retry-After before anybody computes with it.
const longestAfter = 24 * time.Hour

// retryAfter reads a Retry-After: seconds, or a date.
func retryAfter(h http.Header, now time.Time) (time.Duration, bool) {
	text := h.Get("Retry-After")
	if text == "" {
		return 0, false
	}
	seconds, err := strconv.ParseUint(text, 10, 64)
	if err == nil || errors.Is(err, strconv.ErrRange) {
		return time.Duration(min(seconds, uint64(longestAfter/time.Second))) * time.Second, true
	}
	at, err := http.ParseTime(text)
	if err != nil {
		return 0, false
	}
	return min(max(at.Sub(now), 0), longestAfter), true
}
