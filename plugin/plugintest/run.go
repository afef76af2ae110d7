package plugintest

import (
	"cmp"
	"context"
	"errors"
	"sync"
	"time"

	"github.com/fazhi-go/fazhi/plugin"
)

// declaration puts the plug-in into a host, with stand-ins for those that it requires, and starts it once more.
func declaration(t *trial) {
	first := t.describe()
	if first == "" || !t.restart() {
		return
	}
	if again := t.describe(); again != "" && again != first {
		t.fault("再次启动后声明不同")
	}
}

// Host returns a host with a plug-in, and behind it stand-ins for those that it requires.
func Host(p plugin.Plugin) (*plugin.Host, error) {
	list := []plugin.Plugin{p}
	for _, name := range p.Requires {
		list = append(list, plugin.Plugin{
			Name: name, Version: "0", Doc: "替代所要求的插件。", API: plugin.API,
			Observe: func(context.Context, *plugin.Event) error { return nil },
		})
	}
	return plugin.NewHost(list...)
}

func (t *trial) describe() string {
	h, err := Host(t.p)
	if err != nil {
		t.fault("%v", err)
		return ""
	}
	return fingerprint(h.Describe().Plugins[0])
}

// ordinary are the questions about well-formed documents, and those about none.
func (t *trial) ordinary() []question { return append(t.questions(t.plain()), t.provided()...) }

// survives asks about every hostile document; a plug-in that dies is named with the document, and a new one goes on.
func survives(t *trial) {
	t.eachHostile(func(q question, err error) {
		if t.fateOf(err) == dead {
			t.fault("%s：%s", q.name, t.explain(err))
		}
	})
}

func answers(t *trial) {
	t.eachHostile(func(q question, err error) {
		if t.fateOf(err) == refused {
			t.fault("%s：答复错误：%s", q.name, t.explain(err))
		}
	})
}

// eachHostile asks about well-formed and hostile documents. The plug-in is made anew when it has died.
func (t *trial) eachHostile(say func(question, error)) {
	questions := t.questions(append(t.plain(), t.hostile(every)...))
	if t.p.Observe != nil {
		for _, e := range t.events(t.hostile(small)) {
			questions = append(questions, observe(e))
		}
	}
	for _, q := range questions {
		_, err := t.put(q)
		say(q, err)
		if t.fateOf(err) == dead && !t.restart() || len(t.found) == maxFaults || t.hangs.Load() == maxHangs {
			return
		}
	}
}

func answersNames(t *trial) {
	for _, q := range t.provided() {
		if _, err := t.put(q); err != nil {
			t.fault("%s：%s", q.name, t.explain(err))
		}
	}
}

func unchanged(t *trial) {
	for _, q := range append(t.ordinary(), t.questions(t.hostile(small))...) {
		before := fingerprint(q.about)
		_, _ = t.put(q) // what became of it is another case
		if fingerprint(q.about) != before {
			t.fault("%s：改动了所给的内容", q.name)
		}
	}
}

// times is how often a question is asked to see whether the answer stays.
const times = 20

func repeats(t *trial) {
	for _, q := range t.ordinary() {
		first, err := t.put(q)
		if err != nil {
			continue
		}
		want := fingerprint(first)
		for n := range times - 1 {
			if again, err := t.put(q); err != nil || fingerprint(again) != want {
				t.fault("%s：第%d次的答复不同", q.name, n+2)
				break
			}
		}
	}
}

// workers ask at the same time, each as many times as said above.
const workers = 8

func together(t *trial) {
	questions := t.ordinary()
	want := make([]string, len(questions))
	for i, q := range questions {
		if answer, err := t.put(q); err == nil {
			want[i] = fingerprint(answer)
		}
	}
	wrong := make([]error, len(questions))
	var mu sync.Mutex
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for n := range max(times, len(questions)) {
				i := n % len(questions)
				err := t.same(questions[i], want[i])
				mu.Lock()
				wrong[i] = cmp.Or(wrong[i], err)
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	for i, err := range wrong {
		if err != nil {
			t.fault("%s：%s", questions[i].name, t.explain(err))
		}
	}
}

// same asks once more; where there was no answer before, nothing is compared.
func (t *trial) same(q question, want string) error {
	if want == "" {
		return nil
	}
	answer, err := t.put(q)
	if err == nil && fingerprint(answer) != want {
		err = errors.New("同时问，答复不同")
	}
	return err
}

// grace is how long a plug-in may take to end when its context has.
const grace = 2 * time.Second

// cancelled asks with a context that is over, and with one that ends while a large document is judged.
func cancelled(t *trial) {
	over, cancel := context.WithCancel(t.ctx)
	cancel()
	questions := t.ordinary()
	for _, q := range questions {
		if _, err := t.putWithin(over, grace, q); isHang(err) {
			t.fault("%s：已经取消，没有结束", q.name)
		}
	}
	for _, q := range t.questions(t.grown(100 << 10)) {
		ctx, cancel := context.WithTimeout(t.ctx, time.Millisecond)
		if _, err := t.putWithin(ctx, time.Millisecond+grace, q); isHang(err) {
			t.fault("%s：中途取消，没有结束", q.name)
		}
		cancel()
	}
	for _, q := range questions {
		if _, err := t.put(q); t.fateOf(err) == dead && !isPanic(err) {
			t.fault("%s：取消之后不再答复：%s", q.name, t.explain(err))
			return
		}
	}
}

// grown returns the well-formed documents at about n bytes.
func (t *trial) grown(n int) []sample {
	var all []sample
	for _, d := range t.bases() {
		v := variant{name: "100-kib", document: sized(d, n)}
		if s, ok := t.sample(v); ok {
			all = append(all, s)
		}
	}
	return all
}

// budget takes the best of three, so that a busy machine is not the plug-in's fault.
func budget(t *trial) {
	for _, q := range t.questions(t.plain()) {
		_, _ = t.put(q) // the first call may be slow
	}
	for _, q := range t.questions(t.grown(100 << 10)) {
		best := time.Duration(-1)
		for range 3 {
			start := time.Now()
			_, err := t.put(q)
			if took := time.Since(start); err == nil && (best < 0 || took < best) {
				best = took
			}
			if err != nil || best <= t.budget() {
				break
			}
		}
		if best > t.budget() {
			t.fault("%s：用了 %v，时限是 %v", q.name, best.Round(time.Millisecond), t.budget())
		}
	}
}

func golden(t *trial) {
	for _, c := range t.Golden {
		s, ok := t.sample(plain(c.Document))
		if !ok {
			t.fault("案例 %s：Config.Decode 不能读文件", c.Name)
			continue
		}
		t.compare(&c, s)
	}
}
