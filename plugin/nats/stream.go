package nats

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/nats-io/nats.go/jetstream"

	"github.com/fazhi-go/fazhi/plugin/events"
)

// ErrStream is, under errors.Is and together with events.ErrDown, a stream that is not there or would lose events. It says
// everything that is wrong. Nothing is sent until the operator has changed that.
var ErrStream = errors.New("流不能用于投递")

// A flaw is something in a stream's configuration, and a sentence on it.
type flaw struct {
	in   func(c *jetstream.StreamConfig, s *Sink) bool
	text string
}

// losses are the flaws by which an event that was acknowledged is lost, or can never arrive.
func losses() []flaw {
	type config = jetstream.StreamConfig
	return []flaw{
		{func(c *config, _ *Sink) bool { return c.Storage != jetstream.FileStorage }, "存放在内存中，应当是 storage file"},
		{func(c *config, _ *Sink) bool { return c.PersistMode != jetstream.DefaultPersistMode }, "写盘之前就确认，应当是 persist_mode default"},
		{func(c *config, _ *Sink) bool { return c.NoAck }, "不作确认，应当去掉 no_ack"},
		{func(c *config, _ *Sink) bool { return c.Retention == jetstream.InterestPolicy }, "没有消费者时不保留消息，应当是 retention limits 或者 workqueue"},
		{func(c *config, _ *Sink) bool {
			return c.Discard != jetstream.DiscardNew && (c.MaxMsgs > 0 || c.MaxBytes > 0)
		}, "满了以后丢弃旧消息，应当是 discard new"},
		{func(c *config, _ *Sink) bool { return c.MaxMsgsPerSubject > 0 }, "每个主题只留若干条消息，应当去掉 max_msgs_per_subject"},
		{func(c *config, s *Sink) bool { return c.MaxAge > 0 && c.MaxAge < s.opt.KeepFor }, "保留消息的时间（max_age）短于 KeepFor"},
		{func(c *config, s *Sink) bool { return c.Replicas < s.opt.Replicas }, "副本数（num_replicas）少于 Replicas"},
		{func(c *config, _ *Sink) bool { return c.Mirror != nil || c.Sealed }, "是镜像或者已经封存，不接受消息"},
		{func(c *config, s *Sink) bool { return !slices.ContainsFunc(c.Subjects, s.subject.within) }, "没有一个主题（subjects）包括 Subject 的所有主题"},
	}
}

// leastWindow is how long a duplicate window should be, so that the repetitions after a crash fall into it.
const leastWindow = 2 * time.Minute

// headerRoom is what the headers of a message take at the most.
const headerRoom = 1 << 10

// notes are the flaws by which nothing is lost.
func notes() []flaw {
	type config = jetstream.StreamConfig
	return []flaw{
		{func(c *config, _ *Sink) bool { return c.Duplicates < leastWindow }, "识别重复消息的时间（duplicate_window）不足两分钟，重复的事件会送达"},
		{func(c *config, _ *Sink) bool {
			return c.MaxMsgSize > 0 && c.MaxMsgSize < events.MaxSize+headerRoom
		}, "消息的最大长度（max_msg_size）小于事件的最大长度，较大的事件不能送达"},
	}
}

// found returns the sentences of those flaws that a stream has.
func (s *Sink) found(list []flaw, c *jetstream.StreamConfig) []string {
	var out []string
	for _, f := range list {
		if f.in(c, s) {
			out = append(out, f.text)
		}
	}
	return out
}

// look looks at the stream. The error is ErrStream when it cannot be used.
func (s *Sink) look(ctx context.Context, l *link) (*jetstream.StreamConfig, error) {
	stream, err := l.js.Stream(ctx, s.opt.Stream)
	if errors.Is(err, jetstream.ErrStreamNotFound) {
		return nil, fmt.Errorf("%w：没有名为 %s 的流", ErrStream, s.opt.Stream)
	}
	if err != nil {
		return nil, err
	}
	info := stream.CachedInfo()
	var wrong []error
	for _, text := range s.found(losses(), &info.Config) {
		wrong = append(wrong, errors.New(text))
	}
	if len(wrong) > 0 {
		return nil, fmt.Errorf("%w：%w", ErrStream, errors.Join(wrong...))
	}
	s.compare(info.State.LastSeq)
	return &info.Config, nil
}

// compare tells the log if the stream ends before what it has acknowledged.
func (s *Sink) compare(present uint64) {
	if last := s.last.Load(); present < last && s.last.CompareAndSwap(last, present) {
		s.opt.Log.Error("服务器丢失了已经确认的消息，请重新投递（Replay）；服务器应当设置 sync_interval: always",
			"stream", s.opt.Stream, "confirmed", last, "present", present)
	}
}

// remark tells the log what else is to be said of a stream and its server.
func (s *Sink) remark(l *link, c *jetstream.StreamConfig) {
	for _, text := range s.found(notes(), c) {
		s.opt.Log.Warn("流的设置："+text, "stream", s.opt.Stream)
	}
	if l.conn.MaxPayload() < events.MaxSize+headerRoom {
		s.opt.Log.Warn("服务器的 max_payload 小于事件的最大长度，较大的事件不能送达", "stream", s.opt.Stream)
	}
}
