package remote

import (
	"sync"
	"time"
)

// A rest bounds how often a failing program is started. The first failure costs nothing, so that one bad document stops
// nobody; the second and each further one without an answer between costs a pause that doubles.
type rest struct {
	first, most time.Duration

	mu       sync.Mutex
	failures int
	timer    *time.Timer // runs while the program is left alone
}

// failed counts a failure.
func (r *rest) failed() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.failures++
	if r.failures < 2 || r.timer != nil {
		return
	}
	r.timer = time.AfterFunc(r.pause(), func() {
		r.mu.Lock()
		defer r.mu.Unlock()
		r.timer = nil
	})
}

// pause is how long the program is left alone after so many failures.
func (r *rest) pause() time.Duration {
	d := r.first
	for n := 2; n < r.failures && d < r.most; n++ {
		d *= 2
	}
	return min(d, r.most)
}

// answered forgets the failures.
func (r *rest) answered() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.failures = 0
}

// over reports whether the program may be started.
func (r *rest) over() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.timer == nil
}

// stop ends the pause.
func (r *rest) stop() {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.timer != nil {
		r.timer.Stop()
	}
}
